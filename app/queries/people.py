"""Whom a person means by a name: everybody in the register who bears it, and the names that are spelt nearest."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import dataclass

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.ids import fold
from app.models.register import municipalities, names, people, redirects
from app.register.named import name_and_party


@dataclass(frozen=True, slots=True)
class NamedPerson:
    """Somebody who bears a name, under the parties that are printed after it."""

    id: str
    name: str
    parties: tuple[str, ...]
    municipality: str


def people_called(session: Session, typed: str, municipality: str | None = None) -> list[NamedPerson]:
    """Everybody called `Anna Ek`, or `Anna Ek (C)`, in any spelling of blanks, hyphens and case; those too who were
    split off by party. Who was merged into another is found under the name as before. With
    `municipality` (its id) those of it alone."""
    name, party = name_and_party(typed) or (typed.strip(), None)
    split_off = sa.and_(redirects.c.id == names.c.id, redirects.c.kind == "name")
    query = (
        sa.select(
            sa.func.coalesce(redirects.c.into, people.c.id).label("id"),
            people.c.name,
            names.c.party,
            municipalities.c.name.label("municipality"),
        )
        .join(municipalities, municipalities.c.id == people.c.municipality_id)
        .outerjoin(names, names.c.person_id == people.c.id)
        .outerjoin(redirects, split_off)
    )
    query = query.where(people.c.municipality_id == municipality) if municipality else query
    rows = [row for row in session.execute(query) if fold(row.name) == fold(name)]
    named = [
        NamedPerson(
            person_id,
            own[0].name,
            tuple(sorted({row.party for row in own if row.party})),
            own[0].municipality,
        )
        for person_id in sorted({row.id for row in rows})
        if (own := [row for row in rows if row.id == person_id])
    ]
    return [one for one in named if party is None or party in one.parties]


def names_near(session: Session, typed: str, municipality: str | None = None) -> list[str]:
    """At most three names in the register that are spelt nearly so, the nearest first; with `municipality` (its id) in it alone."""
    name, _party = name_and_party(typed) or (typed.strip(), None)
    query = sa.select(people.c.name).distinct().order_by(people.c.name)
    query = query.where(people.c.municipality_id == municipality) if municipality else query
    borne: Iterable[str] = session.execute(query).scalars()
    by_fold = {fold(each): each for each in borne}
    return [by_fold[near] for near in difflib.get_close_matches(fold(name), by_fold, n=3, cutoff=0.6)]
