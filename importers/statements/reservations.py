"""Reservations: who is against the decision, and for what.

Närvarande ledamöter (M) och (KD) reserverar sig mot beslutet till förmån för Therez Almerfors (M) med fleras yrkande …
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from importers.bundle import Doubt, Reservation, Role
from importers.doubts import DoubtCode, doubt
from importers.patterns.reservations import (
    GIVES_REASONS,
    GIVES_RESERVATION,
    IN_FAVOUR_OF,
    NOT_SUBJECT,
    REPORTED,
    RESERVATION_FROM,
    RESERVES,
    WRITTEN,
)
from importers.statements.people import Subject, subject_behind, subject_of
from importers.text.blocks import Block
from importers.text.passage import Passage, join, sentences


def read_reservations(blocks: Sequence[Block]) -> tuple[tuple[Reservation, ...], tuple[Doubt, ...]]:
    """The section's reservations, and a doubt for each sentence that is none.

    What follows one that gives its reasons ("… med följande motivering: Förslaget är för dyrt.") is part of it.
    """
    found: list[tuple[list[Passage], Reservation]] = []
    doubts: list[Doubt] = []
    for block in blocks:
        for sentence in sentences(block.body):
            reservation = reservation_of(sentence)
            if reservation is not None:
                found.append(([sentence], reservation))
            elif found and GIVES_REASONS.search(found[-1][0][0].text):
                found[-1][0].append(sentence)
            else:
                doubts.append(_not_read(sentence))
    return tuple(_with_reasons(said, one) for said, one in found), tuple(doubts)


def _not_read(sentence: Passage) -> Doubt:
    return doubt(DoubtCode.SENTENCE_NOT_READ, role=Role.RESERVATION.value, sources=[sentence.source()])


def _with_reasons(said: Sequence[Passage], one: Reservation) -> Reservation:
    whole = join(said)
    return replace(one, text=whole.text, source=whole.source()) if len(said) > 1 else one


def reservation_of(sentence: Passage) -> Reservation | None:
    """The reservation that the sentence states, or `None`. A group stays a group: nobody is read out of "(M) och (KD)"."""
    people, parties, group = _who(sentence)
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


def _who(sentence: Passage) -> Subject:
    """Who is against: before the verb, after it ("Mot beslutet reserverar sig Anna Ek (M)"), or "Reservation från M och KD"."""
    if given := RESERVATION_FROM.match(sentence.text):
        return subject_behind(given["who"])
    verb = RESERVES.search(sentence.text) or GIVES_RESERVATION.search(sentence.text)
    if verb is None:
        return (), (), None
    if NOT_SUBJECT.match(sentence.text):
        return subject_behind(sentence.text[verb.end() :])
    return subject_of(sentence, verb.start(), after=REPORTED)
