"""Sets aside the stamp of whoever received a paper, where it stands beside the text: its lines cut into the text's.

§ 112 Yttrande över medborgarförslag om          ÄLNSJÖ KOMMUN
                                                 Kommunstyrelsen
gångfartsområde på Kyrkogatan                    Inkom 2024-11-29
                                                 Dnr KS 2024/00227-5
"""

from __future__ import annotations

from collections.abc import Sequence

from importers.patterns.dates import DATE
from importers.patterns.headings import STAMP
from importers.text.layout import Line

_RIGHT = 0.5  # of the page's width: a stamp stands in the right half
_HIGH = 0.45  # of the page's height: and on the upper part of the page
_SAME_SIZE = 0.6  # points
_LEADING = 1.8  # of the size: the lines of a stamp stand no further apart
_MOST = 6  # lines of text and stamp, up and down
_SEVERAL = 2  # cells: one alone is read where it stands


def without_stamps(pages: Sequence[tuple[Line, ...]]) -> tuple[list[tuple[Line, ...]], dict[int, list[Line]]]:
    """The lines of each page without its stamp, and the stamp's cells by the page's number."""
    kept: list[tuple[Line, ...]] = []
    stamps: dict[int, list[Line]] = {}
    for lines in pages:
        stamp = _stamp_on(lines)
        kept.append(tuple(rest for line in lines if (rest := _without(line, stamp))) if stamp else lines)
        if stamp:
            stamps[lines[0].page] = stamp
    return kept, stamps


def _stamp_on(lines: Sequence[Line]) -> list[Line]:
    """The cells of the page's stamp, from top to bottom: about the one that says when the paper came in."""
    for at, line in enumerate(lines):
        if line.baseline > _HIGH * line.frame.upright_height:
            break
        for cell in line.cells:
            if STAMP.match(cell.text) and DATE.search(cell.text) and cell.x0 > _RIGHT * line.frame.width:
                above = _column(cell, lines[max(0, at - _MOST) : at][::-1])
                beneath = _column(cell, lines[at + 1 : at + 1 + _MOST])
                found = [*above[::-1], cell, *beneath]
                return found if len(found) >= _SEVERAL else []
    return []


def _column(stamped: Line, lines: Sequence[Line]) -> list[Line]:
    """The cells that follow each other in the stamp's column and type, away from the one that is sure."""
    found: list[Line] = []
    last = stamped
    for line in lines:
        cell = next((one for one in line.cells if _is_of(one, stamped)), None)
        if abs(line.baseline - last.baseline) > _LEADING * stamped.size:
            break
        if cell is not None:
            found.append(cell)
            last = cell
    return found


def _is_of(cell: Line, stamped: Line) -> bool:
    beside = cell.x0 < stamped.x1 and stamped.x0 < cell.x1 and cell.x0 > _RIGHT * cell.frame.width
    return beside and abs(cell.size - stamped.size) < _SAME_SIZE


def _without(line: Line, stamp: Sequence[Line]) -> Line | None:
    """The line without the words of the stamp; None where it is nothing else."""
    gone = {word for cell in stamp if cell.is_of_line(line) for word in cell.words}
    if not gone:
        return line
    words = [word for word in line.words if word not in gone]
    return line.part(words) if words else None
