"""What came of motions: by party, and how long it took."""

from __future__ import annotations

import statistics
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.models.register import mentions, motions, names
from app.queries.lists.cases import Status
from app.queries.motion_days import MotionDay, motion_days
from app.queries.motions import EACH
from app.queries.statistics.counted import Asked, count, days_of, places
from app.today import today

Row = dict[str, Any]
_LAST_YEAR = 10_000


def outcomes(session: Session, asked: Asked, days: Sequence[MotionDay] | None = None) -> list[Row]:
    """A row for each municipality, party, year and outcome. A motion of two parties counts with both; `party`, `year` and
    `outcome` are None where no paper here tells them. `days` are the `motions_asked`, where they have been read."""
    by: dict[tuple[str, str | None, int | None], dict[str | None, int]] = defaultdict(lambda: defaultdict(int))
    here = places(session, asked)
    printed, letters = _parties(session, list(here))
    for day in motions_asked(session, asked) if days is None else days:
        for party in printed.get(day.id) or {None}:
            by[day.municipality_id, party, _year(day)][day.outcome] += 1
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


def durations(session: Session, asked: Asked, days: Sequence[MotionDay] | None = None) -> list[Row]:
    """A row for each municipality and year in which motions were raised: how many days went by until the last § that
    decided them. `year` is None for those of which no paper here tells the day. `days` as in `outcomes`."""
    by: dict[tuple[str, int | None], list[MotionDay]] = defaultdict(list)
    for day in motions_asked(session, asked) if days is None else days:
        by[day.municipality_id, _year(day)].append(day)
    here = places(session, asked)
    order = {place: n for n, place in enumerate(here)}
    return [
        _duration(here[place], year, rows)
        for (place, year), rows in sorted(by.items(), key=lambda one: (order[one[0][0]], one[0][1] or _LAST_YEAR))
    ]


def _duration(place: Any, year: int | None, rows: Sequence[MotionDay]) -> Row:
    decided = [row for row in rows if row.status == Status.DECIDED]
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


def _days(decided: Sequence[MotionDay]) -> Iterator[int]:
    for row in decided:
        if row.raised and row.last_date and row.last_date >= row.raised:
            yield (row.last_date - row.raised).days


def motions_asked(session: Session, asked: Asked) -> list[MotionDay]:
    """The motions that are asked for, in no order."""
    where = motions.c.municipality_id.in_(list(places(session, asked)))
    days = motion_days(session, today(), EACH, where)
    return [day for day in days if asked.year is None or _year(day) == asked.year]


def _parties(session: Session, here: Sequence[str]) -> tuple[Mapping[str, set[str | None]], Mapping[str, str]]:
    """The parties of each motion's movers in lower case, and the letters of each as they are printed."""
    query = (
        sa.select(motions.c.id, names.c.party)
        .join(mentions, sa.and_(mentions.c.owner == motions.c.owner, mentions.c.fact_id == motions.c.id))
        .join(names, names.c.id == mentions.c.name_id)
        .where(EACH, motions.c.municipality_id.in_(here), mentions.c.role == "mover", names.c.party.is_not(None))
        .distinct()
    )
    rows = session.execute(query).all()
    printed: dict[str, set[str | None]] = defaultdict(set)
    for row in rows:
        printed[row.id].add(row.party.lower())
    letters = {party.lower(): party for party in sorted({row.party for row in rows}, reverse=True)}
    return printed, letters


def _year(day: MotionDay) -> int | None:
    return day.raised.year if day.raised else None


def _narrowed(place: str, party: str | None, year: int | None) -> dict[str, str]:
    of = {"party": party} if party else {"has_party": "false"}
    return {"municipality": place, **of, **_raised(year)}


def _raised(year: int | None) -> dict[str, str]:
    return days_of(year, "raised_from", "raised_to") if year is not None else {"has_day": "false"}


def _ended(outcome: str | None) -> dict[str, str]:
    return {"outcome": outcome} if outcome else {"has_outcome": "false"}
