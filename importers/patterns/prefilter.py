"""Words without which a regular expression matches nothing, taken out of the expression itself.

    (?:deltar|deltog) (?:inte|ej) i beslut        " i beslut" stands in every text in which it matches

To look for a word takes a tenth of the time that trying an expression at each sign does, and most texts hold none. Less
is asked than the expression asks, never more, and where a word stands the expression itself is tried.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from re import _compiler as compiler  # type: ignore[attr-defined] # Python takes expressions apart in private alone,
from re import _constants as ops  # type: ignore[attr-defined] # in the same way from 3.11 on
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any, NamedTuple, TypeVar

from importers.patterns.openings import openings, places, sought

_Match = TypeVar("_Match")
_Find = Callable[..., "re.Match[str] | None"]
_REPEATS = frozenset({ops.MAX_REPEAT, ops.MIN_REPEAT, ops.POSSESSIVE_REPEAT})
_WITHOUT_WIDTH = frozenset({ops.AT, ops.ASSERT_NOT})
_LEAST = 3  # letters: a shorter word stands in nearly every text
_TELLING = 4  # letters: among words of so many the fewest are the best
_MOST = 40  # words
_AT_START, _AT_END = (ops.AT, ops.AT_BEGINNING), (ops.AT, ops.AT_END)
_LONGEST = 1_000  # signs
_LONG = 400  # signs: in a shorter text an expression is as soon tried everywhere
# What "i" and "s" match besides themselves where case is ignored: no lower case of these is one of those.
_OTHER_CASES = {"ı": "i", "İ": "i", "ſ": "s"}


class Prefilter(NamedTuple):
    """What every text is like in which an expression matches: one of `words`, if there are any, stands in it (`lowers`: in
    the text in lower case), and it has at most `longest` signs.

    A match begins with one of `openings`, if there are any, and its first sign is one of `firsts`, or any where there are
    none; it begins no further than `near_end` signs from the text's end.
    """

    words: tuple[str, ...]
    lowers: bool
    longest: int
    openings: tuple[str, ...]
    firsts: frozenset[str]
    near_end: int

    def before(self, find: Callable[..., _Match], nothing: _Match) -> Callable[..., _Match]:
        """`find`, tried only where it may find something; elsewhere it gives `nothing`."""
        words, longest = self.words, self.longest

        def find_if_short(text: str, *span: int) -> _Match:
            return find(text, *span) if len(text) <= longest or span else nothing

        def find_where_one_stands(text: str, *span: int) -> _Match:
            if len(text) <= longest or span:
                for word in words:
                    if word in text:
                        return find(text, *span)
            return nothing

        def find_where_one_stands_in_any_case(text: str, *span: int) -> _Match:
            if len(text) <= longest or span:
                searched = lowered(text)
                for word in words:
                    if word in searched:
                        return find(text, *span)
            return nothing

        if words:
            return find_where_one_stands_in_any_case if self.lowers else find_where_one_stands
        return find_if_short if longest < sys.maxsize else find

    def anywhere(self, regex: re.Pattern[str]) -> _Find:
        """`search` of the expression, at the places of a text alone where it may match."""
        search, match, near_end, words, lowers = regex.search, regex.match, self.near_end, self.openings, self.lowers

        def search_near_end(text: str, *span: int) -> re.Match[str] | None:
            return search(text, *span or (max(0, len(text) - near_end),))

        def search_where_one_opens(text: str, *span: int) -> re.Match[str] | None:
            if span or len(text) < _LONG:
                return search(text, *span)
            for at in places(lowered(text) if lowers else text, words):
                if found := match(text, at):
                    return found
            return None

        if near_end < sys.maxsize:
            return self.before(search_near_end, None)
        return self.before(search_where_one_opens if words else search, None)


def compiled(regex: str, flags: int) -> tuple[re.Pattern[str], Prefilter]:
    """The expression as `re.compile` gives it, but for its own text, and its prefilter: taken apart once for both, since
    that is a quarter of the time in which the reader is loaded.
    """
    parsed = parser.parse(regex, flags)
    return compiler.compile(parsed, flags), _prefilter(parsed, lowers=bool(flags & re.IGNORECASE))


def _prefilter(parsed: Any, *, lowers: bool) -> Prefilter:
    """What the expression itself shows of the texts that it matches."""
    words = _best(_required(parsed))
    telling: list[str] = []
    for word in sorted({word.lower() if lowers else word for word in words}, key=len):
        if not any(other in word for other in telling):
            telling.append(word)
    begun = frozenset(lowered(text) if lowers else text for text in openings(parsed))
    most = parsed.getwidth()[1] if len(parsed) > 0 and parsed[-1] == _AT_END else sys.maxsize
    reach = most + 1 if most <= _LONGEST else sys.maxsize  # a line break may stand behind the end
    return Prefilter(
        words=tuple(sorted(telling)),
        lowers=lowers,
        longest=reach if parsed[0] == _AT_START else sys.maxsize,
        openings=sought(begun),
        firsts=frozenset() if "" in begun else frozenset(text[0] for text in begun),
        near_end=reach,
    )


def _required(sequence: Iterable[Any]) -> Iterator[frozenset[str]]:
    """Sets of words of which one each must stand in a match of the sequence."""
    run = ""
    for op, what in sequence:
        if op is ops.LITERAL:
            run += chr(what)
        elif op not in _WITHOUT_WIDTH:
            yield frozenset({run})
            run = ""
            yield from _required_by(op, what)
    yield frozenset({run})


def _required_by(op: Any, what: Any) -> Iterator[frozenset[str]]:
    if op is ops.SUBPATTERN:
        _, ignores, _, inner = what
        if not ignores & re.IGNORECASE:
            yield from _required(inner)
    elif op is ops.ATOMIC_GROUP:
        yield from _required(what)
    elif op is ops.ASSERT:
        yield from _required(what[1])
    elif op in _REPEATS and what[0] > 0:
        yield from _required(what[2])
    elif op is ops.BRANCH:
        each = [_best(_required(branch)) for branch in what[1]]
        if all(each):
            yield frozenset[str]().union(*each)


def _best(choices: Iterable[frozenset[str]]) -> frozenset[str]:
    """The set whose words tell most: none that is short, and few. An empty one where none tells anything."""
    telling = [words for words in choices if len(words) <= _MOST and all(map(_tells, words))]
    return max(telling, key=_worth, default=frozenset())


def _tells(word: str) -> bool:
    return len(word.strip()) >= _LEAST or any(sign in word for sign in "§()/:")


def _worth(words: frozenset[str]) -> tuple[int, int, int]:
    shortest = min(map(len, words))
    return min(shortest, _TELLING), -len(words), shortest


@lru_cache(maxsize=4_096)  # one text meets many patterns, and the lines of a document are gone through many times
def lowered(text: str) -> str:
    """The text in lower case, as a regular expression that ignores case sees it."""
    for sign, plain in _OTHER_CASES.items():
        text = text.replace(sign, plain)
    return text.lower()
