"""People: who a printed name is, under which names and parties, and when."""

from __future__ import annotations

import datetime as dt
from typing import Any, TypedDict

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.ids import fold
from app.models.register import ballots, documents, items, mentions, names, people, presence, redirects
from app.queries.aliases import sent_on


class PrintedName(TypedDict):
    """A name as printed with its party, and the days between which the register holds it."""

    name: str
    party: str | None
    first: dt.date | None
    last: dt.date | None


class PersonRow(TypedDict):
    """`id` is the person's own; one asked for by an id that was merged away is found under the one it went to."""

    id: str
    municipality_id: str
    name: str
    names: list[PrintedName]


def person(session: Session, person_id: str) -> PersonRow | None:
    """The person with this id, or whom it was merged into."""
    found = sent_on(session, person_id)
    own = sa.select(people).where(people.c.id == found)
    row = session.execute(own).first() or session.execute(_split_off(found)).first()
    if row is None:
        return None
    printed = _printed(session, found)
    return PersonRow(id=found, municipality_id=row.municipality_id, name=row.name, names=printed)


def _split_off(person_id: str) -> sa.Select[Any]:
    """The people whose printed names were split off into somebody who has no row of their own."""
    return (
        sa.select(people)
        .join(names, names.c.person_id == people.c.id)
        .join(redirects, sa.and_(redirects.c.id == names.c.id, redirects.c.into == person_id))
    )


def people_named(session: Session, municipality_id: str, name: str) -> list[PersonRow]:
    """The people of a municipality who bear a name, in any spelling of blanks, hyphens and case."""
    query = sa.select(people.c.id, people.c.name).where(people.c.municipality_id == municipality_id)
    ids = sorted({sent_on(session, row.id) for row in session.execute(query) if fold(row.name) == fold(name)})
    return [row for i in ids if (row := person(session, i))]


def _printed(session: Session, person_id: str) -> list[PrintedName]:
    """The printed names that lead to the person, each with its first and last day."""
    merged = sa.select(redirects.c.id).where(redirects.c.into == person_id, redirects.c.kind == "person")
    split = sa.select(redirects.c.id).where(redirects.c.kind == "name")
    mine = sa.select(redirects.c.id).where(redirects.c.kind == "name", redirects.c.into == person_id)
    own = sa.or_(names.c.person_id == person_id, names.c.person_id.in_(merged))
    query = sa.select(names).where(sa.or_(sa.and_(own, names.c.id.not_in(split)), names.c.id.in_(mine)))
    found = [_dated(session, row) for row in session.execute(query).all()]
    return sorted(found, key=lambda p: (p["first"] or dt.date.max, p["name"], p["party"] or ""))


def _dated(session: Session, name: Any) -> PrintedName:
    owners = sa.union(
        sa.select(mentions.c.owner).where(mentions.c.name_id == name.id),
        sa.select(ballots.c.owner).where(ballots.c.name_id == name.id),
        sa.select(presence.c.owner).where(presence.c.name_id == name.id),
    ).subquery()
    wanted = sa.select(owners.c.owner)
    days = sa.union_all(
        sa.select(items.c.date).where(items.c.id.in_(wanted)),
        sa.select(documents.c.date).where(documents.c.id.in_(wanted), documents.c.date.is_not(None)),
    ).subquery()
    first, last = session.execute(sa.select(sa.func.min(days.c.date), sa.func.max(days.c.date))).one()
    return PrintedName(name=name.name, party=name.party, first=first, last=last)
