"""How often bodies met each year, as the register has summed it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection

from sqlalchemy.orm import Session

from app.loads import loads
from app.queries.sums import sums_of
from app.register.sum_keys import Sum


def years_met(session: Session, ids: Collection[str]) -> dict[str, dict[int, int]]:
    """By body, the years in which there is anything of its meetings, the first first, with how many those are; bodies of
    which there is none are left out."""
    met: dict[str, dict[int, int]] = defaultdict(dict)
    rows = [row for load in loads(sorted(ids)) for row in sums_of(session, [Sum.MEETINGS], load)]
    for row in sorted(rows, key=lambda row: (row.of, row.year)):
        met[row.of][row.year] = row.n
    return met
