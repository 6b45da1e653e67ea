"""The ballots of a vote by side: which parties stood where, and who."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from app.register.named import with_party
from importers.bundle import BallotChoice


class Chosen(NamedTuple):
    """All who chose the same: how many of each party, the largest first and those of none printed last, and their names."""

    choice: BallotChoice
    parties: list[tuple[str | None, int]]
    names: list[str]


class Side(NamedTuple):
    """A party's ballots: how many of each choice. `party` is None of those who have none printed."""

    party: str | None
    counts: dict[BallotChoice, int]


def sides(ballots: Iterable[Mapping[str, Any]]) -> list[Side]:
    """The ballots by party, the largest party first; whoever has no party printed comes last."""
    by_party: dict[str | None, Counter[str]] = defaultdict(Counter)
    for ballot in ballots:
        by_party[ballot["party"]][ballot["vote"]] += 1
    cast = [choice for choice in BallotChoice if any(counts[choice] for counts in by_party.values())]
    rows = [Side(party, {choice: counts[choice] for choice in cast}) for party, counts in by_party.items()]
    return sorted(rows, key=lambda side: (side.party is None, -sum(side.counts.values()), side.party or ""))


def roll(ballots: Iterable[Mapping[str, Any]]) -> list[tuple[BallotChoice, list[Mapping[str, Any]]]]:
    """The ballots as printed by what each chose, yes first; a choice that nobody made is left out."""
    cast = list(ballots)
    chosen = ((choice, [ballot for ballot in cast if ballot["vote"] == choice]) for choice in BallotChoice)
    return [(choice, made) for choice, made in chosen if made]


def unnamed(vote: Mapping[str, Any]) -> list[tuple[BallotChoice, int, int]]:
    """The choices of which the minutes count others than are here by name, where any are: how many they count, and how many
    these are."""
    here = Counter(ballot["vote"] for ballot in vote["ballots"])
    counted = ((choice, vote[choice.value]) for choice in BallotChoice)
    return [(c, n, here[c]) for c, n in counted if here and n is not None and n != here[c]]


def most_votes(vote: Mapping[str, Any]) -> str | None:
    """On which side more voted, as the minutes count them: `yes`, `no` or `tie`; None where they do not count both. What was
    decided may be the other (a third of the votes sends a matter back)."""
    yes, no = vote["yes"], vote["no"]
    if yes is None or no is None:
        return None
    return "tie" if yes == no else "yes" if yes > no else "no"


def by_choice(ballots: Iterable[Mapping[str, Any]]) -> list[Chosen]:
    """A vote's ballots as printed, yes first; a choice that nobody made is left out."""
    return [
        Chosen(choice, _parties(made), [with_party(b["name"], b["party"]) for b in made])
        for choice, made in roll(ballots)
    ]


def _parties(side: list[Mapping[str, Any]]) -> list[tuple[str | None, int]]:
    counts = Counter(ballot["party"] for ballot in side)
    return sorted(counts.items(), key=lambda pair: (pair[0] is None, -pair[1], pair[0] or ""))
