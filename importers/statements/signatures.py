"""Names at a document's end: a motion's movers, a tjänsteskrivelse's signers.

Jennie Claesson (L)                 Kommunledningskontoret
Ludvig Arbin (L)                    Ingela Hagström
                                    Tillförordnad stadsdirektör
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from importers.bundle import Person
from importers.patterns.cover_labels import MEMBERS, OTHERS, PRESENT, SERVING, SUBSTITUTES
from importers.patterns.organs import ORGAN_LINE
from importers.patterns.people import (
    NAME_ALONE,
    NOT_A_NAME,
    OFFICE_TITLE,
    PARTY_LINE,
    SIGNS_MINUTES,
    SURNAME_WITH_PARTY,
)
from importers.patterns.presence import OFFICIAL
from importers.patterns.signing import FOOTNOTE, NAME_AND_OFFICE
from importers.statements.people import code_of, person
from importers.text.layout import Line
from importers.text.passage import Passage, join, passage

Signer = tuple[Person, Passage]
_SAME_COLUMN = 5.0  # points
_FOOT = 10  # lines


class Cell(NamedTuple):
    """A cell of a line of signatures: its left edge and its words, those that wrapped to the next line included."""

    x0: float
    words: Passage

    @property
    def text(self) -> str:
        return self.words.text


def split_signatures(lines: Sequence[Line]) -> tuple[tuple[Line, ...], tuple[Signer, ...], tuple[Line, ...]]:
    """The lines without the signatures at their end, the signers with their words, and the lines they were read from.

    From the end upwards, lines are taken whose every cell is a name, an office under a name, or the body's own name.
    Names under "Justerande" or "Vid protokollet" verify minutes and sign nothing else; those under "Ersättare" were there.
    """
    start = len(lines)
    while start > 0 and _could_stand(lines, start - 1):
        start -= 1
    while start < len(lines) and not _opens(lines[start]):
        start += 1
    signed = lines[start:]
    signers = _signers(_rows(signed))
    verified = start > 0 and any(_signs_nothing(cell) for cell in lines[start - 1].cells)
    if not signers or verified:
        return tuple(lines), (), ()
    return tuple(lines[:start]), signers, tuple(signed)


def footnotes_at(lines: Sequence[Line]) -> int:
    """Where the footnotes begin that stand beneath signatures, "* Eva Lind deltar inte i ärendet."; the end where none do."""
    for index in range(max(1, len(lines) - _FOOT), len(lines)):
        if FOOTNOTE.match(lines[index].text) and _could_stand(lines, index - 1) and _opens(lines[index - 1]):
            return index
    return len(lines)


def _signs_nothing(label: Line) -> bool:
    return any(pattern.match(label.text) for pattern in (SIGNS_MINUTES, MEMBERS, PRESENT, SERVING, SUBSTITUTES, OTHERS))


def looks_signed(line: Line) -> bool:
    """Whether a line that was not taken for signatures has some: a name with its party beside what is none."""
    names = [NAME_ALONE.match(cell.text) for cell in line.cells]
    beside = len(names) > 1 and any(match and match["party"] for match in names)
    return beside or any(SURNAME_WITH_PARTY.match(cell.text) for cell in line.cells)


def _could_stand(lines: Sequence[Line], at: int) -> bool:
    """Whether the line's every cell could sign, or goes on with a name that the line above begins."""
    above = lines[at - 1] if at else None
    goes_on = _wrapped(above, lines[at]) if above else None
    return all(index == goes_on or _could_sign(cell) for index, cell in enumerate(lines[at].cells))


def _wrapped(above: Line, below: Line) -> int | None:
    """Which cell goes on with the name above: "Elin Ek (C)   Kristina Bergman" and then "Alme (L)   Nina Å (M)".

    Only where all else on both lines is a name with its party, so that the one without is surely not yet at its end.
    """
    bare = [index for index, cell in enumerate(above.cells) if not _has_party(cell)]
    short = [index for index, cell in enumerate(below.cells) if SURNAME_WITH_PARTY.match(cell.text)]
    if above.page != below.page or len(bare) != 1 or len(short) != 1 or not _is_person(above.cells[bare[0]]):
        return None
    if not all(index in short or _has_party(cell) for index, cell in enumerate(below.cells)):
        return None
    runs_on = bare[0] == len(above.cells) - 1 and short[0] == 0
    beneath = abs(above.cells[bare[0]].x0 - below.cells[short[0]].x0) < _SAME_COLUMN
    return short[0] if runs_on or beneath else None


def _has_party(cell: Line) -> bool:
    match = NAME_ALONE.match(cell.text)
    return match is not None and match["party"] is not None


def _rows(lines: Sequence[Line]) -> list[list[Cell]]:
    """The lines' cells, a name that wraps made whole; names that run on from line to line stand in no columns."""
    rows = [[Cell(cell.x0, passage([cell])) for cell in line.cells] for line in lines]
    runs_on = False
    for index, (above, below) in enumerate(pairwise(lines)):
        goes_on = _wrapped(above, below)
        if goes_on is None:
            continue
        bare = next(at for at, cell in enumerate(above.cells) if not _has_party(cell))
        rest = rows[index + 1][goes_on]
        runs_on = runs_on or abs(above.cells[bare].x0 - rest.x0) >= _SAME_COLUMN
        rows[index][bare] = Cell(rows[index][bare].x0, join([rows[index][bare].words, rest.words]))
        del rows[index + 1][goes_on]
    return [[Cell(0.0, cell.words) for cell in row] for row in rows] if runs_on else rows


def _could_sign(cell: Line) -> bool:
    alone = any(pattern.match(cell.text) for pattern in (NAME_ALONE, OFFICE_TITLE, ORGAN_LINE, PARTY_LINE))
    return alone or _in_office(cell) is not None


def _in_office(cell: Line | Cell) -> re.Match[str] | None:
    """A name with its office behind it, or behind a stroke: "Per Al, stadsbyggnadsdirektör", "/Cia Berg"."""
    match = NAME_AND_OFFICE.match(cell.text)
    if match is None or NOT_A_NAME.search(match["name"]) or OFFICE_TITLE.match(match["name"]):
        return None
    office = match["office"]
    signs = (
        OFFICIAL.search(office) and OFFICE_TITLE.match(office[:1].upper() + office[1:])
        if office
        else cell.text.startswith("/")
    )
    return match if signs else None


def _opens(line: Line) -> bool:
    return any(_is_person(cell) or ORGAN_LINE.match(cell.text) or _in_office(cell) for cell in line.cells)


def _is_person(cell: Line | Cell) -> bool:
    """A name that is no office's and no body's: "Avdelningschef Myndighet" and "Göteborgs Stad" are none."""
    named = NAME_ALONE.match(cell.text) and not PARTY_LINE.match(cell.text.removeprefix("För "))
    return bool(named) and not OFFICE_TITLE.match(cell.text) and not NOT_A_NAME.search(cell.text)


def _signers(rows: Sequence[Sequence[Cell]]) -> tuple[Signer, ...]:
    """Column by column: a name, and the office printed under it."""
    columns: list[tuple[float, list[Signer]]] = []
    for row in rows:
        for cell in row:
            column = _column(columns, cell.x0)
            name = NAME_ALONE.match(cell.text)
            if named := _in_office(cell):
                column.append((replace(person(named["name"], None), role=named["office"]), cell.words))
            elif name and _is_person(cell):
                column.append((person(name["name"], name["party"]), cell.words))
            elif column and (party := PARTY_LINE.match(cell.text)):
                before, so_far = column[-1]
                if before.party is None:
                    code = code_of(party["code"] or party["name"])
                    column[-1] = (Person(before.name, code, before.role), join([so_far, cell.words]))
            elif column and OFFICE_TITLE.match(cell.text) and not ORGAN_LINE.match(cell.text):
                before, so_far = column[-1]
                role = f"{before.role} {cell.text}" if before.role else cell.text
                column[-1] = (Person(before.name, before.party, role), join([so_far, cell.words]))
    return tuple(signer for _, column in columns for signer in column)


def _column(columns: list[tuple[float, list[Signer]]], x0: float) -> list[Signer]:
    for left, column in columns:
        if abs(left - x0) < _SAME_COLUMN:
            return column
    columns.append((x0, []))
    return columns[-1][1]
