"""Reservations: who is against the decision, and for what.

Närvarande ledamöter (M) och (KD) reserverar sig mot beslutet till förmån för Therez Almerfors (M) med fleras yrkande …
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from importers.bundle import Doubt, Reservation, Role
from importers.doubts import DoubtCode, doubt
from importers.patterns.acts import NAMES_FOLLOW, NOTHING_MADE, SAYS_STANCE
from importers.patterns.reservations import (
    AGAINST_RESERVATION,
    GIVES_REASONS,
    HANDS_IN_REASONS,
    IN_FAVOUR_OF,
    ITSELF_HANDED_IN,
    NAMED_BEHIND,
    NAMED_FOR,
    RESERVATION_FROM,
    RESERVED_THEN,
    RESERVES_FOR,
    RESERVING,
    SHARES_RESERVING,
    WRITTEN,
)
from importers.statements.acts import Act, acts_in, merged, with_sharing
from importers.statements.who import Who, who_in
from importers.statements.yttranden import joining_in, noted_by
from importers.text.blocks import Block
from importers.text.passage import Passage, join, sentences


def read_reservations(blocks: Sequence[Block]) -> tuple[tuple[Reservation, ...], tuple[Doubt, ...]]:
    """The section's reservations, and a doubt for each sentence that is none.

    A sentence in which somebody has something noted ("Anna Ek (M) lämnar ett särskilt yttrande.") is no such doubt, and
    ends the reasons before it. What follows one that gives its reasons ("… med följande motivering: Förslaget är för dyrt.") is part of it.
    """
    with_words: list[tuple[list[Passage], Reservation]] = []
    doubts: list[Doubt] = []
    noted = False
    for sentence in _sentences(blocks):
        reservations = reservations_of(sentence) or _only_names(sentence)
        if not reservations and with_words and (joining := joining_in(sentence)):
            last = with_words[-1]
            last[0].append(sentence)
            with_words[-1] = (last[0], _joined(last[1], joining))
        elif not reservations and noted_by(sentence):
            noted = True
        elif reservations:
            with_words += [([sentence], one) for one in reservations]
            noted = False
        elif (
            HANDS_IN_REASONS.match(sentence.text)
            and (at := _whose(sentence, [one for _, one in with_words])) is not None
        ):
            printed, one = with_words[at]
            written = one.written or WRITTEN.search(sentence.text) is not None
            with_words[at] = ([*printed, sentence], replace(one, written=written))
        elif not noted and with_words and GIVES_REASONS.search(with_words[-1][0][0].text):
            with_words[-1][0].append(sentence)
        elif not NOTHING_MADE.match(sentence.text):
            doubts.append(not_reserved(sentence))
    return tuple(_with_reasons(printed, one) for printed, one in with_words), tuple(doubts)


def _whose(sentence: Passage, reservations: Sequence[Reservation]) -> int | None:
    """Which reservation the sentence tells of: that of the one whom it names, the last where it names nobody."""
    if reservations and ITSELF_HANDED_IN.match(sentence.text):
        return len(reservations) - 1
    named = [at for at, one in enumerate(reservations) if any(person.name in sentence.text for person in one.people)]
    return named[0] if len(named) == 1 else None


def _joined(one: Reservation, joining: Who) -> Reservation:
    """The reservation as those make it too who join it."""
    both = Who(one.people, one.parties, one.group).with_more(joining)
    return replace(one, people=both.people, parties=both.parties, group=both.group)


def _sentences(blocks: Sequence[Block]) -> Iterator[Passage]:
    """The sentences; one that opens a list of names has them as its own: "Följande reserverar sig:" / "Anna Ek (M)"."""
    index = 0
    while index < len(blocks):
        *whole, last = sentences(blocks[index].body) or (blocks[index].body,)
        yield from whole
        index += 1
        named: list[Passage] = []
        while NAMES_FOLLOW.search(last.text) and index < len(blocks) and who_in(blocks[index].body.text):
            named.append(blocks[index].body)
            index += 1
        yield join([last, *named]) if named else last


def not_reserved(sentence: Passage) -> Doubt:
    """The doubt about a sentence under Reservation that gives none: grave where it has a word of being against."""
    code = DoubtCode.WHO_UNCLEAR if SAYS_STANCE.search(sentence.text) else DoubtCode.SENTENCE_NOT_READ
    return doubt(code, role=Role.RESERVATION.value, sources=[sentence.source()])


def _with_reasons(printed: Sequence[Passage], one: Reservation) -> Reservation:
    whole = join(printed)
    return replace(one, text=whole.text, source=whole.source()) if len(printed) > 1 else one


def reservations_of(sentence: Passage) -> tuple[Reservation, ...]:
    """The reservations that the sentence states; none where it is unclear whose they are.

    A group stays a group: nobody is read out of "(M) och (KD)".
    """
    if RESERVED_THEN.search(sentence.text):
        return ()
    if given := RESERVATION_FROM.match(sentence.text):
        who = who_in(given["who"])
        if who or not given["colon"]:
            return (_reservation(sentence, who, sentence.text),) if who else ()
    if against := AGAINST_RESERVATION.match(sentence.text):
        who = who_in(against["who"].removesuffix("s").removesuffix(":"))
        return (_reservation(sentence, who, ""),) if who and who.parties and not who.people else ()
    acts = acts_in(sentence.text, RESERVING)
    acts = replace(acts, found=tuple(_for_group(sentence.text, act) for act in acts.found))
    acts = with_sharing(sentence.text, acts, SHARES_RESERVING)
    if acts.unclear:
        return ()
    named = merged(acts.found)
    if len(named) == 1:
        return (_reservation(sentence, named[0].who, sentence.text),)
    return tuple(_of_several(sentence, act) for act in named)


def _for_group(text: str, act: Act) -> Act:
    """The act as their group's too whom somebody says they are against it for: "anmäler reservation för M-gruppen"."""
    behind = RESERVES_FOR.match(text[act.verb.end() :])
    group = who_in(behind["whose"]) if behind else None
    if behind is None or group is None or group.people or not group.parties:
        return act
    return replace(act, who=act.who.with_more(group), start=max(act.start, act.verb.end() + behind.end()))


def _of_several(sentence: Passage, act: Act) -> Reservation:
    """One of the reservations of a sentence: what it is for, and whether it is written, says its own part."""
    one = _reservation(sentence, act.who, sentence.text[act.start : act.end])
    return replace(one, written=bool(WRITTEN.search(sentence.text[act.verb.start() : act.end])))


def _only_names(sentence: Passage) -> tuple[Reservation, ...]:
    """Under the heading, a list of names is enough: "Anna Ek (M), Bo Å (KD)", "Anna Ek (M) till förmån för eget yrkande."."""
    if listed := NAMED_BEHIND.match(sentence.text):
        who = who_in(listed["who"])
        return (_reservation(sentence, who, listed["how"]),) if who and _has_parties(who) else ()
    behind = NAMED_FOR.search(sentence.text)
    who = who_in(sentence.text[: behind.start()] if behind else sentence.text)
    part = sentence.text if behind else ""
    return (_reservation(sentence, who, part),) if who and not who.m_fl and _has_parties(who) else ()


def _has_parties(who: Who) -> bool:
    return bool(who.parties) or all(one.party for one in who.people)


def _reservation(sentence: Passage, who: Who, part: str) -> Reservation:
    favoured = IN_FAVOUR_OF.search(part)
    return Reservation(
        text=sentence.text,
        source=sentence.source(),
        people=who.people,
        parties=who.parties,
        group=who.group,
        in_favour_of=favoured["what"].strip() if favoured else None,
        written=bool(WRITTEN.search(sentence.text)),
    )
