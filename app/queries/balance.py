"""Ärendebalans: the matters that nothing has ended, with how long they have been here, what happened last and what is awaited."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any, TypedDict

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.loads import loads
from app.models.register import matters, steps
from app.queries.bodies import bodies_meant
from app.queries.cases import of_matters
from app.queries.path import step_row
from app.schemas.rows import CaseRow, StepRow


class OpenMatter(TypedDict):
    """`begun` is the day of the first step that has one and `days` how long ago that is; `last` the latest step that was taken, `held`
    where that is another's to open (`app/queries/balance_seen.py`)."""

    case: CaseRow
    begun: dt.date | None
    days: int | None
    last: StepRow | None
    held: bool


def open_matters(
    session: Session, today: dt.date, *, body: str | None, places: Sequence[str] | None, awaited: bool
) -> list[OpenMatter]:
    """The matters that have not ended, the one that has been here longest first; those without a day last.

    With `body` (an id) those in which it has taken a step or is awaited, with `awaited` as well only those that wait for it; with
    `places` (ids of municipalities) those of these alone.
    """
    query = sa.select(matters.c.id).where(sa.func.coalesce(matters.c.status, "open") != "decided")
    query = query.where(matters.c.municipality_id.in_(places)) if places is not None else query
    if body:
        of_body = sa.select(steps.c.owner).where(steps.c.body_id.in_(bodies_meant(body)))
        of_body = of_body.where(steps.c.state == "awaited") if awaited else of_body
        query = query.where(matters.c.id.in_(of_body))
    elif awaited:
        query = query.where(matters.c.status == "awaiting")
    ids = sorted(session.execute(query).scalars())
    rows = [_row(case, last, today) for load in loads(ids) for case, last in _with_last(session, load, today)]
    return sorted(rows, key=lambda row: (row["begun"] or dt.date.max, row["case"]["slug"]))


def _with_last(session: Session, ids: Sequence[str], today: dt.date) -> list[tuple[CaseRow, Any]]:
    """Each matter with the row of the latest step that was taken by today."""
    taken = sa.select(steps).where(steps.c.owner.in_(ids), steps.c.state != "awaited")
    taken = taken.where(sa.or_(steps.c.date.is_(None), steps.c.date <= today)).order_by(steps.c.owner, steps.c.n)
    last = {row.owner: row for row in session.execute(taken)}
    return [(case, last.get(case["matter_id"])) for case in of_matters(session, ids)]


def _row(case: CaseRow, last: Any, today: dt.date) -> OpenMatter:
    begun = case["first_date"]
    return OpenMatter(
        case=case,
        begun=begun,
        days=(today - begun).days if begun else None,
        last=step_row(last, state=last.state) if last is not None else None,
        held=False,
    )
