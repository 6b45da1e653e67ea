"""What was done before in the matter, as the text tells it.

Jennie Claesson (L) föreslår i en motion väckt vid kommunfullmäktiges sammanträde den 11 december 2023 att …
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from importers.bundle import Earlier, EarlierKind
from importers.patterns.dates import first_date
from importers.patterns.earlier import (
    CITED_AS_SUBJECT,
    CITED_AT,
    CITED_BESIDES,
    CITED_BY_NUMBER,
    CITED_DAY_FIRST,
    CITED_IN_PASSIVE,
    CITED_OF_WHICH,
    CITED_PAPER,
    CITED_STEP,
    CITED_THEN,
    DATED_STEP,
    DAY_ALONE,
    PUT_OFF_ON,
    RAISED,
    REPORTS_DECISIONS,
    STEP_KINDS,
    TREATED,
    TREATED_AT,
    TREATED_ON,
    TREATED_THEN,
)
from importers.patterns.in_heads import CITED_IN_MARGIN
from importers.patterns.organs import CITED_BODY, cited_organ, in_small
from importers.text.blocks import Block
from importers.text.layout import Line
from importers.text.passage import Passage, passage, sentences

# In running text, where a body, a day and a § all stand.
_CITED_WITHIN = (
    CITED_AS_SUBJECT,
    CITED_DAY_FIRST,
    CITED_IN_PASSIVE,
    CITED_OF_WHICH,
    CITED_BY_NUMBER,
    CITED_AT,
    CITED_PAPER,
    CITED_BESIDES,
    PUT_OFF_ON,
)
_WITHIN = (TREATED, TREATED_ON, TREATED_AT, TREATED_THEN, *_CITED_WITHIN)
_DAY_WITHIN = 3  # lines
_SAME_EDGE = 3.0  # points
_RULE = "____"  # that ends what a body said of the matter
_FOLLOWS = 200  # signs behind a cited § that may tell what was done
_TURN = "70"  # years of two digits from here on are of the last century


def tells_of_meeting_before(text: str) -> bool:
    """Whether the sentence tells what a body did at an earlier meeting: "Nämnden tillstyrkte förslaget den 4 maj 2023, § 45."."""
    return any(pattern.search(text) for pattern in _WITHIN)


def told_earlier(blocks: Iterable[Block], *, cited: bool = True) -> tuple[Earlier, ...]:
    """Steps stated in running text: the motion raised, a body that treated the matter at a dated meeting, a § cited in the
    margin of what was proposed or decided there; not where what others decided in other matters is listed (`cited`).
    """
    steps: list[Earlier] = []
    blocks = list(blocks)
    steps += _cited_beside([line for block in blocks for line in block.lines]) if cited else ()
    for block, following in pairwise([*blocks, None]):
        if block is None:
            break
        steps += _cited(block, following) if cited else ()
        steps += [step for sentence in sentences(block.body) for step in _told(sentence)]
    return tuple({_told_as(step): step for step in reversed(steps)}.values())[::-1]


def _told_as(step: Earlier) -> object:
    """What makes it one step that is told of twice: its day and §."""
    return (step.date, step.item_number) if step.item_number else step


def of_heading(heading: Passage | None) -> tuple[Earlier, ...]:
    """The step that a heading names with its day and §: "ARBETSUTSKOTTETS FÖRSLAG 2003-09-16 § 141"."""
    match = CITED_PAPER.match(in_small(heading.text)) if heading else None
    return (_step(heading, match, kind_of(match["action"])),) if heading and match else ()


def reports_decisions(heading: Passage | None) -> bool:
    """Whether a heading or a title says that what others have decided is listed: "Anmälan av delegationsbeslut"."""
    return heading is not None and REPORTS_DECISIONS.match(heading.text) is not None


def _cited(block: Block, following: Block | None) -> Iterable[Earlier]:
    """The §§ cited at the head of the block's lines; what follows tells what was done: "KU § 88 08-11-04"."""
    for index, line in enumerate(block.lines):
        if match := CITED_STEP.match(line.text):
            cited = passage([line]).group(match)
            follows = passage(block.lines[index + 1 :]).text or (following.whole.text if following else "")
            yield _cited_step(cited, match, kind_of(follows[:_FOLLOWS]))


def _cited_beside(lines: Sequence[Line]) -> Iterable[Earlier]:
    """The §§ cited in the margin of the lines, each with its day beneath and what is told of it beside it: "AU § 88
    Arbetsutskottet uppdrog …" over "12-10-09"."""
    starts = [at for at, line in enumerate(lines) if len(line.cells) > 1 and CITED_IN_MARGIN.match(line.cells[0].text)]
    for start, end in pairwise([*starts, len(lines)]):
        cited = _with_day(lines[start : min(end, start + _DAY_WITHIN)])
        if cited and (match := CITED_STEP.match(cited.text)):
            yield _cited_step(cited, match, kind_of(passage(lines[start:end]).text.partition(_RULE)[0]))


def _with_day(lines: Sequence[Line]) -> Passage | None:
    """The § that the first line has in its margin, and its day, which stands beneath it."""
    first = lines[0].cells[0]
    below = (line.cells[0] for line in lines[1:])
    day = next((cell for cell in below if DAY_ALONE.match(cell.text) and abs(cell.x0 - first.x0) < _SAME_EDGE), None)
    return passage([first, day]) if day else None


def _cited_step(words: Passage, match: re.Match[str], kind: EarlierKind) -> Earlier:
    return Earlier(
        kind=kind,
        source=words.source(),
        action=None,
        body=match["organ"],
        date=_day(match["date"] or match["date2"]),
        item_number=match["item"] or match["item2"],
    )


def _day(printed: str) -> dt.date | None:
    """A day as printed, its year in four digits or in two: "08-11-04" is of 2008."""
    century = "" if len(printed) > len("08-11-04") else "20" if printed < _TURN else "19"
    return first_date(century + printed)


def _told(sentence: Passage) -> Iterable[Earlier]:
    days: list[int] = []  # where those stand that are told of already
    for match in RAISED.finditer(sentence.text):
        days.append(match.start("date"))
        yield _step(sentence, match, EarlierKind.RAISED)
    for match in (match for pattern in _WITHIN for match in pattern.finditer(sentence.text)):
        if match.start("date") in days:
            continue
        days.append(match.start("date"))
        yield _step(sentence, match, kind_of(_deed(sentence.text, match)))
        if match.re is CITED_IN_PASSIVE.regex and (then := CITED_THEN.match(sentence.text[match.end() :])):
            yield _step(sentence.cut(match.end()), then, EarlierKind.OTHER)


def _deed(text: str, match: re.Match[str]) -> str:
    """The words that tell what was done, which may stand behind the day: "har 2023-06-05, § 118, föreslagit"."""
    if match.groupdict().get("action") is None:
        return ""
    behind = text[match.end() : match.end() + _FOLLOWS]
    return f"{match['action']} {behind}" if match["action"] in ("har", "hade") else match["action"]


def _step(sentence: Passage, match: re.Match[str], kind: EarlierKind) -> Earlier:
    groups = match.groupdict()
    return Earlier(
        kind=kind,
        source=sentence.group(match).source(),
        action=groups.get("action"),
        body=cited_organ(groups["organ"]) if groups.get("organ") else None,
        date=first_date(match["date"]),
        item_number=match["item"],
    )


def listed_earlier(blocks: Sequence[Block]) -> tuple[Earlier, ...]:
    """Entries under "Tidigare behandling"; one entry may hold several dated steps of one kind."""
    return tuple(step for block in blocks for sentence in sentences(block.body) for step in _listed(sentence))


def _listed(sentence: Passage) -> Iterable[Earlier]:
    kind, start = kind_of(sentence.text), 0
    if cited := CITED_STEP.match(sentence.text):
        yield _cited_step(sentence.group(cited), cited, kind)
        sentence = sentence.cut(cited.end())
    body = CITED_BODY.search(sentence.text)
    for match in DATED_STEP.finditer(sentence.text):
        yield Earlier(
            kind=kind,
            source=sentence.cut(start, match.end()).source(),
            action=sentence.text[: match.start()].strip(" ,") if start == 0 else None,
            body=cited_organ(body["organ"]) if body else None,
            date=first_date(match["date"]),
            item_number=match["item"],
        )
        rest = sentence.text[match.end() :]
        start = match.end() + len(rest) - len(rest.lstrip(" ,;"))


def kind_of(text: str) -> EarlierKind:
    """What kind of step the words tell of; `OTHER` for "behandlade ärendet"."""
    matches = [(match.start(), kind) for kind, pattern in STEP_KINDS if (match := pattern.search(text))]
    return min(matches)[1] if matches else EarlierKind.OTHER
