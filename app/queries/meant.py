"""Which municipality, body, party or person a question means by what was typed, and what could be meant where it is none."""

from __future__ import annotations

import json
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.ids import fold, slugify
from app.models.register import bodies, municipalities, names, redirects, reservations, statements, yrkanden
from app.queries.bodies import bodies_meant
from app.queries.listing import Names, Where
from app.register.short_forms import short_form
from importers.patterns.people import PARTY_NAMES as WHOLE_NAMES

Column = sa.ColumnElement[Any]
# How many printed names are held against one that nobody bears.
_MOST_NAMES = 2_000
# A word shorter than this is no part to look for.
_FEWEST_LETTERS = 3
_LONGEST_SHORT = 8


def municipality_meant(typed: str) -> sa.Select[Any]:
    """The id of the municipality that a person means by its id (its code, where it has one), slug or name."""
    return sa.select(municipalities.c.id).where(
        sa.or_(municipalities.c.id == typed, municipalities.c.slug == (slugify(typed) or typed))
    )


def holds(column: Column, value: str) -> Where:
    """Whether a JSON list of strings holds the value."""
    return sa.cast(column, sa.Text).contains(json.dumps(value), autoescape=True)


def is_party(column: Column, letters: str) -> Where:
    """Whether a party's letters are meant: as printed, or in another case."""
    return sa.or_(column == letters, sa.func.lower(column) == letters.lower())


def names_party(column: Column, letters: str) -> Where:
    """Whether a JSON list of parties names the one that is meant."""
    return sa.or_(holds(column, letters), holds(sa.func.lower(sa.cast(column, sa.Text)), letters.lower()))


def names_of(person: str) -> sa.Select[Any]:
    """The printed names of a person, by name or by an id: whichever of those it was merged from, or into, gives all."""
    merges = sa.select(redirects).where(redirects.c.kind == "person").subquery()
    led = sa.select(sa.literal(person).label("id")).cte(recursive=True)
    led = led.union(sa.select(merges.c.into).join(led, merges.c.id == led.c.id))
    one = sa.select(led.c.id).cte(recursive=True)
    one = one.union(sa.select(merges.c.id).join(one, merges.c.into == one.c.id))
    ids = sa.select(one.c.id)
    apart = sa.select(redirects.c.id).where(redirects.c.kind == "name", redirects.c.into.not_in(ids))
    own = sa.and_(names.c.person_id.in_(ids), names.c.id.not_in(apart))
    split_off = sa.select(redirects.c.id).where(redirects.c.kind == "name", redirects.c.into.in_(ids))
    return sa.select(names.c.id).where(sa.or_(own, names.c.id.in_(split_off), names.c.name == person))


def _municipalities(session: Session, _typed: str, _municipality: str | None) -> list[str]:
    return list(session.execute(sa.select(municipalities.c.slug).order_by(municipalities.c.slug)).scalars())


def _bodies(session: Session, _typed: str, municipality: str | None) -> list[str]:
    query = sa.select(bodies.c.slug).distinct().order_by(bodies.c.slug)
    return list(session.execute(_of_place(query, bodies.c.municipality_id, municipality)).scalars())


def _bodies_short(session: Session, typed: str, municipality: str | None) -> list[str]:
    """The bodies that go by these letters: `ks` is `kommunstyrelsen`."""
    letters = fold(typed)
    if len(letters) > _LONGEST_SHORT:
        return []
    query = _of_place(sa.select(bodies.c.name, bodies.c.slug).distinct(), bodies.c.municipality_id, municipality)
    return sorted({row.slug for row in session.execute(query) if short_form(row.name) == letters})


def _party_meant(letters: str) -> sa.Select[Any]:
    """Whoever is printed with these letters, and the groups that are named by them."""
    groups = (sa.select(t.c.id).where(names_party(t.c.parties, letters)) for t in (yrkanden, reservations, statements))
    printed = sa.select(names.c.id).where(is_party(names.c.party, letters))
    return sa.select(sa.union_all(printed, *groups).subquery().c.id)


def _parties(session: Session, _typed: str, municipality: str | None) -> list[str]:
    query = sa.select(names.c.party).where(names.c.party.isnot(None)).distinct().order_by(names.c.party)
    return list(session.execute(query).scalars())


def _party_letters(session: Session, typed: str, _municipality: str | None) -> list[str]:
    """The letters of a party by its whole name, where somebody here bears them: `centerpartiet` is `C`."""
    letters = WHOLE_NAMES.get(typed.casefold().strip())
    return [letters] if letters and session.execute(_party_meant(letters).limit(1)).first() else []


def _names_near(session: Session, typed: str, _municipality: str | None) -> list[str]:
    """The printed names that have a word of what was typed, else a beginning of one."""
    words = [word for word in typed.split() if len(word) > _FEWEST_LETTERS]
    for parts in ([word[1:] for word in words], [word[1:_FEWEST_LETTERS] for word in words]):
        having = sa.or_(sa.false(), *(names.c.name.contains(part, autoescape=True) for part in parts))
        found = list(session.execute(sa.select(names.c.name).where(having).distinct().limit(_MOST_NAMES)).scalars())
        if found:
            return found
    return list(session.execute(sa.select(names.c.name).order_by(names.c.name).limit(_MOST_NAMES)).scalars())


def _name_spelt(session: Session, typed: str, municipality: str | None) -> list[str]:
    """The printed name whose letters these are: `elsa brandfors` and `Elsa Brandfors (C)` are `Elsa Brandfors`."""
    letters = fold(typed.partition("(")[0])
    return [name for name in _names_near(session, typed, municipality) if fold(name) == letters]


def _of_place(query: sa.Select[Any], column: Column, municipality: str | None) -> sa.Select[Any]:
    return query if municipality is None else query.where(column.in_(municipality_meant(municipality)))


MUNICIPALITY_NAMES = Names(municipality_meant, _municipalities)
BODY_NAMES = Names(bodies_meant, _bodies, _bodies_short)
PARTY_NAMES = Names(_party_meant, _parties, _party_letters)
PERSON_NAMES = Names(names_of, _names_near, _name_spelt)
