"""A page as words with font, size and box, whichever reader gave them.

    Word("Protokollsutdrag", 56.7, 47.6, 122.4, 59.0, "Carlito", 9.5, bold=False, baseline=56.1)

Lengths are points, origin top left, of the page as shown (rotated and cropped).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple

from importers.bundle import Box, ReaderKind
from importers.pdf.beside import Beside

# Where a word came from no font map, its letters are these: unmapped, private use, control.
_NO_LETTERS = re.compile("[\ufffd\ufffe\uffff\ue000-\uf8ff\\x00-\\x1f]")
_MOST_UNMAPPED = 0.05


class Word(NamedTuple):
    """A run of signs without a blank. `baseline` is measured on the page turned so that its text stands upright.

    `hyphen`: the word ends its line with a hyphen that may be there only because the line ended.
    """

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    fontname: str
    size: float
    bold: bool
    baseline: float
    hyphen: bool = False

    @property
    def box(self) -> Box:
        return (self.x0, self.top, self.x1, self.bottom)


@dataclass(frozen=True, slots=True)
class Page:
    """One page. `turn` counts the quarter turns clockwise by which its text, as shown, is off upright.

    `outside` counts words beyond the crop box and `hidden` those that nobody sees (both left out), `fields`, `stamps` and
    `notes` what is filled in or laid on the page beside its text (not read), and `numbers` tells in which of these an
    identity number stands. `cut` says that the page held more signs than are read.
    `garbled`: the letters in the file make no words (of a page read by OCR: which is why it was). `blank`: there is
    nothing on it at all. `damaged`: it cannot be opened, and nothing of it is known. `mended`: headings to which OCR lacked the "§", as it read them: "8 372".
    """

    number: int
    width: float
    height: float
    words: tuple[Word, ...]
    reader: ReaderKind
    turn: int = 0
    outside: int = 0
    hidden: int = 0
    fields: int = 0
    stamps: int = 0
    notes: int = 0
    numbers: frozenset[Beside] = frozenset()
    cut: bool = False
    garbled: bool = False
    blank: bool = False
    damaged: bool = False
    mended: tuple[str, ...] = ()


def good(page: Page) -> bool:
    """Whether the page's words can be trusted: there are some, and next to none of their signs are unmapped."""
    text = "".join([word.text for word in page.words])
    return bool(text) and len(_NO_LETTERS.findall(text)) <= _MOST_UNMAPPED * len(text)


def upright(box: Box, turn: int, width: float, height: float) -> Box:
    """The box on the page turned so that its text stands upright; width and height are those of the page as shown."""
    x0, top, x1, bottom = box
    if turn == 1:
        return (top, width - x1, bottom, width - x0)
    if turn == 2:
        return (width - x1, height - bottom, width - x0, height - top)
    if turn == 3:
        return (height - bottom, x0, height - top, x1)
    return box


def as_shown(box: Box, turn: int, width: float, height: float) -> Box:
    """What `upright` turned, turned back."""
    x0, top, x1, bottom = box
    if turn == 1:
        return (width - bottom, x0, width - top, x1)
    if turn == 2:
        return (width - x1, height - bottom, width - x0, height - top)
    if turn == 3:
        return (top, height - x1, bottom, height - x0)
    return box
