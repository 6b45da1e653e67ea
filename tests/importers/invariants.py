"""What holds of every Bundle, read back out of its PDF by the second reader, which had no part in making it."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

import pdfplumber

from importers.accounting import sources_of
from importers.bundle import Bundle, Place, Source, bundle_to_json
from importers.text.cleaning import fold

Words = dict[int, list[dict[str, Any]]]


def words_of(data: bytes) -> Words:
    """The words of each page, by pdfplumber, in its coordinates."""
    with pdfplumber.open(io.BytesIO(data)) as pdf:
        return {page.page_number: page.extract_words(return_chars=True) for page in pdf.pages}


def check_accounting(bundle: Bundle, data: bytes) -> None:
    """total = claimed + furniture + unread, and total and claimed are what the PDF and the places say."""
    words, count = words_of(data), bundle.words
    assert count.total == count.claimed + count.furniture + count.unread
    assert count.total == sum(len(page) for page in words.values())
    assert count.unread == sum(len(_words_in(place, words)) for one in bundle.unread for place in one.source.places)
    places = {place for source in sources_of(bundle.documents) for place in source.places}
    claimed = {(place.page, id(word)) for place in places for word in _words_in(place, words)}
    assert count.claimed == len(claimed)


def check_quotes(bundle: Bundle, data: bytes) -> None:
    """The words inside a source's places are its quote."""
    words = words_of(data)
    for source in sources_of((bundle.documents, bundle.unread, bundle.doubts)):
        assert source.places, source
        read_back = fold("".join(text for place in source.places for text in _texts(place, words)))
        assert fold(source.quote) in read_back, source
        assert len(read_back) - len(fold(source.quote)) <= _slack(source), (source, read_back)


def _slack(source: Source) -> int:
    """A quote may end inside a word: "kommunfullmäktige" in "kommunfullmäktiges"."""
    return 1 if " " in source.quote else 30


def _texts(place: Place, words: Words) -> list[str]:
    return [word["text"] for word in _words_in(place, words)]


def _words_in(place: Place, words: Words) -> list[dict[str, Any]]:
    """Words whose middle lies in the box. Heights are taken at the letters' own middle: fonts give boxes of any height."""
    x0, top, x1, bottom = place.bbox
    inside = (word for word in words[place.page] if top <= word["bottom"] - 0.45 * _size(word) <= bottom)
    return [word for word in inside if x0 - 0.5 <= (word["x0"] + word["x1"]) / 2 <= x1 + 0.5]


def _size(word: dict[str, Any]) -> float:
    return float(word["chars"][0]["size"])


def check_pointers(bundle: Bundle) -> None:
    """Each doubt's pointer leads to something in the Bundle."""
    plain = bundle_to_json(bundle)
    for doubt in bundle.doubts:
        assert doubt.about is None or _resolves(plain, doubt.about), doubt


def _resolves(value: Any, pointer: str) -> bool:
    for step in _steps(pointer):
        value = value[int(step)] if isinstance(value, list) else value[step]
    return value is not None


def _steps(pointer: str) -> Iterator[str]:
    yield from (step for step in pointer.split("/") if step)
