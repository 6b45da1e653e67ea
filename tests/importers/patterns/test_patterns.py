"""Every pattern catches what it is for and leaves what it must; tests/importers/test_patterns_linear.py pumps each with its catches."""

from __future__ import annotations

import importlib
import pkgutil

import pytest

import importers.patterns
from importers.patterns.pattern import REGISTER, Pattern

for _module in pkgutil.iter_modules(importers.patterns.__path__, "importers.patterns."):
    importlib.import_module(_module.name)

EACH = pytest.mark.parametrize("pattern", REGISTER, ids=lambda value: str(value)[:40])


def test_there_are_patterns_and_each_has_an_example() -> None:
    assert len(REGISTER) > 60
    assert [pattern for pattern in REGISTER if not pattern.catches] == []


@EACH
def test_it_catches(pattern: Pattern) -> None:
    assert [text for text in pattern.catches if pattern.search(text) is None] == []


@EACH
def test_it_leaves(pattern: Pattern) -> None:
    assert [text for text in pattern.leaves if pattern.search(text) is not None] == []
