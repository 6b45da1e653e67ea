"""The cells of a form's lines, where a column is known by its edge as well as by the gap before it.

Beslutande    Birgitta Alm (S), ordförande Jon Ö (V)       the first name reaches to the next column
              Ola Ren (S)                  Eva Stedt (L)
"""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from importers.text.layout import Line

_SAME_EDGE = 0.6  # points: what one tabulator sets stands closer than this
_BLANK = 0.35  # of the size: wider than the blank of any common typeface
_TIGHT = 0.1  # of the size: less than any blank
_ALIKE = 0.05  # of the width of a letter, where all are as wide
_TWO, _THREE = 2, 3  # lines that show an edge
_WIDER, _UNLIKE = 1.25, 0.1  # times the blanks of its line: a gap that is wider, and one that is none of them


def cells_of(lines: Sequence[Line]) -> list[list[Line]]:
    """Each line's cells, cut at wide gaps, and before a word that stands at the edge of a column of its page."""
    rows = [line.cells for line in lines]
    edges: dict[int, list[float]] = {}  # where the cells of a page start
    for row in rows:
        edges.setdefault(row[0].page, []).extend(cell.x0 for cell in row)
    for starts in edges.values():
        starts.sort()
    return [[part for cell in row for part in _cut(cell, edges[cell.page])] for row in rows]


def _cut(cell: Line, edges: Sequence[float]) -> list[Line]:
    """The cell, cut before each word that starts at an edge and is no plain next word of running text."""
    words = cell.words
    shown = {at: _shown(word.x0, edges) for at, word in enumerate(words) if at and not word.text[:1].islower()}
    if all(cells < _TWO for cells in shown.values()) or _is_typewritten(cell):
        return [cell]
    blanks = [after.x0 - before.x1 for before, after in pairwise(words)]
    usual = median(blanks)
    cuts = [at for at, cells in shown.items() if cells >= _needed(blanks[at - 1], usual, cell.size, len(blanks))]
    return [cell.part(words[start:end]) for start, end in pairwise([0, *cuts, len(words)])] if cuts else [cell]


def _is_typewritten(cell: Line) -> bool:
    """Whether each blank of the cell is as wide as each of its letters: wider than in other typefaces, and plain all the same."""
    letter = cell.words[1].x0 - cell.words[0].x1
    widths = [(word.x1 - word.x0) / len(word.text) for word in cell.words]
    widths += [after.x0 - before.x1 for before, after in pairwise(cell.words)]
    return all(abs(width - letter) < _ALIKE * letter for width in widths)


def _needed(blank: float, usual: float, size: float, blanks: int) -> float:
    """How many cells must show an edge for the gap to part two cells there: no number does where it is a plain blank."""
    if blank > (_WIDER * usual if blanks > 1 else _BLANK * size):
        return _TWO
    return _THREE if blank >= _TIGHT * size and blanks > 1 and abs(blank - usual) > _UNLIKE * usual else math.inf


def _shown(x0: float, edges: Sequence[float]) -> int:
    """How many cells start there."""
    return bisect_right(edges, x0 + _SAME_EDGE) - bisect_left(edges, x0 - _SAME_EDGE)
