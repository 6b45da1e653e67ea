"""The columns of a list of crosses: what heads them, and the words that stand in those that hold no crosses.

Ledamöter     Kommun     Närv.     Paragrafer     Kommentar
Bo Ås (M)     Fors       X         1-4, 6-9       tjänstgör för Cia Berg (M)
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from importers.bundle import Presence
from importers.minutes.presence import Entry, entries_of
from importers.minutes.present_items import Span, items_of
from importers.patterns.cover_labels import OF_ATTENDANCE, label_of
from importers.patterns.crosses import CROSS, HEADS_OF_CROSSES, VOTE_ABOVE, Column
from importers.patterns.presence import FULL_NAME, SERVES_FIRST
from importers.patterns.present_items import THERE_ALONE
from importers.pdf.page import Word
from importers.text.layout import Line
from importers.text.passage import passage

Items = tuple[tuple[str, str], ...] | None
NEAR = 8.0  # points beside a heading within which its crosses stand
_WORDS = 3  # of a heading
_ROWS = 60  # of a list, at most


@dataclass(frozen=True, slots=True)
class Head:
    """The heading of a column, and from where to where it reaches."""

    column: Column
    x0: float
    x1: float


def heads_in(line: Line) -> list[Head]:
    """The headings of columns on the line, in printed order. Words of a label are none: "Ej tjänstgörande ersättare"."""
    return [head for cell in line.cells for head in _heads_of(cell)]


def in_cell(column: Column, line: Line) -> bool:
    """Whether the heading of the column is a cell of the line, and no word of a label: "Övriga närvarande"."""
    return any(
        len(heads) == 1 and heads[0].column is column and heads[0].x0 == cell.x0
        for cell in line.cells[1:]
        for heads in [heads_in(cell)]
    )


def _heads_of(cell: Line) -> list[Head]:
    heads: list[Head] = []
    others: list[str] = []
    at = 0
    while at < len(cell.words):
        for end in range(min(at + _WORDS, len(cell.words)), at, -1):
            words = cell.words[at:end]
            text = " ".join(word.text for word in words)
            column = next((column for column, pattern in HEADS_OF_CROSSES if pattern.match(text)), None)
            if column:
                heads.append(Head(column, words[0].x0, words[-1].x1))
                break
        else:
            end = at + 1
            others.append(cell.words[at].text)
        at = end
    named = label_of(cell.text) if len(heads) > 1 and not others else None
    if named is not None and not named[1]["value"]:
        return []  # "Närvarande beslutande" is a label, in which no two columns are headed
    listed = label_of(" ".join(others))
    whole = (
        not others
        or (listed is not None and listed[0] in OF_ATTENDANCE and not listed[1]["value"])
        or VOTE_ABOVE.match(cell.text)
    )
    return heads if whole else []


def without_items(
    line: Line, rest: Sequence[Word], heads: Sequence[Head], spans: Sequence[Span]
) -> tuple[list[Word], Items]:
    """The row's words without those in a column of §§, and the §§ that they are, where nothing else stands there."""
    head = next((head for head in heads if head.column is Column.ITEMS), None)
    if head is None:
        return list(rest), None
    within = [word for word in _within(line, head, heads) if word in rest]
    items = items_of(passage([line.part(within)]).text, spans) if within else None
    return [word for word in rest if items is None or word not in within], items


def items_as_cross(line: Line, heads: Sequence[Head], spans: Sequence[Span]) -> tuple[list[Word], Items]:
    """The §§ that stand in place of a cross in the column of those present, and their words: "§§ 60-63" under "Närvaro"."""
    for head in heads:
        words = _within(line, head, heads) if head.column is Column.PRESENT else []
        text = passage([line.part(words)]).text if words else ""
        if THERE_ALONE.match(text) and (items := items_of(text, spans)):
            return words, items
    return [], None


def without_served(
    line: Line, rest: Sequence[Word], heads: Sequence[Head], spans: Sequence[Span]
) -> tuple[list[Word], Presence | None]:
    """The row's words without those in a column of whom somebody serves for, and who and for which §§ that is."""
    head = next((head for head in heads if head.column is Column.SERVED), None)
    within = [word for word in _within(line, head, heads) if word in rest] if head else []
    served = list(entries_of(passage([line.part(within)]), spans, serving=True)) if within else []
    if len(served) != 1:
        return list(rest), None
    return [word for word in rest if word not in within], served[0].presence


def without_servers(
    line: Line, rest: Sequence[Word], heads: Sequence[Head], spans: Sequence[Span]
) -> tuple[list[Word], list[Entry] | None]:
    """The row's words without those in a column of who serves for somebody, and who that is: `None` where it names nobody that
    can be read."""
    head = next((head for head in heads if head.column is Column.SERVED_BY), None)
    within = [word for word in _within(line, head, heads) if word in rest] if head else []
    if not within:
        return list(rest), []
    entries = list(entries_of(passage([line.part(within)]), spans, serving=True))
    return [word for word in rest if word not in within], entries or None


def with_named_servers(lines: Sequence[Line], first: int, heads: Sequence[Head]) -> list[Head]:
    """The headings, that of the substitutes who serve as one of whoever serves for the member of the row, where rows name
    somebody beneath it and none has a cross there: "Dan Holm   C   –   Eva Lo"."""
    return [
        replace(head, column=Column.SERVED_BY)
        if head.column is Column.SUBSTITUTE and _names_somebody(lines[first + 1 : first + 1 + _ROWS], head, heads)
        else head
        for head in heads
    ]


def _names_somebody(lines: Sequence[Line], head: Head, heads: Sequence[Head]) -> bool:
    named = False
    for line in lines:
        middles = [(word, (word.x0 + word.x1) / 2) for word in line.words]
        if any(CROSS.match(word.text) and head.x0 - NEAR <= at <= head.x1 + NEAR for word, at in middles):
            return False
        within = _within(line, head, heads)
        named = named or (bool(within) and FULL_NAME.regex.match(passage([line.part(within)]).text) is not None)
    return named


def serving_for(entry: Entry, served: Presence | None) -> Entry:
    """The entry as of somebody who serves for the one whom a column of its own names."""
    if served is None or entry.presence.for_:
        return entry
    items = entry.presence.items or served.items
    return replace(entry, presence=replace(entry.presence, for_=replace(served.person, role=None), items=items))


def _within(line: Line, head: Head, heads: Sequence[Head]) -> list[Word]:
    """The line's words from under the heading to the next."""
    until = min((other.x0 for other in heads if other.x0 > head.x0), default=line.x1 + 2 * NEAR) - NEAR
    return [word for word in line.words if head.x0 - NEAR <= word.x0 < until]


def there_for(entry: Entry, items: Items) -> Entry:
    """The entry with the §§ that a column of its own prints."""
    return (
        entry
        if items is None or entry.presence.items
        else replace(entry, presence=replace(entry.presence, items=items))
    )


def serves_in(line: Line, columns: Sequence[Head]) -> tuple[Head, float] | None:
    """The column of those present in which a cell says for whom somebody serves, which tells that they were there, and where it
    starts: "Tjänstgör för Bo Ås (M)"."""
    return next(
        (
            (head, cell.x0)
            for cell in line.cells[1:]
            for head in columns
            if head.column is Column.PRESENT and abs(head.x0 - cell.x0) < NEAR and SERVES_FIRST.match(cell.text)
        ),
        None,
    )


def without_places(line: Line, heads: Sequence[Head]) -> list[Word]:
    """The line's words but those that stand in a column of places, from its heading to the next."""
    spans = [
        (head.x0 - NEAR, min((other.x0 for other in heads if other.x0 > head.x0), default=line.x1) - NEAR)
        for head in heads
        if head.column is Column.PLACE
    ]
    return [word for word in line.words if not any(x0 <= word.x0 < x1 for x0, x1 in spans)]
