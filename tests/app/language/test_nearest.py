"""What is offered to whoever wrote something else."""

from __future__ import annotations

import pytest

from app.language.nearest import near, nearest_first

BODIES = ["barn-och-utbildningsnamnden", "kommunfullmaktige", "kommunstyrelsen", "kommunstyrelsens-arbetsutskott"]


@pytest.mark.parametrize(
    ("typed", "words", "offered"),
    [
        ("prty", ["person", "party", "from"], ["party"]),
        ("limt", ["limit", "offset"], ["limit"]),
        ("municipalty", ["municipality", "body"], ["municipality"]),
        ("reservation", ["has_reservation", "has_vote"], ["has_reservation"]),
        ("colour", ["cursor", "limit"], []),
        ("", ["limit"], []),
        ("!", ["limit"], []),
    ],
)
def test_what_is_like_what_was_typed_is_offered(typed: str, words: list[str], offered: list[str]) -> None:
    assert list(near(typed, words)) == offered


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("utbildningsnämnden", "barn-och-utbildningsnamnden"),
        ("kfm", "kommunfullmaktige"),
        ("ksa", "kommunstyrelsens-arbetsutskott"),
        ("Komunstyrelsen", "kommunstyrelsen"),
    ],
)
def test_what_fits_best_comes_first_and_nothing_is_left_out(typed: str, first: str) -> None:
    ordered = nearest_first(typed, BODIES)
    assert ordered[0] == first and sorted(ordered) == BODIES
