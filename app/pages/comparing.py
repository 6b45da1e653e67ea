"""The words of a proposal beside those of the proposal before it, clause by clause."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher
from itertools import zip_longest
from typing import NamedTuple

from app.register.wording import Run, runs
from app.schemas.rows import Worded

# Clauses less alike than this are no versions of each other: one went, another came.
_ALIKE = 0.3
# Beyond these, clauses are paired in order, and likeness is judged by how a clause begins.
_MOST_PAIRS, _WORDS = 900, 60


class Pair(NamedTuple):
    """A clause and the one that it came of; one of them is empty where it went, or is new."""

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
    """The clauses of both in order, each with the one that is most like it and stands after those paired before."""
    old, new = before.split("\n"), after.split("\n")
    if len(old) * len(new) > _MOST_PAIRS:
        return [Pair(one, other, runs(one, other)) for one, other in zip_longest(old, new, fillvalue="")]
    pairs: list[Pair] = []
    start = 0
    for clause in new:
        likeness = [(_likeness(other, clause), -n) for n, other in enumerate(old[start:], start)]
        best, place = max(likeness, default=(0.0, 0))
        if best < _ALIKE:
            pairs.append(Pair("", clause, runs("", clause)))
            continue
        pairs += [Pair(gone, "", runs(gone, "")) for gone in old[start:-place]]
        pairs.append(Pair(old[-place], clause, runs(old[-place], clause)))
        start = 1 - place
    return pairs + [Pair(gone, "", runs(gone, "")) for gone in old[start:]]


def _likeness(one: str, other: str) -> float:
    """How much of two clauses is in common, by words: 0 to 1."""
    first, second = (text.casefold().split()[:_WORDS] for text in (one, other))
    return SequenceMatcher(None, first, second, autojunk=False).ratio()
