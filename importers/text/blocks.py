"""Lines to paragraphs and list entries.

A line break is meant where the next word would still have fitted, where the gap is wider than usual, or where a list
mark stands; else the text only ran out of line.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from importers.patterns.marks import (
    BULLET,
    GLUED_BULLETS,
    INNER_BULLET,
    LEFT_OPEN,
    MARK_ALONE,
    NAME_OPENS,
    NUMBERED,
    PARTY_OPENS,
    SURNAME_FOLLOWS,
)
from importers.patterns.proposals import CLAUSE_START, CLAUSES_FOLLOW
from importers.patterns.vote_names import BARE_VOTE_ROW, VOTE_ROW
from importers.patterns.yrkande_rows import ROW_MOVES, SIDE_LEADS, SIDE_MEANS
from importers.patterns.yrkanden import SOMEBODY_MOVES
from importers.text.layout import Line
from importers.text.passage import Passage, passage

_WIDE_GAP = 1.25  # of the usual distance between lines
_SAME_INDENT = 4.0  # points
_BLANK = 0.25  # of the size
_GOES_ON_AT = 20
_OTHER_SIZE = 0.5  # points
_SENTENCE_ENDS = tuple('.:!?”"')


@dataclass(frozen=True, slots=True)
class Measure:
    """What is usual in a run of text: the distance between lines, and the right edge for each size."""

    leading: float
    right: dict[float, float]

    @property
    def page_edge(self) -> float:
        """Where the longest lines of all end."""
        return max(self.right.values(), default=0.0)

    def edge(self, line: Line) -> float:
        return self.right.get(line.size, max(self.right.values(), default=line.x1))


@dataclass(slots=True)
class _Group:
    """Lines of one block so far; `marked` if the first starts with a list mark."""

    marked: bool
    lines: list[Line] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph or list entry. `mark` is its number or bullet as printed ("1.", "•"), `body` the text after it."""

    mark: str | None
    number: str | None
    lines: tuple[Line, ...]
    whole: Passage
    body: Passage


def part_of(block: Block, words: Passage) -> Block:
    """The words of the block as one of their own, with its lines as far as they hold them."""
    return Block(None, None, tuple(lines_with(words, block)), words, words)


def lines_with(words: Passage, block: Block) -> Iterator[Line]:
    """The block's lines as far as they hold the words."""
    for line in block.lines:
        printed = [one.word for one in words.printed if (one.frame.page, one.line) == (line.page, line.number)]
        if printed:
            yield line.part(printed)


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


def blocks(lines: Sequence[Line], usual: Measure, *, entries: bool = False, clauses: bool = False) -> tuple[Block, ...]:
    """The lines as paragraphs and list entries.

    `entries`: the section lists things that end without a full stop, so that a line with room left ends one.
    `clauses`: att-satser may follow a line that opens them ("Med anledning av detta yrkar vi").
    """
    groups: list[_Group] = []
    expected = 1
    for line in lines:
        mark = _mark(line, expected, first=not groups)
        opened = clauses and bool(groups) and opens_clauses(groups[-1].lines[-1], line)
        if mark or not groups or opened or _is_break(groups[-1], line, usual, entries):
            groups.append(_Group(marked=mark is not None))
        if mark and mark[0] and mark[0].isdigit():
            expected = int(mark[0]) + 1
        groups[-1].lines.append(line)
    blocks_of_lines = tuple(_block(group) for group in groups)
    return tuple(part for block in blocks_of_lines for part in _parts(block)) if entries else blocks_of_lines


def _parts(block: Block) -> list[Block]:
    """The entries of a block in which a list runs on: "-Motion, Handling 2024 nr 139 - / Rapport den 3 maj -Yrkande från M".

    A bullet differs from a dash by the capital that it is glued to, or by the line that it ends.
    """
    if block.mark not in GLUED_BULLETS:
        return [block]
    ends = {_offset(block.whole, line) for line in block.lines[1:]}
    cuts = [
        match
        for match in INNER_BULLET.regex.finditer(block.whole.text, len(block.mark))
        if match["glued"] is not None or match.end() in ends
    ]
    if not cuts:
        return [block]
    starts = [len(block.whole.text) - len(block.body.text), *(match.end() for match in cuts)]
    stops = [*(match.start() for match in cuts), len(block.whole.text)]
    bodies = [block.whole.cut(start, stop) for start, stop in zip(starts, stops, strict=True)]
    return [Block(block.mark, None, block.lines, body, body) for body in bodies if body.text]


def _offset(whole: Passage, line: Line) -> int:
    """Where the line's first word starts in the text; -1 where it is not in it."""
    first = line.words[0]
    return next((start for start, one in zip(whole.starts, whole.printed, strict=True) if one.word is first), -1)


def _mark(line: Line, expected: int, *, first: bool) -> tuple[str | None, int] | None:
    """Number (or none, of a bullet) and length of the mark that the line starts with; the `first` may go on with the numbers of
    another section."""
    if match := NUMBERED.match(line.text):
        number = match["number"]
        if not number.isdigit() or int(number) in (1, expected) or (first and int(number) <= _GOES_ON_AT):
            return number, match.end()
        return None
    if match := BULLET.match(line.text):
        return None, match.end()
    return None


def _block(group: _Group) -> Block:
    whole = passage(group.lines)
    first = group.lines[0].text
    match = (NUMBERED.match(first) or BULLET.match(first)) if group.marked else None
    if match is None or len(whole.text) <= match.end():
        return Block(None, None, tuple(group.lines), whole, whole)
    number = match.groupdict().get("number")
    return Block(match["mark"], number, tuple(group.lines), whole, whole.cut(match.end()))


def _is_break(group: _Group, line: Line, usual: Measure, entries: bool) -> bool:
    """Whether the line starts a block of its own after those of the group."""
    last = group.lines[-1]
    if group.marked and len(group.lines) == 1 and MARK_ALONE.match(last.text):
        return False
    ended = last.text.endswith(_SENTENCE_ENDS)
    hangs = group.marked and line.x0 > group.lines[0].x0 + _SAME_INDENT
    if hangs and not ended and (len(group.lines) == 1 or abs(line.x0 - last.x0) < _SAME_INDENT):
        return False
    if last.page == line.page and (hangs or _is_apart(last, line, usual)):
        return _is_apart(last, line, usual)
    if (
        (last.text.endswith(":") and starts_anew(last, line))
        or _counts_above(last, line)
        or ((entries or has_room(last, line, usual)) and _moves(line))
        or ((_moves(last) or SIDE_MEANS.match(last.text)) and starts_anew(last, line) and has_room(last, line, usual))
    ):
        return True
    if group.marked and last.page == line.page:
        return ended or (starts_anew(last, line) and has_room(last, line, usual))
    anew = ended or (entries and starts_anew(last, line))
    return anew and (last.page != line.page or has_room(last, line, usual))


def _moves(line: Line) -> bool:
    """Whether the line begins with who wants what: "Bo Ås (M): Avslag på motionen", "Bo Ås (M) avslag på motionen"."""
    match = None if SIDE_LEADS.match(line.text) else SOMEBODY_MOVES.match(line.text)
    return (match is not None and ":" in match.group()) or ROW_MOVES.match(line.text) is not None


def _counts_above(last: Line, line: Line) -> bool:
    """Whether a page begins with the count of a list that ended the one before: "Bo Ås: Nej", "7 ledamöter röstar ja"."""
    row = VOTE_ROW.match(last.text) or BARE_VOTE_ROW.match(last.text)
    return row is not None and last.page != line.page and line.text[:1].isdigit()


def _is_apart(above: Line, below: Line, usual: Measure) -> bool:
    """Whether a wide gap or another type parts two lines of one page. A gap inside a sentence parts nothing, nor does
    one between a name and its party.
    """
    if PARTY_OPENS.match(below.text) and above.text[-1:].isalpha():
        return False
    if above.bold != below.bold or abs(above.size - below.size) > _OTHER_SIZE:
        return True
    if below.text[:1].islower() and not below.text.startswith("att ") and not above.text.endswith(_SENTENCE_ENDS):
        return False
    return below.baseline - above.baseline > _WIDE_GAP * max(usual.leading, below.size)


def opens_clauses(above: Line, below: Line) -> bool:
    """Whether att-satser begin: "Med anledning av detta yrkar vi" and then "att …"."""
    return bool(CLAUSE_START.match(below.text)) and CLAUSES_FOLLOW.search(above.text) is not None


def has_room(above: Line, below: Line, usual: Measure) -> bool:
    """Whether the lower line's first word would have fitted on the upper line: the break is meant."""
    first = below.words[0]
    return above.x1 + _BLANK * above.size + (first.x1 - first.x0) <= usual.edge(above) - 1.0


def starts_anew(above: Line, below: Line) -> bool:
    """Whether the lower line starts like a sentence or entry of its own: a capital, and nothing left open above."""
    capital = below.text[:1].isupper() or below.text[:1] in '”"“§'
    torn = SURNAME_FOLLOWS.match(below.text) and NAME_OPENS.search(above.text)
    return capital and not torn and not LEFT_OPEN.search(above.text)
