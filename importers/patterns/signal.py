"""What a signal is: words that tell of a fact, and which facts may hold them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from importers.doubts import DoubtCode
from importers.patterns.pattern import Pattern


class Fact(StrEnum):
    """The kinds of facts that a § holds, by the key under which the bundle lists them."""

    DECISION = "decisions"
    YRKANDE = "yrkanden"
    PROPOSITION = "propositions"
    VOTE = "votes"
    RESERVATION = "reservations"
    STATEMENT = "statements"
    BASIS = "basis"
    EARLIER = "earlier"
    ANSWER = "answers"
    FIELD = "fields"  # number, title, case numbers, summary, receivers
    DOUBT = "doubts"  # doubted already


@dataclass(frozen=True, slots=True)
class Signal:
    """`pattern` finds the word (its group `word`, else all of it); any fact of `claimed_by` may hold it.

    A word that only announces a fact ("Omröstning begärs.") is `settled_by` one of its kind anywhere in the §.
    """

    code: DoubtCode
    pattern: Pattern
    claimed_by: frozenset[Fact]
    strong: bool = False
    settled_by: Fact | None = None


_ALWAYS = {Fact.DOUBT, Fact.FIELD, Fact.ANSWER}


def by(*facts: Fact) -> frozenset[Fact]:
    """What may hold the word: these, and what always may."""
    return frozenset({*facts, *_ALWAYS})
