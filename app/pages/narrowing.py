"""What a search and the list of matters are narrowed by, as their addresses name it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from app.pages.languages import at
from app.pages.listed import address

NAMES = {
    "municipality": "kommun",
    "body": "organ",
    "kind": "slag",
    "year": "ar",
    "party": "parti",
    "outcome": "utfall",
    "status": "lage",
}
# What matters alone are narrowed by beside: the year in which the motion was raised.
OF_MATTERS = {**NAMES, "raised": "vackt"}


def narrowed_by(names: Mapping[str, str], *values: str) -> dict[str, str]:
    """The facets that have a value, of values in the order of these names."""
    return {name: value for name, value in zip(names, values, strict=True) if value}


def changed(path: str, asked: Mapping[str, str], changes: Mapping[str, Any]) -> str:
    """The same question with these changes; what becomes None is left out."""
    return address(at(path), {**asked, **changes})
