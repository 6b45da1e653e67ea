"""What is left of a reading where boxes of its file are masked: nothing that stands in a box, and nothing that says what a box
hides.

A fact of which any word is masked is left out whole: half a fact would be another one. A field that is masked is empty, and
where it cannot be, the document or § is not there at all.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from importers.bundle import Box

MASKED = "[maskat]"  # stands for a title
_TOKEN = re.compile(r"\w+")
_BETWEEN_DIGITS = re.compile(r"(?<=\d)[\s\-+.–‐‑/](?=\d)")
_LONG_NUMBER = re.compile(r"\d{6,}")
_EDGE = 0.2  # of a line's height
_WINDOW = 3  # words that follow one another in what a box hides tell of it, where it hides more
_LEAST_LETTERS, _LEAST_DIGITS = 3, 4  # of a word that tells by itself


@dataclass(frozen=True, slots=True)
class Signs:
    """What gives masked words away: words that follow one another, and numbers of six digits or more without blanks."""

    words: frozenset[tuple[str, ...]] = frozenset()
    numbers: frozenset[str] = frozenset()

    def show_in(self, text: str) -> bool:
        """Whether the text says what is masked."""
        if self.numbers and any(number in run for run in _numbers(text) for number in self.numbers):
            return True
        tokens = tokens_of(text) if self.words else ()
        lengths = {len(words) for words in self.words}
        return any(tokens[n : n + long] in self.words for long in lengths for n in range(len(tokens) - long + 1))


def signs_of(phrases: Sequence[str]) -> Signs:
    """What gives these phrases away, each the words of one box."""
    words: set[tuple[str, ...]] = set()
    numbers: set[str] = set()
    for phrase in phrases:
        numbers.update(_numbers(phrase))
        tokens = tokens_of(phrase)
        long = min(len(tokens), _WINDOW)
        words.update(tokens[n : n + long] for n in range(len(tokens) - long + 1) if long)
    telling = {one for one in words if len(one) > 1 or _tells(one[0])}
    return Signs(frozenset(telling), frozenset(numbers | {number[2:] for number in numbers if len(number) == 12}))


@dataclass(frozen=True)
class Mask:
    """A file's mask: the sha256 and size of the file without what is masked, the boxes by page, and the words in them. `clear` are
    the pages on which numbers of people were found and all lie in boxes; `laws` the provisions that were given."""

    sha256: str
    bytes: int
    boxes: Mapping[int, Sequence[Box]]
    phrases: Sequence[str] = field(default=())
    clear: frozenset[int] = frozenset()
    laws: Sequence[str] = field(default=())

    @cached_property
    def signs(self) -> Signs:
        return signs_of(self.phrases)

    def covers(self, page: int, box: Sequence[float]) -> bool:
        """Whether any of the box is masked."""
        return any(_overlap(box, masked) for masked in self.boxes.get(page, ()))

    def told(self, page: Mapping[str, Any]) -> dict[str, Any]:
        """A page as the public has it: with how many boxes are masked on it, and by which provisions. One that says what is masked is
        left out."""
        boxes = len(self.boxes.get(page["number"], ()))
        laws = [law for law in self.laws if not self.hides(law)]
        return {**page, **({"masked": {"boxes": boxes, "laws": laws}} if boxes else {})}

    def hides(self, value: Any) -> bool:
        """Whether anything in a JSON value stands in a box, or says what one hides."""
        if isinstance(value, str):
            return self.signs.show_in(value)
        if isinstance(value, Mapping):
            return (_is_place(value) and self.covers(value["page"], value["bbox"])) or any(
                map(self.hides, value.values())
            )
        return isinstance(value, list | tuple) and any(map(self.hides, value))


def mask_from(content: Mapping[str, Any]) -> Mask:
    """The mask that an act holds."""
    boxes: dict[int, list[Box]] = {}
    for page, x0, top, x1, bottom in content["boxes"]:
        boxes.setdefault(page, []).append((x0, top, x1, bottom))
    laws = content.get("laws") or [law for law in [content.get("law")] if law]
    return Mask(
        content["masked"], content["bytes"], boxes, content["words"], frozenset(content.get("clear", ())), tuple(laws)
    )


def uncovered(entity: Mapping[str, Any], mask: Mask) -> dict[str, Any]:
    """A document or a § as JSON without what is masked; what has no words of its own stays as it is."""
    sources = entity.get("fields", {})
    left: dict[str, Any] = {}
    for name, value in entity.items():
        if name == "source":
            left[name] = _source(value, mask)
        elif name == "fields":
            left[name] = {key: [one for one in held if not mask.hides(one)] for key, held in value.items()}
        elif name == "items":
            left[name] = value
        else:
            left[name] = _without(name, value, mask, masked=any(map(mask.hides, sources.get(name, ()))))
    return left


def _without(name: str, value: Any, mask: Mask, *, masked: bool) -> Any:
    if isinstance(value, list):
        return [] if masked and all(isinstance(one, str) for one in value) else [v for v in value if not mask.hides(v)]
    if isinstance(value, Mapping):
        return {key: _without(key, inner, mask, masked=False) for key, inner in value.items()}
    if masked or mask.hides(value):
        return MASKED if name == "title" else None
    return value


def _source(source: Mapping[str, Any], mask: Mask) -> dict[str, Any]:
    """The same places but those that are masked, and none of the words where any of them is."""
    places = [place for place in source["places"] if not mask.hides(place)]
    return {"quote": "" if mask.hides(source) else source["quote"], "places": places}


def _is_place(value: Mapping[str, Any]) -> bool:
    return "bbox" in value and "page" in value


def _overlap(one: Sequence[float], other: Sequence[float]) -> bool:
    """Whether two boxes share more than the edge where close lines meet."""
    down = min(one[3], other[3]) - max(one[1], other[1])
    return one[0] < other[2] and other[0] < one[2] and down > _EDGE * min(one[3] - one[1], other[3] - other[1])


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold().replace("\u00ad", "")


def tokens_of(text: str) -> tuple[str, ...]:
    """The words of a text, however they are set."""
    return tuple(_TOKEN.findall(_plain(text)))


def _numbers(text: str) -> list[str]:
    return _LONG_NUMBER.findall(_BETWEEN_DIGITS.sub("", _plain(text)))


def _tells(word: str) -> bool:
    return len(word) >= (_LEAST_DIGITS if word.isdecimal() else _LEAST_LETTERS)
