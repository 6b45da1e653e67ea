"""What the pages show to be missing before anything is read out of them: text, whole words, the words outside a page."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from importers.bundle import Doubt
from importers.doubts import DoubtCode, doubt
from importers.errors import Refusal, UnreadableFile
from importers.pdf.limits import MOST_SIGNS_A_PAGE
from importers.pdf.page import Page, good
from importers.swedish import is_swedish


def check_pages(pages: Sequence[Page]) -> tuple[Doubt, ...]:
    """Doubts about whole pages.

    Raises `UnreadableFile`: no_text where no page has any, garbled_text where no page's letters make words.
    """
    empty = [page.number for page in pages if not page.words]
    if len(empty) == len(pages):
        raise UnreadableFile(Refusal.NO_TEXT, pages=len(pages))
    garbled = _garbled([page for page in pages if page.words])
    if garbled and len(garbled) + len(empty) == len(pages):
        raise UnreadableFile(Refusal.GARBLED_TEXT, pages=len(garbled))
    found: list[Doubt] = []
    if empty:
        found.append(doubt(DoubtCode.PAGES_WITHOUT_TEXT, pages=ranges(empty)))
    if garbled:
        found.append(doubt(DoubtCode.GARBLED_PAGES, pages=ranges(garbled)))
    for page in pages:
        if page.outside:
            found.append(doubt(DoubtCode.TEXT_OUTSIDE_PAGE, page=page.number, words=page.outside))
        if page.cut:
            found.append(doubt(DoubtCode.PAGE_TOO_LONG, page=page.number, limit=MOST_SIGNS_A_PAGE))
    return tuple(found)


def _garbled(pages: Sequence[Page]) -> list[int]:
    """Pages whose words are no Swedish. A page with few words is judged with the others, not alone."""
    together = is_swedish(word.text for page in pages for word in page.words)
    return [page.number for page in pages if not good(page) or not is_swedish(_texts(page), otherwise=together)]


def _texts(page: Page) -> Iterable[str]:
    return (word.text for word in page.words)


def ranges(numbers: Sequence[int]) -> str:
    """Page numbers as people write them: [3, 5, 6, 7] gives "3, 5-7"."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]}-{run[-1]}" for run in runs)
