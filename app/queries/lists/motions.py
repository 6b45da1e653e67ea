"""Motions as a list: who signed, when the council got them, what became of them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.loads import loads
from app.models.register import matter_entities, matters, motions, reservations, steps, votes
from app.queries.by_words import by_words
from app.queries.case_refs import ref_of
from app.queries.filters import (
    body_filter,
    changed_matters,
    days,
    flag,
    is_body,
    of_case,
    of_municipality,
    of_party,
    of_person,
    updated_since,
    without_party,
)
from app.queries.items import people_of
from app.queries.listing import Filter, Kind, Listing, Row, Wanted, Where, in_order
from app.queries.lists.cases import CASES, decided, has_fact
from app.queries.motions import EACH, has_begun, motion_rows
from app.register.deadlines import State
from app.register.outcomes import PROCEDURAL
from app.register.standing import Standing
from app.schemas.motion_rows import MotionRow
from app.schemas.rows import CaseRow, PersonRow
from app.search.entries import HitKind
from importers.bundle import Outcome

_OVERDUE = {State.OVER_A_YEAR.value, State.REPORTED.value}


def _in_matter(condition: Where) -> Where:
    """Whether the matter of the motion meets the condition."""
    return motions.c.matter_id.in_(sa.select(matters.c.id).where(condition))


def _held(where: Where) -> tuple[sa.Select[Any], ...]:
    """The motions of these matters."""
    return (
        sa.select(motions.c.id).join(matter_entities, matter_entities.c.matter_id == motions.c.matter_id).where(where),
    )


def _changed(since: dt.datetime) -> sa.Select[Any]:
    """The motions of matters that changed since, and those that only a list tells of."""
    of = motions.c.matter_id.in_(changed_matters(since))
    return sa.select(motions.c.id).where(sa.or_(of, motions.c.matter_id.is_(None)))


def _rows(session: Session, ids: Sequence[str], wanted: Wanted) -> Sequence[Row]:
    made = motion_rows(session, ids, wanted.today, placed=wanted.placed)
    signers: dict[tuple[str, str], list[PersonRow]] = {}
    for batch in loads([row["document_id"] for row in made if row["document_id"]]):
        signers |= people_of(session, batch)
    return in_order(ids, [_entry(row, signers) for row in made])


def _entry(row: MotionRow, signers: Mapping[tuple[str, str], list[PersonRow]]) -> Row:
    paper, announced = row["document_id"], row["announced"]
    return {
        "id": row["id"],
        "municipality": row["municipality"],
        "title": row["title"],
        "subject": row["subject"],
        "date": row["date"],
        "movers": row["movers"],
        "signed_by": signers.get((paper, "signed_by"), []) if paper else [],
        "document": paper,
        "announced": announced["item"] if announced else None,
        "standing": row["standing"],
        "ended": row["ended"],
        "council_minutes": row["council_minutes"],
        "deadline": row["clock"],
        **_fate(row["case"]),
    }


def _fate(case: CaseRow | None) -> dict[str, Any]:
    if case is None:
        return {"case": None, "status": None, "outcome": None, "next": None}
    return {"case": ref_of(case), "status": case["status"], "outcome": case["outcome"], "next": case["next"]}


def _narrow(session: Session, ids: Sequence[str], filters: Mapping[str, Any], wanted: Wanted) -> list[str]:
    """Those that stand, on the day asked for, as is wanted."""
    rows = {row["id"]: row for row in motion_rows(session, ids, wanted.today, placed=False)}
    return [i for i in ids if i in rows and _meets(rows[i], filters)]


def _meets(row: MotionRow, filters: Mapping[str, Any]) -> bool:
    if "standing" in filters and not (row["standing"] == filters["standing"] and has_begun(row)):
        return False
    clock = row["clock"]
    if filters.get("has_day", clock is not None) != (clock is not None):
        return False
    if clock is None:
        return filters.keys() <= {"standing", "has_day"}
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
    id=motions.c.id,
    only=EACH,
    rows=_rows,
    narrow=_narrow,
    includes=("sources",),
    sorts={"date": motions.c.date, "ended": motions.c.ended, "title": motions.c.title},
    order="-date",
    filters={
        "q": by_words(
            "Words that stand in it, or in the title of its matter",
            lambda of: sa.or_(motions.c.id.in_(of(HitKind.DOCUMENT)), _in_matter(matters.c.id.in_(of(HitKind.MATTER)))),
            motions.c.matter_id.in_,
        ),
        "municipality": of_municipality(motions.c.municipality_id),
        "case": of_case(motions.c.id, _held),
        "party": of_party(motions.c.id, "mover"),
        "has_party": flag("Whether a party is printed with a mover.", sa.not_(without_party(motions.c.id, "mover"))),
        "person": of_person(motions.c.id, ("mover",)),
        **days(motions.c.date),
        "raised_from": _of_the_day(Kind.DAY, "Raised in the council this day or later.", "2024-01-01"),
        "raised_to": _of_the_day(Kind.DAY, "Raised in the council this day or earlier.", "2024-12-31"),
        "has_day": _of_the_day(Kind.FLAG, "Whether any paper tells when it was raised.", "true"),
        "ended_from": Filter(Kind.DAY, "Ended this day or later.", "2024-01-01", lambda day: motions.c.ended >= day),
        "ended_to": Filter(Kind.DAY, "Ended this day or earlier.", "2024-12-31", lambda day: motions.c.ended <= day),
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
        "has_outcome": flag(
            "Whether anything was decided in the end, as far as it is read.",
            sa.and_(motions.c.matter_id.isnot(None), _in_matter(decided(steps.c.outcome.not_in(sorted(PROCEDURAL))))),
        ),
        "lies_with": body_filter(
            "Awaits this body: its id, name or usual letters.", lambda typed: _in_matter(_awaits(typed))
        ),
        "overdue": _of_the_day(Kind.FLAG, "Whether its year is over without a decision, on `today`.", "true"),
        "deadline": _of_the_day(
            Kind.CHOICE, "Where it stands with its year, on `today`.", "due_30", tuple(s.value for s in State)
        ),
        "standing": _of_the_day(
            Kind.CHOICE,
            "Whether it is answered, on `today`, as far as the minutes that are here tell.",
            "unanswered",
            tuple(s.value for s in Standing),
        ),
        "has_reservation": flag("Whether somebody reserved themselves.", _in_matter(has_fact(reservations))),
        "has_vote": flag("Whether there was a votering.", _in_matter(has_fact(votes))),
        "updated_since": updated_since(motions.c.id, _changed),
    },
)


def _status(status: str) -> Where:
    where = CASES.filters["status"].where
    assert where is not None
    return where(status)


def _awaits(body: str) -> Where:
    awaited = sa.select(steps.c.owner).where(steps.c.state == "awaited", is_body(steps.c.body_id, body))
    return matters.c.id.in_(awaited)
