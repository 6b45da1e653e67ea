"""What a list of matters can be narrowed by, and how many of them have each value."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypedDict

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.models.register import bodies, items, matter_entities, matters, mentions, municipalities, names, steps
from app.queries.bodies import present, to_present
from app.queries.listing import ids_query
from app.queries.lists.cases import CASES, Status
from app.queries.meant import municipality_meant
from app.queries.raised import raised_by_year
from app.queries.sums import kept, sums_of
from app.register.matter_kind import MatterKind
from app.register.outcomes import PROCEDURAL
from app.register.sum_keys import MOTIONS, PARTY_ROLES, Sum
from importers.bundle import Outcome

# Of how many matters the values are counted; of more, they are offered without.
MOST = 400
_MOST_VALUES = 12
_YEARS = {"year", "raised"}
_PAST = steps.c.state != "awaited"


class Choice(TypedDict):
    """A value that the list can be narrowed to, and how many of its matters have it; None where they are not counted."""

    value: str
    name: str
    count: int | None


def case_facets(session: Session, filters: Mapping[str, Any], total: int) -> dict[str, list[Choice]]:
    """The values of each facet that the filters leave open, the most frequent first (years: the latest). Of more matters
    than are counted, what the register has: a value that no matter of the question bears may be among them."""
    if total > MOST:
        return _offered(session, filters)
    if not total:
        return {}
    left = session.execute(ids_query(session, CASES, filters)).scalars().all()
    ids = sa.select(matters.c.id).where(matters.c.id.in_(left))
    counted: dict[str, Iterable[Any]] = {
        name: list(session.execute(query(ids))) for name, query in _QUERIES.items() if name not in filters
    }
    counted |= _standing(session, ids)
    counted["raised"] = [(year, year, n) for year, n in raised_by_year(session, ids).items()]
    return {name: _values(name, rows) for name, rows in counted.items()}


def _values(facet: str, rows: Iterable[Any]) -> list[Choice]:
    values = [Choice(value=str(row[0]), name=str(row[1]), count=row[2]) for row in rows if row[0] is not None]
    if facet in _YEARS:
        return sorted(values, key=lambda one: one["value"], reverse=True)[:_MOST_VALUES]
    return sorted(values, key=lambda one: (-(one["count"] or 0), one["name"]))[:_MOST_VALUES]


def _offered(session: Session, filters: Mapping[str, Any]) -> dict[str, list[Choice]]:
    """What the whole register, or the municipality asked for, has of each facet, from its sums; of bodies and parties only
    where it is one municipality's, those with most §§ and facts first."""
    places = sa.select(municipalities.c.id, municipalities.c.slug, municipalities.c.name)
    if "municipality" in filters:
        places = places.where(municipalities.c.id.in_(municipality_meant(filters["municipality"])))
    here = session.execute(places).all()
    met = session.execute(
        sa.select(bodies.c.id, present.c.slug, present.c.name)
        .select_from(to_present())
        .where(bodies.c.municipality_id.in_([place.id for place in here]))
    ).all()
    found: dict[str, Iterable[Any]] = {
        "municipality": [(place.slug, place.name, 0) for place in here],
        "kind": [(kind.value, kind.value, 0) for kind in MatterKind],
        "status": [(status.value, status.value, 0) for status in Status],
        "outcome": [(one.value, one.value, 0) for one in Outcome if one not in PROCEDURAL],
    }
    if kept(session):
        of_body, years = Counter[str](), Counter[int]()
        for row in sums_of(session, [Sum.ITEMS], [body.id for body in met]):
            of_body[row.of] += row.n
            years[row.year] += row.n
        found["year"] = [(year, year, n) for year, n in years.items()]
        found["raised"] = [(year, year, 0) for year in _raised(session, [place.id for place in here])]
        if len(here) == 1:
            by_name = Counter[tuple[str, str]]()
            for one in met:
                by_name[one.slug, one.name] += of_body[one.id]
            found["body"] = [(slug, name, n) for (slug, name), n in by_name.items() if n]
            found["party"] = _printed(session, here[0].id)
    return {
        name: [Choice(value=one["value"], name=one["name"], count=None) for one in _values(name, rows)]
        for name, rows in found.items()
        if name not in filters
    }


def _printed(session: Session, municipality: str) -> list[tuple[str, str, int]]:
    """The letters of the municipality's parties, with how often they are printed."""
    letters = Counter[str]()
    for kind in PARTY_ROLES:
        for row in sums_of(session, [Sum.PRINTED], [municipality], (kind,)):
            letters[row.other] += row.n
    return [(party, party, n) for party, n in letters.items()]


def _raised(session: Session, places: list[str]) -> set[int]:
    """The years in which motions of these municipalities were raised."""
    return {row.year for row in sums_of(session, [Sum.MOTIONS], places, (MOTIONS,)) if row.year}


def _of_matters(column: sa.ColumnElement[Any], ids: sa.Select[Any]) -> sa.Select[Any]:
    return sa.select(column, column, sa.func.count()).where(matters.c.id.in_(ids)).group_by(column)


def _municipality(ids: sa.Select[Any]) -> sa.Select[Any]:
    query = sa.select(municipalities.c.slug, municipalities.c.name, sa.func.count())
    joined = query.join(matters, matters.c.municipality_id == municipalities.c.id).where(matters.c.id.in_(ids))
    return joined.group_by(municipalities.c.slug, municipalities.c.name)


def _body(ids: sa.Select[Any]) -> sa.Select[Any]:
    of = (
        sa.select(matter_entities.c.matter_id, items.c.body_id)
        .join(items, items.c.id == matter_entities.c.entity_id)
        .where(matter_entities.c.matter_id.in_(ids))
        .distinct()
    ).subquery()
    query = sa.select(present.c.slug, present.c.name, sa.func.count(sa.distinct(of.c.matter_id)))
    named = query.select_from(to_present(bodies.join(of, of.c.body_id == bodies.c.id)))
    return named.group_by(present.c.slug, present.c.name)


def _party(ids: sa.Select[Any]) -> sa.Select[Any]:
    of = (
        sa.select(matter_entities.c.matter_id, mentions.c.name_id)
        .join(mentions, mentions.c.owner == matter_entities.c.entity_id)
        .where(matter_entities.c.matter_id.in_(ids))
        .distinct()
    ).subquery()
    query = sa.select(names.c.party, names.c.party, sa.func.count(sa.distinct(of.c.matter_id)))
    return query.join(of, of.c.name_id == names.c.id).group_by(names.c.party)


def _year(ids: sa.Select[Any]) -> sa.Select[Any]:
    year: sa.ColumnElement[Any] = sa.cast(sa.extract("year", steps.c.date), sa.Integer)
    query = sa.select(year, year, sa.func.count(sa.distinct(steps.c.owner)))
    return query.where(steps.c.owner.in_(ids), _PAST, steps.c.date.is_not(None)).group_by(year)


def _standing(session: Session, ids: sa.Select[Any]) -> dict[str, Iterable[Any]]:
    """How many of the matters stand so, and how many were decided so."""
    each = (matters.c.status, matters.c.outcome)
    counts: dict[str, Counter[str]] = {"status": Counter(), "outcome": Counter()}
    for status, outcome, n in session.execute(
        sa.select(*each, sa.func.count()).where(matters.c.id.in_(ids)).group_by(*each)
    ):
        counts["status"][status or Status.OPEN.value] += n
        if outcome:
            counts["outcome"][outcome] += n
    return {name: [(one, one, n) for one, n in of.items()] for name, of in counts.items()}


_QUERIES: dict[str, Callable[[sa.Select[Any]], sa.Select[Any]]] = {
    "municipality": _municipality,
    "body": _body,
    "kind": lambda ids: _of_matters(matters.c.kind, ids),
    "year": _year,
    "party": _party,
}
