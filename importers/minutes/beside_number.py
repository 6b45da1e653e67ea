"""What stands on the line of a §'s heading beside its number: a case number in a column of its own, a title before one."""

from __future__ import annotations

import re
from collections.abc import Sequence

from importers.minutes.head_columns import cells_of_head
from importers.patterns.headings import LABEL
from importers.patterns.in_heads import COUNTED_ON_AGENDA, ON_AGENDA
from importers.patterns.numbers import (
    CASE_AND_PLAN,
    CASE_BENEATH_ITEM,
    CASE_BESIDE_ITEM,
    CASE_LINE,
    LABELLED_ODD,
    ODD_CASE_NUMBER,
)
from importers.text.layout import Line
from importers.text.passage import Passage, passage

_FORMS = (CASE_LINE, LABELLED_ODD, CASE_AND_PLAN, CASE_BESIDE_ITEM)
_AT_EDGE = 2.0  # points
_COUNTED = 2  # cells: a number, its place and a title
_LONGEST_SIGN = 6  # letters before a case number that are no title


def with_case_beside(line: Line) -> tuple[Line, Passage | None]:
    """The heading's line without the case number that stands in a column of its own, and that: "§ 93 Budget    Ks 261/2024".

    A label may stand there alone, over its number. The matter's place on the agenda beside it is neither: "Ärende 3".
    """
    cells = [cell for cell in cells_of_head(line) if not ON_AGENDA.match(cell.text)] or [line]
    counted = len(cells) > _COUNTED and COUNTED_ON_AGENDA.match(cells[1].text)
    *before, last = [cells[0], *cells[2:]] if counted else cells
    label = LABEL.match(last.text)
    if not before or not (label or any(one.match(last.text) for one in _FORMS)):
        return line if not before else line.part([word for cell in (*before, last) for word in cell.words]), None
    return line.part([word for cell in before for word in cell.words]), None if label else passage([last])


def title_before(text: str) -> int:
    """Where the title ends that stands before a case number and its label: "Val av god man, dnr 2025-17 (sekretess)"."""
    title = text.rstrip(" ,;(–-")
    return len(title) if " " in title or len(title) > _LONGEST_SIGN else 0


def in_margin(line: Line, head: Line) -> bool:
    """Whether the line stands beneath the number of a §, left of the title beside it."""
    return abs(line.x0 - head.x0) <= _AT_EDGE and len(head.cells) > 1 and line.x1 < head.cells[1].x0


def without_margin_number(lines: Sequence[Line]) -> list[Line]:
    """The lines of a §, with a case number that stands beneath its number, left of the text, in a line of its own:
    "§ 36          Delegationsbeslut" over "KS 2025-00002   Till sammanträdet redovisas"."""
    head, beneath = lines[0], lines[1] if len(lines) > 1 else None
    if beneath is None or len(beneath.cells) == 1:
        return list(lines)
    first, *rest = beneath.cells
    number = is_number(first.text) or of_place(first.text) or CASE_BENEATH_ITEM.match(first.text)
    if not (number and in_margin(first, head) and rest[0].x0 >= head.cells[1].x0 - _AT_EDGE):
        return list(lines)
    text = beneath.part([word for cell in rest for word in cell.words])
    return [head, first, text, *lines[2:]]


def is_number(text: str) -> bool:
    """Whether the words are a case number, or look like one."""
    return bool(CASE_LINE.match(text) or LABELLED_ODD.match(text) or ODD_CASE_NUMBER.regex.fullmatch(text))


def of_place(text: str) -> re.Match[str] | None:
    """The words as a case number, of a form that is one beside the number of a §."""
    return CASE_AND_PLAN.match(text) or CASE_BESIDE_ITEM.match(text)
