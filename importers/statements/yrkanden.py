"""Yrkanden: who moves what.

Therez Almerfors (M), Jennie Claesson (L), och Jonas Segersam (KD) yrkar bifall till motionen.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from importers.bundle import Stance, Statement, Yrkande
from importers.patterns.acts import (
    AGREES_BEFORE_ANOTHER,
    NAMES_FOLLOW,
    TOLD_OF_BESIDES,
)
from importers.patterns.chair import CHAIR_ALONE, CHAIR_UNNAMED
from importers.patterns.decisions import BODY_ACTS
from importers.patterns.reservations import RESERVING
from importers.patterns.stances import FIRST_RANK, SECOND_RANK
from importers.patterns.who import AGREED_BY
from importers.patterns.yrkande_rows import NAMED_CLAUSE, ROW_AGREES_AND_MOVES, ROW_MOVES, STANCE_OF
from importers.patterns.yrkanden import (
    ANOTHER_WITHOUT_VERB,
    ENTRY,
    FIRST_ENTRY,
    FOR_PARTIES,
    LIST_FOLLOWS,
    LIST_FORM,
    MORE_THAN_TOLD,
    MOVED_BY,
    MOVED_PASSIVELY,
    MOVES,
    MOVES_NOT,
    NOT_MOVED,
    OWN_WORDS,
    PAPER_ABOUT,
    PAPER_FROM,
    PASSIVE_WITHIN,
    PROPOSED_FOR,
    SAME_MOVERS,
    VERB_LEFT_OUT,
    WITHDRAWN,
)
from importers.statements.acts import Act, acts_in
from importers.statements.agreeing import agrees
from importers.statements.on_motion import moved_with_decision
from importers.statements.stances import parts_of, stance_of
from importers.statements.who import Who, who_in
from importers.statements.yttranden import abstentions_of, notes_of
from importers.text.blocks import Block
from importers.text.passage import Passage, join, sentences

CHAIR = "Ordföranden"  # who moves, until the cover says who that is
_QUOTATION_MARKS = '"”“'


def _nothing_else(sentence: Passage) -> bool:
    return False


@dataclass(slots=True)
class Moved:
    """What a section's sentences move, in order, and the sentences that move nothing."""

    yrkanden: list[Yrkande] = field(default_factory=list)
    abstentions: list[Statement] = field(default_factory=list)
    rest: list[Passage] = field(default_factory=list)
    last: int = 0  # where the yrkanden of the last sentence that moved something begin


def sort_yrkanden(
    blocks: Sequence[Block], other: Callable[[Passage], bool] = _nothing_else, *, headed: bool = False
) -> Moved:
    """What the sentences of a section move; the rest as they are, among them those that `other` says are something else.

    `headed`: they stand under a heading of yrkanden, so that what somebody says is to be is moved.
    """
    moved = Moved()
    for sentence in (part for whole in _with_lists(blocks) for part in _without_told_of(whole)):
        abstentions, unclear = abstentions_of(sentence)
        moved.abstentions += abstentions
        if unclear or other(sentence):
            moved.rest.append(sentence)
        elif (
            yrkanden := yrkanden_of(sentence)
            or _same_movers(sentence, moved.yrkanden)
            or _after_agreeing(sentence, moved)
            or (_named_clause(sentence) if headed else ())
        ):
            moved.last = len(moved.yrkanden)
            moved.yrkanden += yrkanden
        elif (
            not (agrees(sentence, moved.yrkanden, moved.last) or abstentions)
            or RESERVING.search(sentence.text)
            or notes_of(sentence)
        ):
            moved.rest.append(sentence)
    return moved


def _without_told_of(sentence: Passage) -> tuple[Passage, ...]:
    """What somebody moves, and what is told of another in the same sentence: "… begär återremiss medan Bo Å (V) vill avgöra det"."""
    besides = TOLD_OF_BESIDES.search(sentence.text)
    first = sentence.cut(0, besides.start()) if besides else sentence
    return (first, sentence.cut(besides.end())) if besides and yrkanden_of(first) else (sentence,)


def _with_lists(blocks: Sequence[Block]) -> Iterator[Passage]:
    """The sentences; one that opens a list has the list's entries as its own, and a quotation stays whole."""
    index = 0
    while index < len(blocks):
        *whole, last = _told_whole(sentences(blocks[index].body)) or (blocks[index].body,)
        yield from whole
        index += 1
        entries: list[Passage] = []
        while NAMES_FOLLOW.search(last.text) and index < len(blocks) and who_in(blocks[index].body.text):
            entries.append(blocks[index].body)
            index += 1
        if not entries and (LIST_FOLLOWS.search(last.text) or PAPER_FROM.match(last.text)):
            while index < len(blocks) and (_is_entry(blocks[index]) or _is_quoted(blocks[index], entries)):
                entries.append(blocks[index].whole)
                index += 1
        yield join([last, *entries]) if entries else last


def _told_whole(printed: Sequence[Passage]) -> tuple[Passage, ...]:
    """The sentences of a paragraph, a quotation of several as part of the sentence that opens it: "yrkar: ”Motionen avslås. Taxan sänks.”"."""
    parts: list[list[Passage]] = []
    for sentence in printed:
        if parts and (_quotes(parts[-1]) or (ENTRY.match(sentence.text) and FIRST_ENTRY.search(parts[-1][0].text))):
            parts[-1].append(sentence)
        else:
            parts.append([sentence])
    return tuple(one for part in parts for one in ([join(part)] if not _quotes(part) else part))


def _quotes(part: Sequence[Passage]) -> bool:
    """Whether a quotation is open at the end."""
    return sum(one.text.count(sign) for one in part for sign in _QUOTATION_MARKS) % 2 == 1


def _is_entry(block: Block) -> bool:
    """Whether the block is an entry of a list that somebody moves, and not itself somebody's yrkande."""
    listed = block.mark is not None or block.body.text.startswith("att ")
    return listed and not yrkanden_of(block.body)


def _is_quoted(block: Block, entries: Sequence[Passage]) -> bool:
    """Whether the block opens the quotation that is moved, or goes on with it. One that nobody closes ends where somebody moves."""
    opens = not entries and block.whole.text[:1] in _QUOTATION_MARKS
    return opens or (bool(entries) and _quotes(entries) and not yrkanden_of(block.body))


def _same_movers(sentence: Passage, before: Sequence[Yrkande]) -> tuple[Yrkande, ...]:
    """ "I andra hand yrkas avslag på motionen." right after what is moved in the first; and what the chair moves, unnamed."""
    if alone := CHAIR_ALONE.match(sentence.text):
        return tuple(_yrkande(sentence, Who(group=CHAIR), part) for part in parts_of(sentence.text[alone.end() :]))
    if not before or not SAME_MOVERS.match(sentence.text):
        return ()
    last = before[-1]
    who = Who(last.movers, last.parties, last.group, last.m_fl)
    return tuple(_yrkande(sentence, who, part) for part in parts_of(sentence.text))


def _named_clause(sentence: Passage) -> tuple[Yrkande, ...]:
    """ "Göran Vass (SD): Arvodena fryses på 2025 års nivå." """
    match = NAMED_CLAUSE.match(sentence.text)
    who = who_in(match["movers"]) if match else None
    return (_yrkande(sentence, who, f" att {match['what']}"),) if match and who and not who.official else ()


def _after_agreeing(sentence: Passage, moved: Moved) -> tuple[Yrkande, ...]:
    """What another moves behind whoever agrees: "Bo Å (V) instämmer i yrkandet och Cia Berg (M) yrkar avslag".

    Nothing where either half cannot be read.
    """
    parted = AGREES_BEFORE_ANOTHER.match(sentence.text)
    yrkanden = yrkanden_of(sentence.cut(parted.end())) if parted else ()
    return (
        yrkanden
        if parted and yrkanden and agrees(sentence.cut(0, parted.end("agrees")), moved.yrkanden, moved.last)
        else ()
    )


def yrkanden_of(sentence: Passage) -> tuple[Yrkande, ...]:
    """The yrkanden that a sentence makes: several where several move something, or one moves several things.

    None without a verb of moving or without a mover, or where it is unclear who moves what. Each has the whole
    sentence as its text.
    """
    if ROW_AGREES_AND_MOVES.match(sentence.text):
        return ()
    if with_decision := moved_with_decision(sentence):
        return with_decision
    if listed := _listed(sentence.text):
        who, what = listed
        if MOVES_NOT.search(sentence.text):
            return ()
        return tuple(_yrkande(sentence, who, part) for part in parts_of(what))
    acts = acts_in(sentence.text, MOVES)
    if acts.unclear or _moves_nothing(sentence.text, acts.found):
        return ()
    moved = [_moved_by(sentence, act, first=act is acts.found[0]) for act in acts.found]
    return tuple(one for yrkanden in moved for one in yrkanden) if all(moved) else ()


def _moves_nothing(text: str, acts: Sequence[Act]) -> bool:
    """Whether nothing is moved, or who wants what must not be told of those alone who act."""
    if NOT_MOVED.match(text) or WITHDRAWN.search(text) or CHAIR_UNNAMED.search(text) or MORE_THAN_TOLD.search(text):
        return True
    stops = (*(act.verb.start() for act in acts[1:]), len(text))
    return any(
        act.who.official
        or _another_wants(text, act, until)
        or _proposed(text, act)
        or NOT_MOVED.match(text[act.start :])
        or PASSIVE_WITHIN.search(text, act.start, act.end)
        for act, until in zip(acts, stops, strict=False)
    )


def _another_wants(text: str, act: Act, until: int) -> bool:
    """Whether another wants another thing before the next verb, its own left out; who is named to agree with it does not."""
    parties = FOR_PARTIES.match(text[act.start :])
    another = ANOTHER_WITHOUT_VERB.search(text, act.start + (parties.end() if parties else 0), until)
    agreed = AGREED_BY.search(text, act.start, act.end) if another else None
    if another is None or agreed is None or agreed.start() >= another.start():
        return another is not None
    return who_in(text[agreed.end() : text.rindex(")", another.start(), another.end()) + 1]) is None


def _proposed(text: str, act: Act) -> bool:
    """Whether those behind the verb may be whom somebody proposes: "Valberedningen föreslår Anna Ek (S) till ordförande"."""
    elects = act.start > act.verb.end() and act.verb.group().startswith(("föresl", "nomin"))
    return elects and PROPOSED_FOR.match(text[act.start :]) is not None


def _moved_by(sentence: Passage, act: Act, *, first: bool) -> tuple[Yrkande, ...]:
    """What an act moves; nothing where it stands before the verb and may be another's.

    "Avslag på motionen yrkar Anna Ek (S)" is hers where nobody acts before her in the sentence.
    """
    verb, what = act.verb.group(), sentence.text[act.start : act.end]
    lead = sentence.text[: act.verb.start()] if first else ""
    if verb.startswith("nominera"):
        what = f" att välja{what}"
    elif verb.startswith(("tillstyrk", "avstyrk")):
        what = f" {verb.replace('te', 'er')}{what}"
    elif verb.endswith(("yrkar", "yrkade")) and act.verb["paper"]:
        what = f" {act.verb['paper'].replace('gs', 'g').replace('lls', 'll')}{what}"
    elif act.start > act.verb.end() and not what.strip(" .,;"):
        what = f" {lead[:1].lower()}{lead[1:]}"
        if stance_of(what)[0] is Stance.OTHER:
            return ()
    yrkanden = [_yrkande(sentence, act.who, part) for part in parts_of(what)]
    if yrkanden[0].rank is None:
        rank = 1 if FIRST_RANK.match(lead) else 2 if SECOND_RANK.match(lead) else None
        yrkanden[0] = replace(yrkanden[0], rank=rank)
    return tuple(yrkanden)


def _listed(text: str) -> tuple[Who, str] | None:
    """Movers and what they move in forms without a verb: "Tilläggsyrkande från Anna Ek (M): att …"."""
    if listed := LIST_FORM.match(text):
        movers, what = listed["movers"], f" {listed['what'][:1].lower()}{listed['what'][1:]}"
    elif said := OWN_WORDS.match(text):
        movers, what = said["movers"], said["what"]
    elif alone := STANCE_OF.match(text):
        movers, what = alone["movers"], f" {alone['stance'].lower()}"
    elif about := PAPER_ABOUT.match(text):
        movers, what = about["movers"], f" {about['what'][:1].lower()}{about['what'][1:]}"
    elif paper := PAPER_FROM.match(text):
        movers, what = paper["movers"], f" {paper['paper'].lower()}: {paper['what'] or ''}"
    elif passive := MOVED_BY.match(text) or MOVED_PASSIVELY.match(text):
        return _passive(passive)
    elif row := ROW_MOVES.match(text):
        movers, what = row["movers"], f" {text[row.end() : row.end() + 1].lower()}{text[row.end() + 1 :]}"
    elif elided := VERB_LEFT_OUT.match(text):
        what = text[elided.end() :]
        movers, what = elided["movers"] or elided["named"], f" {what[:1].lower()}{what[1:]}"
        colon = elided.group().rstrip().endswith(":")
        if colon and BODY_ACTS.match(text[elided.end() :]) and stance_of(what)[0] is Stance.OTHER:
            what = f" att{what}"  # "Anna Ek (S): Nämnden beviljar bidraget"
        own = colon and what.startswith(" att ")  # "Anna Ek (S): Att taxan sänks"
        stance = stance_of(what)[0]
        if MOVES.search(movers) or stance is Stance.OTHER or (stance is Stance.EGET and not own):
            return None
    else:
        return None
    who = who_in(movers)
    return (who, what) if who and who.people else None


def _passive(match: re.Match[str]) -> tuple[Who, str] | None:
    """The same where the verb is in the passive: "Av Anna Ek (S) yrkas avslag på motionen."."""
    groups = match.groupdict()
    moved = groups["what"] or f"{groups['paper']}{groups['more'] or ''}"
    movers = groups["movers"]
    if through := groups.get("through"):
        moved, movers = moved.removesuffix(".").removesuffix(f" genom {through}"), f"{movers} genom {through}"
    what, who = f" {moved[:1].lower()}{moved[1:]}", who_in(movers)
    if not who or who.official or MOVES.search(what) or stance_of(what)[0] is Stance.OTHER:
        return None
    return who, what


def _yrkande(sentence: Passage, who: Who, part: str) -> Yrkande:
    stance, target = stance_of(part)
    return Yrkande(
        stance=stance,
        text=sentence.text,
        source=sentence.source(),
        movers=who.people,
        parties=who.parties,
        group=who.group,
        m_fl=who.m_fl,
        target=target,
        rank=1 if FIRST_RANK.search(part) else 2 if SECOND_RANK.search(part) else None,
    )
