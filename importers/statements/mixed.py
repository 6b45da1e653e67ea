"""Sections that hold more than their heading says: a vote told under Beslutsgång, a reservation run on under Beslut.

Behandling på sammanträdet
Anna Ek (S) yrkar avslag på motionen. Ordföranden finner att nämnden avslår motionen. Bo Å (V) reserverar sig.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from importers.bundle import Doubt, Proposition, Reservation, Role, Statement, Yrkande
from importers.doubts import DoubtCode, doubt
from importers.statements.propositions import proposition_of, says_neither, winner_doubts
from importers.statements.reservations import reservation_of
from importers.statements.vote_events import Kind, events_in
from importers.statements.votes import Question, ReadVote, question_in, read_votes
from importers.statements.yrkanden import sort_yrkanden
from importers.statements.yttranden import abstention_of
from importers.text.blocks import Block
from importers.text.layout import Line
from importers.text.passage import Passage, sentences


@dataclass(slots=True)
class Mixed:
    """What a section states, of whatever kind, and what is doubted of it."""

    yrkanden: list[Yrkande] = field(default_factory=list)
    propositions: list[Proposition] = field(default_factory=list)
    votes: list[ReadVote] = field(default_factory=list)
    reservations: list[Reservation] = field(default_factory=list)
    statements: list[Statement] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)
    question: Question | None = None


def read_mixed(blocks: Sequence[Block], role: Role, number: str, *, votes: bool) -> Mixed:
    """The section's sentences, each read as what it is; `votes` says whether votes told here are read.

    Under Yrkanden and Beslutsgång a sentence that is nothing known is doubted; where a meeting is told of in prose
    ("Behandling på sammanträdet") much else may be said.
    """
    found = Mixed(question=question_in(blocks))
    moved, abstentions, rest = sort_yrkanden(blocks, _puts if role is not Role.PROPOSITION else _puts_or_proposes)
    found.yrkanden += moved
    found.statements += abstentions
    unread = [sentence for sentence in rest if not _takes(sentence, found)]
    if votes and _holds_votes(blocks):
        read, doubts = read_votes(blocks, number, found.question)
        found.votes += read
        found.doubts += doubts
        found.question = None if read else found.question
    if role is not Role.PREPARATION:
        found.doubts += [_not_read(one, role) for one in unread if not says_neither(one) and not _says_of_votes(one)]
    return found


def _puts(sentence: Passage) -> bool:
    return says_neither(sentence) or proposition_of(sentence) is not None


def _puts_or_proposes(sentence: Passage) -> bool:
    """The same, or a sentence under Beslutsgång that nobody "yrkar" in: what the chair proposes there is how to vote."""
    return "yrka" not in sentence.text or _puts(sentence)


def _takes(sentence: Passage, found: Mixed) -> bool:
    """Puts the sentence where it belongs; says whether it belongs anywhere."""
    proposition = proposition_of(sentence)
    if proposition is not None:
        found.propositions.append(proposition)
        found.doubts += winner_doubts(proposition)
        return True
    reservation = reservation_of(sentence)
    if reservation is not None:
        found.reservations.append(reservation)
    return reservation is not None


def _holds_votes(blocks: Sequence[Block]) -> bool:
    text = " ".join([block.whole.text for block in blocks])
    if not any(word in text.lower() for word in ("nej", "röst", "avst")):
        return False
    return any(event.count is not None or event.named for event in events_in(text, text))


def _says_of_votes(sentence: Passage) -> bool:
    events = events_in(sentence.text, sentence.text)
    return any(event.count is not None or event.named or event.kind is Kind.QUESTION for event in events)


def _not_read(sentence: Passage, role: Role) -> Doubt:
    return doubt(DoubtCode.SENTENCE_NOT_READ, role=role.value, sources=[sentence.source()])


def part_dissent(blocks: Iterable[Block]) -> tuple[list[Block], list[Reservation], list[Statement]]:
    """The blocks of a decision without the sentences at their end that say who is against it or takes no part, and these."""
    kept: list[Block] = []
    reservations: list[Reservation] = []
    statements: list[Statement] = []
    for block in blocks:
        said = list(sentences(block.body))
        dissent: list[tuple[Statement | None, Reservation | None]] = []
        while said and any(pair := (abstention_of(said[-1]), reservation_of(said[-1]))):
            dissent.insert(0, pair)
            said.pop()
        statements += [away for away, _ in dissent if away is not None]
        reservations += [against for away, against in dissent if against is not None and away is None]
        if said or not dissent:
            kept.append(_ending(block, said[-1]) if dissent else block)
    return kept, reservations, statements


def _ending(block: Block, last: Passage) -> Block:
    """The block up to the end of a sentence of its."""
    body = block.body.cut(0, block.body.text.rfind(last.text) + len(last.text))
    whole = block.whole.cut(0, block.whole.text.rfind(last.text) + len(last.text))
    return Block(block.mark, block.number, tuple(_lines_of(whole, block)), whole, body)


def _lines_of(words: Passage, block: Block) -> Iterable[Line]:
    """The block's lines as far as they hold the words."""
    for line in block.lines:
        kept = [one.word for one in words.printed if (one.frame.page, one.line) == (line.page, line.number)]
        if kept:
            yield line.part(kept)
