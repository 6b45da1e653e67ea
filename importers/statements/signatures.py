"""Names at a document's end: a motion's movers, a tjänsteskrivelse's signers.

Jennie Claesson (L)                 Kommunledningskontoret
Ludvig Arbin (L)                    Ingela Hagström
                                    Tillförordnad stadsdirektör
"""

from __future__ import annotations

from collections.abc import Sequence

from importers.bundle import Person
from importers.layout import Line
from importers.passage import Passage, join, passage
from importers.patterns.cover import MEMBERS, OTHERS, SERVING, SUBSTITUTES
from importers.patterns.organs import ORGAN_LINE
from importers.patterns.people import NAME_ALONE, NOT_A_NAME, OFFICE_TITLE, SIGNS_MINUTES
from importers.statements.people import person

Signer = tuple[Person, Passage]


def split_signatures(lines: Sequence[Line]) -> tuple[tuple[Line, ...], tuple[Signer, ...], tuple[Line, ...]]:
    """The lines without the signatures at their end, the signers with their words, and the lines they were read from.

    From the end upwards, lines are taken whose every cell is a name, an office under a name, or the body's own name.
    Names under "Justerande" or "Vid protokollet" verify minutes and sign nothing else; those under "Ersättare" were there.
    """
    start = len(lines)
    while start > 0 and all(_could_sign(cell) for cell in lines[start - 1].cells):
        start -= 1
    while start < len(lines) and not _opens(lines[start]):
        start += 1
    signed = lines[start:]
    signers = _signers(signed)
    verified = start > 0 and any(_signs_nothing(cell) for cell in lines[start - 1].cells)
    if not signers or verified:
        return tuple(lines), (), ()
    return tuple(lines[:start]), signers, tuple(signed)


def _signs_nothing(label: Line) -> bool:
    return any(pattern.match(label.text) for pattern in (SIGNS_MINUTES, MEMBERS, SERVING, SUBSTITUTES, OTHERS))


def _could_sign(cell: Line) -> bool:
    return any(pattern.match(cell.text) for pattern in (NAME_ALONE, OFFICE_TITLE, ORGAN_LINE))


def _opens(line: Line) -> bool:
    return any(_is_person(cell) or ORGAN_LINE.match(cell.text) for cell in line.cells)


def _is_person(cell: Line) -> bool:
    """A name that is no office's and no body's: "Avdelningschef Myndighet" and "Göteborgs Stad" are none."""
    return bool(NAME_ALONE.match(cell.text)) and not OFFICE_TITLE.match(cell.text) and not NOT_A_NAME.search(cell.text)


def _signers(lines: Sequence[Line]) -> tuple[Signer, ...]:
    """Column by column: a name, and the office printed under it."""
    columns: list[tuple[float, list[Signer]]] = []
    for line in lines:
        for cell in line.cells:
            column = _column(columns, cell.x0)
            words = passage([cell])
            name = NAME_ALONE.match(cell.text)
            if name and _is_person(cell):
                column.append((person(name["name"], name["party"]), words))
            elif column and OFFICE_TITLE.match(cell.text) and not ORGAN_LINE.match(cell.text):
                before, so_far = column[-1]
                role = f"{before.role} {cell.text}" if before.role else cell.text
                column[-1] = (Person(before.name, before.party, role), join([so_far, words]))
    return tuple(signer for _, column in columns for signer in column)


def _column(columns: list[tuple[float, list[Signer]]], x0: float) -> list[Signer]:
    for left, column in columns:
        if abs(left - x0) < 5.0:
            return column
    columns.append((x0, []))
    return columns[-1][1]
