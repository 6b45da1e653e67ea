"""The audit of how much was read: few §§ on many pages, a clause as long as a page."""

from __future__ import annotations

from collections.abc import Iterator

from importers.bundle import Document, DocumentKind, Doubt, Item
from importers.doubts import DoubtCode, doubt

_FEW, _MANY_PAGES = 2, 6
_LONG = 600  # words of a §, of which many have a page of their own
_LONGEST_CLAUSE = 250  # words
_SHOWN = 12  # words


def few_items(document: Document, about: str) -> Iterator[Doubt]:
    """Whole minutes of many pages of text in which hardly any § is read: others may stand in what is taken for theirs."""
    items = document.items
    first, last = document.pages
    if document.kind is not DocumentKind.PROTOKOLL or not 0 < len(items) <= _FEW or last - first + 1 < _MANY_PAGES:
        return
    if sum(len(section.text.split()) for item in items for section in item.sections) > _LONG * len(items):
        sources = [source for item in items for source in item.fields.get("number", ())]
        yield doubt(DoubtCode.FEW_ITEMS, about=about, found=len(items), pages=last - first + 1, sources=sources)


def long_clauses(item: Item, about: str) -> Iterator[Doubt]:
    """A clause of a page's length: what a decision rests on was read as what it says."""
    for decision in item.decisions:
        for clause in decision.clauses:
            words = clause.text.split()
            if len(words) > _LONGEST_CLAUSE:
                text = " ".join(words[:_SHOWN]) + " …"
                yield doubt(DoubtCode.CLAUSE_ODD, about=about, number=item.number, text=text, sources=[clause.source])
