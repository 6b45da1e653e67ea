"""The audit of covers: whether somebody on one, or a word beside them, became nothing in silence.

Names that are in no list; words in the row of somebody listed that nothing read; parties, the chair, the place and the §§
that the cover seems to print and that were not read.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from importers.audit.claims import Claims
from importers.audit.signals import LinesByPlace
from importers.bundle import Document, Doubt, Person, Role, Severity
from importers.doubts import DoubtCode, doubt
from importers.patterns.absent import NOT_SOMEBODY
from importers.patterns.cover import RANGE_WITHIN
from importers.patterns.cover_labels import ENDS, Label, label_of
from importers.patterns.first_names import is_first_name
from importers.patterns.leaving import TOLD_OF_LISTED
from importers.patterns.people import NAME_ALONE, PERSON
from importers.patterns.presence import BARE_CODE, FULL_NAME, NO_NAME, NO_PLACE, OFFICE, ONE_PLACE, SEAT
from importers.patterns.present_rows import (
    BEHIND_DASH,
    BODY_OF_PARTIES,
    MUNICIPALITY_ALONE,
    NOTE_OF_PRESENT,
    OF_NO_PARTY,
    SAYS_SOMETHING,
    SHARE_SURNAME,
)
from importers.patterns.signal import Fact
from importers.patterns.vote_grids import SAYS_CHOICE
from importers.patterns.vote_tables import X_MARK
from importers.text.cleaning import fold
from importers.text.layout import Line, Printed
from importers.text.passage import Passage, passage

_LIST = 3  # rows of a table
_LAST = 2  # words of a name, before which a label may stand: "Frånvarande Bo Ås"
_NEAR = 2  # lines from the label of a secretary
_SHOWN = 5  # names
_ON_COVER = frozenset({Fact.FIELD, Fact.DOUBT})
_DOUBTED = frozenset({Fact.DOUBT})
_WHERE = (Label.PLACE, Label.PLACE_AND_TIME, Label.ROOM)


def audit_cover(document: Document, about: str, lines: LinesByPlace, claims: Claims) -> Iterator[Doubt]:
    """A doubt for each thing on the cover of minutes that may be a fact and became none."""
    listed = [section for section in document.sections if section.role in (Role.ATTENDANCE, Role.OTHER)]
    places = [place for section in listed for place in section.source.places]
    rows = [lines[key] for key in dict.fromkeys((place.page, place.line) for place in places)]
    attended = {place for one in listed if one.role is Role.ATTENDANCE for place in one.source.places}
    items = [(place.page, place.line) for one in document.items[:1] for place in one.source.places[:1]]
    before = [row for row in rows if row.place in attended and all((row.page, row.number) < item for item in items)]
    claims = claims.with_fields(document)
    yield from _names(document, about, rows, before, claims)
    if not before:
        return
    beside = list(_beside(document, about, lines, claims))
    yield from beside
    claims.add(beside)
    yield from _told_again(about, before, claims)
    yield from _run_together(document, about, before, claims)
    yield from _parties(document, about)
    yield from _chair(document, about, before, claims)
    yield from _meeting(document, about, before, claims)


def _names(
    document: Document, about: str, rows: Sequence[Line], attended: Sequence[Line], claims: Claims
) -> Iterator[Doubt]:
    """Names before the first § that are no part of who was there, verified or signed: those with a party, those that begin
    rows of a table, and those that begin with a known first name where whoever was there is listed.

    Grave where there are several and nobody was read to be there: a list by municipality, say, was not understood.
    """
    named = tuple(fold(person.name) for person in _people(document))  # a label may stand before: "Beslutande Ada Ros"
    there = document.attendance
    if there and not there.members:  # who verifies is listed among those who were there as well
        named = tuple(
            fold(one.name) for one in (there.chair, *(one.person for one in there.substitutes), *there.others) if one
        )
    left = []
    for row in rows:
        words = passage([row])
        for match in PERSON.finditer(words.text):
            name = words.group(match, "name")
            if not NOT_SOMEBODY.match(name.text) and label_of(name.text) is None and _is_lost(name, named, claims):
                left.append(words.group(match))
    tabled = [one for row in rows if (one := _tabled(row)) and _is_lost(one, named, claims)]
    left += tabled if len(tabled) >= _LIST else []
    told = [place for one in left for place in one.printed]
    left += [one for one in _first_named(attended) if _is_lost(one, named, claims) and one.printed[0] not in told]
    if left:
        told_of = doubt(
            DoubtCode.PEOPLE_ON_COVER_NOT_READ,
            about=about,
            names=", ".join(one.text for one in left[:_SHOWN]),
            count=len(left),
            sources=[one.source() for one in left],
        )
        nobody = not (document.attendance and document.attendance.members)
        yield replace(told_of, severity=Severity.ERROR) if nobody and len(left) > 1 else told_of


def _is_lost(name: Passage, named: tuple[str, ...], claims: Claims) -> bool:
    return not fold(name.text).endswith(named) and not claims.hold(name.printed[-_LAST:], _ON_COVER)


def _tabled(row: Line) -> Passage | None:
    """The name that a row of a table begins with, where its party stands in the next cell: "Bo Ås    M    N"."""
    named = len(row.cells) > 1 and NAME_ALONE.match(row.cells[0].text.split(",")[0])
    return passage([row.cells[0]]) if named and BARE_CODE.match(row.cells[1].text) else None


def _first_named(rows: Sequence[Line]) -> Iterator[Passage]:
    """Names that begin a cell with a known first name, between where those there are listed and who signs; not the secretary's."""
    labels = [[found[0] if (found := label_of(cell.text)) else None for cell in row.cells] for row in rows]
    listed = [index for index, row in enumerate(labels) if any(label in _LISTS for label in row)]
    if not listed:
        return
    for index in range(listed[0], len(rows)):
        if labels[index] and labels[index][0] in ENDS:
            return
        near = range(max(index - _NEAR, 0), min(index + _NEAR + 1, len(rows)))
        if any(Label.SECRETARY in labels[at] and (at == index or not _names_beside(rows[at])) for at in near):
            continue
        for cell in rows[index].cells:
            match = FULL_NAME.regex.match(cell.text)
            name = match["name"] if match else ""
            if match and is_first_name(name.split(" ")[0]) and not NO_NAME.search(name):
                yield passage([cell]).group(match, "name")


def _names_beside(row: Line) -> bool:
    """Whether a name stands behind the label of the row: nobody above or beneath it is who the label asks for."""
    behind = [label_of(row.cells[0].text), *(None for _ in row.cells[1:])]
    named = [found[1]["value"] or "" for found in behind if found] + [cell.text for cell in row.cells[1:]]
    return any(FULL_NAME.regex.match(one) for one in named)


_LISTS = (Label.MEMBERS, Label.PRESENT, Label.SERVING, Label.SUBSTITUTES)


def _beside(document: Document, about: str, lines: LinesByPlace, claims: Claims) -> Iterator[Doubt]:
    """Words that stand behind somebody in their row, and that nothing read: "Bo Ås    Moderat    frånvarande"; or that are
    noted of them, and may say that they were not there: "Bo Ås (M), permission"."""
    there = document.attendance
    for one in (*there.members, *there.substitutes) if there else ():
        if (
            one.note
            and not NOTE_OF_PRESENT.match(one.note)
            and not claims.touch(
                [word for place in one.source.places for word in passage([lines[place.page, place.line]]).printed],
                _DOUBTED,
            )
        ):
            yield doubt(DoubtCode.ATTENDANCE_LINE_NOT_READ, about=about, text=one.source.quote, sources=[one.source])
        for place in one.source.places:
            row = lines[place.page, place.line]
            if place.page == one.source.places[0].page and any(
                cell.frame.shown(cell.box)[0] > place.bbox[2]
                and _is_unread(cell, claims)
                and not _says_how_they_voted(cell, row, claims)
                for cell in row.cells
            ):
                words = passage([row])
                yield doubt(DoubtCode.ATTENDANCE_LINE_NOT_READ, about=about, text=words.text, sources=[words.source()])


def _is_unread(cell: Line, claims: Claims) -> bool:
    printed = [Printed(word, cell) for word in cell.words]
    said = SAYS_SOMETHING.search(cell.text) and label_of(cell.text) is None
    place = ONE_PLACE.match(cell.text) and not NO_PLACE.match(cell.text)  # where somebody is from
    return bool(said) and not place and not claims.touch(printed, _ON_COVER)


def _says_how_they_voted(cell: Line, row: Line, claims: Claims) -> bool:
    """Whether the cell is a mark of a vote, in a row that a vote has its ballot from."""
    marks = all(X_MARK.match(word.text) or SAYS_CHOICE.match(word.text) for word in cell.words)
    return marks and claims.touch(passage([row]).printed, frozenset({Fact.VOTE}))


def _told_again(about: str, rows: Sequence[Line], claims: Claims) -> Iterator[Doubt]:
    """Sentences that tell of somebody whom the lists hold as well, and that nothing read: "Från § 22 tjänstgör Rut Ed (M)." """
    for row in rows:
        words = passage([row])
        named = (
            [words.group(match) for match in PERSON.finditer(words.text)] if TOLD_OF_LISTED.search(words.text) else []
        )
        if named and not any(claims.touch(one.printed, _ON_COVER) for one in named):
            yield doubt(DoubtCode.ATTENDANCE_LINE_NOT_READ, about=about, text=words.text, sources=[words.source()])


def _run_together(document: Document, about: str, rows: Sequence[Line], claims: Claims) -> Iterator[Doubt]:
    """Rows of which one was read and another not: "Erik och Maria Lund (C)", who share a surname, "Bo Ås (M) – Rut Ed"."""
    named = {one.name for one in _people(document)}
    for cell in (cell for row in rows for cell in row.cells):
        words = passage([cell])
        share = any(is_first_name(match["first"]) for match in SHARE_SURNAME.finditer(words.text))
        behind = BEHIND_DASH.search(words.text)
        found = share or (
            behind and behind["name"] not in named and is_first_name(behind["name"].split(" ", maxsplit=1)[0])
        )
        if found and claims.touch(words.printed, _ON_COVER) and not claims.touch(words.printed, _DOUBTED):
            yield doubt(DoubtCode.ATTENDANCE_LINE_NOT_READ, about=about, text=words.text, sources=[words.source()])


def _parties(document: Document, about: str) -> Iterator[Doubt]:
    """Those elected without a party: those of any other cover have one. It may say that they have none, and a council or a board
    whose members are listed with seats alone is of no parties.
    """
    there = document.attendance
    if there is None:
        return
    elected = [*there.members, *there.substitutes]
    some = any(one.person.party for one in elected)
    without = {
        one.person.name: one.source
        for one in elected
        if one.person.party is None and one.person.role is None and not OF_NO_PARTY.search(one.source.quote)
    }
    if some and there.chair and there.chair.party is None:
        stands = (one for one in document.fields.get("attendance", ()) if there.chair.name in one.quote)
        without |= dict([(there.chair.name, one) for one in stands if not OF_NO_PARTY.search(one.quote)][:1])
    behind = [one.quote.removeprefix(name).strip(" ,") for name, one in without.items()]
    seats = all(not SEAT.regex.sub("", text) or MUNICIPALITY_ALONE.match(text) for text in behind)
    if without and (some or not seats or BODY_OF_PARTIES.search(document.body or "")):
        yield doubt(
            DoubtCode.PARTY_NOT_READ,
            about=about,
            names=", ".join(list(without)[:_SHOWN]),
            count=len(without),
            sources=[*without.values()],
        )


def _chair(document: Document, about: str, rows: Sequence[Line], claims: Claims) -> Iterator[Doubt]:
    """The rows that name a chair, where none was read."""
    there = document.attendance
    if there is None or there.chair or not there.members:
        return
    for row in rows:
        words = passage([row])
        if OFFICE.search(words.text) and not claims.touch(words.printed, _DOUBTED):
            yield doubt(DoubtCode.ATTENDANCE_LINE_NOT_READ, about=about, text=words.text, sources=[words.source()])


def _meeting(document: Document, about: str, rows: Sequence[Line], claims: Claims) -> Iterator[Doubt]:
    """What stands beside a label of place, or is a range of §§ in nobody's row, where neither was read."""
    met = document.meeting
    for row in rows:
        words = passage([row])
        label = label_of(row.cells[0].text)
        where = label is not None and label[0] in _WHERE and not (met and met.place)
        range_ = RANGE_WITHIN.search(words.text) if not (met and met.paragraphs) else None
        lost = where or (range_ and not claims.touch(words.group(range_).printed, _ON_COVER))
        if lost:
            yield doubt(DoubtCode.MEETING_NOT_READ, about=about, text=words.text, sources=[words.source()])


def _people(document: Document) -> Iterator[Person]:
    """Everybody whom the document was read to name on its cover."""
    yield from (*document.justerare, *document.signed_by, *document.handlaggare)
    if there := document.attendance:
        yield from (presence.person for presence in (*there.members, *there.substitutes))
        yield from (there.chair, *there.others) if there.chair else there.others
