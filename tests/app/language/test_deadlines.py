"""The last day of appeal in words: with how it is reckoned, or why there is none."""

from __future__ import annotations

import datetime as dt

import pytest

from app.language.deadlines import appeal_sentence


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
