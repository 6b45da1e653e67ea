"""How often bodies met each year, counted along an index: to take the year of each meeting's day costs many times as much."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.loads import loads
from app.models.prepared import Prepared
from app.models.register import bodies, meetings


def years_met(session: Session, ids: Collection[str]) -> dict[str, dict[int, int]]:
    """By body, the years in which there is anything of its meetings, the first first, with how many those are; bodies of
    which there is none are left out."""
    spans = {
        row.id: (row.first, row.last)
        for load in loads(sorted(ids))
        for row in session.execute(_SPANS, {"ids": load})
        if row.first
    }
    met: dict[str, dict[int, int]] = defaultdict(dict)
    for body, (first, last) in spans.items():
        for year in range(first.year, last.year + 1):
            if count := _IN_YEAR.run(
                session, body=body, first=f"{year:04}-01-01", last=f"{year:04}-12-31"
            ).scalar_one():
                met[body][year] = count
    return met


def _end(of: Callable[[Any], sa.ColumnElement[Any]]) -> sa.ScalarSelect[Any]:
    """The first or the last day that a body met, read off the index."""
    return sa.select(of(meetings.c.date)).where(meetings.c.body_id == bodies.c.id).scalar_subquery()


_SPANS = sa.select(bodies.c.id, _end(sa.func.min).label("first"), _end(sa.func.max).label("last")).where(
    bodies.c.id.in_(sa.bindparam("ids", expanding=True))
)
_IN_YEAR = Prepared(
    sa.select(sa.func.count()).where(
        meetings.c.body_id == sa.bindparam("body"),
        meetings.c.date.between(sa.bindparam("first"), sa.bindparam("last")),
    )
)
