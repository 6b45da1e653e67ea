"""How many rows a list has, where that is summed already: to count them takes as long as there are rows."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.models.register import bodies, sums
from app.queries.listing import Counted
from app.queries.meant import municipality_meant
from app.queries.sums import kept
from app.register.sum_keys import Sum


def summed(kind: Sum, fact: str = "") -> Counted:
    """How many of a kind there are, of a municipality or of all, where they are summed by municipality."""

    def counted(session: Session, municipality: str | None) -> int:
        return _count(session, kind, fact, None if municipality is None else municipality_meant(municipality))

    return counted


def summed_of_bodies(kind: Sum) -> Counted:
    """The same where they are summed by body."""

    def counted(session: Session, municipality: str | None) -> int:
        if municipality is None:
            return _count(session, kind, "", None)
        there = bodies.c.municipality_id.in_(municipality_meant(municipality))
        return _count(session, kind, "", sa.select(bodies.c.id).where(there))

    return counted


def _count(session: Session, kind: Sum, fact: str, of: sa.Select[Any] | None) -> int:
    assert kept(session)
    query = sa.select(sa.func.coalesce(sa.func.sum(sums.c.n), 0)).where(sums.c.kind == kind, sums.c.fact == fact)
    return int(session.execute(query.where(sums.c.of.in_(of)) if of is not None else query).scalar_one())
