"""Filters that many lists share, each as a condition on the list's own columns."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.ids import slugify
from app.models.register import (
    cases,
    changes,
    items,
    matter_entities,
    matters,
    mentions,
    names,
    reservations,
    yrkanden,
)
from app.queries.aliases import now_at
from app.queries.bodies import bodies_meant
from app.queries.cases import find_ids_in_any_register, near, of_matters
from app.queries.listing import SEPARATOR, Filter, Kind, Names, Where
from app.queries.meant import (
    BODY_NAMES,
    MUNICIPALITY_NAMES,
    PARTY_NAMES,
    PERSON_NAMES,
    is_party,
    municipality_meant,
    names_of,
    names_party,
)
from app.queries.membership import HoldingIds, Ids, documents_held, documents_of_none, items_held, items_of_none
from app.register.case_numbers import parse

Column = sa.ColumnElement[Any]


def of_municipality(column: Column) -> Filter:
    return replace(_MUNICIPALITY, sought=lambda session, typed: is_of_municipality(session, column, typed))


def municipality_filter(where: Callable[[str], Where]) -> Filter:
    """A filter by municipality, where the list says how."""
    return replace(_MUNICIPALITY, where=where)


_MUNICIPALITY = Filter(Kind.TEXT, "A municipality's id, code, slug or name.", "alnsjo", names=MUNICIPALITY_NAMES)


def is_of_municipality(session: Session, column: Column, typed: str) -> Where:
    """Whether the municipality is the one that is meant. It is asked for first: of one, an index has the rows in their order."""
    ids = session.execute(municipality_meant(typed)).scalars().all()
    return column == ids[0] if len(ids) == 1 else column.in_(ids)


def of_case(entity: Column, held: HoldingIds = items_held) -> Filter:
    """By a matter that holds the entity."""

    def where(typed: str) -> Where:
        return entity.in_(sa.union_all(*held(matter_entities.c.matter_id.in_(matters_borne(typed)))))

    return case_filter(where)


def case_filter(where: Callable[[str], Where]) -> Filter:
    """A filter by case, where the list says how."""
    return Filter(Kind.TEXT, "A case's id, or its number in any spelling.", "ks-2025-00042", where, names=_CASE_NAMES)


def matters_borne(typed: str) -> sa.Select[Any]:
    """The ids of the matters that are meant by the id of one of their cases, or a number that names its register; one without a
    case by its own."""
    number, slug = parse(typed), slugify(typed)
    named = [cases.c.id == typed, cases.c.slug == slug]
    if number is not None and number.register:
        named.append(cases.c.key == number.key)
    # each by an index: one condition over both tables walks through them
    own = sa.select(matters.c.id).where(sa.or_(matters.c.id == typed, matters.c.slug == slug))
    return sa.select(sa.union(sa.select(cases.c.owner).where(sa.or_(*named)), own).subquery("borne").c[0])


def _cases_meant(session: Session, typed: str, _municipality: str | None) -> list[str]:
    """The slugs of the cases that are meant where the register is left out, or by an id or a number that was another's before."""
    return list(dict.fromkeys(row["slug"] for row in of_matters(session, find_ids_in_any_register(session, typed))))


def _cases_near(session: Session, typed: str, _municipality: str | None) -> list[str]:
    return [row["slug"] for row in near(session, typed)]


def of_item(where: Callable[[str], Where], description: str = "A §'s id.", *, late: bool = False) -> Filter:
    """By a § itself, where the list says how."""
    return by_id(items.c.id, description, "w3rjc6y2l5t7zoxe", where, late=late)


def by_id(
    column: Column, description: str, example: str, where: Callable[[str], Where], *, late: bool = False
) -> Filter:
    """By the id of something that has to be here."""

    def now(session: Session, typed: str, _municipality: str | None) -> list[str]:
        led = now_at(session, typed)
        return [led] if led else []

    names = Names(lambda typed: sa.select(column).where(column == typed), whole=now, numbered=True)
    return Filter(Kind.TEXT, description, example, where, late=late, names=names)


def of_body(column: Column) -> Filter:
    return body_filter("A body's id, name or usual letters, such as `ks`.", lambda typed: is_body(column, typed))


def body_filter(description: str, where: Callable[[str], Where]) -> Filter:
    """A filter by body, where the list says how."""
    return Filter(Kind.TEXT, description, "kommunstyrelsen", where, names=BODY_NAMES)


def is_body(column: Column, typed: str) -> Where:
    """By id or name, new or old: a body that was renamed or divided answers with what goes on in its place."""
    return column.in_(bodies_meant(typed))


def from_day(column: Column) -> Filter:
    return Filter(Kind.DAY, "This day or later.", "2025-01-01", lambda day: column >= day)


def to_day(column: Column) -> Filter:
    return Filter(Kind.DAY, "This day or earlier.", "2025-12-31", lambda day: column <= day)


def days(column: Column) -> dict[str, Filter]:
    return {"from": from_day(column), "to": to_day(column)}


def choice(column: Column, description: str, values: type[Any]) -> Filter:
    """One of an enumeration's values."""
    codes = tuple(value.value for value in values)
    return Filter(Kind.CHOICE, description, codes[0], lambda code: column == code, codes)


def flag(description: str, condition: Where) -> Filter:
    """`true` for what meets the condition, `false` for what does not."""
    return Filter(Kind.FLAG, description, "true", lambda holds_true: condition if holds_true else sa.not_(condition))


def updated_since(entity: Column, changed: Callable[[dt.datetime], Ids] | None = None) -> Filter:
    """By when a matter that holds the entity was last changed; what no matter holds is listed whatever the instant."""
    meant = changed or changed_items
    described = f"Whose matter was changed at this instant or later. {ALWAYS_LISTED}"
    return Filter(Kind.INSTANT, described, "2026-01-01T00:00:00Z", lambda since: entity.in_(meant(since)))


# Of what belongs to no matter nobody knows when it changed, and who fetches what changed is to miss nothing.
ALWAYS_LISTED = "What belongs to no matter is told every time: nobody knows when it changed."


def changed_items(since: dt.datetime) -> Ids:
    """The §§ that may have changed since: of a changed matter, or of none."""
    return sa.union_all(*items_held(_in_changed(since)), items_of_none())


def changed_documents(since: dt.datetime) -> Ids:
    """The documents that may have changed since: of a changed matter, by themselves or by a § in them, or of none."""
    return sa.union_all(*documents_held(_in_changed(since)), documents_of_none())


def changed_entities(since: dt.datetime) -> Ids:
    """Both the §§ and the documents."""
    return sa.union_all(*documents_held(_in_changed(since)), items_of_none(), documents_of_none())


def _in_changed(since: dt.datetime) -> Where:
    return matter_entities.c.matter_id.in_(changed_matters(since))


def changed_matters(since: dt.datetime) -> sa.Select[Any]:
    return sa.select(changes.c.matter_id).where(changes.c.at >= instant(since))


def instant(at: dt.datetime) -> str:
    """An instant as the register writes it: `2026-11-23T08:15:00.000000Z`."""
    return at.astimezone(dt.UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")


def owners_of_party(letters: str) -> sa.CompoundSelect[str]:
    """The §§ and documents at which somebody of the party signed, moved, reserved themselves or spoke, or a group did that
    is named so."""
    printed = (
        sa.select(mentions.c.owner)
        .join(names, names.c.id == mentions.c.name_id)
        .where(is_party(names.c.party, letters))
    )
    return sa.union(
        printed, *(sa.select(t.c.owner).where(names_party(t.c.parties, letters)) for t in (yrkanden, reservations))
    )


def of_party(fact: Column, role: str, groups: Column | None = None) -> Filter:
    """By the party printed with somebody behind the fact, or named by it as a group."""

    def where(letters: str) -> Where:
        by = sa.select(mentions.c.fact_id).join(names, names.c.id == mentions.c.name_id)
        printed = fact.in_(by.where(is_party(names.c.party, letters), mentions.c.role == role))
        return printed if groups is None else sa.or_(printed, names_party(groups, letters))

    return party_filter("A party's letters, or its name.", where)


def of_parties(fact: Column, role: str, groups: Column) -> Filter:
    """By several parties, separated by commas, each of which stands behind the fact."""
    one = of_party(fact, role, groups).where
    assert one is not None
    return Filter(
        Kind.TEXT,
        "Letters of parties, separated by commas, all of which are behind it.",
        "S,M",
        lambda typed: sa.and_(sa.true(), *map(one, typed.split(SEPARATOR))),
        names=replace(PARTY_NAMES, several=True),
    )


def without_party(fact: Column, role: str, groups: Column | None = None) -> Where:
    """Whether no party is printed behind the fact."""
    printed = sa.select(mentions.c.fact_id).join(names, names.c.id == mentions.c.name_id)
    behind = fact.in_(printed.where(names.c.party.isnot(None), mentions.c.role == role))
    return sa.not_(behind if groups is None else sa.or_(behind, sa.cast(groups, sa.Text) != "[]"))


def of_person(fact: Column, roles: tuple[str, ...]) -> Filter:
    """By whoever stands behind the fact: a person's id, whom others were merged into too, or a name as printed."""

    def where(person: str) -> Where:
        by = sa.select(mentions.c.fact_id).where(mentions.c.name_id.in_(names_of(person)), mentions.c.role.in_(roles))
        return fact.in_(by)

    return person_filter("A person's id, or a name as printed.", where)


def of_people(fact: Column, roles: tuple[str, ...]) -> Filter:
    """By several people, ids or names separated by commas, each of whom stands behind the fact."""
    one = of_person(fact, roles).where
    assert one is not None
    return Filter(
        Kind.TEXT,
        "Ids of people, or names as printed, separated by commas, all of whom are behind it.",
        "Elsa Brandfors,Nils-Erik Hallkvist",
        lambda typed: sa.and_(sa.true(), *map(one, typed.split(SEPARATOR))),
        names=replace(PERSON_NAMES, several=True),
    )


def party_filter(description: str, where: Callable[[str], Where]) -> Filter:
    """A filter by party, where the list says how."""
    return Filter(Kind.TEXT, description, "C", where, names=PARTY_NAMES)


def person_filter(description: str, where: Callable[[str], Where]) -> Filter:
    """A filter by person, where the list says how."""
    return Filter(Kind.TEXT, description, "Elsa Brandfors", where, names=PERSON_NAMES)


_CASE_NAMES = Names(matters_borne, _cases_near, _cases_meant, numbered=True)
