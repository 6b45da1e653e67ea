"""What stands beneath the number of a §, left of all its text: whom it is sent to, and its case number.

§ 41             Lån av stolar
Tekniska         Anna Ek har anhållit om lån av stolar till
nämnden          en fest.
Akten
2025.41.106
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from importers.bundle import Role
from importers.minutes.beside_number import is_number, of_place
from importers.minutes.draft import ItemDraft
from importers.minutes.head_numbers import take_numbers
from importers.patterns.headings import role_of
from importers.patterns.in_heads import ITS_FILE
from importers.patterns.receivers import NAME_LEFT_OPEN, WHOLE_RECEIVER
from importers.text.blocks import starts_anew
from importers.text.layout import Line
from importers.text.passage import passage
from importers.text.sections import Stretch, Style

_AT_EDGE = 2.0  # points
_APART = 0.5  # of the size: how far the margin ends from the text
_CLOSE = 3.0  # of the size: its rows stand no further apart


def part_margin(lines: Sequence[Line]) -> tuple[list[Line], list[Line]]:
    """The lines of a § without what stands in its margin, and that: rows from the head on, overleaf too, among them a case number or the
    matter's file. Whatever else begins left of the text, on whatever page, shows that there is no margin."""
    head, kept, margin = lines[0], list(lines[:1]), list[Line]()
    nothing = list(lines), list[Line]()
    if len(head.cells) == 1:
        return nothing
    edge = head.cells[1].x0
    for line in lines[1:]:
        left = [word for word in line.words if word.x0 < edge - _AT_EDGE]
        if not left:
            kept.append(line)
            continue
        right, row = line.words[len(left) :], line.part(left)
        beneath = abs(row.x0 - head.x0) <= _AT_EDGE and row.x1 < edge - _APART * row.size
        above = margin[-1] if margin else head
        if row.page == above.page + 1:  # the margin goes on from the top
            above = next((one for one in kept if one.page == row.page), row)
        first = above is head
        close = row.page == above.page and (first or row.baseline - above.baseline <= _CLOSE * row.size)
        if not (beneath and close) or (right and abs(right[0].x0 - edge) > _AT_EDGE) or role_of(row.text):
            return nothing
        margin.append(row)
        kept += [line.part(right)] if right else []
    told = any(_is_case(row) or ITS_FILE.match(row.text) for row in margin)
    return (kept, margin) if told and len(margin) > 1 and len(kept) > 1 else nothing


def ends_title(line: Line, margin: Sequence[Line], style: Style) -> bool:
    """Whether the text begins at the line: beside the margin's first row or beneath, in the text's own type."""
    return (
        bool(margin)
        and line.page == margin[0].page
        and line.baseline >= margin[0].baseline - _AT_EDGE
        and not style.stands_out(line)
    )


def take_margin(margin: Sequence[Line], edge: float, draft: ItemDraft) -> None:
    """Gives the § its case numbers in the margin, and the receivers, whose list the matter's file shows to be one; rows that
    no file is among are kept as unread. `edge` is where the text begins."""
    numbers = [row for row in margin if _is_case(row)]
    for row in numbers:
        take_numbers(passage([row]), draft)
        draft.heading_lines.append(row)
    rest = [row for row in margin if row not in numbers]
    if not rest:
        return
    sent = any(ITS_FILE.match(row.text) for row in rest)
    draft.unread += [] if sent else [passage(rest)]
    role = Role.SENT_TO if sent else Role.OTHER
    draft.collected += [Stretch(None, role, (), tuple(entry)) for entry in _entries(rest, edge)]


def _entries(rows: Sequence[Line], edge: float) -> list[list[Line]]:
    """The rows by the entries that they are of."""
    entries = [[rows[0]]]
    for above, row in pairwise(rows):
        if _begins(above, row, edge):
            entries.append([row])
        else:
            entries[-1].append(row)
    return entries


def _begins(above: Line, row: Line, edge: float) -> bool:
    """Whether a receiver begins on the lower row: its first word would have fitted above, or either row is one by itself."""
    if not starts_anew(above, row) or NAME_LEFT_OPEN.search(above.text):
        return False
    first = row.words[0]
    fits = above.x1 + first.x1 - first.x0 + _APART * row.size < edge - row.size
    return fits or any(WHOLE_RECEIVER.match(one.text) or ITS_FILE.match(one.text) for one in (above, row))


def _is_case(row: Line) -> bool:
    return is_number(row.text) or of_place(row.text) is not None
