"""PDFium's functions of a page's text, called by address: half the cost of the general declarations.

They take plain addresses and write into one buffer that is unpacked at once. A `TextCalls` must not outlive its page.
"""

from __future__ import annotations

import ctypes
import struct
from ctypes import c_int, c_void_p
from typing import Any, NamedTuple

from pypdfium2 import raw


def _by_address(function: Any, result: Any, *arguments: Any) -> Any:
    return ctypes.PYFUNCTYPE(result, *arguments)(ctypes.cast(function, c_void_p).value or 0)


_loose_box = _by_address(raw.FPDFText_GetLooseCharBox, c_int, c_void_p, c_int, c_void_p)
_origin = _by_address(raw.FPDFText_GetCharOrigin, c_int, c_void_p, c_int, c_void_p, c_void_p)
_matrix = _by_address(raw.FPDFText_GetMatrix, c_int, c_void_p, c_int, c_void_p)
_text_object = _by_address(raw.FPDFText_GetTextObject, c_void_p, c_void_p, c_int)
_font = _by_address(raw.FPDFTextObj_GetFont, c_void_p, c_void_p)
_font_size = _by_address(raw.FPDFTextObj_GetFontSize, c_int, c_void_p, c_void_p)
_ENDS = struct.Struct("=8f2d")  # left, top, right, bottom of two signs, and where the pen starts
_STYLE = struct.Struct("=7f")  # size, and a matrix
_FLOAT = 4


class Font(NamedTuple):
    """What a font says of itself: "Carlito-Bold", 700."""

    name: str
    weight: int
    flags: int


class TextCalls:
    """The calls for one page's text; lengths are PDFium's: points, origin bottom left, the page unrotated."""

    def __init__(self, textpage: Any) -> None:
        self._page = ctypes.cast(textpage, c_void_p).value
        self._buffer = ctypes.create_string_buffer(_ENDS.size)
        self._first = ctypes.addressof(self._buffer)
        self._last = self._first + 4 * _FLOAT
        self._x = self._first + 8 * _FLOAT
        self._y = self._x + 8

    def ends(self, first: int, last: int) -> tuple[float, ...] | None:
        """Left, top, right and bottom of the first sign and of the last, then x and y of the first one's origin."""
        if not _loose_box(self._page, first, self._first):
            return None
        if not _loose_box(self._page, last, self._last):
            _loose_box(self._page, first, self._last)
        _origin(self._page, first, self._x, self._y)
        return _ENDS.unpack_from(self._buffer)

    def text_object(self, sign: int) -> int:
        """Which text object a sign belongs to; 0 for a sign that PDFium made up."""
        return _text_object(self._page, sign) or 0

    def font(self, text_object: int) -> int:
        """Which font a text object is set in; 0 for none."""
        return _font(text_object) or 0

    def size_and_matrix(self, text_object: int, sign: int) -> tuple[float, ...]:
        """The size as the operand has it, and a, b, c, d, e, f of the matrix that the sign is drawn with."""
        _font_size(text_object, self._first)
        if not _matrix(self._page, sign, self._first + _FLOAT):
            return (0.0, 1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
        return _STYLE.unpack_from(self._buffer)


def font_of(address: int) -> Font:
    """Name (without the tag of a subset), weight and flags of a font."""
    handle = ctypes.cast(address, raw.FPDF_FONT)
    name = ctypes.create_string_buffer(256)
    raw.FPDFFont_GetBaseFontName(handle, name, 256)
    fontname = name.value.decode("utf-8", errors="replace").rpartition("+")[2]
    return Font(fontname, raw.FPDFFont_GetWeight(handle), raw.FPDFFont_GetFlags(handle))
