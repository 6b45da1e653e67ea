"""What `/api/v1/search` answers."""

from __future__ import annotations

import datetime as dt

from pydantic import Field

from app.schemas import Shape
from app.schemas.lists import List
from app.schemas.shared import Body, CaseRef, ItemAt, Municipality, Source
from importers.bundle import DocumentKind, Outcome


class Segment(Shape):
    """A piece of a text. The pieces of a text, put together, are the text."""

    text: str
    found: bool = Field(description="Whether it is a word that was found.")


class Hit(Shape):
    """One thing that was found."""

    id: str = Field(description="The id under which the resource of its kind has it.")
    kind: str = Field(
        description="matter, item, yrkande, reservation, statement, vote, document, party, person or body."
    )
    title: list[Segment] = Field(description="What it is called; of a fact, its §'s title.")
    text: list[Segment] = Field(description="The sentence round the words; empty where they stand in the title alone.")
    municipality: Municipality
    body: Body | None
    date: dt.date | None
    outcome: Outcome | None = Field(description="What the § does; of a proposal, what it proposes.")
    parties: list[str] = Field(description="The parties behind a fact or document, as printed.")
    item: ItemAt | None = Field(description="The § that it stands in.")
    cases: list[CaseRef] = Field(description="The matters that it belongs to.")
    document_kind: DocumentKind | None
    source: Source | None = Field(description="Where the words stand; null for a party, person or body.")
    page: str | None = Field(description="The address of the page that shows it.")


class FacetValue(Shape):
    value: str = Field(description="What the parameter of the facet's name takes.")
    name: str
    count: int = Field(description="How many of the hits have it.")


class Facets(Shape):
    """What the hits can be narrowed by; the most frequent values first, the latest year first."""

    municipality: list[FacetValue]
    body: list[FacetValue]
    kind: list[FacetValue]
    year: list[FacetValue]
    party: list[FacetValue]
    outcome: list[FacetValue]
    status: list[FacetValue]


class HitList(List):
    """A part of what was found: what stands in a title first, then in other words, then in parts of compounds; the latest
    first within each."""

    next_cursor: str | None = Field(description="Where it goes on; null at its end.")
    hits: list[Hit]
    total_is_at_least: bool = Field(
        description="There are more than `total`: it and the facets count the latest of them."
    )
    facets: Facets
    sought: list[str] = Field(description="The words and phrases that were sought; a year as a word and as the year.")
    suggestion: str | None = Field(
        description="Where nothing was found: the question with a word of the register's own that is a slip away."
    )
