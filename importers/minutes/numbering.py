"""The numbers of the §§ against the range that the cover prints.

Paragrafer   112-140          Protokollet omfattar §§ 171–187, §§ 189–210          §§ 96–149
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from importers.bundle import Doubt, Item, Role, Severity, Source
from importers.doubts import DoubtCode, doubt
from importers.patterns.cover import ONE_RANGE, PARAGRAPHS, PARAGRAPHS_ALONE, PARAGRAPHS_BEHIND_LINE, SIGN_ALONE
from importers.patterns.cover_labels import OF_ATTENDANCE, PARAGRAPHS_LABEL, label_of
from importers.patterns.signing import DOTTED
from importers.patterns.verification import SEPARATELY
from importers.text.layout import Line
from importers.text.passage import Passage, passage

Span = tuple[int, int]
_SAME_COLUMN = 8.0  # points
_WITH_VALUE = 2  # cells
_FEW_MISSING = 9
_MOST = 2_000  # §§ of one meeting
_LEADING = re.compile(r"\d+")
_MATTER = frozenset({Role.SUMMARY, Role.DECISION, Role.YRKANDEN, Role.BASIS, Role.PROPOSITION})


def ranges_on(lines: Sequence[Line], numbers: Sequence[int] = ()) -> list[Passage]:
    """Each range of §§ that the lines print under its label; else what stands after "§§" before anybody is listed, or alone
    on a line behind them where it holds the `numbers` of all §§.
    """
    ranges = list(_labelled(lines)) or list(_alone(lines, numbers))
    own = len(ranges) > 1 and all(one.text.strip("§ ").isdigit() for one in ranges)  # of each matter: "Paragraf: 112"
    return [] if own else ranges


def _labelled(lines: Sequence[Line]) -> Iterator[Passage]:
    above: float | None = None  # where a label stood alone on the line before
    for line in lines:
        beneath, labelled, above = above, False, None
        for cell in line.cells:
            text = cell.text
            if SIGN_ALONE.match(text) and cell is line.cells[0] and len(line.cells) == _WITH_VALUE:
                labelled, start = True, len(text)
            elif label := PARAGRAPHS_LABEL.match(text):
                labelled = label["value"] is None
                above = cell.x0 if labelled else None
                start = len(text) if labelled else label.start("value")
            elif behind := PARAGRAPHS_BEHIND_LINE.search(text):
                start = behind.start("paragraphs")
            elif labelled or (beneath is not None and abs(cell.x0 - beneath) < _SAME_COLUMN):
                start, labelled, above = 0, False, None
            else:
                continue
            if PARAGRAPHS.match(text[start:]):
                words = passage([cell]).cut(start)
                yield words.cut(0, len(words.text.rstrip(".")))


def _alone(lines: Sequence[Line], numbers: Sequence[int]) -> Iterator[Passage]:
    listed = False  # what follows are the §§ that somebody was there for, but those beside a line to sign on
    for line in lines:
        listed = listed or any((label := label_of(cell.text)) and label[0] in OF_ATTENDANCE for cell in line.cells)
        for before, cell in pairwise([None, *line.cells]):
            match = PARAGRAPHS_ALONE.match(cell.text) if cell else None
            beside = not listed or (before and DOTTED.match(before.text))
            if match and cell and (beside or (len(line.cells) == 1 and _holds(match["paragraphs"], numbers))):
                yield passage([cell]).group(match, "paragraphs")


def _holds(text: str, numbers: Sequence[int]) -> bool:
    """Whether the printed range holds each of several numbers: it is that of the minutes, not of somebody's who was there."""
    spans = _spans(text)
    several = len(set(numbers)) > 1
    return several and all(any(first <= one <= last for first, last in spans) for one in numbers)


def spans_of(ranges: Sequence[Passage]) -> list[Span]:
    """The first and last § of each stretch that the ranges name."""
    spans = ((int(m["first"]), int(m["last"] or m["first"])) for one in ranges for m in ONE_RANGE.finditer(one.text))
    return sorted((first, last) for first, last in spans if first <= last <= first + _MOST)


def check_numbers(items: Sequence[Item], ranges: Sequence[Passage], text: Passage, *, whole: bool) -> list[Doubt]:
    """Doubts where §§ stand outside the printed range, or in it a § is missing, with both places; and about a § in which
    those may stand whose numbers are missing behind it.

    `whole`: these are the whole minutes; an extract leaves out most of what the cover names. What the text says to be
    verified in minutes of its own is not missed.
    """
    spans = spans_of(ranges)
    stated = {number for first, last in spans for number in range(first, last + 1)}
    numbers = {number: item for item in reversed(items) if (number := _number(item)) is not None}
    apart = _elsewhere(text)
    gaps = list(_gaps(items, stated, numbers.keys() | apart, whole=whole))
    doubts = [_within(items, *gap) for gap in gaps]
    if not spans or not items:
        return doubts
    doubts += [_outside(numbers[number], ranges) for number in sorted(numbers.keys() - stated)]
    told = {number for _, missing in gaps for number in missing}
    missing = sorted(stated - numbers.keys() - apart - told) if whole else []
    if missing:
        gone = _missing(missing, numbers, ranges)
        doubts.append(
            replace(gone, severity=Severity.ERROR) if len(missing) > max(len(numbers), _FEW_MISSING) else gone
        )
    return doubts


def _gaps(
    items: Sequence[Item], stated: Container[int], there: Container[int], *, whole: bool
) -> Iterator[tuple[int, list[int]]]:
    """The index of each § that may hold the §§ whose numbers are missing behind it, and these: both neighbours are there,
    or the § begins again. What the cover leaves out of its range is not missed; an extract leaves §§ out without a word.
    """
    for index, (item, after) in enumerate(pairwise([*items, None])):
        number, following = _number(item) if item else None, _number(after) if after else None
        if item is None or number is None or not (following or stated):
            continue
        last = following if following is not None else number + 2
        missing = [
            one
            for one in range(number + 1, min(last, number + _MOST))
            if one not in there and (one in stated or not stated)
        ]
        if missing and ((whole and following is not None) or _begins_again(item)):
            yield index, missing


def _begins_again(item: Item) -> bool:
    """Whether a matter is told anew beneath the list of who gets the decision: another §'s, whose head is not seen."""
    roles = [section.role for section in item.sections]
    sent = roles.index(Role.SENT_TO) if Role.SENT_TO in roles else len(roles)
    return Role.SENT_TO in roles[sent + 1 :] and not _MATTER.isdisjoint(roles[sent + 1 :])


def numbers_of(items: Sequence[Item]) -> list[int]:
    """The numbers of the §§, letters left off: "3 a" is 3."""
    return [number for item in items if (number := _number(item)) is not None]


def _number(item: Item) -> int | None:
    match = _LEADING.match(item.number)
    return int(match.group()) if match else None


def _elsewhere(text: Passage) -> set[int]:
    """The §§ that minutes of their own hold: "§ 84 justeras omedelbart i särskilt protokoll"."""
    spans = (span for match in SEPARATELY.finditer(text.text) for span in _spans(match["ranges"]))
    return {number for first, last in spans if last <= first + _MOST for number in range(first, last + 1)}


def _spans(text: str) -> list[Span]:
    return [(int(m["first"]), int(m["last"] or m["first"])) for m in ONE_RANGE.finditer(text)]


def _within(items: Sequence[Item], index: int, missing: Sequence[int]) -> Doubt:
    """With the places of the § and of the one after the gap."""
    return doubt(
        DoubtCode.ITEMS_MAY_BE_WITHIN,
        about=f"/items/{index}",
        number=items[index].number,
        numbers=shown(missing),
        sources=[source for item in items[index : index + 2] for source in _stands(item)],
    )


def _outside(item: Item, ranges: Sequence[Passage]) -> Doubt:
    return doubt(
        DoubtCode.ITEM_OUTSIDE_RANGE,
        number=item.number,
        printed=_printed(ranges),
        sources=[*(one.source() for one in ranges), *_stands(item)],
    )


def _missing(missing: Sequence[int], numbers: dict[int, Item], ranges: Sequence[Passage]) -> Doubt:
    """One doubt for all §§ that are missing; the second place is the § before the first of them, or else after it."""
    before = [number for number in numbers if number < missing[0]]
    beside = max(before) if before else min(numbers)
    return doubt(
        DoubtCode.ITEMS_MISSING,
        numbers=shown(missing),
        printed=_printed(ranges),
        sources=[*(one.source() for one in ranges), *_stands(numbers[beside])],
    )


def _stands(item: Item) -> tuple[Source, ...]:
    return item.fields.get("number", ())


def _printed(ranges: Sequence[Passage]) -> str:
    return ", ".join(one.text for one in ranges)


def shown(numbers: Sequence[int]) -> str:
    """Numbers as people write them: [3, 5, 6, 7] gives "3, 5-7"."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]}-{run[-1]}" for run in runs)
