"""Redovisning av obesvarade motioner: the motions that the council has not ended, on any day."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Sequence
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.models.register import document_references, documents, hints, matter_entities, steps
from app.queries.cases import of_matters
from app.queries.deadlines import clocks_of
from app.queries.items import people_of
from app.queries.path import step_row
from app.register.bodies import body_kind
from app.register.deadlines import State
from app.schemas.rows import CaseRow, ClockRow, MotionRow, PersonRow
from importers.bundle import DocumentKind, EarlierKind

_UNANSWERED = {State.IN_TIME, State.DUE_60, State.DUE_30, State.OVER_A_YEAR, State.REPORTED}
_OVERDUE = {State.OVER_A_YEAR, State.REPORTED}


def motions(session: Session, on: dt.date, *, overdue: bool = False) -> list[MotionRow]:
    """The motions unanswered on that day, the one that has waited longest first; those whose day nobody tells, last.

    With `overdue` those alone whose year has passed, reported to the council or not.
    """
    ids = _matters_with_motions(session)
    clocks = clocks_of(session, ids, on)
    wanted = _OVERDUE if overdue else _UNANSWERED
    standing = [i for i in ids if _counts(clocks.get(i), wanted, overdue)]
    cases = {case["matter_id"]: case for case in of_matters(session, standing)}
    standing = [i for i in standing if i in clocks or cases[i]["status"] != "decided"]
    papers, stations = _papers(session, standing), _steps(session, standing)
    people = people_of(session, {row.id for rows in papers.values() for row in rows})
    rows = [
        _row(cases[i], clocks.get(i), papers[i], people, stations[i], on) for i in standing if _known(stations[i], on)
    ]
    return sorted(rows, key=_age)


def _counts(clock: ClockRow | None, wanted: set[State], overdue: bool) -> bool:
    if clock is None:
        return not overdue
    over = clock["left"] < 0 or not overdue
    return clock["state"] in wanted and over and clock["days"] >= 0


def _known(stations: Sequence[Any], on: dt.date) -> bool:
    """Whether anything of the matter had happened by that day; what bears no day is as old as the rest."""
    return any(step.date is None or step.date <= on for step in stations if step.state != "awaited")


def _age(row: MotionRow) -> tuple[bool, dt.date, str]:
    raised = row["clock"]["raised"] if row["clock"] else None
    return (raised is None, raised or dt.date.max, row["case"]["slug"])


def _row(
    case: CaseRow,
    clock: ClockRow | None,
    papers: Sequence[Any],
    people: dict[tuple[str, str], list[PersonRow]],
    stations: Sequence[Any],
    on: dt.date,
) -> MotionRow:
    past = [s for s in stations if s.state != "awaited" and (s.date is None or s.date <= on)]
    ahead = [s for s in stations if s.state == "awaited" or (s.kind == "item" and s.date and s.date > on)]
    titles = [row.title for row in papers if row.title]
    return MotionRow(
        case=case,
        title="; ".join(titles) if titles else case["title"],
        movers=[person for row in papers for person in people[(row.id, "signed_by")]],
        clock=clock,
        lies=ahead[0].body if ahead else None,
        last=step_row(past[-1], state=past[-1].state) if past else None,
    )


def _matters_with_motions(session: Session) -> list[str]:
    """The matters that hold a motion, or a document that says when one was raised in the council, or that answers one."""
    of_motions = sa.select(matter_entities.c.matter_id).join(documents, documents.c.id == matter_entities.c.entity_id)
    of_motions = of_motions.where(documents.c.kind == DocumentKind.MOTION.value)
    treated = (
        sa.select(matter_entities.c.matter_id, document_references.c.body)
        .join(document_references, document_references.c.entity_id == matter_entities.c.entity_id)
        .where(
            document_references.c.role == "earlier",
            document_references.c.kind == EarlierKind.RAISED.value,
            document_references.c.date.isnot(None),
        )
        .distinct()
    )
    spoken = {
        row.matter_id for row in session.execute(treated) if body_kind(row.body or "kommunfullmäktige") == "council"
    }
    named = sa.select(matter_entities.c.matter_id).join(hints, hints.c.entity_id == matter_entities.c.entity_id)
    named = named.where(hints.c.evidence == "title").distinct()
    return sorted({*session.execute(of_motions).scalars(), *spoken, *session.execute(named).scalars()})


def _papers(session: Session, matters: Collection[str]) -> dict[str, list[Any]]:
    query = (
        sa.select(matter_entities.c.matter_id, documents.c.id, documents.c.title)
        .join(documents, documents.c.id == matter_entities.c.entity_id)
        .where(matter_entities.c.matter_id.in_(matters), documents.c.kind == DocumentKind.MOTION.value)
        .order_by(documents.c.date, documents.c.id)
    )
    by_matter: dict[str, list[Any]] = defaultdict(list)
    for row in session.execute(query):
        by_matter[row.matter_id].append(row)
    return by_matter


def _steps(session: Session, matters: Collection[str]) -> dict[str, list[Any]]:
    by_matter: dict[str, list[Any]] = defaultdict(list)
    for row in session.execute(sa.select(steps).where(steps.c.owner.in_(matters)).order_by(steps.c.owner, steps.c.n)):
        by_matter[row.owner].append(row)
    return by_matter
