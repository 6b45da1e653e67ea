"""What the pages show to be missing before anything is read out of them: text, whole words, the words outside a page."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from importers.bundle import Doubt, ReaderKind
from importers.doubts import DoubtCode, doubt
from importers.errors import Refusal, UnreadableFile
from importers.pdf import ocr
from importers.pdf.limits import MOST_SIGNS_A_PAGE
from importers.pdf.page import Page


def check_pages(pages: Sequence[Page]) -> tuple[Doubt, ...]:
    """Doubts about whole pages.

    Raises `UnreadableFile`: no_text where no page has any (ocr_needed where there is no OCR to look for it),
    garbled_text where no page's letters make words.
    """
    empty = [page.number for page in pages if not page.words and not page.blank]
    unread = [page.number for page in pages if page.garbled and page.reader is not ReaderKind.OCR]
    words = [page for page in pages if page.words]
    if not words:
        raise UnreadableFile(Refusal.NO_TEXT if ocr.at_hand() else Refusal.OCR_NEEDED, pages=len(pages))
    if len(unread) == len(words):
        raise UnreadableFile(Refusal.GARBLED_TEXT, pages=len(unread))
    found: list[Doubt] = []
    if empty:
        found.append(doubt(DoubtCode.PAGES_WITHOUT_TEXT, pages=ranges(empty)))
    if unread:
        found.append(doubt(DoubtCode.GARBLED_PAGES, pages=ranges(unread)))
    found += _seen_by_ocr(words)
    for page in pages:
        if page.outside:
            found.append(doubt(DoubtCode.TEXT_OUTSIDE_PAGE, page=page.number, words=page.outside))
        if page.cut:
            found.append(doubt(DoubtCode.PAGE_TOO_LONG, page=page.number, limit=MOST_SIGNS_A_PAGE))
    return tuple(found)


def _seen_by_ocr(pages: Sequence[Page]) -> Iterable[Doubt]:
    seen = [page for page in pages if page.reader is ReaderKind.OCR]
    pictures = [page.number for page in seen if not page.garbled]
    garbled = [page.number for page in seen if page.garbled]
    if pictures:
        yield doubt(DoubtCode.PAGES_READ_BY_OCR, pages=ranges(pictures))
    if garbled:
        yield doubt(DoubtCode.GARBLED_PAGES_READ_BY_OCR, pages=ranges(garbled))
    for page in seen:
        for printed in page.mended:
            yield doubt(DoubtCode.NUMBER_READ_BY_OCR, page=page.number, seen=printed)


def ranges(numbers: Sequence[int]) -> str:
    """Page numbers as people write them: [3, 5, 6, 7] gives "3, 5-7"."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]}-{run[-1]}" for run in runs)
