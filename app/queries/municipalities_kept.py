"""Municipalities as whoever runs the installation sees them: those that were added, and those of which something was filed."""

from __future__ import annotations

from typing import TypedDict

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.models.journal import filings
from app.models.register import municipalities
from app.queries.bodies_kept import bodies_kept, prefixes_of
from app.queries.towns import towns
from app.register.municipalities import Municipality
from app.register.towns import Town


class MunicipalityKept(TypedDict):
    """`called`, `colour`, `address`, `contact` and `moved_to` as `Town` has them; `added` is false of one that was only filed for. `files`
    is how many were filed for it."""

    id: str
    name: str
    called: str
    colour: str | None
    address: str | None
    contact: str | None
    added: bool
    closed: bool
    moved_to: str | None
    files: int


class BodyOf(TypedDict):
    """A body of it: whether what it files is public when it is read, and what the numbers of its matters begin with."""

    name: str
    public: bool
    prefixes: list[str]


class WholeMunicipality(MunicipalityKept):
    """One of them with its bodies."""

    bodies: list[BodyOf]


def municipalities_kept(session: Session) -> list[MunicipalityKept]:
    """All of them, by name."""
    counted = sa.select(filings.c.municipality, sa.func.count(filings.c.sha256.distinct()))
    counted = counted.where(filings.c.bytes > 0).group_by(filings.c.municipality)
    files = {str(row[0]): int(row[1]) for row in session.execute(counted)}
    added = {town.place.id: town for town in towns(session)}
    there = {row.id: Town(Municipality(*row), row.name) for row in session.execute(sa.select(municipalities))}
    rows = [
        MunicipalityKept(
            id=id,
            name=town.place.name,
            called=town.called,
            colour=town.colour,
            address=town.address,
            contact=town.contact,
            added=id in added,
            closed=town.closed,
            moved_to=town.moved_to,
            files=files.get(id, 0),
        )
        for id, town in (there | added).items()
    ]
    return sorted(rows, key=lambda row: row["name"])


def municipality_kept(session: Session, id: str) -> WholeMunicipality | None:
    """The one with this id."""
    row = next((row for row in municipalities_kept(session) if row["id"] == id), None)
    if row is None:
        return None
    bodies = [
        BodyOf(
            name=body["name"],
            public=body["public"],
            prefixes=[prefix for prefix, _n in prefixes_of(session, body["id"])],
        )
        for body in bodies_kept(session)
        if body["municipality"] == id and not body["leads_to"]
    ]
    return WholeMunicipality(**row, bodies=bodies)
