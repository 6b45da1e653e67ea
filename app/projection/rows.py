"""Writes the rows of a register: at the desk as they are, in the public store with the days on which they stood."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects import sqlite
from sqlalchemy.orm import Session

from app.loads import loads
from app.models.published import DATED, PAST, SINCE

Row = dict[str, Any]
Key = tuple[Any, ...]
# SQLite would take `20250301` for a day, and no question finds it.
_EXACT = sqlite.DATE(regexp=r"(\d{4})-(\d\d)-(\d\d)$")  # type: ignore[no-untyped-call] # not typed there
_DAY = sa.Date().with_variant(_EXACT, "sqlite")
_STRICT: dict[type, sa.types.TypeEngine[Any]] = {sa.Boolean: sa.Integer(), sa.Date: _DAY}


def standing(store: Session, table: sa.Table, *where: sa.ColumnElement[bool]) -> Iterator[Row]:
    """Rows as they stand, read so that nothing is taken for what we write: a 7 is not true. Raises `ValueError` for a day
    or a list that is none."""
    columns, truths = _strict(table)
    for found in store.execute(sa.select(*columns).where(*where)).mappings():
        row = dict(found)
        for name in truths:
            if row[name] in {0, 1}:
                row[name] = bool(row[name])
        yield row


@cache
def _strict(table: sa.Table) -> tuple[list[sa.ColumnElement[Any]], list[str]]:
    """The table's columns as they are read, and which of them are true or false."""
    columns: list[sa.ColumnElement[Any]] = [
        sa.type_coerce(column, _STRICT[type(column.type)]).label(column.name)
        if type(column.type) in _STRICT
        else column
        for column in table.c
    ]
    return columns, [column.name for column in table.c if isinstance(column.type, sa.Boolean)]


class Rows:
    """The writer of one store. `day` is the civil date from which what is written stands; None at the desk, whose past is
    the journal. What leaves or changes is kept as it stood, unless the writer `forgets`. `at` is the instant given to what
    changes (UTC), None: now; nothing is announced where it does not `tell`."""

    def __init__(
        self,
        store: Session,
        day: dt.date | None = None,
        *,
        forgets: bool = False,
        at: str | None = None,
        tells: bool = True,
    ) -> None:
        self.store, self.day, self.forgets, self.at, self.tells = store, day, forgets, at, tells

    def insert(self, table: sa.Table, rows: Sequence[Row]) -> None:
        target = self._target(table)
        stands = {} if self.day is None or target is table else {SINCE: self.day}
        for load in loads(rows):
            self.store.execute(target.insert(), [{**row, **stands} for row in load])

    def update(self, table: sa.Table, key: Key, row: Row) -> None:
        target = self._target(table)
        self._keep(table, [key])
        stands = {} if self.day is None or self.forgets or target is table else {SINCE: self.day}
        same = [column == value for column, value in zip(target.primary_key, key, strict=True)]
        self.store.execute(target.update().where(*same).values({**row, **stands}))

    def delete(self, table: sa.Table, keys: Sequence[Key]) -> None:
        self._keep(table, keys)
        for load in loads(keys):
            self.store.execute(table.delete().where(sa.tuple_(*table.primary_key).in_(load)))

    def _target(self, table: sa.Table) -> sa.Table:
        return table if self.day is None else DATED.get(table.name, table)

    def _keep(self, table: sa.Table, keys: Sequence[Key]) -> None:
        """Copy these rows to those that stood before; what came this very day never stood on one."""
        if self.day is None or self.forgets or table.name not in PAST:
            return
        dated, past = DATED[table.name], PAST[table.name]
        for load in loads(keys):
            meant = sa.tuple_(*dated.primary_key).in_(load)
            stood = sa.select(*dated.c, sa.literal(self.day, sa.Date)).where(meant, dated.c.since < self.day)
            self.store.execute(past.insert().from_select([c.name for c in past.c], stood))
