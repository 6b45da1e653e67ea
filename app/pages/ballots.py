"""The ballots of a vote by side: which parties stood where, and who."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from app.register.named import with_party
from importers.bundle import BallotChoice


class Chosen(NamedTuple):
    """All who chose the same: how many of each party, the largest first and those of none printed last, and their names."""

    choice: BallotChoice
    parties: list[tuple[str | None, int]]
    names: list[str]


def by_choice(ballots: Iterable[Mapping[str, Any]]) -> list[Chosen]:
    """A vote's ballots as printed, yes first; a choice that nobody made is left out."""
    cast = list(ballots)
    sides = ((choice, [ballot for ballot in cast if ballot["vote"] == choice]) for choice in BallotChoice)
    return [
        Chosen(choice, _parties(side), [with_party(b["name"], b["party"]) for b in side])
        for choice, side in sides
        if side
    ]


def _parties(side: list[Mapping[str, Any]]) -> list[tuple[str | None, int]]:
    counts = Counter(ballot["party"] for ballot in side)
    return sorted(counts.items(), key=lambda pair: (pair[0] is None, -pair[1], pair[0] or ""))
