"""A § while it is put together from its lines."""

from __future__ import annotations

from dataclasses import dataclass, field

from importers.text.layout import Line
from importers.text.passage import Passage
from importers.text.sections import Stretch


@dataclass(slots=True)
class ItemDraft:
    """A § before its text is read. `number` and the case numbers bring their words; `lines` are those after the title."""

    number: Passage  # "§ 372"
    name: str  # "372"
    heading_lines: list[Line]
    title: list[Line] = field(default_factory=list)
    title_words: Passage | None = None
    case_numbers: list[Passage] = field(default_factory=list)
    odd_numbers: list[Passage] = field(default_factory=list)  # look like case numbers, in letters of another alphabet
    unread: list[Passage] = field(default_factory=list)  # in the margin, whom it is sent to perhaps
    beneath: list[Line] = field(default_factory=list)  # a sentence printed beneath the title in the title's own type
    lines: list[Line] = field(default_factory=list)
    collected: list[Stretch] = field(default_factory=list)  # what is said of it behind another §

    @property
    def all_lines(self) -> list[Line]:
        behind = [line for one in self.collected for line in (*one.heading_lines, *one.lines)]
        return [*self.heading_lines, *self.beneath, *self.lines, *behind]
