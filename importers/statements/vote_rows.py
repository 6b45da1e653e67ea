"""A row of a list of votes: whose it is, and under which heading a mark of it stands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import TypeVar

from importers.bundle import Person
from importers.patterns.people import BARE_PARTY_AT_END, PERSON_OF_ANY_PARTY, SURNAME_THEN_PARTY
from importers.patterns.vote_rows import BEFORE_ROW, NAME_THEN_SERVES, NOT_OF_NAME, PARTY_THEN_NAME, SMALL_PARTY_AT_END
from importers.patterns.vote_tables import RESULT, ROW_OF_CHAIR, X_MARK
from importers.pdf.page import Word
from importers.statements.people import named_in, person
from importers.text.layout import Line
from importers.text.passage import Passage, passage

_SAME_EDGE = 2.0  # points
_REACH = 0.5  # of the distance between two columns: how far a mark may stand from the middle of its own


def middle(word: Word) -> float:
    """Where the middle of the word stands, in points from the page's left edge."""
    return (word.x0 + word.x1) / 2


_Key = TypeVar("_Key")


def column_of(columns: Mapping[_Key, Word], word: Word) -> _Key | None:
    """The key of the column's heading that the word stands under: the one it begins with, or the nearest in the middle, if it
    is near. `None` where these are two.
    """
    middles = sorted(map(middle, columns.values()))
    least = min(after - before for before, after in pairwise(middles))
    begins = [key for key, head in columns.items() if abs(head.x0 - word.x0) <= _SAME_EDGE]
    nearest, head = min(columns.items(), key=lambda column: abs(middle(column[1]) - middle(word)))
    near = abs(middle(head) - middle(word)) <= _REACH * least
    found = {*begins, *([nearest] if near else [])}
    return found.pop() if len(found) == 1 else None


def who_in_row(line: Line, first_column: float) -> tuple[Person, Passage] | None:
    """The person whose row it is: name and party left of the choices, the party in brackets or in a column; a mark or "Ja" there
    says who was there."""
    words = [
        word
        for word in line.words
        if word.x1 <= first_column and not (X_MARK.match(word.text) or RESULT.match(word.text))
    ]
    return who_of(words, line) if words else None


def who_of(words: Sequence[Word], line: Line) -> tuple[Person, Passage] | None:
    """The person whom the words of a row name; whoever they serve for is nobody in it: "Anna Ek tjg. för Bo Ås (C)   C"."""
    cell = passage([line.part(words)])
    if ranged := NOT_OF_NAME.search(cell.text):
        cell = cell.cut(0, ranged.start())
    if surname := SURNAME_THEN_PARTY.match(cell.text):
        return person(f"{surname['first']} {surname['surname']}", surname["party"] or surname["bracketed"]), cell
    if first := PARTY_THEN_NAME.match(cell.text):
        return person(first["name"], first["party"] or first["bracketed"]), cell.group(first, "whole")
    if leads := ROW_OF_CHAIR.match(cell.text):
        return person(leads["name"], leads["party"] or leads["bracketed"]), cell
    if serves := NAME_THEN_SERVES.match(cell.text):
        return person(serves["name"], serves["party"] or serves["bracketed"]), cell
    named = next(named_in(cell.text, of=PERSON_OF_ANY_PARTY), None)
    if named is not None and BEFORE_ROW.match(cell.text[: named.start]):
        return named.person, cell.cut(named.start, named.end)
    match = BARE_PARTY_AT_END.match(cell.text) or SMALL_PARTY_AT_END.match(cell.text)
    return (person(match["name"], match["party"]), cell) if match else None
