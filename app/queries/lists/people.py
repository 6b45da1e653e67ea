"""People, parties, bodies and municipalities as lists."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Sequence
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.models.register import (
    ballots,
    bodies,
    mentions,
    municipalities,
    names,
    people,
    presence,
    redirects,
)
from app.queries.bodies import RENAMED
from app.queries.by_words import by_name, by_words, in_matters
from app.queries.case_refs import municipality_columns, municipality_ref
from app.queries.filters import flag, of_municipality, party_filter, person_filter
from app.queries.listing import Filter, Kind, Listing, Row, Wanted, in_order
from app.queries.meant import is_party, names_of
from app.queries.updated_since import bodies_of, municipalities_of, parties_of, people_of, standing_in_changed
from app.register.bodies import KINDS
from app.register.correctable import ROLES
from app.search.entries import HitKind

_sent = redirects.alias("sent")
# Who was split off has no row of its own: its name and place are those of whoever bears the name.
_split_off = (
    sa.select(redirects.c.into, people.c.municipality_id, people.c.name)
    .join(names, names.c.id == redirects.c.id)
    .join(people, people.c.id == names.c.person_id)
    .where(redirects.c.kind == "name")
    .distinct()
)
_everybody = sa.union_all(sa.select(people.c.id, people.c.municipality_id, people.c.name), _split_off).subquery(
    "everybody"
)


def _person_rows(session: Session, ids: Sequence[str], _wanted: Wanted) -> Sequence[Row]:
    printed = _printed(session, ids)
    query = (
        sa.select(_everybody, *municipality_columns())
        .join(municipalities, municipalities.c.id == _everybody.c.municipality_id)
        .where(_everybody.c.id.in_(ids))
    )
    rows = [
        {
            "id": row.id,
            "municipality": municipality_ref(row),
            "name": row.name,
            "names": printed[row.id],
            "parties": sorted({name["party"] for name in printed[row.id] if name["party"]}),
        }
        for row in session.execute(query)
    ]
    return in_order(ids, rows)


def _printed(session: Session, ids: Sequence[str]) -> dict[str, list[dict[str, Any]]]:
    """The printed names that lead to each person, after every merge and split, with their first and last day."""
    sent = session.execute(
        sa.select(redirects).where(redirects.c.into.in_(ids), redirects.c.kind.in_(("person", "name")))
    ).all()
    merged = {row.id: row.into for row in sent if row.kind == "person"}
    given = {row.id: row.into for row in sent if row.kind == "name"}
    apart = sa.exists(sa.select(_sent.c.id).where(_sent.c.id == names.c.id, _sent.c.kind == "name"))
    own = sa.and_(names.c.person_id.in_([*ids, *merged]), sa.not_(apart))
    rows = session.execute(sa.select(names).where(sa.or_(own, names.c.id.in_(given)))).all()
    days = _days(session, [row.id for row in rows])
    by_person: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in sorted(rows, key=lambda r: (r.name, r.party or "")):
        first, last = days.get(row.id, (None, None))
        whose = given.get(row.id) or merged.get(row.person_id, row.person_id)
        by_person[whose].append({"name": row.name, "party": row.party, "first": first, "last": last})
    return by_person


def _days(session: Session, ids: Collection[str]) -> dict[str, tuple[Any, Any]]:
    """The first and the last day that the register holds each printed name."""
    days: dict[str, list[dt.date]] = defaultdict(list)
    for name, *ends in session.execute(_ENDS, {"ids": list(ids)}):
        days[name] += (day for day in ends if day)
    return {name: (min(of), max(of)) for name, of in days.items() if of}


def _ends(table: sa.Table, *chosen: sa.ColumnElement[bool]) -> list[sa.ScalarSelect[Any]]:
    """The first and the last day of a name in a table, read off the ends of its index."""
    named = sa.and_(table.c.name_id == names.c.id, *chosen)
    return [sa.select(of(table.c.date)).where(named).scalar_subquery() for of in (sa.func.min, sa.func.max)]


# The most active have mentions, ballots and presences by the thousand.
_ENDS = sa.select(
    names.c.id,
    *(end for role in ROLES for end in _ends(mentions, mentions.c.role == role)),
    *_ends(ballots),
    *_ends(presence),
).where(names.c.id.in_(sa.bindparam("ids", expanding=True)))


def _named(person: str) -> sa.ColumnElement[bool]:
    return _bearing(names.c.id.in_(names_of(person)))


def _in_party(letters: str) -> sa.ColumnElement[bool]:
    return _bearing(is_party(names.c.party, letters))


def _bearing(printed: sa.ColumnElement[bool]) -> sa.ColumnElement[bool]:
    """Whoever a printed name leads to, after merges and splits."""
    apart = sa.select(redirects.c.id).where(redirects.c.kind == "name")
    own = sa.select(names.c.person_id).where(printed, names.c.id.not_in(apart))
    given = sa.select(redirects.c.into).join(names, names.c.id == redirects.c.id)
    merged = sa.select(redirects.c.into).join(names, names.c.person_id == redirects.c.id)
    sent = (given.where(redirects.c.kind == "name", printed), merged.where(redirects.c.kind == "person", printed))
    return sa.or_(*(_everybody.c.id.in_(whose) for whose in (own, *sent)))


PEOPLE = Listing(
    name="people",
    id=_everybody.c.id,
    only=_everybody.c.id.not_in(sa.select(redirects.c.id).where(redirects.c.kind == "person")),
    rows=_person_rows,
    sorts={"name": _everybody.c.name},
    order="name",
    filters={
        "q": by_words(
            "Words of the name",
            lambda of: _everybody.c.id.in_(of(HitKind.PERSON)),
            in_matters("people", _everybody.c.id),
        ),
        "municipality": of_municipality(_everybody.c.municipality_id),
        "party": party_filter("Printed with this party at some time.", _in_party),
        "name": person_filter("A name as printed, or an id.", _named),
        "updated_since": standing_in_changed(_everybody.c.id, people_of),
    },
)

_parties = (
    sa.select(
        (people.c.municipality_id + "-" + names.c.party).label("id"),
        people.c.municipality_id,
        names.c.party.label("code"),
        sa.func.count(sa.distinct(people.c.id)).label("people"),
    )
    .join(names, names.c.person_id == people.c.id)
    .where(names.c.party.isnot(None))
    .group_by(people.c.municipality_id, names.c.party)
    .subquery("parties")
)


def _party_rows(session: Session, ids: Sequence[str], _wanted: Wanted) -> Sequence[Row]:
    query = (
        sa.select(_parties, *municipality_columns())
        .join(municipalities, municipalities.c.id == _parties.c.municipality_id)
        .where(_parties.c.id.in_(ids))
    )
    rows = [
        {"id": row.id, "municipality": municipality_ref(row), "code": row.code, "people": row.people}
        for row in session.execute(query)
    ]
    return in_order(ids, rows)


PARTIES = Listing(
    name="parties",
    id=_parties.c.id,
    rows=_party_rows,
    sorts={"code": _parties.c.code, "people": _parties.c.people},
    order="code",
    at_once=True,
    filters={
        "q": by_words(
            "Its letters, or a name of it",
            lambda of: _parties.c.id.in_(of(HitKind.PARTY)),
            in_matters("parties", _parties.c.id),
        ),
        "municipality": of_municipality(_parties.c.municipality_id),
        "code": Filter(Kind.TEXT, "A party's letters.", "C", lambda typed: is_party(_parties.c.code, typed)),
        "updated_since": standing_in_changed(_parties.c.id, parties_of),
    },
)


def _body_rows(session: Session, ids: Sequence[str], _wanted: Wanted) -> Sequence[Row]:
    became: dict[str, list[str]] = defaultdict(list)
    until: dict[str, dt.date] = {}
    since: dict[str, dt.date] = {}
    sent = sa.or_(redirects.c.id.in_(ids), redirects.c.into.in_(ids))
    of_bodies = redirects.c.kind.in_(("body", "part"))
    for row in session.execute(sa.select(redirects).where(sent, of_bodies).order_by(redirects.c.into)):
        became[row.id].append(row.into)
        if row.day:
            until[row.id] = row.day
            since[row.into] = min(row.day, since.get(row.into, row.day))
    query = (
        sa.select(bodies, *municipality_columns())
        .join(municipalities, municipalities.c.id == bodies.c.municipality_id)
        .where(bodies.c.id.in_(ids))
    )
    rows = [
        {
            "id": row.id,
            "municipality": municipality_ref(row),
            "name": row.name,
            "slug": row.slug,
            "kind": row.kind,
            "parent": row.parent_id,
            "name_from": row.name_from or since.get(row.id),
            "name_until": until.get(row.id),
            "became": became[row.id],
        }
        for row in session.execute(query)
    ]
    return in_order(ids, rows)


BODIES = Listing(
    name="bodies",
    id=bodies.c.id,
    rows=_body_rows,
    sorts={"name": bodies.c.name},
    order="name",
    filters={
        "q": by_words(
            "Words of the name", lambda of: bodies.c.id.in_(of(HitKind.BODY)), in_matters("bodies", bodies.c.id)
        ),
        "municipality": of_municipality(bodies.c.municipality_id),
        "kind": Filter(Kind.CHOICE, "What kind of body.", "council", lambda typed: bodies.c.kind == typed, KINDS),
        "slug": Filter(
            Kind.TEXT, "As it stands in addresses.", "kommunstyrelsen", lambda typed: bodies.c.slug == typed
        ),
        "renamed": flag("Whether it went on under another name; `false` for those of today.", bodies.c.id.in_(RENAMED)),
        "updated_since": standing_in_changed(bodies.c.id, bodies_of),
    },
)


def _municipality_rows(session: Session, ids: Sequence[str], _wanted: Wanted) -> Sequence[Row]:
    query = sa.select(municipalities).where(municipalities.c.id.in_(ids))
    rows = [{"id": r.id, "code": r.code, "name": r.name, "slug": r.slug} for r in session.execute(query)]
    return in_order(ids, rows)


MUNICIPALITIES = Listing(
    name="municipalities",
    id=municipalities.c.id,
    rows=_municipality_rows,
    sorts={"name": municipalities.c.name},
    order="name",
    filters={
        "q": by_name("Words of the name", municipalities.c.id, municipalities.c.name),
        "municipality": of_municipality(municipalities.c.id),
        "updated_since": standing_in_changed(municipalities.c.id, municipalities_of),
    },
)
