"""Parties in square brackets or between commas: "Anna Ek [S]" and "Anna Ek, s, yrkar" name one as "Anna Ek (S)" does.

The reader's rules look for round ones. Where the pages print parties in one of these ways and none in round brackets, the
lines are given as if they had been round; places stay what they are.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from importers.patterns.people import (
    NAME_BEFORE_PARTY,
    PARTY_AFTER_COMMA,
    PARTY_IN_SQUARE,
    PARTY_OF_THE_RIKSDAG,
)
from importers.pdf.page import Word
from importers.text.layout import Line

_SEVERAL = 3  # parties
_LONGEST = 4  # letters of a party and the sign behind it


def in_round_brackets(pages: Sequence[Sequence[Line]]) -> list[tuple[Line, ...]]:
    """The lines of each page, parties in round brackets."""
    words = [word for lines in pages for line in lines for word in line.words]
    if any(word.text[0] == "(" and PARTY_OF_THE_RIKSDAG.match(word.text.upper()) for word in words):
        return [tuple(lines) for lines in pages]
    if _in_square(words):
        return [tuple(_rounded(line) for line in lines) for lines in pages]
    if sum(1 for lines in pages for line in lines for _ in _between_commas(line)) >= _SEVERAL:
        return [tuple(_without_commas(lines)) for lines in pages]
    return [tuple(lines) for lines in pages]


def _in_square(words: Iterable[Word]) -> bool:
    """Whether several parties stand in square brackets."""
    return sum(word.text[0] == "[" and PARTY_OF_THE_RIKSDAG.match(_round(word).text) is not None for word in words) >= (
        _SEVERAL
    )


def _rounded(line: Line) -> Line:
    if not any("[" in word.text for word in line.words):
        return line
    return line.part([_round(word) for word in line.words])


def _round(word: Word) -> Word:
    match = PARTY_IN_SQUARE.match(word.text) if "[" in word.text else None
    return word._replace(text=f"({match['party']}){match['rest']}") if match else word


def _between_commas(line: Line) -> Iterator[int]:
    """Where in the line a party stands behind somebody's name and a comma: "Anna Ek, s, yrkar"."""
    for at, (before, word) in enumerate(pairwise(line.words)):
        if len(word.text) <= _LONGEST and PARTY_AFTER_COMMA.match(word.text) and NAME_BEFORE_PARTY.match(before.text):
            yield at + 1


def _without_commas(lines: Sequence[Line]) -> Iterator[Line]:
    """The lines, such parties in brackets; the comma behind stays where the next name follows."""
    for line, below in zip(lines, [*lines[1:], None], strict=True):
        words = list(line.words)
        for at in _between_commas(line):
            party = PARTY_AFTER_COMMA.match(words[at].text)
            after = words[at + 1] if at + 1 < len(words) else below.words[0] if below else None
            rest = party["rest"] if party else ""
            stays = rest != "," or (after is not None and after.text[:1].isupper())
            words[at - 1] = words[at - 1]._replace(text=words[at - 1].text.rstrip(","))
            words[at] = words[at]._replace(text=f"({party['party'] if party else ''}){rest if stays else ''}")
        yield line.part(words) if words != list(line.words) else line
