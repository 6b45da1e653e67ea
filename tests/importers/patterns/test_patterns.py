"""Every pattern catches what it is for and leaves what it must; tests/importers/test_patterns_linear.py pumps each with its catches."""

from __future__ import annotations

import importlib
import pkgutil

import importers.patterns
from importers.patterns.pattern import REGISTER

for _module in pkgutil.iter_modules(importers.patterns.__path__, "importers.patterns."):
    importlib.import_module(_module.name)


def test_there_are_patterns_and_each_has_an_example() -> None:
    assert len(REGISTER) > 60
    assert [pattern for pattern in REGISTER if not pattern.catches] == []


def test_each_catches() -> None:
    assert [(one, text) for one in REGISTER for text in one.catches if one.search(text) is None] == []


def test_each_leaves() -> None:
    assert [(one, text) for one in REGISTER for text in one.leaves if one.search(text) is not None] == []
