"""One party of a municipality: how much is printed with its letters, and the latest of it."""

from __future__ import annotations

import datetime as dt
from collections import Counter

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.models.register import items, mentions, names, reservations, statements, yrkanden
from app.queries.meant import is_party, names_party
from app.queries.sums import sums_of
from app.register.sum_keys import PARTY_ROLES, Sum

# How many §§ are looked at first: where many stand behind something, these hold enough.
_LOOKED_AT = 300
_TABLES = {str(table.name): table for table in (yrkanden, reservations, statements)}


def facts_by_year(session: Session, place: str, letters: str) -> dict[str, Counter[int]]:
    """How many yrkanden, reservations and statements of the municipality the party stands behind each year."""
    counts: dict[str, Counter[int]] = {kind: Counter() for kind in _TABLES}
    for row in sums_of(session, [Sum.OF_PARTY], [place], tuple(_TABLES)):
        if row.key == letters.lower():
            counts[row.fact][row.year] += row.n
    return counts


def latest_of_party(
    session: Session, kind: str, place: str, letters: str, by_year: Counter[int], most: int
) -> list[str]:
    """The ids of the latest of them. No § is looked at before the year that holds the last of these."""
    table = _TABLES[kind]
    first, lacking = None, most
    for year in sorted(by_year, reverse=True):
        if lacking > 0:
            first, lacking = year, lacking - by_year[year]
    if first is None:
        return []
    printed = (
        sa.exists()
        .where(
            mentions.c.owner == table.c.owner,
            mentions.c.fact_id == table.c.id,
            mentions.c.role == PARTY_ROLES[kind],
            mentions.c.name_id == names.c.id,
            is_party(names.c.party, letters),
        )
        .correlate(table)
    )
    recent = (
        sa.select(items.c.id, items.c.date)
        .where(items.c.date >= dt.date(first, 1, 1), items.c.municipality_id == place)
        .order_by(items.c.date.desc())
    )
    stands = sa.or_(printed, names_party(table.c.parties, letters))
    for within in (recent.limit(_LOOKED_AT).cte("recent"), recent.cte("recent")):
        # of the first day of the §§ looked at, others may be left out
        earliest = sa.select(sa.func.min(within.c.date)).scalar_subquery().label("earliest")
        latest = sa.select(table.c.id, within.c.date, earliest).join_from(within, table, table.c.item_id == within.c.id)
        rows = session.execute(latest.where(stands).order_by(within.c.date.desc(), table.c.id).limit(most)).all()
        if len(rows) == most and rows[-1].date > rows[-1].earliest:
            break
    return [row.id for row in rows]
