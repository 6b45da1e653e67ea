"""The cover of minutes: where and when, who was there, who verifies.

    Plats: Stadshuset
    Ledamöter                       Ledamöter, forts.        Beslutande    Anna Ek (S), ordförande
    Jonas Attenius (S), ordförande  Elisabet Lann (KD)                     Bo Å (V)
    Ersättare                       Justerare                Ersättare     Cia Berg (M), ersätter Dan Holm (M) §§ 3-5

A label holds for the cells beneath it in its column, and for the column of what stands beside it, until the next label there.
"""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import replace

from importers.bundle import Person, Presence
from importers.doubts import DoubtCode
from importers.minutes.cover_bodies import doubt_several_bodies
from importers.minutes.cover_entries import Listed, entries_under
from importers.minutes.cover_facts import Cover
from importers.minutes.cover_in_columns import in_columns
from importers.minutes.cover_meeting import take_meeting, take_told
from importers.minutes.cover_signers import names_alone, part_verifiers, signers, take_named_chair, take_signing
from importers.minutes.cover_votes import without_votes
from importers.minutes.cross_rows import Row
from importers.minutes.crosses import read_crosses
from importers.minutes.in_turn import for_absent, replaced_in, served_first
from importers.minutes.leaving import leaving_in, take_leaving, without_leaving
from importers.minutes.name_order import put_in_order
from importers.minutes.numbering import ranges_on, spans_of
from importers.minutes.presence import Entry, entries_of, others_in, people_in
from importers.minutes.present_items import Span
from importers.minutes.signing import read_signing
from importers.minutes.told_presence import nobody_left, parted
from importers.patterns.absent import AWAY, NOBODY
from importers.patterns.cover_labels import (
    ALL_BUT,
    ELSEWHERE,
    OF_ATTENDANCE,
    OF_PEOPLE,
    ROLL,
    WHERE_AND_WHEN,
    Label,
)
from importers.patterns.in_turn import CAME_FOR_ABSENT
from importers.patterns.leaving import TOLD_OF_LISTED
from importers.patterns.presence import (
    CHAIR,
    FULL_NAME,
    NO_NAME,
    OFFICE_BETWEEN,
    OFFICE_FIRST,
    SERVING_NAMED,
    SUBSTITUTE_NAMED,
    SURNAME_FIRST,
)
from importers.patterns.present_items import LED_ONLY, MOVED_SOMEHOW
from importers.patterns.present_rows import CALLED_BETWEEN, CROSSED_OUT
from importers.patterns.signing import STANDS_IN, VERIFIED_BY, VERIFIES_TOLD, WITH_CHAIR
from importers.statements.people import with_organisation
from importers.statements.verification import without_verification
from importers.text.forms import rows_of
from importers.text.layout import Line
from importers.text.passage import Passage, join, passage

_ROLL_HEAD = 4  # lines, the first row among them


def read_cover(lines: Sequence[Line], numbers: Sequence[int] = (), within: Sequence[Passage] = ()) -> Cover:
    """The cover that the lines before the first § are. `numbers` are those of the §§, where no range is printed; `within` are
    sentences of theirs that tell who left or came.
    """
    cover = Cover()
    told_only, stood_in = without_votes(lines)
    lines = in_columns(told_only)
    ranges = ranges_on(lines, numbers)
    if ranges:
        cover.paragraphs = ranges[0]
        cover.meeting_stands.append(ranges[0].source())
    spans = spans_of(ranges) or ([(min(numbers), max(numbers))] if numbers else [])
    signing = read_signing(lines)
    lines = [line for index, line in enumerate(lines) if index not in signing.digital]
    lines = without_verification([*lines[: signing.first], *lines[signing.end :]])
    crosses = read_crosses(lines, spans, stood_in)
    for row in crosses.rows:
        _take_row(row, cover)
        _note_part(row.entry.presence, spans, row.words, cover)
    cover.attendance_stands += [words.source() for words in crosses.headings]
    for words in crosses.unclear:
        cover.doubt(DoubtCode.ATTENDANCE_LINE_NOT_READ, words)
    for words in crosses.beside:
        cover.doubt(DoubtCode.SUBSTITUTE_BESIDE, words)
    _doubt_rolls(lines, crosses.lines, cover)
    left = (crosses.rest.get(index, line) for index, line in enumerate(lines) if index not in crosses.lines)
    listed = entries_under(list(left))
    doubt_several_bodies(listed, cover)
    told: list[Passage] = []
    for entry in (part for one in listed for part in parted(one)):
        if entry.label in OF_PEOPLE:
            entry.words, gone = without_leaving(entry.words)
            told += gone
        if entry.label is Label.HEADING:
            cover.attendance_stands.append(entry.words.source())
        elif entry.label in WHERE_AND_WHEN:
            take_meeting(entry, cover)
        elif (entry.label in OF_PEOPLE and entry.words.text and not cover.is_signature(entry.label, entry.words)) or (
            entry.label is Label.VERIFICATION and VERIFIED_BY.match(entry.words.text)
        ):
            _take_people(entry, spans, cover)
        elif entry.label is Label.VERIFICATION and names_alone(entry.words.text, cover):
            _take_people(replace(entry, label=Label.VERIFIERS), spans, cover)
    take_told(lines, cover)
    told += [one for one in leaving_in(lines) if one.source() not in [other.source() for other in told]]
    take_leaving([*told, *within], spans, cover)
    take_named_chair(cover)
    take_signing(signing, cover)
    part_verifiers(cover)
    _take_organisations(cover)
    cover.list_once()
    _doubt_led_in_part(lines, cover)
    put_in_order(cover, signers(signing, cover))
    if cover.chair is None:
        for _, words in (*cover.named_chairs, *cover.led_somewhere):
            cover.doubt(DoubtCode.ATTENDANCE_LINE_NOT_READ, words)
    return cover


def _take_organisations(cover: Cover) -> None:
    """Gives those of a council of organisations theirs as what they are there as, and no party."""
    cover.chair = with_organisation(cover.chair) if cover.chair else None
    for there in (cover.members, cover.substitutes):
        there[:] = [
            replace(one, person=with_organisation(one.person), for_=with_organisation(one.for_) if one.for_ else None)
            for one in there
        ]
    cover.others = [with_organisation(one) for one in cover.others]
    cover.justerare = [(with_organisation(one), words) for one, words in cover.justerare]


def _doubt_rolls(lines: Sequence[Line], marked: Set[int], cover: Cover) -> None:
    """Doubts lists of whom to call in which no mark says who answered."""
    for index, line in enumerate(lines):
        if ROLL.match(line.cells[0].text) and marked.isdisjoint(range(index, index + _ROLL_HEAD)):
            cover.doubt(DoubtCode.ATTENDANCE_LINE_NOT_READ, passage([line]))


def _take_people(entry: Listed, spans: Sequence[Span], cover: Cover) -> None:
    words, label = entry.words, entry.label
    if told := VERIFIED_BY.match(words.text):
        _take_verifiers(words, people_in(told["who"]), cover)
    elif label is Label.ABSENT:
        _take_absent(words, spans, cover)
    elif label in (Label.SERVED, Label.UNKNOWN) or (label is not Label.VERIFIERS and VERIFIES_TOLD.search(words.text)):
        cover.doubt(DoubtCode.ATTENDANCE_LINE_NOT_READ, join([entry.under, words]) if entry.under else words)
    elif label in OF_ATTENDANCE and ELSEWHERE.match(words.text):
        cover.attendance_stands.append(words.source())
        cover.doubt(DoubtCode.ATTENDANCE_ELSEWHERE, words)
    elif label is Label.VERIFIERS:
        text = STANDS_IN.regex.sub("", WITH_CHAIR.regex.sub("", words.text))
        _take_verifiers(words, people_in(text), cover)
    elif label is Label.OTHERS:
        _take_others(entry, spans, cover)
    else:
        _take_present(entry, spans, cover)


def _take_absent(words: Passage, spans: Sequence[Span], cover: Cover) -> None:
    """Takes who was away for a source alone, and who served for them."""
    cover.attendance_stands.append(words.source())
    if ALL_BUT.match(words.text):
        cover.doubt(DoubtCode.ATTENDANCE_ALL_BUT, words)
    elif came := [one.presence for one in for_absent(words, spans)]:
        cover.substitutes += [one for one in came if not _is_seated(one, cover)]
    elif CAME_FOR_ABSENT.search(words.text):
        cover.doubt(DoubtCode.ATTENDANCE_LINE_NOT_READ, words)


def _take_others(entry: Listed, spans: Sequence[Span], cover: Cover) -> None:
    words = entry.words
    others = [_in_office(one, entry.office) for one in others_in(words, spans)]
    for one in others:
        idle = one.serving is False or SUBSTITUTE_NAMED.match(one.presence.person.role or "")
        if idle and one.presence.person.party and not one.official:
            cover.substitutes.append(replace(one.presence, person=replace(one.presence.person, role=None)))
        else:
            _add_other(one.presence, cover)
    # "Elever från Norra Skolan" tells where some come from, "Norra Skolan" alone may be anybody
    alike = FULL_NAME.finditer(words.text)
    if not others and any(match.start() == 0 or not NO_NAME.search(match["name"]) for match in alike):
        cover.doubt(DoubtCode.ATTENDANCE_LINE_NOT_READ, words)


def _take_verifiers(words: Passage, people: Sequence[Person], cover: Cover) -> None:
    names = {one.name for one, _ in cover.justerare}
    cover.justerare += [
        (one, words) for one in people if one.name not in names and not SUBSTITUTE_NAMED.match(one.role or "")
    ]


def _add_other(presence: Presence, cover: Cover) -> None:
    cover.others.append(presence.person)
    cover.attendance_stands.append(presence.source)


def _take_present(entry: Listed, spans: Sequence[Span], cover: Cover) -> None:
    """Takes those listed as members or substitutes; of a label "Ordförande" only who is named with a party."""
    label = entry.label
    serving = label in (Label.MEMBERS, Label.PRESENT, Label.CHAIR, Label.SERVING)
    text = entry.words.text
    if (
        SURNAME_FIRST.match(text)
        or CALLED_BETWEEN.search(text)
        or (OFFICE_BETWEEN.search(text) and not OFFICE_FIRST.match(text))
    ):
        cover.attendance_stands.append(entry.words.source())
        cover.doubt(DoubtCode.ATTENDANCE_LINE_NOT_READ, entry.words)
        return
    officials = {one.presence.source.quote: one for one in others_in(entry.words, spans)}
    read = served_first(entry.words, spans)
    if read is None:
        read = replaced_in(entry.words, spans) or list(entries_of(entry.words, spans, serving=serving))
    read = [_in_office(one, entry.office) for one in read]
    if entry.serves_for and len(read) == 1:
        seat = people_in(entry.serves_for.text)[0]
        read = [replace(read[0], serving=True, presence=replace(read[0].presence, serving=True, for_=seat))]
        cover.attendance_stands.append(entry.serves_for.source())
    unread = not read and label in OF_ATTENDANCE and not NOBODY.match(entry.words.text)
    if unread or (read and not nobody_left(text, [one.presence for one in read])):
        cover.doubt(DoubtCode.ATTENDANCE_LINE_NOT_READ, entry.words)
    for one in (_of_group(one, entry.party) for one in _without_told_again(read, entry.words, cover)):
        if label is Label.CHAIR and one.presence.person.party is None:
            cover.named_chairs.append((one.presence.person, entry.words))
            continue
        if label is not Label.CHAIR and _listed_before(one.presence, cover):
            continue
        if AWAY.match(one.presence.note or ""):
            cover.attendance_stands.append(one.presence.source)
            continue
        if CROSSED_OUT.search(one.presence.source.quote):
            cover.doubt(DoubtCode.ATTENDANCE_LINE_NOT_READ, entry.words)
        elif one.official and one.presence.source.quote in officials:
            _add_other(officials[one.presence.source.quote].presence, cover)
        else:
            one = _as_led(one, entry.words, cover)  # noqa: PLW2901
            if one.led and CHAIR.match(one.presence.person.role or ""):
                one = _no_chair_of_all(one)  # noqa: PLW2901
                cover.led_somewhere.append((one.presence.person, entry.words))
            _seat(one, entry, cover)
            _note_part(one.presence, spans, entry.words, cover)


def _as_led(one: Entry, words: Passage, cover: Cover) -> Entry:
    """Somebody besides the chair who is named as one who led some §§, "Bo Ås (M), ordförande § 22", may have been there for all."""
    other = cover.chair is not None and cover.chair.name != one.presence.person.name
    if not (other and one.is_chair and one.presence.items):
        return one
    cover.doubt(DoubtCode.ATTENDANCE_LINE_NOT_READ, words)
    return replace(one, presence=replace(one.presence, items=None), led=True)


def _seat(one: Entry, entry: Listed, cover: Cover) -> None:
    """Takes somebody who was there as chair, member or substitute."""
    label = entry.label
    _doubt_moved(one.presence, entry.words, cover)
    leads = label is Label.CHAIR or (one.is_chair and label in (Label.MEMBERS, Label.PRESENT))
    named = SERVING_NAMED.match(one.presence.person.role or "")
    decided = label is Label.MEMBERS and one.substitute and one.serving is None  # "Rut Ed (M), ersättare"
    if one.presence.for_ is None and (named or decided):
        person = replace(one.presence.person, role=None)
        cover.substitutes.append(replace(one.presence, person=person, serving=True))
    elif leads and cover.chair is None:
        cover.chair = one.presence.person
        cover.attendance_stands.append(one.presence.source)
    elif label in (Label.SERVING, Label.SUBSTITUTES) or _is_substitute(one, label):
        cover.substitutes.append(_not_serving(one) if _is_substitute(one, label) else one.presence)
    elif label is Label.CHAIR and cover.chair and one.presence.person.name == cover.chair.name:
        cover.attendance_stands.append(one.presence.source)
    elif label is Label.CHAIR:
        cover.doubt(DoubtCode.ATTENDANCE_LINE_NOT_READ, entry.words)
    else:
        cover.members.append(one.presence)


def _no_chair_of_all(one: Entry) -> Entry:
    """The entry without the office of somebody who led some §§ and was a member in the others: "ledamot, ordförande §§ 31-60"."""
    return replace(one, presence=replace(one.presence, person=replace(one.presence.person, role=None)))


def _doubt_moved(one: Presence, words: Passage, cover: Cover) -> None:
    """Doubts for which §§ somebody was there who came or left at one: "Anländer § 61"."""
    if one.items is None and MOVED_SOMEHOW.search(one.note or ""):
        cover.doubt(DoubtCode.ATTENDANCE_LINE_NOT_READ, words)


def _note_part(one: Presence, spans: Sequence[Span], words: Passage, cover: Cover) -> None:
    """Notes the chair printed with a part of the §§, for which a chair has no place."""
    shown = [(int(first), int(last)) for first, last in one.items or () if first.isdigit() and last.isdigit()]
    led = shown and cover.chair == one.person
    if led and not all(any(a <= first and last <= b for a, b in shown) for first, last in spans):
        cover.led_in_part.append(words)


def _doubt_led_in_part(lines: Sequence[Line], cover: Cover) -> None:
    """Doubts the chair printed with a part of the §§, where the cover does not say who led the rest."""
    for words in cover.led_in_part if not any(LED_ONLY.search(line.text) for line in lines) else ():
        cover.doubt(DoubtCode.ATTENDANCE_LINE_NOT_READ, words)


def _of_group(one: Entry, party: str | None) -> Entry:
    """The entry with the party that heads its group, where it prints none itself."""
    if party is None or one.presence.person.party is not None:
        return one
    return replace(
        one, presence=replace(one.presence, person=replace(one.presence.person, party=party)), official=False
    )


def _take_row(row: Row, cover: Cover) -> None:
    """Takes somebody from a list of crosses: who was away is only a source."""
    one = _of_group(row.entry, row.party)
    presence = replace(one.presence, serving=row.serves is True, source=row.words.source())
    if not row.away:
        _doubt_moved(presence, row.words, cover)
    if row.away:
        cover.attendance_stands.append(presence.source)
    elif row.serves is None:
        cover.doubt(DoubtCode.ATTENDANCE_LINE_NOT_READ, row.words)
    elif one.is_chair and cover.chair is None and row.serves and row.label is not Label.SUBSTITUTES:
        cover.chair = presence.person
        cover.attendance_stands.append(presence.source)
    elif row.label in (Label.SERVING, Label.SUBSTITUTES) or not row.serves:
        cover.substitutes.append(presence)
    else:
        cover.members.append(presence)


def _in_office(one: Entry, office: str | None) -> Entry:
    """The entry, its person with the office that its label gives, where nothing else does."""
    person = one.presence.person
    if office is None or person.role is not None:
        return one
    return replace(one, presence=replace(one.presence, person=replace(person, role=office)))


def _listed_before(one: Presence, cover: Cover) -> bool:
    """Whether another page states the same of the same person: a § verified at once has a cover of its own."""
    if cover.chair == one.person and CHAIR.match(one.person.role or ""):
        return True
    page = one.source.places[0].page
    return any(
        (other.person, other.for_, other.items, other.serving) == (one.person, one.for_, one.items, one.serving)
        and other.source.places[0].page != page
        for other in (*cover.members, *cover.substitutes)
    )


def _without_told_again(read: list[Entry], words: Passage, cover: Cover) -> list[Entry]:
    """Those of an entry, without whom a sentence in the list tells of that is there already: "Bo Ås (M) deltar från § 22." """
    if not TOLD_OF_LISTED.search(words.text):
        return read
    new = [one for one in read if one.presence.for_ or not _is_seated(one.presence, cover)]
    if new != read:
        cover.doubt(DoubtCode.ATTENDANCE_LINE_NOT_READ, words)
    return new


def _is_seated(one: Presence, cover: Cover) -> bool:
    """Whether somebody is listed as having been there already."""
    listed = [cover.chair, *(other.person for other in (*cover.members, *cover.substitutes))]
    return any(other and (other.name, other.party) == (one.person.name, one.person.party) for other in listed)


def _is_substitute(one: Entry, label: Label) -> bool:
    """Whether somebody in a list of members is there without serving: "ej tjg ers", or a substitute among those present."""
    listed = label in (Label.MEMBERS, Label.PRESENT)
    substitute = one.substitute or SUBSTITUTE_NAMED.match(one.presence.person.role or "") is not None
    return listed and (one.serving is False or (label is Label.PRESENT and substitute and one.serving is None))


def _not_serving(one: Entry) -> Presence:
    return replace(one.presence, serving=False)


def is_cover(lines: Sequence[Line]) -> bool:
    """Whether any of the lines is a label of attendance, which an extract has none of; or labels ask both where and when."""
    labels = {cell.label for row in rows_of(lines) for cell in row}
    return not labels.isdisjoint(OF_ATTENDANCE) or Label.PLACE_AND_TIME in labels or labels >= {Label.PLACE, Label.TIME}
