"""Patterns tried in order at the start of a text: only those that can begin with its first sign.

    role_at = Table(HEADINGS)
    role_at.rows("Yrkanden")        the rows whose pattern may match a text that begins with "Y", in their order

Nearly every line of minutes is asked whether it is one of twenty headings, and two of these begin as it does.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Generic, TypeVar

from importers.patterns.pattern import Pattern
from importers.patterns.prefilter import lowered

_Value = TypeVar("_Value")
_SIGNS = 1_024  # first signs whose rows are kept


class Table(Generic[_Value]):
    """Values and the patterns that stand for them."""

    def __init__(self, rows: Iterable[tuple[_Value, Pattern]]) -> None:
        self._rows = tuple(rows)
        self._beginning = lru_cache(maxsize=_SIGNS)(self._begin)

    def rows(self, text: str) -> Sequence[tuple[_Value, Pattern]]:
        """Those whose pattern's `match` may match the text."""
        return self._beginning(text[:1])

    def _begin(self, sign: str) -> Sequence[tuple[_Value, Pattern]]:
        low = lowered(sign)
        return tuple(
            (value, pattern)
            for value, pattern in self._rows
            if not pattern.firsts or (low if pattern.ignores_case else sign) in pattern.firsts
        )

    def first(self, text: str) -> _Value | None:
        """The value of the first pattern that matches at the start of the text."""
        for value, pattern in self._beginning(text[:1]):
            if pattern.match(text):
                return value
        return None
