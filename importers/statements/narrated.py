"""A § told in running prose without a heading: which of its sentences decide, and from where on the meeting itself is told.

Avfallschefen föredrog ärendet. Bo Ås yrkade avslag. Direktionen beslutade att anta taxan. Bo Ås reserverade sig.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from importers.patterns.alone import AT_ANOTHER_TIME, OF_OTHERS_OR_LATER, TELLS_OF_IT
from importers.patterns.beside_decisions import STATES_NOTHING
from importers.patterns.narrated import (
    AT_ANOTHER_MEETING,
    BEHIND_DECISION,
    BODY_DECIDED,
    MATTER_DECIDED,
    TELLS_OF_COMPANY,
    TOLD_NOW,
    told_in_past,
)
from importers.patterns.votes import TELLS_VOTES
from importers.patterns.yrkanden import REPORTS, TOLD_ELSEWHERE
from importers.statements.decision_stretches import is_named
from importers.statements.elsewhere import put_in, put_in_another
from importers.statements.propositions import found_by_chair, says_neither, told_whole
from importers.statements.reservations import reservations_of
from importers.statements.yrkanden import yrkanden_of
from importers.statements.yttranden import abstentions_of, noted_by
from importers.text.blocks import Block, part_of
from importers.text.passage import Passage, sentences


@dataclass(frozen=True, slots=True)
class Narrated:
    """The parts of such a §: what tells of the matter, what tells of the meeting, and what is decided there."""

    before: tuple[Block, ...]
    here: tuple[Block, ...]
    decided: tuple[Block, ...]
    unclear: tuple[Passage, ...]  # what deciding sentences stand before it, of this meeting or of another


_Told = tuple[Block, Passage]
_OF_ANYBODY = ("styrelsen", "stämman")  # that a company has as well


def narrated(blocks: Sequence[Block], body: str | None) -> Narrated | None:
    """The § parted, where it ends with what the meeting's own body decides; `None` where it does not, or somebody else does."""
    told = [(block, sentence) for block in blocks for sentence in sentences(block.body)]
    now = any(TOLD_NOW.search(one.text) for _, one in told)
    company = next((at for at, (_, one) in enumerate(told) if TELLS_OF_COMPANY.search(one.text)), len(told))
    end = len(told)
    decided: list[int] = []
    for at in range(len(told) - 1, -1, -1):
        block, sentence = told[at]
        if block.mark is not None:
            return None
        if _decides(sentence.text, body, now=now, company=company < at):
            decided.insert(0, at)
        elif not _goes_with_it(sentence):
            break
        end = at
    if not decided:
        return None
    first = _first_of_meeting(told, end, body)
    deciding = [at for at in range(end) if _decides(told[at][1].text, body, now=now, company=company < at)]
    decided = [*(at for at in deciding if at >= first), *decided]
    return Narrated(
        before=tuple(_blocks(told[:first])),
        here=tuple(_blocks([one for at, one in enumerate(told) if at >= first and at not in decided])),
        decided=tuple(part_of(*told[at]) for at in decided),
        unclear=tuple(told[at][1] for at in deciding if at < first),
    )


def from_own_finding(blocks: Sequence[Block], body: str | None) -> tuple[list[Block], list[Block]]:
    """The blocks that tell of papers, and those from the first who moves something, where the chair then finds what the
    meeting's own body decides: "Ordföranden fann att kommunstyrelsen avslagit motionen."."""
    told = [(block, sentence) for block in blocks for sentence in sentences(block.body)]
    if any(TOLD_ELSEWHERE.search(one.text) or put_in_another(one.text, body) for _, one in told):
        return list(blocks), []
    found = [at for at, (_, one) in enumerate(told) if found_by_chair(one) and put_in(one.text, body)]
    reports = [at for at, (_, one) in enumerate(told) if REPORTS.search(one.text)]
    first = _first_of_meeting(told, found[0], body) if found else len(told)
    if not found or first >= found[0] or (reports and reports[-1] > first):
        return list(blocks), []
    return _blocks(told[:first]), _blocks(told[first:])


def _decides(text: str, body: str | None, *, now: bool, company: bool) -> bool:
    """Whether the sentence tells what the body decides at this meeting; `now` is where the § tells of it in the present,
    `company` behind who tells of a company, whose board "Styrelsen" then is, as its meeting may be who elects.
    """
    spoken = BODY_DECIDED.match(text)
    when = text.partition(" att ")[0] if spoken else text
    if AT_ANOTHER_TIME.search(when) or AT_ANOTHER_MEETING.search(when):
        return False
    if spoken:
        organ = spoken["organ"] or spoken["organ2"]
        if company and organ.casefold() in _OF_ANYBODY:
            return False
        return not (now and told_in_past(spoken)) and body is not None and is_named(organ, body)
    matter = MATTER_DECIDED.match(text)
    if matter is None or (now and told_in_past(matter)) or (company and (matter["past3"] or matter["now3"])):
        return False
    what, tail = matter["what"] or matter["what2"] or "", matter["tail"] or matter["tail2"] or ""
    return not (TELLS_OF_IT.search(what) or OF_OTHERS_OR_LATER.search(tail))


def _goes_with_it(sentence: Passage) -> bool:
    """Whether the sentence may stand behind a decision, and is of the same meeting."""
    text = sentence.text
    if any(pattern.match(text) for pattern in (STATES_NOTHING, BEHIND_DECISION, TELLS_VOTES)) or says_neither(sentence):
        return True
    return bool(reservations_of(sentence) or abstentions_of(sentence)[0] or noted_by(sentence))


def _first_of_meeting(told: Sequence[_Told], end: int, body: str | None) -> int:
    """Where the meeting itself is told of, behind all that reports a paper or another body's meeting: from who moves something."""
    reports = [
        at for at, (_, one) in enumerate(told[:end]) if REPORTS.search(one.text) or put_in_another(one.text, body)
    ]
    for at in range(reports[-1] + 1 if reports else 0, end):
        sentence = told[at][1]
        if found_by_chair(sentence) or told_whole(sentence) or _moves(sentence):
            return at
    return end


def _moves(sentence: Passage) -> bool:
    """Whether somebody named at the head of the sentence "yrkar" something in it."""
    yrkanden = yrkanden_of(sentence) if "yrka" in sentence.text else ()
    return any(one.movers and one.movers[0].name in sentence.text.partition("yrka")[0] for one in yrkanden)


def _blocks(told: Sequence[_Told]) -> list[Block]:
    """The sentences as blocks, those that follow each other in one paragraph as one."""
    runs: list[tuple[Block, list[Passage]]] = []
    for block, sentence in told:
        if runs and runs[-1][0] is block:
            runs[-1][1].append(sentence)
        else:
            runs.append((block, [sentence]))
    return [_run(block, run) for block, run in runs]


def _run(block: Block, run: Sequence[Passage]) -> Block:
    start = block.body.text.find(run[0].text)
    end = block.body.text.find(run[-1].text, start) + len(run[-1].text)
    return part_of(block, block.body.cut(start, end))
