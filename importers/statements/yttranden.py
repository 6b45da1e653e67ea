"""Särskilda yttranden and notes for the record: printed statements, with an author only as far as the text names one.

Vi liberaler har länge betonat vikten av en särskild avhopparverksamhet …      (inferred from "Vi liberaler")
Emmyly Bönfors (C) antecknar följande till protokollet: …                      (named)
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from importers.bundle import Attribution, Doubt, Role, Statement, StatementKind
from importers.doubts import DoubtCode, doubt
from importers.patterns.people import FIRST_PERSON_PARTY, PARTY_NAMES, PARTY_PEOPLE
from importers.patterns.reservations import (
    BIASED,
    NOBODY_BIASED,
    NOT_TAKING_PART,
    NOTED_BY,
    NOTES,
    REPORTED,
    REPORTED_OF_SELF,
    REPORTS_BIAS,
    TAKES_NO_PART,
    TAKES_NO_PART_BEHIND,
)
from importers.statements.people import Subject, subject_behind, subject_in, subject_of
from importers.text.blocks import Block
from importers.text.passage import Passage, join, sentences


def read_statements(blocks: Sequence[Block], kind: StatementKind) -> tuple[tuple[Statement, ...], tuple[Doubt, ...]]:
    """The section's statements: a new one starts at each sentence that says who makes it, else all is one.

    Who is said there to take no part ("Anna Ek (C) deltar inte i beslutet.") has that statement and no other.
    """
    parts: list[list[Passage]] = []
    away = False
    for block in blocks:
        for index, sentence in enumerate(sentences(block.body)):
            stays_out = (index == 0 or away) and abstention_of(sentence) is not None
            if not parts or stays_out or _introduces(sentence):
                parts.append([])
                away = stays_out
            parts[-1].append(sentence)
    pairs = [_statement(join(part), kind) for part in parts]
    return tuple(statement for statement, _ in pairs), tuple(d for _, one in pairs for d in one)


def _introduces(sentence: Passage) -> bool:
    return any(_author(sentence))


def _author(sentence: Passage) -> Subject:
    """Who makes the statement: before a verb of noting, or behind "från", "av", "på begäran av"."""
    verb = NOTES.search(sentence.text)
    if verb is not None and any(author := subject_of(sentence, verb.start())):
        return author
    noted = NOTED_BY.match(sentence.text)
    return subject_in(noted["who"].strip()) if noted else ((), (), None)


def _statement(text: Passage, kind: StatementKind) -> tuple[Statement, tuple[Doubt, ...]]:
    plain = Statement(kind=kind, text=text.text, source=text.source())
    opener = sentences(text)[0]
    if not _introduces(opener) and (away := abstention_of(opener)):
        return replace(away, text=text.text, source=text.source()), ()
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
    people, parties, group = _author(opener)
    how = Attribution.NAMED if people else Attribution.GROUP
    return replace(plain, people=people, parties=parties, group=group, attribution=how)


def abstention_of(sentence: Passage) -> Statement | None:
    """That somebody takes no part in the decision, under whatever heading: "Anna Ek (C) deltar inte i beslutet."."""
    people, parties, group = _who_stays_out(sentence)
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


def _who_stays_out(sentence: Passage) -> Subject:
    if behind := TAKES_NO_PART_BEHIND.search(sentence.text):
        return subject_behind(sentence.text[behind.end() :])
    verb = (
        TAKES_NO_PART.search(sentence.text)
        or NOT_TAKING_PART.search(sentence.text)
        or REPORTS_BIAS.search(sentence.text)
    )
    if verb is None:
        return (), (), None
    reported = REPORTED_OF_SELF.match(sentence.text)
    return subject_in(reported["who"]) if reported else subject_of(sentence, verb.start(), after=REPORTED)


def read_jav(blocks: Sequence[Block]) -> tuple[tuple[Statement, ...], tuple[Doubt, ...]]:
    """Who is said to be biased, and a doubt for each sentence that says something else; "Ingen anmälan om jäv." does not."""
    found: list[Statement] = []
    doubts: list[Doubt] = []
    for sentence in (one for block in blocks for one in sentences(block.body)):
        biased = abstention_of(sentence)
        if biased is not None:
            found.append(biased)
        elif not NOBODY_BIASED.search(sentence.text):
            doubts.append(doubt(DoubtCode.SENTENCE_NOT_READ, role=Role.JAV.value, sources=[sentence.source()]))
    return tuple(found), tuple(doubts)
