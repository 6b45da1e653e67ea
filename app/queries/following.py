"""What changed last among the rows of a list: a row changes when a matter that it belongs to does.

The changes of a register are numbered in the order of commit, so whoever has read as far as a number has missed nothing
before it, however many changes one second holds. A page ends at a place in that order, and whatever changes meanwhile moves
before it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.loads import loads
from app.models.register import changes
from app.queries.belonging import pairs_of
from app.queries.listing import Listing, Wanted, ids_among

# How many matters are looked through at first, and by how many times more each time that these held too few.
_FIRST, _TIMES = 200, 4


@dataclass(frozen=True, slots=True)
class Place:
    """A place in the order of what changed last: the number of the change, and the row."""

    n: int
    id: str


@dataclass(frozen=True, slots=True)
class Followed:
    """A row of a list with the last change of all its matters: its number, its instant, what it was, and of which matter."""

    id: Any
    n: int
    at: str
    kind: str
    matter_id: str


def changed_last(
    session: Session, listing: Listing, filters: Mapping[str, Any], wanted: Wanted, limit: int, after: Place | None
) -> tuple[list[Followed], bool]:
    """So many rows that meet the filters, the one that changed last first, behind a place; and whether there are more."""
    found: list[Followed] = []
    until, size = after.n if after else None, _FIRST
    while len(found) <= limit:
        window = _window(session, until, size)
        if not window:
            break
        rows = _rows_of(session, listing.name, window[0].n, window[-1].n)
        there = set(ids_among(session, listing, sorted({row.id for row in rows}), filters, wanted))
        of_window = [row for row in rows if row.id in there and not (after and _passed(row, after))]
        found += sorted(of_window, key=lambda row: (-row.n, str(row.id)))
        until, size = window[-1].n - 1, size * _TIMES
    return found[:limit], len(found) > limit


def gone_between(
    session: Session, newest: int | None, oldest: int | None, municipalities: sa.Select[Any] | None
) -> list[Followed]:
    """The matters that are gone by a change from `oldest` to `newest`, the last first; None has no end."""
    query = _LATEST.where(changes.c.kind == "gone")
    query = query.where(changes.c.n <= newest) if newest is not None else query
    query = query.where(changes.c.n >= oldest) if oldest is not None else query
    query = query.where(changes.c.municipality_id.in_(municipalities)) if municipalities is not None else query
    return [_followed(row.matter_id, row) for row in session.execute(query)]


def latest_of(session: Session, listing_name: str, ids: Sequence[Any]) -> list[Followed]:
    """The last change of each of these rows, the last first; those that belong to no matter are left out."""
    pairs = pairs_of(listing_name)
    met: dict[Any, Followed] = {}
    for load in loads(ids):
        query = _joined(pairs).where(pairs.c.id.in_(load))
        for row in session.execute(query):
            if row.id not in met or met[row.id].n < row.n:
                met[row.id] = _followed(row.id, row)
    return sorted(met.values(), key=lambda row: (-row.n, str(row.id)))


def _passed(row: Followed, after: Place) -> bool:
    return (-row.n, str(row.id)) <= (-after.n, after.id)


def _window(session: Session, until: int | None, size: int) -> Sequence[Any]:
    """The last changes of so many matters, the last first, none behind the number."""
    query = _LATEST.where(changes.c.n <= until) if until is not None else _LATEST
    return session.execute(query.limit(size)).all()


def _rows_of(session: Session, name: str, newest: int, oldest: int) -> list[Followed]:
    """The rows that a matter in the window holds, and none that lies later has."""
    pairs = pairs_of(name)
    changed = sa.select(changes.c.matter_id).where(changes.c.n.between(oldest, newest), _IS_LATEST)
    ids = session.execute(sa.select(pairs.c.id).where(pairs.c.matter_id.in_(changed)).distinct()).scalars().all()
    return [row for row in latest_of(session, name, ids) if oldest <= row.n <= newest]


_later = changes.alias("later_change")
_IS_LATEST = sa.not_(
    sa.exists(sa.select(_later.c.n).where(_later.c.matter_id == changes.c.matter_id, _later.c.n > changes.c.n))
)
_LATEST = sa.select(changes).where(_IS_LATEST).order_by(changes.c.n.desc())


def _joined(pairs: sa.Subquery) -> sa.Select[Any]:
    return sa.select(pairs.c.id, changes).join(changes, changes.c.matter_id == pairs.c.matter_id).where(_IS_LATEST)


def _followed(id: Any, row: Any) -> Followed:
    return Followed(id=id, n=row.n, at=row.at, kind=row.kind, matter_id=row.matter_id)
