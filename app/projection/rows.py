"""Writes the rows of a register: at the desk as they are, in the public store with the days on which they stood."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.loads import loads
from app.models.published import DATED, PAST, SINCE

Row = dict[str, Any]
Key = tuple[Any, ...]


class Rows:
    """The writer of one store. `day` is the civil date from which what is written stands; None at the desk, whose past is
    the journal. What leaves or changes is kept as it stood, unless the writer `forgets`. `at` is the instant given to what
    changes (UTC), None: now."""

    def __init__(
        self, store: Session, day: dt.date | None = None, *, forgets: bool = False, at: str | None = None
    ) -> None:
        self.store, self.day, self.forgets, self.at = store, day, forgets, at

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
