"""Resources as lists, and what a row of one says of where it belongs."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum

from pydantic import ConfigDict, Field, create_model

from app.register.standing import Standing
from app.schemas import Shape, only_id
from app.schemas.cases import Case, NextStation
from app.schemas.deadlines import Deadline
from app.schemas.documents import Document
from app.schemas.findings import Finding, FindingAt
from app.schemas.items import Item, Reservation, Statement, Vote, Yrkande
from app.schemas.shared import Body, CaseRef, Correction, ItemAt, ItemRef, Municipality, Person, Sourced
from importers.bundle import Outcome


class PresenceRole(StrEnum):
    CHAIR = "chair"
    MEMBER = "member"
    SUBSTITUTE = "substitute"
    OTHER = "other"


class List(Shape):
    """A part of a list, and how to go on: by `offset` or from `next_cursor`; a walk meets each row once."""

    total: int = Field(description="How many there are in all.")
    total_is_at_least: bool = Field(
        description="There are more than `total`: `q` is so common that the rows and their number are of the latest that it finds, beyond which nothing follows. `cursor=*` walks them all, and any further filter but `municipality` counts them all."
    )
    limit: int
    offset: int
    next_cursor: str | None = Field(description="The `cursor` of the next part; null at the end of the list.")
    left_out: list[str] = Field(
        description="Words of `q` that a sentence is only asked with (`vem`, `om`, `the`), which were not sought: in quotation marks they are."
    )
    unread: str = Field(description="What of `q` was typed beyond what a question holds, and was not sought.")


class Belonging(Shape):
    """What belongs to a § says so."""

    item: ItemAt
    municipality: Municipality
    cases: list[CaseRef] = Field(description="The matters that the § belongs to.")


class YrkandeEntry(Yrkande, Belonging):
    """A yrkande with its §."""


class ReservationEntry(Reservation, Belonging):
    """A reservation with its §."""


class StatementEntry(Statement, Belonging):
    """A statement with its §."""


class VoteEntry(Vote, Belonging):
    """A votering with its §."""


class DecidedTogether(Shape):
    """An att-sats of another § of the meeting that names this one: "Motionerna under paragraferna 244–265 bordläggs"."""

    item: ItemRef
    text: str
    outcome: Outcome | None


class ItemEntry(Item):
    """A § with the matters that it belongs to."""

    municipality: Municipality
    cases: list[CaseRef]
    decided_together: list[DecidedTogether] = Field(description="What other §§ of the meeting decide about this one.")


class DocumentEntry(Document):
    """A document with the matters that it belongs to."""

    cases: list[CaseRef]


class FindingEntry(Finding):
    """A finding with the matters that it was made in."""

    cases: list[CaseRef]


class CorrectionEntry(Shape):
    """What a person did to a fact, and where: from what, to what, by whom in which role, when and why."""

    id: str
    fact_id: str = Field(description="The fact's own id; of a § or document where it is about that.")
    field: str | None = Field(description="Null where a whole fact was added; where one was removed, its kind.")
    replaced: str | None = Field(description="The words that were read; null where nothing was.")
    at: FindingAt | None = Field(description="The § or document that the fact is in.")
    correction: Correction
    sentence: str = Field(description="In the language asked for by Accept-Language.")
    cases: list[CaseRef] = Field(description="The matters that the § or document belongs to.")


class MeetingItem(Shape):
    """A § of a meeting, and whether it was of one mind."""

    id: str
    number: str
    title: str
    outcome: Outcome | None
    has_yrkande: bool
    has_reservation: bool
    has_vote: bool


class Meeting(Shape):
    id: str
    municipality: Municipality
    body: Body
    date: dt.date
    nth: int = Field(description="1, or 2 for a body's second meeting on one day.")
    items: list[MeetingItem]
    documents: list[str] = Field(description="Ids of the minutes and extracts that tell of it.")


class MeetingAt(Shape):
    """A meeting with its body and day."""

    id: str
    date: dt.date
    nth: int = Field(description="1, or 2 for a body's second meeting on one day.")
    body: Body


class Presence(Sourced):
    """Somebody at a meeting, as its papers list it; what several say alike is told once."""

    id: str
    municipality: Municipality
    meeting: MeetingAt
    person: Person
    role: PresenceRole = Field(description="As what: `other` are officials and whoever else was there.")
    serving: bool = Field(description="Whether he or she served, as a member or in a member's place.")
    instead_of: Person | None = Field(description="Whom he or she served for, where that is printed.")
    items: list[list[str]] | None = Field(
        description="The stretches of §§ that it holds for, first and last; null for the whole paper.",
        examples=[[["1", "5"]]],
    )
    note: str | None = Field(description="What is printed beside the name.")
    documents: list[str] = Field(description="Ids of the minutes and extracts that list it.")


class Motion(Shape):
    """A motion, when its year ends, and what became of it; known by its paper, by what answers it, or by a list."""

    id: str = Field(description="The id of its paper as a document, where that is here; else its own.")
    municipality: Municipality
    title: str | None = Field(description="The paper's title, else that of the § that answers or announces it.")
    subject: str | None = Field(description="The title without kind and movers.")
    date: dt.date | None = Field(description="The motion's own date; when it was raised, `deadline` tells.")
    movers: list[Person] = Field(description="Who signed the paper, else whom a title names.")
    signed_by: list[Person] = Field(description="Who signed the paper; empty where it is not here.")
    document: str | None = Field(description="The id of its paper; null where it is not here.")
    announced: ItemAt | None = Field(description="The § of the council whose list of what has come in names it.")
    case: CaseRef | None = Field(description="Null where only such a list tells of it.")
    standing: Standing = Field(
        description="On `today`, as far as the minutes that are here tell: `council_minutes` says which those are."
    )
    ended: dt.date | None = Field(
        description="The day that ended it by `today`: decided in the end, withdrawn or struck off; null while it waits."
    )
    council_minutes: list[dt.date] = Field(
        description="The days of the council's meetings since it was raised whose minutes are here, up to `today`."
    )
    status: str | None = Field(description="awaiting, decided or open.")
    outcome: Outcome | None = Field(description="What was decided; null while bodies have only proposed.")
    next: NextStation | None
    deadline: Deadline | None = Field(description="As it stands on `today`; null where no document tells a day.")


class PrintedName(Shape):
    """A name as printed with its party, and the days between which the register holds it."""

    name: str
    party: str | None
    first: dt.date | None
    last: dt.date | None


class PersonEntry(Shape):
    """Whoever bears a name in a municipality, under every name and party printed."""

    id: str
    municipality: Municipality
    name: str
    names: list[PrintedName]
    parties: list[str]


class Party(Shape):
    """A party as printed with people's names in one municipality."""

    id: str = Field(examples=["0380-C"])
    municipality: Municipality
    code: str = Field(examples=["C"])
    people: int = Field(description="How many people it was printed with.")


class BodyEntry(Shape):
    id: str
    municipality: Municipality
    name: str
    slug: str
    kind: str = Field(
        description="council, executive_board, working_committee, committee, drafting_committee, advisory_council, auditors,"
        " general_meeting, administration or other."
    )
    parent: str | None = Field(description="The id of the body that it belongs to.")
    name_from: dt.date | None = Field(
        description="The day from which it bears its name; null where nobody stated one, as for a body that always did."
    )
    name_until: dt.date | None = Field(
        description="The day from which it goes on under another name, or as several; null where nobody stated one."
    )
    became: list[str] = Field(description="Ids of what it was renamed to or divided into.")


class Change(Shape):
    """Something that happened to a matter; one that is gone is a tombstone, `case` and `version` null."""

    id: int = Field(description="Numbered without gaps, in the order of commit.")
    at: dt.datetime
    kind: str = Field(description="made, changed or gone.", examples=["changed"])
    matter_id: str = Field(description="As in a case.")
    version: str | None
    municipality: Municipality | None
    page: str | None = Field(description="The address of the page that shows, or showed, the matter.")
    case: CaseRef | None
    told: str | None = Field(
        description="What became another with it, in words of the language that Accept-Language asks for: of a matter's last change alone, as what an earlier one changed may stand no longer. Null where a matter came or went, and where nothing is known of it."
    )


LISTED: dict[str, type[Shape]] = {
    "cases": Case,
    "documents": DocumentEntry,
    "meetings": Meeting,
    "items": ItemEntry,
    "presences": Presence,
    "motions": Motion,
    "yrkanden": YrkandeEntry,
    "reservations": ReservationEntry,
    "statements": StatementEntry,
    "votes": VoteEntry,
    "people": PersonEntry,
    "parties": Party,
    "bodies": BodyEntry,
    "municipalities": Municipality,
    "findings": FindingEntry,
    "changes": Change,
    "corrections": CorrectionEntry,
}


def _row_shape(shape: type[Shape]) -> type[Shape]:
    """The shape of a row, which `fields` may cut down to less."""
    name = f"{shape.__name__.removesuffix('Entry')}Row"
    config = ConfigDict(frozen=True, json_schema_extra=only_id)
    made: type[Shape] = create_model(name, __base__=shape, __doc__=shape.__doc__)
    made.model_config = {**shape.model_config, **config}
    made.model_rebuild(force=True)
    return made


ROWS: dict[str, type[Shape]] = {name: _row_shape(shape) for name, shape in LISTED.items()}


class _Changes(List):
    """A part of what changed."""

    generation: str = Field(
        description="Of the register that counts the changes: in another one they are numbered anew, from 1."
    )


LISTS: dict[str, type[List]] = {
    name: create_model(
        f"{row.__name__.removesuffix('Row')}List",
        __base__=_Changes if name == "changes" else List,
        **{name: (list[row], ...)},  # type: ignore[call-overload, valid-type] # made by name
    )
    for name, row in ROWS.items()
}
