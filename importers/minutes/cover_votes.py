"""A list that tells who was there and how they voted, without how they voted.

Ledamot     Parti   Närv.   Ersättare     § 20          § 21
                                          Ja    Nej     Ja    Nej
Anna Ek     S       X                     X                   X
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from itertools import takewhile

from importers.patterns.vote_grids import HEADS_LIST, SAYS_CHOICE
from importers.patterns.vote_tables import TOTALS, X_MARK
from importers.statements.vote_grid_heads import heads_names
from importers.statements.vote_grids import VoteGrid, grids_in
from importers.statements.vote_rows import who_of
from importers.text.layout import Line

_LEFT_OF = 4.0  # points


def without_votes(lines: Sequence[Line]) -> tuple[list[Line], Set[tuple[int, int]]]:
    """The lines, those of such lists without their columns of votes, and without those that only head or sum these; and the
    rows, by page and number, in which whoever stood in for the member voted.
    """
    if not any(map(heads_names, lines)):
        return list(lines), frozenset()
    grids = [
        grid
        for grid in grids_in(lines)
        if grid.tells and (len(grid.columns) > 1 or grid.stood_in) and (not grid.there or _any_there(grid))
    ]
    silent = {
        (line.page, line.number)
        for grid in grids
        if not grid.there
        for line in [*_rows(grid), *_rows_beneath(grid, lines)]
        if not _votes(line)
    }
    first = {(line.page, line.number): grid.first for grid in grids for line in grid.lines}
    kept: list[Line] = []
    for line in lines:
        if (line.page, line.number) in silent:
            continue  # whether they were there, nothing says
        edge = first.get((line.page, line.number))
        if edge is None:
            kept.append(line)
            continue
        words = [word for word in line.words if word.x1 < edge - _LEFT_OF / 2 or word.x0 < edge - _LEFT_OF]
        only_heads = HEADS_LIST.match(line.text) and not heads_names(line)
        if words and not only_heads and not TOTALS.match(line.text):
            kept.append(line.part(words) if len(words) < len(line.words) else line)
    return kept, {row for grid in grids for row in grid.stood_in}


def _rows(grid: VoteGrid) -> list[Line]:
    return [line for line in grid.lines if line.x0 < grid.first and not (heads_names(line) or _heads_or_sums(line))]


def _rows_beneath(grid: VoteGrid, lines: Sequence[Line]) -> Iterator[Line]:
    """The rows that go on beneath the last one that says how somebody voted."""
    last = grid.lines[-1]
    at = next(at for at, line in enumerate(lines) if (line.page, line.number) == (last.page, last.number))
    return takewhile(lambda line: len(line.cells) > 1 and who_of(line.words, line) is not None, lines[at + 1 :])


def _any_there(grid: VoteGrid) -> bool:
    """Whether a cross stands in the column of who was there."""
    return any(X_MARK.match(word.text) for line in _rows(grid) for word in line.words if word.x1 < grid.first)


def _votes(line: Line) -> bool:
    """Whether the row says how somebody voted, or is none: a word that parts the list, or the end of a name."""
    return len(line.cells) == 1 or any(X_MARK.match(word.text) or SAYS_CHOICE.match(word.text) for word in line.words)


def _heads_or_sums(line: Line) -> bool:
    return any(pattern.match(line.text) for pattern in (HEADS_LIST, TOTALS))
