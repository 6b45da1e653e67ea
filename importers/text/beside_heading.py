"""Headings in a column of their own, with the text of their sections in the next: "Yrkanden    Bo Ås (M) …"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from importers.bundle import Role
from importers.patterns.headings import role_in_dress, role_of
from importers.text.layout import Line

Column = tuple[int, bool]  # where the text beside a heading begins, and whether the heading is in bold
_LONGEST = 4  # words of a heading
_BESIDE = 2.0  # points
_BESIDE_CELLS = 2  # a heading and its text


def shown_columns(lines: Sequence[Line], *, bold: bool) -> frozenset[Column]:
    """The columns that the lines of a document show. `bold`: its text is."""
    none = frozenset[Column]()
    return _known_columns(lines, [at for at, line in enumerate(lines) if _is_beside(line, none, bold=bold)])


def columns_beside(lines: Sequence[Line], shown: frozenset[Column], *, bold: bool) -> frozenset[int]:
    """The lines that begin with a heading in a column of its own, and have its text in the next: "Yrkanden    Bo Ås (M) …".

    One of them at least is a heading in bold that is known, or two in the text's own type beside sentences, and what stands
    beneath it begins at the text's edge.
    """
    rows = [index for index, line in enumerate(lines) if _is_beside(line, shown, bold=bold)]
    known = shown | _known_columns(lines, rows)
    left = min((lines[index].x0 for index in rows), default=0.0)
    return frozenset(
        index
        for index in rows
        if _column(lines[index]) in known and lines[index].x0 < left + _BESIDE and _stays_beside(lines, index)
    )


def _known_columns(lines: Sequence[Line], rows: Sequence[int]) -> frozenset[Column]:
    """The columns of those of the lines that show them: by one known heading in bold, or by two in the text's own type."""
    heads: dict[Column, set[Role]] = {}
    for index in rows:
        heading, *_ = lines[index].cells
        role = role_in_dress(heading.text.rstrip(": "))
        if role and (heading.bold or _holds_sentence(lines, index)):
            heads.setdefault(_column(lines[index]), set()).add(role)
    return frozenset((x0, bold) for (x0, bold), roles in heads.items() if bold or len(roles) > 1)


def _column(line: Line) -> Column:
    """Where the text beside the line's heading begins, and whether the heading is in bold."""
    return round(line.cells[1].x0), line.cells[0].bold


def _holds_sentence(lines: Sequence[Line], index: int) -> bool:
    """Whether a sentence ends in the text's column; a timetable has none: "Beslut    juni 2025"."""
    edge = lines[index].cells[1].x0
    beneath = takewhile(lambda line: line.page == lines[index].page and line.x0 >= edge - _BESIDE, lines[index + 1 :])
    return any(line.text.endswith(".") for line in (lines[index], *beneath))


def _is_beside(line: Line, shown: frozenset[Column], *, bold: bool) -> bool:
    """Whether the line is a cell in bold, no longer than a heading, with plain text in the cell beside it; or in the text's own
    type a heading that is known, or any words where the document has such a column.
    """
    if len(line.cells) < _BESIDE_CELLS or line.text[0].islower():
        return False
    heading, *text = line.cells
    if len(heading.words) > _LONGEST or any(cell.bold and not bold for cell in text):
        return False
    dressed = heading.bold and not bold
    known = role_of(heading.text.rstrip(": ")) is not None or _column(line) in shown
    return dressed or (len(text) == 1 and known)


def _stays_beside(lines: Sequence[Line], index: int) -> bool:
    """Whether the line beneath goes on in the text's column, or has a heading of its own."""
    line, after = lines[index], lines[index + 1] if index + 1 < len(lines) else None
    edge = line.cells[1].x0
    if after is None or after.page != line.page or after.x0 >= edge - _BESIDE or after.bold or after.cells[0].bold:
        return True
    return len(after.cells) > 1 and (
        _column(after) == _column(line) or role_of(after.cells[0].text.rstrip(": ")) is not None
    )
