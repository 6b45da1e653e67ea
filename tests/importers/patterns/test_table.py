"""A table gives what trying each of its patterns gives, though it tries those alone that can begin as the text does."""

from __future__ import annotations

import importers.read  # noqa: F401 - all patterns
from importers.patterns.pattern import REGISTER
from importers.patterns.table import Table


def test_each_pattern_matches_what_it_matches_alone() -> None:
    table = Table((pattern, pattern) for pattern in REGISTER)
    other_cases = str.maketrans({"i": "ı", "I": "İ", "s": "ſ", "S": "ſ", "k": "\u212a", "K": "\u212a", "å": "\u212b"})
    catches = {catch for pattern in REGISTER for catch in pattern.catches}
    texts = ["", *(dress for text in catches for dress in (text, text.upper(), text.translate(other_cases)))]
    beginning = {text: {pattern for pattern in REGISTER if pattern.match(text)} for text in texts[::7]}
    assert {text: {one for one, pattern in table.rows(text) if pattern.match(text)} for text in beginning} == beginning
