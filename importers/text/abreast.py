"""Running text that is set in two columns beside each other, in the order in which it is read: the left one first.

§ 121 Taxa för torghandel            anger att kommunen ställer sig bakom
Avgiften har varit oförändrad        förslaget i sin helhet.
sedan 2016 och täcker inte längre    § 122 Delgivningar

Forms, lists of people and headings with their text beside them are none: both columns are as wide, begin at their own
edge, and have lines that fill them and go on in the next; and one of them at least begins a § or a section. Or §§ are
counted down the one and on in the other.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from importers.patterns.headings import role_of
from importers.patterns.item_numbers import ITEM_HEADING
from importers.pdf.page import Word
from importers.text.layout import Line

_GAP = 8.0  # points between the columns, at least
_EDGE = 1.5  # points
_FROM, _TO = 0.4, 0.62  # of the page's width: where the right column may begin
_LEAST = 6  # lines at the right column's edge
_HEADED = 3  # of them, or §§, where their numbers say in which order they go
_GOING_ON = 3  # full lines that go on in the next, in each column
_FULL = 0.75  # of the column's width
_AS_WIDE = 0.8
_LEADING = 1.9  # of the size


@dataclass(frozen=True, slots=True)
class _Columns:
    """Where the two columns begin, and where the left one ends."""

    left: float
    gutter: float
    right: float


def in_reading_order(pages: Sequence[tuple[Line, ...]]) -> list[tuple[Line, ...]]:
    """The lines of each page; those set in two columns cut in two, the left ones first, and numbered anew."""
    found = [_columns_on(lines) for lines in pages]
    known = {columns for columns in found if columns}
    if not known:
        return list(pages)
    return [_ordered(lines, columns or _same(lines, known)) for lines, columns in zip(pages, found, strict=True)]


def _columns_on(lines: Sequence[Line]) -> _Columns | None:
    """The columns of a page that shows by itself that its text is set in two."""
    begun = [word.x0 for line in lines if (word := _first_right(line))]
    edges = Counter(map(round, begun))
    edge, most = edges.most_common(1)[0] if edges else (0, 0)
    if most < _HEADED:
        return None
    right = min(x0 for x0 in begun if abs(x0 - edge) <= _EDGE)
    starts = Counter(round(line.x0) for line in lines if line.x0 < right - _GAP)
    if not starts:
        return None
    columns = _Columns(float(starts.most_common(1)[0][0]), right - _GAP, right)
    shown = (
        _counts_on(run, columns) or (most >= _LEAST and _shows_columns(run, columns)) for run in _runs(lines, columns)
    )
    return columns if any(shown) else None


def _first_right(line: Line) -> Word | None:
    """The word that begins what may be the line's right column."""
    first, last = _FROM * line.frame.width, _TO * line.frame.width
    if line.x0 >= first:
        return line.words[0] if line.x0 < last else None
    for before, word in pairwise(line.words):
        if word.x0 >= first:
            return word if word.x0 < last and word.x0 - before.x1 >= _GAP else None
    return None


def _same(lines: Sequence[Line], known: set[_Columns]) -> _Columns | None:
    """The columns of another page that hold on this one, where its right one has too few lines to show them."""
    return next((one for one in known if any(_is_text(run, one) for run in _runs(lines, one))), None)


def _runs(lines: Sequence[Line], columns: _Columns) -> Iterator[list[Line]]:
    """The lines that stand beneath each other in the columns and cross neither edge nor gutter, down from the first that
    begins at the edges and up from the last that does.
    """
    for inside, run in groupby(lines, lambda line: _is_inside(line, columns)):
        rows = list(run) if inside else []
        at_edge = [at for at, line in enumerate(rows) if _begins(line, columns)]
        if at_edge:
            yield rows[at_edge[0] : at_edge[-1] + 1]


def _is_inside(line: Line, columns: _Columns) -> bool:
    return line.x0 >= columns.left - _EDGE and not any(
        word.x0 < columns.right - _EDGE and word.x1 > columns.gutter for word in line.words
    )


def _begins(line: Line, columns: _Columns) -> bool:
    """Whether each part of the line begins at its column's edge."""
    parts = zip(_halves(line, columns), (columns.left, columns.right), strict=True)
    return all(part is None or abs(part.x0 - edge) <= _EDGE for part, edge in parts)


def _halves(line: Line, columns: _Columns) -> tuple[Line | None, Line | None]:
    left = [word for word in line.words if word.x0 < columns.gutter]
    right = [word for word in line.words if word.x0 >= columns.gutter]
    return (line.part(left) if left else None), (line.part(right) if right else None)


def _shows_columns(run: Sequence[Line], columns: _Columns) -> bool:
    """Whether the lines are two columns of running text, both as wide and with lines that fill them and go on."""
    left, right = _sides(run, columns)
    if not left or not right or not _is_headed(run, columns):
        return False
    widths = (max(line.x1 for line in left) - columns.left, max(line.x1 for line in right) - columns.right)
    even = min(widths) >= _AS_WIDE * max(widths)
    return even and all(_going_on(side, max(widths)) >= _GOING_ON for side in (left, right))


def _counts_on(run: Sequence[Line], columns: _Columns) -> bool:
    """Whether §§, three at least, are counted down the left column and on in the right one: with their titles, or in running
    text."""
    sides = _sides(run, columns)
    running = _going_on(sides[0], columns.gutter - columns.left) >= _GOING_ON
    heads = ([ITEM_HEADING.match(line.text) for line in side] for side in sides)
    left, right = (
        [int(one["number"]) for one in side if one and (running or one["rest"]) and one["number"].isdigit()]
        for side in heads
    )
    numbers = [*left, *right]
    return (
        bool(left and right) and len(numbers) >= _HEADED and numbers == [*range(numbers[0], numbers[0] + len(numbers))]
    )


def _is_text(run: Sequence[Line], columns: _Columns) -> bool:
    """Whether the lines are running text in columns that the minutes are known to be set in; the right one may be short."""
    width = columns.gutter - columns.left
    going_on = sum(_going_on(side, width) for side in _sides(run, columns))
    return going_on >= _GOING_ON and _is_headed(run, columns)


def _sides(run: Sequence[Line], columns: _Columns) -> tuple[list[Line], list[Line]]:
    """The lines of the left column and those of the right."""
    halves = [_halves(line, columns) for line in run]
    return [left for left, _ in halves if left], [right for _, right in halves if right]


def _is_headed(run: Sequence[Line], columns: _Columns) -> bool:
    """Whether a § or a section begins in one of the columns."""
    return any(ITEM_HEADING.match(line.text) or role_of(line.text) for side in _sides(run, columns) for line in side)


def _going_on(lines: Sequence[Line], width: float) -> int:
    """How many lines fill the column and go on in the one beneath, in small letters."""
    return sum(
        line.x1 - line.x0 >= _FULL * width
        and not line.text.endswith((".", ":", "!", "?"))
        and after.text[:1].islower()
        and after.baseline - line.baseline <= _LEADING * line.size
        for line, after in pairwise(lines)
    )


def _ordered(lines: tuple[Line, ...], columns: _Columns | None) -> tuple[Line, ...]:
    if columns is None:
        return lines
    runs = {run[0].number: run for run in _runs(lines, columns) if _is_text(run, columns) or _counts_on(run, columns)}
    ordered: list[Line] = []
    done: set[int] = set()
    for line in lines:
        if run := runs.get(line.number):
            left, right = _sides(run, columns)
            ordered += [*left, *right]
            done |= {one.number for one in run}
        elif line.number not in done:
            ordered.append(line)
    return tuple(Line(line.frame, number, line.words) for number, line in enumerate(ordered, 1))
