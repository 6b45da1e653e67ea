"""Every regular expression that meets the text of a PDF takes time in proportion to it.

Found by themselves: what `importers.patterns` registers, and every pattern that a module of `importers` or `app` holds.
Each is pumped with what would make it go back and try again: a catch whose words are repeated one at a time, what stood
before them left in place, and an end on which the whole fails.
"""

from __future__ import annotations

import importlib
import pkgutil
import re
import signal
import time
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from math import inf
from types import FrameType

import pytest

import app
import importers
from importers.patterns.pattern import REGISTER
from tests.timing import LONGER, MOST_TIMES, growth

# lengths of a pumped string: what explodes shows in the short one, before it takes for ever
SHORT, MIDDLE, LONG = 500, 2_000, 8_000
UNSUSPECTED = 1e-6  # seconds a sign: what is quadratic takes longer on the long one, a fourth of it on the middle, a sixteenth on the short one
# Where time is a·n + b·n² and grows by at most this from one length to the next, b is too small for it to grow by MOST_TIMES
# from LONG to LONGER · LONG.
STRAIGHT_TO_MIDDLE, STRAIGHT_TO_LONG = 4.3, 4.8
NEVER_ENDS = 2.0  # seconds of the processor; of a short text a fourth, which is hundreds of times what it may take
PUMPS = ("a", "A", "1", " ", "-", ".", "(", "§ 1 ", "a ", "Ab ", "Anna Ek (S), ", "och ", "2024-", "att ", "/", ", ")
BREAK = "\x00"  # what no pattern goes on over
_LITERALS = re.compile(r"[^\W\d_]{2,}|\\[sdw]|[^\w\s\\]")
_PIECES = {r"\s": " ", r"\d": "7", r"\w": "x"}


def _modules() -> Iterator[str]:
    for package in (importers, app):
        for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            if module.name != "app.demo":
                yield module.name


def _patterns() -> dict[str, tuple[re.Pattern[str], tuple[str, ...]]]:
    """Each pattern by where it stands, with the texts to pump it with."""
    found: dict[str, tuple[re.Pattern[str], tuple[str, ...]]] = {}
    for name in _modules():
        for variable, value in vars(importlib.import_module(name)).items():
            if isinstance(value, re.Pattern) and isinstance(value.pattern, str):
                found[f"{name}.{variable}"] = value, _texts_of(value)
    for index, pattern in enumerate(REGISTER):
        found[f"{index}-{pattern!r}"] = pattern.regex, pattern.catches
    return found


def _texts_of(pattern: re.Pattern[str]) -> tuple[str, ...]:
    """What the source of a pattern without examples is about: its words and signs, a blank between them."""
    return (" ".join(_PIECES.get(piece, piece) for piece in _LITERALS.findall(pattern.pattern)),)


PATTERNS = _patterns()
PARTS = 16  # a test each: one of its own for each of eight hundred patterns costs more than many a pattern


def pumps(text: str) -> Iterator[tuple[str, str]]:
    """What stands first and what is repeated after it: each of the text's words and signs in place, each of its beginnings,
    and each common pump after the whole."""
    for match in re.finditer(r"\S+ ?|\W", text):
        yield text[: match.start()], match.group()
        yield "", text[: match.end()]
    for pump in PUMPS:
        yield text, pump


class Exploded(Exception):
    """A match took so long that nobody would wait for it."""


def _explode(signal_number: int, frame: FrameType | None) -> None:
    raise Exploded


@pytest.fixture(autouse=True)
def alarm() -> Iterator[None]:
    """Let the clock end a match that would never end by itself."""
    before = signal.signal(signal.SIGPROF, _explode)
    yield
    signal.setitimer(signal.ITIMER_PROF, 0)
    signal.signal(signal.SIGPROF, before)


def seconds(pattern: re.Pattern[str], text: str) -> float:
    """How long it takes to find all there is to find; infinite where the clock had to end it.

    Of the thread: while a clock runs on the processor, the process' own time is told in ticks of 4 ms.
    """
    start = time.thread_time()
    signal.setitimer(signal.ITIMER_PROF, NEVER_ENDS * min(1.0, max(len(text), SHORT) / MIDDLE))
    try:
        for _ in pattern.finditer(text):
            pass
        pattern.match(text)
    except Exploded:
        return inf
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
    return time.thread_time() - start


def slow(pattern: re.Pattern[str], texts: Iterable[str]) -> str:
    """How the first pumped text begins on which time grows faster than length; "" where none does.

    Only of the long ones is growth asked for: repetitions that are bounded, but wide, are linear only from there on.
    """
    for first, pump in dict.fromkeys(each for text in texts for each in pumps(text)):

        def pumped(length: int, first: str = first, pump: str = pump) -> str:
            return first + pump * (length // len(pump)) + BREAK

        taken = seconds(pattern, pumped(SHORT))
        if taken == inf:
            return pumped(SHORT)[:80]
        if taken > UNSUSPECTED * SHORT * SHORT / LONG and _grows(pattern, pumped, taken):
            return pumped(LONG)[:80]
    return ""


def _grows(pattern: re.Pattern[str], pumped: Callable[[int], str], short: float) -> bool:
    """Whether time grows faster than length, asked of longer texts until one shows that it does not."""
    middle = seconds(pattern, pumped(MIDDLE))
    if middle == inf:
        return True
    if middle <= max(UNSUSPECTED * MIDDLE * MIDDLE / LONG, STRAIGHT_TO_MIDDLE * short):
        return False
    once = pumped(LONG)
    long = seconds(pattern, once)
    if long == inf:
        return True
    if long <= max(UNSUSPECTED * LONG, STRAIGHT_TO_LONG * middle):
        return False
    return growth(partial(seconds, pattern, once), partial(seconds, pattern, pumped(LONGER * LONG))) > MOST_TIMES


@pytest.mark.parametrize("part", range(PARTS))
def test_time_grows_no_faster_than_the_text(part: int) -> None:
    names = [name for n, name in enumerate(PATTERNS) if n % PARTS == part]
    assert {name: found for name in names if (found := slow(*PATTERNS[name]))} == {}


@pytest.mark.parametrize("regex", [r"\w+ ?\w+:", r"(?:\w+[ ,]?)+;", r"^(.*), (.*), (.*), (.*)\.$"])
def test_what_is_not_linear_shows(regex: str) -> None:
    assert slow(re.compile(regex), ["Anna, Bo, Eva, Ulf sade"]) != ""
