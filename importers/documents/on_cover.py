"""Whose minutes these are and of which day, where the head does not say: the cover's own rows, and the notice's.

Beslutande organ    Kommunstyrelsen          Organ och sammanträdesdatum    Kommunstyrelsen 2025-03-04
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from importers.bundle import Document, DocumentKind, Doubt
from importers.documents.head import Head
from importers.documents.head_cells import is_organ
from importers.documents.heads import organ_in, take_date
from importers.documents.stamps import take_stamp
from importers.patterns.cover_labels import Label
from importers.patterns.dates import DATE
from importers.patterns.headings import STAMP
from importers.patterns.heads import CALLED_BODY, DAY_OF_MEETING
from importers.patterns.numbers import CASE_LINE, CASE_NUMBER, DOCUMENT_NUMBER
from importers.patterns.organs import BETWEEN_BODIES
from importers.statements.verification import notice_in
from importers.text.forms import Row, rows_of, values_of
from importers.text.layout import Line
from importers.text.passage import Passage, passage

_LONGEST_NAME = 60  # characters
_NEAR = 40.0  # points: a stamp's lines may be centred
_SUMMONS, _LETTERHEAD = 15, 6  # lines
_DATED = (Label.MEETING_DATE, Label.BODY_AND_DATE, Label.PLACE_AND_TIME, Label.TIME)


def fill_from_cover(head: Head, lines: Sequence[Line]) -> None:
    """Body and day from the lines before the first §, as far as the head has none. A row that names the body names any."""
    rows = rows_of(lines) if head.body is None or head.date is None else []
    if head.body is None and not any(_several(value.text) for value in _of_body(rows)):
        bodies = (organ_in(value) or _named(value) for value in _of_body(rows))
        head.body = next((body for body in bodies if body), None)
    for label in _DATED:
        for value in values_of(rows, label) if head.date is None else ():
            take_date(value, head)
    for line in lines if head.date is None else ():
        match = DAY_OF_MEETING.match(line.text)
        if match and head.date is None:
            take_date(passage([line]).cut(match.start("day")), head)


def fill_from_summons(head: Head, called: Passage, lines: Sequence[Line]) -> None:
    """Body and day of a meeting that a paper calls to, from its title and the rows beneath it, as far as the head has none."""
    for words in (called, *(passage([line]) for line in lines[:_SUMMONS])):
        match = CALLED_BODY.match(words.text) if head.body is None else None
        if match:
            head.body = words.group(match, "organ")
    take_date(called, head)
    fill_from_cover(head, lines[:_SUMMONS])


def fill_from_letterhead(head: Head, lines: Sequence[Line], kind: DocumentKind) -> None:
    """The case number of a paper from its letterhead, where it stands in a cell beside other words; and the stamp of whoever
    received it, beside the letterhead, with the number beneath. Of a notice, whose minutes are posted and of which day."""
    if kind is DocumentKind.ANSLAG:
        fill_from_cover(head, lines)
    letterhead = list(takewhile(lambda line: not line.bold, lines[:_LETTERHEAD]))
    cells = [(line, cell) for line in lines[:_LETTERHEAD] for cell in line.cells]
    for line, cell in cells if not head.case_numbers else ():
        match = CASE_LINE.match(cell.text) if len(line.cells) > 1 else None
        if match and (match["label"] or (line in letterhead and CASE_NUMBER.match(cell.text))):
            head.case_numbers.append(passage([cell]).group(match, "number"))
            break
    stamp = next((cell for _, cell in cells if STAMP.match(cell.text)), None) if head.received is None else None
    if stamp is not None:
        beneath = [cell for _, cell in cells if cell.top > stamp.top and abs(cell.x0 - stamp.x0) < _NEAR]
        take_stamp([stamp, *(cell for cell in beneath if DOCUMENT_NUMBER.match(cell.text))][:2], head)


def with_notice(document: Document, doubts: list[Doubt], lines: Sequence[Line]) -> tuple[Document, list[Doubt]]:
    """The document; a notice that is a paper of its own with the days between which it stands."""
    notice = notice_in(passage(lines), rows_of(lines)) if document.kind is DocumentKind.ANSLAG else None
    if notice is None:
        return document, doubts
    return replace(document, notice=notice[0], fields=dict(document.fields) | {"notice": (notice[1].source(),)}), doubts


def _of_body(rows: Sequence[Row]) -> Iterator[Passage]:
    yield from values_of(rows, Label.BODY)
    for value in values_of(rows, Label.BODY_AND_DATE):
        day = DATE.search(value.text)
        yield value.cut(0, day.start()) if day else value


def _several(text: str) -> bool:
    """Whether bodies met together, none of them a part of another: "Parknämnden, Tekniska nämnden och Miljönämnden"."""
    organs = [part for part in BETWEEN_BODIES.regex.split(text) if is_organ(part)]
    return len(set(organs)) > 1


def _named(value: Passage) -> Passage | None:
    """A body of any form, since the row is labelled as one: "Styrgruppen Norr"."""
    plain = value.text[:1].isupper() and not any(sign.isdigit() for sign in value.text)
    return value if plain and len(value.text) <= _LONGEST_NAME else None
