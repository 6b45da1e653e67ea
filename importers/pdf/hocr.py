"""What Tesseract prints as hOCR, as lines of words in pixels.

<span class='ocr_line' … title="bbox 347 553 511 609; baseline -0.037 0; x_size 68; …">
 <span class='ocrx_word' … title='bbox 401 554 511 605; x_wconf 96'>372</span>
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from statistics import median_low
from typing import NamedTuple

_SPAN = re.compile(
    r"<span class='(?P<kind>ocr_(?:line|header|caption|textfloat)|ocrx_word)'[^>]{0,80} title=[\"']"
    r"bbox (?P<x0>\d+) (?P<top>\d+) (?P<x1>\d+) (?P<bottom>\d+)"
    r"(?:; x_wconf (?P<sure>\d+)[^>]{0,40}>(?P<text>[^\n]*)|; baseline (?P<slope>-?[\d.]+) (?P<lift>-?[\d.]+))?"
)
_TAG = re.compile(r"<[^<>]{0,40}>")
_TALL = re.compile(r"^[^ÅÄÖÉ]*[A-Zbdfhkl0-9][^ÅÄÖÉ]*$")  # reaches the height of a capital, and no higher
_SMALL = re.compile(r"^[acegm-su-z.,:;-]+$")  # no higher than an x
_DEEP = re.compile(r"[gjpqyQ,;()|]")  # reaches below the line
_TALL_PART, _X_PART = 0.72, 0.51  # of the size: how high tall letters are, and small ones


class Seen(NamedTuple):
    """A word in pixels, and how sure Tesseract is of it (0 to 100)."""

    text: str
    x0: int
    top: int
    x1: int
    bottom: int
    sure: int

    def parted(self, at: int) -> tuple[Seen, Seen]:
        """The word's first `at` letters, and the rest, with a blank between them."""
        cut = self.x0 + (self.x1 - self.x0) * at // len(self.text)
        blank = min((self.bottom - self.top) // 3, self.x1 - cut)
        return self._replace(text=self.text[:at], x1=cut), self._replace(text=self.text[at:], x0=cut + blank)


@dataclass(frozen=True, slots=True)
class SeenLine:
    """A line in pixels. At `x` its baseline lies at `level + slope * x`."""

    words: tuple[Seen, ...]
    slope: float
    level: float

    @property
    def size(self) -> float:
        """The size of its type in pixels, by the height of its letters."""
        for letters, part in ((_TALL, _TALL_PART), (_SMALL, _X_PART)):
            if words := [word for word in self.words if letters.match(word.text)]:
                return median_low(map(self._height, words)) / part
        return median_low(map(self._height, self.words)) / _TALL_PART

    def _height(self, word: Seen) -> float:
        """How high the word stands above the line. A short line's baseline may be far off, and so may a box."""
        above = self.level + self.slope * (word.x0 + word.x1) / 2 - word.top
        return above if _DEEP.search(word.text) else min(above, word.bottom - word.top)


def lines_of(hocr: str) -> tuple[SeenLine, ...]:
    """The lines that have words, in Tesseract's order."""
    lines: list[tuple[float, float, list[Seen]]] = []
    for match in _SPAN.finditer(hocr):
        x0, top, x1, bottom = (int(match[side]) for side in ("x0", "top", "x1", "bottom"))
        if match["kind"] != "ocrx_word":
            slope = float(match["slope"] or 0.0)
            lines.append((slope, bottom + float(match["lift"] or 0.0) - slope * x0, []))
        elif lines and (text := html.unescape(_TAG.sub("", match["text"] or "")).strip()):
            lines[-1][2].append(Seen(text, x0, top, x1, bottom, int(match["sure"])))
    return tuple(SeenLine(tuple(words), slope, level) for slope, level, words in lines if words)
