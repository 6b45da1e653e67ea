"""People whom the register has under two names that are nearly one, and of whom nobody has said whether they are one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.journal.stretches import acts_of
from app.loads import loads
from app.models.register import names, people, presence, redirects
from app.queries.pairs import Pair, Side
from app.register.alike_people import BearerOfName, alike_people
from app.register.named import with_party
from app.register.parts import ActKind
from app.register.people import pairs_apart, person_key


def people_proposed(session: Session) -> list[Pair]:
    """The pairs that may be one; not those who stood on one list of those present, nor whom a person told apart or merged."""
    there = _bearers(session)
    apart = pairs_apart(acts_of(session, (ActKind.APART,)))
    pairs = [
        (one, other, why)
        for one, other, why in alike_people(there)
        if frozenset(person_key(of.place, of.name) for of in (one, other)) not in apart
    ]
    lists = _lists(session, {person.id for one, other, _why in pairs for person in (one, other)})
    return [
        Pair(one.place, _side(one), _side(other), why.value)
        for one, other, why in pairs
        if not lists[one.id] & lists[other.id]
    ]


def _side(person: BearerOfName) -> Side:
    """`Anna Ek (C, L)`."""
    return Side(with_party(person.name, ", ".join(sorted(person.parties)) or None), person.id)


def _bearers(session: Session) -> list[BearerOfName]:
    """Everybody but those who lead to another, and those who were split off from others of their name."""
    merged = sa.select(redirects.c.id).where(redirects.c.kind == "person")
    settled = merged.union(sa.select(redirects.c.into).where(redirects.c.kind == "name"))
    query = (
        sa.select(people.c.id, people.c.municipality_id, people.c.name, names.c.party)
        .join(names, names.c.person_id == people.c.id, isouter=True)
        .where(people.c.id.not_in(settled))
    )
    who: dict[tuple[str, str, str], set[str]] = defaultdict(set)
    for row in session.execute(query):
        who[row.id, row.municipality_id, row.name] |= {row.party} if row.party else set()
    return [BearerOfName(*key, frozenset(parties)) for key, parties in who.items()]


def _lists(session: Session, ids: Collection[str]) -> dict[str, set[str]]:
    """The papers in which each of these is listed as present."""
    listed: dict[str, set[str]] = defaultdict(set)
    for load in loads(sorted(ids)):
        query = sa.select(names.c.person_id, presence.c.document_id).join(names, names.c.id == presence.c.name_id)
        for row in session.execute(query.where(names.c.person_id.in_(load)).distinct()):
            listed[row.person_id].add(row.document_id)
    return listed
