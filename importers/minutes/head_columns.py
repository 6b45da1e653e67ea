"""A §'s head that is set in columns, each of which may break over lines of its own.

KSAU §      Svar på motion om lånecyklar vid      Ärendenummer          § 34      Dnr            Ny taxa för torg-
34          stationen                             2025/KSAU 0041                  2025/41        handeln
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from importers.patterns.headings import COLUMN_NAME
from importers.patterns.item_numbers import BARE_ITEM_NUMBER, ITEM_HEADING, OPEN_ITEM_MARK
from importers.patterns.numbers import CASE_LABEL_FIRST, CASE_LINE, LABELLED_ODD
from importers.pdf.page import Word
from importers.text.layout import Line

_SAME_EDGE = 2.0  # points
_LEADING = 1.9  # of the size: the rows of a head stand closer than this
_WIDE = 0.6  # of the size: wider than a space between words
_LONGEST_MARK = 7  # words: "Barn- och utbildningsnämndens arbetsutskott §"
_MOST_ROWS = 6
_DIGITS = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class HeadColumns:
    """The mark's pieces ("KSAU §", "34"), those of each column beside it, and how many lines they take up."""

    mark: tuple[Line, ...]
    columns: tuple[tuple[Line, ...], ...]
    rows: int


def cells_of_head(line: Line) -> list[Line]:
    """The line's cells, cut too at a narrower gap behind the §'s number, before a case number or its label, and behind one:
    "§ 31  Svar på motion om bryggor  Dnr: TN".
    """
    return [part for cell in line.cells for part in _parted(cell)]


def _parted(cell: Line) -> list[Line]:
    if CASE_LINE.match(cell.text):
        return [cell]  # in letters of one width every space is wide
    for at in range(1, len(cell.words)):
        if not _is_wide(cell.words[at - 1], cell.words[at]):
            continue
        left, right = cell.part(cell.words[:at]), cell.part(cell.words[at:])
        mark = ITEM_HEADING.match(left.text)
        if (mark and not mark["rest"]) or _is_case(left) or _is_case(right):
            return [left, *_parted(right)]
    return [cell]


@dataclass(frozen=True, slots=True)
class BrokenMark:
    """The mark that begins a line, its number beneath, the cells beside the one and the words beside the other."""

    mark: Line
    number: Line
    beside: tuple[Line, ...]
    left: tuple[Line, ...]


def broken_mark(lines: Sequence[Line], index: int) -> BrokenMark | None:
    """The mark that breaks before its number or before the "§": "KSAU §" over "34", "KSAU" over "§ 34"; None where none does.

    The number stands at the mark's own edge, alone or with the column beside it going on; the numbers beneath the "§"
    of a table's head are followed by others.
    """
    line = lines[index]
    if index + 1 == len(lines) or ITEM_HEADING.match(line.text):
        return None
    at = next((at for at, word in enumerate(line.words[:_LONGEST_MARK], 1) if word.text == "§"), None)
    if at is None:
        return _sign_above(line, lines[index + 1])
    beneath, mark = lines[index + 1], line.part(line.words[:at])
    after = lines[index + 2] if index + 2 < len(lines) else None
    if OPEN_ITEM_MARK.match(mark.text) is None or not _is_number_at(line.x0, beneath, line):
        return None
    broken = _beside(line, at, beneath, 1)
    listed = after is not None and _is_number_at(line.x0, after, beneath) and not _is_case_beneath(after, beneath)
    named = broken is not None and broken.beside and COLUMN_NAME.match(broken.beside[0].text)
    return None if listed or named else broken


def _is_case_beneath(line: Line, number: Line) -> bool:
    """Whether the line is a case number beneath a §'s number, and not the next number of a list."""
    first, above = (int(_DIGITS.findall(one.words[0].text)[0]) for one in (line, number))
    return CASE_LINE.match(line.text) is not None and first != above + 1


def _sign_above(line: Line, beneath: Line) -> BrokenMark | None:
    """A body's sign with the title beside it, over the "§" and the number."""
    if len(line.words) == 1 or not beneath.text.startswith("§") or not _is_wide(*line.words[:2]):
        return None
    at = next((at for at in (1, 2) if ITEM_HEADING.match(beneath.part(beneath.words[:at]).text)), None)
    head = ITEM_HEADING.match(f"{line.words[0].text} {beneath.part(beneath.words[:at]).text}") if at else None
    even = abs(line.x0 - beneath.x0) <= _SAME_EDGE and _stands_beneath(beneath, line) and line.bold == beneath.bold
    return _beside(line, 1, beneath, at) if at and head and head["sign"] and even else None


def _beside(line: Line, at: int, beneath: Line, end: int) -> BrokenMark | None:
    """What stands beside a mark of so many words and its number; None where the lower row fits no column of the upper."""
    beside = cells_of_head(line.part(line.words[at:])) if line.words[at:] else []
    left = beneath.words[end:]
    if left and not _at_edge(left[0].x0, [cell.x0 for cell in beside]):
        return None
    number = beneath.part(beneath.words[:end])
    return BrokenMark(line.part(line.words[:at]), number, tuple(beside), (beneath.part(left),) if left else ())


def _is_number_at(edge: float, line: Line, above: Line) -> bool:
    """Whether the line is the next row beneath the other, and begins at the edge with the number of a §."""
    begins = abs(line.x0 - edge) <= _SAME_EDGE and BARE_ITEM_NUMBER.match(line.words[0].text) is not None
    return begins and _stands_beneath(line, above)


def columns_of(lines: Sequence[Line]) -> HeadColumns | None:
    """The columns of the head that the lines begin with: where its mark breaks, or a label stands over its number."""
    if broken := broken_mark(lines, 0):
        marks = (broken.mark, broken.number)
        return _filled(marks, broken.beside, broken.left, lines[2:], 2) if broken.beside else HeadColumns(marks, (), 2)
    mark, *columns = cells_of_head(lines[0])
    match = ITEM_HEADING.match(mark.text)
    if match is None or match["rest"]:
        return None
    rows = 1
    if not columns and len(lines) > 1 and lines[1].page == mark.page:
        columns, rows = list(lines[1].cells), 2
    if rows == len(columns) == 1 and len(lines) > 1 and _breaks(columns[0], lines[1]):
        return HeadColumns((mark,), ((columns[0], lines[1]),), 2)
    names_case = len(columns) == 2 and (_case_first(*columns) or (rows == 1 and _label_last(columns[1], lines)))
    return _filled((mark,), columns, [], lines[rows:], rows) if names_case else None


def _case_first(left: Line, right: Line) -> bool:
    """Whether the case number or its label stands before the title."""
    return _is_case(left) and not _is_case(right) and COLUMN_NAME.match(right.text) is None


def _label_last(label: Line, lines: Sequence[Line]) -> bool:
    """Whether a label stands behind the title, over its number."""
    return (
        CASE_LABEL_FIRST.match(label.text) is not None
        and len(lines) > 1
        and _stands_beneath(lines[1], lines[0])
        and lines[1].cells[-1].x0 >= label.x0 - _SAME_EDGE
    )


def _breaks(label: Line, beneath: Line) -> bool:
    """Whether a label that stands alone beside the mark goes on in the number beneath it: "Diarienummer 2025/KS" over "0038"."""
    text = f"{label.text} {beneath.text}"
    at_edge = len(beneath.cells) == 1 and abs(beneath.x0 - label.x0) <= _SAME_EDGE and _stands_beneath(beneath, label)
    return at_edge and CASE_LABEL_FIRST.match(label.text) is not None and CASE_LINE.match(text) is not None


def _is_case(cell: Line) -> bool:
    """Whether the cell is a case number, or its label."""
    text = cell.text
    return any(pattern.match(text) for pattern in (CASE_LABEL_FIRST, CASE_LINE, LABELLED_ODD))


def _filled(
    mark: tuple[Line, ...], heads: Sequence[Line], left: Sequence[Line], beneath: Sequence[Line], rows: int
) -> HeadColumns | None:
    """The columns with the rows that go on beneath them: all whose every cell stands at an edge of one."""
    columns = [[head] for head in heads]
    edges = [head.x0 for head in heads]
    above = heads[0]
    for line in left:
        _put(_cut_at(edges, line), columns)
    for line in beneath[:_MOST_ROWS]:
        cells = _cut_at(edges, line)
        if not all(_at_edge(cell.x0, edges) for cell in cells):
            break
        if not _stands_beneath(line, above) or line.bold != heads[0].bold or _is_foreign(cells, columns):
            break
        _put(cells, columns)
        above, rows = line, rows + 1
    return HeadColumns(mark, tuple(map(tuple, columns)), rows)


def _put(cells: Sequence[Line], columns: Sequence[list[Line]]) -> None:
    """Puts each cell at the end of the column whose edge is nearest."""
    for cell in cells:
        min(columns, key=lambda column: abs(column[0].x0 - cell.x0)).append(cell)


def _is_foreign(cells: Sequence[Line], columns: Sequence[list[Line]]) -> bool:
    """Whether text begins beneath a case number: of its column goes on no more than the number beneath its label."""
    first = columns[0]
    if not _is_case(first[0]) or abs(cells[0].x0 - first[0].x0) > _SAME_EDGE:
        return False
    label_alone = len(first) == 1 and CASE_LABEL_FIRST.match(first[0].text) is not None
    return not (label_alone and _is_case(cells[0]))


def _cut_at(edges: Sequence[float], line: Line) -> list[Line]:
    """The cells of the line, cut at the words behind a wide space that begin at an edge."""
    cells: list[Line] = []
    for cell in line.cells:
        start = 0
        for at, (before, word) in enumerate(pairwise(cell.words), 1):
            if _is_wide(before, word) and _at_edge(word.x0, edges):
                cells.append(cell.part(cell.words[start:at]))
                start = at
        cells.append(cell.part(cell.words[start:]) if start else cell)
    return cells


def _is_wide(before: Word, word: Word) -> bool:
    return word.x0 - before.x1 > _WIDE * word.size


def _stands_beneath(line: Line, above: Line) -> bool:
    """Whether the line is the next row beneath the other."""
    return line.page == above.page and 0 < line.baseline - above.baseline <= _LEADING * above.size


def _at_edge(x0: float, edges: Sequence[float]) -> bool:
    return any(abs(x0 - edge) <= _SAME_EDGE for edge in edges)
