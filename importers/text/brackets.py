"""Parties in square brackets: "Anna Ek [S]" names one as "Anna Ek (S)" does.

The reader's rules look for round ones. Where the pages print parties in square brackets and none in round ones, the lines are
given as if they had been round; places stay what they are.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from importers.patterns.people import PARTY_IN_SQUARE, PARTY_OF_THE_RIKSDAG
from importers.pdf.page import Word
from importers.text.layout import Line

_SEVERAL = 3  # parties


def in_round_brackets(pages: Sequence[Sequence[Line]]) -> list[tuple[Line, ...]]:
    """The lines of each page, parties in round brackets."""
    if not _in_square(word for lines in pages for line in lines for word in line.words):
        return [tuple(lines) for lines in pages]
    return [tuple(_rounded(line) for line in lines) for lines in pages]


def _in_square(words: Iterable[Word]) -> bool:
    """Whether several parties stand in square brackets, and none in round ones."""
    square = 0
    for word in words:
        if word.text[0] not in "[(":
            continue
        if PARTY_OF_THE_RIKSDAG.match(_round(word).text):
            if "(" in word.text:
                return False
            square += 1
    return square >= _SEVERAL


def _rounded(line: Line) -> Line:
    if not any("[" in word.text for word in line.words):
        return line
    return line.part([_round(word) for word in line.words])


def _round(word: Word) -> Word:
    match = PARTY_IN_SQUARE.match(word.text) if "[" in word.text else None
    return word._replace(text=f"({match['party']}){match['rest']}") if match else word
