"""Matters: found by any of their numbers, listed, and shown one by one."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.errors import AmbiguousCase, CaseNotFound
from app.ids import slugify
from app.models.prepared import Prepared
from app.models.register import cases, items, matters, municipalities, steps
from app.queries.aliases import cases_moved, moved
from app.queries.json_sql import in_json, json_list, list_of, object_of, read
from app.queries.summed import summed
from app.queries.sums import kept
from app.register.bodies import body_kind
from app.register.case_numbers import CaseNumber, parse, typed_numbers
from app.register.motion_titles import ANSWERED
from app.register.outcomes import PROCEDURAL
from app.register.sum_keys import Sum
from app.schemas.rows import CaseRow, NextStation
from importers.bundle import Outcome

# A number that begins with fewer signs in common than this is like too many.
_LEAST_ALIKE = 6
# So many registers' matters may share a year and a number.
_MOST_ALIKE = 50
_SUMMED = summed(Sum.MATTERS)
# Of fewer, SQLite would rather sort all matters than follow the index of their days.
_BY_INDEX = 25


def find(session: Session, typed: str, municipality: str | None = None) -> list[CaseRow]:
    """The matters that a person may mean: by a number in any spelling, a slug, or an id of a case."""
    return _rows(session, find_ids(session, typed, municipality))


def find_one(session: Session, typed: str) -> CaseRow:
    """The one matter that is meant. Raises `CaseNotFound`, `AmbiguousCase`."""
    return _only(typed, find(session, typed))


def find_case(session: Session, typed: str) -> sa.Row[Any]:
    """The row of the case that is meant, of all that its matter has: the one with the number or the id, else the first.

    Raises `CaseNotFound`, `AmbiguousCase`.
    """
    number = parse(typed)
    matter = _only(typed, _rows(session, _ids(session, typed, (number,) if number else (), None)))
    query = sa.select(cases).where(cases.c.owner == matter["matter_id"]).order_by(cases.c.key)
    rows = session.execute(query).all()
    if not rows:
        raise CaseNotFound(typed)
    return next((row for row in rows if row.id == typed or (number and row.key.endswith(number.key))), rows[0])


def _only(typed: str, rows: Sequence[CaseRow]) -> CaseRow:
    if not rows:
        raise CaseNotFound(typed)
    if len(rows) > 1:
        raise AmbiguousCase(typed, ", ".join(f"{row['number']} ({row['municipality']['name']})" for row in rows))
    return rows[0]


def find_ids(session: Session, typed: str, municipality: str | None = None) -> list[str]:
    """The ids of the matters that `find` gives."""
    return _ids(session, typed, typed_numbers(typed), municipality)


def find_ids_in_any_register(session: Session, typed: str, municipality: str | None = None) -> list[str]:
    """The same; where a number was typed without its register and none bears it so, those that bear it in any: `2023/3553`."""
    numbers, ids = typed_numbers(typed), find_ids(session, typed, municipality)
    if ids or not numbers or any(number.register for number in numbers):
        return ids
    bears = sa.or_(*(cases.c.key.like(f"%{number.key}") for number in numbers))
    bearing = sa.select(cases.c.owner).where(bears).order_by(cases.c.key).limit(_MOST_ALIKE)
    if municipality is not None:
        bearing = bearing.join(matters, matters.c.id == cases.c.owner).where(matters.c.municipality_id == municipality)
    return list(dict.fromkeys(session.execute(bearing).scalars()))


def _ids(session: Session, typed: str, numbers: Sequence[CaseNumber], municipality: str | None) -> list[str]:
    slug = slugify(typed)
    borne = [cases.c.slug == slug, cases.c.id == typed]
    borne += [cases.c.key == n.key if n.register else cases.c.key.like(f"%{n.key}") for n in numbers]
    # each by an index: one condition over both tables walks through them
    meant = sa.union(
        sa.select(cases.c.owner).where(sa.or_(*borne)),
        sa.select(matters.c.id).where(sa.or_(matters.c.id == typed, matters.c.slug == slug)),
    )
    # of which municipality each is, is looked at here: SQLite would go through all of the municipality's
    query = sa.select(matters.c.id, matters.c.municipality_id).where(matters.c.id.in_(meant))
    ids = [row.id for row in session.execute(query) if municipality in {None, row.municipality_id}]
    if bare := [number.key for number in numbers if number.register is None]:
        ids = _without_register(session, ids, bare)
    if not ids:
        old = cases_moved(session, slug=slug, keys=[number.key for number in numbers])
        ids = _of_cases(session, old | {now for now in [moved(session, typed)] if now}, municipality)
    return ids


def by_slug(session: Session, municipality: str, slug: str) -> CaseRow | None:
    """The matter at an address: the municipality's slug and the slug of any of the matter's cases, or the matter's own."""
    # each slug by its own index: of the two in one condition, all matters would be gone through
    bearing = sa.union(
        sa.select(cases.c.owner).where(cases.c.slug == slug), sa.select(matters.c.id).where(matters.c.slug == slug)
    )
    place = sa.select(municipalities.c.slug).where(municipalities.c.id == matters.c.municipality_id).scalar_subquery()
    query = sa.select(matters.c.id, place.label("place")).where(matters.c.id.in_(bearing))
    # which is of the municipality is looked at here: SQLite would go through all of the municipality's
    ids = [row.id for row in session.execute(query) if row.place == municipality]
    if not ids:
        ids = _of_cases(session, cases_moved(session, slug=slug), municipality)
    return next(iter(_rows(session, ids)), None)


def near(session: Session, typed: str, most: int = 5) -> list[CaseRow]:
    """Matters whose numbers begin as a number that is nobody's does, a sign or a few at its end apart; none of a short one."""
    slug = slugify(typed.rpartition("/")[2])
    for cut in (1, 2, 3):
        begins = slug[:-cut]
        if len(begins) < _LEAST_ALIKE:
            break
        within = sa.and_(cases.c.slug >= begins, cases.c.slug < begins + "{")
        query = sa.select(cases.c.owner).where(within).order_by(cases.c.slug).limit(most)
        rows = _rows(session, list(dict.fromkeys(session.execute(query).scalars())))
        if rows:
            return rows
    return []


def get(session: Session, case_id: str) -> CaseRow | None:
    """The matter that holds the case with this id, led by that case's id; a matter without case answers to its own."""
    ids = list(session.execute(HOLDING, {"id": case_id}).scalars())
    if not ids and (now := moved(session, case_id)):
        ids = _of_cases(session, {now}, None)
    return next(iter(_rows(session, ids)), None)


def _of_cases(session: Session, wanted: set[str], municipality: str | None) -> list[str]:
    """The matters that hold these cases, in one municipality (its id or slug) or in all."""
    if not wanted:
        return []
    query = sa.select(cases.c.owner).where(cases.c.id.in_(wanted)).distinct()
    if municipality is not None:
        of = sa.select(municipalities.c.id).where(
            sa.or_(municipalities.c.id == municipality, municipalities.c.slug == municipality)
        )
        query = query.where(cases.c.municipality_id.in_(of))
    return sorted(session.execute(query).scalars())


def newest(
    session: Session, municipality: str | None = None, limit: int = 20, offset: int = 0
) -> tuple[list[CaseRow], int]:
    """Matters, the one with the latest step first, and how many there are in all."""
    wanted = sa.select(matters.c.id)
    if municipality is not None:
        of = sa.select(municipalities.c.id).where(
            sa.or_(municipalities.c.id == municipality, municipalities.c.slug == municipality)
        )
        wanted = wanted.where(matters.c.municipality_id.in_(of))
    if kept(session):
        total = _SUMMED(session, municipality)
    else:
        total = session.execute(sa.select(sa.func.count()).select_from(wanted.subquery())).scalar() or 0
    order = (matters.c.last_date.desc(), matters.c.id)
    dated = wanted.where(matters.c.last_date.is_not(None)).order_by(*order).limit(max(limit, _BY_INDEX)).offset(offset)
    ids = list(session.execute(dated).scalars())[:limit]
    if len(ids) < min(limit, total - offset):
        query = wanted.order_by(order[0].nulls_last(), order[1]).limit(limit).offset(offset)
        ids = list(session.execute(query).scalars())
    return _rows(session, ids), total


def of_matters(session: Session, ids: Sequence[str]) -> list[CaseRow]:
    """These matters, in the order asked for."""
    return _rows(session, ids)


def _without_register(session: Session, ids: list[str], keys: Sequence[str]) -> list[str]:
    """Of matters found by the tails of keys, those whose number names no register: `115/25` is not `KSN-2025-00115`.

    Before such a number stands the slug of its body, in lower case.
    """
    query = sa.select(cases.c.owner, cases.c.key).where(cases.c.owner.in_(ids))
    found = session.execute(query).all()
    return sorted({row.owner for row in found for key in keys if row.key.removesuffix(key).islower()})


def _rows(session: Session, ids: Sequence[str]) -> list[CaseRow]:
    """The rows of these matters, in the order asked for."""
    if not ids:
        return []
    matter_rows = map(case_row, map(read, _ROWS.run(session, ids=json_list(ids)).scalars().all()))
    rows = {row["matter_id"]: row for row in matter_rows}
    return [rows[i] for i in ids if i in rows]


def case_row(matter: Mapping[str, Any]) -> CaseRow:
    """The row of a matter of which `ROW` has been read."""
    numbers, stations = matter["numbers"], matter["stations"]
    for number in numbers:
        number["lead"] = number["id"] == matter["lead_case_id"]
    lead = next((n for n in numbers if n["lead"]), None)
    dates = [s["date"] for s in stations if s["date"] and s["state"] != "awaited"]
    status, outcome, waiting = _status(stations)
    return CaseRow(
        id=lead["id"] if lead else matter["id"],
        matter_id=matter["id"],
        number=lead["number"] if lead else None,
        slug=matter["slug"],
        municipality=matter["municipality"],
        numbers=sorted(numbers, key=lambda n: (not n["lead"], n["number"])),
        title=matter["title"],
        kind=matter["kind"],
        kind_evidence=matter["kind_evidence"],
        kind_at=matter["kind_at"],
        status=status,
        outcome=outcome,
        next=_next(waiting) if waiting else None,
        first_date=dt.date.fromisoformat(min(dates)) if dates else None,
        last_date=dt.date.fromisoformat(max(dates)) if dates else None,
        version=matter["version"],
    )


def _next(station: dict[str, Any]) -> NextStation:
    day = dt.date.fromisoformat(station["date"]) if station["date"] else None
    return NextStation(body=station["body"], kind=body_kind(station["body"]), date=day)


def _status(stations: list[dict[str, Any]]) -> tuple[str, str | None, Any]:
    """`awaiting` with the next station, `decided` with the outcome as far as it is read, or `open`: a proposal is no outcome,
    nor is an opinion."""
    waiting = next((s for s in stations if s["state"] == "awaited"), None)
    if waiting is not None:
        return "awaiting", None, waiting
    spoken = [s for s in stations if s["kind"] == "item" and s["state"] == "past"]
    last = spoken[-1] if spoken else None
    if last is not None and last["ends"]:
        return "decided", None if last["outcome"] in PROCEDURAL else last["outcome"], None
    return "open", None, None


# Made once: to build a statement anew costs more than to run it.
HOLDING = sa.union(
    sa.select(cases.c.owner).where(cases.c.id == sa.bindparam("id")),
    sa.select(matters.c.id).where(matters.c.id == sa.bindparam("id"), matters.c.lead_case_id.is_(None)),
)
_OF_MATTER = sa.select(object_of(id=cases.c.id, number=cases.c.number, slug=cases.c.slug)).where(
    cases.c.owner == matters.c.id
)
# Of an outcome that tells by itself what became of a motion, no title is looked at.
_TELLING = sorted({*ANSWERED, Outcome.REMISS})
_ON_ITS_WAY = sa.select(
    object_of(
        **{name: steps.c[name] for name in ("kind", "state", "date", "body", "mode", "outcome", "ends")},
        # What does not end a motion may be a report of motions that wait, or tell that one has come in (`deadlines`).
        title=sa.select(items.c.title)
        .where(
            items.c.id == steps.c.item_id,
            sa.or_(steps.c.outcome.is_(None), sa.and_(*(steps.c.outcome != outcome.value for outcome in _TELLING))),
        )
        .correlate(steps)
        .scalar_subquery(),
    )
).where(steps.c.owner == matters.c.id)
STATIONS = list_of(_ON_ITS_WAY.correlate(matters), steps.c.n)
_PLACE = municipalities.c
ROW: dict[str, sa.ColumnElement[Any]] = {
    "id": matters.c.id,
    "lead_case_id": matters.c.lead_case_id,
    "title": matters.c.title,
    "slug": matters.c.slug,
    "version": matters.c.version,
    "kind": matters.c.kind,
    "kind_evidence": matters.c.kind_evidence,
    "kind_at": matters.c.kind_at,
    "municipality": object_of(id=_PLACE.id, code=_PLACE.code, name=_PLACE.name, slug=_PLACE.slug),
    "numbers": list_of(_OF_MATTER.correlate(matters)),
    "stations": STATIONS,
}


def matter_objects(**columns: sa.ColumnElement[Any]) -> sa.Select[Any]:
    """One JSON object a matter, of these columns."""
    return sa.select(object_of(**columns)).join_from(
        matters, municipalities, municipalities.c.id == matters.c.municipality_id
    )


_ROWS = Prepared(matter_objects(**ROW).where(in_json(matters.c.id, "ids")))
