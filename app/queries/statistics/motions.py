"""What came of motions: by party, and how long it took."""

from __future__ import annotations

import statistics
from collections import Counter, defaultdict
from collections.abc import Mapping
from typing import Any

from sqlalchemy.orm import Session

from app.queries.lists.cases import Status
from app.queries.statistics.counted import Asked, count, days_of, places
from app.queries.statistics.motion_figures import motion_figures
from app.register.sum_keys import Added, Sum

Row = dict[str, Any]
_LAST_YEAR = 10_000


def outcomes(session: Session, asked: Asked, figures: Added | None = None) -> list[Row]:
    """A row for each municipality, party, year and outcome. A motion of two parties counts with both; `party`, `year` and
    `outcome` are None where no paper here tells them. `figures` are the `figures_asked`, where they have been read."""
    here = places(session, asked)
    of_all = figures_asked(session, asked, here) if figures is None else figures
    letters = _letters(of_all)
    by: dict[tuple[str, str, int], Counter[str]] = defaultdict(Counter)
    for key, n in of_all.items():
        if key.kind == Sum.ENDED and _is_asked(key.year, asked):
            by[key.of, key.key, key.year][key.other] += n
    order = {place: n for n, place in enumerate(here)}
    return [
        {
            "municipality": here[place],
            "party": letters.get(party),
            "year": year or None,
            "outcome": outcome or None,
            "motions": count(n, "motions", **_narrowed(place, letters.get(party), year or None), **_ended(outcome)),
            "of": count(fates.total(), "motions", **_narrowed(place, letters.get(party), year or None)),
        }
        for (place, party, year), fates in sorted(
            by.items(), key=lambda one: (order[one[0][0]], one[0][1] or "~", one[0][2] or _LAST_YEAR)
        )
        for outcome, n in sorted(fates.items(), key=lambda fate: fate[0] or "~")
    ]


def durations(session: Session, asked: Asked, figures: Added | None = None) -> list[Row]:
    """A row for each municipality and year in which motions were raised: how many days went by until the last § that
    decided them. `year` is None for those of which no paper here tells the day. `figures` as in `outcomes`."""
    here = places(session, asked)
    of_all = figures_asked(session, asked, here) if figures is None else figures
    by: dict[tuple[str, int], _Took] = defaultdict(lambda: (Counter(), Counter()))
    for key, n in of_all.items():
        if key.kind in {Sum.MOTIONS, Sum.DAYS_TAKEN} and _is_asked(key.year, asked):
            by[key.of, key.year][key.kind == Sum.DAYS_TAKEN][key.key] += n
    order = {place: n for n, place in enumerate(here)}
    return [
        _duration(here[place], year or None, took)
        for (place, year), took in sorted(by.items(), key=lambda one: (order[one[0][0]], one[0][1] or _LAST_YEAR))
    ]


# How many motions stand how, and how many took so many days.
_Took = tuple[Counter[str], Counter[str]]


def _duration(place: Any, year: int | None, took: _Took) -> Row:
    standing, taken = took
    narrowed = {"municipality": place["id"], **_raised(year)}
    days = sorted(Counter({int(days): n for days, n in taken.items()}).elements())
    quarters = statistics.quantiles(days, n=4, method="inclusive") if len(days) > 1 else days * 3
    return {
        "municipality": place,
        "year": year,
        "motions": count(standing.total(), "motions", **narrowed),
        "decided": count(standing[Status.DECIDED], "motions", **narrowed, status=Status.DECIDED.value),
        "with_days": len(days),
        "least": days[0] if days else None,
        "lower_quartile": quarters[0] if quarters else None,
        "median": statistics.median(days) if days else None,
        "upper_quartile": quarters[2] if quarters else None,
        "most": days[-1] if days else None,
    }


def figures_asked(session: Session, asked: Asked, here: Mapping[str, Any] | None = None) -> Added:
    """What is counted of the motions that are asked for, of every year."""
    return motion_figures(session, here if here is not None else places(session, asked))


def _letters(figures: Added) -> dict[str, str]:
    """The letters of each party as they are printed, by those in lower case; of several ways, the one with most capitals at
    its beginning."""
    shown: dict[str, str] = {}
    for key in figures:
        if key.kind == Sum.PRINTED:
            shown[key.key] = min(key.other, shown.get(key.key, key.other))
    return shown


def _is_asked(year: int, asked: Asked) -> bool:
    return asked.year is None or year == asked.year


def _narrowed(place: str, party: str | None, year: int | None) -> dict[str, str]:
    of = {"party": party} if party else {"has_party": "false"}
    return {"municipality": place, **of, **_raised(year)}


def _raised(year: int | None) -> dict[str, str]:
    return days_of(year, "raised_from", "raised_to") if year is not None else {"has_day": "false"}


def _ended(outcome: str | None) -> dict[str, str]:
    return {"outcome": outcome} if outcome else {"has_outcome": "false"}
