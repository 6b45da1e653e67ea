"""The rows of the register as values: each class is a table, each field a column of that name.

`id` is deterministic (`app/ids.py`). `owner` is the entity (item or document) or the matter that the row follows from and
leaves with; rows that many rest on (`Shared`) have none: a `Support` says who carries them. Dates are civil dates.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from typing import Any

Places = tuple[dict[str, Any], ...]


@dataclass(frozen=True, slots=True)
class Municipality:
    id: str
    name: str
    slug: str
    code: str | None


@dataclass(frozen=True, slots=True)
class Body:
    id: str
    municipality_id: str
    name: str
    slug: str
    kind: str
    parent_id: str | None
    name_from: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Meeting:
    id: str
    body_id: str
    date: dt.date
    nth: int


@dataclass(frozen=True, slots=True)
class Person:
    """Whoever bears a name in a municipality. `name` is one spelling of it; the printed ones are `Name`s."""

    id: str
    municipality_id: str
    name: str


@dataclass(frozen=True, slots=True)
class Name:
    """A person as printed, with the party as printed; which person that is, a `Redirect` may say otherwise. It is nobody's
    where a surname alone is printed."""

    id: str
    person_id: str | None
    name: str
    party: str | None


@dataclass(frozen=True, slots=True)
class File:
    """A stored PDF; `id` is its sha256. `complete` where the file itself may be fetched in this scope: every page of it may
    be shown, and to the public nothing in it is `unseen` (codes of what its pages do not show)."""

    id: str
    bytes: int
    producer: str | None
    pages: Places
    complete: bool
    unseen: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """`verified` is the day of justering; `notice_posted` to `notice_until` the days that its notice (anslag) stands."""

    id: str
    owner: str
    municipality_id: str
    kind: str
    body_id: str | None
    date: dt.date | None
    title: str | None
    document_number: str | None
    received: dt.date | None
    addressed_to: str | None
    verified: dt.date | None
    notice_posted: dt.date | None
    notice_until: dt.date | None
    contested: bool


@dataclass(frozen=True, slots=True)
class Appearance:
    """A document as it lies in a file: `first_page` to `last_page`, 1-based and inclusive.

    `unread_lines` and `doubts` are how many lines of these pages no reader took, and of how much there the reader was not
    sure; None of all but the leading one, and where the file is masked.
    """

    id: str
    owner: str
    document_id: str
    file_id: str
    first_page: int
    last_page: int
    lead: bool
    reader: str
    reader_version: str
    unread_lines: int | None
    doubts: int | None


@dataclass(frozen=True, slots=True)
class Item:
    """One §. `outcome` is what the § does to the matter; a proposal's outcome is what it proposes."""

    id: str
    owner: str
    municipality_id: str
    body_id: str
    meeting_id: str
    year: int
    number: str
    date: dt.date
    title: str
    title_printed: str | None
    outcome: str | None
    summary: str | None
    contested: bool


@dataclass(frozen=True, slots=True)
class ItemDocument:
    id: str
    owner: str
    item_id: str
    document_id: str


@dataclass(frozen=True, slots=True)
class CaseMention:
    """That an entity carries a case's number: as its own, or stamped on it as document `document_number` of the case."""

    id: str
    owner: str
    entity_id: str
    case_id: str
    printed: str
    stamp: bool
    document_number: str | None


@dataclass(frozen=True, slots=True)
class Decision:
    id: str
    owner: str
    item_id: str
    n: int
    mode: str
    body: str | None
    to_body: str | None
    via: tuple[str, ...]
    lead: str | None


@dataclass(frozen=True, slots=True)
class Clause:
    """One att-sats: of a § (then with its decision), a motion, or a tjänsteskrivelse."""

    id: str
    owner: str
    entity_id: str
    decision_id: str | None
    n: int
    number: str | None
    text: str
    outcome: str | None
    about: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Yrkande:
    id: str
    owner: str
    item_id: str
    n: int
    stance: str
    target: str | None
    rank: int | None
    parties: tuple[str, ...]
    group_name: str | None
    m_fl: bool
    text: str


@dataclass(frozen=True, slots=True)
class Proposition:
    id: str
    owner: str
    item_id: str
    n: int
    alternatives: tuple[str, ...]
    winner: str | None
    text: str


@dataclass(frozen=True, slots=True)
class Vote:
    """A votering. `yes_means` and `no_means` say what was voted on: ja may well mean avslag."""

    id: str
    owner: str
    item_id: str
    n: int
    question: str | None
    yes_means: str | None
    no_means: str | None
    yes: int | None
    no: int | None
    abstain: int | None
    absent: int | None
    paired: int | None
    casting_vote: bool
    result: str | None


@dataclass(frozen=True, slots=True)
class Ballot:
    """How one voted; `date` is that of the §."""

    id: str
    owner: str
    vote_id: str
    n: int
    name_id: str
    choice: str
    date: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Presence:
    """Who was there, as the minutes list it: `role` is chair, member, substitute or other; `items` the §§ it holds for; `date`
    is the document's.
    """

    id: str
    owner: str
    document_id: str
    role: str
    n: int
    name_id: str
    serving: bool
    for_name_id: str | None
    items: tuple[tuple[str, str], ...] | None
    note: str | None
    date: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Reservation:
    id: str
    owner: str
    item_id: str
    n: int
    parties: tuple[str, ...]
    group_name: str | None
    in_favour_of: str | None
    written: bool
    text: str


@dataclass(frozen=True, slots=True)
class Statement:
    id: str
    owner: str
    item_id: str
    n: int
    kind: str
    parties: tuple[str, ...]
    group_name: str | None
    attribution: str
    inferred_from: str | None
    text: str


@dataclass(frozen=True, slots=True)
class Reference:
    """What an entity says of another document or §. It keeps no verdict: `key` meets `Target.key` when asked.

    A full key is sought in the whole register; one of a date or a kind alone (`within`) only in the entity's own matter.
    """

    id: str
    owner: str
    entity_id: str
    n: int
    role: str
    kind: str | None
    text: str
    body: str | None
    date: dt.date | None
    item_number: str | None
    attachment: int | None
    key: str | None
    within: bool


@dataclass(frozen=True, slots=True)
class Target:
    """A key by which references may ask for an entity."""

    id: str
    owner: str
    key: str
    entity_id: str


@dataclass(frozen=True, slots=True)
class Mention:
    """That a fact names a person: the movers of a yrkande, who signed a motion, … `date` is that of the § or the document
    that says so; None of what a matter says."""

    id: str
    owner: str
    fact_id: str
    role: str
    n: int
    name_id: str
    title: str | None
    date: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """Where a fact (or a plain `field` of one) stands; `places` holds page, line and box of each printed line.

    `correction` is what a person did: `kind` (changed, added, removed), `replaced` and `new` value, the `table` of what
    was added or removed, and who did it (`by`), in which `role`, when (`at`) and why (`reason`), as far as that is shown.
    """

    id: str
    owner: str
    fact_id: str
    field: str | None
    n: int
    kind: str
    document_id: str
    file_id: str
    quote: str
    places: Places
    correction: dict[str, Any] | None = None

    def of_another(self, id: str, owner: str, fact_id: str, n: int) -> Source:
        """The same place, of another fact that rests on it. What a person did is told at the fact that it was done to."""
        return replace(self, id=id, owner=owner, fact_id=fact_id, field=None, n=n, correction=None)


@dataclass(frozen=True, slots=True)
class Passage:
    """A headed stretch of a § or a document as it is printed, heading and all: what is found by words and is no fact."""

    id: str
    owner: str
    n: int
    document_id: str
    file_id: str
    text: str
    places: Places


@dataclass(frozen=True, slots=True)
class Case:
    """One number in one register. Its id and slug never change and it is never merged away."""

    id: str
    owner: str
    municipality_id: str
    key: str
    number: str
    slug: str


@dataclass(frozen=True, slots=True)
class Matter:
    """What is shown: the cases that evidence joins. `version` changes when anything beneath it does. `kind` is None where
    nothing says what kind of matter it is; `kind_at` holds the words that do, and where they stand.
    `last_date` is the day of the latest step that was taken. `status` is awaiting, decided or open, `outcome` what the last
    § decided where it did."""

    id: str
    owner: str
    municipality_id: str
    lead_case_id: str | None
    title: str | None
    slug: str
    version: str
    kind: str | None = None
    kind_evidence: str | None = None
    kind_at: dict[str, Any] | None = None
    last_date: dt.date | None = None
    status: str | None = None
    outcome: str | None = None


@dataclass(frozen=True, slots=True)
class MatterEntity:
    """That an item or a document belongs to a matter."""

    id: str
    owner: str
    matter_id: str
    entity_id: str
    entity: str


@dataclass(frozen=True, slots=True)
class Link:
    """What documents or people state of two cases: `evidence` is stamp, motion or person, `state` joined or refused."""

    id: str
    owner: str
    case_id: str
    other_case_id: str
    evidence: str
    state: str
    entity_id: str | None


@dataclass(frozen=True, slots=True)
class Hint:
    """Weaker evidence than joins: entities that share a `key` may be of one matter. It only proposes."""

    id: str
    owner: str
    entity_id: str
    key: str
    evidence: str


@dataclass(frozen=True, slots=True)
class Motion:
    """A motion that a matter is about, or that a § of the council announces (then without matter, and owned by that §).

    `origin` is what it is known by: its own `paper`, a § or paper whose title names or answers it (`answered`), words of its
    raising (`told`), or a list of what has come in (`announced`). `key` is shared by all that bears its title, `mover` the first mover's
    folded name ("" where none is printed): a list and a matter that agree in both are of one motion. `raised` is the day
    that a list tells, or the matter's own papers, `basis` what that is. `ended` is the first day on which a § ended it; `twice`:
    its paper lies in another matter too.
    """

    id: str
    owner: str
    municipality_id: str
    matter_id: str | None
    entity_id: str
    document_id: str | None
    n: int
    origin: str
    title: str | None
    subject: str | None
    key: str | None
    mover: str
    date: dt.date | None
    raised: dt.date | None
    basis: str | None
    ended: dt.date | None = None
    twice: bool = False


@dataclass(frozen=True, slots=True)
class Step:
    """A station of the matter. `state` is `past`, `not_in_register` (only spoken of) or `awaited`. `ends`: a § that decides
    the matter, where nothing follows.

    `for_body` is the body that a document only spoken of was written for, as far as the citing text tells; `key` is asked
    of the whole register when the step is shown, since the § may lie in another matter.
    """

    id: str
    owner: str
    n: int
    kind: str
    state: str
    date: dt.date | None
    body_id: str | None
    body: str | None
    mode: str | None
    outcome: str | None
    item_id: str | None
    document_id: str | None
    document_kind: str | None
    document_number: str | None
    item_number: str | None
    for_body: str | None
    key: str | None
    ends: bool = False


@dataclass(frozen=True, slots=True)
class StepFollows:
    id: str
    owner: str
    step_id: str
    follows_id: str


@dataclass(frozen=True, slots=True)
class Finding:
    """What a careful reader notices about its owner: a §, a document or a matter. No sentence: a code with parameters.

    `entity_id` is the § or document where it shows. Where there is a `key`, the finding holds only while nothing in the
    whole register answers to it, which is asked when read.
    """

    id: str
    owner: str
    code: str
    severity: str
    law: str | None
    params: dict[str, Any]
    entity_id: str | None
    key: str | None


@dataclass(frozen=True, slots=True)
class Alias:
    """An id that a correction moved, of an item, a document, a corrected fact or a case (then with the old number's slug
    and key)."""

    id: str
    owner: str
    kind: str
    old_id: str
    slug: str | None
    key: str | None
    into: str


@dataclass(frozen=True, slots=True)
class Redirect:
    """An id that a person's act sends on: of somebody merged into another (`person`), of a printed name split off
    (`name`), of a body renamed (`body`) or divided (`part`, one for each), from a `day` where that was stated. The old id
    never dies."""

    id: str
    kind: str
    into: str
    day: dt.date | None = None


Shared = Municipality | Body | Meeting | Person | Name | File
Owned = (
    Document
    | Appearance
    | Item
    | ItemDocument
    | CaseMention
    | Decision
    | Clause
    | Yrkande
    | Proposition
    | Vote
    | Ballot
    | Presence
    | Reservation
    | Statement
    | Reference
    | Target
    | Mention
    | Source
    | Passage
    | Case
    | Matter
    | MatterEntity
    | Link
    | Hint
    | Motion
    | Step
    | StepFollows
    | Finding
    | Alias
)
