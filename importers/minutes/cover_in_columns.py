"""A cover in two columns, each with labels over what they tell of: the left one is read first.

Plats                               Justerare
Stadshuset                          Bo Ås (M)
Beslutande                          Paragrafer
Anna Ek (S), ordförande             21-33
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from importers.patterns.cover_labels import label_of
from importers.patterns.people import PERSON
from importers.text.layout import Line

_FROM, _TO = 0.35, 0.7  # of the page's width: where the right column may begin
_SAME_EDGE = 3.0  # points
_GAP = 6.0  # points
_FEWEST = 2  # labels in each column, and people in the left one


def in_columns(lines: Sequence[Line]) -> list[Line]:
    """The lines, those of each page that is a cover in two columns in the order in which it is read."""
    return [line for _, page in groupby(lines, lambda line: line.page) for line in _of_page(list(page))]


def _of_page(lines: list[Line]) -> list[Line]:
    """The lines of a page, cut where its right column begins."""
    for edge in _edges(lines):
        for first, end in _runs(lines, edge):
            left, right = _side(lines[first:end], edge, 0), _side(lines[first:end], edge, 1)
            if _is_listed(left, people=True) and _is_listed(right) and _apart(left, right):
                at = next((at for at, line in enumerate(right) if _heads(line)), 0)
                # what stands over the right column's labels goes on from nothing in the left one
                return [*lines[:first], *right[:at], *left, *right[at:], *lines[end:]]
    return lines


def _apart(left: Sequence[Line], right: Sequence[Line]) -> bool:
    """Whether a label of the right column stands beside no label of the left one: else the rows may belong together."""
    beside = [line for line in left if label_of(line.text)]
    return any(_heads(line) and not any(line.is_of_line(other) for other in beside) for line in right)


def _edges(lines: Sequence[Line]) -> list[float]:
    """Where a right column may begin: at labels, most of them first."""
    found = Counter(
        round(cell.x0)
        for line in lines
        for cell in line.cells
        if _FROM * line.frame.width < cell.x0 < _TO * line.frame.width and _heads(cell)
    )
    return [float(x0) for x0, labels in found.most_common() if labels >= _FEWEST]


def _runs(lines: Sequence[Line], edge: float) -> Iterator[tuple[int, int]]:
    """From where to where no line goes across the edge."""
    start = 0
    for at, line in enumerate(lines):
        if _goes_across(line, edge):
            yield start, at
            start = at + 1
    yield start, len(lines)


def _goes_across(line: Line, edge: float) -> bool:
    return any(word.x0 < edge - _SAME_EDGE and word.x1 > edge - _GAP / 2 for word in line.words) or any(
        before.x1 > edge - _GAP and abs(after.x0 - edge) <= _SAME_EDGE and after.x0 - before.x1 < _GAP
        for before, after in pairwise(line.words)
    )


def _side(lines: Sequence[Line], edge: float, side: int) -> list[Line]:
    parts = [(line, [word for word in line.words if (word.x0 >= edge - _SAME_EDGE) == bool(side)]) for line in lines]
    return [line if len(words) == len(line.words) else line.part(words) for line, words in parts if words]


def _heads(line: Line) -> bool:
    """Whether the line is a label, and nothing beside it."""
    label = label_of(line.text)
    return label is not None and not label[1]["value"]


def _is_listed(lines: Sequence[Line], *, people: bool = False) -> bool:
    """Whether labels stand over what they tell of, at its own edge."""
    if not lines:
        return False
    edge = Counter(round(line.x0) for line in lines).most_common(1)[0][0]
    own = [line for line in lines if abs(line.x0 - edge) <= _SAME_EDGE]
    over = sum(_heads(line) and not _heads(beneath) for line, beneath in pairwise(own))
    named = sum(PERSON.match(line.text) is not None for line in own)
    plain = sum(len(line.cells) == 1 for line in lines)
    return over >= _FEWEST and plain >= 0.8 * len(lines) and (not people or named >= _FEWEST)
