"""What a page's head says, each value with the words that say so."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import NamedTuple

from importers.bundle import DocumentKind
from importers.text.layout import Line
from importers.text.passage import Passage


class Named(NamedTuple):
    """A municipality, the words that name it, whether they say whose paper it is or only who got it or lives there, and
    whether they name it in passing: "Göteborgs Stads kulturförvaltning".
    """

    name: str
    words: Passage
    says_whose: bool
    in_passing: bool = False


@dataclass(slots=True)
class Head:
    """What a page's head and foot say, each with its words. `lines` are those of the head that are not text."""

    kind: DocumentKind | None = None
    kind_words: Passage | None = None
    body: Passage | None = None
    date: dt.date | None = None
    date_words: Passage | None = None
    several_days: bool = False  # the day is the first of several
    impossible_day: Passage | None = None  # a day as printed that no calendar has
    case_numbers: list[Passage] = field(default_factory=list)
    addressed_to: Passage | None = None
    handlaggare: list[Passage] = field(default_factory=list)
    prepared: bool = False  # somebody has prepared it: a handläggare is named, readable or not
    received: dt.date | None = None
    received_words: Passage | None = None
    document_number: Passage | None = None
    municipalities: list[Named] = field(default_factory=list)
    number: int | None = None
    of: int | None = None
    lines: list[Line] = field(default_factory=list)
    leftovers: list[Line] = field(default_factory=list)
