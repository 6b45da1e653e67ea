"""Every word is accounted for, and every quote stands where its source says, read back out of the PDF by box."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import NamedTuple

import pytest

from app.resources import example
from importers.bundle import Bundle, Document, Item, Place, ReaderKind, Source
from importers.pdf.page import Word
from importers.pdf.pdfium import open_pdf, read_page
from tests.importers.reading import reading_of
from tests.places import SHARED

_BLANKS_AND_HYPHENS = re.compile(r"[\s\-\u2010\u00ad]+")
_SEED = [SHARED / "seed" / name for name in ("KSN-2023-03553.pdf", "KSN-2023-03553-b.pdf")]
_CORPUS = sorted((SHARED / "corpus").glob("*.pdf"))
FILES = [
    example(),
    *(pytest.param(path, marks=pytest.mark.shared) for path in [*_SEED, *_CORPUS]),
]
each_file = pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)


class Reading(NamedTuple):
    """A bundle, and the words of each page as the core reads them."""

    bundle: Bundle
    pages: dict[int, tuple[Word, ...]]

    def inside(self, place: Place) -> list[Word]:
        """The words whose middle lies in the box, from left to right."""
        x0, top, x1, bottom = place.bbox
        found = [
            word
            for word in self.pages[place.page]
            if x0 <= (word.x0 + word.x1) / 2 <= x1 and top <= (word.top + word.bottom) / 2 <= bottom
        ]
        return sorted(found, key=lambda word: word.x0)


def reading(path: Path) -> Reading:
    bundle = reading_of(path).bundle
    assert {page.reader for page in bundle.file.pages} == {ReaderKind.PDFIUM}
    document = open_pdf(path.read_bytes())
    pages = {number: read_page(document, number).words for number in range(1, len(document) + 1)}
    return Reading(bundle, pages)


def sources(value: object) -> Iterator[Source]:
    """Every source in a value, but not a Document's or Item's own, which covers the whole of it."""
    if isinstance(value, Source):
        yield value
    elif isinstance(value, dict):
        yield from sources(tuple(value.values()))
    elif isinstance(value, tuple):
        for one in value:
            yield from sources(one)
    elif is_dataclass(value):
        own = {"source"} if isinstance(value, Document | Item) else set()
        yield from sources(tuple(getattr(value, one.name) for one in fields(value) if one.name not in own))


def stands(quote: str, words: Sequence[Word]) -> bool:
    """Whether the words are the quote: blanks and hyphens aside, and what is set tight against its two ends.

    "§ 172" is quoted of "§ 172.", and "SLK-2023-00021" of "SLK-2023-00021:1".
    """
    if not words:
        return quote == ""
    printed, wanted = even("".join(word.text for word in words)), even(quote)
    before, found, after = printed.partition(wanted)
    if not wanted or not found or any(sign.isalnum() for sign in before):
        return False
    ends = ((before, words[0]), (after, words[-1]))
    tight = all(not cut or len(cut) < len(even(word.text)) for cut, word in ends)
    return tight and not after[:1].isalnum()


def even(text: str) -> str:
    return _BLANKS_AND_HYPHENS.sub("", unicodedata.normalize("NFKC", text))


def test_what_stands_and_what_does_not() -> None:
    def words(text: str) -> list[Word]:
        return [Word(word, 0.0, 0.0, 1.0, 1.0, "", 1.0, False, 1.0) for word in text.split()]

    assert stands("den 3 september", words("den 3 septem- ber,"))
    assert stands("SLK-2023-00021", words("SLK-2023-00021:1"))
    assert not stands("den 3 september", words("den 3 september 2024"))
    assert not stands("3 september", words("den 3 september"))
    assert not stands("§ 17", words("§ 172"))
    assert not stands("§ 17", [])


@each_file
def test_every_fact_has_a_place_every_quote_stands_at_its_places_and_the_words_claimed_are_those_in_them(
    path: Path,
) -> None:
    read = reading(path)
    assert [source.quote for source in sources(read.bundle.documents) if not source.places] == []
    assert astray(read) == []
    words = read.bundle.words
    places = {place for source in sources(read.bundle.documents) for place in source.places}
    claimed = {(place.page, word) for place in places for word in read.inside(place)}
    left = {
        (place.page, word) for one in read.bundle.unread for place in one.source.places for word in read.inside(place)
    }
    assert words.total == sum(len(page) for page in read.pages.values())
    assert words.total == words.claimed + words.furniture + words.unread
    assert len(claimed) == words.claimed
    assert len(left - claimed) == words.unread


def astray(read: Reading) -> list[str]:
    """The quotes that do not stand at their places, with what stands there."""
    doubted = (source for doubt in read.bundle.doubts for source in doubt.sources)
    unread = (one.source for one in read.bundle.unread)
    everything: Iterable[Source] = [*sources(read.bundle.documents), *doubted, *unread]
    return [
        f"{source.quote[:80]!r} at {source.places[:1]}: {' '.join(word.text for word in words)[:80]!r}"
        for source in everything
        if not stands(source.quote, words := [word for place in source.places for word in read.inside(place)])
    ]
