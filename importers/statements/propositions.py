"""Propositions: the alternatives that the chair puts against each other and the one found to have won.

Ordföranden ställer Ludvig Arbins (L) m.fl. yrkande mot avslag och finner bifall till liggande förslag.
"""

from __future__ import annotations

from collections.abc import Sequence

from importers.blocks import Block
from importers.bundle import Doubt, Proposition, Role
from importers.cleaning import fold
from importers.doubts import DoubtCode, doubt
from importers.passage import Passage, sentences
from importers.patterns.propositions import EACH_OTHER, FOUND, PUT_AGAINST


def read_propositions(blocks: Sequence[Block]) -> tuple[tuple[Proposition, ...], tuple[Doubt, ...]]:
    """The section's propositions, with doubts: a sentence that says neither, a winner that was not put."""
    found: list[Proposition] = []
    doubts: list[Doubt] = []
    for block in blocks:
        for sentence in sentences(block.body):
            proposition = proposition_of(sentence)
            if proposition is None:
                doubts.append(
                    doubt(DoubtCode.SENTENCE_NOT_READ, role=Role.PROPOSITION.value, sources=[sentence.source()])
                )
                continue
            found.append(proposition)
            if proposition.alternatives and proposition.winner and not _was_put(proposition):
                doubts.append(doubt(DoubtCode.WINNER_NOT_PUT, winner=proposition.winner, sources=[sentence.source()]))
    return tuple(found), tuple(doubts)


def proposition_of(sentence: Passage) -> Proposition | None:
    """What the sentence says was put, found, or both; `None` if neither."""
    put, won = PUT_AGAINST.search(sentence.text), FOUND.search(sentence.text)
    if put is None and won is None:
        return None
    alternatives: tuple[str, ...] = ()
    if put is not None:
        second = () if EACH_OTHER.match(put["second"].strip()) else (put["second"].strip(),)
        alternatives = (put["first"].strip(), *second)
    winner = won["winner"].strip() if won else None
    return Proposition(text=sentence.text, source=sentence.source(), alternatives=alternatives, winner=winner)


def _was_put(proposition: Proposition) -> bool:
    winner = fold(proposition.winner or "")
    return any(winner in fold(one) or fold(one) in winner for one in proposition.alternatives)
