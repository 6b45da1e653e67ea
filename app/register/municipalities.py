"""The municipalities of Sweden, by SCB's four-digit code (text: "0380" is Uppsala), and how they are recognised.

A municipality that SCB does not list (an invented one, an old one) is identified by its name: its key is `x-alnsjo`.
"""

from collections import Counter
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from app.ids import fold, slugify

_ENDINGS = ("kommun", "kommuns", "stad", "stads")


@dataclass(frozen=True, slots=True)
class Municipality:
    """`id` is SCB's code, or `x-` and the slug where there is none; `slug` is its name in addresses."""

    id: str
    name: str
    slug: str
    code: str | None = None


@cache
def listed() -> dict[str, Municipality]:
    """SCB's municipalities by code. Habo and Håbo share a slug, so theirs end in the code."""
    lines = (files("app.register") / "municipalities.txt").read_text("utf-8").splitlines()
    named = [(line[:4], line[5:]) for line in lines]
    shared = Counter(slugify(name) for _, name in named)
    return {
        code: Municipality(code, name, slugify(name) + (f"-{code}" if shared[slugify(name)] > 1 else ""), code)
        for code, name in named
    }


@cache
def _by_name() -> dict[str, Municipality]:
    return {fold(m.name): m for m in listed().values()}


def municipality(printed: str) -> Municipality:
    """The municipality that a person or a document means: `0380`, `Uppsala`, `Uppsala kommun`, `Göteborgs Stad`.

    Raises `ValueError` where `printed` holds no letter or digit, or is four digits that SCB does not list.
    """
    text = " ".join(printed.split())
    if not fold(text):
        raise ValueError(printed)
    if text.isdigit():
        if text not in listed():
            raise ValueError(printed)
        return listed()[text]
    words = text.split()
    bare = words[:-1] if len(words) > 1 and words[-1].casefold() in _ENDINGS else words
    name = " ".join(bare)
    candidates = (name, name.removesuffix("s")) if len(bare) < len(words) else (name,)
    for candidate in candidates:
        if place := _by_name().get(fold(candidate)):
            return place
    return Municipality(f"x-{slugify(name)}", name, slugify(name))
