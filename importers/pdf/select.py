"""Which reader reads a page: the core; where its letters make no words, pdfplumber; where there is only a picture, OCR."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from importers.bundle import Box
from importers.errors import Refusal, UnreadableFile
from importers.pdf import clock, ocr, pdfium, plumber
from importers.pdf.limits import PLUMBER_SECONDS
from importers.pdf.page import Page, good
from importers.pdf.progress import Tell, silent
from importers.pdf.swedish import is_swedish

_FEW_WORDS = 15  # a stamp and a page number on a scanned page
_LONG = 4  # letters: shorter words agree by chance
_AGREE = 0.5  # of the long words that OCR sees
_TRIALS = 3  # pages after which pdfplumber is given up where it reads no better


def read_pages(document: Any, data: bytes, tell: Tell = silent) -> tuple[Page, ...]:
    """The pages of the open document. A page that no reader reads well comes as the core read it, and says so.

    Raises `UnreadableFile` (damaged) where none can be opened.
    """
    pages = [pdfium.read_page(document, number) for number in range(1, len(document) + 1)]
    if all(page.damaged for page in pages):
        raise UnreadableFile(Refusal.DAMAGED)
    pages = _second(pages, _garbled(pages), data)
    pictures = [page.number for page in pages if not page.damaged and (page.garbled or _is_picture(document, page))]
    if not pictures:
        return tuple(pages)
    blank = {number for number in pictures if not pages[number - 1].words and pdfium.is_blank(document, number)}
    shown = [number for number in pictures if number not in blank]
    seen = ocr.read_pages(document, shown, tell) if ocr.at_hand() else {}
    return tuple(
        replace(page, blank=True) if page.number in blank else _better(page, seen.get(page.number)) for page in pages
    )


def words_on(document: Any, number: int) -> list[tuple[str, Box]]:
    """Every word of page `number` (1-based) with its box, in the order of the page, and those that OCR sees where what the page
    says may stand in a picture."""
    page = pdfium.read_page(document, number)
    words = list(page.words)
    if not page.damaged and ocr.at_hand() and (not good(page) or _is_picture(document, page)):
        words += [word for seen in ocr.read_pages(document, [number]).values() for word in seen.words]
    return [(word.text, word.box) for word in words]


def _garbled(pages: Sequence[Page]) -> set[int]:
    """Pages whose words are no Swedish. A page with few words is judged with the others, not alone."""
    worded = [page for page in pages if page.words]
    swedish = {page.number: good(page) and is_swedish(_texts(page)) for page in worded}
    if None in swedish.values():
        together = is_swedish(text for page in worded for text in _texts(page)) is not False
        swedish = {number: together if alone is None else alone for number, alone in swedish.items()}
    return {number for number, alone in swedish.items() if not alone}


def _second(pages: list[Page], garbled: set[int], data: bytes) -> list[Page]:
    """The pages with those that pdfplumber reads better; the others of the garbled ones are marked.

    It does not tell hidden words from others, so pages with such are not its.
    """
    bettered = tried = 0
    found = list(pages)
    for number in sorted(garbled):
        found[number - 1] = replace(pages[number - 1], garbled=True)
        if pages[number - 1].hidden or (tried >= _TRIALS and not bettered) or not clock.has_left(PLUMBER_SECONDS):
            continue
        tried += 1
        second = plumber.read_page(data, number)
        if second and good(second) and is_swedish(_texts(second)):
            bettered += 1
            found[number - 1] = _counted(second, pages[number - 1])
    return found


def _is_picture(document: Any, page: Page) -> bool:
    """Whether what a page says may stand in a picture: it has no words, or a stamp's on a picture of its own size."""
    return not page.words or (len(page.words) <= _FEW_WORDS and pdfium.has_large_picture(document, page.number))


def _better(page: Page, seen: Page | None) -> Page:
    """The page, or what OCR saw. Where both agree, the letters in the file are right: they are in another language."""
    if seen is None or len(seen.words) <= (0 if page.garbled else len(page.words)):
        return page
    if not page.garbled:
        return _counted(seen, page)
    in_file = {text.casefold() for text in _texts(page)}
    long = [text.casefold() for text in _texts(seen) if len(text) >= _LONG]
    if long and sum(text in in_file for text in long) >= _AGREE * len(long):
        return replace(page, garbled=False)
    return replace(_counted(seen, page), garbled=True)


def _counted(page: Page, core: Page) -> Page:
    """The page with what the core counted on it and no other reader looks for."""
    return replace(
        page,
        outside=core.outside,
        hidden=core.hidden,
        fields=core.fields,
        stamps=core.stamps,
        notes=core.notes,
        numbers=core.numbers,
    )


def _texts(page: Page) -> Iterable[str]:
    return (word.text for word in page.words)
