"""A regular expression that wears its catch.

    CASE_NUMBER = Pattern(r"…", catches=("KSN-2023-03553", "0214/21"), leaves=("SOU 2024:34",))

Every pattern is linear: repetitions are bounded, and no two neighbours can match the same sign. A test finds each
pattern by itself, and holds it to its catches, to what it must leave alone, and to its time on pumped strings.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from importers.patterns.prefilter import compiled

REGISTER: list[Pattern] = []
_FEW = 20  # first signs: fewer than the capitals
_Find = Callable[..., re.Match[str] | None]
_FindAll = Callable[..., Iterator[re.Match[str]]]


class Pattern:
    """`re` with examples. `catches` are found by `search`, `leaves` are not.

    Patterns are tried a hundred thousand times a file, and find something in few texts: `re`'s own methods are tried only
    where they may.
    """

    def __init__(
        self, regex: str, *, catches: tuple[str, ...], leaves: tuple[str, ...] = (), ignore_case: bool = False
    ) -> None:
        self.regex, needs = compiled(regex, re.IGNORECASE if ignore_case else 0)
        self.search: _Find = needs.anywhere(self.regex)
        self.finditer: _FindAll = needs.before(self.regex.finditer, iter(()))
        self.match: _Find = self.regex.match  # fails at the first sign, where few can be that and each is in one case
        self.fullmatch: _Find = self.regex.fullmatch
        if ignore_case or not 0 < len(needs.firsts) <= _FEW:
            self.match, self.fullmatch = needs.before(self.match, None), needs.before(self.fullmatch, None)
        self.firsts, self.ignores_case = needs.firsts, needs.lowers
        self.text = regex
        self.catches = catches
        self.leaves = leaves
        REGISTER.append(self)

    def __repr__(self) -> str:
        return f"Pattern({self.text[:60]!r})"
