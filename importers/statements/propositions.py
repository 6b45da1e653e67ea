"""Propositions: the alternatives that the chair puts against each other and the one found to have won.

Ordföranden ställer Ludvig Arbins (L) m.fl. yrkande mot avslag och finner bifall till liggande förslag.
"""

from __future__ import annotations

from collections.abc import Sequence

from importers.bundle import Doubt, Outcome, Proposition, Role
from importers.doubts import DoubtCode, doubt
from importers.patterns.propositions import (
    ADJECTIVES,
    AND_AGAINST,
    CONTEXT,
    EACH_OTHER,
    FOUND,
    PARTED,
    POINTS_BACK,
    PUT_AGAINST,
    PUT_EACH,
    REJECTED,
)
from importers.text.blocks import Block
from importers.text.cleaning import fold
from importers.text.passage import Passage, sentences


def read_propositions(blocks: Sequence[Block]) -> tuple[tuple[Proposition, ...], tuple[Doubt, ...]]:
    """The section's propositions, with doubts: a sentence that says neither, a winner that was not put."""
    found: list[Proposition] = []
    doubts: list[Doubt] = []
    for block in blocks:
        for sentence in sentences(block.body):
            proposition = proposition_of(sentence)
            if proposition is not None:
                found.append(proposition)
                doubts += winner_doubts(proposition)
            elif not says_neither(sentence):
                role = Role.PROPOSITION.value
                doubts.append(doubt(DoubtCode.SENTENCE_NOT_READ, role=role, sources=[sentence.source()]))
    return tuple(found), tuple(doubts)


def winner_doubts(proposition: Proposition) -> list[Doubt]:
    """The doubt that the winner was not among the alternatives put, where it was not."""
    if not _never_put(proposition):
        return []
    return [doubt(DoubtCode.WINNER_NOT_PUT, winner=proposition.winner, sources=[proposition.source])]


def says_neither(sentence: Passage) -> bool:
    """Whether the sentence is one of a beslutsgång that puts and finds nothing: "Omröstning begärs." """
    return bool(CONTEXT.search(sentence.text))


def proposition_of(sentence: Passage) -> Proposition | None:
    """What the sentence says was put, found, or both; `None` if neither."""
    put = PUT_AGAINST.search(sentence.text) or PUT_EACH.search(sentence.text)
    alternatives = alternatives_in(sentence.text)
    winner = _winner(sentence.text, alternatives)
    if put is None and winner is None:
        return None
    return Proposition(text=sentence.text, source=sentence.source(), alternatives=alternatives, winner=winner)


def alternatives_in(text: str) -> tuple[str, ...]:
    """What is put against what, as printed; nothing where the sentence only speaks of "förslagen" or "yrkandena"."""
    if put := PUT_AGAINST.search(text):
        second = [part.strip() for part in AND_AGAINST.regex.split(put["second"])]
        return () if EACH_OTHER.match(second[0]) else (put["first"].strip(), *second)
    put = PUT_EACH.search(text)
    parted = PARTED.match(put["what"]) if put else None
    return (parted["first"].strip(), parted["second"].strip()) if parted else ()


def _winner(text: str, alternatives: tuple[str, ...]) -> str | None:
    for pattern in FOUND:
        match = pattern.search(text)
        if match is None:
            continue
        if winner := match.groupdict().get("winner"):
            return None if POINTS_BACK.match(winner.strip()) else winner.strip()
        side = ADJECTIVES[match["adjective"]].value
        return next((one for one in alternatives if one.startswith(side)), side)
    rejects = [one for one in alternatives if one.startswith(Outcome.AVSLAG.value)]
    return rejects[0] if len(rejects) == 1 and REJECTED.search(text) else None


def _never_put(proposition: Proposition) -> bool:
    if not proposition.alternatives or proposition.winner is None:
        return False
    winner = {word[:5] for word in proposition.winner.casefold().split()}
    words = [{word[:5] for word in one.casefold().split()} for one in proposition.alternatives]
    return not any(
        _shares(fold(proposition.winner), winner, fold(one), other)
        for one, other in zip(proposition.alternatives, words, strict=True)
    )


def _shares(winner: str, winner_words: set[str], one: str, words: set[str]) -> bool:
    """Whether the winner is that alternative in other words: "avgöra ärendet idag" is "ärendets avgörande idag"."""
    return winner in one or one in winner or len(winner_words & words) >= min(2, len(winner_words))
