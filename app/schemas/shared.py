"""What many answers hold: places, numbers, people and the sources that facts rest on."""

from __future__ import annotations

import datetime as dt
from typing import Any

from pydantic import Field

from app.schemas import Shape
from importers.bundle import DocumentKind, Outcome


class Municipality(Shape):
    id: str = Field(description="SCB's four digits as text, where the municipality has them.", examples=["0380"])
    code: str | None = Field(description="SCB's municipality code, as text.", examples=["0380"])
    name: str = Field(examples=["Alnsjö kommun"])
    slug: str = Field(description="The name as it stands in addresses.", examples=["alnsjo-kommun"])


class Body(Shape):
    id: str
    name: str = Field(examples=["Kommunstyrelsen"])
    kind: str = Field(description="council, executive_board, working_committee, committee, office …")


class CaseNumber(Shape):
    """One number of a matter, in one register. Its id and slug never change."""

    id: str
    number: str = Field(examples=["KS-2025-00042"])
    slug: str = Field(examples=["ks-2025-00042"])
    lead: bool = Field(description="Whether the matter is shown under this number.")


class Place(Shape):
    page: int = Field(description="Page of the file, from 1.")
    line: int = Field(description="Printed line of the page, from 1, headers and footers counted.")
    bbox: list[float] = Field(description="x0, top, x1, bottom in points, origin top left of the page as shown.")


class Correction(Shape):
    """What a person did to a fact, by whom and why. What was read keeps its words and its place."""

    kind: str = Field(description="changed, added or removed.")
    table: str | None = Field(description="What was added or removed: yrkanden, ballots …; null where a value changed.")
    replaced: Any = Field(description="What the reader read; null where it read nothing.")
    new: Any = Field(description="What a person typed in; null where it was taken away.")
    by: str | None = Field(description="Who did it; null, as role, at and reason, where no role was stated.")
    role: str | None = Field(examples=["registrator"])
    at: dt.datetime | None = Field(description="The instant (UTC).", examples=["2026-11-27T12:00:00.000000Z"])
    reason: str | None


class Source(Shape):
    """Where a fact stands, and who read it there."""

    kind: str = Field(description="read (in a document), entered (by a person) or derived (by a rule).")
    field: str | None = Field(description="Which plain value of the fact it is for; null where for the whole of it.")
    document_id: str
    file: str | None = Field(description="The sha256 of the file that it was read in; null where a person entered it.")
    page: int | None = Field(description="First page quoted, as numbered in that file.")
    quote: str = Field(description="The words as printed.")
    places: list[Place]
    image: str | None = Field(description="The page as an image, a frame round the words.")
    reader: str | None = Field(description="The programme that read the file.", examples=["diarium"])
    reader_version: str | None
    reviewed: bool = Field(description="Whether a person has stood for the value.")
    correction: Correction | None = Field(description="What a person did, where the source is a person's correction.")


class Sourced(Shape):
    """What can say where it stands."""

    sources: list[Source] = Field(default_factory=list, description="Only with `include=sources`.")


class Person(Shape):
    """A person as printed."""

    name: str = Field(examples=["Elsa Brandfors"])
    party: str | None = Field(examples=["C"])
    title: str | None


class Clause(Sourced):
    """One att-sats."""

    id: str
    number: str | None
    text: str
    outcome: Outcome | None
    about: list[str]


class ItemRef(Shape):
    id: str
    number: str = Field(examples=["201"])
    title: str


class Reference(Sourced):
    """What a § or a document says of another."""

    id: str
    role: str = Field(description="basis, earlier or answers.")
    text: str
    kind: str | None
    body: str | None
    date: dt.date | None
    item_number: str | None
    attachment: int | None
    verdict: str = Field(description="found, elsewhere (in another matter), several or none: asked when read.")
    target: str | None = Field(description="The id of the § or document found.")


class StepBody(Shape):
    id: str | None
    name: str


class StepDocument(Shape):
    id: str
    kind: DocumentKind
    title: str | None
    first_page: int | None


class ItemColumn(Shape):
    """A § that heads a column."""

    item_id: str
    body: Body
    date: dt.date
    number: str


class CaseRef(Shape):
    """A matter that something belongs to."""

    id: str
    number: str | None = Field(examples=["KS-2025-00042"])
    title: str | None
    page: str = Field(description="The address of the page that shows it.")


class ItemAt(Shape):
    """A § with its body and day."""

    id: str
    number: str = Field(examples=["201"])
    title: str
    date: dt.date
    body: Body
