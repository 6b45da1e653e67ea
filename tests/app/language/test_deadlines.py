"""The law's days in words: until when an appeal can be made and why, and by when a motion is to be decided."""

from __future__ import annotations

import datetime as dt

import pytest

from app.language.deadlines import appeal_sentence, clock_sentences, next_by


@pytest.mark.parametrize(
    ("posted", "final", "says"),
    [
        ("2025-06-02", True, "till och med 23 juni 2025: tre veckor från anslaget 2 juni 2025 (KL 13:5)."),
        ("2025-05-16", True, "till och med 9 juni 2025"),  # 6 June is the national day, and then comes a weekend
        ("2025-05-16", True, "6 juni 2025 är en lördag, söndag eller helgdag"),
        (None, True, "anslagsdagen är inte känd"),
        ("2025-06-02", False, "Kan inte överklagas"),
        ("2025-06-02", None, "går inte att säga: inget beslut är läst"),
    ],
)
def test_the_last_day_is_told_with_its_reason(posted: str | None, final: bool | None, says: str) -> None:
    assert says in appeal_sentence(dt.date.fromisoformat(posted) if posted else None, final=final)


@pytest.mark.parametrize(
    ("state", "left", "next_says", "year_says"),
    [
        ("in_time", 90, "Ska om möjligt vara avgjort senast 24 februari 2026.", "Den ska om möjligt vara avgjord"),
        ("due_30", 0, "Ska om möjligt vara avgjort senast 24 februari 2026.", "Den ska om möjligt vara avgjord"),
        (
            "over_a_year",
            -1,
            "ha varit avgjort senast 24 februari 2026: det är 1 dag sedan.",
            "Den skulle om möjligt ha",
        ),
        ("reported", -9, "ha varit avgjort senast 24 februari 2026: det är 9 dagar sedan.", "Den skulle om möjligt ha"),
        ("decided", -9, None, "Den skulle om möjligt vara avgjord senast 24"),
        ("withdrawn", 30, None, "Den skulle om möjligt vara avgjord senast 24"),
    ],
)
def test_a_day_that_has_passed_is_not_told_as_one_that_comes(
    state: str, left: int, next_says: str | None, year_says: str
) -> None:
    due = dt.date(2026, 2, 24)
    clock = {
        "raised": dt.date(2025, 2, 24),
        "due": due,
        "today": due - dt.timedelta(days=left),
        "left": left,
        "state": state,
        "basis": "minutes",
        "law": "KL 5:35",
    }
    told = next_by(clock)
    assert told is None if next_says is None else (told or "").endswith(next_says)
    assert clock_sentences(clock)[1].startswith(year_says)
