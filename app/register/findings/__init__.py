"""What a careful reader notices: one file, one rule. A rule is found by lying in this folder and having a `RULE`."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from app.register.rules import Rule


@cache
def rules() -> tuple[Rule, ...]:
    """Every rule of the folder, by name of file."""
    names = sorted(module.name for module in iter_modules(__path__))
    return tuple(import_module(f"{__name__}.{name}").RULE for name in names)
