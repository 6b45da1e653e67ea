"""A document, and the files that it lies in."""

from __future__ import annotations

import datetime as dt

from pydantic import Field

from app.schemas import Shape
from app.schemas.shared import Body, Clause, ItemRef, Municipality, Person, Reference, Sourced
from importers.bundle import DocumentKind


class File(Shape):
    sha256: str = Field(min_length=64, max_length=64)
    bytes: int
    complete: bool = Field(description="Whether the whole file may be shown, and so fetched.")
    unseen: list[str] = Field(
        description="What the file holds that its pages do not show, by code: `text_hidden`, `notes_not_read`,"
        " `files_attached`, `earlier_revision` … The public gets the pages' pictures of such a file, never the file.",
    )


class Masked(Shape):
    """What nobody but the registrar reads on a document's pages: black boxes, and the provisions that were given for the file."""

    boxes: int
    laws: list[str] = Field(description="As the registrar wrote them; empty where none was given.")


class Appearance(Shape):
    """The document as it lies in one file, from `first_page` to `last_page`."""

    file: File
    first_page: int
    last_page: int
    lead: bool
    reader: str
    reader_version: str
    unread_lines: int | None = Field(
        description="Lines that no reading took, of the file that leads; null of others, and where the file is masked."
    )
    doubts: int | None = Field(
        description="What the reading was not sure of, whoever has looked since; null as for `unread_lines`."
    )
    masked: Masked | None = Field(description="Null where nothing on these pages is masked.")


class Document(Sourced):
    id: str
    kind: DocumentKind
    title: str | None
    body: Body | None
    date: dt.date | None
    document_number: str | None = Field(description="Its number in the case that received it.")
    received: dt.date | None
    addressed_to: str | None
    municipality: Municipality
    case_numbers: list[str]
    signed_by: list[Person]
    handlaggare: list[Person]
    clauses: list[Clause] = Field(description="A motion's att-satser, an official's proposed decision.")
    references: list[Reference]
    appearances: list[Appearance]
    items: list[ItemRef] = Field(description="The §§ that stand in it.")
