"""The numbers of §§ as people count them: 9 comes before 10, and 12 A after 12."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise

_COUNTED = re.compile(r"[0-9]{1,9}")
# What a number without digits is sorted by.
NO_DIGITS = 10**9


def item_order(number: str) -> tuple[int, str]:
    """What to sort a §'s number by: `9`, `10`, `10 A`; a number without digits comes last."""
    counted = _COUNTED.search(number)
    return (int(counted[0]) if counted else NO_DIGITS, number)


def missing_numbers(numbers: Iterable[str]) -> list[tuple[int, int]]:
    """The stretches of numbers that are lacking between the first and the last: `3`, `4`, `8` gives (5, 7)."""
    counted = sorted({int(number) for number in numbers if _COUNTED.fullmatch(number)})
    return [(a + 1, b - 1) for a, b in pairwise(counted) if b - a > 1]
