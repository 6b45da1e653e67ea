"""Figures, each with the list that it counts."""

from __future__ import annotations

import datetime as dt
from typing import Literal

from pydantic import Field, create_model

from app.schemas import Shape
from app.schemas.shared import Body, Municipality
from importers.bundle import Outcome


class Count(Shape):
    """A number with the list that has so many rows."""

    n: int
    list: str = Field(description="The address of the list.", examples=["/api/v1/items?has_vote=true"])


class Gap(Shape):
    """Numbers of §§ that are not here, from the first to the last of them."""

    first: int
    last: int


class Coverage(Shape):
    """What is here of a body in a year. One that was renamed counts with what goes on in its place, and one that was divided
    also with its parts, as the lists do."""

    municipality: Municipality
    body: Body
    year: int
    meetings: Count = Field(description="Meetings of which anything is here.")
    minutes: Count = Field(description="Minutes as a whole; with extracts a meeting may be here in part.")
    extracts: Count
    first_date: dt.date | None = Field(description="The first meeting's day.")
    last_date: dt.date | None = Field(description="The last meeting's day.")
    items: Count = Field(description="§§.")
    first_number: int | None = Field(description="The lowest number of a §; the year's series begins with 1.")
    last_number: int | None = Field(description="The highest number of a §; the series may go on.")
    gaps: list[Gap] = Field(description="The numbers that lack from 1 to the last, as ranges.")
    missing: int = Field(description="How many numbers the gaps hold.")
    missing_by_cover: Count = Field(description="§§ that the minutes' own cover names and that are not here.")
    without_outcome: Count = Field(description="§§ of which nobody has read what they do.")
    contested: Count = Field(description="§§ whose texts disagree, and nobody has chosen since.")
    findings: Count = Field(description="What a careful reader notices in §§ and documents.")
    unread_lines: int = Field(description="Lines of the papers that no reader took; masked papers are not counted.")
    doubts: int = Field(
        description="Doubts the reader had that tell of these papers' pages and of no others, looked at by a person since or not."
    )
    reader_versions: list[str] = Field(description="The reader's versions that read minutes and extracts.")
    changed: dt.datetime | None = Field(
        description="When anything about a matter of these §§ last changed here; null where they belong to none."
    )


class OutcomeCount(Shape):
    """How many motions of a party, raised in a year, ended in one way. A motion of two parties counts with both."""

    municipality: Municipality
    party: str | None = Field(description="Null where no party is printed with a mover.")
    year: int | None = Field(description="The year in which they were raised; null where no paper tells.")
    outcome: Outcome | None = Field(description="Null where nothing that is here and read decided them.")
    motions: Count
    of: Count = Field(description="All of that party and year.")


class Duration(Shape):
    """Days from the day that motions were raised to the last § that decided them. A motion that is not decided yet has no
    days: the latest years tell of the quick ones alone."""

    municipality: Municipality
    year: int | None = Field(description="The year in which they were raised; null where no paper tells.")
    motions: Count
    decided: Count
    with_days: int = Field(description="Of how many decided ones both days are told.")
    least: int | None
    lower_quartile: float | None
    median: float | None
    upper_quartile: float | None
    most: int | None


class Pair(Shape):
    """How often two parties reserved themselves, or moved something, at the same §."""

    municipality: Municipality
    kind: Literal["reservations", "yrkanden"]
    party: str
    other: str
    items: Count = Field(description="§§ where both did; they may have wanted different things.")
    together: Count = Field(description="Reservations or yrkanden that both are behind.")
    of_party: Count = Field(description="All that the first is behind.")
    of_other: Count = Field(description="All that the other is behind.")
    without_party: Count = Field(description="Those in the municipality behind which no party is printed.")


class Reversal(Shape):
    """How often a council decided otherwise than the board had proposed, as far as both are read."""

    municipality: Municipality
    body: Body
    year: int
    items: Count = Field(description="The council's §§.")
    items_against_board: Count
    items_without_outcome: Count = Field(description="§§ of which nobody has read what they do.")
    votes: Count = Field(description="The council's voteringar.")
    votes_against_board: Count = Field(description="Voteringar at §§ where it went against the board.")


class NamedPerson(Shape):
    id: str
    name: str = Field(examples=["Elsa Brandfors"])


class Activity(Shape):
    """What a person did in a body, as far as the minutes name that person. A group's reservation counts with the members whom
    the attendance shows; a party's own counts with nobody."""

    municipality: Municipality
    person: NamedPerson
    body: Body
    yrkanden: Count
    reservations: Count
    statements: Count
    votes: Count = Field(description="Voteringar in which the person's vote is printed.")


class Figures(Shape):
    """A part of the rows."""

    total: int = Field(description="How many rows there are in all.")
    limit: int
    offset: int


STATISTICS: dict[str, type[Shape]] = {
    "coverage": Coverage,
    "outcomes": OutcomeCount,
    "durations": Duration,
    "pairs": Pair,
    "reversals": Reversal,
    "activity": Activity,
}
FIGURES: dict[str, type[Figures]] = {
    name: create_model(f"{row.__name__}Figures", __base__=Figures, **{name: (list[row], ...)})  # type: ignore[call-overload, valid-type] # made by name
    for name, row in STATISTICS.items()
}
