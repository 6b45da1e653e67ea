"""Patterns tried in order at the start of a text: only those that can begin with its first sign.

    role_at = Table(HEADINGS)
    role_at.rows("Yrkanden")        the rows whose pattern may match a text that begins with "Y", in their order

Nearly every line of minutes is asked whether it is one of twenty headings, and two of these begin as it does.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from re import _constants as ops  # type: ignore[attr-defined] # as in prefilter.py
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any, Generic, TypeVar

from importers.patterns.pattern import Pattern
from importers.patterns.prefilter import lowered

_Value = TypeVar("_Value")
_REPEATS = (ops.MAX_REPEAT, ops.MIN_REPEAT, ops.POSSESSIVE_REPEAT)
_WITHOUT_WIDTH = (ops.AT, ops.ASSERT, ops.ASSERT_NOT)
_WIDEST = 100  # signs of a range that are counted one by one
_SIGNS = 1_024  # first signs whose rows are kept


class Table(Generic[_Value]):
    """Values and the patterns that stand for them."""

    def __init__(self, rows: Iterable[tuple[_Value, Pattern]]) -> None:
        self._rows = tuple((value, pattern, first_signs(pattern.regex)) for value, pattern in rows)
        self._beginning = lru_cache(maxsize=_SIGNS)(self._begin)

    def rows(self, text: str) -> Sequence[tuple[_Value, Pattern]]:
        """Those whose pattern's `match` may match the text."""
        return self._beginning(text[:1])

    def _begin(self, sign: str) -> Sequence[tuple[_Value, Pattern]]:
        return tuple(
            (value, pattern)
            for value, pattern, signs in self._rows
            if signs is None or (lowered(sign) if pattern.regex.flags & re.IGNORECASE else sign) in signs
        )

    def first(self, text: str) -> _Value | None:
        """The value of the first pattern that matches at the start of the text."""
        for value, pattern in self._beginning(text[:1]):
            if pattern.match(text):
                return value
        return None


def first_signs(regex: re.Pattern[str]) -> frozenset[str] | None:
    """The signs that a match can begin with, in lower case where case is ignored; `None` where it may be any, or none."""
    signs, empty = _first(parser.parse(regex.pattern, regex.flags & re.IGNORECASE))
    if signs is None or empty:
        return None
    return frozenset(map(lowered, signs)) if regex.flags & re.IGNORECASE else frozenset(signs)


_First = tuple[set[str] | None, bool]  # the signs that it can begin with, and whether it may match no sign at all


def _first(sequence: Iterable[Any]) -> _First:
    signs = set[str]()
    for op, what in sequence:
        if op in _WITHOUT_WIDTH:
            continue
        more, empty = _first_of(op, what)
        if more is None:
            return None, False
        signs |= more
        if not empty:
            return signs, False
    return signs, True


def _first_of(op: Any, what: Any) -> _First:
    if op in (ops.LITERAL, ops.IN):
        return _first_in(what if op is ops.IN else [(op, what)]), False
    if op is ops.SUBPATTERN or op is ops.ATOMIC_GROUP:
        *flags, inner = what[1:] if op is ops.SUBPATTERN else (what,)
        return (None, False) if any(flags) else _first(inner)
    if op in _REPEATS:
        signs, empty = _first(what[2])
        return signs, empty or what[0] == 0
    if op is ops.BRANCH:
        each = [_first(branch) for branch in what[1]]
        signs = None if any(one is None for one, _ in each) else set[str]().union(*(one or () for one, _ in each))
        return signs, any(empty for _, empty in each)
    return None, False


def _first_in(members: Iterable[Any]) -> set[str] | None:
    """The signs of a class: none that is told by what it is not, or by a category."""
    signs = set[str]()
    for op, what in members:
        if op is ops.LITERAL:
            signs.add(chr(what))
        elif op is ops.RANGE and what[1] - what[0] < _WIDEST:
            signs |= set(map(chr, range(what[0], what[1] + 1)))
        else:
            return None
    return signs
