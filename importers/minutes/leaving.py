"""Who left a meeting or came to it while it went on, as sentences of its cover and its §§ tell.

Bo Ås (M) lämnade sammanträdet efter § 44 och ersattes av Cia Berg (M).          Före § 4 anlände Dan Holm (S).

Of several whom one sentence tells that they left and as many came for them, who came for whom is told by "respektive" alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from importers.bundle import Person, Presence
from importers.doubts import DoubtCode
from importers.minutes.cover_facts import Cover
from importers.minutes.present_items import Span, items_of, parts_at
from importers.patterns.cover_labels import label_of
from importers.patterns.leaving import (
    BIAS,
    CAME_BEFORE,
    CAME_BEHIND,
    GONE_A_WHILE,
    IN_TURN,
    LEFT_BEFORE,
    LEFT_BEHIND,
    LEFT_OR_CAME,
    LISTED_ABOVE,
    MOVES,
    SERVED_IN,
    SERVES_HERE,
    SEVERAL_BEFORE,
    SEVERAL_BEHIND,
)
from importers.patterns.people import PERSON
from importers.patterns.presence import BIASED_HIMSELF
from importers.statements.people import people_in, person
from importers.text.forms import SAME_COLUMN
from importers.text.layout import Line
from importers.text.passage import Passage, passage, sentences

_SENTENCE = 3  # lines
_LEAVES = (LEFT_BEFORE, LEFT_BEHIND)
_COMES = (CAME_BEFORE, CAME_BEHIND)


def leaving_in(lines: Sequence[Line]) -> Iterator[Passage]:
    """The sentences that tell it, among running lines."""
    for labelled, run in groupby(lines, key=_is_labelled):
        if not labelled:
            yield from (
                one
                for part in _beneath_lists(list(_without_label(run)))
                for one in sentences(passage(part))
                if LEFT_OR_CAME.search(one.text) or _known(one.text) or SERVES_HERE.match(one.text)
            )


def _beneath_lists(lines: Sequence[Line]) -> Iterator[Sequence[Line]]:
    """The lines, cut where such a sentence begins beneath a list of people that no full stop ends."""
    start = 0
    for at in range(1, len(lines)):
        near = lines[at : at + _SENTENCE]
        if LISTED_ABOVE.search(lines[at - 1].text) and any(MOVES.search(line.text) for line in near):
            told = sentences(passage(near))
            if told and _tells(told[0].text):
                yield lines[start:at]
                start = at
    yield lines[start:]


def _is_labelled(line: Line) -> bool:
    """Whether a label stands in the line; "Klockan 15.20 avvek Bo Ås (M)." has none."""
    return any(label_of(cell.text) for cell in line.cells) and not _tells(line.text)


def _without_label(lines: Iterable[Line]) -> Iterator[Line]:
    """The lines without a cell before who left or came: "Ändringar i närvaron    Bo Ås (M) lämnar mötet efter § 47"."""
    edge: float | None = None
    for line in lines:
        first, *beside = line.cells
        told = (
            len(beside) == 1
            and not PERSON.search(first.text)
            and (_known(beside[0].text) or MOVES.search(beside[0].text))
        )
        if told:
            edge = beside[0].x0
        goes_on = len(beside) == 1 and edge is not None and abs(beside[0].x0 - edge) < SAME_COLUMN
        yield beside[0] if told or goes_on else line


def leaving_within(lines: Sequence[Line]) -> list[Passage]:
    """The same of a §, but for who was gone for a while; where somebody was biased in it, only who came back and what names
    the § from which on they were there or not."""
    if not any(MOVES.search(line.text) for line in lines):
        return []
    biased = any(BIAS.search(line.text) for line in lines)
    return [
        one
        for one in leaving_in(lines)
        if SERVES_HERE.match(one.text)
        or _known(one.text)
        or _back(one.text)
        or not (biased or GONE_A_WHILE.search(one.text))
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
    return LEFT_OR_CAME.match(text) is not None or _known(text)


def _known(text: str) -> bool:
    """Whether it names the § from which on somebody was there or not, or tells of several."""
    return _exact(text) is not None or _several(text) is not None or SERVED_IN.match(text) is not None


def _several(text: str) -> re.Match[str] | None:
    return SEVERAL_BEFORE.match(text) or SEVERAL_BEHIND.match(text)


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
    by: Person | None = None  # who came for them
    besides: tuple[Person, ...] = ()  # who came for one of several, as for whom it does not say


def take_leaving(told: Sequence[Passage], spans: Sequence[Span], cover: Cover) -> None:
    """Gives whoever left or came the §§ that they were there for; where that cannot be told, or several sentences tell
    different things of it, and the list tells none, the sentences are doubted."""
    moves = [one for words in told for one in _moves(words)]
    listed = {one.person.name for one in (*cover.members, *cover.substitutes) if one.items or one.note}
    for name in dict.fromkeys(one.name for one in moves if one.name not in listed):
        _take([one for one in moves if one.name == name], spans, cover)
    for words in told:
        if match := SERVED_IN.match(words.text):
            _take_served(match, words, spans, cover)
        elif (here := SERVES_HERE.match(words.text)) and not _serving(here["who"], cover):
            _doubt(words, cover)


def _serving(name: str, cover: Cover) -> bool:
    """Whether somebody is listed among those who served in the whole meeting or in some §§."""
    there = [*cover.members, *(one for one in cover.substitutes if one.serving or one.items)]
    return any(one.person.name == name for one in there)


def _moves(words: Passage) -> Iterator[_Move]:
    """What the sentence tells, of each whom it tells of."""
    several = _several(words.text)
    if several is None:
        if one := _move(words, words.text):
            yield one
        return
    people = people_in(several["people"])
    came = people_in(several["by_all"] or "")
    in_turn = len(came) == len(people) and IN_TURN.search(several["by_all"] or "")
    lead = several.groupdict().get("lead")
    for at, who in enumerate(people):
        named = f"{who.name} ({who.party or '-'})"
        text = f"{lead} {named}{several['rest']}" if lead else f"{named} {several['rest']}"
        if one := _move(words, text):
            besides = came if came and not in_turn and at == 0 else ()
            yield replace(one, by=came[at] if in_turn else None, besides=besides)


def _move(words: Passage, text: str) -> _Move | None:
    leaves = next((match for one in _LEAVES if (match := one.match(text))), None)
    match = leaves or next((match for one in _COMES if (match := one.match(text))), None)
    found = match or LEFT_OR_CAME.search(text)
    if found is None:
        return None
    name = match["who"] if match else found["who"] or found["who2"] or found["who3"] or found["who4"]
    by = person(leaves["by"], leaves["by_party"]) if leaves and leaves["by"] else None
    return _Move(words, name, match, leaves is not None, match is None and _back(text), by)


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
                _doubt(one.words, cover)
        return
    there, rest = part
    _put(cover, listed[0], replace(listed[0], items=_shown(there)))
    cover.attendance_stands += [one.words.source() for one in moves]
    for by in [one.by for one in moves if one.by][:1]:
        _serves(by, listed[0], rest, first.words, cover)
    if besides := [one for move in moves for one in move.besides]:
        _doubt(first.words, cover)
        for other in besides:
            _serves(other, None, rest, first.words, cover)


def _take_served(match: re.Match[str], words: Passage, spans: Sequence[Span], cover: Cover) -> None:
    """Takes who served for somebody in some §§; one who is listed to serve already is as listed."""
    one = person(match["who"], match["party"])
    listed = [other for other in (*cover.members, *cover.substitutes) if other.person.name == one.name]
    if any(other.for_ or other.items for other in listed):
        return
    items = items_of(BIASED_HIMSELF.regex.sub("", match["rest"]), spans)
    if items is None or len(listed) > 1 or (listed and listed[0] in cover.members):
        _doubt(words, cover)
        return
    seat = person(match["away"], match["away_party"])
    cover.attendance_stands.append(words.source())
    if listed:
        _put(cover, listed[0], replace(listed[0], serving=True, for_=seat, items=items))
    else:
        cover.substitutes.append(Presence(one, serving=True, for_=seat, items=items, source=words.source()))


def _doubt(words: Passage, cover: Cover) -> None:
    """Doubts a sentence, once: it may tell of several."""
    if all(words.source() not in one.sources for one in cover.doubts):
        cover.doubt(DoubtCode.ATTENDANCE_LINE_NOT_READ, words)


def _part(match: re.Match[str], spans: Sequence[Span], *, leaves: bool) -> tuple[Span, Span] | None:
    """The §§ that they were there for, and the others."""
    parts = parts_at(match["how"], int(match["number"]), spans)
    return parts if parts is None or leaves else (parts[1], parts[0])


def _serves(one: Person, away: Presence | None, span: Span, words: Passage, cover: Cover) -> None:
    """Takes who came for whoever left, from there on; one who is listed to serve already is as listed."""
    seat = replace(away.person, role=None) if away else None
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
