"""What the municipality and the body that a question names are called."""

from __future__ import annotations

from collections.abc import Mapping

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
