"""What municipalities and bodies that a question names, or could name, are called."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.models.register import bodies, municipalities
from app.queries.bodies import bodies_meant
from app.queries.meant import municipality_meant
from app.schemas.hit_rows import FacetValue


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


def told_apart(session: Session, facets: Mapping[str, list[FacetValue]]) -> dict[str, list[FacetValue]]:
    """The facets, a body (known by its id) that shares its name with another's among them with its municipality's name."""
    shared = Counter(value["name"] for value in facets.get("body", ()))
    asked = [value["value"] for value in facets.get("body", ()) if shared[value["name"]] > 1]
    if not asked:
        return dict(facets)
    query = sa.select(bodies.c.id, municipalities.c.name).join(
        municipalities, municipalities.c.id == bodies.c.municipality_id
    )
    towns = {row.id: row.name for row in session.execute(query.where(bodies.c.id.in_(asked)))}
    named = [
        FacetValue(value=one["value"], name=_with(one["name"], towns.get(one["value"])), count=one["count"])
        for one in facets["body"]
    ]
    return {**facets, "body": named}


def _with(name: str, town: str | None) -> str:
    return f"{name}, {town}" if town else name


_NAMED = {"municipality": municipalities, "body": bodies}
