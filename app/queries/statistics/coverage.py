"""What is here, and what lacks: for each body and year its meetings and §§, the gaps between their numbers, and what is in
doubt."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, TypedDict

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.models.register import appearances, changes, documents, findings, items, matter_entities, meetings
from app.queries.findings import standing
from app.queries.statistics.counted import Asked, BodyOver, bodies_over, count, days_of, in_year, year_of
from importers.bundle import DocumentKind

_NUMBER = re.compile(r"\d{1,5}")  # of "3 a" too
_LACKS_BY_COVER = "items_missing"
At = tuple[str, int]  # a body's id and a year
Row = dict[str, Any]


class Gap(TypedDict):
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class _Here:
    """What is counted, by body and year, and what stands beside it."""

    numbers: Mapping[str, Counter[At]]
    first: Mapping[At, Any]
    last: Mapping[At, Any]
    series: Mapping[At, set[int]]
    changed: Mapping[At, str]
    versions: Mapping[At, set[str]]


def coverage(session: Session, asked: Asked) -> list[Row]:
    """A row for each body and year of which anything is here, by municipality, body and year."""
    here = _read(session, asked)
    at = {place for counter in here.numbers.values() for place in counter}
    years: dict[str, set[int]] = defaultdict(set)
    for body_id, year in at:
        years[body_id].add(year)
    return [
        _row(body, year, here)
        for body in bodies_over(session, asked)
        for year in sorted({year for one in body.own for year in years[one]})
    ]


def _row(body: BodyOver, year: int, here: _Here) -> Row:
    places, own = [(one, year) for one in body.ids], [(one, year) for one in body.own]
    narrowed = {"body": body.ref["id"], **days_of(year)}

    def counted(what: str, name: str, **more: str) -> Any:
        return count(sum(here.numbers[what][place] for place in places), name, **narrowed, **more)

    numbers = {number for place in own for number in here.series.get(place, ())}
    return {
        "municipality": body.municipality,
        "body": body.ref,
        "year": year,
        "meetings": counted("meetings", "meetings"),
        "minutes": counted("minutes", "documents", kind=DocumentKind.PROTOKOLL.value),
        "extracts": counted("extracts", "documents", kind=DocumentKind.PROTOKOLLSUTDRAG.value),
        "first_date": min((here.first[place] for place in places if place in here.first), default=None),
        "last_date": max((here.last[place] for place in places if place in here.last), default=None),
        "items": counted("items", "items"),
        "first_number": min(numbers, default=None),
        "last_number": max(numbers, default=None),
        "gaps": gaps(numbers),
        "missing": sum(gap["last"] - gap["first"] + 1 for gap in gaps(numbers)),
        "missing_by_cover": counted("missing_by_cover", "findings", code=_LACKS_BY_COVER),
        "without_outcome": counted("without_outcome", "items", has_outcome="false"),
        "contested": counted("contested", "items", contested="true"),
        "findings": counted("findings", "findings"),
        "reader_versions": sorted({version for place in places for version in here.versions.get(place, ())}),
        "changed": max((here.changed[place] for place in places if place in here.changed), default=None),
    }


def gaps(numbers: Iterable[int]) -> list[Gap]:
    """The numbers that lack from 1, with which each year begins, to the last, as ranges: `{2, 5, 6}` gives 1–1 and 3–4."""
    ordered = sorted({0, *numbers})
    return [Gap(first=one + 1, last=other - 1) for one, other in pairwise(ordered) if other > one + 1]


def _read(session: Session, asked: Asked) -> _Here:
    ids = sorted({one for body in bodies_over(session, asked) for one in body.ids})
    year = year_of(items.c.date)
    of_items = (items.c.body_id.in_(ids), in_year(items.c.date, asked.year))
    rows = session.execute(
        sa.select(
            items.c.body_id,
            year,
            sa.func.count(),
            sa.func.sum(sa.case((items.c.outcome.is_(None), 1), else_=0)),
            sa.func.sum(sa.case((items.c.contested, 1), else_=0)),
        )
        .where(*of_items)
        .group_by(items.c.body_id, year)
    ).all()
    numbers = {name: Counter({(r[0], r[1]): int(r[n]) for r in rows}) for n, name in enumerate(_OF_ITEMS, start=2)}
    met = _meetings(session, ids, asked)
    numbers["meetings"] = Counter({at: n for at, (n, _first, _last) in met.items()})
    for name, kind in (("minutes", DocumentKind.PROTOKOLL), ("extracts", DocumentKind.PROTOKOLLSUTDRAG)):
        numbers[name] = _documents(session, ids, kind, asked)
    found = _findings(session, set(ids), asked)
    numbers["findings"] = Counter(at for at, _code in found)
    numbers["missing_by_cover"] = Counter(at for at, code in found if code == _LACKS_BY_COVER)
    series: dict[At, set[int]] = defaultdict(set)
    printed = sa.select(items.c.body_id, items.c.year, items.c.number).where(
        items.c.body_id.in_(ids), items.c.year == asked.year if asked.year is not None else sa.true()
    )
    for row in session.execute(printed):
        if number := _NUMBER.match(row.number):
            series[row.body_id, row.year].add(int(number[0]))
    return _Here(
        numbers,
        {at: first for at, (_n, first, _last) in met.items()},
        {at: last for at, (_n, _first, last) in met.items()},
        series,
        _changed(session, of_items),
        _versions(session, ids, asked),
    )


_OF_ITEMS = ("items", "without_outcome", "contested")


def _meetings(session: Session, ids: list[str], asked: Asked) -> dict[At, tuple[int, Any, Any]]:
    date, year = meetings.c.date, year_of(meetings.c.date)
    query = sa.select(meetings.c.body_id, year, sa.func.count(), sa.func.min(date), sa.func.max(date))
    query = query.where(meetings.c.body_id.in_(ids), in_year(date, asked.year)).group_by(meetings.c.body_id, year)
    return {(row[0], row[1]): (row[2], row[3], row[4]) for row in session.execute(query)}


def _documents(session: Session, ids: list[str], kind: DocumentKind, asked: Asked) -> Counter[At]:
    year = year_of(documents.c.date)
    query = (
        sa.select(documents.c.body_id, year, sa.func.count())
        .where(documents.c.body_id.in_(ids), documents.c.kind == kind.value, documents.c.date.isnot(None))
        .where(in_year(documents.c.date, asked.year))
        .group_by(documents.c.body_id, year)
    )
    return Counter({(row[0], row[1]): row[2] for row in session.execute(query)})


def _findings(session: Session, ids: set[str], asked: Asked) -> list[tuple[At, str]]:
    """The findings that are of a § or document of these bodies, with the year of what they show in."""
    shown_in = sa.func.coalesce(findings.c.entity_id, findings.c.owner)
    owner = sa.union_all(*(sa.select(t.c.id, t.c.body_id) for t in (items, documents))).subquery("owner")
    at = sa.union_all(*(sa.select(t.c.id, t.c.date) for t in (items, documents))).subquery("shown")
    query = (
        sa.select(findings.c.code, owner.c.body_id, year_of(at.c.date))
        .join(owner, owner.c.id == findings.c.owner)
        .join(at, at.c.id == shown_in)
        .where(standing(), at.c.date.isnot(None), in_year(at.c.date, asked.year))
    )
    return [((row[1], row[2]), row[0]) for row in session.execute(query) if row[1] in ids]


def _changed(session: Session, of_items: tuple[sa.ColumnElement[bool], ...]) -> dict[At, str]:
    """When a matter was last changed that holds a § of the body and year."""
    last = (
        sa.select(changes.c.matter_id, sa.func.max(changes.c.at).label("at")).group_by(changes.c.matter_id).subquery()
    )
    year = year_of(items.c.date)
    query = (
        sa.select(items.c.body_id, year, sa.func.max(last.c.at))
        .join(matter_entities, matter_entities.c.entity_id == items.c.id)
        .join(last, last.c.matter_id == matter_entities.c.matter_id)
        .where(*of_items)
        .group_by(items.c.body_id, year)
    )
    return {(row[0], row[1]): row[2] for row in session.execute(query)}


def _versions(session: Session, ids: list[str], asked: Asked) -> dict[At, set[str]]:
    """The versions of the reader that minutes and extracts were read with."""
    year = year_of(documents.c.date)
    query = (
        sa.select(documents.c.body_id, year, appearances.c.reader_version)
        .join(appearances, appearances.c.document_id == documents.c.id)
        .where(documents.c.body_id.in_(ids), documents.c.date.isnot(None), in_year(documents.c.date, asked.year))
        .distinct()
    )
    versions: dict[At, set[str]] = defaultdict(set)
    for row in session.execute(query):
        versions[row[0], row[1]].add(row[2])
    return versions
