"""Motions as a list: who signed, when the council got them, what became of them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.models.register import documents, matter_entities, matters, municipalities, reservations, steps, votes
from app.queries.case_refs import municipality_columns, municipality_ref, ref_of
from app.queries.cases import of_matters
from app.queries.deadlines import clocks_of
from app.queries.filters import (
    changed_documents,
    days,
    flag,
    is_body,
    of_case,
    of_municipality,
    of_party,
    of_person,
    updated_since,
)
from app.queries.items import people_of
from app.queries.listing import Filter, Kind, Listing, Row, Wanted, Where, in_order
from app.queries.lists.cases import CASES, decided, has_fact
from app.register.deadlines import State
from app.schemas.rows import CaseRow, ClockRow
from importers.bundle import DocumentKind, Outcome

_OVERDUE = {State.OVER_A_YEAR.value, State.REPORTED.value}
# SQLite takes no more than some thirty thousand values in one statement.
_AT_ONCE = 10_000
_MOTION = documents.alias("motion")
_KIND = _MOTION.c.kind == DocumentKind.MOTION.value


def _in_matter(condition: Where) -> Where:
    """Whether the matter of the motion meets the condition."""
    held = sa.select(matter_entities.c.entity_id).join(matters, matters.c.id == matter_entities.c.matter_id)
    return _MOTION.c.id.in_(held.where(condition))


def _matter_of(session: Session, ids: Sequence[str]) -> dict[str, str]:
    matter_of: dict[str, str] = {}
    for start in range(0, len(ids), _AT_ONCE):
        query = sa.select(matter_entities.c.entity_id, matter_entities.c.matter_id)
        query = query.where(matter_entities.c.entity_id.in_(ids[start : start + _AT_ONCE]))
        matter_of |= {
            row.entity_id: row.matter_id for row in session.execute(query.order_by(matter_entities.c.matter_id))
        }
    return matter_of


def _rows(session: Session, ids: Sequence[str], wanted: Wanted) -> Sequence[Row]:
    matter_of = _matter_of(session, ids)
    of_matter = {case["matter_id"]: case for case in of_matters(session, sorted(set(matter_of.values())))}
    clocks = clocks_of(session, sorted(of_matter), wanted.today, placed=wanted.placed)
    people = people_of(session, ids)
    query = (
        sa.select(_MOTION, *municipality_columns())
        .join(municipalities, municipalities.c.id == _MOTION.c.municipality_id)
        .where(_MOTION.c.id.in_(ids))
    )
    rows = []
    for row in session.execute(query):
        case = of_matter.get(matter_of.get(row.id, ""))
        clock = clocks.get(case["matter_id"]) if case else None
        motion = {"id": row.id, "municipality": municipality_ref(row), "title": row.title, "date": row.date}
        rows.append(motion | {"signed_by": people[(row.id, "signed_by")], "deadline": clock} | _fate(case))
    return in_order(ids, rows)


def _fate(case: CaseRow | None) -> dict[str, Any]:
    if case is None:
        return {"case": None, "status": None, "outcome": None, "next": None}
    return {"case": ref_of(case), "status": case["status"], "outcome": case["outcome"], "next": case["next"]}


def _narrow(session: Session, ids: Sequence[str], filters: Mapping[str, Any], wanted: Wanted) -> list[str]:
    """Those whose year, as it stands on the day asked for, is as wanted."""
    matter_of = _matter_of(session, ids)
    all_of_them = sorted(set(matter_of.values()))
    clocks: dict[str, ClockRow] = {}
    for start in range(0, len(all_of_them), _AT_ONCE):
        clocks |= clocks_of(session, all_of_them[start : start + _AT_ONCE], wanted.today, placed=False)
    return [i for i in ids if _meets(clocks.get(matter_of.get(i, "")), filters)]


def _meets(clock: ClockRow | None, filters: Mapping[str, Any]) -> bool:
    if clock is None:
        return False
    raised: dt.date = clock["raised"]
    if not filters.get("raised_from", raised) <= raised <= filters.get("raised_to", raised):
        return False
    if "deadline" in filters and clock["state"] != filters["deadline"]:
        return False
    overdue = clock["state"] in _OVERDUE and clock["left"] < 0
    return bool(filters.get("overdue", overdue)) == overdue


def _of_the_day(kind: Kind, description: str, example: str, choices: tuple[str, ...] = ()) -> Filter:
    return Filter(kind, description, example, choices=choices, late=True)


MOTIONS = Listing(
    name="motions",
    id=_MOTION.c.id,
    only=_KIND,
    rows=_rows,
    narrow=_narrow,
    includes=("sources",),
    sorts={"date": _MOTION.c.date, "title": _MOTION.c.title},
    order="-date",
    filters={
        "municipality": of_municipality(_MOTION.c.municipality_id),
        "case": of_case(_MOTION.c.id),
        "party": of_party(_MOTION.c.id, "signed_by"),
        "person": of_person(_MOTION.c.id, ("signed_by",)),
        **days(_MOTION.c.date),
        "raised_from": _of_the_day(Kind.DAY, "Raised in the council this day or later.", "2024-01-01"),
        "raised_to": _of_the_day(Kind.DAY, "Raised in the council this day or earlier.", "2024-12-31"),
        "status": Filter(
            Kind.CHOICE,
            "Where its matter stands.",
            "awaiting",
            lambda typed: _in_matter(_status(typed)),
            CASES.filters["status"].choices,
        ),
        "outcome": Filter(
            Kind.CHOICE,
            "What was decided in the end; a proposal is no outcome.",
            "besvara",
            lambda typed: _in_matter(decided(steps.c.outcome == typed)),
            tuple(outcome.value for outcome in Outcome),
        ),
        "lies_with": Filter(
            Kind.TEXT,
            "Awaits this body: its id or slug.",
            "kommunfullmaktige",
            lambda typed: _in_matter(_awaits(typed)),
        ),
        "overdue": _of_the_day(Kind.FLAG, "Whether its year is over without a decision, on `today`.", "true"),
        "deadline": _of_the_day(
            Kind.CHOICE, "Where it stands with its year, on `today`.", "due_30", tuple(s.value for s in State)
        ),
        "has_reservation": flag("Whether somebody reserved themselves.", _in_matter(has_fact(reservations))),
        "has_vote": flag("Whether there was a votering.", _in_matter(has_fact(votes))),
        "updated_since": updated_since(_MOTION.c.id, changed_documents),
    },
)


def _status(status: str) -> Where:
    where = CASES.filters["status"].where
    assert where is not None
    return where(status)


def _awaits(body: str) -> Where:
    awaited = sa.select(steps.c.owner).where(steps.c.state == "awaited", is_body(steps.c.body_id, body))
    return matters.c.id.in_(awaited)
