"""Lines on top of a page that are worded as a head and are none: entries of a list of papers that goes on from the page above,
where they met, and a § under its body's name.
"""

from __future__ import annotations

from collections.abc import Sequence

from importers.bundle import Role
from importers.documents.head import Head
from importers.documents.head_cells import is_organ, sort_of_cell
from importers.patterns.cover_labels import Label, label_of
from importers.patterns.furniture import PAGE_NUMBER
from importers.patterns.headings import BOX_NAMES, role_of
from importers.patterns.item_numbers import DATED_HEADING, ITEM_HEADING
from importers.patterns.numbers import CASE_LINE
from importers.text.layout import Line

_LISTS = frozenset({Role.BASIS, Role.OTHER, Role.SENT_TO})  # sections that may list papers


def goes_on_list(lines: Sequence[Line], above: Sequence[Line]) -> bool:
    """Whether the first line is of a list of papers on the page above: the next § counts on, or a section of the § is next."""
    after = _next(lines)
    return _ends_in_list(above) and (not (after and ITEM_HEADING.match(after.text)) or _counts_on(after, above))


def counts_on(lines: Sequence[Line], above: Sequence[Line]) -> bool:
    """The same where the first line is no more than a kind of paper, as the head of a real one is: the next § must count on."""
    after = _next(lines)
    return after is not None and _ends_in_list(above) and _counts_on(after, above)


def tells_place(lines: Sequence[Line]) -> bool:
    """Whether the first line asks where they met, and what answers is worded as a body, or stands beneath it and is no part of a
    head: "Plats    Hamnkontoret i Testby", "Plats" over "Stadshuset, sal A"."""
    first, *beside = lines[0].cells
    label = label_of(first.text)
    if label is None or label[0] is not Label.PLACE or label[1]["value"]:
        return False
    beneath = lines[1].cells[:1] if len(lines) > 1 else ()
    if not beside and any(sort_of_cell(cell) is None for cell in beneath):
        return True
    return any(is_organ(cell.text) or sort_of_cell(cell) == "organ" for cell in beside or beneath)


def heads_item(lines: Sequence[Line], *, later: bool = False) -> bool:
    """Whether the first line heads a § by its body's name, and its title stands beneath: "Parknämnden § 41" over "Taxa för bad".
    On a `later` page of minutes it may be the case number of the § beneath, or a § with its day.
    """
    beneath = lines[1].cells if len(lines) > 1 else ()
    if len(lines) > 1 and BOX_NAMES.match(lines[0].text) and ITEM_HEADING.match(lines[1].text):
        return True  # "Paragraf    Diarienummer" over "§ 171    KS 2023/00003"
    case = CASE_LINE.match(lines[0].text)
    if later and len(lines) > 1 and case and case["label"] and _is_item(lines[1]):
        return True
    if later and DATED_HEADING.match(lines[0].text):
        return True
    match = ITEM_HEADING.match(lines[0].text)
    alone = match is not None and match["sign"] is not None and match["rest"] is None
    return alone and any(sort_of_cell(cell) is None for cell in beneath)


def _is_item(line: Line) -> bool:
    return ITEM_HEADING.match(line.text) is not None or DATED_HEADING.match(line.text) is not None


def is_later(head: Head, above: Sequence[Line]) -> bool:
    """Whether the page counts itself, in its head or a line above, as one after the first."""
    pages = (PAGE_NUMBER.match(cell.text) for line in above for cell in line.cells)
    return (head.number or 1) > 1 or any(match is not None and int(match["page"]) > 1 for match in pages)


def _next(lines: Sequence[Line]) -> Line | None:
    return next((line for line in lines if ITEM_HEADING.match(line.text) or role_of(line.text)), None)


def _ends_in_list(above: Sequence[Line]) -> bool:
    return next((role for line in reversed(above) if (role := role_of(line.text))), None) in _LISTS


def _counts_on(line: Line, above: Sequence[Line]) -> bool:
    """Whether the line heads the § after the last of the page above."""
    head = ITEM_HEADING.match(line.text)
    before = [match["number"] for one in above if (match := ITEM_HEADING.match(one.text))]
    if head is None or not before or not before[-1].isdigit():
        return False
    return head["number"] == str(int(before[-1]) + 1)
