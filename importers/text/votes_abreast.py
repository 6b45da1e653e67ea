"""Votes that stand beside each other, each in a column of its own, in the order in which they are read: the left one first.

Omröstning 1                    Omröstning 2
Ja: Anna Ek (S)                 Ja: Bo Ås (M)
Nej: Bo Ås (M)                  Nej: Anna Ek (S)
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain, pairwise

from importers.patterns.headings import role_of
from importers.patterns.votes import BARE_CHOICE, HEADS_VOTES_ABREAST
from importers.text.layout import Line

_EDGE = 1.5  # points
_LEADING = 2.2  # of the size: a wider gap ends the columns, unless there is something in each behind it


def votes_in_order(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """The page's lines; those of votes beside each other cut in their columns, and numbered anew."""
    ordered: list[Line] = []
    at = 0
    while at < len(lines):
        end = _end_of(lines, at) if HEADS_VOTES_ABREAST.match(lines[at].text) else at + 1
        edges = [cell.x0 for cell in lines[at].cells] if end > at + 1 else []
        parts = [_column(lines[at:end], edges, place) for place in range(len(edges))]
        ordered += chain.from_iterable(parts) if parts and all(map(_tells_more, parts)) else lines[at:end]
        at = end
    if len(ordered) == len(lines):
        return lines
    return tuple(Line(line.frame, number, line.words) for number, line in enumerate(ordered, 1))


def _end_of(lines: Sequence[Line], at: int) -> int:
    """Where the columns end that the line heads."""
    edges = [cell.x0 for cell in lines[at].cells]
    end = at + 1
    while len(edges) > 1 and end < len(lines) and _goes_on(lines[end - 1], lines[end], edges):
        end += 1
    return end


def _goes_on(above: Line, line: Line, edges: Sequence[float]) -> bool:
    """Whether the line stands within the columns, no word of it across an edge, and is no section's heading."""
    placed = [_place(cell, edges) for cell in line.cells]
    if None in placed:
        return False
    near = line.baseline - above.baseline <= _LEADING * line.size
    return len(set(placed)) == len(edges) or (near and role_of(line.text) is None)


def _place(cell: Line, edges: Sequence[float]) -> int | None:
    """In which column the cell stands."""
    bounds = pairwise([*edges, float("inf")])
    return next((at for at, (left, right) in enumerate(bounds) if left - _EDGE <= cell.x0 and cell.x1 < right), None)


def _tells_more(column: Sequence[Line]) -> bool:
    """Whether more stands in the column than how each voted: one of nothing but that is a table's, its names to the left."""
    return not all(BARE_CHOICE.match(line.text) for line in column[1:])


def _column(lines: Sequence[Line], edges: Sequence[float], place: int) -> list[Line]:
    """The parts of the lines that stand in a column."""
    within = ([word for cell in line.cells if _place(cell, edges) == place for word in cell.words] for line in lines)
    return [line.part(words) for line, words in zip(lines, within, strict=True) if words]
