"""Sets aside the numbers of the lines that some minutes print in the margin, so that the text can be read as text.

 1  Kommunstyrelsen beslutar att avslå           5, 10, 15 … beside every fifth line are the same; so are numbers in the
 2  motionen.                                    right margin, and such as start anew on each page or run on

Left alone is what counts something else: rows of a table, points of a decision, §§. The numbers of lines rise by one step in
one column that no text of their stretch reaches, every line has its own or every fifth has, and the lines are running text.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from importers.patterns.headings import role_of
from importers.patterns.item_numbers import ITEM_HEADING
from importers.pdf.page import Word
from importers.text.layout import Line

_LONGEST = 4  # digits
_APART = 0.6  # of the size: how far the text begins from its number
_SAME_EDGE = 1.5  # points
_STEPS = (1, 2, 3, 5, 10)
_FEWEST_OF_EACH, _FEWEST_OF_SOME = 8, 4  # numbers on a page that show a margin of numbers
_FIRST_TRIED = 3
_NEARLY_ALL, _MOST = 0.9, 0.7
_MOST_ROWS = 1.1  # lines of text for each that is counted
_MOST_COLUMNS = 2  # of even pages and of odd ones
_FEWEST_OF_TEXT, _OF_TEXT = 2, 0.1  # lines, and share of the lines, that are text and no table
_SENTENCE = 4  # words
_EVEN = 1.0  # points


@dataclass(frozen=True, slots=True)
class _Column:
    """Where the numbers of lines stand on a page: at the right of its text or at the left, flush at an edge."""

    right: bool
    flush_right: bool
    edge: float
    step: int


@dataclass(frozen=True, slots=True)
class _Number:
    """A number at an end of a line."""

    at: int  # which line of the page
    line: Line
    word: Word

    @property
    def value(self) -> int:
        return int(self.word.text)


def without_margin(pages: Sequence[tuple[Line, ...]]) -> tuple[list[tuple[Line, ...]], list[Line]]:
    """The lines of each page without the numbers that count them, and these, each as the part of a line that it is.

    A line that is its number alone is none. Where one page shows such a margin, so do the others in the same column.
    """
    columns = Counter(column for lines in pages if (column := _column_on(lines))).most_common(_MOST_COLUMNS)
    if not columns:
        return list(pages), []
    kept: list[tuple[Line, ...]] = []
    numbers: list[Line] = []
    for lines in pages:
        counted = {one.at: one.word for column, _ in columns for one in _counting(lines, column)}
        kept.append(tuple(_text_of(lines, counted)))
        numbers += [lines[at].part([word]) for at, word in counted.items()]
    return kept, numbers


def _text_of(lines: Sequence[Line], counted: dict[int, Word]) -> Iterator[Line]:
    for at, line in enumerate(lines):
        if at not in counted:
            yield line
        elif words := [word for word in line.words if word is not counted[at]]:
            yield line.part(words)


def _column_on(lines: Sequence[Line]) -> _Column | None:
    """The column of a page that shows by itself that it counts the page's lines."""
    shown: list[tuple[int, _Column]] = []
    for right in (False, True):
        numbers = _numbers(lines, right=right)
        if len(numbers) < _FEWEST_OF_SOME:
            continue
        for flush_right in (True, False):
            edge = _commonest_edge(numbers, flush_right=flush_right)
            for step in _STEPS:
                column = _Column(right, flush_right, edge, step)
                counting = _counting(lines, column)
                fewest = _FEWEST_OF_EACH if step == 1 else _FEWEST_OF_SOME
                if len(counting) >= fewest and _count_lines(lines, counting, step):
                    shown.append((len(counting), column))
    return max(shown, key=lambda one: one[0])[1] if shown else None


def _numbers(lines: Sequence[Line], *, right: bool) -> list[_Number]:
    """The numbers that stand first on their lines, or last, apart from the text."""
    found: list[_Number] = []
    for at, line in enumerate(lines):
        word = line.words[-1 if right else 0]
        if not (len(word.text) <= _LONGEST and word.text.isdecimal()):
            continue
        before, after = (line.words[-2:] if right else line.words[:2]) if len(line.words) > 1 else (None, None)
        if before is None or after is None or after.x0 - before.x1 > _APART * max(before.size, after.size):
            found.append(_Number(at, line, word))
    return found


def _commonest_edge(numbers: Sequence[_Number], *, flush_right: bool) -> float:
    edges = Counter(round(_edge(one.word, flush_right=flush_right)) for one in numbers)
    return max(edges, key=lambda edge: edges[edge - 1] + 2 * edges[edge] + edges[edge + 1])


def _edge(word: Word, *, flush_right: bool) -> float:
    return word.x1 if flush_right else word.x0


def _counting(lines: Sequence[Line], column: _Column) -> list[_Number]:
    """The longest row of numbers in the column that rise by its step, or start anew with it, and stand outside the text."""
    numbers = [
        one
        for one in _numbers(lines, right=column.right)
        if abs(_edge(one.word, flush_right=column.flush_right) - column.edge) <= _SAME_EDGE
    ]
    rows = (_rising(numbers[start:], column.step) for start in range(min(_FIRST_TRIED, len(numbers))))
    counting = max(rows, key=len, default=[])
    return counting if counting and _outside(lines, counting, column) else []


def _rising(numbers: Sequence[_Number], step: int) -> list[_Number]:
    rising: list[_Number] = []
    for one in numbers:
        if one.value % step == 0 and (not rising or one.value in (rising[-1].value + step, step)):
            rising.append(one)
    return rising


def _outside(lines: Sequence[Line], counting: Sequence[_Number], column: _Column) -> bool:
    """Whether no text of their stretch reaches the column."""
    own = {id(one.word) for one in counting}
    x0, x1 = min(one.word.x0 for one in counting), max(one.word.x1 for one in counting)
    texts = [word for line in lines[counting[0].at : counting[-1].at + 1] for word in line.words if id(word) not in own]
    return all(word.x1 < x0 for word in texts) if column.right else all(word.x0 > x1 for word in texts)


def _count_lines(lines: Sequence[Line], counting: Sequence[_Number], step: int) -> bool:
    """Whether what they count is lines of running text, each or every fifth."""
    stretch = lines[counting[0].at : counting[-1].at + 1]
    texts = list(_text_of(stretch, {one.at - counting[0].at: one.word for one in counting}))
    if step == 1:  # rows of tables need bear none
        texts = [
            one for one in texts if len(one.cells) == 1 or one.number in {number.line.number for number in counting}
        ]
    text = sum(map(_is_of_text, texts))
    ends = sum(line.text.endswith(".") and len(line.words) >= _SENTENCE for line in texts)
    if text < _FEWEST_OF_TEXT or text + ends < _OF_TEXT * len(texts) or len(texts) > _MOST_ROWS * step * len(counting):
        return False
    rows = [after.at - before.at for before, after in pairwise(counting)]
    return sum(row == step for row in rows) >= _MOST * len(rows) or _is_grid(counting, texts, step)


def _is_of_text(line: Line) -> bool:
    """Whether the line goes on from the one above it, heads a section or heads a §: no row of a table does."""
    goes_on = line.words[0].text[:1].islower() and line.words[0].text != "att"
    return goes_on or role_of(line.text) is not None or ITEM_HEADING.match(line.text) is not None


def _is_grid(counting: Sequence[_Number], texts: Sequence[Line], step: int) -> bool:
    """Whether they stand evenly down the page, so many of the text's lines apart: blank lines are counted too."""
    gaps = [after.word.baseline - before.word.baseline for before, after in pairwise(counting)]
    usual, leading = _commonest(gaps), _commonest([below.baseline - above.baseline for above, below in pairwise(texts)])
    even = sum(abs(gap - usual) <= _EVEN for gap in gaps) >= _NEARLY_ALL * len(gaps)
    return even and abs(usual - step * leading) <= step * _EVEN


def _commonest(lengths: Sequence[float]) -> int:
    return Counter(map(round, lengths)).most_common(1)[0][0]
