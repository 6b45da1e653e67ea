"""Lines to paragraphs and list entries.

A line break is meant where the next word would still have fitted, where the gap is wider than usual, or where a list
mark stands; else the text only ran out of line.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from importers.layout import Line
from importers.passage import Passage, passage
from importers.patterns.marks import BULLET, NUMBERED

_WIDE_GAP = 1.25  # of the usual distance between lines
_SAME_INDENT = 4.0  # points
_BLANK = 0.25  # of the size
_SENTENCE_ENDS = tuple('.:!?”"')


@dataclass(frozen=True, slots=True)
class Measure:
    """What is usual in a run of text: the distance between lines, and the right edge for each size."""

    leading: float
    right: dict[float, float]

    def edge(self, line: Line) -> float:
        return self.right.get(line.size, max(self.right.values(), default=line.x1))


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph or list entry. `mark` is its number or bullet as printed ("1.", "•"), `body` the text after it."""

    mark: str | None
    number: str | None
    lines: tuple[Line, ...]
    whole: Passage
    body: Passage


def measure(lines: Sequence[Line]) -> Measure:
    """What is usual in these lines."""
    gaps = Counter[float]()
    edges: dict[float, list[float]] = {}
    for above, below in pairwise(lines):
        if above.page == below.page and above.size == below.size and below.baseline > above.baseline:
            gaps[round(below.baseline - above.baseline, 0)] += 1
    for line in lines:
        edges.setdefault(line.size, []).append(line.x1)
    usual = sorted(gap for gap, count in gaps.items() if count >= max(gaps.values()) / 2)
    return Measure(usual[0] if usual else 0.0, {size: max(xs) for size, xs in edges.items()})


def blocks(lines: Sequence[Line], usual: Measure) -> tuple[Block, ...]:
    """The lines as paragraphs and list entries."""
    groups: list[list[Line]] = []
    expected = 1
    for line in lines:
        mark = _mark(line, expected)
        if mark or not groups or _is_break(groups[-1], line, usual):
            groups.append([])
        if mark and mark[0]:
            expected = int(mark[0]) + 1 if mark[0].isdigit() else expected
        groups[-1].append(line)
    return tuple(_block(group) for group in groups)


def _mark(line: Line, expected: int) -> tuple[str | None, int] | None:
    """Number (or none, of a bullet) and length of the mark that the line starts with."""
    if match := NUMBERED.match(line.text):
        number = match["number"]
        if not number.isdigit() or int(number) in (1, expected):
            return number, match.end()
        return None
    if match := BULLET.match(line.text):
        return None, match.end()
    return None


def _block(lines: Sequence[Line]) -> Block:
    whole = passage(lines)
    first = lines[0].text
    if (match := NUMBERED.match(first)) and len(whole.text) > match.end():
        return Block(match["mark"], match["number"], tuple(lines), whole, whole.cut(match.end()))
    if (match := BULLET.match(first)) and len(whole.text) > match.end():
        return Block(match["mark"], None, tuple(lines), whole, whole.cut(match.end()))
    return Block(None, None, tuple(lines), whole, whole)


def _is_break(group: Sequence[Line], line: Line, usual: Measure) -> bool:
    last = group[-1]
    ended = last.text.endswith(_SENTENCE_ENDS)
    if last.page != line.page:
        return ended or (has_room(last, line, usual) and starts_anew(line))
    if line.baseline - last.baseline > _WIDE_GAP * max(usual.leading, line.size):
        return True
    if (last.size, last.bold) != (line.size, line.bold) and _styles_differ(last, line):
        return True
    if len(group) == 1 and _mark(last, 0) is not None and line.x0 > last.x0 + _SAME_INDENT:
        return False
    if _mark(group[0], 0) is not None and line.x0 <= group[0].x0 + _SAME_INDENT and len(group[0].words) > 1:
        return ended or starts_anew(line)
    return has_room(last, line, usual) and (ended or starts_anew(line))


def _styles_differ(above: Line, below: Line) -> bool:
    return above.bold != below.bold or abs(above.size - below.size) > 0.5


def has_room(above: Line, below: Line, usual: Measure) -> bool:
    """Whether the lower line's first word would have fitted on the upper line: the break is meant."""
    first = below.words[0]
    return above.x1 + _BLANK * above.size + (first.x1 - first.x0) <= usual.edge(above) - 1.0


def starts_anew(line: Line) -> bool:
    return line.text[:1].isupper() or line.text[:1] in '”"“§'
