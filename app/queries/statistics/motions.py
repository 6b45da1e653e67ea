"""What came of motions: by party, and how long it took."""

from __future__ import annotations

import statistics
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.models.register import motions
from app.queries.lists.cases import Status
from app.queries.motions import EACH, motion_rows
from app.queries.statistics.counted import Asked, count, days_of, places
from app.schemas.motion_rows import MotionRow
from app.today import today

Row = dict[str, Any]
_LAST_YEAR = 10_000


def outcomes(session: Session, asked: Asked) -> list[Row]:
    """A row for each municipality, party, year and outcome. A motion of two parties counts with both; `party`, `year` and
    `outcome` are None where no paper here tells them."""
    by: dict[tuple[str, str | None, int | None], dict[str | None, int]] = defaultdict(lambda: defaultdict(int))
    letters: dict[str, str] = {}
    for row in _motions(session, asked):
        place, year = row["municipality"]["id"], _year(row)
        printed = sorted({mover["party"] for mover in row["movers"] if mover["party"]})
        folded: set[str | None] = {letters.setdefault(one.lower(), one).lower() for one in printed}
        for party in folded or {None}:
            by[place, party, year][_outcome(row)] += 1
    here = places(session, asked)
    order = {place: n for n, place in enumerate(here)}
    return [
        {
            "municipality": here[place],
            "party": letters[party] if party else None,
            "year": year,
            "outcome": outcome,
            "motions": count(
                n, "motions", **_narrowed(place, letters[party] if party else None, year), **_ended(outcome)
            ),
            "of": count(sum(fates.values()), "motions", **_narrowed(place, letters[party] if party else None, year)),
        }
        for (place, party, year), fates in sorted(
            by.items(), key=lambda one: (order[one[0][0]], one[0][1] or "~", one[0][2] or _LAST_YEAR)
        )
        for outcome, n in sorted(fates.items(), key=lambda fate: fate[0] or "~")
    ]


def durations(session: Session, asked: Asked) -> list[Row]:
    """A row for each municipality and year in which motions were raised: how many days went by until the last § that
    decided them. `year` is None for those of which no paper here tells the day."""
    by: dict[tuple[str, int | None], list[MotionRow]] = defaultdict(list)
    for row in _motions(session, asked):
        by[row["municipality"]["id"], _year(row)].append(row)
    here = places(session, asked)
    order = {place: n for n, place in enumerate(here)}
    return [
        _duration(here[place], year, rows)
        for (place, year), rows in sorted(by.items(), key=lambda one: (order[one[0][0]], one[0][1] or _LAST_YEAR))
    ]


def _duration(place: Any, year: int | None, rows: Sequence[MotionRow]) -> Row:
    decided = [row for row in rows if row["case"] and row["case"]["status"] == Status.DECIDED]
    narrowed = {"municipality": place["id"], **_raised(year)}
    days = sorted(_days(decided))
    quarters = statistics.quantiles(days, n=4, method="inclusive") if len(days) > 1 else days * 3
    return {
        "municipality": place,
        "year": year,
        "motions": count(len(rows), "motions", **narrowed),
        "decided": count(len(decided), "motions", **narrowed, status=Status.DECIDED.value),
        "with_days": len(days),
        "least": days[0] if days else None,
        "lower_quartile": quarters[0] if quarters else None,
        "median": statistics.median(days) if days else None,
        "upper_quartile": quarters[2] if quarters else None,
        "most": days[-1] if days else None,
    }


def _days(decided: Sequence[MotionRow]) -> Iterator[int]:
    for row in decided:
        last = row["case"]["last_date"] if row["case"] else None
        if row["clock"] and last and last >= row["clock"]["raised"]:
            yield (last - row["clock"]["raised"]).days


def _motions(session: Session, asked: Asked) -> list[MotionRow]:
    where = motions.c.municipality_id.in_(list(places(session, asked)))
    ids = session.execute(sa.select(motions.c.id).where(EACH, where).distinct()).scalars().all()
    rows = motion_rows(session, ids, today(), placed=False)
    return [row for row in rows if asked.year is None or _year(row) == asked.year]


def _year(row: MotionRow) -> int | None:
    return row["clock"]["raised"].year if row["clock"] else None


def _outcome(row: MotionRow) -> str | None:
    return row["case"]["outcome"] if row["case"] else None


def _narrowed(place: str, party: str | None, year: int | None) -> dict[str, str]:
    of = {"party": party} if party else {"has_party": "false"}
    return {"municipality": place, **of, **_raised(year)}


def _raised(year: int | None) -> dict[str, str]:
    return days_of(year, "raised_from", "raised_to") if year is not None else {"has_day": "false"}


def _ended(outcome: str | None) -> dict[str, str]:
    return {"outcome": outcome} if outcome else {"has_outcome": "false"}
