"""Yrkanden: who moves what.

Therez Almerfors (M), Jennie Claesson (L), och Jonas Segersam (KD) yrkar bifall till motionen.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from importers.blocks import Block
from importers.bundle import Doubt, Role, Stance, Yrkande
from importers.doubts import DoubtCode, doubt
from importers.passage import Passage, sentences
from importers.patterns.people import AND_OTHERS
from importers.patterns.yrkanden import FIRST_RANK, MOVES, SECOND_RANK, STANCES
from importers.statements.people import subject_of


def read_yrkanden(blocks: Sequence[Block]) -> tuple[tuple[Yrkande, ...], tuple[Doubt, ...]]:
    """The section's yrkanden, and a doubt for each sentence that names people but moves nothing we know."""
    found: list[Yrkande] = []
    doubts: list[Doubt] = []
    for block in blocks:
        for sentence in sentences(block.body):
            yrkande = yrkande_of(sentence)
            if yrkande is not None:
                found.append(yrkande)
            else:
                doubts.append(doubt(DoubtCode.SENTENCE_NOT_READ, role=Role.YRKANDEN.value, sources=[sentence.source()]))
    return tuple(found), tuple(doubts)


def yrkande_of(sentence: Passage) -> Yrkande | None:
    """The yrkande that a sentence makes, or `None`: without a verb of moving or without a mover it makes none."""
    verb = MOVES.search(sentence.text)
    if verb is None:
        return None
    movers, parties, group = subject_of(sentence, verb.start())
    if not (movers or parties or group):
        return None
    rest = sentence.text[verb.end() :]
    stance, target = stance_of(rest)
    return Yrkande(
        stance=stance,
        text=sentence.text,
        source=sentence.source(),
        movers=movers,
        parties=parties,
        group=group,
        m_fl=bool(AND_OTHERS.search(sentence.text[: verb.start()])),
        target=target,
        rank=1 if FIRST_RANK.search(rest) else 2 if SECOND_RANK.search(rest) else None,
    )


def stance_of(rest: str) -> tuple[Stance, str | None]:
    """What is moved, and on what: " bifall till motionen." gives `(BIFALL, "motionen")`.

    Of several stances in one sentence the first counts. `OTHER` where none is known.
    """
    found: list[tuple[int, int, Stance, re.Match[str]]] = []
    for order, (stance, pattern) in enumerate(STANCES):
        if match := pattern.search(rest):
            found.append((match.start(), order, stance, match))
    if not found:
        return Stance.OTHER, None
    _, _, stance, match = min(found, key=lambda one: one[:2])
    target = next((words for words in match.groupdict().values() if words), None)
    return stance, target.strip(" .,;") if target else None
