"""Whether words are Swedish, told at a glance where it shows and by their letters where it does not."""

from __future__ import annotations

import pytest

from importers.pdf.swedish import is_swedish

_SENTENCE = [
    "Nämnden",
    "beslutar",
    "att",
    "bifalla",
    "motionen",
    "och",
    "att",
    "avslå",
    "förslaget",
    "om",
    "en",
    "ny",
    "väg",
]
_SHOUTED = [f"”{word.upper()}”," for word in _SENTENCE]
_ENGLISH = ["The", "committee", "decides", "to", "approve", "these", "proposals", "without", "further", "discussion"]
_NUMBERS = [str(number) for number in range(500)]


@pytest.mark.parametrize(
    ("words", "swedish"),
    [
        (_SENTENCE * 5, True),
        (_SHOUTED * 5, True),
        (_SENTENCE * 5 + _NUMBERS, True),
        (_SENTENCE * 5 + _ENGLISH * 60, False),
        (_ENGLISH * 6, False),
        (_ENGLISH * 6 + ["§"] * 20, False),
        (_SENTENCE + _NUMBERS, None),
        ([], None),
    ],
)
def test_whether_words_are_swedish(words: list[str], swedish: bool | None) -> None:
    assert is_swedish(iter(words)) is swedish
