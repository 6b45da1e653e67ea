"""A style is data: for each feature of a printed page, which of its forms the page takes.

A feature is a table of forms by name, and the fields of the reading that it bears on; a style names one form of each.
What a style leaves out takes the feature's first form.
"""

from __future__ import annotations

import random
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Feature(Generic[T]):
    """Something that towns print in different ways. `fields` are those of score.py that hang on it; none: all do.

    `usual`: how many times likelier than any other form the first is drawn.
    """

    name: str
    forms: Mapping[str, T]
    fields: tuple[str, ...] = ()
    usual: int = 1

    def of(self, style: Style) -> T:
        """The form that a style takes."""
        return self.forms[self.form(style)]

    def form(self, style: Style) -> str:
        """The name of that form."""
        return style.choices.get(self.name, next(iter(self.forms)))


@dataclass(frozen=True, slots=True)
class Style:
    """`choices` maps the name of a feature to the name of one of its forms."""

    name: str
    choices: Mapping[str, str]


def drawn_at_random(features: tuple[Feature[object], ...], seed: int, number: int) -> list[Style]:
    """So many styles, each feature's form drawn by itself; the same seed gives the same styles."""
    return [_drawn(features, f"{seed}:{each}") for each in range(number)]


def _drawn(features: tuple[Feature[object], ...], name: str) -> Style:
    # one draw for each feature, by its name: a feature added later leaves the others' draws as they are
    choices = {feature.name: random.Random(f"{name}:{feature.name}").choice(_lots(feature)) for feature in features}
    return Style(name, choices)


def _lots(feature: Feature[object]) -> tuple[str, ...]:
    first, *others = feature.forms
    return (*[first] * feature.usual, *others)


def check(style: Style, features: tuple[Feature[object], ...]) -> None:
    """Raise ValueError where a style names a feature or a form that is not there."""
    tables = {feature.name: feature.forms for feature in features}
    for name, form in style.choices.items():
        if form not in tables.get(name, {}):
            raise ValueError(f"{style.name}: {name} has no form {form!r}")


def one_by_one(features: tuple[Feature[object], ...]) -> list[Style]:
    """For each form of each feature a style that takes it and else each feature's first form."""
    return [
        Style(f"{feature.name}: {form}", {feature.name: form})
        for feature in features
        for form in tuple(feature.forms)[1:]
    ]
