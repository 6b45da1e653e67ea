"""Justering, anslag and the last day of appeal, § by §: what the minutes tell and what the law makes of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.models.register import bodies, decisions, documents, item_documents, items, matter_entities
from app.register.deadlines import last_day_to_appeal, last_day_to_post, last_day_to_verify
from app.schemas.rows import MeetingDaysRow
from importers.bundle import Mode, Outcome

# What only moves a matter on its way cannot be appealed (KL 13:2).
_ON_ITS_WAY = {Outcome.REMISS, Outcome.ATERREMISS, Outcome.MINORITETSATERREMISS, Outcome.BORDLAGGNING}
# Made once: to build a statement anew costs more than to run it.
_IDS: sa.BindParameter[Any] = sa.bindparam("ids", expanding=True)
_DAYS = (
    sa.select(
        items.c.id,
        items.c.date,
        items.c.number,
        items.c.outcome,
        bodies.c.name,
        documents.c.verified,
        documents.c.notice_posted,
        documents.c.notice_until,
    )
    .join(bodies, bodies.c.id == items.c.body_id)
    .join(item_documents, item_documents.c.item_id == items.c.id)
    .join(documents, documents.c.id == item_documents.c.document_id)
    .order_by(items.c.date, items.c.id, documents.c.id)
)
_OF_MATTER = _DAYS.where(
    items.c.id.in_(sa.select(matter_entities.c.entity_id).where(matter_entities.c.matter_id == sa.bindparam("matter")))
)
_OF_ITEMS = _DAYS.where(items.c.id.in_(_IDS))
_MOVED = sa.select(items.c.id).where(items.c.id.in_(_IDS), items.c.outcome.in_(sorted(_ON_ITS_WAY)))
_DECIDED = sa.select(decisions.c.item_id).where(decisions.c.item_id.in_(_IDS), decisions.c.mode == Mode.DECIDES.value)


def meeting_days(session: Session, matter_id: str) -> list[MeetingDaysRow]:
    """The days of the matter's §§, by date."""
    return _days(session, _OF_MATTER, {"matter": matter_id})


def days_of_items(session: Session, ids: Collection[str]) -> list[MeetingDaysRow]:
    """The days of these §§, by date."""
    return _days(session, _OF_ITEMS, {"ids": list(ids)})


def _days(session: Session, query: sa.Select[Any], given: dict[str, Any]) -> list[MeetingDaysRow]:
    """A § that stands in several documents has the days of the one that tells most."""
    rows: dict[str, Any] = {}
    for row in session.execute(query, given):
        if row.id not in rows or _precedence(row) > _precedence(rows[row.id]):
            rows[row.id] = row
    final = final_items(session, list(rows))
    return [_row(row, appealable=row.id in final) for row in rows.values()]


def final_items(session: Session, ids: Collection[str]) -> set[str]:
    """Those of these §§ that decide their matter: what can be appealed. One that proposes, or moves it on, cannot."""
    given = {"ids": list(ids)}
    return set(session.execute(_DECIDED, given).scalars()) - set(session.execute(_MOVED, given).scalars())


def _precedence(row: Any) -> int:
    return sum(day is not None for day in (row.verified, row.notice_posted, row.notice_until))


def _row(row: Any, *, appealable: bool) -> MeetingDaysRow:
    posted: dt.date | None = row.notice_posted
    return MeetingDaysRow(
        item_id=row.id,
        body=row.name,
        date=row.date,
        number=row.number,
        verify_by=last_day_to_verify(row.date),
        verified=row.verified,
        post_by=last_day_to_post(row.verified) if row.verified else None,
        posted=posted,
        posted_until=row.notice_until,
        appeal_by=last_day_to_appeal(posted) if posted and appealable else None,
    )
