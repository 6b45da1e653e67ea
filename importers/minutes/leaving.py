"""Who left a meeting or came to it while it went on, as sentences of its cover and its §§ tell.

Bo Ås (M) lämnade sammanträdet efter § 44 och ersattes av Cia Berg (M).          Före § 4 anlände Dan Holm (S).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from importers.bundle import Person, Presence
from importers.doubts import DoubtCode
from importers.minutes.cover_facts import Cover
from importers.minutes.present_items import Span
from importers.patterns.cover_labels import label_of
from importers.patterns.leaving import (
    BIAS,
    CAME_BEFORE,
    CAME_BEHIND,
    GONE_A_WHILE,
    LEFT_BEFORE,
    LEFT_BEHIND,
    LEFT_OR_CAME,
    MOVES,
)
from importers.patterns.people import PERSON
from importers.statements.people import person
from importers.text.layout import Line
from importers.text.passage import Passage, passage, sentences

_LEAVES = (LEFT_BEFORE, LEFT_BEHIND)
_COMES = (CAME_BEFORE, CAME_BEHIND)
_NEXT = ("efter",)  # the § named is the last before it


def leaving_in(lines: Sequence[Line]) -> Iterator[Passage]:
    """The sentences that tell it, among running lines."""
    for labelled, run in groupby(lines, key=lambda line: any(label_of(cell.text) for cell in line.cells)):
        if not labelled:
            yield from (one for one in sentences(passage(run)) if LEFT_OR_CAME.search(one.text) or _exact(one.text))


def leaving_within(lines: Sequence[Line]) -> list[Passage]:
    """The same of a §; where somebody was biased in it, only what names the § from which on they were there or not."""
    if not any(MOVES.search(line.text) for line in lines):
        return []
    biased = any(BIAS.search(line.text) for line in lines)
    return [one for one in leaving_in(lines) if not biased or _exact(one.text)]


def without_leaving(words: Passage) -> tuple[Passage, list[Passage]]:
    """What an entry of a list says besides such sentences, as far as they end it, and those sentences."""
    told = sentences(words)
    first = next((at for at, one in enumerate(told) if LEFT_OR_CAME.match(one.text) or _exact(one.text)), len(told))
    listed = first == 0 and not words.text.endswith(".")  # "Bo Ås (M) anlände kl. 13.20" in a list of those there
    if (
        listed
        or first == len(told)
        or not all(LEFT_OR_CAME.match(one.text) or _exact(one.text) for one in told[first:])
    ):
        return words, []
    start = told[first].at - words.at
    return words.cut(0, start), list(told[first:])


def _exact(text: str) -> re.Match[str] | None:
    return next((match for one in (*_LEAVES, *_COMES) if (match := one.match(text))), None)


def take_leaving(told: Sequence[Passage], spans: Sequence[Span], cover: Cover) -> None:
    """Gives whoever left or came the §§ that they were there for; where that cannot be told, and the list does not either,
    the sentence is doubted."""
    for words in told:
        leaves = next((match for one in _LEAVES if (match := one.match(words.text))), None)
        comes = next((match for one in _COMES if (match := one.match(words.text))), None)
        match = leaves or comes
        loose = LEFT_OR_CAME.search(words.text)
        if match is None and (loose is None or GONE_A_WHILE.search(words.text)):
            continue
        name = match["who"] if match else loose and (loose["who"] or loose["who2"] or loose["who3"])
        listed = [one for one in (*cover.members, *cover.substitutes) if one.person.name == name]
        if any(one.items or one.note for one in listed) or not (listed or PERSON.search(words.text)):
            continue
        after = _part(match, spans, leaves=leaves is not None) if match and len(listed) == 1 else None
        if match is None or after is None:
            cover.doubt(DoubtCode.ATTENDANCE_LINE_NOT_READ, words)
            continue
        there, rest = after
        _put(cover, listed[0], replace(listed[0], items=_shown(there)))
        cover.attendance_stands.append(words.source())
        if leaves and leaves["by"]:
            _serves(person(leaves["by"], leaves["by_party"]), listed[0], rest, words, cover)


def _part(match: re.Match[str], spans: Sequence[Span], *, leaves: bool) -> tuple[Span, Span] | None:
    """The §§ that they were there for, and the others."""
    if len(spans) != 1:
        return None
    (first, last), number = spans[0], int(match["number"])
    turn = number + 1 if match["how"].casefold() in _NEXT else number  # the first § of the later part
    if not first < turn <= last:
        return None
    early, late = (first, turn - 1), (turn, last)
    return (early, late) if leaves else (late, early)


def _serves(one: Person, away: Presence, span: Span, words: Passage, cover: Cover) -> None:
    """Takes who came for whoever left, from there on; one who is listed to serve already is as listed."""
    seat = replace(away.person, role=None)
    listed = [other for other in (*cover.members, *cover.substitutes) if other.person.name == one.name]
    idle = [other for other in listed if not other.serving and other.items is None]
    if not listed:
        cover.substitutes.append(Presence(one, serving=True, for_=seat, items=_shown(span), source=words.source()))
    elif len(listed) == len(idle) == 1:
        _put(cover, idle[0], replace(idle[0], serving=True, for_=seat, items=_shown(span)))


def _put(cover: Cover, old: Presence, new: Presence) -> None:
    for kept in (cover.members, cover.substitutes):
        kept[:] = [new if one is old else one for one in kept]


def _shown(span: Span) -> tuple[tuple[str, str], ...]:
    return ((str(span[0]), str(span[1])),)
