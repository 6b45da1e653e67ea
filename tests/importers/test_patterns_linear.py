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
from collections.abc import Iterator
from functools import partial
from math import inf
from types import FrameType

import pytest

import app
import importers
from importers.patterns.pattern import REGISTER
from tests.timing import LONGER, MOST_TIMES, growth

SHORT, MIDDLE, LONG = (
    500,
    2_000,
    8_000,
)  # of a pumped string: what explodes shows in the short one, before it takes for ever
UNSUSPECTED = 1e-6  # seconds a sign: what is quadratic takes longer on the long one, a fourth of it on the middle, a sixteenth on the short one
NEVER_ENDS = 2.0  # seconds of the processor
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


def pumped(text: str, length: int) -> Iterator[str]:
    """The text with each of its words and signs repeated in place, and each common pump after each beginning."""
    for match in re.finditer(r"\S+ ?|\W", text):
        yield text[: match.start()] + match.group() * (length // len(match.group())) + BREAK
        yield text[: match.end()] * (length // match.end()) + BREAK
    for pump in PUMPS:
        yield text + pump * (length // len(pump)) + BREAK


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
    signal.setitimer(signal.ITIMER_PROF, NEVER_ENDS)
    try:
        for _ in pattern.finditer(text):
            pass
        pattern.match(text)
    except Exploded:
        return inf
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
    return time.thread_time() - start


def slow(pattern: re.Pattern[str], text: str) -> str:
    """How the first pumped text begins on which time grows faster than length; "" where none does.

    Only of the long ones is growth asked for: repetitions that are bounded, but wide, are linear only from there on.
    """
    lengths = (SHORT, MIDDLE, LONG, LONGER * LONG)
    for short, middle, once, longer in zip(*(pumped(text, length) for length in lengths), strict=True):
        taken = seconds(pattern, short)
        if taken == inf:
            return short[:80]
        suspected = (
            taken > UNSUSPECTED * SHORT * SHORT / LONG
            and seconds(pattern, middle) > UNSUSPECTED * MIDDLE * MIDDLE / LONG
            and seconds(pattern, once) > UNSUSPECTED * LONG
        )
        if suspected and growth(partial(seconds, pattern, once), partial(seconds, pattern, longer)) > MOST_TIMES:
            return once[:80]
    return ""


@pytest.mark.parametrize("name", PATTERNS)
def test_time_grows_no_faster_than_the_text(name: str) -> None:
    pattern, texts = PATTERNS[name]
    assert [start for text in texts if (start := slow(pattern, text))] == []


@pytest.mark.parametrize("regex", [r"\w+ ?\w+:", r"(?:\w+[ ,]?)+;", r"^(.*), (.*), (.*), (.*)\.$"])
def test_what_is_not_linear_shows(regex: str) -> None:
    assert slow(re.compile(regex), "Anna, Bo, Eva, Ulf sade") != ""
