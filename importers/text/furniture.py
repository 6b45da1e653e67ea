"""Lifts what belongs to the page from what it says: by position, by repetition and by a few fixed forms."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from importers.bundle import Role
from importers.patterns.dates import DATE
from importers.patterns.decisions import BODY_SAYS, DECIDES_BENEATH
from importers.patterns.furniture import ADDRESS, FOOT_OF_DOCUMENT, HEAD_ROW, PAGE_NUMBER, SIGNATURES
from importers.patterns.headings import role_of
from importers.patterns.item_numbers import ITEM_HEADING, OPEN_ITEM_MARK
from importers.patterns.marks import ENTRY
from importers.patterns.numbers import CASE_LINE
from importers.patterns.vote_rows import ROW_WITH_MARK
from importers.patterns.vote_tables import APPENDIX_HEADING, COLUMNS_OF_VOTES, PRESENCE_LIST, ROWS_HEADING, VOTE_LIST
from importers.text.layout import Frame, Line
from importers.text.sections import role_of_two

_TOP_BAND = 0.17  # of the page's height
_FOOT_BAND = 0.86
_ADDRESS_BAND = 0.8
_STEP = 4.0  # points: how far a repeated line may wander
_CLOSE = 2  # pages: even and odd pages may have heads of their own
_SENTENCE = 4  # words
_SAME_SIZE = 0.3  # points
_CLOSE_BENEATH = 1.7  # times the size
_LAST = 4  # lines at the end of a page, its foot included, among which a heading may begin that ends on the next
# Sections that only a § has: what heads one on top of two pages is no head of the page.
_OF_ITEMS = frozenset(
    {
        *(Role.YRKANDEN, Role.PROPOSITION, Role.VOTE, Role.RESERVATION, Role.SARSKILT_YTTRANDE),
        *(Role.PROTOKOLLSANTECKNING, Role.JAV, Role.BASIS, Role.SUMMARY, Role.PRESENTATION, Role.EARLIER, Role.SENT_TO),
    }
)
# "Parknämndens beslut", "Beslut – förslag till kommunfullmäktige"; "Beslut" and "Förslag till beslut" may head a page.
_WORDS_OF_DECISION = {Role.DECISION: 2, Role.PROPOSAL: 4}
_SIGNS_BESIDE = frozenset({"Justering", "Justerande", "Ordförande", "Sekreterare", "Ordf.", "Just.", "Sekr."})
_DIGITS = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page's lines: those of its head and foot, and its text. All in printed order."""

    frame: Frame
    head: tuple[Line, ...]
    text: tuple[Line, ...]
    foot: tuple[Line, ...]


def lift(pages: Sequence[tuple[Frame, tuple[Line, ...]]]) -> tuple[Sheet, ...]:
    """The pages with their furniture set apart.

    A line is furniture in the top or foot band when all its cells come again at the same height on a page close by, or
    have a form that only furniture has ("Justerandes signatur", "19 (74)"). Close by, since rows of tables come again
    too: every third page, where votes are listed on three pages each.
    """
    banded = [_banded(lines) for _, lines in pages]
    for (_, above), lines in zip(pages, banded[1:], strict=False):
        _keep_broken_heading(above, lines)
    marks = [_marks_of(lines) for lines in banded]
    return tuple(
        _sheet(frame, lines, _around(marks, index))
        for index, ((frame, _), lines) in enumerate(zip(pages, banded, strict=True))
    )


_Mark = tuple[int, str]
_Banded = tuple[Line, str]  # a line, and which band of the page it stands in: "head", "foot" or ""


def _marks(cell: Line) -> tuple[_Mark, _Mark]:
    """Height and wording of a cell; heights are counted in steps, so two neighbours are given.

    Digits are evened out, but for a case number: two §§ that end two pages side by side have one each.
    """
    step = int(cell.baseline // _STEP)
    if HEAD_ROW.match(cell.text):
        return (step, "·"), (step + 1, "·")
    wording = cell.text if CASE_LINE.match(cell.text) else _DIGITS.sub("0", cell.text)
    return (step, wording), (step + 1, wording)


@dataclass(frozen=True, slots=True)
class _Marks:
    """What stands in a page's bands, and the first day that its head prints."""

    head: frozenset[_Mark]
    foot: frozenset[_Mark]
    day: str | None


def _marks_of(lines: Sequence[_Banded]) -> _Marks:
    cells: dict[str, list[Line]] = {"head": [], "foot": []}
    for line, band in lines:
        if band and not _speaks(line, band):
            cells[band] += line.cells
    head, foot = (frozenset(mark for cell in cells[band] for mark in _marks(cell)) for band in ("head", "foot"))
    # the first: text beneath the head may well reach into the band, and cite the day of another paper
    day = next((match.group() for cell in cells["head"] for match in DATE.finditer(cell.text)), None)
    return _Marks(head, foot, day)


def _around(marks: Sequence[_Marks], index: int) -> _Marks:
    """The marks of the pages close by. Heads of another day are other papers', whose titles may well be the same."""
    here = marks[index].day
    near = [marks[i] for i in range(max(index - _CLOSE, 0), min(index + _CLOSE + 1, len(marks))) if i != index]
    heads = (one.head for one in near if not (here and one.day and here != one.day))
    return _Marks(frozenset[_Mark]().union(*heads), frozenset[_Mark]().union(*(one.foot for one in near)), here)


def _banded(lines: Sequence[Line]) -> list[_Banded]:
    """The lines with their bands; a section's heading that is broken over two lines is in none, nor is one over who decides."""
    banded = [(line, _band(line)) for line in lines]
    for at, ((line, band), (after, _)) in enumerate(pairwise(banded)):
        role = role_of_two(line, after) if band else None
        decides = band and role_of(line.text) is Role.DECISION and DECIDES_BENEATH.match(after.text)
        if decides or (role is not None and (line.bold or role in _OF_ITEMS)):
            banded[at : at + 2] = [(line, ""), (after, "")]
    return banded


def _keep_broken_heading(above: Sequence[Line], banded: list[_Banded]) -> None:
    """Takes the end of a heading that began on the page above out of the page's head: "Beslutet ska" and "skickas till:"."""
    for at, (line, band) in enumerate(banded):
        if band != "head":
            return
        if line.text[:1].islower() and any(role_of_two(last, line) for last in above[-_LAST:]):
            banded[at] = (line, "")


def _band(line: Line) -> str:
    height = line.frame.upright_height
    if line.bottom <= _TOP_BAND * height:
        return "head"
    return "foot" if line.top >= _FOOT_BAND * height else ""


def _speaks(line: Line, band: str) -> bool:
    """Headings may well stand at the same height on many pages, and so may a sentence of minutes."""
    if any(
        pattern.match(line.text) for pattern in (ITEM_HEADING, OPEN_ITEM_MARK, APPENDIX_HEADING, VOTE_LIST, BODY_SAYS)
    ):
        return True
    if _is_of_list(line):
        return True
    if _signed(line.cells[-1]):  # "Kommunstyrelsen        Ks § 44"
        return True
    if line.text.endswith(".") and len(line.words) >= _SENTENCE and band == "head":
        return True
    if band == "foot" and ENTRY.match(line.text) and not _is_known(line.cells[0]):
        return True
    role = role_of(line.text)
    least = _WORDS_OF_DECISION.get(role) if role else None
    whose = least is not None and len(line.words) >= least
    return role is not None and (line.bold or whose or role in _OF_ITEMS)


def _is_of_list(line: Line) -> bool:
    """Whether the line heads a list of votes, which goes on with its heading again, or is a row of it: lists of the same people
    are cut at the same rows."""
    heads = COLUMNS_OF_VOTES.search(line.text) or ROWS_HEADING.match(line.text)
    return heads is not None or (len(line.cells) > 1 and ROW_WITH_MARK.match(line.text) is not None)


def _signed(cell: Line) -> bool:
    """Whether the cell is a body's sign and a §: "Ks § 44"."""
    match = ITEM_HEADING.match(cell.text)
    return match is not None and match["sign"] is not None and match["rest"] is None


def _sheet(frame: Frame, lines: Sequence[_Banded], repeated: _Marks) -> Sheet:
    bands = [_furniture_band(line, band, repeated) for line, band in lines]
    _close_up(lines, bands)
    _open_foot(lines, bands)
    parts = (
        [line for (line, _), band in zip(lines, bands, strict=True) if band == want] for want in ("head", "", "foot")
    )
    head, text, foot = parts
    listed = [cell for line in head for cell in line.cells if _names_list(cell, line)]
    head = [_without(line, listed) for line in head]
    return Sheet(frame, tuple(head), (*listed, *text), tuple(foot))


def _names_list(cell: Line, line: Line) -> bool:
    """Whether the cell of a page's head names the list that the page is, beside others: "Älnsjö kommun    NÄRVAROLISTA    3 (3)"."""
    return len(line.cells) > 1 and PRESENCE_LIST.match(cell.text) is not None


def _without(line: Line, listed: Sequence[Line]) -> Line:
    cells = [cell for cell in line.cells if cell not in listed]
    return line if len(cells) == len(line.cells) else line.part([word for cell in cells for word in cell.words])


def _furniture_band(line: Line, band: str, repeated: _Marks) -> str:
    """The band that the line is furniture of; none where it is text."""
    if line.top >= _ADDRESS_BAND * line.frame.upright_height and ADDRESS.match(line.text):
        return "" if _speaks(line, band) else "foot"
    seen = repeated.head if band == "head" else repeated.foot
    cells = [cell for cell in line.cells if not (band == "head" and _names_list(cell, line))]
    if band and all(_is_known(cell, line) or not seen.isdisjoint(_marks(cell)) for cell in cells):
        return "" if _speaks(line, band) else band
    return ""


def _is_known(cell: Line, line: Line | None = None) -> bool:
    """Whether the cell is furniture by its words; "Justering" or "Ordf." is beside another that is."""
    if line is not None and cell.text in _SIGNS_BESIDE:
        return any(SIGNATURES.match(other.text) for other in line.cells)
    return any(pattern.match(cell.text) for pattern in (PAGE_NUMBER, SIGNATURES, FOOT_OF_DOCUMENT))


def _close_up(lines: Sequence[_Banded], bands: list[str]) -> None:
    """The head ends where text begins: a repeated line beneath the page's first line of text is text."""
    reached = False
    for index, (line, band) in enumerate(lines):
        reached = reached or (not bands[index] and (index > 0 or _speaks(line, band)))
        if reached and bands[index] == "head":
            bands[index] = ""


def _open_foot(lines: Sequence[_Banded], bands: list[str]) -> None:
    """The foot begins where text ends: what stands over a line of text in its own type and edge, or beneath a heading, is text.

    Two §§ may well end with the same papers or receivers at the same height.
    """
    for index in range(len(lines) - 1, 0, -1):
        line = lines[index][0]
        if bands[index] != "foot" or all(_is_known(cell) for cell in line.cells):
            continue
        below = lines[index + 1][0] if index + 1 < len(lines) and not bands[index + 1] else None
        above = lines[index - 1][0]
        goes_on = below is not None and _alike(line, below)
        close = line.baseline - above.baseline <= _CLOSE_BENEATH * line.size
        headed = not bands[index - 1] and close and role_of(above.text) in _OF_ITEMS
        if goes_on or headed:
            bands[index] = ""


def _alike(line: Line, other: Line) -> bool:
    return abs(line.size - other.size) < _SAME_SIZE and abs(line.x0 - other.x0) < 1.0
