"""Who signs minutes, and as what: the name beside, beneath or above "Ordförande", "Justerande", "Sekreterare".

Sekreterare    ..................      Ordförande         Justerande        Eva Lind (S)
               Sara Ek                 Eva Lind (S)       Bo Ahl (M)        Ordförande
Justerande     ..................                                           Bo Ahl (M)
               Bo Ahl       Cia Berg                                        Justerare
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from importers.bundle import Person
from importers.minutes.digital import read_digital
from importers.minutes.presence import people_in
from importers.patterns.cover import PARAGRAPHS, PARAGRAPHS_ALONE
from importers.patterns.cover_labels import ENDS, HEADS_ALONE, LISTED_BEHIND, OF_ATTENDANCE, Label, label_of
from importers.patterns.dates import DATE
from importers.patterns.headings import SIGNS_BENEATH
from importers.patterns.people import PERSON
from importers.patterns.presence import FULL_NAME, NO_NAME, OFFICIAL
from importers.patterns.signing import (
    DAY_OVER_NAMES,
    DIGITAL_ROLES,
    DOTTED,
    OPENS_SIGNING,
    SIGNING_ENDS,
    SMALL_ROLE,
    VERIFIES,
)
from importers.text.forms import SAME_COLUMN, Cell, Row, rows_of
from importers.text.layout import Line
from importers.text.passage import Passage

_AFTER_SIGNATURES = (ENDS - {Label.VERIFIED, Label.VERIFICATION, Label.END}) | {
    *OF_ATTENDANCE,
    Label.OTHERS,
    Label.ABSENT,
    Label.NONE,
}
_ROLES = (Label.CHAIR, Label.VERIFIERS, Label.SECRETARY)
_DEEPEST = 4  # lines between a role and the name beneath it
_LONGEST_SIGNATURE = 60  # signs
_WIDEST = 36.0  # points: how far left or right of its role a name may start


Signer = tuple[Person, Passage]


@dataclass(slots=True)
class Signing:
    """Who signs. The signatures are the lines from `first` up to `end`, and electronic ones those of `digital`; of whom it is
    not said as what they signed, they are `others`.
    """

    first: int = 0
    end: int = 0
    chair: list[Signer] = field(default_factory=list)
    verifiers: list[Signer] = field(default_factory=list)
    others: list[Signer] = field(default_factory=list)
    digital: frozenset[int] = frozenset()


@dataclass(slots=True)
class _Role:
    label: Label
    row: int
    x0: float
    names: list[tuple[int, Signer]] = field(default_factory=list)


def read_signing(lines: Sequence[Line]) -> Signing:
    """The signatures among the lines: after "Underskrifter" or "Vid protokollet", else from the first role that is signed;
    and electronic ones.
    """
    digital = read_digital(lines)
    signing = _on_paper([line for index, line in enumerate(lines) if index not in digital.lines])
    for label, one, words in digital.signers:
        if label is Label.CHAIR:
            signing.chair.append((one, words))
        elif label is Label.VERIFIERS:
            signing.verifiers.append((one, words))
        elif label is None:
            signing.others.append((one, words))
    signing.digital = frozenset(digital.lines)
    return signing


def signed_block(lines: Sequence[Line]) -> tuple[int, int] | None:
    """From where to where a § ends in signatures that no heading stands over: rows of nothing but roles, names and dotted
    lines, with a verifier among the roles, and a chair or a secretary.
    """
    if not any(VERIFIES.search(line.text) for line in lines):
        return None
    rows = rows_of(lines)
    at = 0
    while at < len(rows) and not SIGNS_BENEATH.match(lines[at].text):
        end = at
        while end < len(rows) and _signs(rows[end]):
            end += 1
        roles = {_role_in(cell) for row in rows[at:end] for cell in row}
        if Label.VERIFIERS in roles and roles & {Label.CHAIR, Label.SECRETARY}:
            return at - (at > 0 and OPENS_SIGNING.match(lines[at - 1].text) is not None), end
        at = max(end, at + 1)
    return None


def _signs(row: Row) -> bool:
    """Whether nothing but roles, names, lines to write on and the §§ that are signed stands in the row."""
    return bool(row) and all(_role_in(cell) or _is_name(cell) or _is_range(cell) for cell in row)


def _is_range(cell: Cell) -> bool:
    """Whether the cell tells which §§ are signed: "Paragrafer 12-14"."""
    if cell.label is Label.PARAGRAPHS:
        return True
    return (
        cell.value is not None
        and (PARAGRAPHS_ALONE.match(cell.value.text) or PARAGRAPHS.match(cell.value.text)) is not None
    )


def _role_in(cell: Cell) -> Label | None:
    """The role that a cell names, alone, before a name or behind one: "Ordförande", "Justerare Bo Ås", "Anna Ek, ordförande"."""
    if cell.label in _ROLES:
        return cell.label if cell.value is None or people_in(cell.value.text) else None
    text = cell.value.text if cell.value else ""
    if len(text) > _LONGEST_SIGNATURE or not FULL_NAME.regex.match(text) or text.endswith("."):
        return None
    return next((label for label, pattern in DIGITAL_ROLES if pattern.search(text)), None)


def _is_name(cell: Cell) -> bool:
    """Whether the cell is a name and perhaps a party, or a line to write on."""
    if cell.value is None:
        return False
    text = cell.value.text
    match = PERSON.match(text) or FULL_NAME.regex.match(text)
    return bool(DOTTED.match(text)) or (match is not None and match.end() == len(text) and not NO_NAME.search(text))


def _on_paper(lines: Sequence[Line]) -> Signing:
    rows = _with_day_as_role(_with_small_roles(rows_of(lines)), lines)
    opening = [index for index, row in enumerate(rows) if _opens(rows, index, row, lines)]
    if not opening:
        return Signing()
    first = next(
        (at for at, later in pairwise(opening) if _says_so(lines[at], rows[at]) or _has_chair(rows[at:later])),
        opening[-1],
    )
    end = next(
        (index for index in range(first + 1, len(rows)) if SIGNING_ENDS.match(lines[index].text) or _ends(rows[index])),
        len(rows),
    )
    if first and not DAY_OVER_NAMES.match(lines[first].text) and _is_beneath_names(rows[first - 1 : end]):
        first -= 1
    signing = Signing(first, end)
    for role in _roles(rows[first:end]):
        if role.label is Label.CHAIR:
            signing.chair += [signer for _, signer in role.names]
        elif role.label is Label.VERIFIERS:
            signing.verifiers += [signer for _, signer in role.names]
    return signing


def _with_small_roles(rows: list[Row]) -> list[Row]:
    """The rows, those of nothing but roles in small letters right beneath names as roles: "ordförande      justerare"."""
    for above, row in pairwise(rows):
        roles = [SMALL_ROLE.match(cell.value.text) if cell.label is None and cell.value else None for cell in row]
        signs = [cell for cell in above if not (cell.label is Label.END and cell.value is None)]
        named = all(
            cell.value and cell.value.text.istitle() and len(cell.value.text) < _LONGEST_SIGNATURE for cell in signs
        )
        if row and all(roles) and signs and named:
            for cell, match in zip(row, roles, strict=True):
                label = label_of(match[0].capitalize()) if match else None
                cell.label, cell.value = (label[0] if label else None), None
    return rows


def _with_day_as_role(rows: list[Row], lines: Sequence[Line]) -> list[Row]:
    """The rows, "Justerat 2025-03-14" as the role of the names beneath it, where no verifier's role stands below; and so
    "Protokolljustering    Sundnäs 15.4.2025", where there is none at all."""
    for index, row in enumerate(rows):
        beneath = (cell.label for later in rows[index + 1 : index + _DEEPEST + 1] for cell in later)
        if len(row) == 1 and DAY_OVER_NAMES.match(lines[index].text) and Label.VERIFIERS not in beneath:
            rows[index] = [Cell(row[0].x0, Label.VERIFIERS)]
        day = next((at for at in (index, index + 1) if at < len(rows) and any(map(_has_day, rows[at]))), None)
        told = row and row[0].label is Label.VERIFICATION and day is not None
        names = rows[day + 1] if told and day is not None and day + 1 < len(rows) else []
        verified = Label.VERIFIERS in (cell.label for later in rows for cell in later)
        if day is not None and not verified and names and all(cell.label is None and _is_name(cell) for cell in names):
            rows[day + 1] = [Cell(min(row[0].x0, names[0].x0) - 1.0, Label.VERIFIERS), *names]
    return rows


def _has_day(cell: Cell) -> bool:
    return cell.value is not None and DATE.search(cell.value.text) is not None


def _opens(rows: Sequence[Row], index: int, row: Row, lines: Sequence[Line]) -> bool:
    """Whether signatures start on the row: it says so, or a secretary's and a chair's roles follow each other."""
    if _says_so(lines[index], row):
        return True
    below = rows[index + 1 : index + 2]
    if not row or row[0].label is not Label.SECRETARY or _is_listed(rows[:index], row[0], below):
        return False
    if any(map(_tells_office, below)):
        return False  # a list of offices: "Sekreterare: Ida Ros" over "Förvaltningschef: Kent Bo"
    return any(cell.label in (Label.CHAIR, Label.VERIFIERS) for later in rows[index : index + 6] for cell in later)


def _tells_office(row: Row) -> bool:
    """Whether an office that signs nothing stands before a name in the row: "Jurist    Tor Ask", "Kommunchef: Kent Bo"."""
    first = row[0].value if row and row[0].label is None else None
    if first is None:
        return False
    if (before := LISTED_BEHIND.match(first.text)) and OFFICIAL.search(before["label"]):
        return FULL_NAME.regex.match(before["value"]) is not None
    beside = row[1].value if len(row) > 1 and row[1].label is None else None
    alone = HEADS_ALONE.match(first.text) and not FULL_NAME.regex.match(first.text)
    return bool(alone and beside and FULL_NAME.regex.match(beside.text) and not NO_NAME.search(beside.text))


def _is_listed(above: Sequence[Row], secretary: Cell, below: Sequence[Row]) -> bool:
    """Whether the secretary stands in a list of others present, right of its label, or beneath it and no chair signs below."""
    labelled = next((row for row in reversed(above) if row and row[0].label is not None), None)
    if labelled is None or labelled[0].label is not Label.OTHERS:
        return False
    if labelled[0].x0 < secretary.x0 - SAME_COLUMN:
        return True
    alone = len(labelled) == 1 and labelled[0].value is None
    signed = any(cell.label is Label.CHAIR for row in below for cell in row)
    return alone and secretary.value is not None and not (secretary.ended or signed)


def _says_so(line: Line, row: Row) -> bool:
    labels = [cell.text for cell in line.cells] + [cell.words.text for cell in row if cell.words and not cell.value]
    return DAY_OVER_NAMES.match(line.text) is not None or any(OPENS_SIGNING.match(text) for text in labels)


def _has_chair(rows: Sequence[Row]) -> bool:
    """Whether a chair signs on the rows: if not, a secretary among those present stands there, and the signatures below."""
    return any(cell.label is Label.CHAIR for row in rows for cell in row)


def _is_beneath_names(rows: Sequence[Row]) -> bool:
    """Whether the first row is the name of who signs first: each role has a name right above it, the last none behind it."""
    names = [(row, x0) for row, x0, _ in _names(rows)]
    roles = _unnamed(rows)
    if not names or not roles or any(cell.label is not None for cell in rows[0]) or names[-1][0] >= roles[-1].row:
        return False
    return all(any(row == role.row - 1 and abs(x0 - role.x0) < _WIDEST for row, x0 in names) for role in roles)


def _ends(row: Row) -> bool:
    """Whether the notice or a list of those present starts on the row. "Justeringens plats och tid" may stand among signatures."""
    return bool(row) and row[0].label in _AFTER_SIGNATURES


def _roles(rows: Sequence[Row]) -> list[_Role]:
    """The roles with the names that stand at them, in printed order."""
    roles = _unnamed(rows)
    names = list(_names(rows))
    above = bool(names and roles) and names[0][0] < min(role.row for role in roles)
    for row, x0, signer in names:
        role = _beside(roles, row, x0) or (_beneath_name(roles, row, x0) if above else _above_name(roles, row, x0))
        if role:
            role.names.append((row, signer))
    _take_from_above(roles, names)
    return roles


def _unnamed(rows: Sequence[Row]) -> list[_Role]:
    """The roles, without names."""
    return [
        _Role(cell.label, index, cell.x0)
        for index, row in enumerate(rows)
        for cell in row
        if cell.label in _ROLES and cell.label is not None and not cell.goes_on
    ]


def _names(rows: Sequence[Row]) -> Iterator[tuple[int, float, Signer]]:
    for index, row in enumerate(rows):
        for cell in row:
            if cell.value and (cell.label is None or cell.label in _ROLES):
                yield from ((index, _x0(cell), (one, cell.value)) for one in people_in(cell.value.text))


def _x0(cell: Cell) -> float:
    return cell.value.printed[0].word.x0 if cell.value else cell.x0


def _beside(roles: Sequence[_Role], row: int, x0: float) -> _Role | None:
    """The last role on the row that starts left of the name."""
    return max((role for role in roles if role.row == row and role.x0 < x0), key=lambda role: role.x0, default=None)


def _above_name(roles: Sequence[_Role], row: int, x0: float) -> _Role | None:
    """The nearest role above that starts left of the name, none further right on its line."""
    above = [role for role in roles if role.row < row <= role.row + _DEEPEST and role.x0 <= x0 + SAME_COLUMN]
    nearest = max((role.row for role in above), default=None)
    return max((role for role in above if role.row == nearest), key=lambda role: role.x0, default=None)


def _beneath_name(roles: Sequence[_Role], row: int, x0: float) -> _Role | None:
    """The role right beneath the name."""
    beneath = [role for role in roles if row < role.row <= row + 2 and abs(role.x0 - x0) < _WIDEST]
    return min(beneath, key=lambda role: (role.row, abs(role.x0 - x0)), default=None)


def _take_from_above(roles: Sequence[_Role], names: Sequence[tuple[int, float, Signer]]) -> None:
    """A role with no name of its own is that of who stands right above it: "Malin Ek  Bo Ås" and then "Ordförande"."""
    for role in roles:
        if role.names:
            continue
        above = next((one for one in names if 0 < role.row - one[0] <= 2 and abs(one[1] - role.x0) < SAME_COLUMN), None)
        if above is None:
            continue
        for other in roles:
            other.names = [one for one in other.names if one[1] is not above[2]]
        role.names.append((above[0], above[2]))
