"""Accounts for every word: claimed by a value, furniture of the page, or unread.

A word is claimed when it stands within a place of a source of any value, the sources of a whole document or § apart.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import fields, is_dataclass

from importers.bundle import Box, Document, Item, Source, Unread, WordCount
from importers.text.layout import Line
from importers.text.passage import passage

_Key = tuple[int, int]


def sources_of(value: object) -> Iterator[Source]:
    """Every source in a value, but not those of a whole Document or Item, whose places cover all of it."""
    if isinstance(value, Source):
        yield value
    elif isinstance(value, dict):
        for one in value.values():
            yield from sources_of(one)
    elif isinstance(value, tuple | list):
        for one in value:
            yield from sources_of(one)
    elif is_dataclass(value):
        whole = isinstance(value, Document | Item)
        for one in fields(value):
            if not (whole and one.name == "source"):
                yield from sources_of(getattr(value, one.name))


def account(
    documents: Sequence[Document], lines: Iterable[Line], furniture: frozenset[tuple[int, int, float]]
) -> tuple[WordCount, tuple[Unread, ...]]:
    """How many words there are and what became of them, and the lines nobody claimed.

    `furniture` holds (page, line, x0) of every word of furniture; a word that a value claims is no furniture.
    """
    boxes: dict[_Key, set[Box]] = defaultdict(set)
    for source in sources_of(tuple(documents)):
        for place in source.places:
            boxes[place.page, place.line].add(place.bbox)
    total = claimed = lifted = 0
    unread: list[Unread] = []
    for line in lines:
        total += len(line.words)
        places = boxes.get((line.page, line.number), ())
        unclaimed = [word for word in line.words if not _within(line.frame.shown(word.box), places)]
        left = [word for word in unclaimed if (line.page, line.number, word.x0) not in furniture]
        claimed += len(line.words) - len(unclaimed)
        lifted += len(unclaimed) - len(left)
        if left:
            words = passage([line.part(left)])
            unread.append(Unread(words.text, words.source()))
    return WordCount(total, claimed, lifted, total - claimed - lifted), tuple(unread)


def _within(box: Box, places: Iterable[Box]) -> bool:
    """Whether the middle of the box lies in one of the places."""
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    return any(x0 <= x <= x1 and top <= y <= bottom for x0, top, x1, bottom in places)
