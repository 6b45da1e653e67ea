"""The whole way from pages to a Bundle. Runs in the child; takes pages, so that pages made from text do as well."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain
from typing import Any

from importers.accounting import account
from importers.assemble import assemble
from importers.audit.audit import audit
from importers.bundle import Bundle, Doubt, FileInfo, PageInfo
from importers.checks import check_pages, check_within, unseen
from importers.documents.cut import cut
from importers.pdf.page import Page
from importers.pdf.pdfium import producer
from importers.pdf.progress import Tell, silent
from importers.pdf.select import read_pages
from importers.pdf.within import Within, within
from importers.reader import READER
from importers.text.abreast import in_reading_order
from importers.text.brackets import in_round_brackets
from importers.text.furniture import Sheet, lift
from importers.text.glued import parted
from importers.text.initials import without_initials
from importers.text.layout import Frame, Line, lines_of
from importers.text.margin import without_margin
from importers.text.number_rows import with_numbers_beside
from importers.text.stamps import without_stamps
from importers.text.votes_abreast import votes_in_order
from importers.titles import mend_titles


def read_document(document: Any, data: bytes, tell: Tell = silent) -> Bundle:
    """The Bundle of an open PDF, but for the file's name, size and sha256, which whoever asked has.

    Raises `UnreadableFile`: damaged, no_text, garbled_text.
    """
    return read_bundle_of(tuple(read_pages(document, data, tell)), producer(document), within(document, data))


def read_bundle_of(pages: Sequence[Page], producer: str | None = None, beside: Within | None = None) -> Bundle:
    """The Bundle of pages that have been read; of the file it tells its pages and its producer alone.

    `beside` is what the file holds that no page shows, which is not read.
    """
    doubts: list[Doubt] = [*check_pages(pages), *check_within(beside or Within())]
    rows, stamps = without_stamps([with_numbers_beside(parted(lines_of(page))) for page in pages])
    ordered = in_reading_order(in_round_brackets(rows))
    printed = [votes_in_order(lines) for lines in ordered]
    texts, counts = without_margin(printed)
    texts, initials = without_initials(texts)
    sheets = lift([(_frame(page), lines) for page, lines in zip(pages, texts, strict=True)])
    drafts = cut([sheet for sheet in sheets if sheet.head or sheet.text or sheet.foot], stamps)
    documents, more = assemble(drafts)
    documents, mended = mend_titles(documents)
    doubts += [*more, *mended]
    by_place = {(line.page, line.number): line for lines in texts for line in lines}
    doubts += audit(documents, by_place, doubts)
    heads = [line for draft in drafts for line in (*draft.head_lines, *draft.leftovers, *draft.labels)]
    stamped = [cell for stamp in stamps.values() for cell in stamp]
    apart = _furniture(sheets, [*heads, *counts, *initials, *stamped])
    words, unread = account(documents, chain(chain.from_iterable(printed), stamped), apart)
    return Bundle(
        reader=READER,
        file=FileInfo(
            name="",
            sha256="",
            bytes=0,
            pages=tuple(PageInfo(page.number, page.width, page.height, page.reader) for page in pages),
            producer=producer,
            unseen=unseen(doubts),
        ),
        documents=documents,
        words=words,
        unread=unread,
        doubts=tuple(doubts),
    )


def _frame(page: Page) -> Frame:
    return Frame(page.number, page.turn, page.width, page.height)


def _furniture(sheets: Sequence[Sheet], heads: Iterable[Line]) -> frozenset[tuple[int, int, float]]:
    lines = [line for sheet in sheets for line in (*sheet.head, *sheet.foot)]
    return frozenset((line.page, line.number, word.x0) for line in (*lines, *heads) for word in line.words)
