"""What the start page tells: the latest meetings with what they decided, motions near or past their year, what comes next,
and how much of each municipality is here. Each part reads a bounded number of rows, however much is filed."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any, NamedTuple

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.models.register import (
    AWAITED_STATE,
    bodies,
    documents,
    items,
    matters,
    meetings,
    motions,
    municipalities,
    steps,
)
from app.queries.case_refs import municipality_columns, municipality_ref
from app.queries.cases import of_matters
from app.queries.json_sql import counted_number
from app.queries.listing import Asked, Wanted, first_of
from app.queries.lists.items import MEETINGS
from app.queries.modes import modes_of
from app.queries.motion_days import motion_days
from app.queries.motions import EACH, of_account
from app.queries.years_met import years_met
from app.register.deadlines import a_year_after
from app.register.number_series import item_order
from app.schemas.motion_rows import MotionRow
from app.schemas.rows import CaseRow, MunicipalityRef
from importers.bundle import Outcome

# How many days before its year ends a motion is near it.
_NEAR = 60
# How many motions are looked at, the latest first, for those that are shown; and of how many meetings the §§ are counted.
_LOOKED_AT, _WEIGHED, _COUNTED = 300, 24, 300
_MARKS = ("has_vote", "has_reservation", "has_yrkande")
_OF_ROUTINE = {None, Outcome.VAL.value, Outcome.ANTECKNING.value, Outcome.OTHER.value}


class Decided(NamedTuple):
    """A meeting of the past: some of its §§, those first chosen where there was disagreement, each with whether it
    `decides` or `proposes` (None where no decision is read)."""

    meeting: Mapping[str, Any]
    chosen: list[tuple[Mapping[str, Any], str | None]]
    marked: dict[str, int]


class Coming(NamedTuple):
    """A day that a body meets on or after today: the matters that the papers say await it there."""

    municipality: MunicipalityRef
    body: str
    date: dt.date
    waiting: list[CaseRow]


class Covered(NamedTuple):
    """What is here of a municipality: its council's meetings (else those of the body with most). `missing` is how many
    numbers of §§ lack from 1, with which each year begins, to the highest of the year; None where there are too many to
    count at once. Of the years in `without` there is nothing."""

    municipality: MunicipalityRef
    body: str
    body_slug: str
    first: int
    last: int
    meetings: int
    missing: int | None
    without: list[int]
    others: int


def lately_decided(session: Session, day: dt.date, place: str | None, most: int, of_each: int) -> list[Decided]:
    """The latest meetings until that day, of one municipality (its slug) or of all."""
    filters = {"to": day, **({"municipality": place} if place else {})}
    rows = first_of(session, MEETINGS, Asked(filters, "-date", most, 0), Wanted())
    chosen = {row["id"]: _chosen(row["items"], of_each) for row in rows}
    modes = modes_of(session, [item["id"] for of_meeting in chosen.values() for item in of_meeting])
    return [
        Decided(row, [(item, modes.get(item["id"])) for item in chosen[row["id"]]], marks_of(row["items"]))
        for row in rows
    ]


def marks_of(listed: Sequence[Mapping[str, Any]]) -> dict[str, int]:
    """How many §§ bear each mark, of those that any bears."""
    marked = {mark: sum(item[mark] for item in listed) for mark in _MARKS}
    return {mark: count for mark, count in marked.items() if count}


def _chosen(listed: Sequence[Mapping[str, Any]], most: int) -> list[Mapping[str, Any]]:
    """The §§ that are shown of a meeting, in their order: those with a vote, a reservation or a yrkande before others."""

    def weight(item: Mapping[str, Any]) -> tuple[Any, ...]:
        return (*(not item[mark] for mark in _MARKS), item["outcome"] in _OF_ROUTINE, item_order(item["number"]))

    return sorted(sorted(listed, key=weight)[:most], key=lambda item: item_order(item["number"]))


def due_motions(session: Session, day: dt.date, place_id: str | None, most: int) -> list[MotionRow]:
    """The unanswered motions whose year ends within sixty days or has ended, those whose last day is nearest that day
    first."""
    due_by = day - dt.timedelta(days=365 - _NEAR)
    latest = []
    for dated, where in ((motions.c.raised, sa.true()), (motions.c.date, motions.c.raised.is_(None))):  # an index each
        query = sa.select(motions.c.id, dated.label("dated")).where(dated <= due_by, where)
        query = query.where(motions.c.municipality_id == place_id) if place_id else query
        latest.append(sa.select(query.order_by(dated.desc(), motions.c.id).limit(_LOOKED_AT).subquery()))
    looked_at = sa.union_all(*latest).subquery()
    ended = sa.exists().where(steps.c.owner == motions.c.matter_id, steps.c.ends, steps.c.state == "past")
    due_query = (
        sa.select(motions.c.id)
        .join(looked_at, looked_at.c.id == motions.c.id)
        .where(EACH, sa.not_(ended))
        .order_by(looked_at.c.dated.desc(), motions.c.id)
        .limit(_WEIGHED)
    )
    weighed = motion_days(session, day, motions.c.id.in_(list(session.execute(due_query).scalars())))
    # whole rows are dear: they are read of no more than are shown, but where one of these does not count
    left = {one.id: (a_year_after(one.raised) - day).days for one in weighed if one.raised}
    near = sorted((id for id in left if left[id] <= _NEAR), key=lambda id: (-left[id], id))
    due: list[MotionRow] = []
    while near and (lacking := most - len(due)):
        due += of_account(session, near[:lacking], day, placed=False)
        near = near[lacking:]
    return due


def coming(session: Session, day: dt.date, place_id: str | None, most: int) -> list[Coming]:
    """The meetings from that day on that papers name: those that a matter awaits, and those that are here already."""
    awaited = (
        sa.select(steps.c.owner, steps.c.body, steps.c.date, *municipality_columns())
        .join(matters, matters.c.id == steps.c.owner)
        .join(municipalities, municipalities.c.id == matters.c.municipality_id)
        .where(steps.c.date >= day, steps.c.state == AWAITED_STATE, steps.c.body.is_not(None))
        .order_by(steps.c.date, steps.c.owner, steps.c.n)
    )
    called = (
        sa.select(sa.null().label("owner"), bodies.c.name.label("body"), meetings.c.date, *municipality_columns())
        .join_from(meetings, bodies, bodies.c.id == meetings.c.body_id)
        .join(municipalities, municipalities.c.id == bodies.c.municipality_id)
        .where(meetings.c.date >= day)
        .order_by(meetings.c.date, meetings.c.id)
    )
    at: dict[tuple[Any, ...], list[Any]] = defaultdict(list)
    for query in (awaited, called):
        narrowed = query.where(municipalities.c.id == place_id) if place_id else query
        for row in session.execute(narrowed.limit(_WEIGHED)):
            at[row.date, row.place_id, row.body].append(row)
    first = sorted(at.items(), key=lambda one: one[0])[:most]
    cases = {
        case["matter_id"]: case
        for case in of_matters(session, sorted({row.owner for _, rows in first for row in rows if row.owner}))
    }
    return [
        Coming(municipality_ref(rows[0]), body, date, [cases[row.owner] for row in rows if row.owner in cases])
        for (date, _place, body), rows in first
    ]


def places_met(session: Session, place_id: str | None = None) -> list[MunicipalityRef]:
    """The municipalities of which there is a meeting, by name; or this one, where there is."""
    met = sa.select(meetings.c.id).join(bodies, bodies.c.id == meetings.c.body_id)
    query = (
        sa.select(*municipality_columns())
        .where(sa.exists(met.where(bodies.c.municipality_id == municipalities.c.id)))
        .order_by(municipalities.c.name, municipalities.c.id)
    )
    rows = session.execute(query.where(municipalities.c.id == place_id) if place_id else query)
    return [municipality_ref(row) for row in rows]


def places_unread(session: Session) -> list[MunicipalityRef]:
    """The municipalities whose documents are here, and no meeting, for no § of them is read; by name."""
    met = sa.select(meetings.c.id).join(bodies, bodies.c.id == meetings.c.body_id)
    query = (
        sa.select(*municipality_columns())
        .where(
            sa.exists().where(documents.c.municipality_id == municipalities.c.id),
            ~sa.exists(met.where(bodies.c.municipality_id == municipalities.c.id)),
        )
        .order_by(municipalities.c.name, municipalities.c.id)
    )
    return [municipality_ref(row) for row in session.execute(query)]


def covered(session: Session, place_ids: Collection[str]) -> list[Covered]:
    """A line for each of these municipalities of which there is a meeting, by name."""
    query = (
        sa.select(bodies.c.id, bodies.c.name, bodies.c.slug, bodies.c.kind, *municipality_columns())
        .join(municipalities, municipalities.c.id == bodies.c.municipality_id)
        .where(bodies.c.municipality_id.in_(place_ids))
        .order_by(municipalities.c.name, bodies.c.name, bodies.c.id)
    )
    rows = session.execute(query).all()
    years = years_met(session, [row.id for row in rows])
    of_place: dict[str, list[_Body]] = defaultdict(list)
    for row in rows:
        if row.id in years:
            of_place[row.place_id].append(_Body(row, years[row.id]))
    leading = [(max(of_bodies, key=_leads), len(of_bodies) - 1) for of_bodies in of_place.values()]
    missing = _missing(session, [body for body, _others in leading])
    return [_covered(body, others, missing.get(body.row.id)) for body, others in leading]


class _Body(NamedTuple):
    """A body with how often it met each year, the first year first."""

    row: Any
    years: dict[int, int]

    @property
    def met(self) -> int:
        return sum(self.years.values())


def _leads(body: _Body) -> tuple[bool, int]:
    """The council before others, else the body that has met most."""
    return body.row.kind == "council", body.met


def _covered(body: _Body, others: int, missing: int | None) -> Covered:
    here = list(body.years)
    return Covered(
        municipality=municipality_ref(body.row),
        body=body.row.name,
        body_slug=body.row.slug,
        first=here[0],
        last=here[-1],
        meetings=body.met,
        missing=missing,
        without=[year for year in range(here[0], here[-1]) if year not in here],
        others=others,
    )


def _missing(session: Session, of_bodies: Iterable[_Body]) -> dict[str, int]:
    """How many numbers lack, by body, of the bodies that have the fewest meetings."""
    few, met = [], 0
    for body in sorted(of_bodies, key=lambda body: body.met):
        met += body.met
        if met <= _COUNTED:
            few.append(body.row.id)
    if not few:
        return {}
    number = counted_number(items.c.number).label("number")
    each = sa.select(items.c.body_id, items.c.year, number).where(items.c.body_id.in_(few)).distinct().subquery()
    query = sa.select(each.c.body_id, sa.func.max(each.c.number), sa.func.count(each.c.number))
    query = query.group_by(each.c.body_id, each.c.year)
    lacking = dict.fromkeys(few, 0)
    for body_id, last, there in session.execute(query):
        lacking[body_id] += (last or 0) - there
    return lacking
