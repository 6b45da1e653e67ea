"""The core reader: one bulk text call a page, three small calls a word, fonts looked up once per text object."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Callable
from ctypes import c_void_p
from dataclasses import dataclass
from functools import partial
from math import atan2, hypot, pi
from typing import Any, NamedTuple

import pypdfium2 as pdfium
from pypdfium2 import raw

from importers.bundle import Box, ReaderKind
from importers.errors import Refusal, UnreadableFile
from importers.pdf.beside import annotations_on
from importers.pdf.calls import Ends, Font, TextCalls, font_of, is_text_alone
from importers.pdf.clock import grant
from importers.pdf.hidden import LEAST, Spot, hidden
from importers.pdf.letters import SOFT_HYPHEN, composed, is_plain
from importers.pdf.limits import DRAW_SECONDS, MOST_PAGES, MOST_SIGNS_A_PAGE
from importers.pdf.page import Page, Word, upright

# PDFium marks a hyphen at a line's end with one of two and glues the two lines together (catch: "septem\x02ber").
_WORD = re.compile(r"[^\s\x02\ufffe]*[\x02\ufffe]|[^\s\x02\ufffe]+")
_LINE_END_HYPHENS = f"\x02\ufffe{SOFT_HYPHEN}"
_BOLD_NAME = re.compile(r"bold|black|heavy|semibold|demi", re.IGNORECASE)
# A name that says so is believed before a weight, which PDFium guesses from the stems: plain serifs may well have thick ones.
_PLAIN_NAME = re.compile(r"regular|[-,](?:roman|book|light|normal|italic|oblique)(?:mt)?$", re.IGNORECASE)
_PAGE_OBJECT = re.compile(rb"/Type\s{0,4}/Page[^s]")
_BOLD_WEIGHT = 600
_REACHING_OUT = "fFTVWYP"  # letters whose top may lie over the blank behind them, which then looks too narrow to be one
_REACH = 0.3  # of the size
_LARGE = 0.6  # of the page: a picture that may be the page itself
_GLANCE = 600.0  # pixels a side, to see whether anything is on a page
_FORCE_BOLD = 1 << 18
_UP = ((0, 1), (-1, 0), (0, -1), (1, 0))  # which way is up for text turned 0, 1, 2, 3 quarters counter-clockwise
_ASCENT, _DESCENT = 0.72, 0.2  # of the size: what letters take up above and below their line


# A `Word` of its values, without a call in Python for each.
_word: Callable[[tuple[object, ...]], Word] = partial(tuple.__new__, Word)
_Stands = tuple[float, float, float, float, float]  # a word's box, and its baseline


class _Style(NamedTuple):
    """What is the same for every word of one text object."""

    fontname: str
    bold: bool
    size: float
    quarter: int  # quarter turns counter-clockwise of the text on the unrotated page
    shows: bool  # by its own colour


@dataclass(slots=True)
class _Frame:
    """From PDFium's coordinates (origin bottom left, unrotated) to those of the page as shown."""

    left: float
    bottom: float
    right: float
    top: float
    rotation: int

    @property
    def width(self) -> float:
        return self.top - self.bottom if self.rotation % 2 else self.right - self.left

    @property
    def height(self) -> float:
        return self.right - self.left if self.rotation % 2 else self.top - self.bottom

    def shown(self, left: float, bottom: float, right: float, top: float) -> Box:
        if self.rotation == 1:
            return (bottom - self.bottom, left - self.left, top - self.bottom, right - self.left)
        if self.rotation == 2:
            return (self.right - right, bottom - self.bottom, self.right - left, top - self.bottom)
        if self.rotation == 3:
            return (self.top - top, self.right - right, self.top - bottom, self.right - left)
        return (left - self.left, self.top - top, right - self.left, self.top - bottom)


def open_pdf(data: bytes) -> Any:
    """The open document.

    Raises `UnreadableFile`: encrypted, damaged, no_pages, too_many_pages.
    """
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        raise UnreadableFile(_why_not(getattr(error, "err_code", None), data)) from error
    pages = len(document)
    if pages == 0:
        raise UnreadableFile(Refusal.NO_PAGES)
    if pages > MOST_PAGES:
        raise UnreadableFile(Refusal.TOO_MANY_PAGES, pages=pages, limit=MOST_PAGES)
    return document


def _why_not(code: int | None, data: bytes) -> Refusal:
    """PDFium refuses a file without pages as it does a broken one, but names no error."""
    if code in (raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY):
        return Refusal.ENCRYPTED
    if code == raw.FPDF_ERR_SUCCESS and not _PAGE_OBJECT.search(data):
        return Refusal.NO_PAGES
    return Refusal.DAMAGED


def producer(document: Any) -> str | None:
    """What the file says made it: "LibreOffice 7.4"."""
    size = raw.FPDF_GetMetaText(document, b"Producer", None, 0)
    buffer = ctypes.create_string_buffer(size)
    raw.FPDF_GetMetaText(document, b"Producer", buffer, size)
    return buffer.raw[: max(size - 2, 0)].decode("utf-16-le", errors="replace") or None


def read_page(document: Any, number: int) -> Page:
    """Page `number` (1-based); one that PDFium cannot load is `damaged`, and its size unknown."""
    try:
        page = document[number - 1]
        textpage = page.get_textpage()
    except pdfium.PdfiumError:
        return Page(number, 0.0, 0.0, (), ReaderKind.PDFIUM, damaged=True)
    try:
        return _read(page, textpage, number)
    finally:
        textpage.close()
        page.close()


def has_large_picture(document: Any, number: int) -> bool:
    """Whether a picture takes up most of page `number` (1-based)."""
    page = document[number - 1]
    try:
        width, height = page.get_size()
        pictures = page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=3)
        return any(_area(picture.get_bounds()) >= _LARGE * width * height for picture in pictures)
    except pdfium.PdfiumError:
        return False
    finally:
        page.close()


def _area(bounds: tuple[float, float, float, float]) -> float:
    left, bottom, right, top = bounds
    return (right - left) * (top - bottom)


def is_blank(document: Any, number: int) -> bool:
    """Whether page `number` (1-based) shows nothing at all: its crop box may well leave none of it. Not one that cannot be
    drawn."""
    grant(DRAW_SECONDS)
    page = document[number - 1]
    try:
        if min(page.get_size()) <= 0:
            return True
        scale = min(1.0, _GLANCE / max(page.get_size()))
        darkest, lightest = page.render(scale=scale, grayscale=True).to_pil().convert("L").getextrema()
    except pdfium.PdfiumError:
        return False
    finally:
        page.close()
    return bool(darkest == lightest)


def _read(page: Any, textpage: Any, number: int) -> Page:
    left, bottom, right, top = page.get_bbox()
    frame = _Frame(left, bottom, right, top, page.get_rotation() // 90 % 4)
    signs = raw.FPDFText_CountChars(textpage)
    printed = _words(textpage, frame, min(signs, MOST_SIGNS_A_PAGE))
    noted = annotations_on(page)
    unseen = frozenset[int]()
    if noted.boxes or not printed.all_show or not is_text_alone(page, LEAST):
        unseen = hidden(page, [_spot(*one) for one in printed.spots], noted.boxes)
    words, quarters = printed.words, printed.quarters
    return Page(
        number=number,
        width=round(frame.width, 2),
        height=round(frame.height, 2),
        words=tuple(word for index, word in enumerate(words) if index not in unseen) if unseen else tuple(words),
        reader=ReaderKind.PDFIUM,
        turn=(frame.rotation - quarters.index(max(quarters))) % 4 if words else 0,
        outside=printed.outside,
        hidden=len(unseen),
        fields=noted.fields,
        stamps=noted.stamps,
        notes=noted.notes,
        numbers=noted.numbers,
        cut=signs > MOST_SIGNS_A_PAGE,
    )


def _spot(text_object: int, ends: Ends, shows: bool) -> Spot:
    left, top, right, bottom, last_left, last_top, last_right, last_bottom, _, _ = ends
    x = (min(left, last_left) + max(right, last_right)) / 2
    return Spot(x, (min(bottom, last_bottom) + max(top, last_top)) / 2, text_object, shows)


def _text(textpage: Any, signs: int) -> str:
    """The page's signs, one for each of PDFium's, so that an index into one is an index into the other."""
    if signs <= 0:
        return ""
    buffer = (ctypes.c_ushort * (signs + 1))()
    written = raw.FPDFText_GetText(textpage, 0, signs, buffer)
    text = bytes(buffer)[: 2 * (written - 1)].decode("utf-16-le", errors="replace")
    if len(text) == signs:
        return text
    return "".join(chr(raw.FPDFText_GetUnicode(textpage, i) or 0xFFFD) for i in range(signs))


@dataclass(slots=True)
class _Found:
    """A page's words in the order of the content stream, where in the file each is, and how many are turned how."""

    words: list[Word]
    spots: list[tuple[int, Ends, bool]]  # the text object, its ends, and whether its colour shows
    outside: int
    quarters: list[int]
    all_show: bool


def _words(textpage: Any, frame: _Frame, signs: int) -> _Found:
    """The words on the page. Nothing in the reader runs as often as this loop."""
    text = _text(textpage, signs)
    calls = TextCalls(textpage)
    styles = _Styles(calls)
    ends_of, object_of, known_style, style_of = calls.ends_reader(), calls.object_reader(), styles.known, styles.of
    plain, level = is_plain(text), frame.rotation == 0
    most_across, most_down = 2 * frame.width, 2 * frame.height
    words: list[Word] = []
    spots: list[tuple[int, Ends, bool]] = []
    outside, quarters = 0, [0, 0, 0, 0]
    for match in _WORD.finditer(text):
        printed, hyphen = match.group(), False
        if not plain:
            printed, hyphen = _mended(printed)
        first, end = match.span()
        ends = ends_of(first, end - 1) if printed else None
        if ends is None:
            continue
        text_object = object_of(first) or 0
        style = known_style(text_object) or style_of(text_object, first)
        fontname, bold, size, quarter, shows = style
        is_level = level and not quarter
        x0, top, x1, bottom, baseline = _level(frame, size, ends) if is_level else _turned(frame, style, ends)
        if is_level and printed[-1] in _REACHING_OUT and (pen := calls.pen(end)) is not None:
            x1 = pen - frame.left if 0 < x1 - (pen - frame.left) < _REACH * size else x1
        if 0 <= x0 + x1 <= most_across and 0 <= top + bottom <= most_down:  # its middle lies on the page
            words.append(_word((printed, x0, top, x1, bottom, fontname, size, bold, baseline, hyphen)))
            spots.append((text_object, ends, shows))
            quarters[quarter] += 1
        else:
            outside += 1
    return _Found(words, spots, outside, quarters, styles.all_show)


def _mended(printed: str) -> tuple[str, bool]:
    """The word with its bullets and hyphen as printed, and whether PDFium says that its line ends in the midst of it."""
    if printed[-1] in _LINE_END_HYPHENS:
        return composed(printed[:-1]).replace(SOFT_HYPHEN, "") + "-", True
    return composed(printed).replace(SOFT_HYPHEN, ""), False


def _level(frame: _Frame, size: float, ends: Ends) -> _Stands:
    """Where a word stands on a page that needs no turning, at least as high as the letters of its size.

    The font's own ascent cannot be trusted alone: some producers leave it out, and "som" would be lower than "Som".
    """
    _, top, right, bottom, _, last_top, last_right, last_bottom, x, y = ends
    left, upper = frame.left, frame.top
    above, below = y + _ASCENT * size, y - _DESCENT * size
    top = top if top > last_top else last_top
    bottom = bottom if bottom < last_bottom else last_bottom
    return (
        round(x - left, 2),  # where the pen starts; a "J" reaches out to the left of it
        upper - (top if top > above else above),
        (right if right > last_right else last_right) - left,
        upper - (bottom if bottom < below else below),
        round(upper - y, 2),
    )


def _turned(frame: _Frame, style: _Style, ends: Ends) -> _Stands:
    """The same for a page or a text that is turned."""
    left, top, right, bottom, last_left, last_top, last_right, last_bottom, x, y = ends
    up_x, up_y = _UP[style.quarter]
    above, below = _ASCENT * style.size, -_DESCENT * style.size
    across = [x + up_x * above, x + up_x * below] if up_x else []
    along = [y + up_y * above, y + up_y * below] if up_y else []
    lefts = [x] if style.quarter == 0 else [left, last_left]
    x0, y0, x1, y1 = frame.shown(
        min(lefts + across),
        min([bottom, last_bottom, *along]),
        max([right, last_right, *across]),
        max([top, last_top, *along]),
    )
    point = frame.shown(x, y, x, y)
    baseline = upright(point, (frame.rotation - style.quarter) % 4, frame.width, frame.height)[3]
    return round(x0, 2), y0, x1, y1, round(baseline, 2)


class _Styles:
    """What is the same for every word of a text object, and of a font, looked up once."""

    def __init__(self, calls: TextCalls) -> None:
        self._calls = calls
        self._styles: dict[int, _Style] = {0: _Style("", False, 0.0, 0, True)}
        self._fonts: dict[int, tuple[str, bool]] = {0: ("", False)}

    @property
    def all_show(self) -> bool:
        """Whether every text object so far has a colour that shows."""
        return all(style.shows for style in self._styles.values())

    @property
    def known(self) -> Callable[[int], _Style | None]:
        """A function that gives the style of a text object that `of` has been asked of."""
        return self._styles.get

    def of(self, text_object: int, sign: int) -> _Style:
        """That of a text object, of which `sign` is one: font, and size as shown, the operand times the matrix' scale."""
        handle = c_void_p(text_object)
        font = self._calls.font(handle)
        if font not in self._fonts:
            self._fonts[font] = name_and_weight(font_of(font))
        name, bold = self._fonts[font]
        operand, a, b, c, d, _, _ = self._calls.size_and_matrix(handle, sign)
        size = round(operand * (hypot(c, d) or 1.0), 2)
        quarter = round(atan2(b, a) / (pi / 2)) % 4 if b else (0 if a >= 0 else 2)
        style = self._styles[text_object] = _Style(name, bold, size, quarter, self._calls.shows(handle))
        return style


def name_and_weight(font: Font) -> tuple[str, bool]:
    """A font's name, and whether it is bold. The weight, worked out from the stems, counts where the name says nothing."""
    heavy = font.weight >= _BOLD_WEIGHT and not _PLAIN_NAME.search(font.name)
    bold = _BOLD_NAME.search(font.name) or font.flags & _FORCE_BOLD or heavy
    return font.name, bool(bold)
