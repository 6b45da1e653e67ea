"""The words of a proposal beside those of the proposal before it, clause by clause."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher
from itertools import zip_longest
from typing import NamedTuple

from app.register.wording import Run, runs
from app.schemas.rows import Worded

# Clauses less alike than this are not sought out as versions of each other.
_ALIKE = 0.3
# Beyond these, clauses are paired in order, and likeness is judged by how a clause begins.
_MOST_PAIRS, _WORDS = 900, 60


class Pair(NamedTuple):
    """A clause and the one in whose place it stands; one of them is empty where none does."""

    before: str
    after: str
    runs: list[Run]


class Beside(NamedTuple):
    """One station's proposal beside that of another (`step_id`)."""

    step_id: str
    pairs: list[Pair]

    @property
    def unchanged(self) -> bool:
        """Whether every clause is as it was."""
        return all(pair.before.split() == pair.after.split() for pair in self.pairs)


def side_by_side(worded: Sequence[Worded]) -> dict[str, list[Beside]]:
    """For each station's step the proposals that it is compared with. What a motion asks for is no proposal of a body's, and
    is compared with none: a station that follows it alone stands by itself."""
    texts = {one["step_id"]: one["text"] for one in worded}
    motions = {one["step_id"] for one in worded if one["kind"] == "motion"}
    return {
        one["step_id"]: [
            Beside(other["step_id"], _pairs(texts[other["step_id"]], one["text"]))
            for other in one["compared"]
            if other["step_id"] not in motions
        ]
        for one in worded
    }


def _pairs(before: str, after: str) -> list[Pair]:
    """The clauses of both in order, each with the one that is most like it and stands after those paired before; what lies between
    two that are paired stands side by side in its order, like or not."""
    old, new = before.split("\n"), after.split("\n")
    if len(old) * len(new) > _MOST_PAIRS:
        return _in_order(old, new)
    pairs: list[Pair] = []
    unlike: list[str] = []
    start = 0
    for clause in new:
        likeness = [(_likeness(other, clause), -n) for n, other in enumerate(old[start:], start)]
        best, place = max(likeness, default=(0.0, 0))
        if best < _ALIKE:
            unlike.append(clause)
            continue
        pairs += _in_order(old[start:-place], unlike)
        pairs.append(Pair(old[-place], clause, runs(old[-place], clause)))
        start, unlike = 1 - place, []
    return pairs + _in_order(old[start:], unlike)


def _in_order(old: Sequence[str], new: Sequence[str]) -> list[Pair]:
    return [Pair(one, other, runs(one, other)) for one, other in zip_longest(old, new, fillvalue="")]


def _likeness(one: str, other: str) -> float:
    """How much of two clauses is in common, by words: 0 to 1."""
    first, second = (text.casefold().split()[:_WORDS] for text in (one, other))
    return SequenceMatcher(None, first, second, autojunk=False).ratio()
