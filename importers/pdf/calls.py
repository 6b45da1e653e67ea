"""PDFium's functions of a page's text, called by address: a third of the cost of the general declarations.

They take addresses wrapped once, and write into one buffer that is unpacked at once. A `TextCalls` must not outlive its
page.
"""

from __future__ import annotations

import ctypes
import struct
from collections.abc import Callable
from ctypes import c_int, c_void_p
from functools import lru_cache, partial
from typing import Any, NamedTuple

from pypdfium2 import raw

Ends = tuple[float, ...]  # left, top, right, bottom of a first and of a last sign; x and y where the pen starts


def _by_address(function: Any, result: Any) -> Any:
    """The function without declared arguments: what is given must be a wrapped address, or a number that is an int."""
    return ctypes.PYFUNCTYPE(result)(ctypes.cast(function, c_void_p).value or 0)


_loose_box = _by_address(raw.FPDFText_GetLooseCharBox, c_int)
_origin = _by_address(raw.FPDFText_GetCharOrigin, c_int)
_matrix = _by_address(raw.FPDFText_GetMatrix, c_int)
_text_object = _by_address(raw.FPDFText_GetTextObject, c_void_p)
_font = _by_address(raw.FPDFTextObj_GetFont, c_void_p)
_font_size = _by_address(raw.FPDFTextObj_GetFontSize, c_int)
_render_mode = _by_address(raw.FPDFTextObj_GetTextRenderMode, c_int)
_fill_color = _by_address(raw.FPDFPageObj_GetFillColor, c_int)
_count_objects = _by_address(raw.FPDFPage_CountObjects, c_int)
_object = _by_address(raw.FPDFPage_GetObject, c_void_p)
_type = _by_address(raw.FPDFPageObj_GetType, c_int)
_bounds = _by_address(raw.FPDFPageObj_GetBounds, c_int)
_ENDS = struct.Struct("=8f2d")
_PEN = struct.Struct("=d")
_STYLE = struct.Struct("=7f")  # size, and a matrix
_COLOR = struct.Struct("=4I")  # red, green, blue, opacity
_BOUNDS = struct.Struct("=4f")  # left, bottom, right, top
_FLOAT, _DOUBLE = 4, 8
_FIELD = 4  # bytes of a float, and of a part of a colour
_UNSEEN_MODES = (raw.FPDF_TEXTRENDERMODE_INVISIBLE, raw.FPDF_TEXTRENDERMODE_CLIP)
_WHITE = 245  # of 255, each of red, green and blue
_FAINT = 13  # of 255: less opacity than this is none


class Font(NamedTuple):
    """What a font says of itself: "Carlito-Bold", 700."""

    name: str
    weight: int
    flags: int


class TextCalls:
    """The calls for one page's text; lengths are PDFium's: points, origin bottom left, the page unrotated."""

    def __init__(self, textpage: Any) -> None:
        self._page = ctypes.cast(textpage, c_void_p)
        self._buffer = ctypes.create_string_buffer(_ENDS.size)
        self._start = ctypes.addressof(self._buffer)
        self._fields = tuple(c_void_p(self._start + _FIELD * field) for field in range(4))
        self._pen = c_void_p(self._start), c_void_p(self._start + _DOUBLE)

    def ends_reader(self) -> Callable[[int, int], Ends | None]:
        """A function that gives the `Ends` of two signs by their indexes, or nothing for a sign without a place."""
        page, buffer, unpack = self._page, self._buffer, _ENDS.unpack_from
        box, last_box = c_void_p(self._start), c_void_p(self._start + 4 * _FLOAT)
        x, y = c_void_p(self._start + 8 * _FLOAT), c_void_p(self._start + 8 * _FLOAT + _DOUBLE)

        def ends(first: int, last: int) -> Ends | None:
            if not _loose_box(page, first, box):
                return None
            if not _loose_box(page, last, last_box):
                _loose_box(page, first, last_box)
            _origin(page, first, x, y)
            return unpack(buffer)

        return ends

    def pen(self, sign: int) -> float | None:
        """Where the pen stands as it draws a sign; nothing for a sign that PDFium made up, or that is not there."""
        if not _text_object(self._page, sign) or not _origin(self._page, sign, *self._pen):
            return None
        pen: float = _PEN.unpack_from(self._buffer)[0]
        return pen

    def object_reader(self) -> Callable[[int], int | None]:
        """A function that gives the text object a sign belongs to by its index; nothing for a sign that PDFium made up."""
        return partial(_text_object, self._page)

    def font(self, text_object: c_void_p) -> int:
        """Which font a text object is set in; 0 for none."""
        return _font(text_object) or 0

    def size_and_matrix(self, text_object: c_void_p, sign: int) -> tuple[float, ...]:
        """The size as the operand has it, and a, b, c, d, e, f of the matrix that the sign is drawn with."""
        _font_size(text_object, self._fields[0])
        if not _matrix(self._page, sign, self._fields[1]):
            return (0.0, 1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
        return _STYLE.unpack_from(self._buffer)

    def shows(self, text_object: c_void_p) -> bool:
        """Whether the text is written in a colour other than white, and not invisibly."""
        if _render_mode(text_object) in _UNSEEN_MODES:
            return False
        if not _fill_color(text_object, *self._fields):
            return True
        return not is_white(_COLOR.unpack_from(self._buffer))


@lru_cache(maxsize=256)  # a file has a few colours
def is_white(color: tuple[int, ...]) -> bool:
    """Whether red, green, blue and opacity make white, or nothing."""
    return min(color[:3]) >= _WHITE or color[3] <= _FAINT


def is_text_alone(page: Any, least: float) -> bool:
    """Whether nothing but rules is painted on the page after its first text; `least`: a rule is thinner, in points."""
    handle = ctypes.cast(page, c_void_p)
    buffer = ctypes.create_string_buffer(_BOUNDS.size)
    start = ctypes.addressof(buffer)
    sides = [c_void_p(start + _FLOAT * side) for side in range(4)]
    after_text = False
    for index in range(_count_objects(handle)):
        painted = c_void_p(_object(handle, index))
        if _type(painted) == raw.FPDF_PAGEOBJ_TEXT:
            after_text = True
        elif after_text and _bounds(painted, *sides):
            left, bottom, right, top = _BOUNDS.unpack_from(buffer)
            if right - left >= least and top - bottom >= least:
                return False
    return True


def font_of(address: int) -> Font:
    """Name (without the tag of a subset), weight and flags of a font."""
    handle = ctypes.cast(address, raw.FPDF_FONT)
    name = ctypes.create_string_buffer(256)
    raw.FPDFFont_GetBaseFontName(handle, name, 256)
    fontname = name.value.decode("utf-8", errors="replace").rpartition("+")[2]
    return Font(fontname, raw.FPDFFont_GetWeight(handle), raw.FPDFFont_GetFlags(handle))
