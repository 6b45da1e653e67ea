"""Pages, lines and blocks made from text, so that the reader's rules are tested without a PDF.

# Yrkanden                 a line in bold, 12 points
## Svar på motion          a title: bold, 16 points
~ Anna Ek     S     Ja      small type, 7 points
Datum:        2024-12-11   three blanks or more part two cells
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from importers.bundle import Bundle, ReaderKind
from importers.pdf.page import Page, Word
from importers.read import read_bundle_of
from importers.text.blocks import Block, blocks, measure
from importers.text.layout import Line, lines_of
from importers.text.passage import Passage, passage

WIDTH, HEIGHT = 595.0, 842.0
_LEFT, _TOP, _LEADING = 70.0, 60.0, 14.0
_MARKS = (("## ", 16.0, True), ("# ", 12.0, True), ("~ ", 7.0, False))
_WORD = re.compile(r"\S+")


def page_of(text: str, number: int = 1, *, top: float = _TOP) -> Page:
    """A page with the text's lines from `top` down; an empty line is a wide gap."""
    words = tuple(
        word for row, line in enumerate(text.strip("\n").split("\n")) for word in _words(line, top + row * _LEADING)
    )
    return Page(number, WIDTH, HEIGHT, words, ReaderKind.PDFIUM)


def _words(line: str, baseline: float) -> Iterator[Word]:
    size, bold = 10.0, False
    for mark, its_size, its_weight in _MARKS:
        if line.startswith(mark):
            line, size, bold = line[len(mark) :], its_size, its_weight
    sign = 0.5 * size
    for match in _WORD.finditer(line):
        x0 = _LEFT + match.start() * sign
        x1 = x0 + len(match.group()) * sign
        yield Word(match.group(), x0, baseline - 0.7 * size, x1, baseline + 0.2 * size, "Test", size, bold, baseline)


def lines(text: str) -> tuple[Line, ...]:
    return lines_of(page_of(text))


def running(text: str) -> Passage:
    """The text as one passage."""
    return passage(lines(text))


def blocks_of(text: str) -> tuple[Block, ...]:
    found = lines(text)
    return blocks(found, measure(found))


def bundle_of(*pages: str) -> Bundle:
    """What the reader makes of pages of text."""
    made = [page_of(text, number) for number, text in enumerate(pages, 1)]
    return read_bundle_of(made)
