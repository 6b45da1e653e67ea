"""What every match of a regular expression begins with, taken out of the expression itself.

    (?:deltar|deltog) (?:inte|ej) i beslut        "deltar i", "deltar e", "deltog i", "deltog e"

An expression is tried where one of its openings stands, and nowhere else: on the text of whole minutes that is a few places
instead of fifty thousand.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from re import _constants as ops  # type: ignore[attr-defined] # as in `prefilter`
from typing import Any, NamedTuple

_LEAST = 3  # letters: a shorter opening stands in every text
_ENOUGH = 6  # letters: a longer one tells no more
_MOST = 40  # openings that are looked for
_MOST_SIGNS = 100  # of one place: "[A-ZÅÄÖ]" are 29
_MOST_GROWING = 120
_WITHOUT_WIDTH = frozenset({ops.AT, ops.ASSERT, ops.ASSERT_NOT})


class _Grown(NamedTuple):
    """The beginnings of what a part of an expression matches: those that are all of it, and those after which anything may come."""

    whole: frozenset[str]
    cut: frozenset[str]


_NOTHING = frozenset({""})
_ANYTHING = _Grown(frozenset(), _NOTHING)


def openings(parsed: Iterable[Any]) -> frozenset[str]:
    """Texts with one of which every match begins; among them the empty one where nothing is known of some match."""
    return frozenset().union(*_grown(parsed))


def sought(beginnings: frozenset[str]) -> tuple[str, ...]:
    """The openings as they are looked for in a text: few, and none too short to tell anything. None where there are not such."""
    for length in (_ENOUGH, _LEAST + 1, _LEAST):
        telling: list[str] = []
        for text in sorted({text[:length] for text in beginnings}):
            if not telling or not text.startswith(telling[-1]):  # in order, the others follow the shortest of its kind
                telling.append(text)
        if len(telling) <= _MOST:
            return tuple(telling) if all(len(text.strip()) >= _LEAST for text in telling) else ()
    return ()


def places(text: str, words: Iterable[str]) -> list[int]:
    """Where in the text any of the words stands, in order."""
    return sorted(at for word in words for at in _places_of(text, word))


def _places_of(text: str, word: str) -> Iterator[int]:
    at = text.find(word)
    while at >= 0:
        yield at
        at = text.find(word, at + 1)


def _grown(sequence: Iterable[Any]) -> _Grown:
    whole, cut = _NOTHING, frozenset[str]()
    for op, what in sequence:
        if not whole:
            break
        if op in _WITHOUT_WIDTH:
            continue
        more = _grown_by(op, what)
        if len(whole) * (len(more.whole) + len(more.cut)) + len(cut) > _MOST_GROWING:
            firsts = frozenset(text[:1] for text in more.whole | more.cut)
            return _Grown(frozenset(), cut | (firsts if whole == _NOTHING else whole))
        longer = _joined(whole, more.whole)
        cut |= _joined(whole, more.cut) | {text for text in longer if len(text) >= _ENOUGH}
        whole = frozenset(text for text in longer if len(text) < _ENOUGH)
    return _Grown(whole, cut)


def _joined(first: frozenset[str], second: frozenset[str]) -> frozenset[str]:
    return frozenset(one + other for one in first for other in second)


def _grown_by(op: Any, what: Any) -> _Grown:
    if op in (ops.LITERAL, ops.IN):
        signs = _signs(what if op is ops.IN else [(op, what)])
        return _Grown(signs, frozenset()) if signs else _ANYTHING
    if op in (ops.SUBPATTERN, ops.ATOMIC_GROUP):
        _, ignores, _, inner = what if op is ops.SUBPATTERN else (None, 0, 0, what)
        return _ANYTHING if ignores & re.IGNORECASE else _grown(inner)
    if op is ops.BRANCH:
        each = [_grown(branch) for branch in what[1]]
        return _Grown(frozenset().union(*(one.whole for one in each)), frozenset().union(*(one.cut for one in each)))
    if op in (ops.MAX_REPEAT, ops.MIN_REPEAT, ops.POSSESSIVE_REPEAT):
        least, most, inner = what
        once = _grown(inner)
        again = once if most == 1 else _Grown(frozenset(), once.whole | once.cut)
        return again if least else _Grown(again.whole | _NOTHING, again.cut)
    return _ANYTHING


def _signs(members: Iterable[Any]) -> frozenset[str]:
    """The signs of a class like "[Jj]"; none where they are many, or told by what they are not."""
    signs: set[str] = set()
    for op, what in members:
        if op is ops.LITERAL:
            signs.add(chr(what))
        elif op is ops.RANGE and what[1] - what[0] < _MOST_SIGNS:
            signs |= set(map(chr, range(what[0], what[1] + 1)))
        else:
            return frozenset()
    return frozenset(signs) if len(signs) <= _MOST_SIGNS else frozenset()
