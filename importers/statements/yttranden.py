"""Särskilda yttranden and notes for the record: printed statements, with an author only as far as the text names one.

Vi liberaler har länge betonat vikten av en särskild avhopparverksamhet …      (inferred from "Vi liberaler")
Emmyly Bönfors (C) antecknar följande till protokollet: …                      (named)
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from importers.bundle import Attribution, Doubt, Role, Statement, StatementKind
from importers.doubts import DoubtCode, doubt
from importers.patterns.acts import AGREES, JOINS_WHAT_IS_SAID, STATES_AT_START
from importers.patterns.beside_decisions import STATES_NOTHING
from importers.patterns.people import FIRST_PERSON_PARTY, PARTY_NAMES, PARTY_PEOPLE
from importers.patterns.reservations import (
    BIAS_ELSEWHERE,
    BIASED,
    BIASED_NOW,
    JAV_HEADING,
    NAME_AND_COLON,
    NOBODY_BIASED,
    NOTED_BY,
    NOTES,
    SPEAKS,
    STAYS_OUT,
    STAYS_OUT_HEADING,
    STAYS_OUT_LIST,
    TIED,
)
from importers.statements.acts import Act, acts_in, merged
from importers.statements.who import Who, who_in
from importers.text.blocks import Block
from importers.text.passage import Passage, join, sentences

_HAS_NOTED = (
    "låter anteckna att",
    "lät anteckna att",
    "få följande antecknat",
    "få antecknat",
    "ha noterat",
    "ha antecknat",
    "låter anteckna följande",
    "lät anteckna följande",
)


def read_statements(
    blocks: Sequence[Block], kind: StatementKind, heading: Passage | None = None
) -> tuple[tuple[Statement, ...], tuple[Doubt, ...]]:
    """The section's statements: a new one starts at each sentence that says who makes it, else all is one.

    Who takes no part there ("Anna Ek (C) deltar inte i beslutet.") has that statement and no other. Of one
    without an author of its own the `heading` may name one: "Protokollsanteckning från ledamöterna för Moderaterna".
    """
    parts: list[list[Passage]] = []
    joined: dict[int, Who] = {}
    away = opened = False
    for block in blocks:
        for index, sentence in enumerate(sentences(block.body)):
            if parts and (joining := joining_in(sentence)):
                joined[len(parts) - 1] = joined.get(len(parts) - 1, Who()).with_more(joining)
                parts[-1].append(sentence)
                continue
            stays_out = (index == 0 or away) and bool(abstentions_of(sentence)[0])
            speaks = bool(_authors(sentence)) or (not opened and _speaks(sentence))
            if not parts or stays_out or speaks:
                parts.append([])
                away, opened = stays_out, sentence.text.endswith(":")
            parts[-1].append(sentence)
    pairs = [_statements(join(part), kind, heading) for part in parts]
    return tuple(
        _with_joining(one, joined.get(at)) for at, (statements, _) in enumerate(pairs) for one in statements
    ), tuple(d for _, one in pairs for d in one)


def joining_in(sentence: Passage) -> Who | None:
    """Who makes the statement or reservation before theirs as well: "Bo Å (V) ansluter sig till yttrandet."."""
    acts = acts_in(sentence.text, AGREES, agree=False)
    if len(acts.found) != 1 or acts.unclear or not JOINS_WHAT_IS_SAID.match(sentence.text[acts.found[0].start :]):
        return None
    return acts.found[0].who


def _with_joining(one: Statement, joining: Who | None) -> Statement:
    """The statement as those make it too who join it later; not where it says who takes no part."""
    if joining is None or one.kind not in (StatementKind.SARSKILT_YTTRANDE, StatementKind.PROTOKOLLSANTECKNING):
        return one
    return _by(one, Who(one.people, one.parties, one.group).with_more(joining))


def _authors(sentence: Passage) -> tuple[Who, ...]:
    """Who makes the statement: before a verb of noting, or behind "från", "av", "på begäran av"."""
    acts = acts_in(sentence.text, NOTES, agree=False)
    if acts.found and not acts.unclear:
        return tuple(dict.fromkeys(act.who for act in acts.found))
    noted = (pattern.match(sentence.text) for pattern in (NAME_AND_COLON, NOTED_BY))
    named = (who_in(match["who"]) for match in noted if match)
    return tuple(who for who in named if who)[:1]


def _speaks(sentence: Passage) -> bool:
    return _speaker(sentence) is not None


def _speaker(sentence: Passage) -> Who | None:
    """Who says something in their own words at the head of a sentence: "Siv Ek (C) stödjer Bo Ås (M) yrkande."."""
    acts = acts_in(sentence.text, SPEAKS, agree=False)
    if not acts.found or acts.unclear:
        return None
    first = acts.found[0]
    whose = who_in(sentence.text[: first.verb.start()])
    return whose if whose and (whose.people or whose.parties) else None


def notes_of(sentence: Passage) -> tuple[Statement, ...]:
    """The statements that a sentence outside such a section makes: "Anna Ek (C) lämnar ett särskilt yttrande."."""
    text = sentence.text.lower()
    if "särskilt yttrande" in text or "särskilda yttranden" in text:
        kind = StatementKind.SARSKILT_YTTRANDE
    elif "protokoll" in text or any(words in text for words in _HAS_NOTED):
        kind = StatementKind.PROTOKOLLSANTECKNING
    else:
        return ()
    return tuple(_by(Statement(kind, sentence.text, sentence.source()), who) for who in _authors(sentence))


def noted_by(sentence: Passage) -> tuple[Statement, ...]:
    """What somebody named has noted: "Anna Ek (M) antecknar till protokollet att …", not what is noted in the decision."""
    notes = notes_of(sentence)
    theirs = all(one.parties for one in notes)
    return notes if theirs or STATES_AT_START.match(sentence.text) else ()


def _statements(
    text: Passage, kind: StatementKind, heading: Passage | None
) -> tuple[tuple[Statement, ...], tuple[Doubt, ...]]:
    plain = Statement(kind=kind, text=text.text, source=text.source())
    opener = sentences(text)[0]
    authors = _authors(opener)
    away, unclear = abstentions_of(opener)
    if not authors and away:
        return tuple(replace(one, text=text.text, source=text.source()) for one in away), ()
    if not authors and (speaker := _speaker(opener)):
        authors = (speaker,)
    if not authors and heading and (noted := NOTED_BY.match(heading.text)) and (who := who_in(noted["who"])):
        authors = (who,)
    if authors:
        return (*away, *(_by(plain, who) for who in authors)), ()
    inferred = FIRST_PERSON_PARTY.search(text.text)
    if inferred is None or unclear:
        return (plain,), (doubt(DoubtCode.AUTHOR_UNKNOWN, sources=[text.source()]),)
    words = inferred["words"] or inferred["words2"]
    party = PARTY_PEOPLE[inferred["people"]] if inferred["people"] else PARTY_NAMES[inferred["party"].lower()]
    note = doubt(DoubtCode.AUTHOR_INFERRED, party=party, words=words, sources=[text.group(inferred).source()])
    return (replace(plain, parties=(party,), attribution=Attribution.INFERRED, inferred_from=words),), (note,)


def _by(plain: Statement, who: Who) -> Statement:
    how = Attribution.NAMED if who.people else Attribution.GROUP
    return replace(plain, people=who.people, parties=who.parties, group=who.group, attribution=how)


def abstentions_of(sentence: Passage) -> tuple[tuple[Statement, ...], bool]:
    """Who takes no part in the decision, under whatever heading, and whether somebody unnamed does.

    "Anna Ek (C) deltar inte i beslutet.", "Jäv: Anna Ek (C)"."""
    listed = STAYS_OUT_LIST.match(sentence.text)
    if listed and (who := who_in(listed["who"])) and who.people and not who.official:
        kind = StatementKind.JAV if BIASED.search(listed["how"]) else StatementKind.DELTAR_EJ
        return (_by(Statement(kind=kind, text=sentence.text, source=sentence.source()), who),), False
    acts = acts_in(sentence.text, STAYS_OUT, agree=False)
    if acts.unclear:
        return (), not NOBODY_BIASED.search(sentence.text)
    absent = merged(acts.found)
    return tuple(_away(sentence, act, alone=len(absent) == 1) for act in absent), False


def biased_in(told: Sequence[Passage], *, headed: bool) -> tuple[Statement, ...]:
    """Who is stated to be biased in sentences that stand before any heading, and not what somebody else says of it; under a
    heading over what the matter is, only who is so now and in the matter itself.
    """
    here = [
        sentence
        for sentence in told
        if not BIAS_ELSEWHERE.search(sentence.text) and (not headed or BIASED_NOW.search(sentence.text))
    ]
    found = [statement for sentence in here for statement in abstentions_of(sentence)[0]]
    return tuple(one for one in found if one.kind is StatementKind.JAV)


def _away(sentence: Passage, act: Act, *, alone: bool) -> Statement:
    words = sentence.text if alone else sentence.text[act.verb.start() : act.end]
    kind = StatementKind.JAV if BIASED.search(words) else StatementKind.DELTAR_EJ
    return _by(Statement(kind=kind, text=sentence.text, source=sentence.source()), act.who)


def _biased_by(text: str) -> str:
    """The text; of a sentence that says first what makes somebody biased, who that is: "Bo Ås (C) är ledamot i rådet och
    anmäler jäv.".
    """
    tie = TIED.match(text)
    return tie["who"] if tie else text


def read_jav(
    blocks: Sequence[Block], heading: Passage | None = None
) -> tuple[tuple[Statement, ...], tuple[Doubt, ...]]:
    """Who is stated to be biased, and a doubt for each sentence that says something else; "Ingen anmälan om jäv." does not."""
    statements: list[Statement] = []
    doubts: list[Doubt] = []
    named_for = StatementKind.DELTAR_EJ if heading and STAYS_OUT_HEADING.match(heading.text) else StatementKind.JAV
    for sentence in (one for block in blocks for one in sentences(block.body)):
        biased, _ = abstentions_of(sentence)
        if biased:
            headed = heading is not None and JAV_HEADING.match(heading.text)
            statements += [replace(one, kind=StatementKind.JAV) for one in biased] if headed else biased
        elif (who := who_in(_biased_by(sentence.text))) and who.people and all(one.party for one in who.people):
            statements.append(_by(Statement(named_for, sentence.text, sentence.source()), who))
        elif not (NOBODY_BIASED.search(sentence.text) or STATES_NOTHING.match(sentence.text)):
            doubts.append(doubt(DoubtCode.SENTENCE_NOT_READ, role=Role.JAV.value, sources=[sentence.source()]))
    return tuple(statements), tuple(doubts)
