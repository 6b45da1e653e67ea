"""The law's days: the motion's year, justering, notice and appeal."""

from __future__ import annotations

import datetime as dt

import pytest

from app.register.deadlines import (
    Basis,
    Ended,
    Raised,
    State,
    a_year_after,
    clock,
    is_weekday,
    last_day_to_appeal,
    last_day_to_post,
    last_day_to_verify,
    not_over_from,
    raised,
)
from app.today import civil_date
from tests.app.register.saying import day

RAISED = Raised(day("2023-12-11"), Basis.STATED)


@pytest.mark.parametrize(
    ("start", "due"),
    [("2023-12-11", "2024-12-11"), ("2024-02-29", "2025-02-28"), ("2023-02-28", "2024-02-28")],
)
def test_a_year_ends_on_the_same_day_and_from_leap_day_on_the_28th(start: str, due: str) -> None:
    assert a_year_after(day(start)) == day(due)


@pytest.mark.parametrize("on", ["2024-12-11", "2025-02-28", "2025-03-01", "2024-02-29", "2024-03-01", "0001-12-31"])
def test_of_what_was_raised_before_a_day_and_of_nothing_later_the_year_is_over(on: str) -> None:
    first = not_over_from(day(on))
    assert a_year_after(first) >= day(on)
    assert first == dt.date.min or a_year_after(first - dt.timedelta(days=1)) < day(on)


@pytest.mark.parametrize(
    ("today", "state", "left"),
    [
        ("2024-10-11", State.IN_TIME, 61),
        ("2024-10-12", State.DUE_60, 60),
        ("2024-11-10", State.DUE_60, 31),
        ("2024-11-11", State.DUE_30, 30),
        ("2024-12-11", State.DUE_30, 0),
        ("2024-12-12", State.OVER_A_YEAR, -1),
    ],
)
def test_the_state_of_a_motion_hangs_on_the_day(today: str, state: State, left: int) -> None:
    found = clock(RAISED, [], day(today))
    assert (found.state, found.left, found.due) == (state, left, day("2024-12-11"))
    assert found.days == 366 - left


def test_what_happens_later_has_not_happened_yet() -> None:
    endings = [Ended(State.REPORTED, day("2024-12-20")), Ended(State.DECIDED, day("2025-02-01"))]
    states = [clock(RAISED, endings, day(d)).state for d in ("2024-12-19", "2024-12-20", "2025-01-31", "2025-02-01")]
    assert states == [State.OVER_A_YEAR, State.REPORTED, State.REPORTED, State.DECIDED]


def test_a_report_after_the_decision_does_not_open_it_again() -> None:
    endings = [Ended(State.STRUCK_OFF, day("2025-02-01")), Ended(State.REPORTED, day("2025-03-01"))]
    assert clock(RAISED, endings, day("2025-04-01")).state is State.STRUCK_OFF


def test_the_councils_own_minutes_are_believed_before_others_and_the_motion_last() -> None:
    minutes, stated, own = [day("2023-12-11")], [day("2023-12-18"), day("2023-12-18")], day("2023-11-13")
    assert raised(minutes, stated, own) == Raised(day("2023-12-11"), Basis.MINUTES)
    assert raised([], stated, own) == Raised(day("2023-12-18"), Basis.STATED)
    assert raised([], [], own) == Raised(day("2023-11-13"), Basis.MOTION)
    assert raised(minutes, stated, own, {day("2023-12-18")}) == Raised(day("2023-12-11"), Basis.MINUTES)
    assert raised([], stated, own, {day("2023-12-18")}) == Raised(day("2023-12-18"), Basis.ENTERED)
    assert raised([], [], own, {own}) == Raised(day("2023-11-13"), Basis.MOTION)
    assert raised([], [], None) is None


def test_of_days_that_disagree_the_one_most_told_counts_and_the_others_are_kept() -> None:
    days = [day("2024-02-05"), day("2024-01-29"), day("2024-02-05")]
    assert raised([], days, None) == Raised(day("2024-02-05"), Basis.STATED, (day("2024-01-29"),))


@pytest.mark.parametrize(
    ("listed", "expected"),
    [
        ("2025-02-24", ("2025-02-24", Basis.ANNOUNCED, ("2025-01-20",))),
        ("2025-07-22", ("2025-07-22", Basis.ANNOUNCED, ("2025-01-20",))),
        ("2025-07-23", ("2025-01-20", Basis.MOTION, ("2025-07-23",))),
    ],
)
def test_a_list_long_after_the_motions_own_day_did_not_announce_it(
    listed: str, expected: tuple[str, Basis, tuple[str, ...]]
) -> None:
    start, basis, others = expected
    found = raised([], [], day("2025-01-20"), listed=[(Basis.ANNOUNCED, day(listed))])
    assert found == Raised(day(start), basis, tuple(map(day, others)))
    assert raised([], [], None, listed=[(Basis.ANNOUNCED, day(listed))]) == Raised(day(listed), Basis.ANNOUNCED)


def test_justering_and_notice_count_plain_days() -> None:
    assert last_day_to_verify(day("2024-12-11")) == day("2024-12-25")
    assert last_day_to_post(day("2024-12-20")) == day("2024-12-22")


@pytest.mark.parametrize(
    ("posted", "last"),
    [
        ("2024-10-23", "2024-11-13"),  # a Wednesday
        ("2024-11-02", "2024-11-25"),  # three weeks on is a Saturday
        ("2024-12-03", "2024-12-27"),  # Christmas Eve, then two holidays
        ("2024-12-10", "2025-01-02"),  # New Year's Eve and Day
        ("2024-05-31", "2024-06-24"),  # Midsummer Eve, a Friday
        ("2024-03-29", "2024-04-19"),
        ("2025-05-16", "2025-06-09"),  # the National Day, a Friday
    ],
)
def test_the_last_day_to_appeal_is_never_a_holiday(posted: str, last: str) -> None:
    assert last_day_to_appeal(day(posted)) == day(last)


def test_the_holidays_are_swedens() -> None:
    year = (dt.date(2026, 1, 1) + dt.timedelta(days=n) for n in range(365))
    off = [d.isoformat()[5:] for d in year if d.weekday() < 5 and not is_weekday(d)]
    assert off == ["01-01", "01-06", "04-03", "04-06", "05-01", "05-14", "06-19", "12-24", "12-25", "12-31"]


@pytest.mark.parametrize(
    ("instant", "date"),
    [
        ("2024-12-31T22:59:00+00:00", "2024-12-31"),
        ("2024-12-31T23:00:00+00:00", "2025-01-01"),
        ("2024-06-30T21:59:00+00:00", "2024-06-30"),
        ("2024-06-30T22:00:00+00:00", "2024-07-01"),
    ],
)
def test_the_day_is_swedens_whatever_the_machines(instant: str, date: str) -> None:
    assert civil_date(dt.datetime.fromisoformat(instant)) == day(date)
