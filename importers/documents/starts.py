"""Where a paper starts in the middle of a page: bundles are scanned or pasted together, and heads end up anywhere.

Bilaga 3                                              Socialnämnden
Protokollsutdrag Sammanträdesdatum: 2024-12-09        Yrkande 2024-10-21        Moderaterna, Liberalerna
§ 85 Ärendenummer GOT-2024-00249 Remiss om …          Yrkande angående svar på remiss …

A kind's name alone is no head: "Protokollsutdrag 2024-12-09" is as well an entry of Beslutsunderlag. Where too little
else is stated, nothing is cut and the line is doubted.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from importers.bundle import DocumentKind, Role
from importers.documents.head_cells import sort_of_cell
from importers.patterns.dates import DATE
from importers.patterns.headings import HANDLAGGARE_START, LABELLED_DATE, role_of
from importers.patterns.item_numbers import ITEM_HEADING
from importers.patterns.marks import RULE
from importers.patterns.numbers import LABELLED_CASE
from importers.patterns.paper_kinds import HEAD_ANCHOR, KIND_CELLS, KIND_TITLES
from importers.text.layout import Line
from importers.text.sections import LISTS

_UP, _DOWN = 4, 12  # lines of a head above and below the one that tells its kind
_LONGEST_TITLE = 5  # lines
_MINUTES = (DocumentKind.PROTOKOLL, DocumentKind.PROTOKOLLSUTDRAG)
_KINDS = ("kind", "dated kind")
_LEAST_SIGNS = 3  # a kind, a day, and something else


@dataclass(frozen=True, slots=True)
class Start:
    """Lines `first` to `end` are the head, those to `text` the title. `sure`: a document starts here."""

    first: int
    end: int
    text: int
    sure: bool


def starts_in(lines: Sequence[Line], before: Sequence[Line]) -> list[Start]:
    """Where documents start among the lines of a page's text; `before` is the text of the pages before."""
    starts: list[Start] = []
    for index, line in enumerate(lines):
        if (starts and index < starts[-1].text) or not _is_anchor(line):
            continue
        start = _start(lines, index, starts[-1].text if starts else 0)
        if start and not _in_list(lines[: start.first], before):
            starts.append(start)
    return starts


def _is_anchor(line: Line) -> bool:
    """Whether a cell of the line says what kind of paper this is, or who prepared it."""
    return HEAD_ANCHOR.search(line.text) is not None and any(
        HANDLAGGARE_START.match(cell.text) or sort_of_cell(cell) in _KINDS for cell in line.cells
    )


def _start(lines: Sequence[Line], anchor: int, least: int) -> Start | None:
    first = _first(lines, anchor, least)
    stop = min(len(lines), anchor + _DOWN)
    headed = next((i for i in range(anchor + 1, stop) if role_of(lines[i].text) is Role.PROPOSAL), None)
    end = _end(lines, anchor, headed if headed is not None else stop, titled=headed is not None)
    signs = _signs(lines[first:end])
    after = lines[end] if end < len(lines) else None
    if after is None or "date" not in signs:
        return None
    sure = _is_sure(signs, after, proposes=headed is not None)
    if (not sure and not ("paper" in signs or "minutes" in signs)) or len(signs) < _LEAST_SIGNS:
        return None
    titled = headed is not None and headed - end <= _LONGEST_TITLE
    return Start(first, end, headed if titled and headed is not None else end, sure)


def _first(lines: Sequence[Line], anchor: int, least: int) -> int:
    """Where the head begins: the lines straight above the anchor that are head material belong to it, back to `least`."""
    first = anchor
    while first > max(least, anchor - _UP) and is_head_line(lines[first - 1]):
        first -= 1
    return first


def _is_sure(signs: set[str], after: Line, *, proposes: bool) -> bool:
    """Whether a head of these signs, with the line `after` behind it, starts a document.

    `proposes`: "Förslag till beslut" stands beneath it.
    """
    if "minutes" in signs:
        return ITEM_HEADING.match(after.text) is not None and bool(signs & {"organ", "labelled date", "appendix"})
    if "paper" in signs:
        return _is_title(after) and (proposes or bool(signs & {"organ", "parties", "case"}))
    return signs >= {"handlaggare", "case", "contact"} and proposes


def _is_title(line: Line) -> bool:
    """Whether the line is a title that tells the kind of paper."""
    return any(pattern.match(line.text) for _, pattern in KIND_TITLES)


def _end(lines: Sequence[Line], anchor: int, stop: int, *, titled: bool) -> int:
    """Where the head ends: after its last line that is head material, lines that are garbled between counted in.

    Only what stands above "Förslag till beslut" may hold such lines; without it the head ends where it is not understood.
    """
    end = anchor + 1
    for index in range(anchor + 1, stop):
        line = lines[index]
        if ITEM_HEADING.match(line.text) or _is_title(line):
            return index
        if is_head_line(line):
            end = index + 1
        elif not titled:
            return end
    return end


def is_head_line(line: Line) -> bool:
    """Whether every cell of the line is head material by its words, or the line is a rule."""
    return bool(RULE.match(line.text)) or all(sort_of_cell(cell) for cell in line.cells)


def _signs(lines: Sequence[Line]) -> set[str]:
    """What the lines tell: the kind of paper, a day, whose it is, its case."""
    signs: set[str] = set()
    for cell in (cell for line in lines for cell in line.cells):
        text = cell.text
        for kind, pattern in KIND_CELLS:
            if pattern.match(text):
                signs.add("appendix" if kind is DocumentKind.BILAGA else "minutes" if kind in _MINUTES else "paper")
        if DATE.search(text):
            signs.add("date")
        if LABELLED_DATE.search(text):
            signs.add("labelled date")
        if HANDLAGGARE_START.match(text):
            signs.add("handlaggare")
        if LABELLED_CASE.search(text):
            signs.add("case")
        if sort_of_cell(cell) in ("organ", "parties", "contact"):
            signs.add(sort_of_cell(cell) or "")
    return signs


def _in_list(lines: Sequence[Line], before: Sequence[Line]) -> bool:
    """Whether the lines stand under a heading whose entries are papers: "Beslutsunderlag", "Protokollsutdrag skickas till"."""
    for line in (*reversed(lines), *reversed(before)):
        role = role_of(line.text)
        if role is not None:
            return role in LISTS
    return False
