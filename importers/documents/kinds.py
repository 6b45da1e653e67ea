"""What kind of document a draft is, and the words that say so."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from importers.bundle import DocumentKind, Role
from importers.documents.cut import Draft
from importers.documents.on_top import titles_minutes
from importers.documents.papers import split_title
from importers.patterns.cover_labels import OF_ATTENDANCE, Label, label_of
from importers.patterns.headings import BODYS_PROPOSAL, role_of
from importers.patterns.heads import NOT_MINUTES, TITLE_OF_MINUTES
from importers.patterns.in_heads import ON_AGENDA
from importers.patterns.item_numbers import BARE_HEADING, BARE_ITEM_NUMBER, ITEM_HEADING
from importers.patterns.numbers import CASE_LINE
from importers.patterns.paper_kinds import KIND_CELLS, KIND_TITLES, NOTES
from importers.patterns.people import PERSON
from importers.patterns.titles import OPENS_MEETING
from importers.text.layout import Line
from importers.text.passage import Passage, passage
from importers.text.sections import Style, style_of

_FIRST, _TOP = 6, 3  # lines
_LARGER = 2.0  # points
_CALLS = re.compile("kallelse|delegationslista|.{0,40}delegationsbeslut", re.IGNORECASE)
MINUTES = (DocumentKind.PROTOKOLL, DocumentKind.PROTOKOLLSUTDRAG)
# Put to a council, whoever's paper it is printed on.
# What only whole minutes tell of themselves.
_OF_WHOLE = OF_ATTENDANCE | {Label.VERIFIERS, Label.PARAGRAPHS, Label.PLACE_AND_TIME, Label.CHAIR, Label.OTHERS}
QUESTIONS = (DocumentKind.MOTION, DocumentKind.MEDBORGARFORSLAG, DocumentKind.INTERPELLATION)


def kind_of(draft: Draft, style: Style, *, among: bool = False) -> tuple[DocumentKind, Passage | None]:
    """The kind that the head states, else the title; without either, an extract where §§ are headed, else unknown. `among`: the
    file holds other minutes too.

    An appendix with a title of its own is what its title says: "Bilaga 1" over "Motion av Anna Ek (C) om lekplatser".
    """
    head = draft.head
    if among and head.kind is DocumentKind.PROTOKOLL and _is_extract(draft):
        return DocumentKind.PROTOKOLLSUTDRAG, head.kind_words
    if head.kind is not None and head.kind is not DocumentKind.BILAGA:
        return head.kind, head.kind_words
    lines, _ = split_title(draft.lines, style, draft.titled)
    title = passage(lines)
    # A body's own paper about a motion, or an official's, may bear the motion's title.
    is_bodys = head.prepared or any(BODYS_PROPOSAL.match(line.text) for line in draft.lines)
    for kind, pattern in KIND_TITLES:
        if (match := pattern.match(title.text)) and not (is_bodys and kind in QUESTIONS):
            return kind, title.cut(0, match.end())
    first = next(
        (index for index, line in enumerate(draft.lines) if _heads_item(line) or _breaks(draft.lines, index)), None
    )
    if head.kind is None and first is None and _are_minutes(draft, style):
        return DocumentKind.PROTOKOLL, None
    if head.kind is None and first is not None:
        cover = draft.lines[:first]
        whole = _has_cover(cover) or titles_minutes(cover) or (_lists_people(cover) and _opens(draft.lines[first:]))
        return (DocumentKind.PROTOKOLL if whole else DocumentKind.PROTOKOLLSUTDRAG), None
    return head.kind or DocumentKind.OTHER, head.kind_words


def _is_extract(draft: Draft) -> bool:
    """Whether what calls itself minutes is one § of them: it says nowhere who was there, who verifies or which §§ it holds."""
    heads = [line for line in draft.lines if _heads_item(line)]
    labels = (label_of(cell.text) for line in draft.lines for cell in line.cells)
    told = any(label and label[0] in _OF_WHOLE for label in labels)
    return len(heads) == 1 and draft.lines[0] is heads[0] and not told


def _are_minutes(draft: Draft, style: Style) -> bool:
    """Whether a paper is minutes though it heads no § as such: by its title, its §§ without the sign, or a whole cover that
    names somebody of a party, the words of whose head may be a picture; rules for a body have the same labels and no names."""
    if titles_minutes(draft.lines) or _head_titles_minutes(draft) or _counts_paragraphs(draft.lines, style):
        return True
    return _has_cover(draft.lines) and any(PERSON.search(line.text) for line in draft.lines)


def _head_titles_minutes(draft: Draft) -> bool:
    """Whether the head of its first page is the title of minutes: "Protokoll från Kulturnämnden"."""
    cells = (cell for line in draft.head_lines if line.page == draft.first for cell in line.cells)
    return any(TITLE_OF_MINUTES.match(cell.text) for cell in cells)


def _counts_paragraphs(lines: Sequence[Line], style: Style) -> bool:
    """Whether a line on top says "Protokoll", and several lines head a § without its sign before the number: "Paragraf 14",
    or in the dress of headings "21 Byskolans framtid" and "22 Busshållplatsen".
    """
    if not any(kind in MINUTES and form.match(line.text) for line in lines[:_FIRST] for kind, form in KIND_CELLS):
        return False
    heads = [(line, match) for line in lines if (match := BARE_HEADING.match(line.text))]
    marked = sum(bool(match["word"] or match["mark"]) for _, match in heads)
    dressed = [int(match["number"]) for line, match in heads if style.stands_out(line)]
    counted = sum(after == before + 1 for before, after in pairwise(dressed))
    return marked > 1 or (counted > 1 and counted == len(dressed) - 1)


def _heads_item(line: Line) -> bool:
    """Whether the line heads a §, its number at the right of its case number or its place on the agenda or not."""
    cells = line.cells
    at = next(
        (at for at, cell in enumerate(cells) if not (CASE_LINE.match(cell.text) or ON_AGENDA.match(cell.text))), 0
    )
    return ITEM_HEADING.match(cells[at].text if at else line.text) is not None


def _breaks(lines: Sequence[Line], index: int) -> bool:
    """Whether the line begins with the mark of a § whose number stands beneath it, as in a column too narrow for both."""
    line, beneath = lines[index], lines[index + 1] if index + 1 < len(lines) else None
    if beneath is None or line.words[0].text != "§" or len(line.words) == 1:
        return False
    return beneath.x0 == line.x0 and BARE_ITEM_NUMBER.match(beneath.words[0].text) is not None


def _has_cover(lines: Sequence[Line]) -> bool:
    """Whether the lines are a whole cover: who decided, and who verifies it or how it was announced."""
    labels = {label[0] for line in lines for cell in line.cells if (label := label_of(cell.text))}
    return bool(labels & OF_ATTENDANCE) and bool(
        labels & {Label.VERIFIERS, Label.VERIFIED, Label.VERIFICATION, Label.END}
    )


def _lists_people(lines: Sequence[Line]) -> bool:
    """Whether the lines are a cover that says who was there, though not who verifies it."""
    labels = (label_of(cell.text) for line in lines for cell in line.cells)
    return any(label and label[0] in OF_ATTENDANCE for label in labels)


def _opens(lines: Sequence[Line]) -> bool:
    """Whether §§ begin with what opens a meeting, of which nobody wants an extract: "§ 41 Upprop"."""
    heads = [match["rest"] or "" for line in lines if (match := ITEM_HEADING.match(line.text))]
    return len(heads) > 1 and any(OPENS_MEETING.match(one) for one in heads[:2])


def not_minutes(draft: Draft) -> Passage | None:
    """The words by which a paper calls to a meeting, lists what it is to treat or tells of an inspection: it has no §§, or
    counts what is to be treated as such, under its own title in large letters and with no decision among them.
    """
    numbered = any(ITEM_HEADING.match(line.text) for line in draft.lines)
    if numbered and any(role_of(line.text) is Role.DECISION for line in draft.lines):
        return None
    size = style_of(draft.lines).size + _LARGER
    tops = (*(one for one in draft.head_lines if one.page == draft.first), *draft.lines[:_FIRST])
    for at, line in enumerate(tops):
        if ITEM_HEADING.match(line.text):
            return None
        for cell in line.cells:
            set_out = size <= cell.size or (len(line.cells) == 1 and cell.bold and cell.text.isupper())
            set_out = set_out or (at < _TOP and len(line.cells) > 1 and _CALLS.fullmatch(cell.text) is not None)
            if NOT_MINUTES.match(cell.text) and (not numbered or (set_out and _CALLS.match(cell.text))):
                return passage([cell])
    return None


def notes_of_officials(draft: Draft) -> Passage | None:
    """The word by which a paper without a body is notes of a meeting of officials: it heads no §, and names nobody of a party."""
    tops = (*(one for one in draft.head_lines if one.page == draft.first), *draft.lines[:_FIRST])
    title = next((passage([cell]) for line in tops for cell in line.cells if NOTES.match(cell.text)), None)
    if title is None or draft.head.body is not None:
        return None
    public = any(ITEM_HEADING.match(line.text) or PERSON.search(line.text) for line in draft.lines)
    return None if public else title
