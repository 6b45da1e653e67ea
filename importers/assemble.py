"""Drafts of documents to documents: each read by its kind, its plain values with their sources."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from importers.bundle import Ballot, Document, DocumentKind, Doubt, Item, Person, Role, Section, Source
from importers.documents.cut import Draft, counted_through
from importers.documents.head import Head
from importers.documents.kinds import MINUTES, QUESTIONS, kind_of, not_minutes, notes_of_officials
from importers.documents.municipality import Stated, municipalities
from importers.documents.on_cover import fill_from_cover, fill_from_letterhead, fill_from_summons, with_notice
from importers.documents.on_top import fill_from_top
from importers.documents.papers import Paper, read_paper
from importers.documents.prose import teller_of
from importers.doubts import DoubtCode, doubt
from importers.minutes.appendices import (
    ballots_by_number,
    lists_before,
    section_of_appendix,
    split_appendices,
    unplaced,
)
from importers.minutes.at_once import verified_together
from importers.minutes.collected import give_back
from importers.minutes.counting import check_votes
from importers.minutes.cover import is_cover
from importers.minutes.cover_behind import cover_behind, times_among, with_list_behind
from importers.minutes.cover_facts import Cover
from importers.minutes.draft import ItemDraft
from importers.minutes.item import read_item
from importers.minutes.item_heads import first_item
from importers.minutes.leaving import leaving_within
from importers.minutes.lists_placed import with_lists_placed
from importers.minutes.numbering import check_numbers, numbers_of, ranges_on
from importers.minutes.page_cases import give_cases_of_pages
from importers.minutes.series import heads_doubts
from importers.minutes.signing import read_signing, signed_block
from importers.minutes.split import split_items
from importers.patterns.furniture import TEMPLATE_LEFTOVER
from importers.patterns.item_numbers import CONTINUES
from importers.patterns.marks import RULE
from importers.statements.chair import who_led, with_chair
from importers.statements.people import person
from importers.statements.verification import days_not_read, notice_beneath, notice_in, verification_in
from importers.text.blocks import measure
from importers.text.forms import rows_of
from importers.text.layout import Line
from importers.text.passage import Passage, passage, places_of
from importers.text.sections import Stretch, Style, section_of, stretches, style_of, with_role

_TAIL = 80  # lines at the end of minutes among which signatures and the notice may stand
_AHEAD = dt.timedelta(days=366)  # a plan of meetings reaches no further
_COUNCIL = re.compile(r"(?:kommun|stads|region)fullmäktige", re.IGNORECASE)


def assemble(drafts: Sequence[Draft]) -> tuple[tuple[Document, ...], tuple[Doubt, ...]]:
    """The documents, and what is doubted of them, with pointers into the Bundle."""
    documents: list[Document] = []
    doubts: list[Doubt] = []
    if counted_through(drafts):
        drafts = [replace(draft, numbers=[]) for draft in drafts]
    several = sum(draft.head.kind in MINUTES for draft in drafts) > 1
    for index, (draft, (stated, unclear)) in enumerate(zip(drafts, municipalities(drafts), strict=True)):
        document, more = _document(draft, stated, among=several)
        documents.append(document)
        more += [unclear] if unclear else []
        doubts += [_pointed(one, f"/documents/{index}") for one in more]
    return tuple(documents), tuple(doubts)


def _pointed(one: Doubt, pointer: str) -> Doubt:
    return replace(one, about=pointer + (one.about or ""))


def _document(draft: Draft, stated: Stated | None, *, among: bool) -> tuple[Document, list[Doubt]]:
    style = style_of(draft.lines)
    kind, kind_words = kind_of(draft, style, among=among)
    head = draft.head
    calls = not_minutes(draft)
    if calls:
        kind, kind_words = DocumentKind.OTHER, calls
        fill_from_summons(head, calls, draft.lines)
        fill_from_top(head, draft.lines)
    elif kind in MINUTES:
        first = first_item(draft.lines, style)
        fill_from_cover(head, draft.lines[:first])
        fill_from_top(head, draft.lines[:first], draft.lines[first : first + 1])
        if calls := notes_of_officials(draft):
            kind, kind_words = DocumentKind.OTHER, calls
    else:
        fill_from_letterhead(head, draft.lines, kind)
    body = _body(head, kind)
    fields = _head_fields(head, body, stated, kind_words)
    whole = places_of(sorted((*draft.head_lines, *draft.lines), key=lambda line: (line.page, line.number)))
    document = Document(
        kind=kind,
        pages=(draft.first, draft.last),
        source=Source("", whole),
        municipality=stated[0] if stated else None,
        body=_written_out(body.text) if body else None,
        date=head.date,
        case_numbers=tuple(dict.fromkeys(words.text for words in head.case_numbers)),
        document_number=head.document_number.text if head.document_number else None,
        received=head.received,
        addressed_to=head.addressed_to.text if head.addressed_to else None,
        handlaggare=tuple(person(words.text, None) for words in head.handlaggare),
        fields=fields,
    )
    if kind in MINUTES:
        document, doubts = _with_items(document, draft, style, first)
    else:
        document, doubts = with_notice(*_with_paper(document, draft, style), draft.lines)
    if calls:
        document = replace(document, proposals=())
    document = replace(document, source=Source(_heading(document, draft), whole))
    if kind is DocumentKind.VOTERINGSLISTA:  # a paper of its own, apart from the minutes whose votes it lists
        doubts.append(doubt(DoubtCode.VOTE_LIST_UNPLACED, heading=_heading(document, draft), sources=[document.source]))
    return document, [*_head_doubts(document, draft, calls), *_day_doubts(document, head), *doubts]


def _day_doubts(document: Document, head: Head) -> Iterator[Doubt]:
    """Doubts about the document's day: one that no calendar has, one of several, one that lies far ahead."""
    if document.date is None and (printed := head.impossible_day):
        yield doubt(DoubtCode.DOCUMENT_DATE_IMPOSSIBLE, printed=printed.text, sources=[printed.source()])
    if head.several_days and head.date and (words := head.date_words):
        day = head.date.isoformat()
        yield doubt(DoubtCode.DOCUMENT_DAYS, printed=words.text, date=day, sources=[words.source()])
    if document.date and document.date > dt.datetime.now(dt.UTC).date() + _AHEAD:
        sources = document.fields.get("date", ())
        yield doubt(DoubtCode.DOCUMENT_DATE_AHEAD, date=document.date.isoformat(), sources=sources)


def _heading(document: Document, draft: Draft) -> str:
    """The line that heads the document: its title, else what its head says it is."""
    if document.title:
        return document.title
    words = draft.head.kind_words
    return words.text if words else ""


def _body(head: Head, kind: DocumentKind) -> Passage | None:
    """Whose document it is: of a motion, the council that it is put to."""
    if kind in QUESTIONS and head.addressed_to:
        match = _COUNCIL.search(head.addressed_to.text)
        return head.addressed_to.group(match) if match else head.body
    return head.body


def _written_out(name: str) -> str:
    return name.capitalize() if name.isupper() else name[:1].upper() + name[1:]


def _head_fields(
    head: Head, body: Passage | None, stated: Stated | None, kind: Passage | None
) -> dict[str, tuple[Source, ...]]:
    stands: dict[str, Sequence[Passage | None]] = {
        "kind": [kind],
        "municipality": [stated[1] if stated else None],
        "body": [body],
        "date": [head.date_words],
        "case_numbers": list({words.text: words for words in reversed(head.case_numbers)}.values())[::-1],
        "document_number": [head.document_number],
        "received": [head.received_words],
        "addressed_to": [head.addressed_to],
        "handlaggare": head.handlaggare,
    }
    by_field = {key: tuple(words.source() for words in all_words if words) for key, all_words in stands.items()}
    return {key: sources for key, sources in by_field.items() if sources}


def _head_doubts(document: Document, draft: Draft, calls: Passage | None) -> list[Doubt]:
    pages = f"{draft.first}-{draft.last}" if draft.last > draft.first else str(draft.first)
    doubts: list[Doubt] = []
    if calls:
        doubts.append(doubt(DoubtCode.DOCUMENT_NOT_MINUTES, printed=calls.text, pages=pages, sources=[calls.source()]))
    elif document.kind is DocumentKind.OTHER:
        doubts.append(doubt(DoubtCode.DOCUMENT_KIND_UNKNOWN, pages=pages))
    if document.body is None:
        doubts.append(doubt(DoubtCode.DOCUMENT_BODY_UNKNOWN, kind=document.kind.value, pages=pages))
    if document.date is None:
        doubts.append(doubt(DoubtCode.DOCUMENT_DATE_UNKNOWN, kind=document.kind.value, pages=pages))
    if draft.numbers and (gap := _missing_pages(draft.numbers, draft.last - draft.first + 1)):
        doubts.append(gap)
    for line in draft.maybe:
        words = passage([line])
        doubts.append(doubt(DoubtCode.DOCUMENT_MAY_START, page=line.page, text=words.text, sources=[words.source()]))
    for line in draft.leftovers:
        words = passage([line])
        doubts.append(doubt(DoubtCode.TEMPLATE_LEFTOVER, text=words.text, sources=[words.source()]))
    return doubts


def _missing_pages(numbers: Sequence[tuple[int, int]], pages: int) -> Doubt | None:
    """A doubt where pages count "1 (4)", "2 (4)" and no more. An extract that starts at "19 (74)" misses nothing.

    `pages`: how many there are; the pages after "1 (6)" may print a bare "2".
    """
    (first, of), (last, _) = numbers[0], numbers[-1]
    whole = [number for number, _ in numbers] == list(range(1, of + 1)) or (len(numbers) == 1 and pages == of)
    if first != 1 or whole or any(other != of for _, other in numbers):
        return None
    return doubt(DoubtCode.PAGES_MISSING, printed=f"{last} ({of})", found=len(numbers))


def _with_items(document: Document, draft: Draft, style: Style, first: int) -> tuple[Document, list[Doubt]]:
    """The minutes with their §§, of which `first` says on which line they start."""
    text, appendices = split_appendices(draft.lines, first)
    parted = split_items(text, style)
    draft.labels += parted.repeated
    give_cases_of_pages(parted.items, draft.page_cases)
    give_back(parted.items, style)
    covered = is_cover(front := parted.before)
    if not covered and (behind := _behind(parted.items)):
        front = (*front, *behind)
        covered = is_cover(front)
    told = [one for draft in parted.items for one in leaving_within(draft.lines)]
    signed = _signed(parted.items)
    lists = (*lists_before(front), *appendices)
    items, doubts = _items(parted.items, draft, style, ballots_by_number(lists), document.body)
    items = with_lists_placed(verified_together(items), lists, document.date)
    doubts += unplaced(lists, [vote for item in items for vote in item.votes], doubts)
    timed = (*times_among(draft.head.lines), *front)
    cover = with_list_behind(timed, appendices, numbers_of(items), told, document) if covered else Cover()
    items, unled = _with_chair(items, cover, front)
    doubts += [*unled, *cover.doubts, *heads_doubts(parted.doubtful, [one.number for one in parted.in_series])]
    leading = _plain_sections(front, style, Role.ATTENDANCE if covered else Role.OTHER)
    listed = [*_signatures(signed), *(section_of_appendix(one) for one in appendices)]
    everything = passage(draft.lines)
    whole = covered and document.kind is DocumentKind.PROTOKOLL
    heads = {id(line) for one in parted.items for line in one.heading_lines}  # "Paragraf 12" is no range
    ranges = ranges_on([line for line in draft.lines if id(line) not in heads], numbers_of(items))
    doubts += check_numbers(items, ranges, everything, whole=whole)
    if whole and ranges and cover.paragraphs is None:  # they are signed beneath the last §
        cover.paragraphs = ranges[0]
        cover.meeting_stands.append(ranges[0].source())
    if not any(one.role is Role.ATTENDANCE for one in listed):  # no appendix lists who was there
        doubts += check_votes(items, cover.attendance(), [one.source for one in cover.members])
    tail = draft.lines[max(len(parted.before), len(draft.lines) - _TAIL) :]
    justerare = cover.justerare or _verifiers(tail, cover)
    form = rows_of([*parted.before, *tail])
    verified, notice = verification_in(everything, form, document.date), notice_in(everything, form)
    if verified and verified[0].place in cover.names:
        verified = (replace(verified[0], place=None), *verified[1:])  # "Justering: Anna Ek, 2025-03-04"
    doubts += [verified[2]] if verified and verified[2] else []
    doubts += days_not_read(
        [*parted.before, *tail], form, verified[0] if verified else None, notice[0] if notice else None
    )
    stands = {
        "meeting": cover.meeting_stands,
        "attendance": cover.attendance_stands,
        "justerare": [words.source() for _, words in justerare],
        "verification": [verified[1].source()] if verified else [],
        "notice": [notice[1].source()] if notice else [],
    }
    document = replace(
        document,
        items=tuple(items),
        sections=(*leading, *listed),
        meeting=cover.meeting(),
        attendance=cover.attendance(),
        justerare=tuple(one for one, _ in justerare),
        verification=verified[0] if verified else None,
        notice=notice[0] if notice else None,
        fields=dict(document.fields) | {key: tuple(sources) for key, sources in stands.items() if sources},
    )
    return document, doubts


def _verifiers(tail: Sequence[Line], cover: Cover) -> list[tuple[Person, Passage]]:
    """Who signs as justerare; the chair may well sign beneath "Justeras", too."""
    chair = cover.chair.name if cover.chair else None
    return [signer for signer in read_signing(tail).verifiers if signer[0].name != chair]


def _with_chair(items: Sequence[Item], cover: Cover, before: Sequence[Line]) -> tuple[list[Item], list[Doubt]]:
    """The §§ with the chair of the cover as mover of what the chair moves, and what of it is doubted."""
    unclear = any(one.code == DoubtCode.CHAIR_UNCLEAR.value for one in cover.doubts)
    printed = [cell.text for line in before for cell in line.cells]
    led = None if unclear or cover.chairs_besides else who_led(cover.chair, cover.attendance_stands, printed, items)
    told = [with_chair(item, led) for item in items]
    doubts = [_pointed(one, f"/items/{index}") for index, (_, unled) in enumerate(told) for one in unled]
    return [item for item, _ in told], doubts


def _items(
    drafts: Sequence[ItemDraft],
    draft: Draft,
    style: Style,
    lists: Mapping[str, tuple[Ballot, ...]],
    body: str | None,
) -> tuple[list[Item], list[Doubt]]:
    """The §§ read, and what is doubted of them; what in them is form, or a template's, goes to the draft's labels or leftovers."""
    usual = measure(draft.lines)
    items: list[Item] = []
    doubts: list[Doubt] = []
    for index, one in enumerate(drafts):
        forms = [line for line in one.lines if is_form(line)]
        leftovers = [line for line in one.lines if TEMPLATE_LEFTOVER.match(line.text)]
        if forms or leftovers:
            draft.labels += forms
            draft.leftovers += leftovers
            one.lines = [line for line in one.lines if line not in forms and line not in leftovers]
        item, more = read_item(one, style, usual, lists, body)
        items.append(item)
        draft.labels += one.heading_lines
        doubts += [_pointed(doubt, f"/items/{index}") for doubt in more]
    return items, doubts


def _behind(drafts: Sequence[ItemDraft]) -> list[Line]:
    """Takes from the last § the cover that stands behind it."""
    lines = drafts[-1].lines if drafts else []
    at = cover_behind(lines)
    if at < len(lines):
        drafts[-1].lines = lines[:at]
    return lines[at:]


def _signed(drafts: Sequence[ItemDraft]) -> list[list[Line]]:
    """Takes from each § the signatures that it ends in without a heading over them, and from the last the notice."""
    signed: list[list[Line]] = []
    for draft in drafts:
        if block := signed_block(draft.lines):
            signed.append(draft.lines[slice(*block)])
            draft.lines = [*draft.lines[: block[0]], *draft.lines[block[1] :]]
    for draft in drafts[-1:]:
        beneath = notice_beneath(draft.lines)
        if beneath < len(draft.lines):
            signed.append(draft.lines[beneath:])
            draft.lines = draft.lines[:beneath]
    return signed


def _signatures(signed: Sequence[Sequence[Line]]) -> list[Section]:
    return [section_of(Stretch(None, Role.SIGNATURE, (), tuple(lines)), passage(lines)) for lines in signed]


def is_form(line: Line) -> bool:
    """Whether the line says nothing of its own: a rule beneath a §, or "Fortsättning § 66" on top of a page."""
    return bool(RULE.match(line.text) or CONTINUES.match(line.text))


def _plain_sections(lines: Sequence[Line], style: Style, role: Role) -> list[Section]:
    """The lines before the first §; `role` is that of what no heading tells."""
    return [section_of(with_role(one, role), passage(one.lines)) for one in stretches(lines, style)]


def _with_paper(document: Document, draft: Draft, style: Style) -> tuple[Document, list[Doubt]]:
    of_author = document.kind in (*QUESTIONS, DocumentKind.YRKANDE, DocumentKind.OTHER, DocumentKind.BILAGA)
    paper = read_paper(
        draft.lines,
        style,
        measure(draft.lines),
        draft.titled,
        of_author=of_author,
        told_by=teller_of(document.kind, document.body),
    )
    fields = dict(document.fields)
    if paper.date and document.date is None:
        fields["date"] = (paper.date[1].source(),)
    addressee, body = document.addressed_to, document.body
    if paper.addressed_to and addressee is None:
        put_to, line = paper.addressed_to
        addressee = put_to.text
        fields["addressed_to"] = (line.source(),)
        if body is None and document.kind in QUESTIONS and (match := _COUNCIL.search(addressee)):
            body = _written_out(match.group())
            fields["body"] = (put_to.group(match).source(),)
    if paper.title:
        fields["title"] = (paper.title.source(),)
    if paper.signers:
        fields["signed_by"] = tuple(words.source() for _, words in paper.signers)
    return (
        replace(
            document,
            title=paper.title.text if paper.title else None,
            addressed_to=addressee,
            body=body,
            date=document.date or (paper.date[0] if paper.date else None),
            signed_by=_people(paper),
            proposals=tuple(paper.proposals),
            basis=tuple(paper.basis),
            earlier=tuple(paper.earlier),
            sections=tuple(paper.sections),
            fields=fields,
        ),
        paper.doubts,
    )


def _people(paper: Paper) -> tuple[Person, ...]:
    return tuple(signer for signer, _ in paper.signers)
