"""What is counted of motions: how they ended, how long they took, and whose they are.

Each row counts as it stands alone. Of the few motions that a council's list tells of beside a matter, or that lie in two
matters, who asks takes what their rows add away, and adds what they are (`app/queries/statistics/motion_figures.py`).
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from app.register.sum_keys import MATTERS, MENTIONS, MOTIONS, Key, Row, Sum

DECIDED = "decided"


class Ended(NamedTuple):
    """What became of a motion's matter; all None where a council's list alone tells of the motion."""

    status: str | None = None
    outcome: str | None = None
    last_date: dt.date | None = None


def of_motions(rows: Mapping[str, Iterable[Row]], party_of: Mapping[str, str | None]) -> Iterator[Key]:
    """What the rows of some matters, and of some §§ that announce motions, add."""
    became = {row["id"]: Ended(row["status"], row["outcome"], row["last_date"]) for row in rows.get(MATTERS, ())}
    motions = {(row["owner"], row["id"]): row for row in rows.get(MOTIONS, ())}
    movers: dict[tuple[str, str], set[str]] = defaultdict(set)
    for mention in rows.get(MENTIONS, ()) if motions else ():
        if mention["role"] == "mover":
            movers[mention["owner"], mention["fact_id"]].add(mention["name_id"])
    for at, row in motions.items():
        letters = {party for name in movers[at] if (party := party_of.get(name))}
        yield from of_motion(row["municipality_id"], row["raised"], became.get(row["matter_id"], Ended()), letters)
        for name in movers[at]:
            yield Key(Sum.OF_NAME, name, MOTIONS, year=_year(row["raised"]))


def of_motion(place: str, raised: dt.date | None, became: Ended, letters: Collection[Any]) -> Iterator[Key]:
    """What one motion adds to its municipality's sums; the year is 0 where no paper tells when it was raised."""
    year, outcome = _year(raised), became.outcome or ""
    yield Key(Sum.MOTIONS, place, MOTIONS, became.status or "", year=year)
    if became.status == DECIDED and raised and became.last_date and became.last_date >= raised:
        yield Key(Sum.DAYS_TAKEN, place, MOTIONS, str((became.last_date - raised).days), year=year)
    for party in {printed.lower() for printed in letters} or {""}:
        yield Key(Sum.ENDED, place, MOTIONS, party, outcome, year)
    for printed in letters:
        yield Key(Sum.PRINTED, place, MOTIONS, printed.lower(), printed, year)


def _year(raised: dt.date | None) -> int:
    return raised.year if raised else 0
