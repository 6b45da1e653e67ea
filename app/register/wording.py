"""How the words of a proposal changed from one body to the next: runs of words that are the same, added or removed.

By hand, since difflib does not find the fewest changes.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby

# The table of common words takes the product of both lengths; longer texts are shown as replaced whole.
_MOST = 1_000_000


class Change(StrEnum):
    SAME = "same"
    REMOVED = "removed"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class Run:
    """Words in a row that share a fate."""

    change: Change
    text: str


def runs(before: str, after: str) -> list[Run]:
    """`runs("att avslå motionen", "att besvara motionen")` → same `att`, removed `avslå`, added `besvara`, same `motionen`.

    Without the added runs it reads as `before`, without the removed as `after`, white space apart.
    """
    old, new = before.split(), after.split()
    start = _alike(old, new)
    end = _alike(old[start:][::-1], new[start:][::-1])
    middle = _changes(old[start : len(old) - end], new[start : len(new) - end])
    words = [
        *((Change.SAME, word) for word in old[:start]),
        *middle,
        *((Change.SAME, word) for word in old[len(old) - end :]),
    ]
    return [Run(change, " ".join(word for _, word in group)) for change, group in groupby(words, key=lambda w: w[0])]


def _alike(old: Sequence[str], new: Sequence[str]) -> int:
    """How many words the two begin with in common."""
    return next((n for n, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), min(len(old), len(new)))


def _changes(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[Change, str]]:
    """Each word with its fate, the removed before the added; as few of both as can be."""
    if len(old) * len(new) > _MOST:
        yield from ((Change.REMOVED, word) for word in old)
        yield from ((Change.ADDED, word) for word in new)
        return
    common = _common(old, new)
    i = j = 0
    added: list[str] = []
    while i < len(old) or j < len(new):
        if i < len(old) and j < len(new) and old[i] == new[j]:
            yield from ((Change.ADDED, word) for word in added)
            added.clear()
            yield Change.SAME, old[i]
            i, j = i + 1, j + 1
        elif j == len(new) or (i < len(old) and common[i + 1][j] >= common[i][j + 1]):
            yield Change.REMOVED, old[i]
            i += 1
        else:
            added.append(new[j])
            j += 1
    yield from ((Change.ADDED, word) for word in added)


def _common(old: Sequence[str], new: Sequence[str]) -> list[list[int]]:
    """How many words the tails from i and j have in common, in order."""
    table = [[0] * (len(new) + 1) for _ in range(len(old) + 1)]
    for i in range(len(old) - 1, -1, -1):
        row, below = table[i], table[i + 1]
        for j in range(len(new) - 1, -1, -1):
            row[j] = below[j + 1] + 1 if old[i] == new[j] else max(below[j], row[j + 1])
    return table
