"""The core reader: one bulk text call a page, three small calls a word, fonts looked up once per text object."""

from __future__ import annotations

import ctypes
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from math import atan2, hypot, pi
from typing import Any

import pypdfium2 as pdfium
from pypdfium2 import raw

from importers.bundle import Box, ReaderKind
from importers.errors import Refusal, UnreadableFile
from importers.pdf.limits import MOST_PAGES, MOST_SIGNS_A_PAGE
from importers.pdf.page import Page, Word, upright

# PDFium marks a hyphen at a line's end with one of these and glues the two lines together (catch: "septem\x02ber").
_WORD = re.compile(r"[^\s\x02\ufffe\xad]*[\x02\ufffe\xad]|[^\s\x02\ufffe\xad]+")
_LINE_END_HYPHENS = "\x02\ufffe\xad"
_SYMBOLS = str.maketrans({"\uf0b7": "•", "\uf0a7": "▪", "\uf0d8": "➢", "\uf02d": "-", "\x00": None})
_BOLD_NAME = re.compile(r"bold|black|heavy|semibold|demi", re.IGNORECASE)
_PAGE_OBJECT = re.compile(rb"/Type\s{0,4}/Page[^s]")
_BOLD_WEIGHT = 600
_FORCE_BOLD = 1 << 18
_UP = ((0, 1), (-1, 0), (0, -1), (1, 0))  # which way is up for text turned 0, 1, 2, 3 quarters counter-clockwise
_ASCENT, _DESCENT = 0.72, 0.2  # of the size: what letters take up above and below their line


@dataclass(slots=True)
class _Style:
    """What is the same for every word of one text object."""

    fontname: str
    size: float
    bold: bool
    quarter: int  # quarter turns counter-clockwise of the text on the unrotated page


@dataclass(slots=True)
class _Frame:
    """From PDFium's coordinates (origin bottom left, unrotated) to those of the page as shown."""

    left: float
    bottom: float
    right: float
    top: float
    rotation: int
    styles: dict[int, _Style] = field(default_factory=dict)

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
    return document.get_metadata_value("Producer") or None


def read_page(document: Any, number: int) -> Page:
    """Page `number` (1-based). A page that PDFium cannot load raises `UnreadableFile` (damaged)."""
    try:
        page = document[number - 1]
        textpage = page.get_textpage()
    except pdfium.PdfiumError as error:
        raise UnreadableFile(Refusal.DAMAGED) from error
    try:
        return _read(page, textpage, number)
    finally:
        textpage.close()
        page.close()


def _read(page: Any, textpage: Any, number: int) -> Page:
    left, bottom, right, top = page.get_bbox()
    frame = _Frame(left, bottom, right, top, page.get_rotation() // 90 % 4)
    signs = raw.FPDFText_CountChars(textpage)
    found = list(_words(textpage, frame, min(signs, MOST_SIGNS_A_PAGE)))
    inside = [(word, quarter) for word, quarter in found if _is_inside(word, frame)]
    quarters = Counter(quarter for _, quarter in inside)
    turn = (frame.rotation - quarters.most_common(1)[0][0]) % 4 if quarters else 0
    return Page(
        number=number,
        width=round(frame.width, 2),
        height=round(frame.height, 2),
        words=tuple(word for word, _ in inside),
        reader=ReaderKind.PDFIUM,
        turn=turn,
        outside=len(found) - len(inside),
        cut=signs > MOST_SIGNS_A_PAGE,
    )


def _is_inside(word: Word, frame: _Frame) -> bool:
    x, y = (word.x0 + word.x1) / 2, (word.top + word.bottom) / 2
    return 0 <= x <= frame.width and 0 <= y <= frame.height


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


def _words(textpage: Any, frame: _Frame, signs: int) -> Iterator[tuple[Word, int]]:
    text = _text(textpage, signs)
    x, y = ctypes.c_double(), ctypes.c_double()
    for match in _WORD.finditer(text):
        printed = match.group().translate(_SYMBOLS)
        hyphen = bool(printed) and printed[-1] in _LINE_END_HYPHENS
        if hyphen:
            printed = printed[:-1] + "-"
        first, last = match.start(), match.end() - 1
        rect, rect_end = raw.FS_RECTF(), raw.FS_RECTF()
        if not printed or not raw.FPDFText_GetLooseCharBox(textpage, first, rect):
            continue
        if not raw.FPDFText_GetLooseCharBox(textpage, last, rect_end):
            rect_end = rect
        style = _style(textpage, first, frame)
        raw.FPDFText_GetCharOrigin(textpage, first, x, y)
        box = _box(frame, style, (rect, rect_end), (x.value, y.value))
        baseline = _baseline(frame, style, (x.value, y.value))
        yield Word(printed, *box, style.fontname, style.size, style.bold, baseline, hyphen), style.quarter


def _box(frame: _Frame, style: _Style, ends: tuple[Any, Any], origin: tuple[float, float]) -> Box:
    """The word's box as shown, at least as high as the letters of its size.

    The font's own ascent cannot be trusted alone: some producers leave it out, and "som" would be lower than "Som".
    """
    (x, y), (up_x, up_y) = origin, _UP[style.quarter]
    above, below = _ASCENT * style.size, -_DESCENT * style.size
    across = [x + up_x * above, x + up_x * below] if up_x else []
    along = [y + up_y * above, y + up_y * below] if up_y else []
    lefts, rights = [end.left for end in ends], [end.right for end in ends]
    if style.quarter == 0:
        lefts = [x]  # where the pen starts; a "J" reaches out to the left of it
    bottoms, tops = [end.bottom for end in ends], [end.top for end in ends]
    x0, top, x1, bottom = frame.shown(
        min(lefts + across), min(bottoms + along), max(rights + across), max(tops + along)
    )
    return (round(x0, 2), round(top, 2), round(x1, 2), round(bottom, 2))


def _baseline(frame: _Frame, style: _Style, origin: tuple[float, float]) -> float:
    point = frame.shown(*origin, *origin)
    return round(upright(point, (frame.rotation - style.quarter) % 4, frame.width, frame.height)[3], 2)


def _style(textpage: Any, index: int, frame: _Frame) -> _Style:
    handle = raw.FPDFText_GetTextObject(textpage, index)
    address = ctypes.cast(handle, ctypes.c_void_p).value or 0
    if address not in frame.styles:
        frame.styles[address] = _style_of(handle) if address else _Style("", 0.0, False, 0)
    return frame.styles[address]


def _style_of(text_object: Any) -> _Style:
    """Font, and size as shown: the operand times the text matrix' scale."""
    font = raw.FPDFTextObj_GetFont(text_object)
    name = ctypes.create_string_buffer(256)
    raw.FPDFFont_GetBaseFontName(font, name, 256)
    fontname = name.value.decode("utf-8", errors="replace").rpartition("+")[2]
    operand, matrix = ctypes.c_float(), raw.FS_MATRIX()
    raw.FPDFTextObj_GetFontSize(text_object, operand)
    raw.FPDFPageObj_GetMatrix(text_object, matrix)
    size = round(operand.value * (hypot(matrix.c, matrix.d) or 1.0), 2)
    bold = bool(
        _BOLD_NAME.search(fontname)
        or raw.FPDFFont_GetFlags(font) & _FORCE_BOLD
        or raw.FPDFFont_GetWeight(font) >= _BOLD_WEIGHT
    )
    return _Style(fontname, size, bold, round(atan2(matrix.b, matrix.a) / (pi / 2)) % 4)
