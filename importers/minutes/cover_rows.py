"""The rows of a cover, with the offices in them told from labels: both are printed with the same words.

Beslutande      Ordförande Anna Ek (S), vice ordförande Bo Ås (M)        an office before a name
Anna Ek    S    Ordförande    12-30                                      an office in a column of its own
Vice ordförande    Bo Ås (M)                                             a label that is an office
"""

from __future__ import annotations

from collections.abc import Sequence

from importers.patterns.cover_labels import OF_ATTENDANCE, Label
from importers.patterns.presence import FULL_NAME, SEAT_LABEL
from importers.text.forms import SAME_COLUMN, Cell, Row, rows_of
from importers.text.layout import Line

_OFFICES = frozenset({Label.CHAIR, Label.SERVING, Label.SUBSTITUTES})


def cover_rows(lines: Sequence[Line]) -> list[Row]:
    """The rows of the lines; what only looks like a label is a value, and an office that opens a row a label."""
    rows = rows_of(lines)
    return [_told_apart(row, rows[index + 1] if index + 1 < len(rows) else []) for index, row in enumerate(rows)]


def _told_apart(row: Row, below: Row) -> Row:
    cells = [
        Cell(cell.x0, value=cell.words) if at and _is_office(cell, row[:at], below) else cell
        for at, cell in enumerate(row)
    ]
    return [*_seat(cells), *cells[1:]] if cells else cells


def _is_office(cell: Cell, before: Row, below: Row) -> bool:
    """Whether the cell tells an office of whoever it names, or of whoever stands before it in its row."""
    if cell.label not in _OFFICES or cell.goes_on or cell.words is None or cell.ended:
        return False
    if cell.value:
        return before[-1].label in OF_ATTENDANCE and before[-1].value is None
    named = any(one.label is None and one.value and FULL_NAME.regex.match(one.value.text) for one in before)
    return named and not any(_names_in(one, cell.x0) for one in below)


def _names_in(cell: Cell, x0: float) -> bool:
    value = cell.value
    return bool(value and abs(cell.x0 - x0) < SAME_COLUMN and FULL_NAME.regex.match(value.text))


def _seat(row: Row) -> list[Cell]:
    """The first cell of a row, as a label of members where it is an office and a name follows it."""
    first = row[0]
    match = SEAT_LABEL.match(first.value.text) if first.label is None and first.value else None
    if match is None or first.value is None:
        return [first]
    if match["value"]:
        return [Cell(first.x0, Label.MEMBERS, first.value.group(match, "value"))]
    follows = len(row) > 1 and row[1].label is None and row[1].value and FULL_NAME.search(row[1].value.text)
    return [Cell(first.x0, Label.MEMBERS)] if follows else [first]
