"""Reservations: who is against the decision, and for what.

Närvarande ledamöter (M) och (KD) reserverar sig mot beslutet till förmån för Therez Almerfors (M) med fleras yrkande …
"""

from __future__ import annotations

from collections.abc import Sequence

from importers.blocks import Block
from importers.bundle import Doubt, Reservation, Role
from importers.doubts import DoubtCode, doubt
from importers.passage import Passage, sentences
from importers.patterns.reservations import IN_FAVOUR_OF, RESERVES, WRITTEN
from importers.statements.people import subject_of


def read_reservations(blocks: Sequence[Block]) -> tuple[tuple[Reservation, ...], tuple[Doubt, ...]]:
    """The section's reservations, and a doubt for each sentence that is none."""
    found: list[Reservation] = []
    doubts: list[Doubt] = []
    for block in blocks:
        for sentence in sentences(block.body):
            reservation = reservation_of(sentence)
            if reservation is not None:
                found.append(reservation)
            else:
                doubts.append(
                    doubt(DoubtCode.SENTENCE_NOT_READ, role=Role.RESERVATION.value, sources=[sentence.source()])
                )
    return tuple(found), tuple(doubts)


def reservation_of(sentence: Passage) -> Reservation | None:
    """The reservation that the sentence states, or `None`. A group stays a group: nobody is read out of "(M) och (KD)"."""
    verb = RESERVES.search(sentence.text)
    if verb is None:
        return None
    people, parties, group = subject_of(sentence, verb.start())
    if not (people or parties or group):
        return None
    favoured = IN_FAVOUR_OF.search(sentence.text)
    return Reservation(
        text=sentence.text,
        source=sentence.source(),
        people=people,
        parties=parties,
        group=group,
        in_favour_of=favoured["what"].strip() if favoured else None,
        written=bool(WRITTEN.search(sentence.text)),
    )
