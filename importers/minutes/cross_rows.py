"""The rows of a list of those present in which columns or crosses say who was there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from importers.bundle import Person
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


def served_by(row: Row, servers: Sequence[Entry] | None) -> list[Row] | None:
    """Who serves for the one of the row, whom a column of its own names; nothing where it cannot be told for which §§: the one
    was there as well, or several serve."""
    if not servers:
        return None if servers is None else []
    if not row.away or len(servers) > 1:
        return None
    (one,), away = servers, row.entry.presence.person
    for_ = Person(away.name, away.party or row.party)
    serves = replace(one, presence=replace(one.presence, for_=for_))
    return [Row(serves, row.words, Label.SERVING, None, False, True, frozenset())]
