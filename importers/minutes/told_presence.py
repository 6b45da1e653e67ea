"""Lists of those present that go on with others within a sentence, and whether anybody of theirs is left.

Närvarande var Anna Ek (S) och Bo Ås (M) samt ersättarna Cia Berg (V) och Dan Holm (C). Dessutom närvarade Eva Lo.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from importers.bundle import Presence
from importers.minutes.cover_entries import Listed
from importers.patterns.cover import GROUP_WITHIN, LABEL_WITHIN, SERVING_TOLD
from importers.patterns.cover_labels import OF_ATTENDANCE, OF_PEOPLE, WHERE_AND_WHEN, Label, label_of
from importers.patterns.people import PERSON
from importers.patterns.presence import FULL_NAME, OFFICE_FIRST

_GROUPS = {
    "serving": Label.SERVING,
    "idle": Label.SUBSTITUTES,
    "members": Label.MEMBERS,
    "others": Label.OTHERS,
    "away": Label.ABSENT,
}


def parted(entry: Listed) -> Iterator[Listed]:
    """The entry, cut where the list of another label begins within its paragraph."""
    text = entry.words.text
    at, label, opens = 0, entry.label, entry.label
    cuts = (
        _cuts(text, label)
        if label in OF_PEOPLE or label is Label.SECRETARY
        else _cuts_of_form(text)
        if label in WHERE_AND_WHEN
        else ()
    )
    for start, end, other in sorted(cuts):
        if start > at:
            yield replace(entry, label=opens, words=entry.words.cut(at, start))
        at, opens = end, other
    rest = text[at:]
    yield replace(entry, label=opens, words=entry.words.cut(at + len(rest) - len(rest.lstrip()))) if at else entry


def _cuts(text: str, label: Label) -> Iterator[tuple[int, int, Label]]:
    """Where a list ends and where the next begins, and of what label that is."""
    for match in LABEL_WITHIN.finditer(text):
        other = label_of(match["label"])
        if other is not None and other[0] in OF_PEOPLE and not other[1]["value"]:
            yield match.start(), match.end("label") + 1, other[0]
    if label in OF_ATTENDANCE:
        yield from ((match.start() + 1, match.end(), Label.SERVING) for match in SERVING_TOLD.finditer(text))
    for match in GROUP_WITHIN.finditer(text):
        if match["substitutes"]:
            yield match.start(), match.end(), Label.SERVING if label is Label.MEMBERS else Label.SUBSTITUTES
        else:
            yield match.start(), match.end(), next(_GROUPS[name] for name in _GROUPS if match[name])


def _cuts_of_form(text: str) -> Iterator[tuple[int, int, Label]]:
    """The same of where and when they met: "13.00-16.30. Plats: Rådhuset"."""
    for match in LABEL_WITHIN.finditer(text):
        other = label_of(match["label"])
        if other is not None and other[0] in WHERE_AND_WHEN and not other[1]["value"]:
            yield match.start(), match.end("label") + 1, other[0]


def nobody_left(text: str, read: Sequence[Presence]) -> bool:
    """Whether everybody whom the text names with a party is one of those read, or somebody whom one of them serves for."""
    names = [one.person.name for one in read] + [one.for_.name for one in read if one.for_]
    named = [match["name"] for match in PERSON.finditer(text)]
    named += [
        match["name"] for office in OFFICE_FIRST.finditer(text) if (match := FULL_NAME.regex.match(text, office.end()))
    ]
    return all(any(name in other or other in name for name in names) for other in named)
