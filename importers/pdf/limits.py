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
OCR_SECONDS = 30.0  # of the processor, for one page read by OCR; a noisy page full of text takes 11
DRAW_SECONDS = 4.0  # the same for one page that is drawn; a scan in colour, 2,400 pixels wide, takes 3
MOST_WAITING = 40  # seconds by the wall for each of the processor: a busy machine makes everybody wait
PLUMBER_SECONDS = 3.0  # pdfplumber is not asked where less of the clock is left


def seconds(pages: int) -> float:
    """Processor time for a file of so many pages, but for what is granted to each that is drawn or read by OCR."""
    return 5.0 + 0.01 * pages
