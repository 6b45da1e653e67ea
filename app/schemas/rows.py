"""What the queries give: the shapes that pages, the API and the command line share. Dates are civil dates."""

from __future__ import annotations

import datetime as dt
from typing import Any, TypedDict


class MunicipalityRef(TypedDict):
    id: str
    code: str | None
    name: str
    slug: str


class BodyRef(TypedDict):
    id: str
    name: str
    kind: str


class Numbered(TypedDict):
    """One case number of a matter."""

    id: str
    number: str
    slug: str
    lead: bool


class NextStation(TypedDict):
    body: str
    kind: str
    date: dt.date | None


class KindAt(TypedDict):
    """The words that say what kind of matter it is, and where they stand in a file."""

    document_id: str
    file: str
    page: int | None
    quote: str
    places: list[dict[str, Any]]


class CaseRow(TypedDict):
    """A matter as a list shows it, under the case that leads it. `number` is None where it hangs on no case yet."""

    id: str
    matter_id: str
    number: str | None
    slug: str
    municipality: MunicipalityRef
    numbers: list[Numbered]
    title: str | None
    kind: str | None
    kind_evidence: str | None
    kind_at: KindAt | None
    status: str
    outcome: str | None
    next: NextStation | None
    first_date: dt.date | None
    last_date: dt.date | None
    version: str


class Place(TypedDict):
    page: int
    line: int
    bbox: list[float]


class CorrectionMade(TypedDict):
    """What a person did to a fact. Who, when and why are None where whoever acted stated no role."""

    kind: str
    table: str | None
    replaced: Any
    new: Any
    by: str | None
    role: str | None
    at: str | None
    reason: str | None


class SourceRow(TypedDict):
    """Where a fact stands. `page` is a page of `file` (sha256; None for what lies in none); `image` shows it with its box."""

    kind: str
    field: str | None
    document_id: str
    file: str | None
    page: int | None
    quote: str
    places: list[Place]
    image: str | None
    reader: str | None
    reader_version: str | None
    reviewed: bool
    correction: CorrectionMade | None


class ItemRef(TypedDict):
    id: str
    number: str
    title: str


class DocumentRef(TypedDict):
    id: str
    kind: str
    title: str | None
    first_page: int | None


class StepRow(TypedDict):
    id: str
    n: int
    kind: str
    state: str
    date: dt.date | None
    body: dict[str, str | None] | None
    mode: str | None
    outcome: str | None
    item: ItemRef | None
    item_number: str | None
    document: DocumentRef | None
    document_kind: str | None
    document_number: str | None
    for_body: str | None
    sources: list[SourceRow]
    follows: list[str]


class PersonRow(TypedDict):
    name: str
    party: str | None
    title: str | None


class ReferenceRow(TypedDict):
    """`verdict` is found, elsewhere (in another matter), several or none; `target` is the entity found."""

    id: str
    role: str
    text: str
    kind: str | None
    body: str | None
    date: dt.date | None
    item_number: str | None
    attachment: int | None
    verdict: str
    target: str | None
    sources: list[SourceRow]


class ItemRow(TypedDict):
    id: str
    body: BodyRef
    date: dt.date
    number: str
    title: str
    title_printed: str | None
    outcome: str | None
    summary: str | None
    contested: bool
    documents: list[str]
    case_numbers: list[str]
    decisions: list[dict[str, Any]]
    listed: list[dict[str, Any]]
    yrkanden: list[dict[str, Any]]
    propositions: list[dict[str, Any]]
    votes: list[dict[str, Any]]
    reservations: list[dict[str, Any]]
    statements: list[dict[str, Any]]
    references: list[ReferenceRow]
    sources: list[SourceRow]


class FileRow(TypedDict):
    sha256: str
    bytes: int
    complete: bool
    unseen: list[str]


class MaskedRow(TypedDict):
    boxes: int
    laws: list[str]


class AppearanceRow(TypedDict):
    file: FileRow
    first_page: int
    last_page: int
    lead: bool
    reader: str
    reader_version: str
    unread_lines: int | None
    doubts: int | None
    masked: MaskedRow | None


class HeadedRow(TypedDict):
    """What a document is called by: its kind, its body and its day."""

    id: str
    kind: str
    body: BodyRef | None
    date: dt.date | None


class DocumentRow(HeadedRow):
    title: str | None
    document_number: str | None
    received: dt.date | None
    addressed_to: str | None
    municipality: MunicipalityRef
    case_numbers: list[str]
    signed_by: list[PersonRow]
    handlaggare: list[PersonRow]
    clauses: list[dict[str, Any]]
    references: list[ReferenceRow]
    appearances: list[AppearanceRow]
    items: list[ItemRef]
    sources: list[SourceRow]


class Position(TypedDict):
    """What a party is on record for at one §; None in `stances` is impossible: an empty cell is None as a whole."""

    stances: list[dict[str, Any]]
    proposed: list[dict[str, Any]]
    reserved: bool
    statement: bool
    abstained: bool
    inferred: bool


class PositionRow(TypedDict):
    party: str
    at: list[Position | None]


class Positions(TypedDict):
    """Party by §: `items` are the columns, and a cell is None where nothing is noted."""

    items: list[dict[str, Any]]
    parties: list[PositionRow]


class FindingAt(TypedDict):
    """The § or document that a finding shows in: `number` of a §, `kind` of a document."""

    id: str
    entity: str
    body: str | None
    date: dt.date | None
    number: str | None
    kind: str | None


class FindingRow(TypedDict):
    """A finding as a code with its parameters; the sentence is made where it is shown. `id` is None where it hangs on the
    day asked for."""

    id: str | None
    code: str
    severity: str
    law: str | None
    params: dict[str, Any]
    at: FindingAt | None
    sources: list[SourceRow]


class ClockRow(TypedDict):
    """A motion's year: `basis` says what the day it was raised rests on, `state` is that of `today`."""

    raised: dt.date
    basis: str
    others: list[dt.date]
    due: dt.date
    state: str
    today: dt.date
    days: int
    left: int
    law: str
    sources: list[SourceRow]


class MeetingDaysRow(TypedDict):
    """The days of a § that the law sets or the minutes tell. `appeal_by` is None for what cannot be appealed: a proposal,
    or a step on the way, or where no notice has a day."""

    item_id: str
    body: str
    date: dt.date
    number: str
    verify_by: dt.date
    verified: dt.date | None
    post_by: dt.date | None
    posted: dt.date | None
    posted_until: dt.date | None
    appeal_by: dt.date | None


class Moved(TypedDict):
    """A yrkande as it reaches a clause: `scope` is clause (names it), rest or whole (the motion)."""

    yrkande_id: str
    stance: str
    target: str | None
    scope: str
    movers: list[PersonRow]
    parties: list[str]
    group: str | None


class LedgerCell(TypedDict):
    """What one § makes of one clause. `scope` is clause, rest, whole or unclear, and None where only yrkanden speak of
    it; `clause_id` is the sentence of the decision that says it."""

    scope: str | None
    outcome: str | None
    mode: str | None
    clause_id: str | None
    moved: list[Moved]


class LedgerClause(TypedDict):
    """A clause of a motion; `outcome` is what was decided in the end, never what was proposed."""

    id: str
    document_id: str
    number: int
    text: str
    outcome: str | None
    at: list[LedgerCell | None]
    sources: list[SourceRow]


class Ledger(TypedDict):
    """Clause by §: `items` are the columns."""

    items: list[dict[str, Any]]
    clauses: list[LedgerClause]


class Compared(TypedDict):
    """The differences from another station's words: runs of words that are `same`, `removed` or `added`."""

    step_id: str
    runs: list[dict[str, str]]


class Worded(TypedDict):
    """The words of the proposal at one station; what several att-satser say is a line each."""

    step_id: str
    kind: str
    body: dict[str, str | None] | None
    date: dt.date | None
    item: ItemRef | None
    document: DocumentRef | None
    text: str
    compared: list[Compared]


class CaseRef(TypedDict):
    """A matter that something belongs to, under the number that leads it."""

    id: str
    number: str | None
    title: str | None
    page: str


class ItemAt(TypedDict):
    """A § with its body and day."""

    id: str
    number: str
    title: str
    date: dt.date
    body: BodyRef


class CheckpointRow(TypedDict):
    """What the journal had come to, signed."""

    size: int
    root: str
    at: str
    key: str
    signature: str
    proof: list[str]
