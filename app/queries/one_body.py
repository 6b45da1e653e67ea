"""One body under all its names: its meetings by year, the latest of them, what it decided lately, and what lies with it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.ids import slugify
from app.models.register import AWAITED_STATE, bodies, decisions, items, matters, meetings, redirects, steps
from app.queries.bodies import bodies_meant
from app.queries.cases import of_matters
from app.queries.meant import municipality_meant
from app.queries.years_met import years_met
from app.register.number_series import item_order
from app.schemas.rows import CaseRow


@dataclass(frozen=True, slots=True)
class Called:
    """A body by its id and name."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Lying:
    """The matters that await a body, the one that was treated last first, some of `total`."""

    rows: Sequence[CaseRow]
    total: int


def bodies_called(session: Session, place: str, code: str) -> list[Called]:
    """The bodies of a municipality that go by a slug today, or whose former name had it; both are in any spelling."""
    renamed = sa.select(redirects.c.id).where(redirects.c.kind == "body")
    query = (
        sa.select(bodies.c.id, bodies.c.name)
        .where(
            bodies.c.municipality_id.in_(municipality_meant(place)),
            bodies.c.id.in_(_onward(code)),
            bodies.c.id.not_in(renamed),
        )
        .order_by(bodies.c.name, bodies.c.id)
    )
    return [Called(row.id, row.name) for row in session.execute(query)]


def _onward(code: str) -> sa.Select[Any]:
    """The bodies of this slug, and all that their renames lead on to."""
    ahead = sa.select(bodies.c.id).where(bodies.c.slug == (slugify(code) or code)).cte("ahead", recursive=True)
    onward = sa.select(redirects.c.into).join(ahead, ahead.c.id == redirects.c.id)
    return sa.select(ahead.union(onward.where(redirects.c.kind == "body")).c.id)


def standing_names(session: Session, body_id: str) -> list[str]:
    """The names that the body went by, but for its present one."""
    query = sa.select(bodies.c.name).where(bodies.c.id.in_(bodies_meant(body_id)), bodies.c.id != body_id)
    return sorted(set(session.execute(query).scalars()))


def meetings_by_year(session: Session, body_id: str) -> list[tuple[int, int]]:
    """The years with how many meetings there is anything of, the latest first."""
    counted: Counter[int] = Counter()
    for years in years_met(session, _meant(session, body_id)).values():
        counted.update(years)
    return sorted(counted.items(), reverse=True)


def latest_meetings(session: Session, body_id: str, most: int) -> list[str]:
    """The ids of the latest meetings, the last first."""
    order = (meetings.c.date.desc(), meetings.c.nth.desc(), meetings.c.id)
    rows = [
        row
        for one in _meant(session, body_id)
        for row in session.execute(sa.select(meetings).where(meetings.c.body_id == one).order_by(*order).limit(most))
    ]
    rows.sort(key=lambda row: (-row.date.toordinal(), -row.nth, row.id))
    return [row.id for row in rows[:most]]


def _meant(session: Session, body_id: str) -> list[str]:
    """The body under all its names: each is asked for by itself, so that an index gives the rows in their order."""
    return sorted(session.execute(bodies_meant(body_id)).scalars())


def latest_items(session: Session, body_id: str, most: int) -> list[dict[str, Any]]:
    """The latest §§ whose outcome is read, each with whether it decides or proposes."""
    mode = (
        sa.select(decisions.c.mode)
        .where(decisions.c.item_id == items.c.id)
        .order_by(decisions.c.n)
        .limit(1)
        .scalar_subquery()
    )
    recent = latest_meetings(session, body_id, most)
    query = (
        sa.select(
            items.c.id, items.c.number, items.c.date, items.c.title, items.c.outcome, mode.label("mode"), bodies.c.name
        )
        .join(bodies, bodies.c.id == items.c.body_id)
        .where(items.c.meeting_id.in_(recent), items.c.outcome.is_not(None))
    )
    rows = [{**row, "body": {"name": row["name"]}} for row in session.execute(query).mappings()]
    return sorted(rows, key=lambda row: (-row["date"].toordinal(), item_order(row["number"])))[:most]


def awaiting(session: Session, body_id: str, most: int) -> Lying:
    """The matters whose next step is this body's."""
    awaited = sa.select(steps.c.owner).where(
        steps.c.state == AWAITED_STATE, steps.c.body_id.in_(_meant(session, body_id))
    )
    total = session.execute(sa.select(sa.func.count(sa.distinct(awaited.subquery().c.owner)))).scalar_one()
    lying = sa.select(matters.c.id).where(matters.c.id.in_(awaited))
    by_day = lying.order_by(matters.c.last_date.desc().nulls_last(), matters.c.id).limit(most)
    return Lying(of_matters(session, list(session.execute(by_day).scalars())), total)
