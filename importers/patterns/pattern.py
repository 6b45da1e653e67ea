"""A regular expression that wears its catch.

    CASE_NUMBER = Pattern(r"…", catches=("KSN-2023-03553", "0214/21"), leaves=("SOU 2024:34",))

Every pattern is linear: repetitions are bounded, and no two neighbours can match the same sign. A test finds each
pattern by itself, and holds it to its catches, to what it must leave alone, and to its time on pumped strings.
"""

from __future__ import annotations

import re

REGISTER: list[Pattern] = []


class Pattern:
    """`re` with examples. `catches` are found by `search`, `leaves` are not."""

    def __init__(
        self, regex: str, *, catches: tuple[str, ...], leaves: tuple[str, ...] = (), ignore_case: bool = False
    ) -> None:
        self.regex = re.compile(regex, re.IGNORECASE if ignore_case else 0)
        # `re`'s own methods: patterns are tried a hundred thousand times a file, and a call of ours would double that.
        self.match, self.search = self.regex.match, self.regex.search
        self.fullmatch, self.finditer = self.regex.fullmatch, self.regex.finditer
        self.catches = catches
        self.leaves = leaves
        REGISTER.append(self)

    def __repr__(self) -> str:
        return f"Pattern({self.regex.pattern[:60]!r})"
