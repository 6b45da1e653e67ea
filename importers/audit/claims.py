"""Which printed words stand in the place of a fact, and of what kind."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from importers.accounting import sources_of
from importers.bundle import Box, Document, Doubt, Item, Source
from importers.patterns.signal import Fact
from importers.text.layout import Printed

_Key = tuple[int, int]


class Claims:
    """The places of the facts of documents, and of what is doubted of them already."""

    def __init__(self, documents: Iterable[Document], doubts: Iterable[Doubt]) -> None:
        self._places: dict[_Key, list[tuple[Fact, Box]]] = defaultdict(list)
        for document in documents:
            for item in document.items:
                for fact, source in facts_of(item):
                    self._add(fact, source)
            listed = document.fields.get("attendance", ())  # who was away stands there alone
            for source in (*sources_of(document.attendance), *sources_of(document.proposals), *listed):
                self._add(Fact.FIELD, source)
        self.add(doubts)

    def with_fields(self, document: Document) -> Claims:
        """The same, and where everything else stands that the document says of itself: when they met, who verifies."""
        wider = Claims((), ())
        wider._places = defaultdict(list, {key: [*places] for key, places in self._places.items()})
        for source in sources_of(document.fields):
            wider._add(Fact.FIELD, source)
        return wider

    def add(self, doubts: Iterable[Doubt]) -> None:
        """Takes in what is doubted besides."""
        for doubt in doubts:
            for source in doubt.sources:
                self._add(Fact.DOUBT, source)

    def _add(self, fact: Fact, source: Source) -> None:
        for place in source.places:
            self._places[place.page, place.line].append((fact, place.bbox))

    def hold(self, words: Sequence[Printed], facts: frozenset[Fact]) -> bool:
        """Whether each of these words stands in the place of a fact of one of these kinds."""
        return all(self._holds(word, facts) for word in words)

    def touch(self, words: Sequence[Printed], facts: frozenset[Fact]) -> bool:
        """Whether any of these words does."""
        return any(self._holds(word, facts) for word in words)

    def _holds(self, printed: Printed, facts: frozenset[Fact]) -> bool:
        x0, top, x1, bottom = printed.frame.shown(printed.word.box)
        x, y = (x0 + x1) / 2, (top + bottom) / 2
        return any(
            fact in facts and box[0] <= x <= box[2] and box[1] <= y <= box[3]
            for fact, box in self._places.get((printed.frame.page, printed.line), ())
        )


def facts_of(item: Item) -> Iterator[tuple[Fact, Source]]:
    """The facts of a § with their sources. A summary is text that may hold anything, and so no fact."""
    stated = {key: sources for key, sources in item.fields.items() if key != "summary"}
    for fact in Fact:
        if fact is not Fact.DOUBT:
            for source in sources_of(stated if fact is Fact.FIELD else getattr(item, fact.value)):
                yield fact, source
