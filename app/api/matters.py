"""A matter as JSON: the row, its clock, and the parts that `include` names."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from functools import cached_property
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.language.findings import with_sentence
from app.queries.deadlines import clock_of
from app.queries.documents import documents_of_matter
from app.queries.findings import findings_of_matter
from app.queries.items import items_of_matter
from app.queries.ledger import ledger
from app.queries.meeting_days import meeting_days
from app.queries.one_matter import one_matter
from app.queries.path import path
from app.queries.positions import positions
from app.queries.whole_items import whole_items
from app.queries.wording import wording
from app.schemas.rows import CaseRow, ClockRow, DocumentRow, ItemRow, StepRow

SOURCES = "sources"
# What `light_json` can send along.
LIGHT = {"items"}
Json = dict[str, Any]


class Reader:
    """Reads what several parts of one matter share, once each, and only what is asked for."""

    def __init__(self, session: Session, row: CaseRow, today: dt.date, *, placed: bool) -> None:
        self.session, self.row, self.today, self.placed = session, row, today, placed

    @cached_property
    def items(self) -> list[ItemRow]:
        if not self.placed:
            return whole_items(self.session, self.row["matter_id"])
        return items_of_matter(self.session, self.row["matter_id"])

    @cached_property
    def documents(self) -> list[DocumentRow]:
        return documents_of_matter(self.session, self.row["matter_id"], placed=self.placed)

    @cached_property
    def steps(self) -> list[StepRow]:
        return path(self.session, self.row["matter_id"], placed=self.placed)

    @cached_property
    def deadline(self) -> ClockRow | None:
        return clock_of(self.session, self.row["matter_id"], self.today, placed=self.placed)

    @cached_property
    def findings(self) -> list[Json]:
        found = findings_of_matter(self.session, self.row["matter_id"], self.today, placed=self.placed)
        return [with_sentence(row) for row in found]


def case_json(row: CaseRow) -> Json:
    """A matter as a list shows it: the row with its page."""
    return {**row, "page": f"/arenden/{row['municipality']['slug']}/{row['slug']}"}


def detail_json(session: Session, row: CaseRow, parts: set[str], today: dt.date) -> Json:
    """A matter with its clock and the parts asked for, with sources where these are."""
    of = Reader(session, row, today, placed=SOURCES in parts)
    shown = {"deadline": of.deadline, **{name: part(of) for name, part in PARTS.items() if name in parts}}
    if not of.placed:
        shown = {name: value if name == "items" else unplaced(value) for name, value in shown.items()}
    return case_json(row) | shown


def light_json(connection: sa.Connection, case_id: str, parts: set[str], today: dt.date) -> Json | None:
    """The same in one statement, for a case that is there and parts that are `LIGHT`; None where no case has the id now."""
    found = one_matter(connection, case_id, today, items="items" in parts)
    if found is None:
        return None
    row, deadline, items = found
    return case_json(row) | {"deadline": unplaced(deadline)} | ({"items": items} if "items" in parts else {})


def whole_path(session: Session, row: CaseRow, parts: set[str], today: dt.date) -> Json:
    of = Reader(session, row, today, placed=SOURCES in parts)
    shown = _path(of)
    return shown if of.placed else unplaced(shown)


def _path(of: Reader) -> Json:
    """The stations, who wanted what at them, and the clock."""
    return {
        "case": case_json(of.row),
        "steps": of.steps,
        "positions": positions(of.items),
        "deadline": of.deadline,
    }


PARTS: dict[str, Callable[[Reader], Any]] = {
    "documents": lambda of: of.documents,
    "items": lambda of: of.items,
    "path": _path,
    "findings": lambda of: of.findings,
    "ledger": lambda of: ledger(of.documents, of.items),
    "wording": lambda of: wording(of.steps, of.documents, of.items),
    "meeting_days": lambda of: meeting_days(of.session, of.row["matter_id"]),
}


def unplaced(value: Any) -> Any:
    """The value without the lists of sources that nobody asked for: an empty one would say that there are none."""
    if isinstance(value, dict):
        return {name: unplaced(inner) for name, inner in value.items() if name != SOURCES}
    return [unplaced(inner) for inner in value] if isinstance(value, list) else value
