"""What the pages show to be missing before anything is read out of them: text, whole words, the words outside a page."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from importers.bundle import Doubt, ReaderKind
from importers.doubts import DoubtCode, doubt
from importers.errors import Refusal, UnreadableFile
from importers.minutes.numbering import shown
from importers.pdf import ocr
from importers.pdf.limits import MOST_SIGNS_A_PAGE
from importers.pdf.page import Page

_MOST_NAMES = 20


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
        found.append(doubt(DoubtCode.PAGES_WITHOUT_TEXT, pages=shown(empty)))
    if unread:
        found.append(doubt(DoubtCode.GARBLED_PAGES, pages=shown(unread)))
    found += _seen_by_ocr(words)
    for page in pages:
        if page.outside:
            found.append(doubt(DoubtCode.TEXT_OUTSIDE_PAGE, page=page.number, words=page.outside))
        if page.hidden:
            found.append(doubt(DoubtCode.TEXT_HIDDEN, page=page.number, words=page.hidden))
        if page.fields:
            found.append(doubt(DoubtCode.FIELDS_NOT_READ, page=page.number, count=page.fields))
        if page.stamps:
            found.append(doubt(DoubtCode.STAMPS_NOT_READ, page=page.number, count=page.stamps))
        if page.cut:
            found.append(doubt(DoubtCode.PAGE_TOO_LONG, page=page.number, limit=MOST_SIGNS_A_PAGE))
    return tuple(found)


def _seen_by_ocr(pages: Sequence[Page]) -> Iterable[Doubt]:
    seen = [page for page in pages if page.reader is ReaderKind.OCR]
    pictures = [page.number for page in seen if not page.garbled]
    garbled = [page.number for page in seen if page.garbled]
    if pictures:
        yield doubt(DoubtCode.PAGES_READ_BY_OCR, pages=shown(pictures))
    if garbled:
        yield doubt(DoubtCode.GARBLED_PAGES_READ_BY_OCR, pages=shown(garbled))
    for page in seen:
        for printed in page.mended:
            yield doubt(DoubtCode.NUMBER_READ_BY_OCR, page=page.number, seen=printed)


def check_attached(names: Sequence[str]) -> tuple[Doubt, ...]:
    """A doubt that names the files within the file, where there are any."""
    if not names:
        return ()
    listed = ", ".join(name or "?" for name in names[:_MOST_NAMES]) + (", …" if len(names) > _MOST_NAMES else "")
    return (doubt(DoubtCode.FILES_ATTACHED, count=len(names), names=listed),)
