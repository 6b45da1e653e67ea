"""Imports, problems, and what the API says of itself."""

from __future__ import annotations

import datetime as dt
from typing import Literal

from pydantic import ConfigDict, Field

from app.schemas import Shape


class Problem(Shape):
    """An error, as RFC 9457 has it."""

    model_config = ConfigDict(frozen=True, extra="allow")

    type: str = Field(examples=["urn:diarium:problem:case-not-found"])
    title: str = Field(examples=["Ärendet finns inte i registret"])
    status: int = Field(examples=[404])
    detail: str = Field(examples=["Inget ärende i registret har numret KS-2025-99999."])
    instance: str = Field(examples=["/api/v1/cases/KS-2025-99999"])


class Receipt(Shape):
    """What an import came to; the counts are of what was read."""

    id: str
    name: str
    sha256: str
    state: Literal["imported", "held", "duplicate", "refused"]
    municipality: str | None
    documents: int
    items: int
    yrkanden: int
    reservations: int
    doubts: int = Field(description="Places where a person has to look.")
    case_numbers: list[str]


ImportState = Literal["queued", "imported", "held", "duplicate", "refused"]


class HeldReason(Shape):
    """Why a document is held: never the number itself."""

    code: str = Field(examples=["identity_number"])
    sentence: str = Field(description="In the language asked for.")


class Held(Shape):
    """A document that the public is not shown until a person has looked at it."""

    document: str
    kind: str
    body: str | None
    date: dt.date | None
    first_page: int = Field(description="As numbered in the file.")
    last_page: int
    reasons: list[HeldReason]
    next: str = Field(description="What is to be done about it.")


class Import(Shape):
    """One upload and its fate."""

    id: str
    at: dt.datetime
    name: str = Field(description="The file's own name, as data.")
    sha256: str
    state: ImportState
    receipt: Receipt | None
    problem: Problem | None = Field(description="Why a refused file was refused.")
    held: list[Held] = Field(description="The documents of the file that are held now, and why.")


class ImportList(Shape):
    imports: list[Import]
    total: int = Field(description="How many there are in all.")
    limit: int
    offset: int


class ApiInfo(Shape):
    """What the national profile asks every API to say of itself."""

    api_name: str = Field(examples=["Diarium"])
    api_version: str = Field(examples=["1.0.0"])
    api_released: dt.date
    api_documentation: str
    api_status: Literal["active", "beta", "deprecated", "retired"]
