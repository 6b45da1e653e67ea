"""Where the §§ of minutes start: lines that head one, as distinct from references, contents lists and repeated heads.

§ 612 Ärendenummer SLK-2024-00417        Ks au § 43        Dnr 25/KS 15 111        Kommunstyrelsen        Ks § 44

What stands in the dress of a heading is one. What does not may be one by its place: alone on its line, or with a title
behind it, and next in number.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise

from importers.minutes.contents import entries_of_contents
from importers.minutes.head_columns import broken_mark
from importers.minutes.head_line import head_of, title_beside
from importers.minutes.other_bodies import of_other_bodies
from importers.minutes.series import Found, heads_in_series
from importers.patterns.contents import LEADERS
from importers.patterns.cover_labels import PARAGRAPHS_LABEL
from importers.patterns.headings import LABEL, role_of
from importers.patterns.in_heads import GOES_ON, SIGN_ALONE, TITLE_BEHIND_LABEL
from importers.patterns.item_numbers import (
    BARE_HEADING,
    CITED_ITEM,
    DATED_REST,
    ITEM_HEADING,
    LAW_ALONE,
    RANGE_HEADING,
    SMALL_TITLE,
    WRAPPED_REFERENCE,
)
from importers.patterns.marks import LEFT_OPEN, RULE
from importers.patterns.numbers import CASE_LINE, CASE_THEN_TITLE, LABELLED_CASE, LABELLED_ODD
from importers.patterns.titles import DECIDES_SOMEHOW
from importers.text.layout import Line
from importers.text.passage import passage
from importers.text.sections import Style

_INDENT = 12.0  # points
_ROWS = 1.45  # of the size: the rows of one cell stand no further apart
_GAP = 1.9  # of the size
_SEVERAL = 2  # heads: one number alone is none
_FIRST_TRIED = 8  # lines with a number that the count may begin with
_NEAR = 2  # §§ further on: with the next one missing, in minutes of its own perhaps
_NUMBERS = 100  # that extracts may leave out between two §§
_DIGITS = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class ItemHeads:
    """The indexes of the lines that head §§, of those that repeat one on top of a page, and of those that may head one."""

    starts: tuple[int, ...] = ()
    repeated: tuple[int, ...] = ()
    doubtful: tuple[int, ...] = ()
    in_series: tuple[
        Found, ...
    ] = ()  # those of the starts that only their series tells, and where on them the number is
    others: tuple[int, ...] = ()  # §§ of bodies before the meeting's, above its own


@dataclass(slots=True)
class _Candidate:
    index: int
    line: Line
    value: int  # of "§ 12 a": 12
    name: str
    sign: str  # the body's, before the "§", in small letters
    alone: bool  # nothing stands behind the number
    sure: bool
    several: bool = field(default=False)  # the heading is of more §§ than the one
    open_above: bool = field(default=False)  # the line above goes on in this one


def find_heads(lines: Sequence[Line], style: Style) -> ItemHeads:
    """Where §§ start among the lines: by the form of their heads, and where §§ lack, by their series."""
    return _find_heads(tuple(lines), style)


@lru_cache(maxsize=1)  # the lines of minutes are asked twice: where the first § starts, and where all do
def _find_heads(lines: tuple[Line, ...], style: Style) -> ItemHeads:
    heads = _heads_by_form(lines, style)
    found = heads_in_series(lines, style, {index: _number_on(lines, index) for index in heads.starts})
    if not found:
        return heads
    added = {one.index for one in found}
    return ItemHeads(
        tuple(sorted({*heads.starts, *added})),
        tuple(index for index in heads.repeated if index not in added),
        tuple(index for index in heads.doubtful if index not in added),
        found,
        heads.others,
    )


def _number_on(lines: Sequence[Line], index: int) -> int:
    """The number of the § that the line heads."""
    broken = broken_mark(lines, index)
    line = broken.number if broken else head_of(lines[index])
    titled = title_beside(line)
    text = (titled[1] if titled else line).text
    match = ITEM_HEADING.match(text) or RANGE_HEADING.match(text) or BARE_HEADING.match(text)
    return _value(match["number"] if match else text)


def _heads_by_form(lines: Sequence[Line], style: Style) -> ItemHeads:
    """Where lines of a form that is known head §§."""
    candidates = [one for index in range(len(lines)) if (one := _candidate(lines, index, style))]
    listed = entries_of_contents(lines, candidates)
    candidates = [one for one in candidates if one.index not in listed]
    others = of_other_bodies([(one.index, one.sign) for one in candidates])
    candidates = [one for one in candidates if one.index not in others]
    starts: list[_Candidate] = []
    repeated: list[int] = []
    doubtful: list[int] = []
    for place, one in enumerate(candidates):
        last = starts[-1] if starts else None
        if last is not None and _repeats(lines, last, one):
            repeated.append(one.index)
            continue
        following = last is not None and one.value == last.value + 1
        if one.several and one.alone and not following:
            continue  # a range of §§ that heads none: the cover's
        fits = one.sure or _fits(last, one, candidates[place + 1 :])
        if one.sure or (fits and not one.open_above and (one.alone or following or _leads(candidates, place))):
            starts.append(one)
            doubtful += [one.index] if one.several else []
        elif fits and last is not None and one.value - last.value <= _NEAR:
            doubtful.append(one.index)
    doubtful += _beside(lines, starts)
    if not starts:
        return ItemHeads(_bare_heads(lines, style))
    first_lines = tuple(one.index for one in starts)
    return ItemHeads(first_lines, tuple(repeated), tuple(sorted(doubtful)), others=tuple(sorted(others)))


def _bare_heads(lines: Sequence[Line], style: Style) -> tuple[int, ...]:
    """Where §§ start whose number no "§" marks, or one behind it ("88 § Taxa för bad"): lines of one dress that count on, beneath
    a gap or standing out, most of them over a heading or a decision, and fewer than half of them headings themselves
    ("2. Sammanfattning"). A law's own §§ ("35 § Kommunallagen") are none. Of heads with a mark or
    a word that stand out ("Ärende 4 Nästa möte"), or that count from 1 with no heading among them, one that decides is enough.
    """
    numbered = [
        index
        for index, line in enumerate(lines)
        if (match := BARE_HEADING.match(line.text))
        and not LEADERS.search(line.text)
        and not (match["mark"] and LAW_ALONE.match(match["rest"] or ""))
        and (_stands_apart(lines, index, style) or ((match["mark"] or match["word"]) and _is_whole(lines, index)))
    ]
    runs = (_counted_on(lines, numbered[at:], style) for at in range(min(len(numbered), _FIRST_TRIED)))
    starts = max(runs, key=len, default=[])
    if len(starts) < _SEVERAL:
        return ()
    decided = sum(
        any(role_of(line.text) or DECIDES_SOMEHOW.search(line.text) for line in lines[start + 1 : end])
        for start, end in pairwise([*starts, len(lines)])
    )
    headings = sum(
        (match := BARE_HEADING.match(lines[start].text)) is not None and role_of(match["rest"] or "") is not None
        for start in starts
    )
    told = all(
        (match := BARE_HEADING.match(lines[start].text)) and (match["word"] or match["mark"]) for start in starts
    )
    first = lines[starts[0]]
    counted = _value(first.text) == 1 and len(starts) > _SEVERAL and not headings  # "1. Föregående anteckningar"
    enough = decided > 0 if style.stands_out(first) and (told or counted) else 2 * decided >= len(starts)
    return tuple(starts) if enough and len(starts) > 2 * headings else ()


def _counted_on(lines: Sequence[Line], numbered: Sequence[int], style: Style) -> list[int]:
    """The first of the lines, and those after it in its dress whose numbers count on from it. Behind a "§" numbers may be left
    out, one, or, where the lines stand out, many, if they do not come later.
    """
    first = lines[numbered[0]]
    farthest = 1 if "§" not in first.text else _NUMBERS if style.stands_out(first) else _NEAR
    starts = [numbered[0]]
    alike = [index for index in numbered[1:] if _is_alike(lines[index], first)]
    for at, index in enumerate(alike):
        due = _value(lines[starts[-1]].text) + 1
        value = _value(lines[index].text)
        later = (_value(lines[other].text) for other in alike[at + 1 :])
        if value == due or (due < value < due + farthest and due not in later):
            starts.append(index)
    return starts


def _is_alike(line: Line, first: Line) -> bool:
    """Whether a line with a number is set and worded as the first is: "Punkt 3 Parker" counts on from no "2. Budget"."""
    dress = (line.bold, line.size) == (first.bold, first.size) and abs(line.x0 - first.x0) < _INDENT
    worded = line.words[0].text.casefold() == first.words[0].text.casefold() or not (
        line.text[:1].isalpha() or first.text[:1].isalpha()
    )
    return dress and worded and ("§" in line.text) == ("§" in first.text)


def _stands_apart(lines: Sequence[Line], index: int, style: Style) -> bool:
    """Whether the line stands out, or beneath a gap."""
    line, above = lines[index], lines[index - 1] if index else None
    if style.stands_out(line) or above is None or above.page != line.page:
        return True
    return not _goes_on(above) and line.baseline - above.baseline > _GAP * line.size


def _is_whole(lines: Sequence[Line], index: int) -> bool:
    """Whether a sentence ends above the line, and nothing goes on from it in small letters: "45 § Taxa för bad"."""
    after = lines[index + 1] if index + 1 < len(lines) else None
    above = lines[index - 1] if index else None
    labelled = above is not None and TITLE_BEHIND_LABEL.match(above.text) is not None
    ended = _ends(above) or labelled or (above is not None and above.text.endswith(")"))
    return ended and (after is None or not after.text[:1].islower())


def _fits(last: _Candidate | None, one: _Candidate, rest: Sequence[_Candidate]) -> bool:
    """Whether the number lies between that of the last § and that of the next that is sure."""
    after = next((other.value for other in rest if other.sure), None)
    return (last is None or one.value > last.value) and (after is None or one.value < after)


def _leads(candidates: Sequence[_Candidate], place: int) -> bool:
    """Whether the line begins a series: the next candidate bears the next number and the same sign."""
    one, *rest = candidates[place : place + 2]
    return any((other.value, other.sign) == (one.value + 1, one.sign) and not other.open_above for other in rest)


def _beside(lines: Sequence[Line], starts: Sequence[_Candidate]) -> list[int]:
    """Lines that hold, beside other text, the number alone of a § that is missing among those that start."""
    values = {one.value for one in starts}
    beside: list[int] = []
    for index, line in enumerate(lines):
        if "§" not in line.text:
            continue
        for left, cell in pairwise(line.cells):
            match = ITEM_HEADING.match(cell.text)
            if match is None or match["rest"] or PARAGRAPHS_LABEL.match(left.text):
                continue
            value = _value(match["number"])
            if value not in values and value + 1 in values:
                beside.append(index)
    return beside


def _value(number: str) -> int:
    """The number of a §, letters and year left off: "12 a" is 12."""
    return int(_DIGITS.findall(number)[0])


def first_item(lines: Sequence[Line], style: Style) -> int:
    """Where the first § starts; the number of lines if there is none."""
    return next(iter(find_heads(lines, style).starts), len(lines))


def _candidate(lines: Sequence[Line], index: int, style: Style) -> _Candidate | None:
    """The line as one that may head a §. A reference ("§ 20 och den 29 februari 2024", "KS § 131 08-12-09") does not."""
    if "§" not in lines[index].text and not (index + 1 < len(lines) and lines[index + 1].text.startswith("§")):
        return None
    if (
        index
        and lines[index].text.startswith("§")
        and (above := broken_mark(lines, index - 1))
        and "§" in above.number.text
    ):
        return None  # the lower row of a head that begins with the body's sign
    line = head_of(lines[index])
    titled = title_beside(line) if line is lines[index] and style.stands_out(line) else None
    line = titled[1] if titled else line
    if line is not lines[index] and CASE_LINE.match(lines[index].cells[0].text) and not style.stands_out(line):
        return None  # a row of a table of matters
    match = ITEM_HEADING.match(line.text)
    rest = (match["rest"] or "") if match else ""
    if match is None and (broken := broken_mark(lines, index)):
        match = ITEM_HEADING.match(passage([broken.mark, broken.number]).text)
        rest = " ".join(cell.text for cell in broken.beside)
    several = RANGE_HEADING.match(line.text) if match is None and style.stands_out(line) else None
    match = match or several
    if match is None or (several is None and match["more"] and not style.stands_out(line)):
        return None
    before = lines[index - 1] if index else None
    small_title = SMALL_TITLE.match(rest) and style.stands_out(line) and not _goes_on(before)
    centred = _is_middle_row(line, before)
    if (
        (_refers(rest) and not small_title and not centred)
        or _is_open_label(before)
        or (not rest and _in_column(lines, index, line, style))
    ):
        return None
    sign = match["sign"] if several is None else None
    apart = before is None or (_ends(before) and (sign is None or not rest))
    return _Candidate(
        index,
        line,
        value=_value(match["number"]),
        name=match["number"],
        sign=(sign or "").casefold(),
        alone=not rest and titled is None,
        sure=titled is None and (_is_labelled(rest) or style.stands_out(line) or apart),
        several=several is not None or match["more"] is not None,
        open_above=_goes_on(before) and not centred,
    )


def _is_middle_row(line: Line, before: Line | None) -> bool:
    """Whether the number stands alone in its column, a case number in the last, and the line above is a row of what lies between."""
    number, *between = line.cells
    if len(between) < _SEVERAL or before is None or before.page != line.page:
        return False
    match = ITEM_HEADING.match(number.text)
    alone = match is not None and not match["rest"] and CASE_LINE.match(between[-1].text) is not None
    return alone and abs(before.x0 - between[0].x0) < 1.0 and line.baseline - before.baseline < _ROWS * line.size


def _is_labelled(rest: str) -> bool:
    """Whether a case number or a label stands behind the number of a §."""
    return bool(LABELLED_CASE.search(rest) or CASE_LINE.match(rest) or LABEL.match(rest) or LABELLED_ODD.match(rest))


def _refers(rest: str) -> bool:
    """Whether words that run on, or a day, behind the number tell that it only refers to a §; or another §, over columns."""
    if WRAPPED_REFERENCE.match(rest) and not any(one.match(rest) for one in (CASE_LINE, LABELLED_ODD, CASE_THEN_TITLE)):
        return True
    return not _is_labelled(rest) and any(one.match(rest) for one in (DATED_REST, SIGN_ALONE, CITED_ITEM))


def _is_open_label(before: Line | None) -> bool:
    """Whether the line above is the cover's label of the numbers of the §§, and its value stands beneath it."""
    label = PARAGRAPHS_LABEL.match(before.text) if before is not None else None
    return label is not None and label["value"] is None


def _in_column(lines: Sequence[Line], index: int, head: Line, style: Style) -> bool:
    """Whether the number, alone on its line, stands in a column of a table: the line beneath begins to the left of it, and
    is neither set out as its title nor about the same middle.
    """
    if index + 1 == len(lines) or head is not lines[index]:
        return False
    after = lines[index + 1]
    if after.page != head.page or after.x0 >= head.x0 - _INDENT:
        return False
    centred = abs((head.x0 + head.x1) - (after.x0 + after.x1)) < _INDENT
    return not (centred or (len(after.cells) == 1 and style.stands_out(after)))


def _ends(before: Line | None) -> bool:
    """Whether the text above has come to an end: there is none, or it ends in a rule or with a sentence."""
    return before is None or RULE.match(before.text) is not None or before.text.endswith((".", ":", "!", "?", "_"))


def _goes_on(before: Line | None) -> bool:
    """Whether the line above breaks off in the middle of a sentence."""
    return before is not None and RULE.match(before.text) is None and LEFT_OPEN.search(before.text) is not None


def _repeats(lines: Sequence[Line], last: _Candidate, one: _Candidate) -> bool:
    """Whether the line only says again, on top of a page, which § goes on there."""
    on_top = lines[one.index - 1].page != lines[one.index].page
    again = one.line.text == last.line.text or GOES_ON.search(one.line.text) is not None
    return on_top and one.name == last.name and again
