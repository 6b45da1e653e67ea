"""What a search finds, as typed dicts."""

from __future__ import annotations

import datetime as dt
from typing import TypedDict

from app.schemas.rows import BodyRef, CaseRef, ItemAt, MunicipalityRef, SourceRow


class Segment(TypedDict):
    """A piece of a text, and whether it is a word that was found."""

    text: str
    found: bool


class HitRow(TypedDict):
    """One thing that was found: what it is called, the sentence round the words, and where these stand."""

    id: str
    kind: str
    title: list[Segment]
    text: list[Segment]
    municipality: MunicipalityRef
    body: BodyRef | None
    date: dt.date | None
    outcome: str | None
    parties: list[str]
    item: ItemAt | None
    cases: list[CaseRef]
    document_kind: str | None
    source: SourceRow | None
    page: str | None


class FacetValue(TypedDict):
    """A value that the search can be narrowed to, and how many hits have it."""

    value: str
    name: str
    count: int


class SearchRow(TypedDict):
    """A part of what was found. `place` is where it ends; None where nothing follows."""

    hits: list[HitRow]
    total: int
    total_is_at_least: bool
    facets: dict[str, list[FacetValue]]
    sought: list[str]
    left_out: list[str]
    unread: str
    suggestion: str | None
    place: str | None
