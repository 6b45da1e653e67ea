"""Accounts for every word: claimed by a value, furniture of the page, or unread.

A word is claimed when it stands within a place of a source of any value, the sources of a whole document or § apart.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import fields, is_dataclass, replace
from typing import Any

from importers.bundle import Box, Document, Item, Role, Section, Source, Unread, WordCount
from importers.text.layout import Line
from importers.text.passage import passage

_Key = tuple[int, int]
_PLAIN = (str, int, float, dt.date)  # and what is made of them: no source is in such a value
_names: dict[type[Any], tuple[str, ...]] = {}  # by class, looked up once


def sources_of(value: Any) -> Iterator[Source]:
    """Every source in a value, but not those of a whole Document or Item, whose places cover all of it."""
    if isinstance(value, Source):
        yield value
    elif isinstance(value, dict):
        for one in value.values():
            yield from sources_of(one)
    elif isinstance(value, tuple | list):
        for one in value:
            yield from sources_of(one)
    else:
        kind = type(value)
        if kind not in _names:
            _names[kind] = _names_of(value)
        for name in _names[kind]:
            inner = getattr(value, name)
            if inner and not isinstance(inner, _PLAIN):
                yield from sources_of(inner)


def _names_of(value: Any) -> tuple[str, ...]:
    """The fields that a value of this class may hold sources in."""
    if not is_dataclass(value):
        return ()
    return tuple(one.name for one in fields(value) if not (isinstance(value, Document | Item) and one.name == "source"))


def _facts_of(document: Document) -> Iterator[Source]:
    """The sources of everything that a document was read to state: all but its sections."""
    bare = replace(document, sections=(), items=tuple(replace(item, sections=()) for item in document.items))
    return sources_of(bare)


def _sections_of(document: Document) -> Iterator[Section]:
    yield from document.sections
    for item in document.items:
        yield from item.sections


def account(
    documents: Sequence[Document], lines: Iterable[Line], furniture: frozenset[tuple[int, int, float]]
) -> tuple[WordCount, tuple[Unread, ...]]:
    """How many words there are and what became of them, and the lines nobody claimed.

    `furniture` holds (page, line, x0) of every word of furniture; a word that a value claims is no furniture.
    """
    facts, sections = _places_of(documents)
    total = claimed = lifted = 0
    in_sections = Counter[str]()
    unread: list[Unread] = []
    for line in lines:
        total += len(line.words)
        places, roles = facts.get((line.page, line.number), ()), sections.get((line.page, line.number), {})
        whole = line.place.bbox
        if whole in places:  # as most lines are
            claimed += len(line.words)
            continue
        if not places and next(iter(roles), None) == whole:
            claimed += len(line.words)
            in_sections[roles[whole].value] += len(line.words)
            continue
        unclaimed = []
        for word in line.words:
            x, y = _middle(line.frame.shown(word.box))
            if any(x0 <= x <= x1 and top <= y <= bottom for x0, top, x1, bottom in places):
                continue
            within = (role for (x0, top, x1, bottom), role in roles.items() if x0 <= x <= x1 and top <= y <= bottom)
            role = next(within, None)
            if role is None:
                unclaimed.append(word)
            else:
                in_sections[role.value] += 1
        left = [word for word in unclaimed if (line.page, line.number, word.x0) not in furniture]
        claimed += len(line.words) - len(unclaimed)
        lifted += len(unclaimed) - len(left)
        if left:
            words = passage([line.part(left)])
            unread.append(Unread(words.text, words.source()))
    left_over = total - claimed - lifted
    return WordCount(total, claimed, lifted, left_over, dict(sorted(in_sections.items()))), tuple(unread)


def _places_of(documents: Sequence[Document]) -> tuple[dict[_Key, set[Box]], dict[_Key, dict[Box, Role]]]:
    """The boxes on each printed line that stand in a fact, and those that stand in a section, with its role."""
    facts: dict[_Key, set[Box]] = defaultdict(set)
    sections: dict[_Key, dict[Box, Role]] = defaultdict(dict)
    for document in documents:
        for source in _facts_of(document):
            for place in source.places:
                facts[place.page, place.line].add(place.bbox)
        for section in _sections_of(document):
            for place in section.source.places:
                sections[place.page, place.line].setdefault(place.bbox, section.role)
    return facts, sections


def _middle(box: Box) -> tuple[float, float]:
    return (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
