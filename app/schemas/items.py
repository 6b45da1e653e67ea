"""A § and everything it says."""

from __future__ import annotations

import datetime as dt
from typing import Literal

from pydantic import Field

from app.schemas.shared import Body, Clause, Person, Reference, Sourced
from importers.bundle import Attribution, BallotChoice, Mode, Outcome, Stance, StatementKind


class Decision(Sourced):
    """One block of att-satser. `mode` proposes: a body above has to decide."""

    id: str
    mode: Mode
    body: str | None
    to: str | None = Field(description="The body that the proposal is put to, as printed.")
    via: list[str]
    lead: str | None
    clauses: list[Clause]


class Yrkande(Sourced):
    """A proposal moved from the floor."""

    id: str
    movers: list[Person]
    parties: list[str]
    group: str | None
    m_fl: bool = Field(description="Whether others are said to join without being named.")
    stance: Stance
    target: str | None
    rank: int | None = Field(description="1 or 2: i första, i andra hand.")
    text: str


class Proposition(Sourced):
    """What the chair put against each other."""

    id: str
    alternatives: list[str]
    winner: str | None = Field(description="What the chair found; where there was a vote, that decides.")
    after_vote: Literal["stands", "overturned"] | None = Field(
        description="What the vote made of it; null where none that is read was on it."
    )
    text: str


class Ballot(Sourced):
    """How one member voted, as printed."""

    id: str
    name: str
    party: str | None
    vote: BallotChoice


class Vote(Sourced):
    """A votering. Yes can mean avslag: `yes_means` and `no_means` say what was voted on."""

    id: str
    question: str | None
    yes_means: str | None
    no_means: str | None
    yes: int | None
    no: int | None
    abstain: int | None
    absent: int | None
    paired: int | None
    casting_vote: bool = Field(description="Whether the chair's vote settled a tie.")
    result: str | None
    ballots: list[Ballot]


class Reservation(Sourced):
    """A reservation. A group stays a group: `members` are those whom the attendance of the same minutes shows serving
    at the § under the group's parties, each with a source of kind `derived`; nobody else is named."""

    id: str
    people: list[Person]
    members: list[Person]
    parties: list[str]
    group: str | None
    in_favour_of: str | None
    written: bool
    text: str


class Statement(Sourced):
    """A särskilt yttrande, a note for the record, an abstention or a conflict of interest."""

    id: str
    kind: StatementKind
    people: list[Person]
    parties: list[str]
    group: str | None
    attribution: Attribution
    inferred_from: str | None = Field(description="The words that an inferred author rests on.")
    text: str


class Item(Sourced):
    """One § of minutes."""

    id: str
    body: Body
    date: dt.date
    number: str = Field(examples=["201"])
    title: str
    title_printed: str | None
    outcome: Outcome | None = Field(description="What the § does to the matter; of a proposal, what it proposes.")
    summary: str | None
    contested: bool = Field(description="Whether texts filed under this § disagree, and nobody has chosen since.")
    documents: list[str] = Field(description="Ids of the documents that it stands in.")
    case_numbers: list[str]
    decisions: list[Decision]
    listed: list[Clause] = Field(description="The rows of a list in the §, such as what has come in: no decisions.")
    yrkanden: list[Yrkande]
    propositions: list[Proposition]
    votes: list[Vote]
    reservations: list[Reservation]
    statements: list[Statement]
    references: list[Reference]
