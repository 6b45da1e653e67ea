"""The rows of a list of those present in which columns or crosses say who was there."""

from __future__ import annotations

from dataclasses import dataclass, field

from importers.minutes.presence import Entry
from importers.patterns.cover_labels import Label
from importers.patterns.crosses import Column
from importers.text.layout import Line
from importers.text.passage import Passage


@dataclass(frozen=True, slots=True)
class Row:
    """Somebody of the list, with the words of the row. `serves`: whether they took part in the decisions (`None`: it
    cannot be told); those who were away are `away`.
    """

    entry: Entry
    words: Passage
    label: Label
    party: str | None
    away: bool
    serves: bool | None
    marks: frozenset[Column]  # that it has a cross in


@dataclass(slots=True)
class Crosses:
    """The lists of crosses among a cover's lines. `lines` are the numbers of those that are theirs, and `rest` what is left of
    those of which a part is. `beside`: rows in which somebody may stand beside a member whom they serve for.
    """

    rows: list[Row] = field(default_factory=list)
    lines: set[int] = field(default_factory=set)
    rest: dict[int, Line] = field(default_factory=dict)
    headings: list[Passage] = field(default_factory=list)
    unclear: list[Passage] = field(default_factory=list)
    beside: list[Passage] = field(default_factory=list)
