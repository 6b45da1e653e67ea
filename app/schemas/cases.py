"""Matters: as a list shows them, whole, and as a path."""

from __future__ import annotations

import datetime as dt
from typing import Literal

from pydantic import ConfigDict, Field

from app.register.matter_kind import Evidence, MatterKind
from app.schemas import Shape, only_id
from app.schemas.deadlines import Deadline, MeetingDays
from app.schemas.documents import Document
from app.schemas.findings import Finding
from app.schemas.items import Item
from app.schemas.ledger import Ledger, Worded
from app.schemas.shared import CaseNumber, ItemColumn, ItemRef, Municipality, Place, Sourced, StepBody, StepDocument
from importers.bundle import Mode, Outcome, Stance


class NextStation(Shape):
    """The body whose decision is awaited."""

    body: str = Field(examples=["Kommunfullmäktige"])
    kind: str
    date: dt.date | None = Field(description="The day to which the matter was tabled, where the minutes set one.")


class KindAt(Shape):
    """The words that say what kind of matter it is, and where they stand."""

    document_id: str
    file: str = Field(description="The file's sha256.")
    page: int | None
    quote: str
    places: list[Place]


class Case(Shape):
    """A matter, under the case number that leads it."""

    id: str = Field(description="The permanent id of the leading case.")
    matter_id: str = Field(description="What `changes` speak of; another when cases are joined or taken apart.")
    number: str | None = Field(description="Null where no document carries a number yet.", examples=["KS-2025-00042"])
    slug: str
    page: str = Field(description="The address of the page that shows the same.")
    municipality: Municipality
    numbers: list[CaseNumber]
    title: str | None
    kind: MatterKind | None = Field(
        description="What kind of matter it is; `own`: what a member raised in the body itself. Null where nothing says."
    )
    kind_evidence: Evidence | None = Field(
        description="What says so: a paper of that kind, a title, a clause of a decision, or that its raising is told."
    )
    kind_at: KindAt | None = Field(description="The words that say so.")
    status: Literal["awaiting", "decided", "open"] = Field(
        description="awaiting: a next station is awaited; decided: the highest body has decided; open: neither."
    )
    outcome: Outcome | None = Field(description="What was decided. A proposal is no outcome: then null.")
    next: NextStation | None
    first_date: dt.date | None
    last_date: dt.date | None
    version: str = Field(description="Changes when anything about the matter does.")


class Step(Sourced):
    """A station of the matter."""

    id: str
    n: int = Field(description="Its place in the path, from 1.")
    kind: Literal["motion", "raised", "document", "received", "item", "awaited"]
    state: Literal["past", "not_in_register", "awaited"]
    date: dt.date | None
    body: StepBody | None
    mode: Mode | None = Field(description="A body that proposes has not decided.")
    outcome: Outcome | None
    item: ItemRef | None
    item_number: str | None
    document: StepDocument | None
    document_kind: str | None
    document_number: str | None
    for_body: str | None
    follows: list[str] = Field(description="Ids of the steps that it follows from.")


class StanceAt(Shape):
    stance: Stance
    target: str | None
    yrkande_id: str


class ProposedAt(Shape):
    outcome: Outcome | None = Field(description="What the decision makes of the matter; null where its clauses differ.")
    decision_id: str


class Position(Shape):
    stances: list[StanceAt]
    proposed: list[ProposedAt] = Field(
        description="The decisions that the minutes say were made by its proposal: `På förslag av Anna Ek (S):`."
    )
    reserved: bool
    statement: bool
    abstained: bool = Field(description="Whether it took no part in the decision.")
    inferred: bool = Field(description="Whether the author of a statement is inferred from its words.")


class PartyPositions(Shape):
    party: str
    at: list[Position | None] = Field(description="One for each of `items`; null where nothing is noted.")


class Positions(Shape):
    """Party by §."""

    items: list[ItemColumn]
    parties: list[PartyPositions]


class Path(Shape):
    """The decision chain of a matter, and who wanted what along it."""

    case: Case
    steps: list[Step] = Field(description="In the order in which they follow from each other.")
    positions: Positions
    deadline: Deadline | None = Field(description="The motion's year; null where there is no motion with a day.")


class CaseDetail(Case):
    """A matter with what was asked for by `include`."""

    model_config = ConfigDict(frozen=True, json_schema_extra=only_id)

    deadline: Deadline | None = Field(description="The motion's year; null where there is no motion with a day.")
    path: Path | None = Field(default=None, description="With `include=path`.")
    items: list[Item] | None = Field(default=None, description="With `include=items`.")
    documents: list[Document] | None = Field(default=None, description="With `include=documents`.")
    findings: list[Finding] | None = Field(
        default=None, description="With `include=findings`: what a careful reader notices, the gravest first."
    )
    ledger: Ledger | None = Field(default=None, description="With `include=ledger`: what came of each clause.")
    wording: list[Worded] | None = Field(
        default=None, description="With `include=wording`: how the proposal's words changed on the way."
    )
    meeting_days: list[MeetingDays] | None = Field(
        default=None, description="With `include=meeting_days`: justering, notice and last day of appeal."
    )


class CaseChoices(Shape):
    """Several matters answer to the number asked for."""

    number: str
    cases: list[Case]
