"""Lets the public register's past go where something was withdrawn: what is not public now was never there.

What hangs together with it begins anew on the day of the withdrawal. Before that day it is missing, and nothing is shown
from half of it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.loads import loads
from app.models.published import DATED, PAST
from app.models.register import bodies, files, meetings, names, people, supports
from app.models.rows import OWNED, SHARED

# Which columns lead to a row that many rest on, in the order in which such rows may be let go.
_LEADING: dict[str, tuple[tuple[str, str], ...]] = {
    names.name: (
        ("mentions", "name_id"),
        ("ballots", "name_id"),
        ("presence", "name_id"),
        ("presence", "for_name_id"),
    ),
    people.name: (("names", "person_id"),),
    files.name: (("appearances", "file_id"), ("sources", "file_id"), ("passages", "file_id")),
    meetings.name: (("items", "meeting_id"),),
    bodies.name: (("meetings", "body_id"), ("items", "body_id"), ("documents", "body_id"), ("steps", "body_id")),
}


def resting(store: Session, owners: Collection[str]) -> set[tuple[str, str]]:
    """The rows that many rest on, by table and id, which these owners support now."""
    found: set[tuple[str, str]] = set()
    for batch in loads(sorted(owners)):
        query = sa.select(supports.c.kind, supports.c.row_id).where(supports.c.owner.in_(batch))
        found |= {(row.kind, row.row_id) for row in store.execute(query)}
    return found


def forget(store: Session, owners: Collection[str], rested: Collection[tuple[str, str]], day: dt.date) -> None:
    """Let everything begin on `day` that these owners hold, and nothing be left of it before; `rested` are the rows that
    they supported before the withdrawal."""
    for table in OWNED.values():
        dated, past = DATED[table.name], PAST[table.name]
        for batch in loads(sorted(owners)):
            store.execute(past.delete().where(past.c.owner.in_(batch)))
            store.execute(dated.update().where(dated.c.owner.in_(batch)).values(since=day))
    for table in SHARED.values():
        _stand_as_now(store, table.name, [row_id for kind, row_id in rested if kind == table.name])
    for name, leading in _LEADING.items():
        _drop_unled(store, name, leading)


def _stand_as_now(store: Session, name: str, ids: list[str]) -> None:
    """Let these rows have been what they are now for as long as they have been there: how they read before may be what
    was withdrawn."""
    dated, past = DATED[name], PAST[name]
    first = sa.select(sa.func.min(past.c.since)).where(past.c.id == dated.c.id).scalar_subquery()
    for batch in loads(sorted(ids)):
        was = sa.exists().where(past.c.id == dated.c.id, past.c.since < dated.c.since)
        store.execute(dated.update().where(dated.c.id.in_(batch), was).values(since=first))
        store.execute(past.delete().where(past.c.id.in_(batch)))


def _drop_unled(store: Session, name: str, leading: tuple[tuple[str, str], ...]) -> None:
    """Drop what stood before and is not there now, where nothing that stood before leads to it any more."""
    past = PAST[name]
    led = [sa.exists().where(PAST[table].c[column] == past.c.id) for table, column in leading]
    there = sa.exists().where(DATED[name].c.id == past.c.id)
    store.execute(past.delete().where(~there, *(~one for one in led)))
