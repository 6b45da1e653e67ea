"""The §§ that are meant by a number with a body or a year, as people ask for them."""

from __future__ import annotations

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.ids import fold
from app.models.register import bodies, items
from app.queries.bodies import bodies_meant
from app.queries.listing import Where
from app.register.item_numbers import parse_item
from app.register.short_forms import short_form

# `§ 1` alone is one of every meeting's.
_MOST = 50


def find_items(session: Session, typed: str, municipality: str | None = None) -> list[str]:
    """The ids of the §§ that were typed, of one municipality (its id) or of all, the latest first; none where nothing but a § was
    typed."""
    meant = parse_item(typed)
    if meant is None:
        return []
    spelt = meant.number.lower()
    where: list[Where] = [items.c.number.in_({spelt, spelt.upper()})]
    if meant.year is not None:
        where.append(items.c.year == meant.year)
    if meant.date is not None:
        where.append(items.c.date == meant.date)
    if meant.body is not None:
        # not by its index: a body has many more §§ than a number has, and SQLite does not know that
        where.append(sa.func.coalesce(items.c.body_id, "").in_(_bodies(session, meant.body)))
    if municipality is not None:
        where.append(items.c.municipality_id == municipality)
    query = sa.select(items.c.id).where(*where).order_by(items.c.date.desc(), items.c.id).limit(_MOST)
    return list(session.execute(query).scalars())


def _bodies(session: Session, typed: str) -> list[str]:
    """The bodies that go by this name or these letters."""
    named = list(session.execute(bodies_meant(typed)).scalars())
    if named:
        return named
    letters = fold(typed)
    return [row.id for row in session.execute(sa.select(bodies.c.id, bodies.c.name)) if short_form(row.name) == letters]
