"""Every pattern catches what it is for, leaves what it must, and is linear in time."""

from __future__ import annotations

import importlib
import pkgutil
import time

import pytest

import importers.patterns
from importers.patterns.pattern import REGISTER, Pattern

for _module in pkgutil.iter_modules(importers.patterns.__path__, "importers.patterns."):
    importlib.import_module(_module.name)

_CATCHES = [(pattern, text) for pattern in REGISTER for text in pattern.catches]
_LEAVES = [(pattern, text) for pattern in REGISTER for text in pattern.leaves]
_PUMPS = (
    "a",
    "A",
    "å",
    "Å ",
    "1",
    " ",
    "-",
    "a ",
    "Ab ",
    "Anna Ek (S), ",
    "och ",
    "12 ",
    "§ 1 ",
    "2024-",
    "att ",
    "mot ",
    "nämnd",
    "(",
    ".",
    "Xs ",
)


def test_there_are_patterns_and_each_has_an_example() -> None:
    assert len(REGISTER) > 60
    assert [pattern for pattern in REGISTER if not pattern.catches] == []


@pytest.mark.parametrize(("pattern", "text"), _CATCHES, ids=lambda value: str(value)[:40])
def test_it_catches(pattern: Pattern, text: str) -> None:
    assert pattern.search(text) is not None


@pytest.mark.parametrize(("pattern", "text"), _LEAVES, ids=lambda value: str(value)[:40])
def test_it_leaves(pattern: Pattern, text: str) -> None:
    assert pattern.search(text) is None


def _seconds(pattern: Pattern, text: str) -> float:
    start = time.process_time()
    for _ in pattern.finditer(text):
        pass
    return time.process_time() - start


def _pumped(pattern: Pattern) -> list[str]:
    """Its own examples, each piece of an example, and single signs: what a hostile text would repeat."""
    pieces = [
        *_PUMPS,
        *(text for text in pattern.catches),
        *(word + " " for text in pattern.catches for word in text.split()),
    ]
    return [*dict.fromkeys(pieces)]


@pytest.mark.parametrize("pattern", REGISTER, ids=str)
def test_it_is_linear(pattern: Pattern) -> None:
    for pump in _pumped(pattern):
        short = pump * (8_000 // len(pump))
        if _seconds(pattern, short) > 0.02:
            doubled = min(_seconds(pattern, short * 2) for _ in range(3))
            assert doubled <= 2.8 * min(_seconds(pattern, short) for _ in range(3)), pump
        assert _seconds(pattern, short) < 0.5, pump
