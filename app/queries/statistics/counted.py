"""A number and the list that it counts, and what figures can be narrowed by."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, TypedDict
from urllib.parse import urlencode

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.models.register import bodies, municipalities, redirects
from app.queries.bodies import bodies_meant
from app.queries.lists.items import ITEMS
from app.queries.meant import municipality_meant
from app.queries.understood import understood
from app.schemas.rows import BodyRef, MunicipalityRef


class Count(TypedDict):
    """`n` is how many rows the list has, `list` its address."""

    n: int
    list: str


@dataclass(frozen=True, slots=True)
class Asked:
    """What figures are wanted of: all where nothing is given. `body` and `municipality` are as typed."""

    municipality: str | None = None
    body: str | None = None
    year: int | None = None


@dataclass(frozen=True, slots=True)
class BodyOver:
    """A body as it goes on today; `ids` are those under which lists find its rows: its former ones too, and those of the
    parts that it was divided into. `own` are its own alone."""

    ref: BodyRef
    municipality: MunicipalityRef
    ids: frozenset[str]
    own: frozenset[str]


def count(n: int, name: str, /, **params: str | None) -> Count:
    """`count(3, "items", body="w3rj…", **days_of(2025))`: the number with its list's address."""
    asked = [(key, value) for key, value in params.items() if value is not None]
    return Count(n=n, list=f"/api/v1/{name}?{urlencode(asked)}" if asked else f"/api/v1/{name}")


def days_of(year: int | None, first: str = "from", last: str = "to") -> dict[str, str]:
    """The parameters that narrow a list to a year; none where no year is asked for."""
    return {first: f"{year:04}-01-01", last: f"{year:04}-12-31"} if year is not None else {}


def year_of(column: sa.ColumnElement[Any]) -> sa.ColumnElement[int]:
    return sa.cast(sa.extract("year", column), sa.Integer)


def in_year(column: sa.ColumnElement[Any], year: int | None) -> sa.ColumnElement[bool]:
    if year is None:
        return sa.true()
    return column.between(dt.date(year, 1, 1), dt.date(year, 12, 31))


def as_named(session: Session, asked: Asked) -> Asked:
    """The same with each name as the register has it. Raises `UnknownName` where nothing here goes by it."""
    typed = {"municipality": asked.municipality, "body": asked.body}
    given = {name: value for name, value in typed.items() if value is not None}
    return replace(asked, **understood(session, ITEMS, given))


def places(session: Session, asked: Asked) -> dict[str, MunicipalityRef]:
    """The municipalities asked for, by id, in the order of their names."""
    query = sa.select(municipalities).order_by(municipalities.c.name, municipalities.c.id)
    if asked.municipality is not None:
        query = query.where(municipalities.c.id.in_(municipality_meant(asked.municipality)))
    rows = session.execute(query)
    return {r.id: MunicipalityRef(id=r.id, code=r.code, name=r.name, slug=r.slug) for r in rows}


def bodies_over(session: Session, asked: Asked) -> list[BodyOver]:
    """The bodies asked for as they go on today, by municipality and name."""
    here = places(session, asked)
    rows = session.execute(sa.select(bodies).order_by(bodies.c.name, bodies.c.id)).all()
    onward, parts = _redirects(session)
    former: dict[str, set[str]] = defaultdict(set)
    for old, new in onward.items():
        for one in new:
            former[one].add(old)
    wanted = None if asked.body is None else set(session.execute(bodies_meant(asked.body)).scalars())
    found = [
        BodyOver(
            BodyRef(id=row.id, name=row.name, kind=row.kind),
            here[row.municipality_id],
            frozenset(_closure(_closure({row.id}, onward, parts), former)),
            frozenset(_closure({row.id}, former)),
        )
        for row in rows
        if row.municipality_id in here and row.id not in onward and (wanted is None or row.id in wanted)
    ]
    order = {place: n for n, place in enumerate(here)}
    return sorted(found, key=lambda body: order[body.municipality["id"]])


def _redirects(session: Session) -> tuple[dict[str, set[str]], dict[str, set[str]]]:
    """What bodies were renamed to, and what they were divided into."""
    onward: dict[str, set[str]] = defaultdict(set)
    parts: dict[str, set[str]] = defaultdict(set)
    for row in session.execute(sa.select(redirects).where(redirects.c.kind.in_(("body", "part")))):
        (onward if row.kind == "body" else parts)[row.id].add(row.into)
    return dict(onward), dict(parts)


def _closure(start: set[str], *ways: Mapping[str, set[str]]) -> set[str]:
    reached, ahead = set(start), set(start)
    while ahead:
        ahead = {to for one in ahead for way in ways for to in way.get(one, ())} - reached
        reached |= ahead
    return reached
