"""What the pages show to be missing before anything is read out of them: text, whole words, the words outside a page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from importers.bundle import Doubt, ReaderKind
from importers.doubts import UNSEEN, DoubtCode, doubt
from importers.errors import Refusal, UnreadableFile
from importers.minutes.numbering import shown
from importers.patterns.identity import identity_numbers
from importers.pdf import ocr
from importers.pdf.limits import MOST_SIGNS_A_PAGE
from importers.pdf.page import Page
from importers.pdf.within import Within

_MOST_NAMES = 20


def check_pages(pages: Sequence[Page]) -> tuple[Doubt, ...]:
    """Doubts about whole pages.

    Raises `UnreadableFile`: no_text where no page has any, on it or beside what it shows (ocr_needed where there is no OCR
    to look for it), garbled_text where no page's letters make words.
    """
    words = [page for page in pages if page.words]
    unread = [page for page in pages if page.garbled and page.reader is not ReaderKind.OCR]
    if not words and not any(page.outside for page in pages):
        raise UnreadableFile(Refusal.NO_TEXT if ocr.at_hand() else Refusal.OCR_NEEDED, pages=len(pages))
    if words and len(unread) == len(words):
        raise UnreadableFile(Refusal.GARBLED_TEXT, pages=len(unread))
    return (*_not_read(pages, unread), *_seen_by_ocr(words), *(one for page in pages for one in _beside_facts(page)))


def _not_read(pages: Sequence[Page], unread: Sequence[Page]) -> Iterator[Doubt]:
    """What pages give no words: damaged, without text, or `unread` since their letters make no words."""
    damaged = [page for page in pages if page.damaged]
    empty = [page for page in pages if not (page.words or page.blank or page.damaged)]
    for code, which in (
        (DoubtCode.PAGES_DAMAGED, damaged),
        (DoubtCode.PAGES_WITHOUT_TEXT, empty),
        (DoubtCode.GARBLED_PAGES, unread),
    ):
        if which:
            yield doubt(code, pages=shown([page.number for page in which]))


def _beside_facts(page: Page) -> Iterator[Doubt]:
    """What the page holds that is not read as facts, or should not be shown."""
    for code, words in ((DoubtCode.TEXT_OUTSIDE_PAGE, page.outside), (DoubtCode.TEXT_HIDDEN, page.hidden)):
        if words:
            yield doubt(code, page=page.number, words=words)
    for code, count in (
        (DoubtCode.FIELDS_NOT_READ, page.fields),
        (DoubtCode.STAMPS_NOT_READ, page.stamps),
        (DoubtCode.NOTES_NOT_READ, page.notes),
    ):
        if count:
            yield doubt(code, page=page.number, count=count)
    if identity_numbers(" ".join(word.text for word in page.words)):
        yield doubt(DoubtCode.IDENTITY_NUMBER, page=page.number)
    for place in sorted(page.numbers):
        yield doubt(DoubtCode.IDENTITY_NUMBER_BESIDE, page=page.number, place=place.value)
    if page.cut:
        yield doubt(DoubtCode.PAGE_TOO_LONG, page=page.number, limit=MOST_SIGNS_A_PAGE)


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


def check_within(beside: Within) -> Iterator[Doubt]:
    """Doubts about what the file holds that no page shows."""
    if names := beside.attached:
        listed = ", ".join(name or "?" for name in names[:_MOST_NAMES]) + (", …" if len(names) > _MOST_NAMES else "")
        yield doubt(DoubtCode.FILES_ATTACHED, count=len(names), names=listed)
    if beside.unsearched:
        yield doubt(DoubtCode.ATTACHED_NOT_SEARCHED)
    if beside.revisions:
        yield doubt(DoubtCode.EARLIER_REVISION, count=beside.revisions)
    for place, stands_there in (
        ("attached", beside.number_attached),
        ("revision", beside.number_in_revision),
        ("about", beside.number_about),
    ):
        if stands_there:
            yield doubt(DoubtCode.IDENTITY_NUMBER_WITHIN, place=place)


def unseen(doubts: Iterable[Doubt]) -> tuple[str, ...]:
    """The codes among the doubts that tell of what nobody sees on the pages, each once."""
    return tuple(sorted({one.code for one in doubts if one.code in UNSEEN}))
