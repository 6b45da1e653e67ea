"""Ärendebalans for whoever may open the papers of some bodies alone: of each matter what those tell, and what is public."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.loads import loads
from app.models.register import bodies, case_mentions, cases, documents, items, matter_entities, matters, steps
from app.queries.balance import OpenMatter
from app.queries.path import step_row
from app.schemas.rows import CaseRow

# Whether somebody may open what is of a municipality (its id) and a body of it.
Sees = Callable[[str, str | None], bool]


@dataclass(slots=True)
class _Open:
    """What of a matter may be opened: its titles, the latest last; the numbers that it bears; and the steps that were taken in it,
    by whether they are among that."""

    titles: list[str] = field(default_factory=list)
    numbers: set[str] = field(default_factory=set)
    steps: list[tuple[bool, Any]] = field(default_factory=list)


def as_seen(
    session: Session, public: Session, rows: Sequence[OpenMatter], sees: Sees, today: dt.date
) -> list[OpenMatter]:
    """The matters as whoever `sees` some bodies alone is told of them: number, title, days and the latest step by what they may open
    and what is public. `held` where the latest step is neither; a matter of which they may open nothing is left out."""
    whole = [row for row in rows if sees(_place(row), None)]
    partly = {row["case"]["matter_id"]: row for row in rows if not sees(_place(row), None)}
    told = []
    for load in loads(sorted(partly)):
        may = _may_open(session, public, load, sees, today)
        called = sa.select(matters.c.id, matters.c.title).where(matters.c.id.in_(load))
        titles = {row.id: row.title for row in public.execute(called)}
        told += [_narrowed(partly[id], may[id], titles.get(id), today) for id in load if id in may]
    return sorted([*whole, *told], key=lambda row: (row["begun"] or dt.date.max, row["case"]["slug"]))


def _place(row: OpenMatter) -> str:
    return str(row["case"]["municipality"]["id"])


def _may_open(session: Session, public: Session, ids: Collection[str], sees: Sees, today: dt.date) -> dict[str, _Open]:
    """What of each matter may be opened, of those where anything may."""
    found: dict[str, _Open] = defaultdict(_Open)
    within: set[str] = set()
    there = _entities(session, ids)
    shown = {row.entity for row in _entities(public, ids)}
    for row in there:
        if row.entity in shown or sees(row.municipality_id, row.body):
            within.add(row.entity)
            found[row.matter].titles += [row.title] if row.title else []
    for row in _numbers(session, ids):
        if row.entity_id in within:
            found[row.matter_id].numbers.add(row.number)
    taken = sa.select(steps).where(steps.c.owner.in_(ids), steps.c.state == "past").order_by(steps.c.owner, steps.c.n)
    for row in session.execute(taken.where(sa.or_(steps.c.date.is_(None), steps.c.date <= today))):
        if row.owner in found:
            found[row.owner].steps.append(((row.item_id or row.document_id) in within, row))
    return found


def _entities(session: Session, ids: Collection[str]) -> list[Any]:
    """The §§ and documents of these matters, with whose they are, in the order of their days."""
    rows: list[Any] = []
    for table in (documents, items):
        query = (
            sa.select(
                matter_entities.c.matter_id.label("matter"),
                table.c.id.label("entity"),
                table.c.title,
                table.c.date,
                matters.c.municipality_id,
                bodies.c.name.label("body"),
            )
            .join(table, table.c.id == matter_entities.c.entity_id)
            .join(matters, matters.c.id == matter_entities.c.matter_id)
            .outerjoin(bodies, bodies.c.id == table.c.body_id)
        )
        rows += session.execute(query.where(matter_entities.c.matter_id.in_(ids))).all()
    return sorted(rows, key=lambda row: (row.date or dt.date.min, row.entity))


def _numbers(session: Session, ids: Collection[str]) -> Sequence[Any]:
    query = (
        sa.select(matter_entities.c.matter_id, case_mentions.c.entity_id, cases.c.number)
        .join(case_mentions, case_mentions.c.entity_id == matter_entities.c.entity_id)
        .join(cases, cases.c.id == case_mentions.c.case_id)
    )
    return session.execute(query.where(matter_entities.c.matter_id.in_(ids)).order_by(cases.c.number)).all()


def _narrowed(row: OpenMatter, may: _Open, public_title: str | None, today: dt.date) -> OpenMatter:
    case, opened = row["case"], [step for seen, step in may.steps if seen]
    title = (
        case["title"]
        if case["title"] in {*may.titles, public_title}
        else (public_title or next(iter(may.titles[-1:]), None))
    )
    number = case["number"] if case["number"] in may.numbers else min(may.numbers, default=None)
    begun = min((step.date for step in opened if step.date), default=None)
    return OpenMatter(
        case=CaseRow(**{**case, "title": title, "number": number}),
        begun=begun,
        days=(today - begun).days if begun else None,
        last=step_row(opened[-1], state=opened[-1].state) if opened else None,
        held=bool(may.steps) and not may.steps[-1][0],
    )
