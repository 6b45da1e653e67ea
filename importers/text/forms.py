"""Forms: labels with their values beside or beneath them, in columns.

    Justeringens             Kommunhuset 2025-03-11          Datum för anslags             Datum för anslags
    plats och tid                                            uppsättande     2025-03-12    nedtagande      2025-04-03

A label may go on in the lines beneath it, and its value stand beside any of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from importers.patterns.cover_labels import DATE_AT_END, DATED, HAS_DATE, OF_PEOPLE, WHERE_AND_WHEN, Label, label_of
from importers.patterns.people import PERSON
from importers.patterns.presence import FULL_NAME, OFFICE_FIRST
from importers.patterns.signing import DOTTED, DOTTED_BEFORE
from importers.patterns.verification import POSTED
from importers.text.columns import cells_of
from importers.text.layout import Line
from importers.text.passage import Passage, join, passage

_POSTED = (Label.POSTED, Label.TAKEN_DOWN)
_ABOVE_POSTED = (Label.BODY, Label.BODY_AND_DATE, Label.MEETING_DATE)
SAME_COLUMN = 8.0  # points
_DEEPEST = 4  # lines of a label
_LEADING = 2.2  # of the size: lines of one label stand closer than this


@dataclass(slots=True)
class Cell:
    """A cell of a form: a label, a value, or a label with its value behind it."""

    x0: float
    label: Label | None = None
    value: Passage | None = None
    goes_on: bool = False  # a further line of the label: what stands beside it is the label's as well
    words: Passage | None = None  # of one line: label and value as printed
    ended: bool = False  # whether the label ends in a colon or semicolon
    office: str | None = None  # the office that the label gives whom the value names


Row = list[Cell]
_Wrapped = tuple[Label | None, list[tuple[int, int]], Passage | None]


def opens_notice(lines: Sequence[Line]) -> bool:
    """Whether the lines begin with when minutes were verified or posted, which no head says: the cover goes on from the page
    before. Whose minutes were posted, and of which day, may stand above: "Organ    Tekniska nämnden".
    """
    labels = [found[0] if (found := label_of(line.cells[0].text)) else None for line in lines[:_DEEPEST]]
    if labels[:1] == [Label.VERIFIED] or (lines and POSTED.match(lines[0].text)):
        return True
    return next((label in _POSTED for label in labels if label not in _ABOVE_POSTED), False)


def leaves_notice_open(lines: Sequence[Line]) -> bool:
    """Whether the lines end with labels that ask on which days a notice stands: the next page answers them."""
    rows = rows_of(lines[-_DEEPEST:])
    return bool(rows and rows[-1]) and all(cell.label in _POSTED and cell.value is None for cell in rows[-1])


def rows_of(lines: Sequence[Line]) -> list[Row]:
    """The lines as rows of cells, labels apart from values."""
    cells = cells_of(lines)
    further: dict[tuple[int, int], tuple[Label, Passage | None]] = {}  # further lines of labels, a value behind them
    rows: list[Row] = []
    for index, line in enumerate(cells):
        row: Row = []
        for at, cell in enumerate(line):
            if (index, at) in further:
                row.append(Cell(cell.x0, *further[index, at], goes_on=True))
                continue
            label, taken, value = _wrapped(cells, index, cell)
            if label is None:
                row.append(_cell(cell))
                continue
            row.append(Cell(cell.x0, label))
            further |= {place: (label, value if place == taken[-1] else None) for place in taken}
        rows.append(row)
    return rows


def _wrapped(cells: Sequence[Sequence[Line]], index: int, cell: Line) -> _Wrapped:
    """The longest label that the cell and those right beneath it make together, which these are, and a value behind it."""
    if index + 1 == len(cells) or not any(_beneath(one, cell) for one in cells[index + 1]):
        return None, [], None
    dated = DATE_AT_END.search(cell.text)  # "Datum för anslags 2025-04-03" above "nedtagande"
    text, last, taken = cell.text[: dated.start()] if dated else cell.text, cell, list[tuple[int, int]]()
    first = passage([cell]).cut(dated.start()) if dated else None
    longest: _Wrapped = (None, [], None)
    for below in range(index + 1, min(index + _DEEPEST, len(cells))):
        at = next((at for at, one in enumerate(cells[below]) if _beneath(one, last)), None)
        if at is None:
            break
        last = cells[below][at]
        whole = f"{text[:-1]}{last.text}" if text.endswith("-") else f"{text} {last.text}"
        text, taken = whole, [*taken, (below, at)]
        label = label_of(text)
        behind = label[1]["value"] if label else None
        if label and not behind:
            longest = (label[0], taken, first)
        elif label and behind and len(behind) < len(last.text) and _is_of(label[0], behind):
            words = passage([last])
            return label[0], taken, words.cut(len(words.text) - len(behind))
    return longest


def _beneath(cell: Line, above: Line) -> bool:
    """Whether the cell may go on with a label that stands above it: in small letters, at its edge and close to it, or
    first on the next page.
    """
    if abs(cell.x0 - above.x0) >= SAME_COLUMN or not cell.text[:1].islower():
        return False
    return cell.page == above.page + 1 or (
        cell.page == above.page and cell.baseline - above.baseline <= _LEADING * above.size
    )


def _cell(cell: Line) -> Cell:
    """A cell of one line. Words behind a label are its value where a colon says so, or where they are of its kind."""
    words = passage([cell])
    labelled = label_of(words.text)
    if labelled is None:
        return Cell(cell.x0, value=_behind_dots(words))
    label, match = labelled
    behind = match["value"]
    if not behind or DOTTED.match(behind):
        return Cell(cell.x0, label, words=words, ended=bool(match["colon"]))
    if match["colon"] or _is_of(label, behind):
        value = _behind_dots(words.group(match, "value"))
        return Cell(cell.x0, label, value, words=words, ended=bool(match["colon"]))
    return Cell(cell.x0, value=words)


def _behind_dots(value: Passage) -> Passage:
    """The value without the line to write on that stands before it: "________ Bo Ås"."""
    dotted = DOTTED_BEFORE.match(value.text)
    return value.cut(dotted.end()) if dotted else value


def _is_of(label: Label, value: str) -> bool:
    if label in OF_PEOPLE:
        return bool(PERSON.search(value) or FULL_NAME.regex.match(value) or OFFICE_FIRST.match(value))
    if label in DATED or label in (Label.VERIFIED, Label.BODY_AND_DATE):
        return HAS_DATE.search(value) is not None
    return label in WHERE_AND_WHEN or label in (Label.PARAGRAPHS, Label.SECRETARY)


def values_of(rows: Sequence[Row], wanted: Label) -> Iterator[Passage]:
    """The values of each such label: what stands behind or beside it, else the cell beneath."""
    for index, row in enumerate(rows):
        for at, cell in enumerate(row):
            if cell.label is wanted and not cell.goes_on and (value := _value(rows, index, at)):
                yield value


def _value(rows: Sequence[Row], index: int, at: int) -> Passage | None:
    cell = rows[index][at]
    if cell.value:
        return cell.value
    depth = index
    while depth < len(rows):
        here = next((i for i, one in enumerate(rows[depth]) if one.label is cell.label and _same(one, cell)), None)
        if here is None or (depth > index and not rows[depth][here].goes_on):
            break
        if behind := rows[depth][here].value:
            return behind
        beside = rows[depth][here + 1] if here + 1 < len(rows[depth]) else None
        if beside and beside.label is None and beside.value:
            return _with_next(beside.value, beside.x0, rows, depth + 1)
        depth += 1
    beneath = rows[depth] if depth < len(rows) else []
    return next((one.value for one in beneath if one.label is None and _same(one, cell)), None)


def _with_next(value: Passage, x0: float, rows: Sequence[Row], below: int) -> Passage:
    """The value with its second line: one that stands alone beneath it, or beside a further line of its label."""
    if below >= len(rows):
        return value
    row = [one for one in rows[below] if not one.goes_on]
    if len(row) != 1 or row[0].value is None or row[0].label is not None or abs(row[0].x0 - x0) >= SAME_COLUMN:
        return value
    first, next_line = value.printed[-1].word, row[0].value.printed[0].word
    near = 0 < next_line.baseline - first.baseline <= _LEADING * first.size
    return join([value, row[0].value]) if near else value


def _same(one: Cell, other: Cell) -> bool:
    return abs(one.x0 - other.x0) < SAME_COLUMN
