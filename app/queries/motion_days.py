"""When each of many motions was raised and where it stands, from few columns: a whole row of each takes a thousand times as
long."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.loads import loads
from app.models.register import matters, motions, steps
from app.queries.deadlines import ANNOUNCED, OWN, SAME_MOTION, clocks_of
from app.queries.listing import Where
from app.register.deadlines import Basis, a_year_after


@dataclass(frozen=True, slots=True)
class MotionDay:
    """A motion with the day that its year begins, and where its matter stands; `begun` where any step was taken by the day
    asked for."""

    id: str
    municipality_id: str
    matter_id: str | None
    slug: str
    title: str
    raised: dt.date | None
    status: str | None
    outcome: str | None
    last_date: dt.date | None
    begun: bool

    def has_begun(self, on: dt.date) -> bool:
        """Whether anything of it had happened by that day."""
        return self.raised <= on if self.raised else self.begun

    def is_over(self, on: dt.date) -> bool:
        """Whether its year had passed by that day."""
        return self.raised is not None and a_year_after(self.raised) < on

    @property
    def age(self) -> tuple[bool, dt.date, str, str, str]:
        """By what motions are ordered: the one that has waited longest first, those whose day nobody tells last; no two are
        alike, or a page could tell again what the one before it told."""
        return (self.raised is None, self.raised or dt.date.max, self.slug, self.title, self.id)


def motion_days(session: Session, on: dt.date, *where: Where) -> list[MotionDay]:
    """Those of the motions that meet the conditions, in no order. A motion's own day gives way to the council's lists that
    announce it: of the few that they speak of, the lists are read."""
    query = _DAYS.where(*where)
    rows = {row.id: row for row in session.execute(query, {"day": on})}
    days = {row.id: _day(row) for row in rows.values()}
    asked = {row.matter_id for row in rows.values() if row.listed}
    raised = dict(_announced(session, sorted(asked), on))
    return [
        replace(day, raised=raised.get(day.matter_id, day.raised)) if rows[day.id].listed and day.matter_id else day
        for day in days.values()
    ]


def _announced(session: Session, of: list[str], on: dt.date) -> Iterator[tuple[str, dt.date]]:
    for load in loads(of):
        for matter, clock in clocks_of(session, load, on, sourced=False).items():
            yield matter, clock["raised"]


def _day(row: Any) -> MotionDay:
    return MotionDay(
        id=row.id,
        municipality_id=row.municipality_id,
        matter_id=row.matter_id,
        slug=row.slug or "",
        title=row.title or "",
        raised=row.raised,
        status=row.status,
        outcome=row.outcome,
        last_date=row.last_date,
        begun=row.begun,
    )


_SURE = (Basis.MINUTES.value, Basis.STATED.value, Basis.ENTERED.value)
# The few motions that a council's list speaks of are found from the lists: each of all would be sought there else.
OF_LISTS = sa.select(OWN.c.matter_id).join_from(ANNOUNCED, OWN, SAME_MOTION).where(OWN.c.matter_id.is_not(None))
LISTED = sa.and_(
    motions.c.matter_id.is_not(None),
    motions.c.basis.is_(None) | motions.c.basis.not_in(_SURE),
    motions.c.matter_id.in_(OF_LISTS),
)
BEGUN = sa.and_(
    motions.c.raised.is_(None),
    sa.exists()
    .where(
        steps.c.owner == motions.c.matter_id,
        steps.c.state != "awaited",
        sa.or_(steps.c.date.is_(None), steps.c.date <= sa.bindparam("day")),
    )
    .correlate(motions),
)
_DAYS = sa.select(
    motions.c.id,
    motions.c.municipality_id,
    motions.c.matter_id,
    motions.c.raised,
    sa.func.coalesce(motions.c.title, matters.c.title).label("title"),
    matters.c.slug,
    matters.c.status,
    matters.c.outcome,
    matters.c.last_date,
    LISTED.label("listed"),
    BEGUN.label("begun"),
).join(matters, matters.c.id == motions.c.matter_id, isouter=True)
