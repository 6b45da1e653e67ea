"""The parties of a municipality by the letters that are printed after people's names."""

from __future__ import annotations

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.models.register import names, people
from app.queries.meant import municipality_meant


def letters_of(session: Session, place: str | None) -> list[str]:
    """The letters printed in a municipality, or anywhere, in their order; those that differ in case alone once."""
    query = sa.select(names.c.party).where(names.c.party.is_not(None)).distinct().order_by(names.c.party)
    if place is not None:
        here = sa.select(people.c.id).where(people.c.municipality_id.in_(municipality_meant(place)))
        query = query.where(names.c.person_id.in_(here))
    by_letters: dict[str, str] = {}
    for letters in session.execute(query).scalars():
        by_letters.setdefault(letters.lower(), letters)
    return sorted(by_letters.values())
