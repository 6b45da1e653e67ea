"""Municipalities that the installation was told of: what their pages are called and look like, and the address these lie at."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from app.register.municipalities import Municipality
from app.register.parts import Act

# Under this key a register keeps them: they are few, and all are wanted at once.
KEPT = "towns"
# What words need against what they stand on, by WCAG 2.2 (1.4.3).
LEAST_CONTRAST = 4.5
# What the addresses of our own pages begin with: no municipality's pages lie under such a path.
OUR_OWN = frozenset(
    (
        "",
        "andringar",
        "api",
        "arenden",
        "data",
        "datasets",
        "desk",
        "en",
        "farg",
        "fel",
        "handlingar",
        "healthz",
        "iakttagelser",
        "kvalitet",
        "metrics",
        "motioner",
        "om",
        "ordlista",
        "organ",
        "paragrafer",
        "partier",
        "personer",
        "rapportera",
        "readyz",
        "reservationer",
        "sammantraden",
        "sok",
        "static",
        "statistik",
        "tillganglighet",
        "voteringar",
        "yrkanden",
        "yttranden",
    )
)
# How long each of what is told of one may be.
LONGEST = 120
_COLOUR = re.compile(r"#[0-9a-f]{6}")
# `https://diarium.alnsjo.example`, with a port where it has one, and a path of plain words; nothing beside.
_ADDRESS = re.compile(r"https?://([a-z0-9][a-z0-9.-]*(?::[1-9][0-9]{0,4})?)((?:/[a-z0-9][a-z0-9-]*){0,5})")
_TOLD = ("called", "colour", "address", "contact")


@dataclass(frozen=True, slots=True)
class Town:
    """A municipality as it was added: `called` is what its pages bear (`Alnsjö kommun`), `colour` what that stands on in white
    (`#1b5748`), `address` where its pages lie (`https://diarium.alnsjo.example`), `contact` who answers for them. Of a `closed`
    one nothing more is filed; where it is `moved_to` an address of another installation, what lay here is found there."""

    place: Municipality
    called: str
    colour: str | None = None
    address: str | None = None
    contact: str | None = None
    closed: bool = False
    moved_to: str | None = None

    @property
    def host(self) -> str:
        """Of its address: `diarium.alnsjo.example`; with the port where one is written, and empty where it has no address."""
        return urlsplit(self.address or "").netloc

    @property
    def path(self) -> str:
        """What goes before each of its pages' addresses: `/alnsjo`; empty where its host is its own."""
        return urlsplit(self.address or "").path

    def told(self) -> dict[str, Any]:
        """What an act of the journal holds of it."""
        one = self.place
        place = {"id": one.id, "name": one.name, "slug": one.slug, "code": one.code}
        moved = {"moved_to": self.moved_to} if self.moved_to else {}
        return {"municipality": place, "closed": self.closed, **{name: getattr(self, name) for name in _TOLD}, **moved}


def town_key(place_id: str) -> str:
    """What an act bears on that is about a municipality as such: `x-alnsjo|municipality|`."""
    return f"{place_id}|municipality|"


def town_of(told: dict[str, Any]) -> Town:
    """A municipality as an act tells it. Raises `KeyError`, `TypeError` where the content is no such act's."""
    return Town(
        Municipality(**told["municipality"]),
        **{name: told[name] for name in _TOLD},
        closed=bool(told["closed"]),
        moved_to=told.get("moved_to"),
    )


def is_served(town: Town, base_url: str | None) -> bool:
    """Whether an installation at this address serves the municipality's pages where they are said to lie: at another host, or at its
    own one word behind its own path. No path is like one of ours, which a proxy hands on without what goes before. Raises nothing:
    what a setting has made of an address is no reason to serve nobody."""
    if town.address is None:
        return True
    own = urlsplit(base_url or "")
    first = town.path[1:].partition("/")[0]
    if town.host != own.netloc.casefold():
        return bool(own.netloc) and (not town.path or first not in OUR_OWN)
    before, _stroke, word = town.path.rpartition("/")
    return bool(town.path) and before == own.path and word not in OUR_OWN and word != own.path[1:].partition("/")[0]


def towns_of(acts: Iterable[Act]) -> list[Town]:
    """Each as the last of its acts tells it, by id."""
    told = {act.keys[0]: act.content for act in acts}
    return [town_of(told[key]) for key in sorted(told)]


def contrast_with_white(colour: str) -> float:
    """How white words stand out against a colour (`#1b5748` → 8.3), from 1 to 21. Raises `ValueError` where it is no colour."""
    if not _COLOUR.fullmatch(colour):
        raise ValueError(colour)
    red, green, blue = (_linear(int(colour[n : n + 2], 16) / 255) for n in (1, 3, 5))
    return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)


def host_and_path(address: str) -> tuple[str, str] | None:
    """The host that an address names, with its port where one is written, and the path; None where it is no such address."""
    found = _ADDRESS.fullmatch(address)
    return (found[1], found[2]) if found else None


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)
