"""Where a matter stands, in words: a day that is set, before it and after."""

from __future__ import annotations

import datetime as dt
from typing import Any

from app.language.steps import status, step_says

DAY = dt.date(2026, 9, 3)
CASE: Any = {"status": "awaiting", "kind": None, "next": {"body": "Kommunfullmäktige", "kind": "council", "date": DAY}}
STEP: Any = {"state": "awaited", "date": DAY, "body": {"name": "Kommunfullmäktige"}}


def test_a_day_that_is_set_is_waited_for_and_once_past_its_minutes_are_missed() -> None:
    assert step_says(STEP, DAY) == "inväntas den dagen"
    assert step_says(STEP, DAY + dt.timedelta(days=1)) == "protokollet finns inte här"
    assert status(CASE, DAY) == "Ärendet är bordlagt till kommunfullmäktige den 3 september 2026."
    assert status(CASE, dt.date(2026, 9, 4)) == (
        "Ärendet är bordlagt till kommunfullmäktige den 3 september 2026. Protokollet finns inte här."
    )
