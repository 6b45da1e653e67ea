"""What municipalities and bodies that a question names, or could name, are called."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.models.register import bodies, municipalities
from app.queries.bodies import bodies_meant
from app.queries.meant import municipality_meant


def names_of_facets(session: Session, asked: Mapping[str, str]) -> dict[str, str]:
    """The names of those that are here, of `municipality` and `body`."""
    called: dict[str, str | None] = {}
    if "municipality" in asked:
        place = municipalities.c.id.in_(municipality_meant(asked["municipality"]))
        called["municipality"] = session.execute(sa.select(municipalities.c.name).where(place).limit(1)).scalar()
    if "body" in asked:
        body = bodies.c.id.in_(bodies_meant(asked["body"]))
        called["body"] = session.execute(sa.select(bodies.c.name).where(body).limit(1)).scalar()
    return {name: value for name, value in called.items() if value}


def names_of_slugs(session: Session, by_facet: Mapping[str, Sequence[str]]) -> dict[str, dict[str, str]]:
    """What each slug of a municipality or a body is called, by facet: `{"municipality": {"alnsjo": "Älnsjö"}}`; of other
    facets, nothing."""
    return {
        facet: dict(
            session.execute(sa.select(table.c.slug, table.c.name).where(table.c.slug.in_(by_facet[facet]))).all()
        )
        for facet, table in _NAMED.items()
        if by_facet.get(facet)
    }


_NAMED = {"municipality": municipalities, "body": bodies}
