"""What a PDF may cost: sizes, counts and clocks, in one place. `pdf.md` of the project's notes says how they were found."""

from __future__ import annotations

MOST_BYTES = 50_000_000
HEAD_BYTES = 1024  # "%PDF-" has to stand within these
MOST_PAGES = 5_000
MOST_SIGNS_A_PAGE = 200_000
MOST_SIDE = 14_400.0  # points; a larger page is read but never drawn
MOST_PIXELS = 40_000_000
MOST_MEMORY = 1 << 30
MOST_ANSWER = 256_000_000  # bytes that a child may answer with
OCR_SECONDS = 10.0  # of the processor, for one page read by OCR
MOST_WAITING = 10  # seconds by the wall for each of the processor: a busy machine makes everybody wait
PLUMBER_SECONDS = 3.0  # pdfplumber is not asked where less of the clock is left


def seconds(pages: int) -> float:
    """Processor time for a file of so many pages, those that OCR reads not counted."""
    return 5.0 + 0.01 * pages
