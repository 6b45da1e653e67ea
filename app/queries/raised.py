"""When the motion of a matter was raised in the council, as what lists of matters are narrowed by."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Mapping
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.models.register import matters, motions
from app.queries.listing import Where
from app.queries.motion_days import LISTED, motion_days
from app.queries.statistics.counted import year_of

# The matters of which a council's list tells another day than their motion's own: few, and read from the lists.
_OTHERWISE = sa.select(motions.c.matter_id).where(LISTED)


def raised_since(session: Session, day: dt.date) -> Where:
    """The matters whose motion was raised that day or later; of several motions, the first that was."""
    otherwise = [matter for matter, raised in _told(session).items() if raised >= day]
    return _either(sa.func.min(motions.c.raised) >= day, otherwise)


def raised_until(session: Session, day: dt.date) -> Where:
    """The matters whose motion was raised that day or earlier; of several motions, the first that was."""
    otherwise = [matter for matter, raised in _told(session).items() if raised <= day]
    return _either(sa.func.min(motions.c.raised) <= day, otherwise)


def raised_by_year(session: Session, ids: sa.Select[Any]) -> Counter[int]:
    """How many of these matters had their motion raised each year."""
    first = _first().where(motions.c.matter_id.in_(ids)).subquery()
    year = year_of(first.c.raised)
    query = sa.select(year, sa.func.count()).where(first.c.raised.is_not(None)).group_by(year)
    found = Counter({row[0]: row[1] for row in session.execute(query)})
    told = _told(session)
    held = session.execute(ids.where(matters.c.id.in_(told))).scalars() if told else ()
    found.update(told[matter].year for matter in held)
    return found


def _first() -> sa.Select[Any]:
    """Each matter's first day, where no list tells another."""
    query = sa.select(motions.c.matter_id, sa.func.min(motions.c.raised).label("raised"))
    own = query.where(motions.c.matter_id.is_not(None), motions.c.matter_id.not_in(_OTHERWISE))
    return own.group_by(motions.c.matter_id)


def _either(condition: Where, otherwise: list[str]) -> Where:
    own = _first().having(condition).subquery()
    return sa.or_(matters.c.id.in_(sa.select(own.c.matter_id)), matters.c.id.in_(otherwise))


def _told(session: Session) -> Mapping[str, dt.date]:
    """The first day of each of the matters that lists tell of."""
    days: dict[str, dt.date] = {}
    for one in motion_days(session, dt.date.max, motions.c.matter_id.in_(_OTHERWISE)):
        if one.matter_id and one.raised:
            days[one.matter_id] = min(one.raised, days.get(one.matter_id, one.raised))
    return days
