"""What each person did in each body: yrkanden, reservations, statements and printed votes."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import groupby
from operator import itemgetter
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.models.register import (
    ballots,
    items,
    mentions,
    names,
    people,
    redirects,
    reservations,
    statements,
    votes,
    yrkanden,
)
from app.queries.statistics.counted import Asked, bodies_over, count, days_of, in_year, places

Row = dict[str, Any]
_ROLES = {yrkanden: ("mover",), reservations: ("reservant", "member"), statements: ("author",)}
_KINDS = (*_ROLES, votes)


def activity(session: Session, asked: Asked) -> list[Row]:
    """A row for each person and body in which that person did anything, by municipality, name and body. Whom a printed name
    leads to is settled as everywhere; a name that leads to nobody counts with nobody."""
    over, here = bodies_over(session, asked), places(session, asked)
    bodies_of: dict[str, list[int]] = defaultdict(list)
    for n, body in enumerate(over):
        for one in body.ids:
            bodies_of[one].append(n)
    person_of = bearers(session)
    done: dict[tuple[str, int], Counter[str]] = defaultdict(Counter)
    for table in _KINDS:
        for person, body_id in _facts(session, table, asked, person_of):
            for n in bodies_of.get(body_id, ()):
                done[person, n][str(table.name)] += 1
    shown = _named(session, {person for person, _body in done})
    order = {place: n for n, place in enumerate(here)}
    rows = [
        (shown[person], over[n], counted)
        for (person, n), counted in done.items()
        if person in shown and shown[person]["municipality_id"] in here
    ]
    rows.sort(key=lambda row: (order[row[0]["municipality_id"]], row[0]["name"], row[0]["id"], row[1].ref["name"]))
    return [
        {
            "municipality": here[person["municipality_id"]],
            "person": {"id": person["id"], "name": person["name"]},
            "body": body.ref,
            **{
                name: count(counted[name], name, person=person["id"], body=body.ref["id"], **days_of(asked.year))
                for name in map(str, (table.name for table in _KINDS))
            },
        }
        for person, body, counted in rows
    ]


def bearers(session: Session) -> Mapping[str, str]:
    """Whom each printed name leads to, after every merge and split."""
    sent = session.execute(sa.select(redirects).where(redirects.c.kind.in_(("person", "name")))).all()
    merged = {row.id: row.into for row in sent if row.kind == "person"}
    given = {row.id: row.into for row in sent if row.kind == "name"}

    def last(person: str) -> str:
        met = {person}
        while (into := merged.get(person)) and into not in met:
            met.add(into)
            person = into
        return person

    rows = session.execute(sa.select(names.c.id, names.c.person_id)).all()
    leads = {row.id: given.get(row.id) or row.person_id for row in rows}
    return {name: last(person) for name, person in leads.items() if person}


def _facts(session: Session, table: sa.Table, asked: Asked, person_of: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Each fact once for everybody behind it, with its body's id."""
    by: Callable[[Any], Any] = itemgetter(0, 1)
    for (_fact, body), rows in groupby(session.execute(_named_at(table, asked)), key=by):
        yield from ((person, body) for person in _people(rows, person_of))


def _people(rows: Iterable[Any], person_of: Mapping[str, str]) -> set[str]:
    return {person_of[row[2]] for row in rows if row[2] in person_of}


def _named_at(table: sa.Table, asked: Asked) -> sa.Select[Any]:
    """Fact, body and printed name, fact by fact."""
    query = sa.select(table.c.id, items.c.body_id)
    if table is votes:
        query = query.add_columns(ballots.c.name_id).join_from(votes, ballots, ballots.c.vote_id == votes.c.id)
    else:
        query = query.add_columns(mentions.c.name_id).join_from(
            table, mentions, sa.and_(mentions.c.fact_id == table.c.id, mentions.c.role.in_(_ROLES[table]))
        )
    query = query.join(items, items.c.id == table.c.item_id)
    return query.where(in_year(items.c.date, asked.year)).order_by(table.c.id)


def _named(session: Session, ids: set[str]) -> dict[str, Row]:
    """These people by id: who was split off goes by the name of whoever bore it."""
    split = (
        sa.select(redirects.c.into.label("id"), people.c.municipality_id, people.c.name)
        .join(names, names.c.id == redirects.c.id)
        .join(people, people.c.id == names.c.person_id)
        .where(redirects.c.kind == "name")
    )
    own = sa.select(people.c.id, people.c.municipality_id, people.c.name)
    rows = [*session.execute(split).mappings(), *session.execute(own).mappings()]
    return {row["id"]: dict(row) for row in rows if row["id"] in ids}
