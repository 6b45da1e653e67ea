"""Redovisning av obesvarade motioner: the motions that the council has not ended, on any day.

The account, the page, the terminal and the list of the API ask here, so that they tell of the same motions.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.loads import loads
from app.models.register import LIES_TWICE, bodies, documents, motions, municipalities, steps
from app.queries.case_refs import cases_of, items_at, municipality_columns, municipality_ref
from app.queries.cases import of_matters
from app.queries.deadlines import ANNOUNCED, OWN, SAME_MOTION, clocks_of, clocks_of_announced
from app.queries.items import people_of
from app.queries.listing import Where
from app.queries.meant import municipality_meant
from app.queries.motion_days import MotionDay, motion_days
from app.queries.path import step_row
from app.register.standing import Standing, standing
from app.schemas.motion_rows import AnnouncedRow, MotionRow
from app.schemas.rows import CaseRow, ClockRow, PersonRow
from importers.bundle import DocumentKind

# A motion that a list announces is told by its matter, where one is here; one that lies in two matters, by the first.
_TOLD_BY_ITS_MATTER = (
    sa.exists()
    .where(
        SAME_MOTION, OWN.c.matter_id.isnot(None), ANNOUNCED.c.id == motions.c.id, ANNOUNCED.c.owner == motions.c.owner
    )
    .correlate(motions)
)
_TWIN = motions.alias("twin")
_TOLD_BEFORE = sa.and_(
    LIES_TWICE, sa.exists().where(_TWIN.c.id == motions.c.id, _TWIN.c.owner < motions.c.owner).correlate(motions)
)
EACH = sa.and_(sa.not_(_TOLD_BEFORE), sa.or_(motions.c.matter_id.isnot(None), sa.not_(_TOLD_BY_ITS_MATTER)))
# The motions that lie in two matters.
TWICE = sa.select(motions.c.id).where(LIES_TWICE)
# The motions of lists that are told by their matters.
TOLD_BY_MATTERS = sa.select(ANNOUNCED.c.id).join_from(ANNOUNCED, OWN, SAME_MOTION).where(OWN.c.matter_id.is_not(None))


def waits(on: dt.date) -> sa.ColumnElement[bool]:
    """Whether nothing had ended the motion by that day."""
    return sa.or_(motions.c.ended.is_(None), motions.c.ended > on)


def waiting_matters(session: Session, on: dt.date) -> list[str]:
    """The matters with a motion that nothing has ended by that day: those whose year may be running."""
    query = sa.select(motions.c.matter_id).where(motions.c.matter_id.isnot(None), waits(on)).distinct()
    return sorted(session.execute(query).scalars())


def motion_places(session: Session, sees: Callable[[str], bool] = lambda _id: True) -> dict[str, str]:
    """The municipalities that have motions, of those (ids) that whoever asks `sees`: names by slug, in the order of their names."""
    query = (
        sa.select(municipalities.c.id, municipalities.c.slug, municipalities.c.name)
        .where(sa.exists().where(motions.c.municipality_id == municipalities.c.id))
        .order_by(municipalities.c.name)
    )
    return {row.slug: row.name for row in session.execute(query) if sees(row.id)}


def unanswered(
    session: Session,
    on: dt.date,
    *,
    place: str | None = None,
    overdue: bool = False,
    ended: bool = False,
    year: int | None = None,
    also: Sequence[Where] = (),
) -> list[MotionRow]:
    """The motions unanswered on that day, the one that has waited longest first; those whose day nobody tells, last.

    With `place`, those of that municipality alone; with `overdue` those whose year has passed, reported to the
    council or not; with `ended` also those that were answered, withdrawn or struck off; with `year` those raised in it. Those
    alone that meet `also`.
    """
    ids = account(session, on, place=place, overdue=overdue, ended=ended, year=year, also=also)
    return of_account(session, ids, on, ended=ended)


def account(
    session: Session,
    on: dt.date,
    *,
    place: str | None = None,
    overdue: bool = False,
    ended: bool = False,
    year: int | None = None,
    also: Sequence[Where] = (),
) -> list[str]:
    """The ids of the same motions, in the same order."""
    where = accounted(on, place=place, ended=ended, also=also)
    days = motion_days(session, on, EACH, *where)
    return [day.id for day in sorted(days, key=lambda day: day.age) if stands(day, on, overdue and not ended, year)]


def stands(day: MotionDay, on: dt.date, overdue: bool, year: int | None) -> bool:
    """Whether a motion had begun by that day, its year was over where that is asked for, and it was raised in the year."""
    in_year = year is None or (day.raised is not None and day.raised.year == year)
    return in_year and day.has_begun(on) and (not overdue or day.is_over(on))


def accounted(on: dt.date, *, place: str | None = None, ended: bool = False, also: Sequence[Where] = ()) -> list[Where]:
    """What the motions of the account meet, but that they had begun by that day, that their year was over, and that each is
    told once (`EACH`)."""
    where = list(also)
    if place:
        where.append(motions.c.municipality_id.in_(municipality_meant(place)))
    return where if ended else [*where, waits(on)]


def of_account(
    session: Session, ids: Sequence[str], on: dt.date, *, ended: bool = False, placed: bool = True
) -> list[MotionRow]:
    """The rows of motions of the account, in this order."""
    rows = {row["id"]: row for row in motion_rows(session, ids, on, placed=placed)}
    return [row for row in (rows[i] for i in ids if i in rows) if ended or counts(row)]


def counts(row: MotionRow, *, overdue: bool = False) -> bool:
    """Whether the motion stands in the account: raised by that day, and not ended on it; `overdue`, its year over as well."""
    clock = row["clock"]
    if row["standing"] != Standing.UNANSWERED or not has_begun(row):
        return False
    return not overdue or (clock is not None and clock["left"] < 0)


def has_begun(row: MotionRow) -> bool:
    """Whether anything of the motion had happened by the day asked for."""
    clock = row["clock"]
    return clock["days"] >= 0 if clock else row["last"] is not None


def motion_rows(session: Session, ids: Sequence[str], on: dt.date, *, placed: bool = True) -> list[MotionRow]:
    """These motions as they stood on that day, in no order."""
    rows = [row for batch in loads(ids) for row in session.execute(_MOTIONS, {"ids": list(batch)})]
    held = _Held.read(session, rows, on, placed=placed)
    return [_row(row, held, on) for row in rows]


@dataclass(frozen=True, slots=True)
class _Held:
    """What is shown beside each motion: by matter, by motion, by municipality."""

    cases: dict[str, CaseRow]
    clocks: dict[str, ClockRow]
    stations: dict[str, list[Any]]
    movers: dict[tuple[str, str], list[PersonRow]]
    announcing: dict[str, AnnouncedRow]
    minutes: dict[str, list[dt.date]]

    @classmethod
    def read(cls, session: Session, rows: Sequence[Any], on: dt.date, *, placed: bool) -> _Held:
        matters = sorted({row.matter_id for row in rows if row.matter_id})
        owners = sorted({row.owner for row in rows})
        cases: dict[str, CaseRow] = {}
        clocks: dict[str, ClockRow] = {}
        movers: dict[tuple[str, str], list[PersonRow]] = {}
        for batch in loads(matters):
            cases |= {case["matter_id"]: case for case in of_matters(session, batch)}
            clocks |= clocks_of(session, batch, on, placed=placed)
        for batch in loads(owners):
            movers |= people_of(session, batch)
        alone = [row for row in rows if row.matter_id is None]
        clocks |= clocks_of_announced(session, alone, on, placed=placed)
        places = {row.municipality_id for row in rows}
        stations, minutes = _steps(session, matters), _council_minutes(session, places, on)
        return cls(cases, clocks, stations, movers, _announcing(session, rows), minutes)


def _row(row: Any, held: _Held, on: dt.date) -> MotionRow:
    past, ahead = _parted(held.stations.get(row.matter_id, []), on)
    clock, case = held.clocks.get(row.matter_id or row.id), held.cases.get(row.matter_id)
    since = clock["raised"] if clock else min((s.date for s in past if s.date), default=None)
    return MotionRow(
        id=row.id,
        municipality=municipality_ref(row),
        case=case,
        announced=held.announcing.get(row.id),
        title=row.title or (case["title"] if case else None),
        subject=row.subject,
        date=row.date,
        movers=held.movers.get((row.id, "mover"), []),
        document_id=row.document_id,
        clock=clock,
        standing=standing(past).value,
        ended=row.ended if row.ended and row.ended <= on else None,
        lies=ahead[0].body if ahead else None,
        last=step_row(past[-1], state=past[-1].state) if past else None,
        council_minutes=[d for d in held.minutes[row.municipality_id] if since is None or d > since],
    )


def _parted(stations: Sequence[Any], on: dt.date) -> tuple[list[Any], list[Any]]:
    """The steps that were taken by that day, and those that lie ahead of it."""
    past = [s for s in stations if s.state != "awaited" and (s.date is None or s.date <= on)]
    ahead = [s for s in stations if s.state == "awaited" or (s.kind == "item" and s.date and s.date > on)]
    return past, ahead


def _announcing(session: Session, rows: Sequence[Any]) -> dict[str, AnnouncedRow]:
    """The § that announced each motion, as far as one here did; of several the first."""
    listed = {row.id: row.entity_id for row in rows if row.matter_id is None}
    query = (
        sa.select(OWN.c.id, ANNOUNCED.c.entity_id)
        .join_from(OWN, ANNOUNCED, SAME_MOTION)
        .where(OWN.c.matter_id.isnot(None))
    )
    for batch in loads([row.id for row in rows if row.matter_id]):
        for row in session.execute(
            query.where(OWN.c.id.in_(batch)).order_by(ANNOUNCED.c.raised.desc(), ANNOUNCED.c.id)
        ):
            listed[row.id] = row.entity_id
    entities = sorted(set(listed.values()))
    at: dict[str, AnnouncedRow] = {}
    for batch in loads(entities):
        pages = cases_of(session, batch)
        for item_id, (item, _place) in items_at(session, batch).items():
            at[item_id] = AnnouncedRow(item=item, page=pages[item_id][0]["page"] if pages.get(item_id) else None)
    return {motion: at[item] for motion, item in listed.items() if item in at}


def council_minutes_since(session: Session, municipality: str, since: dt.date, on: dt.date) -> list[dt.date]:
    """The days of the council's meetings after `since` until then whose minutes are here, whole."""
    return [day for day in _council_minutes(session, {municipality}, on)[municipality] if day > since]


def _council_minutes(session: Session, places: Collection[str], on: dt.date) -> dict[str, list[dt.date]]:
    """The days of the councils' meetings until then whose minutes are here, whole, by municipality (ids)."""
    # the councils first: from them an index leads to their minutes alone
    of_places = sa.select(bodies.c.id).where(bodies.c.municipality_id.in_(sorted(places)), bodies.c.kind == "council")
    councils = session.execute(of_places).scalars().all()
    query = (
        sa.select(documents.c.municipality_id, documents.c.date)
        .where(
            documents.c.body_id.in_(councils),
            documents.c.kind == DocumentKind.PROTOKOLL.value,
            documents.c.date <= on,
        )
        .distinct()
        .order_by(documents.c.date)
    )
    days: dict[str, list[dt.date]] = defaultdict(list)
    for row in session.execute(query):
        days[row.municipality_id].append(row.date)
    return days


def _steps(session: Session, matters: Sequence[str]) -> dict[str, list[Any]]:
    by_matter: dict[str, list[Any]] = defaultdict(list)
    for batch in loads(matters):
        query = sa.select(steps).where(steps.c.owner.in_(batch)).order_by(steps.c.owner, steps.c.n)
        for row in session.execute(query):
            by_matter[row.owner].append(row)
    return by_matter


_MOTIONS = (
    sa.select(motions, *municipality_columns())
    .join(municipalities, municipalities.c.id == motions.c.municipality_id)
    .where(motions.c.id.in_(sa.bindparam("ids", expanding=True)), EACH)
)
