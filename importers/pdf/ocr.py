"""The third reader: Tesseract, for pages without text or whose letters make no words.

Size and weight of the type are measured in the picture, so that headings stand out as they do on paper.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from statistics import median
from typing import Any

import pypdfium2 as pdfium
from PIL import Image, ImageFilter

from importers.bundle import Box, ReaderKind
from importers.pdf.clock import grant
from importers.pdf.dusting import dust
from importers.pdf.hocr import Seen, SeenLine, lines_of
from importers.pdf.leaders import DOTS, find_leaders, with_leaders, without_leaders
from importers.pdf.limits import MOST_PIXELS, MOST_SIDE, OCR_SECONDS
from importers.pdf.page import Page, Word, as_shown
from importers.pdf.parted import mend_words
from importers.pdf.progress import Tell, silent
from importers.pdf.signs import mend_signs
from importers.pdf.tesseract import ORIENTATION, SWEDISH, OcrFailed, languages, look

_DPI = 300
_DUSTED = ImageFilter.MedianFilter(3)  # dots of a pixel or two are gone
_DARK = [255] * 128 + [0] * 128
_ROTATE = re.compile(r"^Rotate: (\d+)$", re.MULTILINE)
_CELL, _CELLS_OF_A_WORD = 8, 40  # pixels a side; cells that are mostly ink
_MARGIN = 4
_PLAIN = 80
_SURE = 60  # a page whose words Tesseract is less sure of may stand on its side
_BOLD = 1.17  # of the usual thickness of strokes
_SAME_SIZE = (0.88, 1.06)  # of the usual size: measured sizes within are the usual one
_STEP = 8  # other sizes are stated in eighths of the usual one


@dataclass(frozen=True, slots=True)
class _Measured:
    """A line with the size of its type in points, and the thickness of its strokes as a part of that."""

    line: SeenLine
    size: float
    stroke: float
    letters: int


@dataclass(frozen=True, slots=True)
class _Sheet:
    """What was seen on one page; `scale` is points a pixel."""

    number: int
    width: float
    height: float
    turn: int
    scale: float
    lines: tuple[_Measured, ...]
    mended: tuple[str, ...]


def at_hand() -> bool:
    """Whether this machine can read pictures of Swedish text."""
    return SWEDISH in languages()


def read_pages(document: Any, numbers: Sequence[int], tell: Tell = silent) -> dict[int, Page]:
    """The pages (1-based) that could be read, by number. Every page is given time of its own."""
    sheets: list[_Sheet] = []
    for done, number in enumerate(numbers):
        tell(done, len(numbers))
        if sheet := _see(document[number - 1], number):
            sheets.append(sheet)
    tell(len(numbers), len(numbers))
    lines = [line for sheet in sheets for line in sheet.lines]
    if not lines:
        return {sheet.number: _page(sheet, ()) for sheet in sheets}
    size = _usual(lines)
    stroke = median([line.stroke for line in lines if _is_usual(line.size, size)] or [line.stroke for line in lines])
    return {sheet.number: _page(sheet, tuple(_words(sheet, size, stroke))) for sheet in sheets}


def _see(page: Any, number: int) -> _Sheet | None:
    width, height = page.get_size()
    if max(width, height) > MOST_SIDE or min(width, height) <= 0:
        return None
    grant(OCR_SECONDS)
    scale = min(_DPI / 72, (MOST_PIXELS / (width * height)) ** 0.5)
    try:
        picture = page.render(scale=scale, grayscale=True).to_pil().convert("L").filter(_DUSTED)
    except pdfium.PdfiumError:
        return None
    finally:
        page.close()
    try:
        turn, upright, lines = _lines(picture)
        lines, mended = mend_signs(mend_words(dust(lines)), upright)
    except OcrFailed:
        return None
    measured = tuple(_measured(lines, upright, 1 / scale))
    return _Sheet(number, round(width, 2), round(height, 2), turn, 1 / scale, measured, mended)


def _lines(picture: Image.Image) -> tuple[int, Image.Image, tuple[SeenLine, ...]]:
    """Quarter turns clockwise by which the text is off upright, the picture set upright, and its lines."""
    lines = _read(picture)
    if not _may_be_turned([word for line in lines for word in line.words]):
        return 0, picture, lines
    turn = _turn(picture)
    if turn == 0:
        return 0, picture, lines
    upright = picture.rotate(90 * turn, expand=True)
    return turn, upright, _read(upright)


def _may_be_turned(words: Sequence[Seen]) -> bool:
    """Whether words are higher than wide, or Tesseract is not sure of them."""
    long = [word for word in words if len(word.text) > 2]
    high = sum(word.bottom - word.top > word.x1 - word.x0 for word in long)
    return 2 * high >= len(long) or sum(word.sure for word in words) < _SURE * len(words)


def _read(picture: Image.Image) -> tuple[SeenLine, ...]:
    """The lines that Tesseract finds on the page, and those that it finds in what it left over."""
    leaders = find_leaders(picture)
    picture = without_leaders(picture, leaders)
    lines = with_leaders(lines_of(look(picture, SWEDISH, "--dpi", str(_DPI), "hocr")), leaders)
    rest = picture.copy()
    for word in (word for line in lines for word in line.words):
        rest.paste(255, (word.x0 - _MARGIN, word.top - _MARGIN, word.x1 + _MARGIN, word.bottom + _MARGIN))
    cells = rest.reduce(_CELL).point(_DARK).histogram()[255]
    if cells < _CELLS_OF_A_WORD:
        return lines
    return lines + tuple(_sure(lines_of(look(rest, SWEDISH, "--psm", "11", "--dpi", str(_DPI), "hocr"))))


def _sure(lines: Sequence[SeenLine]) -> Iterator[SeenLine]:
    """Logotypes and signatures look like words as well; only what is plainly one is taken."""
    for line in lines:
        words = tuple(word for word in line.words if word.sure >= _PLAIN and sum(map(str.isalnum, word.text)) > 1)
        if words:
            yield replace(line, words=words)


def _turn(picture: Image.Image) -> int:
    if ORIENTATION not in languages():
        return 0
    try:
        rotation = _ROTATE.search(look(picture, ORIENTATION, "--psm", "0", "--dpi", str(_DPI)))
    except OcrFailed:  # too little to tell
        return 0
    return -int(rotation[1]) // 90 % 4 if rotation else 0


def _measured(lines: Sequence[SeenLine], picture: Image.Image, scale: float) -> Iterator[_Measured]:
    """Ink that is left when a pixel is taken off every edge tells how thick the strokes are."""
    ink = picture.point(_DARK)
    thin = ink.filter(ImageFilter.MinFilter(3))
    for line in lines:
        all_ink = left = 0
        for word in (word for word in line.words if word.text != DOTS):
            box = (word.x0, word.top, word.x1, word.bottom)
            all_ink += ink.crop(box).histogram()[255]
            left += thin.crop(box).histogram()[255]
        stroke = 2 / (1 - left / all_ink) if left < all_ink else 0.0
        letters = sum(len(word.text) for word in line.words if word.text != DOTS)
        yield _Measured(line, line.size * scale, stroke / max(line.size, 1.0), letters)


def _usual(lines: Sequence[_Measured]) -> float:
    """The size of most letters, in half points."""
    sizes = Counter[float]()
    for line in lines:
        sizes[round(2 * line.size) / 2] += line.letters
    return max(sizes.most_common(1)[0][0], 1.0)


def _is_usual(size: float, usual: float) -> bool:
    return _SAME_SIZE[0] <= size / usual <= _SAME_SIZE[1]


def _words(sheet: _Sheet, size: float, stroke: float) -> Iterator[Word]:
    slopes = [measured.line.slope for measured in sheet.lines if measured.letters > 20]
    slope = median(slopes) if slopes else 0.0
    for measured in sheet.lines:
        line = measured.line
        start = line.words[0].x0
        # Where the line would stand on a page that lies straight: what stands side by side has one baseline.
        baseline = round((line.level + (line.slope - slope) * start) * sheet.scale, 2)
        its_size = size if _is_usual(measured.size, size) else size * round(_STEP * measured.size / size) / _STEP
        bold = measured.stroke > _BOLD * stroke
        for word in line.words:
            box = tuple(round(side * sheet.scale, 2) for side in (word.x0, word.top, word.x1, word.bottom))
            hyphen = word is line.words[-1] and word.text.endswith("-") and len(word.text) > 1
            yield Word(word.text, *_shown(box, sheet), "", round(its_size, 2), bold, baseline, hyphen)


def _shown(box: tuple[float, ...], sheet: _Sheet) -> Box:
    x0, top, x1, bottom = box
    return as_shown((x0, top, x1, bottom), sheet.turn, sheet.width, sheet.height)


def _page(sheet: _Sheet, words: tuple[Word, ...]) -> Page:
    return Page(
        number=sheet.number,
        width=sheet.width,
        height=sheet.height,
        words=words,
        reader=ReaderKind.OCR,
        turn=sheet.turn,
        mended=sheet.mended,
    )
