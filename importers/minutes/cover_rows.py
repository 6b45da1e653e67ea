"""The rows of a cover, with the offices in them told from labels: both are printed with the same words.

Beslutande      Ordförande Anna Ek (S), vice ordförande Bo Ås (M)        an office before a name
Anna Ek    S    Ordförande    12-30                                      an office in a column of its own
Vice ordförande    Bo Ås (M)                                             a label that is an office
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from importers.minutes.groups import heads_group
from importers.patterns.absent import VACANT
from importers.patterns.cover_labels import (
    HEADS_ALONE,
    LISTED_BEHIND,
    LISTS_NOBODY,
    OF_ATTENDANCE,
    OF_PEOPLE,
    OWN_PARTY,
    TURNS_LABEL,
    UNKNOWN_BEFORE,
    UNKNOWN_LABEL,
    Label,
)
from importers.patterns.first_names import is_first_name
from importers.patterns.leaving import MOVES
from importers.patterns.people import PERSON
from importers.patterns.presence import (
    ELECTED_OFFICE,
    FULL_NAME,
    NO_NAME,
    OFFICE_WORD,
    OFFICIAL,
    SEAT_LABEL,
    SERVES_FIRST,
    SERVING_ALONE,
)
from importers.patterns.present_rows import MUNICIPALITY_ALONE
from importers.text.forms import SAME_COLUMN, Cell, Row, rows_of
from importers.text.layout import Line
from importers.text.passage import Passage

_WITH_NAME = 2  # cells
_OFFICES = frozenset({Label.CHAIR, Label.SERVING, Label.SUBSTITUTES, Label.SECRETARY})


def cover_rows(lines: Sequence[Line]) -> list[Row]:
    """The rows of the lines; what only looks like a label is a value, and an office that opens a row a label."""
    rows = rows_of(lines)
    edges = [row[0].x0 for row in rows if len(row) >= _WITH_NAME and row[0].label in OF_PEOPLE and not row[0].value]
    return [
        _of_no_known_label(_told_apart(row, below), below, edges)
        for row, below in zip(rows, [*rows[1:], []], strict=False)
    ]


def _of_no_known_label(row: Row, below: Row, edges: Sequence[float]) -> Row:
    """The row, its first cell as a label of no known meaning where it stands like one and lists somebody: in the column of the
    labels of those there, before a colon, or in bold or before a colon above names. Who it lists is not listed by the label
    before it, so much is sure.
    """
    first = row[0] if row else None
    if first is None or first.value is None or first.label is not None:
        return row
    if (before := LISTED_BEHIND.match(first.value.text)) and _may_head(before["label"]):
        value = first.value.group(before, "value")
        if OFFICIAL.search(before["label"]) and _names_official(value.text):
            return [
                Cell(first.x0, Label.OTHERS, value, words=first.value, ended=True, office=before["label"]),
                *row[1:],
            ]
        if _lists_somebody(value.text) and (PERSON.match(value.text) or not OFFICIAL.search(before["label"])):
            return [replace(first, label=Label.UNKNOWN, ended=True), *row[1:]]
    if not (HEADS_ALONE.match(first.value.text) and _may_head(first.value.text)):
        return row
    beside = row[1].value if len(row) >= _WITH_NAME and row[1].label is None else None
    aligned = any(abs(first.x0 - edge) < SAME_COLUMN for edge in edges)
    if beside is not None and aligned and LISTS_NOBODY.match(first.value.text) and not FULL_NAME.search(beside.text):
        return [Cell(first.x0, Label.NONE, words=first.value), *row[1:]]
    if beside is not None:
        heads = aligned and _lists_somebody(beside.text)
    else:
        under = below[0].value if below and below[0].label is None else None
        dressed = first.value.text.endswith(":") or (_bold(first.value) and under is not None and not _bold(under))
        heads = len(row) == 1 and dressed and under is not None and _lists_somebody(under.text)
    return [Cell(first.x0, Label.UNKNOWN, words=first.value, ended=True), *row[1:]] if heads else row


def _may_head(text: str) -> bool:
    """Whether the words can be a label: no name, party, town or vice chair, nor a vacant seat."""
    if VACANT.match(text):
        return False
    named = FULL_NAME.regex.match(text)
    whole = named is not None and named.end() == len(text.rstrip(":"))
    return not (whole or heads_group(text.rstrip(" :"), opens=True) or SEAT_LABEL.match(text) or OWN_PARTY.search(text))


def _lists_somebody(text: str) -> bool:
    """Whether the words begin with somebody: with a party, or a first name that is known."""
    if MOVES.search(text):
        return False  # "Ändringar i närvaron    Bo Ås (M) lämnar mötet efter § 47"
    named = FULL_NAME.regex.match(text)
    known = named is not None and is_first_name(named["name"].split(" ")[0]) and not NO_NAME.search(named["name"])
    return PERSON.match(text) is not None or known


def _names_official(text: str) -> bool:
    """Whether the words are a name without a party, and nothing else but §§ perhaps: "Förvaltningschef: Kent Bo"."""
    named = FULL_NAME.regex.match(text)
    behind = text[named.end() :].strip() if named else ""
    return named is not None and not NO_NAME.search(named["name"]) and (not behind or behind.startswith(("§", ", §")))


def _bold(words: Passage) -> bool:
    return all(one.word.bold for one in words.printed)


def _told_apart(row: Row, below: Row) -> Row:
    row = _without_municipality(row)
    if any(cell.label in OF_PEOPLE for cell in row):
        row = [
            replace(cell, label=Label.MEMBERS, value=None, words=cell.value, ended=cell.value.text.endswith(":"))
            if cell.label is None
            and cell.value
            and SERVING_ALONE.match(cell.value.text)
            and not _named_before(row, cell)
            else cell
            for cell in row
        ]
    cells = [
        Cell(cell.x0, value=cell.words) if at and _is_office(cell, row[:at], below) else cell
        for at, cell in enumerate(row)
    ]
    return _unknown(_seat(cells)) if cells else cells


def _unknown(row: Row) -> Row:
    """The row, its first cell as a label of no known meaning where it reads like one and somebody stands beside it."""
    first = row[0]
    text = first.value.text if first.label is None and first.value else ""
    listing = first.label in OF_ATTENDANCE or first.label is Label.OTHERS
    turned = TURNS_LABEL.match(first.value.text) if listing and first.value else None
    idle = first.label is Label.SUBSTITUTES and first.value and first.value.text.startswith(("med ", "utan "))
    if turned and first.value and not idle:
        return [replace(first, label=Label.UNKNOWN, value=first.words or first.value), *row[1:]]
    if first.value and UNKNOWN_BEFORE.match(text):
        return [replace(first, label=Label.UNKNOWN, ended=True), *row[1:]]
    beside = row[1].value if len(row) >= _WITH_NAME and row[1].label is None else None
    lists = text.endswith(":") if len(row) == 1 else beside is not None and FULL_NAME.search(beside.text)
    if not lists or not UNKNOWN_LABEL.match(text) or OFFICE_WORD.match(text):
        return row
    return [Cell(first.x0, Label.UNKNOWN, words=first.value, ended=text.endswith(":")), *row[1:]]


def _named_before(row: Row, cell: Cell) -> bool:
    """Whether somebody stands before the cell in its row: it tells of them."""
    return any(one.value and FULL_NAME.regex.match(one.value.text) for one in row if one.x0 < cell.x0)


def _without_municipality(row: Row) -> Row:
    """The row without the municipality that sends whoever it names: "Älnsjö kommun    Anna Ek (S), ordförande"."""
    if len(row) < _WITH_NAME or row[0].label is not None or row[1].label is not None:
        return row
    first, second = row[0].value, row[1].value
    sent = first and second and MUNICIPALITY_ALONE.match(first.text) and PERSON.match(second.text)
    return row[1:] if sent else row


def _is_office(cell: Cell, before: Row, below: Row) -> bool:
    """Whether the cell tells an office of whoever it names, or of whoever stands before it in its row."""
    if cell.label not in _OFFICES or cell.goes_on or cell.words is None or cell.ended:
        return False
    if cell.value and SERVES_FIRST.match(cell.words.text) and before[0].label is None:
        return True  # "Åke Wik    SD    Tjänstgörande ersättare ersätter Siv Ås (SD)"
    if cell.value:
        return before[-1].label in OF_ATTENDANCE and before[-1].value is None
    named = any(one.label is None and one.value and FULL_NAME.regex.match(one.value.text) for one in before)
    return named and not any(_names_in(one, cell.x0) for one in below)


def _names_in(cell: Cell, x0: float) -> bool:
    value = cell.value
    return bool(value and abs(cell.x0 - x0) < SAME_COLUMN and FULL_NAME.regex.match(value.text))


def _is_officials(text: str, others: Row) -> bool:
    """Whether the words are an official's office and a name without a party stands beside them: "Förvaltningschef    Eva Lo"."""
    beside = others[0].value if others and others[0].label is None else None
    named = FULL_NAME.regex.match(beside.text) if beside else None
    return bool(
        OFFICE_WORD.match(text)
        and OFFICIAL.search(text)
        and not ELECTED_OFFICE.match(text)
        and named
        and beside
        and not PERSON.match(beside.text)
    )


def _seat(row: Row) -> Row:
    """The row, its first cell as a label of members where it is an office and a name follows; a vice chair keeps theirs."""
    first, *others = row
    match = SEAT_LABEL.match(first.value.text) if first.label is None and first.value else None
    if first.label is None and first.value and _is_officials(first.value.text, others):
        return [Cell(first.x0, Label.OTHERS), replace(others[0], office=first.value.text), *others[1:]]
    if match is None or first.value is None:
        return row
    if match["value"]:
        return [Cell(first.x0, Label.MEMBERS, first.value.group(match, "value"), office=match["vice"]), *others]
    name = others[0].value if others and others[0].label is None else None
    if name is None or not FULL_NAME.search(name.text):
        return row
    return [Cell(first.x0, Label.MEMBERS), replace(others[0], office=match["vice"]), *others[1:]]
