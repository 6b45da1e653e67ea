"""Who was there: the people that one entry of a cover names, with office, §§ and for whom.

Cia Berg (M), ersätter Dan Holm (M) §§ 3-5          Dan Holm (SD), ej § 117 på grund av jäv
Karin Skog, kommundirektör                          Anna Ek  M  66 68
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from importers.bundle import Person, Presence
from importers.patterns.cover import (
    AROUND_RANGES,
    BARE_PERSON,
    BARE_RANGES,
    CHAIR,
    ITEM_RANGES,
    JOINS,
    NAMED,
    NOT_SOMEBODY,
    NOTED,
    OFFICE,
    ONE_RANGE,
    SERVES_FOR,
    SERVES_FOR_NAME,
    SERVES_ON,
    TURNS_RANGES,
)
from importers.patterns.people import PERSON
from importers.statements.people import person
from importers.text.passage import Passage

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Named:
    """A name in the entry: where it stands, and what it says of its own."""

    start: int
    end: int
    person: Person


def presences(words: Passage, spans: Sequence[Span], *, serving: bool) -> Iterator[Presence]:
    """Everybody named in the entry. `spans` are the §§ of the minutes, as far as they are known."""
    found = named_in(words.text)
    index = 0
    while index < len(found):
        one = found[index]
        end = found[index + 1].start if index + 1 < len(found) else len(words.text)
        stands_for: Person | None = None
        if index + 1 < len(found) and SERVES_FOR.search(words.text[one.end : end]):
            index += 1
            stands_for = found[index].person
            end = found[index + 1].start if index + 1 < len(found) else len(words.text)
        tail = words.text[found[index].end : end]
        if NOT_SOMEBODY.match(one.person.name):
            index += 1
            continue
        if stands_for is None and (match := SERVES_FOR_NAME.search(tail)):
            stands_for, tail = Person(match["name"], None), tail[: match.start()] + tail[match.end() :]
        yield Presence(
            person=_with_office(one.person, words.text[one.end : end]),
            serving=serving or stands_for is not None,
            for_=stands_for,
            items=items_of(tail, spans),
            note=_note(tail),
            source=words.cut(one.start, end).source(),
        )
        index += 1
        if stands_for and index < len(found) and _serves_on(words.text, found, index):
            # "Fia Gran (C) ersätter Hans Sjö (C) § 4 och Ida Tall (C) § 5": who is named last was away, too
            end = found[index + 1].start if index + 1 < len(found) else len(words.text)
            yield Presence(
                person=one.person,
                serving=True,
                for_=found[index].person,
                items=items_of(words.text[found[index].end : end], spans),
                note=None,
                source=words.cut(one.start, end).source(),
            )
            index += 1


def _serves_on(text: str, found: Sequence[_Named], index: int) -> bool:
    """Whether the person is another whom the one before them serves for: both have §§, "och" joins them, and no more is said."""
    behind = found[index + 1].start if index + 1 < len(found) else len(text)
    if index + 1 < len(found) and SERVES_FOR.search(text[found[index].end : behind]):
        return False
    gap, tail = text[found[index - 1].end : found[index].start], text[found[index].end : behind]
    return bool(SERVES_ON.match(gap) and ITEM_RANGES.search(tail))


def named_in(text: str) -> list[_Named]:
    """The names of an entry: with their party where any has one, else alone. "Vakant (M)" is one of nobody."""
    for finder in (_with_party, _with_bare_party, _by_name):
        if found := finder(text):
            return found
    return []


def people_in(text: str) -> list[Person]:
    """Those of them who are somebody."""
    return [one.person for one in named_in(text) if not NOT_SOMEBODY.match(one.person.name)]


def _with_party(text: str) -> list[_Named]:
    return [_Named(m.start(), m.end(), person(m["name"], m["party"])) for m in PERSON.finditer(text)]


def _with_bare_party(text: str) -> list[_Named]:
    match = BARE_PERSON.match(text)
    return [_Named(match.start(), match.end(), person(match["name"], match["party"]))] if match else []


def _by_name(text: str) -> list[_Named]:
    return [
        _Named(m.start(), m.end(), Person(m["name"], None, (m["role"] or m["office"] or "").strip() or None))
        for m in NAMED.finditer(text)
    ]


def _with_office(one: Person, tail: str) -> Person:
    office = CHAIR.match(tail) or OFFICE.match(tail)
    return replace(one, role=office.group().strip(" ,(")) if office else one


def items_of(tail: str, spans: Sequence[Span]) -> tuple[tuple[str, str], ...] | None:
    """The §§ that somebody was there for, where the cover says: "§§ 150-160" gives (("150", "160"),).

    "ej § 117" and "t o m § 120" need the §§ of the minutes to be known; where they are not, nothing is said.
    """
    bare = BARE_RANGES.match(tail.strip(" ,;"))
    if bare:
        return _shown(ranges_in(bare["ranges"]))
    found = list(ITEM_RANGES.finditer(tail))
    if not found or (not spans and any(one["how"] for one in found)) or not _plainly_there(tail, found):
        return None
    there = [span for one in found if not one["how"] for span in ranges_in(one["ranges"])]
    if there and any(one["until"] or one["since"] for one in found):
        return None
    there = there or list(spans)
    for one in found:
        there = _left(one, there)
    return _shown(there)


def _plainly_there(tail: str, found: Sequence[re.Match[str]]) -> bool:
    """Whether nothing around the §§ turns what they say: "jäv § 58", "lämnar vid § 58", "§ 58 ej närvarande"."""
    leads = zip([0, *(one.end() for one in found)], found, strict=False)
    if any(one["after"] for one in found):
        return False
    if not all(AROUND_RANGES.match(tail[at : one.start()]) for at, one in leads):
        return False
    return bool(found[-1]["but"]) or not TURNS_RANGES.search(tail[found[-1].end() :])


def _left(match: re.Match[str], there: list[Span]) -> list[Span]:
    """What is left of the §§ after "ej § 117", "t o m § 120" or "fr o m § 61"; plain §§ leave them as they are."""
    said = ranges_in(match["ranges"])
    if not said:
        return []
    if match["but"]:
        return _without(there, said)
    if match["until"]:
        return [(first, min(last, said[-1][1])) for first, last in there if first <= said[-1][1]]
    if match["since"]:
        return [(max(first, said[0][0]), last) for first, last in there if last >= said[0][0]]
    return there


def _without(spans: Sequence[Span], taken: Sequence[Span]) -> list[Span]:
    left = list(spans)
    for first, last in taken:
        left = [
            part
            for start, end in left
            for part in ((start, min(end, first - 1)), (max(start, last + 1), end))
            if part[0] <= part[1]
        ]
    return list(dict.fromkeys(left))


def ranges_in(text: str) -> list[Span]:
    """The ranges of §§ that the words print: "71-83,86" gives (71, 83) and (86, 86)."""
    found = ((int(m["first"]), int(m["last"] or m["first"])) for m in ONE_RANGE.finditer(text))
    return [(first, last) for first, last in found if first <= last]


def _shown(spans: Sequence[Span]) -> tuple[tuple[str, str], ...] | None:
    return tuple((str(first), str(last)) for first, last in spans) or None


def _note(tail: str) -> str | None:
    """What an entry says besides office and plain §§: "ej § 117 på grund av jäv"."""
    office = CHAIR.match(tail) or OFFICE.match(tail)
    rest = (tail[office.end() :] if office else tail).strip(" ,;()")
    rest = JOINS.regex.sub("", rest)
    return rest if NOTED.search(rest) else None
