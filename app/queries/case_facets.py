"""What a list of matters can be narrowed by, and how many of them have each value."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.models.register import bodies, items, matter_entities, matters, mentions, municipalities, names, steps
from app.queries.listing import ids_query
from app.queries.lists.cases import AWAITS, CASES, Status
from app.register.outcomes import PROCEDURAL
from app.schemas.hit_rows import FacetValue

# Of how many matters the values are counted; of more, they are not.
MOST = 2_000
_MOST_VALUES = 12
_PAST = steps.c.state != "awaited"


def case_facets(session: Session, filters: Mapping[str, Any], total: int) -> dict[str, list[FacetValue]]:
    """The values of each facet that the filters leave open, the most frequent first (years: the latest); none where there are
    more matters than are counted."""
    if not 0 < total <= MOST:
        return {}
    ids = ids_query(session, CASES, filters)
    counted: dict[str, Iterable[Any]] = {
        name: list(session.execute(query(ids))) for name, query in _QUERIES.items() if name not in filters
    }
    standing = _standing(session, ids)
    counted |= {name: [(one, one, n) for one, n in counts.items()] for name, counts in standing.items()}
    return {name: _values(name, rows) for name, rows in counted.items()}


def _values(facet: str, rows: Iterable[Any]) -> list[FacetValue]:
    values = [FacetValue(value=str(row[0]), name=str(row[1]), count=row[2]) for row in rows if row[0] is not None]
    if facet == "year":
        return sorted(values, key=lambda one: one["value"], reverse=True)[:_MOST_VALUES]
    return sorted(values, key=lambda one: (-one["count"], one["name"]))[:_MOST_VALUES]


def _of_matters(column: sa.ColumnElement[Any], ids: sa.Select[Any]) -> sa.Select[Any]:
    return sa.select(column, column, sa.func.count()).where(matters.c.id.in_(ids)).group_by(column)


def _municipality(ids: sa.Select[Any]) -> sa.Select[Any]:
    query = sa.select(municipalities.c.slug, municipalities.c.name, sa.func.count())
    joined = query.join(matters, matters.c.municipality_id == municipalities.c.id).where(matters.c.id.in_(ids))
    return joined.group_by(municipalities.c.slug, municipalities.c.name)


def _body(ids: sa.Select[Any]) -> sa.Select[Any]:
    query = (
        sa.select(bodies.c.slug, bodies.c.name, sa.func.count(sa.distinct(matter_entities.c.matter_id)))
        .join_from(matter_entities, items, items.c.id == matter_entities.c.entity_id)
        .join(bodies, bodies.c.id == items.c.body_id)
        .where(matter_entities.c.matter_id.in_(ids))
    )
    return query.group_by(bodies.c.slug, bodies.c.name)


def _party(ids: sa.Select[Any]) -> sa.Select[Any]:
    return (
        sa.select(names.c.party, names.c.party, sa.func.count(sa.distinct(matter_entities.c.matter_id)))
        .join_from(matter_entities, mentions, mentions.c.owner == matter_entities.c.entity_id)
        .join(names, names.c.id == mentions.c.name_id)
        .where(matter_entities.c.matter_id.in_(ids))
        .group_by(names.c.party)
    )


def _year(ids: sa.Select[Any]) -> sa.Select[Any]:
    year: sa.ColumnElement[Any] = sa.cast(sa.extract("year", steps.c.date), sa.Integer)
    query = sa.select(year, year, sa.func.count(sa.distinct(steps.c.owner)))
    return query.where(steps.c.owner.in_(ids), _PAST, steps.c.date.is_not(None)).group_by(year)


def _standing(session: Session, ids: sa.Select[Any]) -> dict[str, Counter[str]]:
    """How many of the matters stand so, and how many were decided so."""
    earlier, spoken = steps.alias("earlier"), steps.alias("spoken")
    last = (
        sa.select(sa.func.max(earlier.c.n))
        .where(earlier.c.owner == matters.c.id, earlier.c.kind == "item", earlier.c.state == "past")
        .correlate(matters)
        .scalar_subquery()
    )
    query = (
        sa.select(AWAITS.label("awaits"), spoken.c.ends, spoken.c.outcome)
        .select_from(matters)
        .join(spoken, sa.and_(spoken.c.owner == matters.c.id, spoken.c.n == last), isouter=True)
        .where(matters.c.id.in_(ids))
    ).subquery()
    each = (query.c.awaits, query.c.ends, query.c.outcome)
    counts: dict[str, Counter[str]] = {"status": Counter(), "outcome": Counter()}
    for awaits, ends, outcome, n in session.execute(sa.select(*each, sa.func.count()).group_by(*each)):
        status = Status.AWAITING if awaits else Status.DECIDED if ends else Status.OPEN
        counts["status"][status.value] += n
        if status is Status.DECIDED and outcome and outcome not in PROCEDURAL:
            counts["outcome"][outcome] += n
    return counts


_QUERIES: dict[str, Callable[[sa.Select[Any]], sa.Select[Any]]] = {
    "municipality": _municipality,
    "body": _body,
    "kind": lambda ids: _of_matters(matters.c.kind, ids),
    "year": _year,
    "party": _party,
}
