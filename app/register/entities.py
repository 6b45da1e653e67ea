"""Parts → entities: the documents and §§ themselves, each with the text that leads and the rows that follow from it.

A § or a document may stand in several files. Texts that agree are one, led by the fullest; texts that disagree are a
conflict: the first filed leads, and the row says that it is contested.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from app.ids import Ids, slugify
from app.register import keys, values
from app.register.amending import amend, with_attendance
from app.register.announced import announce, name_movers
from app.register.bodies import body_key, body_kind, body_name, parent_name
from app.register.body_names import BodyNames
from app.register.corrections import CHOOSING, by_entity, gives_away
from app.register.facts import Sheet, signature, write_facts
from app.register.interpellations import answered_aloud
from app.register.meetings_of_day import Minutes, meeting_numbers, meeting_of
from app.register.papers import paper_of
from app.register.parts import Act, Part
from app.register.passages import write_passages
from importers.bundle import DocumentKind, Outcome

# Rows that bear the day of the § or the document that they stand in.
_OF_PEOPLE = (values.Mention, values.Ballot, values.Presence)

_NOTHING: Mapping[str, set[str]] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Entity:
    """A document or a § with the parts that hold it, the leading one first in rank."""

    id: str
    key: str
    lead: Part
    parts: tuple[Part, ...]
    contested: bool
    row: values.Document | values.Item
    rows: tuple[values.Owned, ...]
    shared: tuple[values.Shared, ...]
    is_claim: bool = False

    @property
    def references(self) -> list[values.Reference]:
        return [row for row in self.rows if isinstance(row, values.Reference)]


@dataclass
class _Shared:
    ids: Ids
    names: BodyNames
    rows: list[values.Shared] = field(default_factory=list)

    def body(self, part: Part, printed: str) -> str:
        """The body's id; its parent is named with it."""
        place, name = part.municipality, body_name(printed)
        parent = parent_name(name)
        day = part.document.date
        body_id = self.names.id_on(place.id, name, day)
        self.rows.append(
            values.Body(
                id=body_id,
                municipality_id=place.id,
                name=name,
                slug=slugify(name),
                kind=body_kind(name),
                parent_id=self.body(part, parent) if parent else None,
                name_from=self.names.since(place.id, name, day),
            )
        )
        return body_id

    def municipality(self, part: Part) -> str:
        place = part.municipality
        self.rows.append(values.Municipality(place.id, place.name, place.slug, place.code))
        return place.id


def entities(
    parts: Iterable[Part], ids: Ids, acts: Sequence[Act] = (), former: Mapping[str, set[str]] = _NOTHING
) -> list[Entity]:
    """Every entity that the parts hold, in the order of their keys, with what people did to each, also under the keys that
    it had before (`former`)."""
    by_key: dict[str, list[Part]] = defaultdict(list)
    on = by_entity(acts)
    laid = list(parts)
    of_day = meeting_numbers(laid, acts)
    names = BodyNames(acts, ids)
    for read in laid:
        document = keys.document_key(read)
        on_document = _done(document, former.get(document, ()), on) if read.item and on else []
        part = with_attendance(read, ids, on_document, former.get(document, ())) if on_document else read
        if key := keys.entity_key(part):
            by_key[key].append(part)
    return [
        _entity(key, by_key[key], _Shared(ids, names), _done(key, former.get(key, ()), on), former.get(key, ()), of_day)
        for key in sorted(by_key)
    ]


def _done(key: str, former: Iterable[str], on: Mapping[str, list[Act]]) -> list[Act]:
    """What people did to an entity under any of its keys, in order; under a number that was or is another's, not what they
    did to that."""
    since = max((act.seq for act in on.get(key, []) if gives_away(act, key)), default=0)
    done = {act.seq: act for act in on.get(key, []) if act.seq >= since}
    for name in former:
        until = max((act.seq for act in on.get(name, []) if gives_away(act, name)), default=None)
        done |= {act.seq: act for act in on.get(name, []) if until is None or act.seq <= until}
    return sorted(done.values(), key=lambda act: act.seq)


def _entity(
    key: str,
    parts: list[Part],
    shared: _Shared,
    acts: Sequence[Act],
    former: Collection[str],
    of_day: Mapping[Minutes, int],
) -> Entity:
    lead, contested = _lead(parts, acts)
    # what a person chose is no longer only claimed
    is_claim = lead.is_claim and lead.seq not in {act.content["filing"] for act in acts if act.kind in CHOOSING}
    ids = shared.ids
    kind = "item" if lead.item else "document"
    entity_id = ids.of(kind, key)
    document_id = ids.of("document", keys.document_key(lead))
    sheet = Sheet(ids, lead, entity_id, document_id)
    if lead.item:
        item = _item(entity_id, lead, contested, shared, meeting_of((lead, *parts), of_day))
        sheet.rows.append(replace(item, outcome=None) if is_claim else item)
        write_facts(sheet)
        sheet.rows[0] = _with_own_outcome(sheet)
        write_passages(sheet)
        _stands_in(sheet, parts)
        announce(sheet)
    else:
        sheet.rows.append(_document(entity_id, lead, contested, shared))
        write_facts(sheet)
        write_passages(sheet)
        _appearances(sheet, parts, lead, shared)
    for target in sorted(keys.targets(lead)):
        sheet.rows.append(values.Target(ids.of("target", entity_id, target), entity_id, target, entity_id))
    for hint in sorted(keys.hints(lead)):
        sheet.rows.append(values.Hint(ids.of("hint", entity_id, hint), entity_id, entity_id, hint, "title"))
    if acts:
        amend(sheet, acts, [ids.of(kind, old) for old in former])
    name_movers(sheet)
    row = sheet.rows[0]
    if not isinstance(row, values.Document | values.Item):
        raise TypeError(row)
    shared.rows += sheet.names
    ordered = tuple(sorted(parts, key=lambda p: (p is not lead, p.seq, p.n)))
    carried = tuple({(type(r), r.id): r for r in shared.rows}.values())
    dated = tuple(replace(r, date=row.date) if isinstance(r, _OF_PEOPLE) else r for r in sheet.rows)
    return Entity(entity_id, key, lead, ordered, contested, row, dated, carried, is_claim)


def _lead(parts: list[Part], acts: Sequence[Act]) -> tuple[Part, bool]:
    """The part that speaks for the entity, and whether another text contradicts it; none that was there when a person chose
    does.

    Of texts that disagree, what a person chose stands, a claim last of all; else what was filed by one entitled to that body, else the first
    filed; among parts that agree, whole minutes before an extract, then by content. What a person entered speaks where no
    file does, and disagrees where it tells another outcome.
    """
    if len(parts) == 1:
        return parts[0], False
    choice = _choice(parts, acts)
    chosen = choice.content["filing"] if choice else None
    entered = [part for part in parts if part.entered]
    if 0 < len(entered) < len(parts) and chosen not in {part.seq for part in entered}:
        lead, contested = _lead([part for part in parts if not part.entered], acts)
        return lead, contested or any(_denies(part, lead) for part in entered)

    def order(part: Part) -> tuple[bool, bool, bool, int, int]:
        entitled = part.filed_for is not None and body_key(part.filed_for) == body_key(part.document.body or "")
        return (part.seq != chosen, part.is_claim, not entitled, part.seq, part.n)

    text = signature(min(parts, key=order))
    agreeing = [p for p in parts if signature(p) == text]
    lead = min(
        agreeing,
        key=lambda p: (p.seq != chosen, p.is_claim, p.document.kind is not DocumentKind.PROTOKOLL, p.file.id, p.n),
    )
    since = choice.seq if choice else 0
    return lead, any(part.seq > since and signature(part) != text for part in parts)


def _choice(parts: list[Part], acts: Sequence[Act]) -> Act | None:
    """The last act that chose one of the parts."""
    there = {part.seq for part in parts}
    return next((act for act in reversed(acts) if act.kind in CHOOSING and act.content["filing"] in there), None)


def _denies(entered: Part, lead: Part) -> bool:
    """Whether a § that a person entered has another outcome than the one that was read."""
    outcomes = [part.item.outcome for part in (entered, lead) if part.item]
    return None not in outcomes and len(set(outcomes)) > 1


def _item(entity_id: str, part: Part, contested: bool, shared: _Shared, nth: int) -> values.Item:
    doc, item = part.document, part.item
    if item is None or doc.body is None or doc.date is None:
        raise ValueError("a § without body or date has no key, so it never gets here")
    body_id = shared.body(part, doc.body)
    meeting_id = shared.ids.of("meeting", body_id, doc.date.isoformat(), nth)
    shared.rows.append(values.Meeting(meeting_id, body_id, doc.date, nth))
    return values.Item(
        id=entity_id,
        owner=entity_id,
        municipality_id=shared.municipality(part),
        body_id=body_id,
        meeting_id=meeting_id,
        year=doc.date.year,
        number=item.number,
        date=doc.date,
        title=item.title,
        title_printed=item.title_printed,
        outcome=item.outcome or (Outcome.BESVARA if answered_aloud(item) else None),
        summary=item.summary,
        contested=contested,
    )


def _with_own_outcome(sheet: Sheet) -> values.Owned:
    """The §, without an outcome where all that bears it is about other §§: "Motionerna under paragraferna 97–104 bordläggs"."""
    row = sheet.rows[0]
    if not isinstance(row, values.Item) or row.outcome is None:
        return row
    bearing = [c for c in sheet.rows if isinstance(c, values.Clause) and c.decision_id and c.outcome == row.outcome]
    return replace(row, outcome=None) if bearing and all(clause.about for clause in bearing) else row


def _document(entity_id: str, part: Part, contested: bool, shared: _Shared) -> values.Document:
    doc, whose = part.document, paper_of(part.document)
    return values.Document(
        id=entity_id,
        owner=entity_id,
        municipality_id=shared.municipality(part),
        kind=doc.kind,
        body_id=shared.body(part, whose) if whose else None,
        date=doc.date,
        title=doc.title,
        document_number=doc.document_number,
        received=doc.received,
        addressed_to=doc.addressed_to,
        verified=doc.verification.date if doc.verification else None,
        notice_posted=doc.notice.posted if doc.notice else None,
        notice_until=doc.notice.until if doc.notice else None,
        contested=contested,
    )


def _stands_in(sheet: Sheet, parts: list[Part]) -> None:
    documents = {sheet.ids.of("document", keys.document_key(part)) for part in parts}
    for document_id in sorted(documents):
        row_id = sheet.ids.of("item_document", sheet.entity_id, document_id)
        sheet.rows.append(values.ItemDocument(row_id, sheet.entity_id, sheet.entity_id, document_id))


def _appearances(sheet: Sheet, parts: list[Part], lead: Part, shared: _Shared) -> None:
    for part in (p for p in parts if not p.entered):
        shared.rows.append(part.file)
        sheet.rows.append(
            values.Appearance(
                id=sheet.ids.of("appearance", sheet.entity_id, part.file.id, part.pages[0]),
                owner=sheet.entity_id,
                document_id=sheet.entity_id,
                file_id=part.file.id,
                first_page=part.pages[0],
                last_page=part.pages[1],
                lead=part is lead,
                reader=part.reader,
                reader_version=part.reader_version,
                unread_lines=part.unread_lines if part is lead else None,
                doubts=part.doubts if part is lead else None,
            )
        )
