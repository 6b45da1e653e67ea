"""Where a matter stands, in words: a day that is set, before it and after."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from app.language.i18n import speaking
from app.language.steps import status, step_says, step_title

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


@pytest.mark.parametrize(
    ("kind", "sentence"),
    [
        ("anmalan", "Det som bara anmäls eller informeras om avgörs inte."),
        ("information", "Det som bara anmäls eller informeras om avgörs inte."),
        ("remiss", "Ett svar på en remiss avgör inget ärende: det gör den som sände ut remissen."),
        (
            None,
            "Om ärendet är avgjort går inte att utläsa av registret: det visar först en paragraf som beslutar i saken.",
        ),
    ],
)
def test_what_is_not_decided_says_what_it_would_take(kind: str | None, sentence: str) -> None:
    with speaking("sv"):
        assert status({**CASE, "status": "open", "next": None, "kind": kind}) == sentence


def test_a_paper_comes_from_the_body_that_sends_it_but_a_motion_not_from_the_body_that_it_is_put_to() -> None:
    received = {**STEP, "state": "past", "kind": "received", "document": None}
    with speaking("sv"):
        assert step_title({**received, "document_kind": "motion"}) == "Motion"
        assert (
            step_title({**received, "document_kind": "protokollsutdrag"}) == "Protokollsutdrag från Kommunfullmäktige"
        )
