"""Bodies that may be one, though more than the form of a word differs in their names: proposed to a person, never joined."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from enum import StrEnum
from itertools import combinations, groupby
from typing import NamedTuple

from app.ids import fold
from app.register.bodies import body_key, body_kind, definite
from app.register.short_forms import short_form

_TOWNS = {"stad", "kommun"}
_LINKING = re.compile(r"s-")  # "Inköps- och upphandlingsnämnden" is printed as "Inköp- och …" too


class Alike(StrEnum):
    """What speaks for it: one goes by the `letters` of the other, its name is the other's with the `place` before it, or with
    or without the s that links two words (`spelt`); or it is named as the `town` itself, for which the board stands."""

    LETTERS = "letters"
    PLACE = "place"
    SPELT = "spelt"
    TOWN = "town"


class NamedBody(NamedTuple):
    id: str
    name: str
    place: str


def alike(bodies: Iterable[NamedBody]) -> Iterator[tuple[NamedBody, NamedBody, Alike]]:
    """The pairs of bodies of one municipality that may be one, each in the order of their names."""
    by_place = sorted(bodies, key=lambda body: (body.place, body.name, body.id))
    for _place, of_place in groupby(by_place, key=lambda body: body.place):
        for one, other in combinations(of_place, 2):
            if why := _why(one, other):
                yield one, other, why


def _why(one: NamedBody, other: NamedBody) -> Alike | None:
    if body_key(definite(one.name)) == body_key(definite(other.name)):
        return None  # one already, by rule
    bare = [definite(_without_place(body)) for body in (one, other)]
    if body_key(bare[0]) == body_key(bare[1]):
        return Alike.PLACE
    if body_key(_LINKING.sub("-", bare[0])) == body_key(_LINKING.sub("-", bare[1])):
        return Alike.SPELT
    if any(
        _is_town(body) and body_kind(beside.name) == "executive_board" for body, beside in ((one, other), (other, one))
    ):
        return Alike.TOWN
    if fold(one.name) == short_form(other.name) or fold(other.name) == short_form(one.name):
        return Alike.LETTERS
    return None


def _is_town(body: NamedBody) -> bool:
    """Whether a body is named as its municipality: `Göteborgs stad`, `Alnsjö kommun`."""
    words = [fold(word).removesuffix("s") for word in body.name.split()]
    return len(words) == 2 and words[0] == fold(body.place).removesuffix("s") and words[1] in _TOWNS


def _without_place(body: NamedBody) -> str:
    """`Göteborgs Stads socialnämnd Centrum` gives `Socialnämnd Centrum`; a name that holds nothing else is left as it is."""
    words = body.name.split()
    town = fold(body.place)
    if len(words) < 2 or fold(words[0]).removesuffix("s") != town.removesuffix("s"):
        return body.name
    rest = words[1:]
    if fold(rest[0]).removesuffix("s") in _TOWNS:
        rest = rest[1:]
    return " ".join((rest[0][:1].upper() + rest[0][1:], *rest[1:])) if rest else body.name
