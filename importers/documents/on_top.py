"""Whose minutes these are and of which day, where the first lines say so in words of their own and no head does.

Protokoll från regionstyrelsen                           Byggnadsnämndens protokoll
Tisdagen den 4 mars 2025 klockan 10.00–15.30             Onsdagen den 5 mars 2025
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from importers.documents.head import Head
from importers.documents.head_cells import is_organ, sort_of_cell
from importers.documents.heads import take_date
from importers.patterns.cover_labels import ENDS, OF_PEOPLE, WHERE_AND_WHEN, Label, label_of
from importers.patterns.dates import first_date
from importers.patterns.headings import role_of
from importers.patterns.heads import (
    DAY_BEHIND_BODY,
    DAY_FIRST,
    HELD_ON,
    MEETING_BEHIND,
    OF_FEDERATION,
    TITLE_OF_MINUTES,
)
from importers.patterns.item_numbers import ITEM_HEADING
from importers.patterns.marks import LEFT_OPEN
from importers.patterns.organs import BODY_IN_TOWN, COMPANY
from importers.text.layout import Line
from importers.text.passage import Passage, passage

_DEEPEST = 8  # lines


def fill_from_top(head: Head, lines: Sequence[Line], heading: Sequence[Line] = ()) -> None:
    """Body and day from the first lines before whoever was there is listed, as far as the head has none. Two are none. The first
    §'s `heading` may name the body, where nothing else does: "Parknämnden § 41"."""
    top = [[*_parts(line)] for line in _top(lines)]
    top += [[both] for both in _broken(list(_top(lines)))]
    if head.body is None:
        bodies = [body for parts in top if (body := _body_in(parts))]
        if len({body.text.casefold() for body in bodies}) == 1:
            head.body = bodies[0]
    for line in heading if head.body is None else ():
        match = ITEM_HEADING.match(line.text)
        if match and match["sign"] and is_organ(match["sign"]):
            head.body = passage([line]).group(match, "sign")
    days = [day for parts in top for words in parts if (day := _day_in(words))]
    if len({first_date(day.text) for day in days}) == 1:
        take_date(days[0], head)


def titles_minutes(lines: Sequence[Line]) -> bool:
    """Whether one of the first lines is the title of minutes."""
    return any(TITLE_OF_MINUTES.match(line.text) or HELD_ON.match(line.text) for line in _top(lines))


def _top(lines: Sequence[Line]) -> Iterator[Line]:
    before: Line | None = None
    for line in lines[:_DEEPEST]:
        labelled = label_of(line.cells[0].text)
        if (
            line.page != lines[0].page
            or ITEM_HEADING.match(line.text)
            or role_of(line.text)
            or (labelled and labelled[0] in OF_PEOPLE | ENDS)
        ):
            return
        if before is None or len(before.cells) > 1 or not _asks_where(before.cells[0]):
            yield line
        before = line


def _broken(lines: Sequence[Line]) -> Iterator[Passage]:
    """What goes on from one line in the next: "Protokoll fört vid sammanträde med" over "socialnämnden den 4 mars 2025"."""
    for line, after in pairwise(lines):
        if len(line.cells) == len(after.cells) == 1 and LEFT_OPEN.search(line.text):
            yield passage([line, after])


def _asks_where(cell: Line) -> bool:
    """Whether the cell is a label that asks where they met."""
    labelled = label_of(cell.text)
    return labelled is not None and labelled[0] is Label.PLACE


def _parts(line: Line) -> Iterator[Passage]:
    """The line, and its cells up to the first that may say of what the next one is: "Nästa möte    2025-04-08"."""
    yield passage([line])
    for cell in line.cells if len(line.cells) > 1 else ():
        yield passage([cell])
        labelled = label_of(cell.text)
        if not (sort_of_cell(cell) or (labelled and labelled[0] in WHERE_AND_WHEN)) or _asks_where(cell):
            return


def _day_in(words: Passage) -> Passage | None:
    if match := DAY_FIRST.match(words.text) or HELD_ON.match(words.text):
        return words.cut(match.start(match.lastgroup or 0))
    title = TITLE_OF_MINUTES.match(words.text)
    behind = words.cut(title.end("genitive" if title["genitive"] else "held")) if title and title["held"] else None
    match = DAY_BEHIND_BODY.match(behind.text) if behind else None
    return behind.group(match, "day") if behind and match else None


def _body_in(parts: Sequence[Passage]) -> Passage | None:
    """The body that the title names, or that one of its cells is."""
    for words in parts:
        if is_organ(words.text):
            return words
        if (sat := MEETING_BEHIND.search(words.text)) and is_organ(words.text[: sat.start()]):
            return words.cut(0, sat.start())
        if match := TITLE_OF_MINUTES.match(words.text):
            named = words.group(match, "held" if match["held"] else "own")
            if of_town := BODY_IN_TOWN.match(named.text):
                return named.group(of_town, "organ" if of_town["organ"] else "organ2")
            if board := OF_FEDERATION.match(named.text):
                return named.group(board)
            if is_organ(named.text[:1].upper() + named.text[1:]) or COMPANY.match(named.text):
                return named
    return None
