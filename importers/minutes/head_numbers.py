"""The case numbers in the head of a §, and the title behind or before one: "§ 612 Ärendenummer SLK-2024-00417"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from importers.minutes.beside_number import in_margin, is_number, of_place, title_before
from importers.minutes.draft import ItemDraft
from importers.minutes.several_numbers import numbers_in_row
from importers.patterns.headings import LABEL
from importers.patterns.in_heads import CITED_BEHIND_NUMBER, TOLD_BESIDE_NUMBER
from importers.patterns.numbers import (
    CASE_AND_PLAN,
    CASE_BENEATH_ITEM,
    CASE_LABEL_ALONE,
    CASE_LINE,
    CASE_THEN_TITLE,
    LABELLED_CASE,
    LABELLED_ODD,
    TITLE_THEN_CASE,
)
from importers.text.layout import Line
from importers.text.passage import Passage, passage
from importers.text.sections import Style, is_heading

_NONE = frozenset({"–", "-", "—"})
_WORDS_BEHIND = re.compile(r"[ ,;:-]{1,3}[^\W\d_]{3}")


def take_rest(rest: Passage, line: Line, draft: ItemDraft) -> None:
    """What stands after "§ 612" on its line: a label and case number, or the title; a dash alone says that there is none."""
    if rest.text in _NONE:
        return
    rest = rest.cut(2) if rest.text.startswith(("/ ", "| ")) else rest
    if both := CASE_THEN_TITLE.match(rest.text):
        draft.case_numbers.append(rest.group(both, "number"))
        draft.title, draft.title_words = [line], rest.group(both, "title")
        return
    if numbers_in_row(rest):
        take_numbers(rest, draft)
        return
    titled = TITLE_THEN_CASE.match(rest.text)
    for match in (LABELLED_CASE.search(rest.text), CASE_LINE.match(rest.text)):
        if match is not None and not titled:
            draft.case_numbers.append(rest.group(match, "number"))
            if before := title_before(rest.text[: match.start()]):
                draft.title, draft.title_words = [line], rest.cut(0, before)
            if _WORDS_BEHIND.match(rest.text, match.end()):
                draft.odd_numbers.append(rest)
            return
    if LABELLED_ODD.match(rest.text) or of_place(rest.text):
        take_numbers(rest, draft)
        return
    if not LABEL.match(rest.text) and not CITED_BEHIND_NUMBER.match(rest.text):
        draft.title, draft.title_words = [line], rest


def take_case_behind(title: Passage, draft: ItemDraft) -> None:
    """Another number of the matter behind its title: "Svar på remiss om lekplatser, SLK 0377/21"."""
    if match := TITLE_THEN_CASE.match(title.text):
        name = next(name for name in ("labelled", "number", "bracketed", "bare") if match[name])
        if name == "bare" and draft.case_numbers:
            return  # it may be another's: "Yttrande till länsstyrelsen LS 2025/77"
        draft.case_numbers += [title.group(match, one) for one in (name, "second") if match[one]]
        draft.title_words = title.group(match, "title")


def takes_case(lines: Sequence[Line], index: int, draft: ItemDraft, style: Style) -> bool:
    """Takes the line's case numbers, and the title behind one; says whether it was that."""
    line = lines[index]
    bare = not draft.title and not draft.case_numbers
    if bare and CASE_THEN_TITLE.match(line.text):
        take_rest(passage([line]), line, draft)
        return True
    beneath = index == 1 and (bare or in_margin(line, lines[0]))
    case = CASE_BENEATH_ITEM.match(line.text) if beneath and not draft.case_numbers else None
    if case := case or (CASE_AND_PLAN.match(line.text) if not draft.case_numbers else None):
        draft.case_numbers.append(passage([line]).group(case, "number"))
        return True
    numbers = _numbers_among(line)
    if not numbers or is_heading(line, lines[index - 1], style):
        return False
    for cell in numbers:
        take_numbers(cell, draft)
    return True


def _numbers_among(line: Line) -> list[Passage]:
    """The cells that are case numbers, with the label in a column of its own; none where any other is neither that nor what a
    form prints beside one: "Diarienr  KS 2025/12    Delegation  nej"."""
    numbers: list[Passage] = []
    cells, asked = list(line.cells), False
    while cells:
        cell = cells.pop(0)
        if cells and CASE_LABEL_ALONE.match(cell.text):
            cell = line.part([*cell.words, *cells.pop(0).words])
        words = passage([cell])
        if is_number(words.text) or numbers_in_row(words):
            numbers.append(words)
        elif asked:
            asked = False
        elif match := TOLD_BESIDE_NUMBER.match(cell.text):
            asked = not match["value"]
        else:
            return []
    return numbers


def take_numbers(cell: Passage, draft: ItemDraft) -> None:
    """The case numbers that a cell of the head is; one whose form is none is kept as odd."""
    if several := numbers_in_row(cell):
        draft.case_numbers += several
        return
    match = CASE_LINE.match(cell.text) or of_place(cell.text)
    if match is not None:
        draft.case_numbers += [cell.group(match, name) for name in ("number", "second") if match.groupdict().get(name)]
        return
    odd = LABELLED_ODD.match(cell.text)
    draft.odd_numbers.append(cell.group(odd, "number") if odd else cell)
