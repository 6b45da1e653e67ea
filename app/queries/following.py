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
from app.queries.filters import is_of_municipality
from app.queries.listing import Listing, Wanted, Where, ids_among, ids_query

# By how many times more matters are looked through each time that these held too few rows.
_TIMES = 4
# So few rows that meet the filters are looked at each by itself: they may lie anywhere in the order.
_FEW = 1000


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
    narrowed = [name for name in filters if name != "municipality"]
    if narrowed and not any(listing.filters[name].late for name in filters):
        few = session.execute(ids_query(session, listing, filters).limit(_FEW + 1)).scalars().all()
        if len(few) <= _FEW:
            of_few = [row for row in latest_of(session, listing.name, few) if not (after and _passed(row, after))]
            return of_few[:limit], len(of_few) > limit
    found: list[Followed] = []
    until, size = after.n if after else None, limit + 1
    within = _within(session, filters.get("municipality"))
    while len(found) <= limit:
        window = _window(session, until, size, within)
        if not window:
            break
        rows = _rows_of(session, listing.name, window[0].n, window[-1].n, within)
        there = set(ids_among(session, listing, sorted({row.id for row in rows}), filters, wanted))
        of_window = [row for row in rows if row.id in there and not (after and _passed(row, after))]
        found += sorted(of_window, key=lambda row: (-row.n, str(row.id)))
        until, size = window[-1].n - 1, size * _TIMES
    return found[:limit], len(found) > limit


def gone_between(session: Session, newest: int | None, oldest: int | None, municipality: str | None) -> list[Followed]:
    """The matters that are gone by a change from `oldest` to `newest`, the last first; None has no end."""
    query = _LATEST.where(changes.c.kind == "gone", _within(session, municipality))
    query = query.where(changes.c.n <= newest) if newest is not None else query
    query = query.where(changes.c.n >= oldest) if oldest is not None else query
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


def _within(session: Session, municipality: str | None) -> Where:
    """Where the changes lie that may be of a municipality's rows: a matter is of one municipality, with all that it holds."""
    if municipality is None:
        return sa.true()
    return is_of_municipality(session, changes.c.municipality_id, municipality)


def _window(session: Session, until: int | None, size: int, within: Where) -> Sequence[Any]:
    """The last changes of so many matters, the last first, none behind the number."""
    query = _LATEST.where(within)
    query = query.where(changes.c.n <= until) if until is not None else query
    return session.execute(query.limit(size)).all()


def _rows_of(session: Session, name: str, newest: int, oldest: int, within: Where) -> list[Followed]:
    """The rows that a matter in the window holds, and none that lies later has."""
    pairs = pairs_of(name)
    changed = sa.select(changes.c.matter_id).where(changes.c.n.between(oldest, newest), within, _IS_LATEST)
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
