"""The word diff: what is shown reads as both texts, and marks no more than need be."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.register.wording import Change, runs
from tests.timing import LONGER, MOST_TIMES, growth, seconds

TEXTS = st.lists(st.sampled_from(["att", "avslå", "besvara", "motionen", "och", "uppdra"]), max_size=12).map(" ".join)


def told(before: str, after: str) -> list[tuple[str, str]]:
    return [(run.change.value, run.text) for run in runs(before, after)]


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("", "", []),
        ("att avslå motionen", "att avslå  motionen", [("same", "att avslå motionen")]),
        (
            "att avslå motionen",
            "att besvara motionen",
            [("same", "att"), ("removed", "avslå"), ("added", "besvara"), ("same", "motionen")],
        ),
        ("", "att besvara motionen", [("added", "att besvara motionen")]),
        ("att avslå motionen", "", [("removed", "att avslå motionen")]),
        (
            "planterar minst fem träd",
            "planterar träd varje år",
            [("same", "planterar"), ("removed", "minst fem"), ("same", "träd"), ("added", "varje år")],
        ),
    ],
)
def test_a_change_of_words(before: str, after: str, expected: list[tuple[str, str]]) -> None:
    assert told(before, after) == expected


@given(TEXTS, TEXTS)
def test_what_is_shown_reads_as_both_texts(before: str, after: str) -> None:
    shown = runs(before, after)
    assert " ".join(run.text for run in shown if run.change is not Change.ADDED) == before
    assert " ".join(run.text for run in shown if run.change is not Change.REMOVED) == after
    assert all(one.change is not other.change for one, other in itertools.pairwise(shown))


@given(TEXTS)
def test_a_text_is_the_same_as_itself(text: str) -> None:
    assert told(text, text) == ([("same", text)] if text else [])


def test_long_texts_are_replaced_whole_rather_than_compared_for_ever() -> None:
    def texts(words: int) -> tuple[str, str]:
        return ("x " * words + "a").strip(), ("b " + "y " * words).strip()

    def took(words: int) -> float:
        before, after = texts(words)
        return seconds(lambda: runs(before, after))

    assert [run.change for run in runs(*texts(20_000))] == [Change.REMOVED, Change.ADDED]
    assert growth(lambda: took(10_000), lambda: took(LONGER * 10_000)) <= MOST_TIMES
