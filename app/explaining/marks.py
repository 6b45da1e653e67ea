"""From a bundle to marks: each value that was read, unread line and doubt, with its places and what to call it.

Marks hold no sentence: `app.explaining.saying` puts them into words in the language in force.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields, is_dataclass
from enum import StrEnum

from importers.bundle import (
    Answer,
    Ballot,
    Basis,
    Bundle,
    Clause,
    Decision,
    Document,
    Doubt,
    Earlier,
    Item,
    Place,
    Presence,
    Proposition,
    Reservation,
    Role,
    Section,
    Source,
    Statement,
    Unread,
    Vote,
    Yrkande,
)


class MarkKind(StrEnum):
    """What a place was taken for."""

    DOCUMENT = "document"
    ITEM = "item"
    DECISION = "decision"
    BASIS = "basis"
    EARLIER = "earlier"
    YRKANDE = "yrkande"
    PROPOSITION = "proposition"
    VOTE = "vote"
    RESERVATION = "reservation"
    STATEMENT = "statement"
    ATTENDANCE = "attendance"
    SECTION = "section"
    OTHER = "other"
    UNREAD = "unread"
    DOUBT = "doubt"


KINDS: dict[type, MarkKind] = {
    Document: MarkKind.DOCUMENT,
    Item: MarkKind.ITEM,
    Answer: MarkKind.ITEM,
    Clause: MarkKind.DECISION,
    Decision: MarkKind.DECISION,
    Basis: MarkKind.BASIS,
    Earlier: MarkKind.EARLIER,
    Yrkande: MarkKind.YRKANDE,
    Proposition: MarkKind.PROPOSITION,
    Vote: MarkKind.VOTE,
    Ballot: MarkKind.VOTE,
    Reservation: MarkKind.RESERVATION,
    Statement: MarkKind.STATEMENT,
    Presence: MarkKind.ATTENDANCE,
    Section: MarkKind.SECTION,
    Unread: MarkKind.UNREAD,
    Doubt: MarkKind.DOUBT,
}


@dataclass(frozen=True, slots=True)
class Mark:
    """A value and one of its sources; `key` names the plain value of a document or § ("title"), else ""."""

    number: int
    kind: MarkKind
    value: object
    source: Source
    key: str = ""

    @property
    def whole(self) -> bool:
        """Whether it takes in a stretch of the page in which other marks lie."""
        return self.kind in (MarkKind.SECTION, MarkKind.OTHER)

    def on(self, page: int) -> tuple[Place, ...]:
        """Its places on one page."""
        return tuple(place for place in self.source.places if place.page == page)


_Found = tuple[object, Source, str]


def marks(bundle: Bundle) -> tuple[Mark, ...]:
    """Every mark of the bundle, numbered from 1 in the order of the pages, the wider before those that lie within."""
    found = [*_found(bundle.documents)]
    found += [(line, line.source, "") for line in bundle.unread]
    found += [(doubt, source, "") for doubt in bundle.doubts for source in doubt.sources]
    placed = sorted((one for one in found if one[1].places), key=_order)
    return tuple(
        Mark(number, _kind(value), value, source, key) for number, (value, source, key) in enumerate(placed, 1)
    )


def by_page(all_marks: Iterable[Mark]) -> dict[int, list[Mark]]:
    """The marks that have a place on each page."""
    pages: dict[int, list[Mark]] = defaultdict(list)
    for mark in all_marks:
        for page in dict.fromkeys(place.page for place in mark.source.places):
            pages[page].append(mark)
    return pages


def _order(found: _Found) -> tuple[int, int, int, float]:
    places = found[1].places
    return places[0].page, places[0].line, -len(places), places[0].bbox[0]


def _kind(value: object) -> MarkKind:
    if isinstance(value, Section) and value.role is Role.OTHER:
        return MarkKind.OTHER
    return KINDS[type(value)]


def _found(value: object) -> Iterator[_Found]:
    """Every value with its sources, but not a whole document's or §'s own, which would frame everything."""
    if isinstance(value, tuple):
        for one in value:
            yield from _found(one)
    elif is_dataclass(value):
        for one in fields(value):
            inner = getattr(value, one.name)
            if isinstance(inner, Source):
                if not isinstance(value, Document | Item):
                    yield value, inner, ""
            elif isinstance(inner, dict):
                yield from ((value, source, key) for key, sources in inner.items() for source in sources)
            else:
                yield from _found(inner)
