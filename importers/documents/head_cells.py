"""What sort of head material a cell is by its words: a body, a kind of paper, a day, a label; or several in a row.

Kommunstyrelsen          Protokoll 2025-03-04          Socialnämnden, protokoll 2025-03-04
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from importers.leaflets import BODIES
from importers.patterns.dates import DATE
from importers.patterns.furniture import ADDRESS, HEAD_ROW, PAGE_NUMBER, TEMPLATE_LEFTOVER
from importers.patterns.headings import LABEL, LABELLED, PAPER_NUMBER, STAMP
from importers.patterns.heads import DAY_OF_MONTH, HEAD_LABEL, ITEMS_BEHIND, MEETING_ON, NAMES_BODY
from importers.patterns.numbers import CASE_BENEATH_ITEM, CASE_LINE
from importers.patterns.organs import (
    BODY_IN_TOWN,
    MUNICIPALITY_ALONE,
    MUNICIPALITY_IN_CAPITALS,
    ORGAN_IN_CAPITALS,
    ORGAN_LINE,
    ORGAN_OF_OTHER_KIND,
    ORGAN_OF_TWO,
    OWNS_PART,
    PART_OF_BODY,
    REGION_ALONE,
    REGION_IN_CAPITALS,
)
from importers.patterns.paper_kinds import KIND_CELLS
from importers.patterns.people import PARTY_LIST_CELL, PARTY_OF_TOWN
from importers.patterns.table import Table
from importers.text.layout import Line
from importers.text.passage import Passage, passage

_ROWS = 2.6  # of the size: how far apart two rows of a name stand
_CENTRED, _EDGE = 16.0, 4.0  # points
_MOST_WORDS = 16
_PARTING = " ,|–—·-"
_WORD = re.compile(r"\S+")
_ORGANS = (ORGAN_LINE, ORGAN_OF_TWO, ORGAN_IN_CAPITALS, ORGAN_OF_OTHER_KIND)
_MUNICIPALITIES = (MUNICIPALITY_ALONE, MUNICIPALITY_IN_CAPITALS, REGION_ALONE, REGION_IN_CAPITALS)
_SORTS = Table(
    (sort, pattern)
    for sort, patterns in (
        ("stamp", (STAMP,)),
        ("contact", (ADDRESS,)),
        ("label", (LABEL, HEAD_LABEL, PAPER_NUMBER, PAGE_NUMBER, TEMPLATE_LEFTOVER)),
        ("kind", tuple(pattern for _, pattern in KIND_CELLS)),
        ("value", (CASE_LINE, CASE_BENEATH_ITEM, LABELLED, MEETING_ON)),
        ("organ", _ORGANS),
        ("municipality", _MUNICIPALITIES),
        ("parties", (PARTY_LIST_CELL, PARTY_OF_TOWN)),
    )
    for pattern in patterns
)


def sort_of_cell(cell: Line) -> str | None:
    """What sort of head material a cell is by its words alone; `None` if it is none."""
    return _sort_of(cell.text)


@lru_cache(maxsize=8_192)  # a head comes again on many pages, and its cells are asked about by several readers
def _sort_of(printed: str) -> str | None:
    text = ITEMS_BEHIND.regex.sub("", printed)
    if _is_date(text) or _is_date_and_case(text):
        return "value"
    if text in BODIES or _body_with_municipality(text) or BODY_IN_TOWN.match(text):
        return "organ"
    for sort, pattern in _SORTS.rows(text):
        if match := pattern.match(text):
            return "dated kind" if match.groupdict().get("date") else sort
    return None


def _body_with_municipality(text: str) -> bool:
    """Whether a body and its municipality share the cell: "Älnsjö kommun, Tekniska nämnden"."""
    halves = (text.partition(", "), text.rpartition(", ")[::-1]) if ", " in text else ()
    return any(is_organ(body) and any(pattern.match(town) for pattern in _MUNICIPALITIES) for town, _, body in halves)


def is_organ(text: str) -> bool:
    return text in BODIES or any(pattern.match(text) for pattern in _ORGANS)


def _is_date(text: str) -> bool:
    match = DATE.search(text)
    return bool(DAY_OF_MONTH.match(text)) or (match is not None and len(text) <= len(match.group()) + 4)


def _is_date_and_case(text: str) -> bool:
    """Whether a day and a case number stand close side by side, each beneath a label of its own: "2025-09-04 KS 2024-371"."""
    day = DATE.match(text)
    behind = text[day.end() :].strip() if day else ""
    return bool(behind) and any(pattern.match(behind) for pattern in (CASE_LINE, CASE_BENEATH_ITEM))


def sort_of_parts(text: str) -> str | None:
    """The sort of a cell that several in a row make up: of a paper where one is its kind, dated where one is its day."""
    sorts = {_sort_of_part(text[start:end]) for start, end in parts_of(text)}
    if not sorts:
        return None
    return "dated kind" if "day" in sorts else "kind" if "kind" in sorts else "organ"


@lru_cache(maxsize=8_192)
def parts_of(text: str) -> tuple[tuple[int, int], ...]:
    """Where a body and what stands in a row with it begin and end: its municipality, the paper's kind, the day. None
    where the text holds anything else, as "Kommunstyrelsen beslutar" does."""
    words = [match.span() for match in _WORD.finditer(text)] if NAMES_BODY.search(text) or HEAD_ROW.match(text) else []
    if not 2 <= len(words) <= _MOST_WORDS:
        return ()
    parts: list[tuple[int, int]] = []
    at = 0
    while at < len(words):
        if not text[slice(*words[at])].strip(_PARTING):
            at += 1
            continue
        found = next((end for end in range(len(words), at, -1) if _part(text, words[at][0], words[end - 1][1])), None)
        if found is None:
            return ()
        parts.append(_trimmed(text, words[at][0], words[found - 1][1]))
        at = found
    sorts = [_sort_of_part(text[start:end]) for start, end in parts]
    return tuple(parts) if len(parts) > 1 and "organ" in sorts and len(set(sorts)) == len(sorts) else ()


def _part(text: str, start: int, end: int) -> bool:
    first, last = _trimmed(text, start, end)
    if text[last : last + 1] == "-" and last < end:
        return False  # "Hälso-" of "Hälso- och sjukvårdsnämnden"
    return _sort_of_part(text[first:last]) is not None


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    words = text[start:end]
    return start + len(words) - len(words.lstrip(_PARTING)), end - len(words) + len(words.rstrip(_PARTING))


def _sort_of_part(text: str) -> str | None:
    """The sort of one of several in a row; only what may stand there."""
    if _is_date(text):
        return "day"
    sort = _sort_of(text)
    return sort if sort in ("organ", "municipality", "kind") else "page" if PAGE_NUMBER.match(text) else None


def body_of_two_rows(lines: Sequence[Line]) -> Passage | None:
    """A body's name broken before its part, in a column of a page's head: "Kommunstyrelsens" over "arbetsutskott"."""
    cells = [cell for line in lines for cell in line.cells]
    for whole in cells:
        for part in cells if OWNS_PART.match(whole.text) else ():
            near = 0 < part.baseline - whole.baseline <= _ROWS * whole.size
            beneath = abs((part.x0 + part.x1) - (whole.x0 + whole.x1)) < _CENTRED or abs(part.x0 - whole.x0) < _EDGE
            if near and beneath and part.page == whole.page and PART_OF_BODY.match(part.text):
                return passage([whole, part])
    return None
