"""What became of the words of a file, counted anew from the places in its bundle and the words on its pages."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from importers.bundle import Box
from importers.pdf.page import Word
from importers.pdf.pdfium import open_pdf, read_page

Json = dict[str, Any]
Boxes = dict[int, list[Box]]


@dataclass(frozen=True, slots=True)
class Shares:
    """Words in all, words nobody read, and words that stand in a section of role "other" and in nothing else."""

    total: int = 0
    unread: int = 0
    other: int = 0

    def __add__(self, other: Shares) -> Shares:
        return Shares(self.total + other.total, self.unread + other.unread, self.other + other.other)

    @property
    def understood(self) -> float:
        """The share of words that are neither."""
        return 1 - (self.unread + self.other) / self.total if self.total else 1.0


def shares_of(pdf: Path, bundle: Json) -> Shares:
    """The shares of one file that was read."""
    others, rest = boxes_of(other_sections(bundle)), boxes_of(all_but_other_sections(bundle))
    only_other = sum(
        within(word, others.get(page, ())) and not within(word, rest.get(page, ())) for page, word in words_of(pdf)
    )
    return Shares(bundle["words"]["total"], bundle["words"]["unread"], only_other)


def words_of(pdf: Path) -> Iterator[tuple[int, Word]]:
    """Every word of the file with its page, as the core reads it."""
    document = open_pdf(pdf.read_bytes())
    for number in range(1, len(document) + 1):
        yield from ((number, word) for word in read_page(document, number).words)


def _sections(bundle: Json) -> Iterator[Json]:
    for document in bundle["documents"]:
        yield from document["sections"]
        for item in document["items"]:
            yield from item["sections"]


def other_sections(bundle: Json) -> Iterator[Json]:
    """The sources of the sections whose heading said nothing."""
    yield from (section["source"] for section in _sections(bundle) if section["role"] == "other")


def all_but_other_sections(bundle: Json) -> Iterator[Json]:
    """The sources of everything else but whole documents and §§."""
    for document in bundle["documents"]:
        yield from _sources(_read_further(document))
        for item in document["items"]:
            yield from _sources(_read_further(item))


def _read_further(whole: Json) -> Json:
    sections = [section for section in whole["sections"] if section["role"] != "other"]
    return {key: value for key, value in whole.items() if key not in ("source", "items")} | {"sections": sections}


def _sources(value: Any) -> Iterator[Json]:
    if isinstance(value, dict):
        if "places" in value:
            yield value
        else:
            yield from (source for one in value.values() for source in _sources(one))
    elif isinstance(value, list):
        yield from (source for one in value for source in _sources(one))


def boxes_of(sources: Iterable[Json]) -> Boxes:
    """The boxes of the sources' places, by page."""
    boxes: Boxes = defaultdict(list)
    for source in sources:
        for place in source["places"]:
            boxes[place["page"]].append(place["bbox"])
    return boxes


def within(word: Word, boxes: Iterable[Box]) -> bool:
    """Whether the middle of the word lies in one of the boxes."""
    x, y = (word.x0 + word.x1) / 2, (word.top + word.bottom) / 2
    return any(x0 <= x <= x1 and top <= y <= bottom for x0, top, x1, bottom in boxes)
