"""The decision chain of a matter: its stations in the order in which they follow from each other.

Three states: `past` (in the register), `not_in_register` (only spoken of by what is), `awaited` (nothing says it has
happened). A § of a nämnd, a working committee or the board proposes; a chain whose council has not spoken ends in an
awaited step.
"""

import datetime as dt
import heapq
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from app.ids import Ids
from app.register import keys, values
from app.register.bodies import COUNCIL, body_key, body_kind, body_name, body_rank
from app.register.ending import ends_matter
from app.register.entities import Entity
from app.register.motion_titles import announces
from app.register.outcomes import PROCEDURAL
from app.register.papers import paper_of
from app.register.sent_to import sent_to
from importers.bundle import DocumentKind, EarlierKind, Mode, Outcome
from importers.patterns.dates import first_date

# What comes first when two steps bear the same day.
_ORDER = ("motion", "raised", "document", "received", "item", "awaited")
# Papers that are stations on a matter's way; a party's yrkande or an appendix is not.
STATIONS = {
    "forslag",
    "protokoll",
    "protokollsutdrag",
    "beslut",
    "tjansteskrivelse",
    "tjansteutlatande",
    "remissvar",
}


_NUMBER = re.compile(r"\d{1,6}")
# What a § did with its matter, where others only tell of it: "Återremitterat från kommunfullmäktige den 26 mars, § 92".
_DID = {
    EarlierKind.TABLED: Outcome.BORDLAGGNING.value,
    EarlierKind.RETURNED: Outcome.ATERREMISS.value,
    EarlierKind.REMITTED: Outcome.REMISS.value,
}


@dataclass
class Draft:
    """A step before it is ordered. `ends`: it decides the matter, where nothing follows. `says` are the references that speak of it, `follows` the drafts that it follows."""

    id: str
    kind: str
    state: str
    date: dt.date | None
    body: str | None = None
    entity: Entity | None = None
    mode: str | None = None
    outcome: str | None = None
    item_number: str | None = None
    document_kind: str | None = None
    document_number: str | None = None
    for_body: str | None = None
    key: str | None = None
    ends: bool = False
    says: list[values.Reference] = field(default_factory=list)
    follows: set[str] = field(default_factory=set)

    @property
    def place(self) -> tuple[dt.date, int, int, int, str]:
        """Where the step stands among all: by day, then by kind, then by how far up its body is, then by its number."""
        undated = dt.date.max if self.kind == "awaited" else dt.date.min
        number = _NUMBER.match(self.item_number or "")
        at = int(number[0]) if number else 0
        return (self.date or undated, _ORDER.index(self.kind), body_rank(self.body or ""), at, self.id)


def steps(entities: list[Entity], municipality: str, ids: Ids) -> list[Draft]:
    """The matter's steps in topological order, dates breaking ties; `follows` holds only the nearest predecessors."""
    drafts: dict[str, Draft] = {}
    for entity in entities:
        for draft in _past(entity, ids):
            drafts[draft.id] = draft
    spoken = _resolve(entities, drafts, municipality, ids)
    _follow(drafts, spoken)
    for draft in _awaited(list(drafts.values()), municipality, ids):
        drafts[draft.id] = draft
    _reduce(drafts)
    return _ordered(drafts)


def _past(entity: Entity, ids: Ids) -> Iterable[Draft]:
    """The steps that an entity is: a §, a dated document, and the day when an extract was received."""
    row, doc = entity.row, entity.lead.document
    body = body_name(doc.body) if doc.body else None
    if isinstance(row, values.Item):
        decisions = [r for r in entity.rows if isinstance(r, values.Decision)]
        mode = decisions[-1].mode if decisions else None
        ends = ends_matter(entity, row, body, mode)
        yield Draft(
            ids.of("step", entity.id), "item", "past", row.date, body, entity, mode, row.outcome, row.number, ends=ends
        )
        return
    if doc.kind is DocumentKind.MOTION:
        yield Draft(ids.of("step", entity.id), "motion", "past", doc.date, body, entity, document_kind=doc.kind)
    elif doc.date and not keys.is_minutes(doc) and doc.kind is not DocumentKind.YRKANDE:
        outcome = next((c.outcome for c in entity.rows if isinstance(c, values.Clause) and c.outcome), None)
        mode = Mode.PROPOSES if doc.proposals else None
        whose = paper_of(doc)
        yield Draft(
            ids.of("step", entity.id),
            "document",
            "past",
            doc.date,
            body_name(whose) if whose else None,
            entity,
            mode,
            outcome,
            document_kind=doc.kind,
        )
    if row.received:
        yield Draft(
            ids.of("step", entity.id, "received"),
            "received",
            "past",
            row.received,
            body,
            entity,
            document_kind=doc.kind,
            document_number=doc.document_number,
        )


@dataclass(frozen=True, slots=True)
class _Spoken:
    """That one entity speaks of a step."""

    entity: Entity
    reference: values.Reference
    step_id: str


def _resolve(entities: list[Entity], drafts: dict[str, Draft], municipality: str, ids: Ids) -> list[_Spoken]:
    """Find the step that each reference speaks of; one that the matter does not hold becomes a step not in the register."""
    by_key: dict[str, set[str]] = defaultdict(set)
    for draft in drafts.values():
        if draft.entity and draft.kind != "received":
            for target in keys.targets(draft.entity.lead):
                by_key[target].add(draft.id)
    spoken, told_as = [], dict[str, str]()
    for entity in entities:
        for reference in entity.references:
            step_ids = by_key.get(reference.key or "", set())
            if len(step_ids) > 1:
                continue
            if not step_ids and _is_station(reference):
                step_ids = {_told(drafts, told_as, _spoken_of(entity, reference, municipality, ids))}
            for step_id in step_ids:
                drafts[step_id].says.append(reference)
                spoken.append(_Spoken(entity, reference, step_id))
    return spoken


def _told(drafts: dict[str, Draft], told_as: dict[str, str], told: Draft) -> str:
    """The id of the step that is told of: a § is one step, in however many ways others tell of it."""
    step_id = told_as.setdefault(told.key, told.id) if told.kind == "item" and told.key else told.id
    draft = drafts.setdefault(step_id, told)
    draft.outcome = draft.outcome or told.outcome
    return step_id


def _is_station(reference: values.Reference) -> bool:
    """Whether a reference is precise enough to be a step: it has a day, and is of a kind that moves a matter.

    Running text tells of other matters too ("kommunfullmäktige beslutade den 6 november 2023 om en extra satsning"), so
    what was done before counts where it is the motion's raising or names its §.
    """
    if reference.date is None or reference.key is None:
        return False
    if reference.role == "basis":
        return reference.kind in STATIONS
    return reference.kind == EarlierKind.RAISED or reference.item_number is not None


def _spoken_of(entity: Entity, reference: values.Reference, municipality: str, ids: Ids) -> Draft:
    speaker = body_name(entity.lead.document.body) if entity.lead.document.body else None
    body = body_name(reference.body, speaker) if reference.body else None
    raised = reference.role == "earlier" and reference.kind == EarlierKind.RAISED
    if raised:
        body = body or COUNCIL
    tabled = reference.role == "earlier" and reference.kind == EarlierKind.TABLED
    if tabled and body is None and reference.item_number:
        body = speaker  # as the reference's key has it
    is_paper = reference.role == "basis" and not reference.item_number and body is None
    kind = "raised" if raised else "document" if is_paper else "item"
    return Draft(
        id=ids.of("step", municipality, kind, reference.kind or "", body_key(body or ""), str(reference.key)),
        kind=kind,
        state="not_in_register",
        date=reference.date,
        body=body,
        outcome=_DID.get(EarlierKind(reference.kind)) if reference.role == "earlier" and reference.kind else None,
        item_number=reference.item_number,
        document_kind=reference.kind if is_paper else None,
        for_body=speaker if is_paper else None,
        key=None if reference.within else reference.key,
    )


def _follow(drafts: dict[str, Draft], spoken: list[_Spoken]) -> None:
    """A step follows what it speaks of, never what bears a later day: that is a finding, not an edge."""
    own = {d.entity.id: d for d in drafts.values() if d.entity and d.kind != "received"}
    arrivals = {d.entity.id: d for d in drafts.values() if d.entity and d.kind == "received"}
    edges = (
        *_into_arrivals(own, arrivals),
        *_to_what_is_spoken_of(drafts, spoken, own, arrivals),
        *_between_tablings(drafts, spoken),
        *_to_starts(drafts),
    )
    for later, earlier in edges:
        if later.id != earlier.id and earlier.place < later.place:
            later.follows.add(earlier.id)


_Edge = tuple[Draft, Draft]  # the later step, and the earlier one that it follows


def _into_arrivals(own: dict[str, Draft], arrivals: dict[str, Draft]) -> Iterator[_Edge]:
    """An extract was received after the §§ that stand in it."""
    for document_id, arrival in arrivals.items():
        for draft in own.values():
            if draft.entity and draft.kind == "item" and _stands_in(draft.entity, document_id):
                yield arrival, draft


def _to_what_is_spoken_of(
    drafts: dict[str, Draft], spoken: list[_Spoken], own: dict[str, Draft], arrivals: dict[str, Draft]
) -> Iterator[_Edge]:
    """A step follows what its entity speaks of, and the arrival of the extract which that stands in."""
    for one in spoken:
        later, earlier = own.get(one.entity.id), drafts[one.step_id]
        if later is None:
            continue
        yield later, earlier
        for document_id, arrival in arrivals.items():
            if earlier.entity and _stands_in(earlier.entity, document_id):
                yield later, arrival


def _between_tablings(drafts: dict[str, Draft], spoken: list[_Spoken]) -> Iterator[_Edge]:
    """Where a § tells that its matter was tabled several times, each time follows the one before."""
    told: dict[str, dict[str, Draft]] = defaultdict(dict)
    for one in spoken:
        if one.reference.role == "earlier" and one.reference.kind == EarlierKind.TABLED:
            told[one.entity.id][one.step_id] = drafts[one.step_id]
    for tablings in told.values():
        for earlier, later in pairwise(sorted(tablings.values(), key=lambda draft: draft.place)):
            yield later, earlier


def _to_starts(drafts: dict[str, Draft]) -> Iterator[_Edge]:
    """Everything follows the motion's raising, which follows the motion; where no raising is a step, the motion."""
    motions = [d for d in drafts.values() if d.kind == "motion"]
    raised = [d for d in drafts.values() if d.kind == "raised"]
    for draft in drafts.values():
        for start in raised if draft.kind != "raised" and raised else motions:
            yield draft, start


def _stands_in(entity: Entity, document_id: str) -> bool:
    return any(isinstance(r, values.ItemDocument) and r.document_id == document_id for r in entity.rows)


class _Awaited:
    """The steps that are awaited, one for each body."""

    def __init__(self, drafts: list[Draft], municipality: str, ids: Ids) -> None:
        self.steps: dict[str, Draft] = {}
        self._motions = sorted(d.id for d in drafts if d.kind == "motion")
        self._municipality, self._ids = municipality, ids

    def add(self, body: str, after: Iterable[Draft], day: dt.date | None = None) -> Draft:
        """The awaited step of a body, which follows these too; on a day, where one is set."""
        step_id = self._ids.of("step", self._municipality, "awaited", body_key(body), *self._motions)
        draft = self.steps.setdefault(step_id, Draft(step_id, "awaited", "awaited", None, body))
        draft.date = draft.date or day
        draft.follows |= {d.id for d in after}
        return draft


def _awaited(drafts: list[Draft], municipality: str, ids: Ids) -> list[Draft]:
    """The stations that a proposal points to and that have not spoken since; the council, where a motion waits for it."""
    items = [d for d in drafts if d.kind == "item"]
    awaited = _Awaited(drafts, municipality, ids)
    for item in items:
        _await_stations(awaited, item, items)
    last = max(items, key=lambda d: d.place, default=None)
    if last and last.outcome in PROCEDURAL and not last.ends:
        addressee = sent_to(last.entity, last.body)
        before = awaited.add(addressee, [last]) if addressee else last
        awaited.add(last.body or "", [before], _day_set(last))
    asks_council = any(d.kind in {"motion", "raised"} or _announces(d) for d in drafts)
    if asks_council and not _has_decided(items) and not any(map(_is_councils, awaited.steps.values())):
        awaited.add(COUNCIL, list(awaited.steps.values()) or sorted(drafts, key=lambda d: d.place)[-1:])
    return list(awaited.steps.values())


def _day_set(item: Draft) -> dt.date | None:
    """The day to which a § tables its matter: "Ärendet bordläggs till sammanträdet den 1 februari 2024"."""
    clauses = [row for row in item.entity.rows if isinstance(row, values.Clause)] if item.entity else []
    days = {day for row in clauses if "ordlägg" in row.text and (day := first_date(row.text))}
    return days.pop() if len(days) == 1 and item.date and min(days) > item.date else None


def _await_stations(awaited: _Awaited, item: Draft, items: list[Draft]) -> None:
    """Await, one after another, the bodies that the proposals of a § go to and that have no later §."""
    proposals = [r for r in item.entity.rows if isinstance(r, values.Decision)] if item.entity else []
    for decision in (r for r in proposals if r.mode == Mode.PROPOSES):
        before = item
        for station in (*decision.via, decision.to_body):
            if station is None:
                continue
            body = body_name(station, item.body)
            later = [d for d in items if body_key(d.body or "") == body_key(body) and d.place > item.place]
            before = min(later, key=lambda d: d.place) if later else awaited.add(body, [before])


def _has_decided(items: list[Draft]) -> bool:
    """Whether a § of the council in the register ends the matter."""
    ending = (d for d in items if d.state == "past" and d.outcome not in PROCEDURAL and not _announces(d))
    return any(map(_is_councils, ending))


def _announces(draft: Draft) -> bool:
    """Whether it is the council's own § that says that a motion has come in."""
    return draft.entity is not None and _is_councils(draft) and announces(draft.entity.row.title or "", draft.outcome)


def _is_councils(draft: Draft) -> bool:
    return body_kind(draft.body or "") == "council"


def _reduce(drafts: dict[str, Draft]) -> None:
    """Keep only the nearest predecessors: what a predecessor follows already need not be repeated."""
    above: dict[str, set[str]] = {}

    def ancestors(step_id: str) -> set[str]:
        if step_id not in above:
            above[step_id] = set()
            for before in drafts[step_id].follows:
                above[step_id] |= {before} | ancestors(before)
        return above[step_id]

    for step_id in sorted(drafts, key=lambda i: drafts[i].place):
        ancestors(step_id)
    for draft in drafts.values():
        draft.follows -= {far for near in draft.follows for far in above[near]}


def _ordered(drafts: dict[str, Draft]) -> list[Draft]:
    """The topological order, by hand: `graphlib` gives one of them, and not the one whose ties the dates break."""
    open_edges = {step_id: len(draft.follows) for step_id, draft in drafts.items()}
    after: dict[str, list[str]] = defaultdict(list)
    for step_id, draft in drafts.items():
        for before in draft.follows:
            after[before].append(step_id)
    ready = [(draft.place, step_id) for step_id, draft in drafts.items() if not open_edges[step_id]]
    heapq.heapify(ready)
    ordered = []
    while ready:
        _, step_id = heapq.heappop(ready)
        ordered.append(drafts[step_id])
        for later in after[step_id]:
            open_edges[later] -= 1
            if not open_edges[later]:
                heapq.heappush(ready, (drafts[later].place, later))
    return ordered
