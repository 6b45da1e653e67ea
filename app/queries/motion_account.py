"""A part of the account of motions, so that a page of it costs no more where a thousand wait."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import NamedTuple

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.models.register import motions
from app.queries.listing import Where
from app.queries.motion_days import BEGUN, LISTED, motion_days
from app.queries.motions import EACH, TOLD_BY_MATTERS, TWICE, accounted, stands
from app.register.deadlines import not_over_from

_FEW = sa.union_all(TWICE, TOLD_BY_MATTERS)


class Part(NamedTuple):
    """The ids of the part that was asked for, in the account's order, and how many motions the account has."""

    ids: list[str]
    total: int


def part_of_account(
    session: Session,
    on: dt.date,
    *,
    first: int,
    many: int,
    place: str | None = None,
    overdue: bool = False,
    ended: bool = False,
    year: int | None = None,
    also: Sequence[Where] = (),
) -> Part:
    """So many of the account's motions from the `first` (counted from 0) on, narrowed as `account` narrows them.

    Those that no council's list speaks of bear their day themselves: they are counted by the database, and of them only
    those that stand before the end of the part are read.
    """
    where = accounted(on, place=place, ended=ended, also=also)
    over = overdue and not ended
    listed = [day for day in motion_days(session, on, EACH, *where, LISTED) if stands(day, on, over, year)]
    dated = [*where, _over(on) if over else motions.c.raised <= on]
    undated = [*where, motions.c.raised.is_(None), BEGUN]
    if year is not None:
        dated.append(motions.c.raised.between(dt.date(year, 1, 1), dt.date(year, 12, 31)))
    own = [dated] if over or year is not None else [dated, undated]
    # all from an index, but for the few that lists speak of, or that are told elsewhere
    rows, of_lists, elsewhere = (
        session.execute(sa.select(_how_many(own, *few)), {"day": on}).scalar_one()
        for few in ((), (LISTED,), (sa.not_(LISTED), motions.c.id.in_(_FEW), sa.not_(EACH)))
    )
    by_day = sa.select(motions.c.raised, sa.func.count()).where(EACH, *dated, sa.not_(LISTED))
    earliest = by_day.group_by(motions.c.raised).order_by(motions.c.raised).limit(first + many)
    last = _reached([(row[0], row[1]) for row in session.execute(earliest, {"day": on})], first + many)
    until = [[*dated, motions.c.raised <= last]] if last else own
    read = [day for of in until for day in motion_days(session, on, *of, sa.not_(LISTED), EACH)]
    ids = [day.id for day in sorted([*listed, *read], key=lambda day: day.age)]
    return Part(ids[first : first + many], rows - of_lists - elsewhere + len(listed))


def _reached(counts: Sequence[tuple[dt.date, int]], most: int) -> dt.date | None:
    """The first day by which there are so many, of days in order and how many there are on each; None where they are fewer."""
    met = 0
    for day, count in counts:
        met += count
        if met >= most:
            return day
    return None


def _how_many(own: Sequence[Sequence[Where]], *also: Where) -> sa.ColumnElement[int]:
    """How many motions are of any of these kinds, none of which shares any with another; each read off the index by itself."""
    counts = (sa.select(sa.func.count()).select_from(motions).where(*of, *also).scalar_subquery() for of in own)
    return sum(counts, start=sa.literal(0))


def _over(on: dt.date) -> Where:
    return motions.c.raised < not_over_from(on)
