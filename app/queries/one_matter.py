"""A matter as most readers ask for it, all in one statement: its row, its year, and its §§ where these are wanted."""

from __future__ import annotations

import datetime as dt
from contextlib import closing

import sqlalchemy as sa

from app.models.register import matters
from app.queries.cases import HOLDING, ROW, case_row, told_of_matters
from app.queries.compiled import Prepared
from app.queries.deadlines import TOLD, Told, clock_row
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
        cursor.execute(*(_WHOLE if items else _BARE).told(connection.dialect, id=case_id))
        found = cursor.fetchone()
    if found is None:
        return None
    said = read(found[0])
    return case_row(said), clock_row(Told.of(said), today, {}), item_rows(said["items"]) if items else []


_BARE = Prepared(told_of_matters(**ROW | TOLD).where(matters.c.id.in_(HOLDING)))
_WHOLE = Prepared(told_of_matters(**ROW | TOLD | {"items": ITEMS}).where(matters.c.id.in_(HOLDING)))
