"""Who left a meeting or came to it while it went on, as sentences of its cover and its §§ tell.

Bo Ås (M) lämnade sammanträdet efter § 44 och ersattes av Cia Berg (M).          Före § 4 anlände Dan Holm (S).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
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
    """The same of a §, but for who was gone for a while; where somebody was biased in it, only who came back and what names
    the § from which on they were there or not."""
    if not any(MOVES.search(line.text) for line in lines):
        return []
    biased = any(BIAS.search(line.text) for line in lines)
    return [
        one
        for one in leaving_in(lines)
        if _exact(one.text) or _back(one.text) or not (biased or GONE_A_WHILE.search(one.text))
    ]


def without_leaving(words: Passage) -> tuple[Passage, list[Passage]]:
    """What an entry of a list says besides such sentences, as far as they end it, and those sentences."""
    told = sentences(words)
    first = next((at for at, one in enumerate(told) if _tells(one.text)), len(told))
    listed = first == 0 and not words.text.endswith(".")  # "Bo Ås (M) anlände kl. 13.20" in a list of those there
    if listed or first == len(told) or not all(_tells(one.text) for one in told[first:]):
        return words, []
    start = told[first].at - words.at
    return words.cut(0, start), list(told[first:])


def _tells(text: str) -> bool:
    return LEFT_OR_CAME.match(text) is not None or _exact(text) is not None


def _exact(text: str) -> re.Match[str] | None:
    return next((match for one in (*_LEAVES, *_COMES) if (match := one.match(text))), None)


def _back(text: str) -> bool:
    found = LEFT_OR_CAME.search(text)
    return found is not None and found["back"] is not None


@dataclass(frozen=True, slots=True)
class _Move:
    """A sentence of somebody who left or came; `match` where it names the § from which on."""

    words: Passage
    name: str
    match: re.Match[str] | None
    leaves: bool
    back: bool  # whether they only came back


def take_leaving(told: Sequence[Passage], spans: Sequence[Span], cover: Cover) -> None:
    """Gives whoever left or came the §§ that they were there for; where that cannot be told, or several sentences tell
    different things of it, and the list tells none, the sentences are doubted."""
    moves = [one for words in told if (one := _move(words))]
    listed = {one.person.name for one in (*cover.members, *cover.substitutes) if one.items or one.note}
    for name in dict.fromkeys(one.name for one in moves if one.name not in listed):
        _take([one for one in moves if one.name == name], spans, cover)


def _move(words: Passage) -> _Move | None:
    leaves = next((match for one in _LEAVES if (match := one.match(words.text))), None)
    match = leaves or next((match for one in _COMES if (match := one.match(words.text))), None)
    found = match or LEFT_OR_CAME.search(words.text)
    if found is None:
        return None
    name = match["who"] if match else found["who"] or found["who2"] or found["who3"] or found["who4"]
    return _Move(words, name, match, leaves is not None, match is None and _back(words.text))


def _take(moves: Sequence[_Move], spans: Sequence[Span], cover: Cover) -> None:
    """Takes what sentences tell of one person."""
    if all(one.back for one in moves):
        return  # from where they were for a while
    first = moves[0]
    listed = [one for one in (*cover.members, *cover.substitutes) if one.person.name == first.name]
    parts = {_part(one.match, spans, leaves=one.leaves) if one.match else None for one in moves}
    part = parts.pop() if len(parts) == len(listed) == 1 and not listed[0].items else None
    if part is None:
        for one in moves:
            if listed or PERSON.search(one.words.text):
                cover.doubt(DoubtCode.ATTENDANCE_LINE_NOT_READ, one.words)
        return
    there, rest = part
    _put(cover, listed[0], replace(listed[0], items=_shown(there)))
    cover.attendance_stands += [one.words.source() for one in moves]
    by = next((one.match for one in moves if one.match and one.leaves and one.match["by"]), None)
    if by:
        _serves(person(by["by"], by["by_party"]), listed[0], rest, first.words, cover)


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
