"""The values that reading a PDF gives: a `Bundle` of documents, each fact with its place in the page.

Shapes only, no parsing. A `Bundle` is what `diarium parse --json` prints, what the journal keeps and what the
register is built from. Text is verbatim as printed (line breaks joined by one blank, line-end hyphens undone);
what a document does not state is `None`, and a list is always a list. Dates are civil dates.

Boxes are `(x0, top, x1, bottom)` in points, origin top left, of the page as shown (rotated and cropped).
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache
from typing import Annotated, Any

from pydantic import Field, TypeAdapter

SCHEMA = "diarium/bundle/1"

Box = tuple[float, float, float, float]


class DocumentKind(StrEnum):
    PROTOKOLL = "protokoll"
    PROTOKOLLSUTDRAG = "protokollsutdrag"
    TJANSTESKRIVELSE = "tjansteskrivelse"
    MOTION = "motion"
    MEDBORGARFORSLAG = "medborgarforslag"
    INTERPELLATION = "interpellation"
    YRKANDE = "yrkande"
    YTTRANDE = "yttrande"
    REMISSVAR = "remissvar"
    VOTERINGSLISTA = "voteringslista"
    ANSLAG = "anslag"
    BILAGA = "bilaga"
    OTHER = "other"


class Outcome(StrEnum):
    """What a decision does; `BESVARA` is neither bifall nor avslag."""

    BIFALL = "bifall"
    AVSLAG = "avslag"
    BESVARA = "besvara"
    DELVIS_BIFALL = "delvis_bifall"
    ATERREMISS = "aterremiss"
    MINORITETSATERREMISS = "minoritetsaterremiss"
    BORDLAGGNING = "bordlaggning"
    REMISS = "remiss"
    AVSKRIVNING = "avskrivning"
    ATERTAGEN = "atertagen"
    TILLSTYRKAN = "tillstyrkan"
    AVSTYRKAN = "avstyrkan"
    GODKANNANDE = "godkannande"
    ANTECKNING = "anteckning"
    VAL = "val"
    OTHER = "other"


class Stance(StrEnum):
    BIFALL = "bifall"
    AVSLAG = "avslag"
    BESVARA = "besvara"
    ATERREMISS = "aterremiss"
    BORDLAGGNING = "bordlaggning"
    TILLAGG = "tillagg"
    ANDRING = "andring"
    EGET = "eget"
    OTHER = "other"


class Mode(StrEnum):
    """Whether a body decides a matter itself or proposes a decision to the body above it."""

    DECIDES = "decides"
    PROPOSES = "proposes"


class EarlierKind(StrEnum):
    RAISED = "raised"
    REMITTED = "remitted"
    TABLED = "tabled"
    RETURNED = "returned"
    PROPOSED = "proposed"
    DECIDED = "decided"
    OTHER = "other"


class StatementKind(StrEnum):
    SARSKILT_YTTRANDE = "sarskilt_yttrande"
    PROTOKOLLSANTECKNING = "protokollsanteckning"
    DELTAR_EJ = "deltar_ej"
    JAV = "jav"


class Attribution(StrEnum):
    """What the author of a statement rests on. `INFERRED` always comes with the words it was inferred from."""

    NAMED = "named"
    GROUP = "group"
    INFERRED = "inferred"
    NONE = "none"


class BallotChoice(StrEnum):
    YES = "yes"
    NO = "no"
    ABSTAIN = "abstain"
    ABSENT = "absent"
    PAIRED = "paired"


class Severity(StrEnum):
    ERROR = "error"
    NOTE = "note"


class ReaderKind(StrEnum):
    """Which reader gave the words of a page."""

    PDFIUM = "pdfium"
    PLUMBER = "plumber"
    OCR = "ocr"


class Role(StrEnum):
    """What the lines under a heading look like, whatever the heading is called in that municipality."""

    DECISION = "decision"
    PROPOSAL = "proposal"
    SUMMARY = "summary"
    BASIS = "basis"
    PRESENTATION = "presentation"
    REASONS = "reasons"
    PREPARATION = "preparation"
    EARLIER = "earlier"
    YRKANDEN = "yrkanden"
    PROPOSITION = "proposition"
    VOTE = "vote"
    RESERVATION = "reservation"
    SARSKILT_YTTRANDE = "sarskilt_yttrande"
    PROTOKOLLSANTECKNING = "protokollsanteckning"
    JAV = "jav"
    SENT_TO = "sent_to"
    JUSTERING = "justering"
    SIGNATURE = "signature"
    ATTENDANCE = "attendance"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Place:
    """One printed line, or the part of it that is quoted. `line` is 1-based on its page, furniture counted."""

    page: int
    line: int
    bbox: Box


@dataclass(frozen=True, slots=True)
class Source:
    """Where a value stands: the words quoted and one place for each printed line they take up."""

    quote: str
    places: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True)
class Person:
    name: str
    party: str | None = None
    role: str | None = None


@dataclass(frozen=True, slots=True)
class Presence:
    person: Person
    serving: bool
    for_: Annotated[Person | None, Field(alias="for")] = None
    items: tuple[tuple[str, str], ...] | None = None
    note: str | None = None
    source: Source = Source("")


@dataclass(frozen=True, slots=True)
class Attendance:
    chair: Person | None = None
    members: tuple[Presence, ...] = ()
    substitutes: tuple[Presence, ...] = ()
    others: tuple[Person, ...] = ()


@dataclass(frozen=True, slots=True)
class Meeting:
    place: str | None = None
    starts: str | None = None
    ends: str | None = None
    paragraphs: str | None = None


@dataclass(frozen=True, slots=True)
class Verification:
    """Justering: the day and place where the minutes were verified."""

    date: dt.date | None = None
    place: str | None = None


@dataclass(frozen=True, slots=True)
class Notice:
    """Anslag: the days between which the minutes' notice stands on the board."""

    posted: dt.date | None = None
    until: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Clause:
    """One att-sats. `about` holds the att-satser or §§ that it names, where it does."""

    text: str
    source: Source
    number: str | None = None
    outcome: Outcome | None = None
    about: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Decision:
    """One block of decision: a body's own, or its proposal to `to` (through `via`)."""

    mode: Mode
    source: Source
    lead: str | None = None
    body: str | None = None
    to: str | None = None
    via: tuple[str, ...] = ()
    clauses: tuple[Clause, ...] = ()


@dataclass(frozen=True, slots=True)
class Basis:
    """One line of Beslutsunderlag: `Arbetsutskottets förslag 3 december 2024 § 327`."""

    text: str
    source: Source
    kind: str | None = None
    body: str | None = None
    date: dt.date | None = None
    item_number: str | None = None
    attachment: int | None = None


@dataclass(frozen=True, slots=True)
class Earlier:
    """What the text says was done before: `en motion väckt … den 11 december 2023`."""

    kind: EarlierKind
    source: Source
    action: str | None = None
    body: str | None = None
    date: dt.date | None = None
    item_number: str | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """The motion (or other question) that a § says it answers."""

    kind: DocumentKind
    title: str
    source: Source
    movers: tuple[Person, ...] = ()


@dataclass(frozen=True, slots=True)
class Yrkande:
    stance: Stance
    text: str
    source: Source
    movers: tuple[Person, ...] = ()
    parties: tuple[str, ...] = ()
    group: str | None = None
    m_fl: bool = False
    target: str | None = None
    rank: int | None = None


@dataclass(frozen=True, slots=True)
class Proposition:
    """Beslutsgång: the alternatives that the chair put against each other, and the one found to have won."""

    text: str
    source: Source
    alternatives: tuple[str, ...] = ()
    winner: str | None = None


@dataclass(frozen=True, slots=True)
class Ballot:
    name: str
    vote: BallotChoice
    source: Source
    party: str | None = None


@dataclass(frozen=True, slots=True)
class Vote:
    source: Source
    question: str | None = None
    yes_means: str | None = None
    no_means: str | None = None
    yes: int | None = None
    no: int | None = None
    abstain: int | None = None
    absent: int | None = None
    paired: int | None = None
    ballots: tuple[Ballot, ...] = ()
    casting_vote: bool = False
    result: str | None = None


@dataclass(frozen=True, slots=True)
class Reservation:
    text: str
    source: Source
    people: tuple[Person, ...] = ()
    parties: tuple[str, ...] = ()
    group: str | None = None
    in_favour_of: str | None = None
    written: bool = False


@dataclass(frozen=True, slots=True)
class Statement:
    kind: StatementKind
    text: str
    source: Source
    people: tuple[Person, ...] = ()
    parties: tuple[str, ...] = ()
    group: str | None = None
    attribution: Attribution = Attribution.NONE
    inferred_from: str | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """A headed (or leading, unheaded) stretch of text in printed order."""

    heading: str | None
    role: Role
    text: str
    source: Source


@dataclass(frozen=True, slots=True)
class Item:
    """One § of minutes."""

    number: str
    title: str
    source: Source
    title_printed: str | None = None
    case_numbers: tuple[str, ...] = ()
    answers: tuple[Answer, ...] = ()
    about_items: tuple[str, ...] = ()
    verified_at_once: bool = False
    decisions: tuple[Decision, ...] = ()
    outcome: Outcome | None = None
    summary: str | None = None
    basis: tuple[Basis, ...] = ()
    earlier: tuple[Earlier, ...] = ()
    yrkanden: tuple[Yrkande, ...] = ()
    propositions: tuple[Proposition, ...] = ()
    votes: tuple[Vote, ...] = ()
    reservations: tuple[Reservation, ...] = ()
    statements: tuple[Statement, ...] = ()
    sent_to: tuple[str, ...] = ()
    sections: tuple[Section, ...] = ()
    fields: dict[str, tuple[Source, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Document:
    kind: DocumentKind
    pages: tuple[int, int]
    source: Source
    municipality: str | None = None
    body: str | None = None
    date: dt.date | None = None
    title: str | None = None
    case_numbers: tuple[str, ...] = ()
    document_number: str | None = None
    received: dt.date | None = None
    addressed_to: str | None = None
    handlaggare: tuple[Person, ...] = ()
    signed_by: tuple[Person, ...] = ()
    justerare: tuple[Person, ...] = ()
    meeting: Meeting | None = None
    attendance: Attendance | None = None
    verification: Verification | None = None
    notice: Notice | None = None
    proposals: tuple[Clause, ...] = ()
    basis: tuple[Basis, ...] = ()
    earlier: tuple[Earlier, ...] = ()
    items: tuple[Item, ...] = ()
    sections: tuple[Section, ...] = ()
    fields: dict[str, tuple[Source, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Unread:
    """A line that no reader claimed."""

    text: str
    source: Source


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something the reader was not sure of. `about` is a JSON pointer into the bundle; sentences are made elsewhere."""

    code: str
    severity: Severity
    params: dict[str, str | int | None] = field(default_factory=dict)
    about: str | None = None
    sources: tuple[Source, ...] = ()


@dataclass(frozen=True, slots=True)
class PageInfo:
    number: int
    width: float
    height: float
    reader: ReaderKind


@dataclass(frozen=True, slots=True)
class FileInfo:
    """`unseen`: the codes of the doubts that tell of something in the file that nobody sees on its pages."""

    name: str
    sha256: str
    bytes: int
    pages: tuple[PageInfo, ...]
    producer: str | None = None
    unseen: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reader:
    name: str
    version: str


@dataclass(frozen=True, slots=True)
class WordCount:
    """How many words the file holds and what became of them: total = claimed + furniture + unread.

    `in_sections` tells by role how many of those claimed stand in a section's text and in no fact.
    """

    total: int
    claimed: int
    furniture: int
    unread: int
    in_sections: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Bundle:
    reader: Reader
    file: FileInfo
    documents: tuple[Document, ...]
    words: WordCount
    unread: tuple[Unread, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    schema: str = SCHEMA


@cache
def _adapter() -> TypeAdapter[Bundle]:
    return TypeAdapter(Bundle)


def bundle_to_json(bundle: Bundle) -> dict[str, Any]:
    """The bundle as plain JSON values, keys as in the contract."""
    plain: dict[str, Any] = _adapter().dump_python(bundle, mode="json", by_alias=True)
    return plain


def bundle_to_bytes(bundle: Bundle) -> bytes:
    """The same as JSON text."""
    return _adapter().dump_json(bundle, by_alias=True)


def bundle_from_json(plain: dict[str, Any] | str | bytes) -> Bundle:
    """The bundle that `bundle_to_json` came from.

    Raises `pydantic.ValidationError` where the value has not the contract's shape.
    """
    if isinstance(plain, dict):
        return _adapter().validate_python(plain)
    return _adapter().validate_json(plain)
