"""Särskilda yttranden and notes for the record: printed statements, with an author only as far as the text names one.

Vi liberaler har länge betonat vikten av en särskild avhopparverksamhet …      (inferred from "Vi liberaler")
Emmyly Bönfors (C) antecknar följande till protokollet: …                      (named)
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from importers.blocks import Block
from importers.bundle import Attribution, Doubt, Statement, StatementKind
from importers.doubts import DoubtCode, doubt
from importers.passage import Passage, join, sentences
from importers.patterns.people import FIRST_PERSON_PARTY, PARTY_NAMES, PARTY_PEOPLE
from importers.patterns.reservations import BIASED, NOT_TAKING_PART, NOTES, REPORTED, REPORTS_BIAS, TAKES_NO_PART
from importers.statements.people import subject_of


def read_statements(blocks: Sequence[Block], kind: StatementKind) -> tuple[tuple[Statement, ...], tuple[Doubt, ...]]:
    """The section's statements: a new one starts at each sentence that says who makes it, else all is one."""
    parts: list[list[Passage]] = []
    for block in blocks:
        for sentence in sentences(block.body):
            if not parts or _introduces(sentence):
                parts.append([])
            parts[-1].append(sentence)
    pairs = [_statement(join(part), kind) for part in parts]
    return tuple(statement for statement, _ in pairs), tuple(d for _, one in pairs for d in one)


def _introduces(sentence: Passage) -> bool:
    verb = NOTES.search(sentence.text)
    return verb is not None and any(subject_of(sentence, verb.start()))


def _statement(text: Passage, kind: StatementKind) -> tuple[Statement, tuple[Doubt, ...]]:
    plain = Statement(kind=kind, text=text.text, source=text.source())
    opener = sentences(text)[0]
    if _introduces(opener):
        return _named(plain, opener), ()
    inferred = FIRST_PERSON_PARTY.search(text.text)
    if inferred is None:
        return plain, (doubt(DoubtCode.AUTHOR_UNKNOWN, sources=[text.source()]),)
    words = inferred["words"] or inferred["words2"]
    party = PARTY_PEOPLE[inferred["people"]] if inferred["people"] else PARTY_NAMES[inferred["party"].lower()]
    note = doubt(DoubtCode.AUTHOR_INFERRED, party=party, words=words, sources=[text.group(inferred).source()])
    return replace(plain, parties=(party,), attribution=Attribution.INFERRED, inferred_from=words), (note,)


def _named(plain: Statement, opener: Passage) -> Statement:
    verb = NOTES.search(opener.text)
    assert verb is not None
    people, parties, group = subject_of(opener, verb.start())
    how = Attribution.NAMED if people else Attribution.GROUP
    return replace(plain, people=people, parties=parties, group=group, attribution=how)


def abstention_of(sentence: Passage) -> Statement | None:
    """That somebody takes no part in the decision, under whatever heading: "Anna Ek (C) deltar inte i beslutet."."""
    verb = (
        TAKES_NO_PART.search(sentence.text)
        or NOT_TAKING_PART.search(sentence.text)
        or REPORTS_BIAS.search(sentence.text)
    )
    if verb is None:
        return None
    people, parties, group = subject_of(sentence, verb.start(), after=REPORTED)
    if not (people or parties or group):
        return None
    return Statement(
        kind=StatementKind.JAV if BIASED.search(sentence.text) else StatementKind.DELTAR_EJ,
        text=sentence.text,
        source=sentence.source(),
        people=people,
        parties=parties,
        group=group,
        attribution=Attribution.NAMED if people else Attribution.GROUP,
    )
