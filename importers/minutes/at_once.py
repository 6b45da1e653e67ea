"""Which §§ are verified at once, where a sentence in one of them names others: "Paragraferna 44 och 45 justeras omedelbart."."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from importers.bundle import Item, Role
from importers.minutes.present_items import ranges_in
from importers.patterns.verification import AT_ONCE_ITSELF, AT_ONCE_NAMED

_SAYS_SO = (Role.JUSTERING, Role.DECISION)


def verified_together(items: Sequence[Item]) -> list[Item]:
    """The items, those marked that a sentence of another names, and none for a sentence that names only others."""
    numbers = {item.number for item in items}
    named: dict[str, set[str]] = {}
    for item in items if numbers else ():
        told = {number for number in _named_in(item) if number in numbers} if item.verified_at_once else set()
        if told:
            named[item.number] = told
    marked = set().union(*named.values())
    return [
        replace(item, verified_at_once=item.number in marked) if item.number in marked or item.number in named else item
        for item in items
    ]


def _named_in(item: Item) -> set[str]:
    """The numbers of the §§ that the item says to be verified at once, its own among them where it speaks of itself."""
    texts = [section.text for section in item.sections if section.role in _SAYS_SO]
    spans = [
        span
        for text in texts
        for match in AT_ONCE_NAMED.finditer(text)
        for span in ranges_in(match["before"] or match["behind"])
    ]
    itself = {item.number} if any(AT_ONCE_ITSELF.search(text) for text in texts) else set()
    return itself | {str(number) for first, last in spans for number in range(first, min(last, first + _MOST) + 1)}


_MOST = 100  # §§ of a range
