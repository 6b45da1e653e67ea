"""Matters as a list, the one with the latest step first."""

from __future__ import annotations

from enum import StrEnum
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.models.register import (
    documents,
    items,
    matter_entities,
    matters,
    mentions,
    reservations,
    steps,
    votes,
)
from app.queries.by_words import by_words, in_matters
from app.queries.cases import find_ids, of_matters
from app.queries.filters import (
    body_filter,
    changed_matters,
    flag,
    is_body,
    of_municipality,
    owners_of_party,
    party_filter,
    person_filter,
)
from app.queries.listing import Filter, Kind, Listing, Wanted, Where
from app.queries.meant import names_of
from app.queries.raised import raised_since, raised_until
from app.queries.summed import summed
from app.register.matter_kind import MatterKind
from app.register.sum_keys import Sum
from app.search.entries import IN_AN_ITEM, HitKind
from importers.bundle import DocumentKind, Outcome

_PAST = steps.c.state != "awaited"


class Status(StrEnum):
    AWAITING = "awaiting"
    DECIDED = "decided"
    OPEN = "open"


LAST = matters.c.last_date
_FIRST = sa.select(sa.func.min(steps.c.date)).where(steps.c.owner == matters.c.id, _PAST).scalar_subquery()


def _steps(*where: Where) -> Where:
    return sa.exists(sa.select(steps.c.id).where(steps.c.owner == matters.c.id, *where))


def holding(entity: sa.Select[Any] | sa.CompoundSelect[Any]) -> Where:
    """Whether the matter holds one of these entities."""
    matter_ids = sa.select(matter_entities.c.matter_id).where(matter_entities.c.entity_id.in_(entity))
    return matters.c.id.in_(matter_ids)


AWAITS = _steps(steps.c.state == "awaited")
_spoke = (steps.c.kind == "item", steps.c.state == "past")
_later = steps.alias("later")
_SPOKE_LAST = sa.not_(
    sa.exists(
        sa.select(_later.c.id).where(
            _later.c.owner == steps.c.owner, _later.c.n > steps.c.n, _later.c.kind == "item", _later.c.state == "past"
        )
    )
)


def decided(*where: Where) -> Where:
    """Whether the last § of the matter decided it, under these conditions, and nothing is awaited."""
    return sa.and_(sa.not_(AWAITS), _steps(*_spoke, steps.c.ends, _SPOKE_LAST, *where))


def _status(status: str) -> Where:
    if status == Status.AWAITING:
        return AWAITS
    return decided() if status == Status.DECIDED else sa.and_(sa.not_(AWAITS), sa.not_(decided()))


def _party(letters: str) -> Where:
    return holding(owners_of_party(letters))


def _person(person: str) -> Where:
    return holding(sa.select(mentions.c.owner).where(mentions.c.name_id.in_(names_of(person))))


def _type(kind: str) -> Where:
    return holding(sa.select(documents.c.id).where(documents.c.kind == kind))


def _updated(since: Any) -> Where:
    return matters.c.id.in_(changed_matters(since))


def has_fact(table: sa.Table) -> Where:
    return holding(sa.select(table.c.owner))


def _number(session: Session, typed: str) -> Where:
    """Whatever is meant by a number in any spelling."""
    return matters.c.id.in_(find_ids(session, typed))


def _rows(session: Session, ids: Any, _wanted: Wanted) -> Any:
    return of_matters(session, ids)


def _latest(session: Session, most: int, municipality: str | None) -> list[str] | None:
    """The matters treated last, by the index of that day; None where fewer bear one, and of one municipality."""
    if municipality is not None:
        return None
    ids = list(session.execute(_NEWEST, {"most": most}).scalars())
    return ids if len(ids) == most else None


# Without those that bear no day: where these go, the two databases' indexes do not agree.
_NEWEST = (
    sa.select(matters.c.id).where(LAST.is_not(None)).order_by(LAST.desc(), matters.c.id).limit(sa.bindparam("most"))
)


def latest_with(session: Session, table: sa.Table, among: int = 200) -> str | None:
    """The matter treated last that holds such a fact, among so many treated last; None where none of them does."""
    newest = list(session.execute(_NEWEST, {"most": among}).scalars())
    holds = sa.select(matter_entities.c.matter_id).join(table, table.c.owner == matter_entities.c.entity_id)
    found = set(session.execute(holds.where(matter_entities.c.matter_id.in_(newest))).scalars())
    return next((matter for matter in newest if matter in found), None)


CASES = Listing(
    name="cases",
    id=matters.c.id,
    rows=_rows,
    latest=_latest,
    counted=summed(Sum.MATTERS),
    sorts={"last_date": LAST, "first_date": _FIRST, "title": matters.c.title},
    order="-last_date",
    filters={
        "q": by_words(
            "Words that stand in its title, or in a § or document of it",
            lambda of: sa.or_(matters.c.id.in_(of(HitKind.MATTER)), holding(of(*IN_AN_ITEM, HitKind.DOCUMENT))),
            in_matters("cases", matters.c.id),
            bounded=True,
        ),
        "number": Filter(Kind.TEXT, "A case number in any spelling.", "ks 2025 42", sought=_number),
        "municipality": of_municipality(matters.c.municipality_id),
        "body": body_filter(
            "Treated by this body.",
            lambda typed: holding(sa.select(items.c.id).where(is_body(items.c.body_id, typed))),
        ),
        "party": party_filter("Somebody of this party signed, moved, spoke or reserved themselves.", _party),
        "person": person_filter("A person's id, or a name as printed.", _person),
        "type": Filter(
            Kind.CHOICE, "Holds a document of this kind.", "motion", _type, tuple(k.value for k in DocumentKind)
        ),
        "kind": Filter(
            Kind.CHOICE,
            "What kind of matter it is, as far as its papers, titles or decisions say.",
            "motion",
            lambda typed: matters.c.kind == typed,
            tuple(k.value for k in MatterKind),
        ),
        "status": Filter(Kind.CHOICE, "Where the matter stands.", "awaiting", _status, tuple(s.value for s in Status)),
        "outcome": Filter(
            Kind.CHOICE,
            "What was decided in the end; a proposal is no outcome.",
            "besvara",
            lambda typed: decided(steps.c.outcome == typed),
            tuple(o.value for o in Outcome),
        ),
        "from": Filter(
            Kind.DAY, "Something happened this day or later.", "2025-01-01", lambda d: _steps(_PAST, steps.c.date >= d)
        ),
        "to": Filter(
            Kind.DAY,
            "Something happened this day or earlier.",
            "2025-12-31",
            lambda d: _steps(_PAST, steps.c.date <= d),
        ),
        "raised_from": Filter(
            Kind.DAY, "Its motion was raised in the council this day or later.", "2024-01-01", sought=raised_since
        ),
        "raised_to": Filter(
            Kind.DAY, "Its motion was raised in the council this day or earlier.", "2024-12-31", sought=raised_until
        ),
        "has_reservation": flag("Whether somebody reserved themselves.", has_fact(reservations)),
        "has_vote": flag("Whether there was a votering.", has_fact(votes)),
        "updated_since": Filter(Kind.INSTANT, "Changed at this instant or later.", "2026-01-01T00:00:00Z", _updated),
    },
)
