"""A list of those present with a column for each stretch of §§, and a cross for each that they were there for.

Ledamöter             Parti     § 61-64     § 65     § 66-70
Anna Ek, ordf         M         X           X        X
Bo Ås                 S         X           -        X
Ersättare
Cia Berg              S         -           X        -

Whether a substitute served is not told so.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from importers.minutes.cross_columns import NEAR, Items
from importers.minutes.cross_rows import Crosses, Row
from importers.minutes.presence import entries_of
from importers.minutes.present_items import Span, ranges_in
from importers.patterns.cover_labels import OF_ATTENDANCE, Label, label_of
from importers.patterns.crosses import CROSS, NO_CROSS, Column
from importers.patterns.present_items import THERE_ALONE
from importers.pdf.page import Word
from importers.text.layout import Line
from importers.text.passage import passage

_SEVERAL = 2  # columns
_BESIDE = frozenset({Label.SUBSTITUTES, Label.SERVING})


@dataclass(frozen=True, slots=True)
class _Stretch:
    """A column: its §§, and from where to where its heading reaches."""

    spans: tuple[Span, ...]
    x0: float
    x1: float


def read_by_item(lines: Sequence[Line], first: int, spans: Sequence[Span]) -> Crosses | None:
    """The list that the line heads, or nothing."""
    cells = [cell for cell in lines[first].cells if THERE_ALONE.match(cell.text)]
    columns = [_Stretch(tuple(ranges_in(cell.text)), cell.x0, cell.x1) for cell in cells]
    if len(columns) < _SEVERAL or lines[first].cells[0] in cells:
        return None
    found = Crosses(lines={first}, headings=[passage([lines[first]])])
    label = _label(lines[first]) or Label.PRESENT
    edge = _substitutes(lines[first])
    for at in range(first + 1, len(lines)):
        line = lines[at]
        section = _label(line)
        if section and len(line.cells) == 1:
            label = section
            found.headings.append(passage([line]))
        elif label_of(line.cells[0].text):
            break
        elif any(edge - NEAR <= cell.x0 < columns[0].x0 - NEAR and len(cell.words) > 1 for cell in line.cells[1:]):
            found.beside.append(passage([line]))  # whether the member or who stands beside them was there is not told
        elif row := _row(line, columns, label, spans):
            if row.away or row.marks:
                found.rows.append(row)
            else:
                found.unclear.append(row.words)
        else:
            break
        found.lines.add(at)
    return found if any(row.marks for row in found.rows) else None


def _substitutes(line: Line) -> float:
    """Where the column of the substitutes begins that stands beside that of the members; beyond the page where there is none."""
    labels = ((cell.x0, label_of(cell.text)) for cell in line.cells[1:])
    return next((x0 for x0, label in labels if label and label[0] in _BESIDE), line.frame.width)


def _row(line: Line, columns: Sequence[_Stretch], label: Label, spans: Sequence[Span]) -> Row | None:
    """Whoever the line names, with the §§ of their crosses; without either mark or being away where a mark is unclear."""
    rest: list[Word] = []
    there: list[Span] = []
    clear = True
    for word in line.words:
        middle = (word.x0 + word.x1) / 2
        over = [one for one in columns if one.x0 - NEAR <= middle <= one.x1 + NEAR]
        if not over:
            rest.append(word)
        elif CROSS.match(word.text):
            there += over[0].spans
        else:
            clear = clear and NO_CROSS.match(word.text) is not None
    entries = list(entries_of(passage([line.part(rest)]), spans, serving=True)) if rest else []
    if len(entries) != 1:
        return None
    items = _items(there, [span for one in columns for span in one.spans])
    entry = replace(entries[0], presence=replace(entries[0].presence, items=items))
    serves = None if label is Label.SUBSTITUTES else True
    marks = frozenset({Column.PRESENT}) if there and clear else frozenset[Column]()
    return Row(entry, passage([line]), label, None, clear and not there, serves, marks)


def _items(there: Sequence[Span], every: Sequence[Span]) -> Items:
    """The §§ of the crosses, those that follow each other as one stretch; `None` where all have one."""
    if sorted(there) == sorted(every):
        return None
    joined: list[Span] = []
    for first, last in sorted(there):
        if joined and joined[-1][1] + 1 == first:
            joined[-1] = (joined[-1][0], last)
        else:
            joined.append((first, last))
    return tuple((str(first), str(last)) for first, last in joined) or None


def _label(line: Line) -> Label | None:
    """Who is said to be listed, by the first cell."""
    label = label_of(line.cells[0].text)
    return label[0] if label and label[0] in OF_ATTENDANCE and not label[1]["value"] else None
