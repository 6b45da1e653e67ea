"""Several words in a row."""

from __future__ import annotations

import pytest

from app.language.lists import listed


@pytest.mark.parametrize(
    ("words", "sentence"),
    [([], ""), (["A"], "A"), (["A", "B"], "A och B"), (["A", "B", "C"], "A, B och C")],
)
def test_words_are_listed_as_a_sentence_lists_them(words: list[str], sentence: str) -> None:
    assert listed(words) == sentence
