"""A matter put together whole: by parts, each read once and only where it is shown, or all in one statement."""

from __future__ import annotations

import datetime as dt
from contextlib import closing
from functools import cached_property

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.models.prepared import Prepared
from app.models.register import item_documents, matter_entities, matters
from app.queries.cases import HOLDING, ROW, case_row, matter_objects
from app.queries.deadlines import YEAR_COLUMNS, YearFacts, clock_of, clock_row
from app.queries.decided_together import DecidedTogether, decided_together
from app.queries.documents import documents_by_id, documents_of_matter
from app.queries.findings import findings_beside
from app.queries.items import alike_of, items_by_id, items_of_matter
from app.queries.json_sql import read
from app.queries.ledger import ledger
from app.queries.meeting_days import meeting_days
from app.queries.path import path
from app.queries.positions import positions
from app.queries.sources import Sources, sources_of
from app.queries.whole_items import ITEMS, item_rows, whole_items
from app.queries.wording import wording
from app.schemas.rows import (
    CaseRow,
    ClockRow,
    DocumentRow,
    FindingRow,
    ItemRow,
    Ledger,
    MeetingDaysRow,
    Positions,
    StepRow,
    Worded,
)

_OF_MATTER = matter_entities.c.matter_id == sa.bindparam("matter")
# Its §§ and documents, and the documents that its §§ stand in.
_HELD = sa.union(
    sa.select(matter_entities.c.entity_id, matter_entities.c.entity).where(_OF_MATTER),
    sa.select(item_documents.c.document_id, sa.literal("document"))
    .join(matter_entities, matter_entities.c.entity_id == item_documents.c.item_id)
    .where(_OF_MATTER),
)


class Matter:
    """A matter and what hangs on it, on that day; with the places of every fact only where it is to be `placed`."""

    def __init__(self, session: Session, row: CaseRow, today: dt.date, *, placed: bool = True) -> None:
        self.session, self.row, self.id, self.today, self.placed = session, row, row["matter_id"], today, placed
        self.sources: Sources | None = None
        self.sources_of_all: Sources | None = None

    def read_whole(self) -> None:
        """Read the §§, the documents and every place at once, for whoever shows them all: what they have alike takes one
        statement, and not one for each. The matter's own places are kept apart: its motion bears the id of the motion's paper."""
        held = {row.entity_id: row.entity for row in self.session.execute(_HELD, {"matter": self.id})}
        item_ids = [one for one, entity in held.items() if entity == "item"]
        self.sources = sources_of(self.session, [self.id])
        alike = alike_of(self.session, list(held))
        self.sources_of_all = alike.sources | self.sources
        self.items = items_by_id(self.session, item_ids, alike=alike)
        self.documents = documents_by_id(self.session, sorted(held.keys() - set(item_ids)), alike=alike)

    @cached_property
    def items(self) -> list[ItemRow]:
        return items_of_matter(self.session, self.id) if self.placed else whole_items(self.session, self.id)

    @cached_property
    def documents(self) -> list[DocumentRow]:
        return documents_of_matter(self.session, self.id, placed=self.placed)

    @cached_property
    def steps(self) -> list[StepRow]:
        return path(self.session, self.id, placed=self.placed, sources=self.sources)

    @cached_property
    def deadline(self) -> ClockRow | None:
        return clock_of(self.session, self.id, self.today, placed=self.placed)

    @cached_property
    def findings(self) -> list[FindingRow]:
        return findings_beside(self.session, self.id, self.deadline, placed=self.placed, sources=self.sources_of_all)

    @cached_property
    def meeting_days(self) -> list[MeetingDaysRow]:
        return meeting_days(self.session, self.id)

    @cached_property
    def together(self) -> dict[str, list[DecidedTogether]]:
        return decided_together(self.session, [item["id"] for item in self.items])

    @cached_property
    def positions(self) -> Positions:
        return positions(self.items)

    @cached_property
    def ledger(self) -> Ledger:
        return ledger(self.documents, self.items)

    @cached_property
    def wording(self) -> list[Worded]:
        return wording(self.steps, self.documents, self.items)


OneRead = tuple[CaseRow, ClockRow | None, list[ItemRow]]


def one_matter(connection: sa.Connection, case_id: str, today: dt.date, *, items: bool) -> OneRead | None:
    """The row, the year and the §§ as most readers ask for them, in one statement and without places; no §§ where these are not wanted.

    None where no case has this id now, though one may have had it. It takes no session and asks the driver itself: one
    statement needs no transaction, and what lies between takes a good part of the time that this does.
    """
    with closing(connection.connection.cursor()) as cursor:
        cursor.execute(*(_WHOLE if items else _BARE).sql_and_params(connection.dialect, id=case_id))
        fetched = cursor.fetchone()
    if fetched is None:
        return None
    row = read(fetched[0])
    return case_row(row), clock_row(YearFacts.of(row), today, {}), item_rows(row["items"]) if items else []


_BARE = Prepared(matter_objects(**ROW | YEAR_COLUMNS).where(matters.c.id.in_(HOLDING)))
_WHOLE = Prepared(matter_objects(**ROW | YEAR_COLUMNS | {"items": ITEMS}).where(matters.c.id.in_(HOLDING)))
