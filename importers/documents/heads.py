"""The head of a page: who speaks, in what kind of document, when, in which case.

Kommunstyrelsen                Datum:              Kommunledningskontoret                  Datum:      Diarienummer:
Protokollsutdrag               2024-12-11          Tjänsteskrivelse till kommunstyrelsen   2024-11-18  KSN-2023-03553
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

from importers.bundle import DocumentKind, Role
from importers.documents.head import Head, Named
from importers.documents.head_cells import body_of_two_rows, is_organ, parts_of, sort_of_cell, sort_of_parts
from importers.documents.named_towns import take_municipality
from importers.documents.not_heads import counts_on, goes_on_list, heads_item, is_later, tells_place
from importers.documents.stamps import take_stamp
from importers.patterns.cover_labels import Label, label_of
from importers.patterns.dates import DATE, date_of, first_date
from importers.patterns.furniture import (
    FOOT_OF_DOCUMENT,
    HEAD_ROW,
    PAGE_BEHIND,
    PAGE_NUMBER,
    TEMPLATE_LEFTOVER,
)
from importers.patterns.headings import HANDLAGGARE_LABEL, LABELLED, STAMP, role_of
from importers.patterns.heads import (
    BARE_PAGE,
    DATE_BEHIND,
    DAY_OF_MONTH,
    DAYS,
    HEAD_LABEL,
    ITEMS_BEHIND,
    NOTICE_HEADING,
    TITLE_OF_MINUTES,
    YEAR_ALONE,
)
from importers.patterns.numbers import CASE_BENEATH_ITEM, CASE_LINE, CASE_NUMBER, DOCUMENT_NUMBER
from importers.patterns.organs import (
    BODY_IN_FOOT,
    BODY_IN_TOWN,
    BODY_OF_TOWN,
    COUNCIL_OF,
)
from importers.patterns.paper_kinds import (
    EXTRACT_LEFT_OPEN,
    EXTRACT_OF,
    EXTRACT_OF_BODY,
    KIND_CELLS,
    KIND_TITLES,
    PLACE_AND_DAY,
)
from importers.patterns.people import NAME_ALONE, NAME_AND_MORE
from importers.patterns.table import Table
from importers.patterns.vote_tables import APPENDIX_HEADING, VOTE_LIST
from importers.text.forms import leaves_notice_open, opens_notice
from importers.text.furniture import Sheet
from importers.text.layout import Line
from importers.text.passage import Passage, join, passage

_MINUTES = (DocumentKind.PROTOKOLL, DocumentKind.PROTOKOLLSUTDRAG)
_SAME_COLUMN = 5.0  # points
_NEAR = 40.0  # points: how far a value may start from the label above it
_LONGEST_VALUE = 30  # characters
_TOP = 4  # lines
_LOWEST = 0.45  # of the page's height: no head reaches further down


def read_head(
    sheet: Sheet, *, first: bool = False, goes_on: bool = False, above: Sequence[Line] = ()
) -> tuple[Head, tuple[Line, ...]]:
    """The page's head, and the lines of its text that are left. `first`: no text goes on here from a page before; `goes_on`:
    minutes do, with the same furniture; `above`: the text of the page before."""
    head = Head()
    head.body = body_of_two_rows((*sheet.head, *sheet.text[:_TOP]))
    for line in (*sheet.head, *sheet.foot):
        for cell in line.cells:
            for part in _without_page(cell):
                _take(part, head, above=())
    head.lines.extend(sheet.head)
    asked = leaves_notice_open(above) and all(DATE.match(cell.text) for line in sheet.text[:1] for cell in line.cells)
    taken = 0 if asked else _leading(sheet.text, head, first=first, goes_on=goes_on, page_above=above)
    return head, sheet.text[taken:]


def _leading(lines: Sequence[Line], head: Head, *, first: bool, goes_on: bool, page_above: Sequence[Line] = ()) -> int:
    """Takes the leading lines that are head material through and through; says how many they are."""
    taken = 0
    trial: list[tuple[Line, bool]] = []
    after_kind = False  # a body's name alone right beneath "Protokoll" is whose minutes they are
    for index, line in enumerate(lines):
        if line.top > _LOWEST * line.frame.upright_height:
            break
        above = (*head.lines, *(before for before, _ in trial))
        kinds = _with_page_number(line, [_kind_of_cell(cell, above) for cell in line.cells])
        titled = _titles_extract(line, first=first) and (trial or not goes_on_list(lines[index:], page_above))
        kinds = ["dated kind"] if titled and not all(kinds) else kinds
        titled = titled or HEAD_ROW.match(line.text) is not None
        if head.kind is not None and APPENDIX_HEADING.match(line.text):
            break  # an appendix of the document that the page's head belongs to
        if VOTE_LIST.match(line.text):
            break
        minutes = head.kind in _MINUTES or goes_on
        ends = minutes and (_heads_section(lines[index : index + 2]) or NOTICE_HEADING.match(line.text))
        if ends or opens_notice(lines[index:]) or tells_place(lines[index:]):
            break
        if heads_item(lines[index:], later=not first and (is_later(head, above) or not above)):
            break
        entry = not (first or trial or titled or head.lines) and counts_on(lines[index:], page_above)
        broken = bool(trial) and EXTRACT_LEFT_OPEN.match(trial[-1][0].text) is not None
        if not all(kinds) or entry or ("dated kind" in kinds and not (first or titled or broken)):
            break  # "Protokollsutdrag 2024-12-03" may be an entry of a list that goes on from the page before
        opens = _opens(kinds, index, bool(head.lines)) or (
            taken == index and (after_kind or _titled(lines, index) or _told(above))
        )
        after_kind = after_kind or "kind" in kinds or "dated kind" in kinds
        trial.append((line, bool(opens)))
        if trial[-1][1]:
            taken = index + 1
    for line, _ in trial[:taken]:
        _take_line(line, head)
    return taken


def _titles_extract(line: Line, *, first: bool) -> bool:
    """Whether the line may be the title of an extract, which names its body or its meeting."""
    return bool(EXTRACT_OF.match(line.text) or ((first or line.bold) and EXTRACT_OF_BODY.match(line.text)))


def _with_page_number(line: Line, kinds: Sequence[str | None]) -> list[str | None]:
    """The sorts of a line's cells, the page's bare number at its end among them: "Älnsjö kommun     Protokoll     3"."""
    before = {kind or "" for kind in kinds[:-1]}
    named = before <= _DATED and not before.isdisjoint(_NUMBERED)
    if named and kinds[-1] is None and BARE_PAGE.match(line.cells[-1].text):
        return [*kinds[:-1], "value"]
    return list(kinds)


def _heads_section(lines: Sequence[Line]) -> bool:
    """Whether the first line heads what some want or say in minutes that go on: a paper of that name says beneath it whose it is,
    or of which day."""
    of_paper = len(lines) > 1 and all(sort_of_cell(cell) for cell in lines[1].cells)
    return role_of(lines[0].text) in (Role.YRKANDEN, Role.SARSKILT_YTTRANDE) and not of_paper


def _titled(lines: Sequence[Line], index: int) -> bool:
    """Whether the next line is the title of a motion or the like, so that the line is whose it is or whom it is put to."""
    after = lines[index + 1].text if index + 1 < len(lines) else ""
    return _TITLES.first(after) is not None


def _told(above: Sequence[Line]) -> bool:
    """Whether the line stands beneath a label that asks whose minutes they are."""
    return bool(above) and _asks_whose(above[-1].text)


def _asks_whose(text: str) -> bool:
    """Whether this is a label that asks whose minutes they are, and no more: "Organ", "Nämnd"."""
    found = label_of(text)
    return found is not None and found[0] is Label.BODY and not found[1]["value"]


def _opens(kinds: Sequence[str | None], index: int, has_head: bool) -> bool:
    """A body's name alone is head material only as the first line, or with more head material after it; a place and a day are
    with more alone."""
    alone = {"organ", "municipality"} if index else {"organ", "municipality", "parties"}
    sorts = {kind or "" for kind in kinds}
    return "placed" not in sorts and ((index == 0 and not has_head) or not sorts <= alone)


_NUMBERED = frozenset({"kind", "dated kind", "organ", "municipality"})  # that a bare page may stand beside
_DATED = frozenset({*_NUMBERED, "value"})
_KINDS = Table(KIND_CELLS)
_TITLES = Table(KIND_TITLES)


def _kind_of_cell(cell: Line, above: Sequence[Line]) -> str | None:
    """What sort of head material a cell is, by its words or by the label that it stands under; `None` if it is none."""
    if sort := sort_of_cell(cell) or sort_of_parts(cell.text):
        return sort
    if _name(cell.text) and _under_label(cell, above):
        return "name"
    if PLACE_AND_DAY.match(cell.text):
        return "placed"
    if _day_above(cell, above):
        return "value"
    short = len(cell.text) <= _LONGEST_VALUE and any(sign.isdigit() for sign in cell.text)
    return "value" if short and _beneath_label(cell, above) else None


def _beneath_label(cell: Line, above: Sequence[Line]) -> bool:
    """Whether a label stands right above the cell, near its edge: what stands there is its value, whatever its form."""
    last = above[-1].cells if above else ()
    return any(HEAD_LABEL.match(one.text) and abs(one.x0 - cell.x0) < _NEAR for one in last)


def _day_above(cell: Line, above: Sequence[Line]) -> Line | None:
    """The day and month right above, where the cell is the year that goes on from them."""
    if not above or not YEAR_ALONE.match(cell.text):
        return None
    words = above[-1].words
    at = next((index for index, word in enumerate(words) if abs(word.x0 - cell.x0) < _SAME_COLUMN), None)
    day = above[-1].part(words[at : at + 2]) if at is not None else None
    return day if day and DAY_OF_MONTH.match(day.text) else None


def take_lines(lines: Sequence[Line], head: Head) -> None:
    """Reads the lines of a head into it."""
    for line in lines:
        _take_line(line, head)


def _name(text: str) -> re.Match[str] | None:
    return NAME_ALONE.match(text) or NAME_AND_MORE.match(text)


def _under_label(cell: Line, above: Sequence[Line]) -> bool:
    """Whether the cell stands under the label "Handläggare", other names between them or not."""
    for line in reversed(above):
        beside = (
            line.part([word]) for word in line.words if HANDLAGGARE_LABEL.match(word.text)
        )  # labels close together
        for other in (*line.cells, *beside):
            if abs(other.x0 - cell.x0) < _SAME_COLUMN and other.baseline < cell.baseline and not _name(other.text):
                return bool(HANDLAGGARE_LABEL.match(other.text))
    return False


def _take_line(line: Line, head: Head) -> None:
    for cell in line.cells:
        for part in _without_page(cell):
            _take(part, head, above=tuple(head.lines))
    head.lines.append(line)


def _without_page(cell: Line) -> list[Line]:
    """The cell, parted before the page number that stands close behind it: "PROTOKOLL 2025-04-22   2 (4)"."""
    match = PAGE_BEHIND.match(cell.text)
    behind = len(match["page"].split()) if match else 0
    return (
        [cell.part(cell.words[:-behind]), cell.part(cell.words[-behind:])] if 0 < behind < len(cell.words) else [cell]
    )


def _take(cell: Line, head: Head, above: Sequence[Line]) -> None:
    """Reads one cell into the head, or each of its parts; the first value of each field stays."""
    words = passage([cell])
    if _asks_whose(words.text):
        return
    if sort_of_cell(cell) is None and (parts := parts_of(words.text)):
        for start, end in parts:
            part = words.cut(start, end)
            if not _take_kind(part, head):
                _take_values(part, head)
    elif STAMP.match(words.text):
        take_stamp([cell], head)
    elif (title := EXTRACT_OF_BODY.match(words.text)) and head.kind in (None, DocumentKind.PROTOKOLLSUTDRAG):
        _take_title(words, title, head)
    elif match := PAGE_NUMBER.match(words.text):
        head.number = head.number or int(match["page"])
        head.of = head.of or (int(match["pages"] or match["of"]) if match["pages"] or match["of"] else None)
    elif match := FOOT_OF_DOCUMENT.match(words.text):
        _take_foot(words, head)
    elif TEMPLATE_LEFTOVER.match(words.text):
        head.leftovers.append(cell)
    elif before := _day_above(cell, above):
        take_date(join([passage([before]), words]), head)
    elif (match := _name(words.text)) and _under_label(cell, above):
        head.prepared = True
        head.handlaggare.append(words.group(match, "name"))
    elif not (_take_kind(words, head) or _take_own(words, head)):
        _take_values(words, head)


def _take_own(words: Passage, head: Head) -> bool:
    """Whose minutes these are, and of which day, from their title: "Kommunfullmäktiges protokoll 28 maj 2009"."""
    title = TITLE_OF_MINUTES.match(words.text)
    if not (title and title["own"] and is_organ(title["own"][:1].upper() + title["own"][1:])):
        return False
    head.body = head.body or words.group(title, "own")
    if head.kind is None:
        head.kind, head.kind_words = DocumentKind.PROTOKOLL, words
    if day := DATE.search(words.text):
        take_date(words.group(day), head)
    return True


def _take_title(words: Passage, title: re.Match[str], head: Head) -> None:
    """The body and the day of an extract, from its title."""
    head.kind, head.kind_words = DocumentKind.PROTOKOLLSUTDRAG, words
    head.body = head.body or words.group(title, "organ")
    take_date(words.group(title, "date"), head)


def _take_foot(words: Passage, head: Head) -> None:
    match = FOOT_OF_DOCUMENT.match(words.text)
    assert match is not None
    take_municipality(words.group(match, "municipality"), head)
    if head.body is None and BODY_IN_FOOT.match(match["organ"]):
        head.body = words.group(match, "organ")
    _take_kind(words.group(match, "kind"), head)


def _take_kind(words: Passage, head: Head) -> bool:
    for kind, pattern in _KINDS.rows(words.text):
        match = pattern.match(words.text)
        if match is None:
            continue
        if head.kind is None or (head.kind is DocumentKind.BILAGA and kind is not DocumentKind.BILAGA):
            head.kind, head.kind_words = kind, words
            if match["to"]:
                _take_addressee(words.group(match, "to"), words, head)
        if match["date"] and head.date is None:
            head.date, head.date_words = first_date(match["date"]), words.group(match, "date")
        return True
    return False


def _take_addressee(addressee: Passage, words: Passage, head: Head) -> None:
    head.addressed_to = addressee
    if match := COUNCIL_OF.search(words.text):
        head.municipalities.append(Named(f"{match['town']} kommun", addressee, says_whose=True))


def _take_values(words: Passage, head: Head) -> None:
    labelled = LABELLED.match(words.text)
    value = words.group(labelled, "value") if labelled else words
    if labelled and HANDLAGGARE_LABEL.match(labelled["label"]):
        head.prepared = True
        if match := _name(value.text):
            head.handlaggare.append(value.group(match, "name"))
        return
    take_date(value, head)
    if behind := DATE_BEHIND.search(value.text):
        value = value.cut(0, behind.start())
    if (day := DATE.match(value.text)) and value.text[day.end() :].strip():
        value = value.cut(day.end() + 1)  # "2025-09-04 KS 2024-371"
    if not DOCUMENT_NUMBER.search(value.text):
        if case := CASE_LINE.match(value.text) or CASE_BENEATH_ITEM.match(value.text):
            head.case_numbers.append(value.group(case, "number"))
        elif match := CASE_NUMBER.search(value.text):
            head.case_numbers.append(value.group(match, "number"))
        elif labelled and (case := CASE_LINE.match(words.text)):  # of a form that only its label makes one
            head.case_numbers.append(words.group(case, "number"))
    if head.body is None and (organ := organ_in(value)):
        head.body = organ
    take_municipality(words, head)


def take_date(value: Passage, head: Head) -> None:
    """The day that the cell prints, the first of several; one that no calendar has is kept to be doubted."""
    if head.date is not None:
        return
    if (several := DAYS.search(value.text)) and (day := _first_of(several)):
        head.date, head.date_words, head.several_days = day, value.group(several), True
        return
    for match in DATE.finditer(value.text):
        if day := date_of(match):
            head.date, head.date_words = day, value.group(match)
            return
        head.impossible_day = head.impossible_day or value.group(match)


def _first_of(several: re.Match[str]) -> dt.date | None:
    if several["iso"]:
        return first_date(several["iso"])
    last = first_date(several["last"])
    try:
        return last.replace(day=int(several["first"])) if last else None
    except ValueError:
        return None


def organ_in(words: Passage) -> Passage | None:
    """The body that the words are; §§ may stand behind it, and its municipality before or behind it."""
    end = ITEMS_BEHIND.search(words.text)
    bare = words.cut(0, end.start()) if end else words
    for part in (bare.text, *bare.text.split(", ")):
        if is_organ(part) or BODY_IN_TOWN.match(part):
            start = bare.text.find(part)
            return _without_town(bare.cut(start, start + len(part)))
    return None


def _without_town(body: Passage) -> Passage:
    """The body alone: "Kommunfullmäktige i Älnsjö kommun", "Älnsjö kommuns socialnämnden Norr"."""
    if owned := BODY_OF_TOWN.match(body.text):
        return body.group(owned, "organ")
    match = BODY_IN_TOWN.match(body.text)
    return body.group(match, "organ" if match["organ"] else "organ2") if match else body
