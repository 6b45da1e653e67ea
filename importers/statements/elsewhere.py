"""Which sentences report what was wanted at another body's meeting: of those nothing is this meeting's.

Vid arbetsutskottets sammanträde yrkar Anna Ek (S) avslag. Arbetsutskottet avslår yrkandet.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from importers.bundle import Doubt, Reservation, Role
from importers.doubts import DoubtCode, doubt
from importers.patterns.elsewhere import (
    ACTED_THEN,
    ACTS_NOW,
    ALSO_HERE,
    AT_MEETING_OF,
    AT_THIS_MEETING,
    MOVES_AT_THIS_MEETING,
    PUT_IN,
    TOLD_OF_ELSEWHERE,
    TREATED_BY,
)
from importers.patterns.yrkanden import WANTED_IN_PAPER
from importers.statements.earlier import tells_of_meeting_before
from importers.text.blocks import Block, part_of
from importers.text.passage import Passage, sentences

_PART_OF_BODY = ("utskott", "presidium", "beredning")
_SHORT_FOR = {
    "ks": "kommunstyrelsen",
    "kf": "kommunfullmäktige",
    "au": "arbetsutskottet",
    "ksau": "kommunstyrelsens arbetsutskott",
}
_ENDINGS = ("et", "en", "um")  # that a body's name takes or loses: "utskottet", "presidium", "presidiet"


def of_another(text: str, body: str | None) -> bool:
    """Whether the sentence tells of the meeting of a body that is not `body`, which it may name in short: "utskottet", "AU";
    no where it is unknown whose minutes these are.
    """
    match = AT_MEETING_OF.match(text)
    if match is None or body is None:
        return False
    return _differs(match["organ"] or match["organ2"] or match["organ3"], body)


def made_here(reservations: Iterable[Reservation], body: str | None) -> tuple[list[Reservation], list[Doubt]]:
    """The reservations without those that were made at another body's meeting, and a doubt for each of these: "Bo Ås (M)
    reserverade sig i nämnden."."""
    kept: list[Reservation] = []
    doubts: list[Doubt] = []
    for one in reservations:
        if of_another(one.text, body) and not ALSO_HERE.search(one.text):
            doubts.append(doubt(DoubtCode.SENTENCE_NOT_READ, role=Role.RESERVATION.value, sources=[one.source]))
        else:
            kept.append(one)
    return kept, doubts


def put_in_another(text: str, body: str | None) -> bool:
    """Whether what the sentence tells was put and found in a body that is not `body`: "Ordföranden fann att nämnden avslog det."."""
    match = PUT_IN.search(text)
    return match is not None and body is not None and _differs(match["organ"] or match["organ2"], body)


def put_in(text: str, body: str | None) -> bool:
    """Whether what the sentence tells was put and found in the body itself."""
    return PUT_IN.search(text) is not None and body is not None and not put_in_another(text, body)


def _differs(organ: str, body: str) -> bool:
    organ = organ.casefold()
    *_, told = _SHORT_FOR.get(organ, organ).split(" ")
    own = body.casefold()
    first, _, last = own.rpartition(" ")
    if first.endswith("s") and last.endswith(_PART_OF_BODY):
        own = last
    return _stem(told) not in own


def _stem(word: str) -> str:
    return next((word.removesuffix(ending) for ending in _ENDINGS if word.endswith(ending)), word)


def told_here(
    blocks: Sequence[Block], body: str | None, heading: Passage | None = None
) -> tuple[list[Block], list[Passage]]:
    """The blocks without what is told of another meeting: from the sentence that says so to the end of its paragraph, or to
    where this meeting is spoken of; all of it where the heading is of another's treatment of the matter. And the sentences in
    which somebody wanted something behind one that only cites a § of a day: "Nämnden tillstyrkte förslaget den 4 maj 2023,
    § 45. Bo Ås (M) reserverade sig.".
    """
    treated = TREATED_BY.match(heading.text) if heading else None
    if treated and body and _differs(treated["organ"], body):
        return [], []
    kept: list[Block] = []
    then: list[Passage] = []
    for block in blocks:
        printed = sentences(block.body)
        named = [of_another(one.text, body) for one in printed]
        cited = _behind_cited(printed, body)
        if any(named) or any(cited):
            kept += _runs_told_here(block, printed, named, cited)
            then += [one for one, there in zip(printed, cited, strict=True) if there and ACTED_THEN.search(one.text)]
        else:
            kept.append(block)
    return kept, then


def _behind_cited(printed: Sequence[Passage], body: str | None) -> list[bool]:
    """Which sentences of a paragraph go on about the meeting whose § one before them cites, all in the past; none where the
    body itself is found to decide in it."""
    if any(put_in(one.text, body) for one in printed):
        return [False] * len(printed)
    behind: list[bool] = []
    cited = False
    for one in printed:
        cited = cited and not (AT_THIS_MEETING.match(one.text) or ACTS_NOW.search(one.text))
        behind.append(cited)
        cited = cited or (tells_of_meeting_before(one.text) and ACTS_NOW.search(one.text) is None)
    return behind


def without_told_of(blocks: Sequence[Block]) -> tuple[list[Block], list[Passage]]:
    """The blocks without the sentences that tell what was wanted before or in a paper, and these: "Bo Ås (M) framhåller att hans
    parti reserverade sig förra året."."""
    kept: list[Block] = []
    told: list[Passage] = []
    for block in blocks:
        printed = sentences(block.body)
        there = [bool(TOLD_OF_ELSEWHERE.search(one.text) or WANTED_IN_PAPER.search(one.text)) for one in printed]
        told += [one for one, is_told in zip(printed, there, strict=True) if is_told]
        kept += _runs_told_here(block, printed, [False] * len(printed), there) if any(there) else [block]
    return kept, told


def from_this_meeting(blocks: Sequence[Block]) -> tuple[list[Block], list[Block]]:
    """The blocks before the sentence in which somebody wants something at this meeting, as it says, and those from there on:
    "Vid dagens sammanträde yrkar Anna Ek (S) avslag."."""
    for index, block in enumerate(blocks):
        printed = sentences(block.body)
        at = next((n for n, one in enumerate(printed) if MOVES_AT_THIS_MEETING.match(one.text)), None)
        if at is not None:
            before = [_block(block, printed[:at])] if at else []
            return [*blocks[:index], *before], [_block(block, printed[at:]), *blocks[index + 1 :]]
    return list(blocks), []


def _runs_told_here(
    block: Block, printed: Sequence[Passage], named: Sequence[bool], cited: Sequence[bool]
) -> list[Block]:
    """The runs of sentences of a paragraph that tell of this meeting, each as a block; `named` says that they open with another
    body's meeting, `cited` that they stand behind one that cites it."""
    runs: list[list[Passage]] = []
    elsewhere, going_on = False, False
    for one, opens, behind in zip(printed, named, cited, strict=True):
        elsewhere = opens or (elsewhere and AT_THIS_MEETING.match(one.text) is None)
        if elsewhere or behind:
            going_on = False
            continue
        if not going_on:
            runs.append([])
        runs[-1].append(one)
        going_on = True
    return [_block(block, run) for run in runs]


def _block(block: Block, run: Sequence[Passage]) -> Block:
    start = block.body.text.find(run[0].text)
    end = block.body.text.find(run[-1].text, start) + len(run[-1].text)
    return part_of(block, block.body.cut(start, end))
