"""What is here, and what lacks: for each body and year its meetings and §§, the gaps between their numbers, and what is in
doubt."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, NamedTuple, TypedDict

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.models.register import appearances, changes, documents, findings, items, matter_entities, meetings
from app.queries.findings import standing
from app.queries.statistics.counted import Asked, BodyOver, bodies_over, count, days_of, in_year, year_of
from app.queries.sums import kept, sums_of
from app.register.findings import rules
from app.register.sum_keys import Sum
from importers.bundle import DocumentKind

_NUMBER = re.compile(r"[0-9]{1,5}")  # of "3 a" and "A3" too
_LACKS_BY_COVER = "items_missing"
At = tuple[str, int]  # a body's id and a year
Row = dict[str, Any]
# What is counted, and the list that it counts with what narrows it beside body and year.
_LISTS: Mapping[str, tuple[str, dict[str, str]]] = {
    "meetings": ("meetings", {}),
    "minutes": ("documents", {"kind": DocumentKind.PROTOKOLL.value}),
    "extracts": ("documents", {"kind": DocumentKind.PROTOKOLLSUTDRAG.value}),
    "items": ("items", {}),
    "missing_by_cover": ("findings", {"code": _LACKS_BY_COVER}),
    "without_outcome": ("items", {"has_outcome": "false"}),
    "contested": ("items", {"contested": "true"}),
    "findings": ("findings", {}),
}
_SUMS = {
    Sum.MEETINGS: "meetings",
    Sum.ITEMS: "items",
    Sum.WITHOUT_OUTCOME: "without_outcome",
    Sum.CONTESTED: "contested",
}
# What is counted of the papers themselves: no list has the lines, nor what the reader was not sure of.
_UNSURE = {Sum.UNREAD_LINES: "unread_lines", Sum.DOUBTS: "doubts"}
# What is found in one § or document; a whole matter's findings are of no body.
_OF_ENTITIES = sorted(rule.code for rule in rules() if rule.of_entity)
_PAPERS = {DocumentKind.PROTOKOLL.value: "minutes", DocumentKind.PROTOKOLLSUTDRAG.value: "extracts"}


class Gap(TypedDict):
    first: int
    last: int


class _Here(NamedTuple):
    """What is counted, by body and year."""

    numbers: Mapping[str, Counter[At]]
    versions: Mapping[At, set[str]]
    unsure: Mapping[str, Counter[At]]


@dataclass(frozen=True, slots=True)
class Outline:
    """A body and year of which anything is here; how much of each thing is told by its `row`, made when it is asked for: a page
    shows a few of many."""

    body: BodyOver
    year: int
    here: _Here

    @property
    def row(self) -> Row:
        places, narrowed = (
            [(one, self.year) for one in self.body.ids],
            {"body": self.body.ref["id"], **days_of(self.year)},
        )
        numbers, unsure, versions = self.here.numbers, self.here.unsure, self.here.versions
        return {
            "municipality": self.body.municipality,
            "body": self.body.ref,
            "year": self.year,
            **{
                what: count(sum(numbers[what][place] for place in places), name, **narrowed, **more)
                for what, (name, more) in _LISTS.items()
            },
            **{what: sum(unsure[what][place] for place in places) for what in _UNSURE.values()},
            "reader_versions": sorted({version for place in places for version in versions.get(place, ())}),
        }


def coverage(session: Session, asked: Asked) -> list[Row]:
    """A row for each body and year of which anything is here, by municipality, body and year."""
    outlined = outlines(session, asked)
    changed = _changed(session, outlined)
    rows = zip(outlined, detailed(session, outlined), strict=True)
    return [
        row | {"changed": max((changed[at] for at in _at(one, one.body.ids) if at in changed), default=None)}
        for one, row in rows
    ]


def outlines(session: Session, asked: Asked) -> list[Outline]:
    """Each body and year of which anything is here, in the same order."""
    over = bodies_over(session, asked)
    here = _read(session, sorted({one for body in over for one in body.ids}), asked)
    years: dict[str, set[int]] = defaultdict(set)
    for counter in here.numbers.values():
        for body_id, year in counter:
            years[body_id].add(year)
    return [
        Outline(body, year, here) for body in over for year in sorted({year for one in body.own for year in years[one]})
    ]


def detailed(session: Session, outlined: Sequence[Outline]) -> list[Row]:
    """These bodies and years with the days between which they met, and the numbers that lack."""
    met, series = _days_met(session, outlined), _series(session, outlined)
    rows = []
    for one in outlined:
        days = [met[at] for at in _at(one, one.body.ids) if at in met]
        numbers = {number for at in _at(one, one.body.own) for number in series.get(at, ())}
        lacking = gaps(numbers)
        rows.append(
            one.row
            | {
                "first_date": min((first for first, _last in days), default=None),
                "last_date": max((last for _first, last in days), default=None),
                "first_number": min(numbers, default=None),
                "last_number": max(numbers, default=None),
                "gaps": lacking,
                "missing": sum(gap["last"] - gap["first"] + 1 for gap in lacking),
            }
        )
    return rows


def _at(one: Outline, ids: Iterable[str]) -> list[At]:
    return [(body, one.year) for body in ids]


def gaps(numbers: Iterable[int]) -> list[Gap]:
    """The numbers that lack from 1, with which each year begins, to the last, as ranges: `{2, 5, 6}` gives 1–1 and 3–4."""
    ordered = sorted({0, *numbers})
    return [Gap(first=one + 1, last=other - 1) for one, other in pairwise(ordered) if other > one + 1]


def _read(session: Session, ids: list[str], asked: Asked) -> _Here:
    here = _kept(session, ids, asked) if kept(session) else _counted(session, ids, asked)
    found = _findings(session, set(ids), asked)
    here.numbers["findings"].update(at for at, _code in found)
    here.numbers["missing_by_cover"].update(at for at, code in found if code == _LACKS_BY_COVER)
    return here


def _kept(session: Session, ids: list[str], asked: Asked) -> _Here:
    """From the register's own sums."""
    here = _Here({what: Counter() for what in _LISTS}, defaultdict(set), {what: Counter() for what in _UNSURE.values()})
    for row in sums_of(session, (*_SUMS, *_UNSURE, Sum.DOCUMENTS, Sum.VERSIONS), ids, year=asked.year):
        at = (row.of, row.year)
        if row.kind == Sum.VERSIONS:
            here.versions[at].add(row.key)
        elif row.kind in _UNSURE:
            here.unsure[_UNSURE[row.kind]][at] += row.n
        elif what := _SUMS.get(row.kind, _PAPERS.get(row.key)):
            here.numbers[what][at] += row.n
    return here


def _counted(session: Session, ids: list[str], asked: Asked) -> _Here:
    """From the rows, as they stood on a day."""
    year = year_of(items.c.date)
    rows = session.execute(
        sa.select(
            items.c.body_id,
            year,
            sa.func.count(),
            sa.func.sum(sa.case((items.c.outcome.is_(None), 1), else_=0)),
            sa.func.sum(sa.case((items.c.contested, 1), else_=0)),
        )
        .where(items.c.body_id.in_(ids), in_year(items.c.date, asked.year))
        .group_by(items.c.body_id, year)
    ).all()
    numbers = {what: Counter[At]() for what in _LISTS}
    for n, what in enumerate(_OF_ITEMS, start=2):
        numbers[what].update({(row[0], row[1]): int(row[n]) for row in rows})
    numbers["meetings"].update(_meetings(session, ids, asked))
    for kind, what in _PAPERS.items():
        numbers[what].update(_documents(session, ids, kind, asked))
    return _Here(numbers, _versions(session, ids, asked), _unsure(session, ids, asked))


_OF_ITEMS = ("items", "without_outcome", "contested")


def _meetings(session: Session, ids: list[str], asked: Asked) -> Counter[At]:
    year = year_of(meetings.c.date)
    query = sa.select(meetings.c.body_id, year, sa.func.count()).group_by(meetings.c.body_id, year)
    query = query.where(meetings.c.body_id.in_(ids), in_year(meetings.c.date, asked.year))
    return Counter({(row[0], row[1]): row[2] for row in session.execute(query)})


def _days_met(session: Session, outlined: Sequence[Outline]) -> dict[At, tuple[Any, Any]]:
    """The first and the last day of the year that each body met, read off an index."""
    found = {}
    for body, year in {at for one in outlined for at in _at(one, one.body.ids)}:
        between = {"body": body, "from": dt.date(year, 1, 1), "to": dt.date(year, 12, 31)}
        first, last = session.execute(_SPAN, between).one()
        if first is not None:
            found[body, year] = (first, last)
    return found


_IN_YEAR = meetings.c.date.between(sa.bindparam("from"), sa.bindparam("to"))
_OF_BODY = sa.and_(meetings.c.body_id == sa.bindparam("body"), _IN_YEAR)
_SPAN = sa.select(
    *(sa.select(of(meetings.c.date)).where(_OF_BODY).scalar_subquery() for of in (sa.func.min, sa.func.max))
)


def _series(session: Session, outlined: Sequence[Outline]) -> dict[At, set[int]]:
    """The numbers of each body's §§ of the year."""
    found: dict[At, set[int]] = defaultdict(set)
    by_year: dict[int, set[str]] = defaultdict(set)
    for one in outlined:
        by_year[one.year] |= one.body.own
    for year, ids in by_year.items():
        query = sa.select(items.c.body_id, items.c.number).where(items.c.year == year, items.c.body_id.in_(sorted(ids)))
        for row in session.execute(query):
            if number := _NUMBER.search(row.number):
                found[row.body_id, year].add(int(number[0]))
    return found


def _documents(session: Session, ids: list[str], kind: str, asked: Asked) -> Counter[At]:
    year = year_of(documents.c.date)
    query = (
        sa.select(documents.c.body_id, year, sa.func.count())
        .where(documents.c.body_id.in_(ids), documents.c.kind == kind, documents.c.date.isnot(None))
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
        .where(standing(), findings.c.code.in_(_OF_ENTITIES), at.c.date.isnot(None), in_year(at.c.date, asked.year))
    )
    return [((row[1], row[2]), row[0]) for row in session.execute(query) if row[1] in ids]


def _changed(session: Session, outlined: Sequence[Outline]) -> dict[At, str]:
    """When a matter was last changed that holds a § of the body and year."""
    ids, years = sorted({id for one in outlined for id in one.body.ids}), [one.year for one in outlined]
    if not years:
        return {}
    span = (dt.date(min(years), 1, 1), dt.date(max(years), 12, 31))
    last = (
        sa.select(changes.c.matter_id, sa.func.max(changes.c.at).label("at")).group_by(changes.c.matter_id).subquery()
    )
    year = year_of(items.c.date)
    query = (
        sa.select(items.c.body_id, year, sa.func.max(last.c.at))
        .join(matter_entities, matter_entities.c.entity_id == items.c.id)
        .join(last, last.c.matter_id == matter_entities.c.matter_id)
        .where(items.c.body_id.in_(ids), items.c.date.between(*span))
        .group_by(items.c.body_id, year)
    )
    return {(row[0], row[1]): row[2] for row in session.execute(query)}


def _unsure(session: Session, ids: list[str], asked: Asked) -> dict[str, Counter[At]]:
    """How many lines of the papers no reader took, and of how much the reader was not sure."""
    year = year_of(documents.c.date)
    told = [appearances.c[name] for name in _UNSURE.values()]
    query = (
        sa.select(documents.c.body_id, year, *(sa.func.coalesce(sa.func.sum(column), 0) for column in told))
        .join(appearances, appearances.c.document_id == documents.c.id)
        .where(documents.c.body_id.in_(ids), documents.c.date.isnot(None), in_year(documents.c.date, asked.year))
        .group_by(documents.c.body_id, year)
    )
    rows = session.execute(query).all()
    return {
        what: Counter({(row[0], row[1]): int(row[n]) for row in rows}) for n, what in enumerate(_UNSURE.values(), 2)
    }


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
