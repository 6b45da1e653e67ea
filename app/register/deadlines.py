"""The law's days: the year of a motion, justering, notice and appeal. Civil dates; `today` is always given."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

VERIFY_DAYS = 14  # KL 5:69
POST_DAYS = 2  # KL 8:12
APPEAL_DAYS = 21  # KL 13:5
SATURDAY = 5
_SOON, _SOONER = 60, 30
_UNTIL_LISTED = dt.timedelta(days=183)  # councils meet, and tell what has come in, several times a year


class State(StrEnum):
    """Where a motion stands with its year; `STRUCK_OFF` (avskriven) and `WITHDRAWN` (återtagen) end it undecided."""

    IN_TIME = "in_time"
    DUE_60 = "due_60"
    DUE_30 = "due_30"
    OVER_A_YEAR = "over_a_year"
    REPORTED = "reported"
    DECIDED = "decided"
    STRUCK_OFF = "struck_off"
    WITHDRAWN = "withdrawn"


class Basis(StrEnum):
    """What the day on which the motion was raised rests on: the council's own minutes, what other documents say, what a person
    typed in and nothing that was read tells, the council's list of what has come in (the day that it prints, or that of
    the meeting), the motion's day."""

    MINUTES = "minutes"
    STATED = "stated"
    ENTERED = "entered"
    RECEIVED = "received"
    ANNOUNCED = "announced"
    MOTION = "motion"


@dataclass(frozen=True, slots=True)
class Raised:
    """When the year begins, and what that rests on; `others` are the days that other documents state instead."""

    date: dt.date
    basis: Basis
    others: tuple[dt.date, ...] = ()


@dataclass(frozen=True, slots=True)
class Ended:
    """What ended the clock, or stopped it for now: `REPORTED`, `DECIDED`, `STRUCK_OFF` or `WITHDRAWN`, on that day."""

    state: State
    date: dt.date


@dataclass(frozen=True, slots=True)
class Clock:
    """A motion's year on the day asked for. `days` since it was raised, `left` until it is due (negative: past)."""

    raised: Raised
    due: dt.date
    state: State
    today: dt.date
    days: int
    left: int


def a_year_after(day: dt.date) -> dt.date:
    """The same day a year later; a year from 29 February ends on 28 February."""
    try:
        return day.replace(year=day.year + 1)
    except ValueError:
        return dt.date(day.year + 1, 2, 28)


def not_over_from(on: dt.date) -> dt.date:
    """The day from which on what is raised has not had its year by `on`: of what was raised before, the year is over."""
    if on.year == dt.MINYEAR:
        return dt.date.min
    try:
        return on.replace(year=on.year - 1)
    except ValueError:
        return dt.date(on.year - 1, 3, 1)


def raised(
    minutes: Sequence[dt.date],
    stated: Sequence[dt.date],
    motion: dt.date | None,
    entered: Collection[dt.date] = frozenset(),
    listed: Sequence[tuple[Basis, dt.date]] = (),
) -> Raised | None:
    """The day the motion was raised: as the council's own minutes have it, else as other documents say, else as the
    council's lists of what has come in do, else its own day.

    Of several days the one most often stated counts, the earliest of those; None where none is stated. `entered` are
    those of the minutes' and the documents' days that only a person's typing tells. A list of half a year before or after the
    motion's own day is not the one that announced it: it tells of another motion of that title, or of this one once more.
    """
    soon = [(of, day) for of, day in listed if motion is None or abs(day - motion) <= _UNTIL_LISTED]
    lists = [(basis, [day for of, day in soon if of is basis]) for basis in (Basis.RECEIVED, Basis.ANNOUNCED)]
    own = [(Basis.MOTION, [motion] if motion else [])]
    for basis, days in ((Basis.MINUTES, minutes), (Basis.STATED, stated), *lists, *own):
        if days:
            day = min(set(days), key=lambda d: (-list(days).count(d), d))
            typed = day in entered and basis in {Basis.MINUTES, Basis.STATED}
            others = {*days, *_told_beside(basis, motion, listed)} - {day}
            return Raised(day, Basis.ENTERED if typed else basis, tuple(sorted(others)))
    return None


def _told_beside(basis: Basis, motion: dt.date | None, listed: Sequence[tuple[Basis, dt.date]]) -> Collection[dt.date]:
    """The days that are told of a motion whose raising neither minutes nor papers tell: its own, and those of lists."""
    if basis in {Basis.MINUTES, Basis.STATED}:
        return ()
    return {day for _of, day in listed} | ({motion} if motion else set())


def clock(start: Raised, endings: Sequence[Ended], today: dt.date) -> Clock:
    """Where the motion's year stands on `today`; what happened later than that has not happened yet.

    What ended the motion counts before a report to the council, which only says why it has taken so long.
    """
    due = a_year_after(start.date)
    left = (due - today).days
    past = [ended for ended in endings if ended.date <= today]
    final = [ended for ended in past if ended.state is not State.REPORTED]
    ended = max(final or past, key=lambda e: e.date, default=None)
    return Clock(start, due, ended.state if ended else _running(left), today, (today - start.date).days, left)


def _running(left: int) -> State:
    if left < 0:
        return State.OVER_A_YEAR
    if left <= _SOONER:
        return State.DUE_30
    return State.DUE_60 if left <= _SOON else State.IN_TIME


def last_day_to_verify(meeting: dt.date) -> dt.date:
    """Justering: no later than fourteen days after the meeting."""
    return meeting + dt.timedelta(days=VERIFY_DAYS)


def last_day_to_post(verified: dt.date) -> dt.date:
    """Anslag: no later than the second day after justering."""
    return verified + dt.timedelta(days=POST_DAYS)


def last_day_to_appeal(posted: dt.date) -> dt.date:
    """Three weeks from the notice, moved on from a Saturday, a Sunday or a holiday to the next weekday."""
    day = posted + dt.timedelta(days=APPEAL_DAYS)
    while not is_weekday(day):
        day += dt.timedelta(days=1)
    return day


def is_weekday(day: dt.date) -> bool:
    """Whether something that falls due on the day must be done on it (lag 1930:173)."""
    return day.weekday() < SATURDAY and day not in _holidays(day.year)


@cache
def _holidays(year: int) -> frozenset[dt.date]:
    """Sweden's public holidays, and the eves that the law of 1930 counts with them: midsommar, jul and nyår."""
    from holidays import country_holidays  # noqa: PLC0415 - most matters have no day that a holiday could move

    return frozenset(country_holidays("SE", years=year, categories=("public", "de_facto")))
