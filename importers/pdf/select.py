"""Which reader reads a page: the first whose page passes `good`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from importers.pdf import pdfium, plumber
from importers.pdf.page import Page, good


def read_pages(document: Any, data: bytes) -> Iterator[Page]:
    """The pages of the open document, one by one. A page that no reader reads well comes as the core read it."""
    for number in range(1, len(document) + 1):
        page = pdfium.read_page(document, number)
        if page.words and not good(page):
            second = plumber.read_page(data, number)
            page = second if good(second) else page
        yield page
