"""Keeps the sums of a register: what is written changes them by as much as it adds, and a rebuild counts them anew."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from app.loads import loads
from app.models.register import documents, items, matters, meetings, mentions, names, register, sums
from app.projection.rows import Row
from app.register.sum_keys import SUMMED, Added, Key
from app.register.sums import added

TABLES = {name: register.tables[name] for name in SUMMED}


class Changing:
    """What a writing of rows changes in the sums, gathered while they are written."""

    def __init__(self, store: Session) -> None:
        self.store = store
        self._before: dict[str, Iterable[Row]] = {}
        self._after: dict[str, Iterable[Row]] = {}
        self._parties: dict[str, str | None] = {}
        self._more: Added = Counter()
        self._less: Added = Counter()

    def note(self, table: sa.Table, before: Iterable[Row], after: Iterable[Row]) -> None:
        """The rows that some owners had in a table, and those that they have now."""
        if table.name in TABLES:
            self._before[table.name], self._after[table.name] = before, after

    @contextmanager
    def settling(self, shared: Collection[tuple[str, str]]) -> Iterator[None]:
        """Around the writing of these rows that many rest on, by table and id: meetings, and the names that are mentioned."""
        met = [row_id for kind, row_id in shared if kind == meetings.name]
        self._less.update(_of_meetings(self.store, met))
        self._parties |= _parties(self.store, [row_id for kind, row_id in shared if kind == names.name])
        yield
        self._more.update(_of_meetings(self.store, met))

    def write(self) -> None:
        """Bring the sums up to what was written."""
        before, after = _unlike(self._before, self._after)
        named = {row["name_id"] for rows in (before, after) for row in rows.get(mentions.name, ())}
        parties = self._parties | _parties(self.store, named)
        change(self.store, self._more + added(after, parties), self._less + added(before, parties))


def _unlike(
    before: Mapping[str, Iterable[Row]], after: Mapping[str, Iterable[Row]]
) -> tuple[dict[str, list[Row]], dict[str, list[Row]]]:
    """The rows of those owners whose rows are not the same before and after."""
    by_owner = [_by_owner(rows) for rows in (before, after)]
    owners = {owner for owner in {*by_owner[0], *by_owner[1]} if by_owner[0].get(owner) != by_owner[1].get(owner)}
    return _of(before, owners), _of(after, owners)


def _by_owner(rows: Mapping[str, Iterable[Row]]) -> dict[str, dict[tuple[str, str], Row]]:
    found: dict[str, dict[tuple[str, str], Row]] = defaultdict(dict)
    for table, of_table in rows.items():
        for row in of_table:
            found[row["owner"]][table, row["id"]] = row
    return found


def _of(rows: Mapping[str, Iterable[Row]], owners: set[str]) -> dict[str, list[Row]]:
    found = {table: [row for row in of_table if row["owner"] in owners] for table, of_table in rows.items()}
    return {table: of_table for table, of_table in found.items() if of_table}


def _parties(store: Session, ids: Iterable[str]) -> dict[str, str | None]:
    """The party that is printed with each name: a name's id tells it from the same name with another."""
    found: dict[str, str | None] = {}
    for load in loads(sorted(ids)):
        rows = store.execute(sa.select(names.c.id, names.c.party).where(names.c.id.in_(load)))
        found |= {row.id: row.party for row in rows}
    return found


def _of_meetings(store: Session, ids: Sequence[str]) -> Added:
    found: Added = Counter()
    for load in loads(ids):
        rows = _rows(store, sa.select(meetings).where(meetings.c.id.in_(load)))
        found.update(added({meetings.name: rows}, {}))
    return found


def change(store: Session, more: Added, less: Added) -> None:
    """Let the sums be so much more, and so much less."""
    by: Counter[Key] = Counter(more)
    by.subtract(less)
    rows = [_row(key, n) for key, n in sorted(by.items()) if n]
    if not rows:
        return
    dialect = postgresql if store.get_bind().dialect.name == "postgresql" else sqlite
    put = dialect.insert(sums)
    store.execute(
        put.on_conflict_do_update(index_elements=list(sums.primary_key), set_={"n": sums.c.n + put.excluded.n}), rows
    )
    if any(row["n"] < 0 for row in rows):
        store.execute(sums.delete().where(sums.c.n == 0))


def counted(store: Session) -> Added:
    """Every sum as it follows from the rows that stand, in bounded loads."""
    found = added({meetings.name: _rows(store, sa.select(meetings))}, {})
    owners = sa.union(*(sa.select(table.c.owner) for table in (items, documents, matters)))
    for load in loads(sorted(store.execute(owners).scalars())):
        rows = {
            name: list(_rows(store, sa.select(table).where(table.c.owner.in_(load)))) for name, table in TABLES.items()
        }
        found.update(added(rows, _parties(store, {row["name_id"] for row in rows[mentions.name]})))
    return found


def mend_sums(store: Session) -> int:
    """Make the sums those that follow from the rows; returns how many had to be changed."""
    wanted = counted(store)
    there = {Key(*row[:-1]): row.n for row in store.execute(sa.select(sums))}
    if wrong := [key for key in {*there, *wanted} if there.get(key) != wanted.get(key)]:
        for load in loads(sorted(wrong, key=str)):
            meant = [tuple(_row(key, 0).values())[:-1] for key in load]
            store.execute(sums.delete().where(sa.tuple_(*sums.primary_key).in_(meant)))
        if lacking := [_row(key, wanted[key]) for key in wrong if key in wanted]:
            store.execute(sums.insert(), lacking)
    return len(wrong)


def _rows(store: Session, query: sa.Select[Any]) -> Iterator[Row]:
    return (dict(row) for row in store.execute(query).mappings())


def _row(key: Key, n: int) -> Row:
    return {**key._asdict(), "kind": str(key.kind), "n": n}
