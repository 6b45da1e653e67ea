"""The motion's year, and the days of justering, notice and appeal, for a matter on the day asked for."""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Collection, Sequence
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.models.register import document_references, documents, items, matter_entities, steps
from app.queries.shapes import ClockRow, SourceRow
from app.queries.sources import sources_of
from app.register.bodies import body_kind
from app.register.deadlines import Clock, Ended, State, clock, raised
from importers.bundle import DocumentKind, EarlierKind, Mode, Outcome

LAW = "KL 5:35"
_ENDS = {
    Outcome.BIFALL.value: State.DECIDED,
    Outcome.AVSLAG.value: State.DECIDED,
    Outcome.BESVARA.value: State.DECIDED,
    Outcome.DELVIS_BIFALL.value: State.DECIDED,
    Outcome.AVSKRIVNING.value: State.STRUCK_OFF,
    Outcome.ATERTAGEN.value: State.WITHDRAWN,
}
# "Redovisning av obesvarade motioner", "Motioner som inte är färdigbehandlade": how it is reported that a year was too short.
_REPORT = re.compile(
    r"(?:obesvarade|ej|inte)\b.{0,200}\bmotion|motion\w{0,20} .{0,200}\b(?:inte|ej|beredning)", re.IGNORECASE
)


def clock_of(session: Session, matter_id: str, today: dt.date, *, placed: bool = True) -> ClockRow | None:
    """The year of the matter's motion on `today`; None where the matter holds no motion with a day."""
    return clocks_of(session, [matter_id], today, placed=placed).get(matter_id)


def clocks_of(
    session: Session, matters: Collection[str], today: dt.date, *, placed: bool = True
) -> dict[str, ClockRow]:
    """The clocks of these matters, in a fixed number of statements."""
    council = _council(session, matters)
    stated = _stated(session, matters)
    motions = _motions(session, matters)
    started = {}
    for matter in matters:
        said = [row.date for row in stated[matter]]
        minutes = [s.date for s in council[matter] if s.outcome == Outcome.REMISS or s.date in said]
        own = [row.date for row in motions[matter]]
        start = raised(minutes, said, min(own) if own else None)
        if start is not None:
            started[matter] = clock(start, _endings(council[matter]), today)
    owners = {row.id for rows in (*stated.values(), *motions.values()) for row in rows}
    owning = {row.owner for rows in (*stated.values(), *motions.values()) for row in rows}
    found = sources_of(session, owning, placed=placed)
    resting = {fact: places for fact, places in found.items() if fact in owners}
    return {m: _row(c, _places(c, stated[m], motions[m], resting)) for m, c in started.items()}


def _row(found: Clock, places: list[SourceRow]) -> ClockRow:
    return ClockRow(
        raised=found.raised.date,
        basis=found.raised.basis.value,
        others=list(found.raised.others),
        due=found.due,
        state=found.state.value,
        today=found.today,
        days=found.days,
        left=found.left,
        law=LAW,
        sources=places,
    )


def _places(
    found: Clock, stated: Sequence[Any], motions: Sequence[Any], resting: dict[str, list[SourceRow]]
) -> list[SourceRow]:
    """Where it stands when the motion was raised; its own date, where that is all there is."""
    day = found.raised.date
    told = [source for row in stated if row.date == day for source in resting.get(row.id, [])]
    own = [
        source for row in motions if row.date == day for source in resting.get(row.id, []) if source["field"] == "date"
    ]
    return told or own


def _endings(council: Sequence[Any]) -> list[Ended]:
    found = []
    for step in council:
        if step.mode == Mode.DECIDES and step.outcome in _ENDS:
            found.append(Ended(_ENDS[step.outcome], step.date))
        elif step.outcome == Outcome.ANTECKNING and _REPORT.search(step.title or ""):
            found.append(Ended(State.REPORTED, step.date))
    return found


def _council(session: Session, matters: Collection[str]) -> dict[str, list[Any]]:
    """The council's own §§ in each matter."""
    rows = session.execute(_TREATED, {"matters": list(matters)})
    return _by((row.owner, row) for row in rows if body_kind(row.body or "") == "council")


def _stated(session: Session, matters: Collection[str]) -> dict[str, list[Any]]:
    """What the matter's documents say of when the motion was raised in the council."""
    rows = session.execute(_RAISED, {"matters": list(matters)})
    return _by((row.matter_id, row) for row in rows if row.body is None or body_kind(row.body) == "council")


def _motions(session: Session, matters: Collection[str]) -> dict[str, list[Any]]:
    return _by((row.matter_id, row) for row in session.execute(_DATED, {"matters": list(matters)}))


def _by(pairs: Any) -> dict[str, list[Any]]:
    found: dict[str, list[Any]] = defaultdict(list)
    for matter, row in pairs:
        found[matter].append(row)
    return found


# Made once: to build a statement anew costs more than to run it.
_MATTERS: sa.BindParameter[Any] = sa.bindparam("matters", expanding=True)
_TREATED = (
    sa.select(steps.c.owner, steps.c.body, steps.c.date, steps.c.mode, steps.c.outcome, items.c.title)
    .join(items, items.c.id == steps.c.item_id)
    .where(steps.c.owner.in_(_MATTERS), steps.c.kind == "item", steps.c.date.isnot(None))
    .order_by(steps.c.date)
)
_RAISED = (
    sa.select(
        matter_entities.c.matter_id,
        document_references.c.id,
        document_references.c.owner,
        document_references.c.body,
        document_references.c.date,
    )
    .join(document_references, document_references.c.entity_id == matter_entities.c.entity_id)
    .where(
        matter_entities.c.matter_id.in_(_MATTERS),
        document_references.c.role == "earlier",
        document_references.c.kind == EarlierKind.RAISED.value,
        document_references.c.date.isnot(None),
    )
    .order_by(document_references.c.id)
)
_DATED = (
    sa.select(matter_entities.c.matter_id, documents.c.id, documents.c.owner, documents.c.date)
    .join(documents, documents.c.id == matter_entities.c.entity_id)
    .where(
        matter_entities.c.matter_id.in_(_MATTERS),
        documents.c.kind == DocumentKind.MOTION.value,
        documents.c.date.isnot(None),
    )
    .order_by(documents.c.id)
)
