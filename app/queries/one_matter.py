"""A matter as most readers ask for it, all in one statement: its row, its year, and its §§ where these are wanted."""

from __future__ import annotations

import datetime as dt
from contextlib import closing

import sqlalchemy as sa

from app.models.register import matters
from app.queries.cases import HOLDING, ROW, case_row, matter_objects
from app.queries.compiled import Prepared
from app.queries.deadlines import YEAR_COLUMNS, YearFacts, clock_row
from app.queries.json_sql import read
from app.queries.whole_items import ITEMS, item_rows
from app.schemas.rows import CaseRow, ClockRow, ItemRow

Matter = tuple[CaseRow, ClockRow | None, list[ItemRow]]


def one_matter(connection: sa.Connection, case_id: str, today: dt.date, *, items: bool) -> Matter | None:
    """What `cases.get`, `clock_of` and `whole_items` give, but for places; no §§ where these are not wanted.

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
