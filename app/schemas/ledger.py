"""Att-sats by instans, and the words of the proposal from station to station."""

from __future__ import annotations

import datetime as dt
from typing import Literal

from pydantic import Field

from app.register.ledger import Scope
from app.register.wording import Change
from app.schemas import Shape
from app.schemas.shared import ItemColumn, ItemRef, Person, Sourced, StepBody, StepDocument
from importers.bundle import Mode, Outcome, Stance


class Moved(Shape):
    """A yrkande that says what is to be done with the clause."""

    yrkande_id: str
    stance: Stance
    target: str | None
    scope: Scope
    movers: list[Person]
    parties: list[str]
    group: str | None


class LedgerCell(Shape):
    """What one § makes of one clause."""

    scope: Scope | None = Field(
        description="How the outcome reaches the clause: named itself, with the rest, with the motion as a whole; unclear "
        "where sentences contradict; null where only yrkanden speak of it."
    )
    outcome: Outcome | None
    mode: Mode | None = Field(description="A body that proposes has not decided.")
    clause_id: str | None = Field(description="The sentence of the decision that says so.")
    moved: list[Moved]


class LedgerClause(Sourced):
    """One att-sats of a motion."""

    id: str
    document_id: str
    number: int
    text: str
    outcome: Outcome | None = Field(description="What was decided in the end; null while bodies have only proposed.")
    at: list[LedgerCell | None] = Field(description="One for each of `items`; null where the § does not speak of it.")


class Ledger(Shape):
    """Clause by §."""

    items: list[ItemColumn]
    clauses: list[LedgerClause]


class Run(Shape):
    """Words in a row that share a fate."""

    change: Change
    text: str


class Compared(Shape):
    """How the words differ from another station's."""

    step_id: str
    runs: list[Run]


class Worded(Shape):
    """The words of the proposal at one station; several att-satser are a line each."""

    step_id: str
    kind: Literal["motion", "document", "item", "received"]
    body: StepBody | None
    date: dt.date | None
    item: ItemRef | None
    document: StepDocument | None
    text: str
    compared: list[Compared] = Field(description="With the nearest stations before it that have words.")
