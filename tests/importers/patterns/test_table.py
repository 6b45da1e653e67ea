"""A table gives what trying each of its patterns gives, though it tries those alone that can begin as the text does."""

from __future__ import annotations

import re

import pytest

import importers.read  # noqa: F401 - all patterns
from importers.patterns.pattern import REGISTER
from importers.patterns.table import Table, first_signs


@pytest.mark.parametrize(
    ("regex", "flags", "signs"),
    [
        (r"^(?:Beslut|(?:eget )?yrkande)", 0, "Bey"),
        (r"^(?:Beslut|eget)", re.IGNORECASE, "be"),
        (r"\b[A-CÅ]\w", 0, "ABCÅ"),
        (r"(?: ?/)?n", 0, " /n"),
        (r"(?=B)(?!Bo)[AB]", 0, "AB"),
        (r"(?:ja)?", 0, None),
        (r"\d§", 0, None),
        (r"[^a]", 0, None),
        (r".a", 0, None),
        (r"(?i:ja)|nej", 0, None),
    ],
)
def test_the_signs_that_a_match_can_begin_with(regex: str, flags: int, signs: str | None) -> None:
    assert first_signs(re.compile(regex, flags)) == (None if signs is None else frozenset(signs))


def test_each_pattern_matches_what_it_matches_alone() -> None:
    table = Table((pattern, pattern) for pattern in REGISTER)
    other_cases = str.maketrans({"i": "ı", "I": "İ", "s": "ſ", "S": "ſ", "k": "\u212a", "K": "\u212a", "å": "\u212b"})
    catches = {catch for pattern in REGISTER for catch in pattern.catches}
    texts = ["", *(dress for text in catches for dress in (text, text.upper(), text.translate(other_cases)))]
    beginning = {text: {pattern for pattern in REGISTER if pattern.match(text)} for text in texts[::7]}
    assert {text: {one for one, pattern in table.rows(text) if pattern.match(text)} for text in beginning} == beginning
