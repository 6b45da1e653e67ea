"""The motion's year, and the days of justering, notice and appeal, for a matter on the day asked for."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.loads import loads
from app.models.register import (
    ANNOUNCED_ORIGIN,
    document_references,
    documents,
    matter_entities,
    matters,
    motions,
    sources,
)
from app.queries.cases import STATIONS
from app.queries.json_sql import list_of, object_of, read
from app.queries.sources import sources_of
from app.register.bodies import body_kind
from app.register.deadlines import Basis, Clock, Ended, State, clock, raised
from app.register.motion_titles import announces
from app.schemas.rows import ClockRow, SourceRow
from importers.bundle import DocumentKind, EarlierKind, Mode, Outcome

Fact = dict[str, Any]
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
    session: Session, matters: Collection[str], today: dt.date, *, placed: bool = True, sourced: bool = True
) -> dict[str, ClockRow]:
    """The clocks of these matters, in a fixed number of statements; without what they rest on where that is not asked for."""
    rows = map(read, session.execute(_YEAR_FACTS, {"matters": list(matters)}).scalars().all())
    facts_of = {row["id"]: YearFacts.of(row) for row in rows}
    facts = [fact for one in facts_of.values() for fact in (*one.stated, *one.motions, *one.listed)]
    owners, ids = {fact["owner"] for fact in facts}, {fact["id"] for fact in facts}
    resting = sources_of(session, owners, placed=placed, facts=ids) if sourced else {}
    clocks = {matter: clock_row(facts_of[matter], today, resting) for matter in matters if matter in facts_of}
    return {matter: clock for matter, clock in clocks.items() if clock is not None}


def clocks_of_announced(
    session: Session, rows: Sequence[Any], today: dt.date, *, placed: bool = True
) -> dict[str, ClockRow]:
    """The clocks of motions of which only the council's lists tell, by the motion's id."""
    resting: dict[str, list[SourceRow]] = {}
    for batch in loads(sorted({row.owner for row in rows})):
        resting |= sources_of(session, batch, placed=placed)
    clocks = {}
    for row in rows:
        fact = {"id": row.id, "owner": row.owner, "date": row.raised, "basis": row.basis}
        clock = clock_row(YearFacts([], [], [], [fact]), today, resting)
        if clock is not None:
            clocks[row.id] = clock
    return clocks


@dataclass(frozen=True, slots=True)
class YearFacts:
    """What a matter's year rests on: the council's own §§ by date and any that notes that the motion was withdrawn, what its
    documents say of when the motion was raised in the council, the motions that have a day, and the council's lists that
    announce one of them.
    """

    council: list[Fact]
    stated: list[Fact]
    motions: list[Fact]
    listed: list[Fact]

    @classmethod
    def of(cls, matter: Mapping[str, Any]) -> YearFacts:
        """Of a matter of which `TOLD` has been read."""
        own = [s for s in matter["stations"] if s["kind"] == "item" and s["state"] == "past" and s["date"]]
        treated = [
            fact
            for fact in own
            if _is_council(fact["body"] or "") or (fact["ends"] and fact["outcome"] == Outcome.ATERTAGEN)
        ]
        stated = [fact for fact in matter["raised"] if fact["body"] is None or _is_council(fact["body"])]
        council = sorted(_dated(treated), key=itemgetter("date"))
        return cls(council, _dated(stated), _dated(matter["motions"]), _dated(matter["listed"]))


def _is_council(body: str) -> bool:
    return body_kind(body) == "council"


def _dated(facts: list[Fact]) -> list[Fact]:
    return [{**fact, "date": dt.date.fromisoformat(fact["date"])} for fact in facts]


def clock_row(facts: YearFacts, today: dt.date, resting: Mapping[str, list[SourceRow]]) -> ClockRow | None:
    """The year on `today`, with the sources among these; None where nothing tells when it began."""
    stated, own = [fact["date"] for fact in facts.stated], [fact["date"] for fact in facts.motions]
    minutes = [s["date"] for s in facts.council if _raises(s) or s["date"] in stated]
    listed = [(Basis(fact["basis"]), fact["date"]) for fact in facts.listed]
    start = raised(minutes, stated, min(own, default=None), _typed(facts.stated) - set(minutes), listed)
    if start is None:
        return None
    year = clock(start, _endings(facts.council), today)
    return _row(year, _places(year, facts, resting))


def _raises(step: Fact) -> bool:
    """Whether a § of the council sends the motion on, or says in its title that it has come in."""
    return step["outcome"] == Outcome.REMISS or announces(step["title"] or "", step["outcome"])


def _typed(stated: Sequence[Fact]) -> set[dt.date]:
    """The days that only what a person typed in tells."""
    return {fact["date"] for fact in stated if fact["entered"]} - {f["date"] for f in stated if not f["entered"]}


def _row(year: Clock, places: list[SourceRow]) -> ClockRow:
    return ClockRow(
        raised=year.raised.date,
        basis=year.raised.basis.value,
        others=list(year.raised.others),
        due=year.due,
        state=year.state.value,
        today=year.today,
        days=year.days,
        left=year.left,
        law=LAW,
        sources=places,
    )


def _places(year: Clock, facts: YearFacts, resting: Mapping[str, list[SourceRow]]) -> list[SourceRow]:
    """Where it stands when the motion was raised; its own date, where that is all there is."""
    day = year.raised.date
    stated = [place for fact in facts.stated if fact["date"] == day for place in resting.get(fact["id"], [])]
    own = [place for fact in facts.motions if fact["date"] == day for place in resting.get(fact["id"], [])]
    listed = [place for fact in facts.listed if fact["date"] == day for place in resting.get(fact["id"], [])]
    return stated or listed or [place for place in own if place["field"] == "date"]


def _endings(council: Sequence[Fact]) -> list[Ended]:
    endings = []
    for step in council:
        if step["mode"] == Mode.DECIDES and step["outcome"] in _ENDS:
            endings.append(Ended(_ENDS[step["outcome"]], step["date"]))
        elif step["outcome"] == Outcome.ANTECKNING and _REPORT.search(step["title"] or ""):
            endings.append(Ended(State.REPORTED, step["date"]))
        elif step["mode"] == Mode.DECIDES and step["ends"] and step["outcome"] != Outcome.ANTECKNING:
            endings.append(Ended(State.DECIDED, step["date"]))  # by a vote, or in words that tell no outcome
    return endings


# Made once: to build a statement anew costs more than to run it.
_REFERENCES = document_references.c
_BY_HAND = sa.exists().where(
    sources.c.owner == _REFERENCES.owner,
    sources.c.fact_id == _REFERENCES.id,
    sources.c.field.is_(None),
    sources.c.kind == "entered",
)
_RAISED = (
    sa.select(
        object_of(
            id=_REFERENCES.id,
            owner=_REFERENCES.owner,
            body=_REFERENCES.body,
            date=_REFERENCES.date,
            entered=_BY_HAND.correlate(document_references),
        ),
    )
    .join_from(matter_entities, document_references, _REFERENCES.entity_id == matter_entities.c.entity_id)
    .where(
        matter_entities.c.matter_id == matters.c.id,
        _REFERENCES.role == "earlier",
        _REFERENCES.kind == EarlierKind.RAISED.value,
        _REFERENCES.date.isnot(None),
    )
)
_MOTIONS = (
    sa.select(object_of(id=documents.c.id, owner=documents.c.owner, date=documents.c.date))
    .join_from(matter_entities, documents, documents.c.id == matter_entities.c.entity_id)
    .where(
        matter_entities.c.matter_id == matters.c.id,
        documents.c.kind == DocumentKind.MOTION.value,
        documents.c.date.isnot(None),
    )
)
ANNOUNCED, OWN = motions.alias("listed"), motions.alias("own")
# That a list and a matter speak of one motion: they share the title's key, and the first mover where both print one. What came in
# when the matter's had been ended is another.
SAME_MOTION = sa.and_(
    ANNOUNCED.c.key == OWN.c.key,
    ANNOUNCED.c.origin == ANNOUNCED_ORIGIN,  # written out: an index of some rows serves no parameter
    sa.or_(ANNOUNCED.c.mover == OWN.c.mover, ANNOUNCED.c.mover == "", OWN.c.mover == ""),
    sa.or_(OWN.c.ended.is_(None), ANNOUNCED.c.raised <= OWN.c.ended),
)
_LISTED = (
    sa.select(object_of(id=ANNOUNCED.c.id, owner=ANNOUNCED.c.owner, date=ANNOUNCED.c.raised, basis=ANNOUNCED.c.basis))
    .join_from(OWN, ANNOUNCED, SAME_MOTION)
    .where(OWN.c.matter_id == matters.c.id)
)
YEAR_COLUMNS: dict[str, sa.ColumnElement[Any]] = {
    "stations": STATIONS,
    "raised": list_of(_RAISED.correlate(matters), _REFERENCES.id),
    "motions": list_of(_MOTIONS.correlate(matters), documents.c.id),
    "listed": list_of(_LISTED.correlate(matters), ANNOUNCED.c.id),
}
_YEAR_FACTS = sa.select(object_of(id=matters.c.id, **YEAR_COLUMNS)).where(
    matters.c.id.in_(sa.bindparam("matters", expanding=True))
)
