"""Text that nobody sees on the page: written invisibly or in white on nothing, or beneath a box or a picture.

What a black box covers is still in the file, and so is what somebody wrote in white. The letters that OCR lays beneath or
over the picture of a scanned page are hidden too, and are what the page says: there a picture fills the page.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterable, Iterator, Sequence
from ctypes import c_float, c_uint, c_void_p
from dataclasses import dataclass
from typing import Any, NamedTuple

import pypdfium2 as pdfium
from pypdfium2 import raw

from importers.pdf import clock
from importers.pdf.beside import Bounds
from importers.pdf.calls import is_white
from importers.pdf.limits import DRAW_SECONDS

_Matrix = tuple[float, float, float, float, float, float]

LEAST = 4.0  # points: a thinner box is a rule, or a line beneath a word
_OPAQUE = 250  # of 255
_LARGE = 0.6  # of the page: a picture that is the page itself
_SHARE = 0.9  # of a picture's points: a signature lets the text beneath it through
_DEEPEST = 3  # forms within forms
_MOST_SEGMENTS = 8  # of a path that is a box
_PLAIN: _Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
_LAST = 1 << 30  # annotations are painted after all else


class Spot(NamedTuple):
    """The middle of a word in points of the page (origin bottom left), the text object it is of, and whether that shows."""

    x: float
    y: float
    text_object: int
    shows: bool


class _Painted(NamedTuple):
    """A box of one colour or a picture, and its turn in being painted."""

    turn: int
    bounds: Bounds
    white: bool

    def holds(self, spot: Spot) -> bool:
        left, bottom, right, top = self.bounds
        return left <= spot.x <= right and bottom <= spot.y <= top


@dataclass(frozen=True, slots=True)
class _Paint:
    """What is painted on a page: boxes and pictures, and each text object's turn. `scanned`: a picture fills it."""

    boxes: Sequence[_Painted]
    turns: dict[int, int]
    scanned: bool

    def hides(self, spot: Spot) -> bool:
        turn = self.turns.get(spot.text_object, _LAST)
        if any(box.turn > turn and box.holds(spot) for box in self.boxes):
            return True
        return not (spot.shows or self.scanned or self._is_on_color(spot, turn))

    def _is_on_color(self, spot: Spot, turn: int) -> bool:
        """Whether white letters show on what is painted beneath them."""
        beneath = [box for box in self.boxes if box.turn < turn and box.holds(spot)]
        return bool(beneath) and not beneath[-1].white


def hidden(page: Any, spots: Sequence[Spot], laid: Sequence[Bounds]) -> frozenset[int]:
    """Which of the words nobody sees, by their index; `laid`: boxes that annotations lay over the page."""
    paint = _paint_of(page, laid)
    return frozenset(index for index, spot in enumerate(spots) if paint.hides(spot))


def _paint_of(page: Any, laid: Sequence[Bounds]) -> _Paint:
    width, height = page.get_size()
    turns: dict[int, int] = {}
    boxes: list[_Painted] = []
    scanned = False
    drawn = False
    for turn, (handle, matrix) in enumerate(_within(((one, _PLAIN) for one in _objects(page)), 0), 1):
        kind = raw.FPDFPageObj_GetType(handle)
        if kind == raw.FPDF_PAGEOBJ_TEXT:
            turns[ctypes.cast(handle, c_void_p).value or 0] = turn
        elif kind in (raw.FPDF_PAGEOBJ_PATH, raw.FPDF_PAGEOBJ_IMAGE) and (bounds := _bounds(handle, matrix)):
            is_picture = kind == raw.FPDF_PAGEOBJ_IMAGE
            if is_picture and (bounds[2] - bounds[0]) * (bounds[3] - bounds[1]) >= _LARGE * width * height:
                scanned = True
                continue
            if is_picture and not drawn:
                clock.grant(DRAW_SECONDS)
                drawn = True
            if not raw.FPDFPageObj_HasTransparency(handle) and (
                _is_whole(page, handle) if is_picture else _is_box(handle)
            ):
                boxes.append(_Painted(turn, bounds, not is_picture and is_white(_fill(handle))))
    boxes += [_Painted(_LAST + 1, bounds, False) for bounds in laid]
    return _Paint(boxes, turns, scanned)


def _objects(page: Any) -> Iterator[Any]:
    return (raw.FPDFPage_GetObject(page, index) for index in range(raw.FPDFPage_CountObjects(page)))


def _within(objects: Iterable[tuple[Any, _Matrix]], depth: int) -> Iterator[tuple[Any, _Matrix]]:
    """The objects in the order in which they are painted, those of forms too, each with its form's matrix."""
    for handle, matrix in objects:
        if raw.FPDFPageObj_GetType(handle) != raw.FPDF_PAGEOBJ_FORM:
            yield handle, matrix
        elif depth < _DEEPEST:
            inner = _times(_matrix(handle), matrix)
            count = raw.FPDFFormObj_CountObjects(handle)
            inside = [(raw.FPDFFormObj_GetObject(handle, index), inner) for index in range(count)]
            yield from _within(inside, depth + 1)


def _matrix(handle: Any) -> _Matrix:
    matrix = raw.FS_MATRIX()
    if not raw.FPDFPageObj_GetMatrix(handle, matrix):
        return _PLAIN
    return (matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f)


def _times(one: _Matrix, other: _Matrix) -> _Matrix:
    a, b, c, d, e, f = one
    g, h, i, j, k, m = other
    return (a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m)


def _bounds(handle: Any, matrix: _Matrix) -> Bounds | None:
    """Where the object stands; nothing for a rule."""
    left, bottom, right, top = c_float(), c_float(), c_float(), c_float()
    if not raw.FPDFPageObj_GetBounds(handle, left, bottom, right, top):
        return None
    a, b, c, d, e, f = matrix
    corners = [(x, y) for x in (left.value, right.value) for y in (bottom.value, top.value)]
    across = [a * x + c * y + e for x, y in corners]
    along = [b * x + d * y + f for x, y in corners]
    bounds = (min(across), min(along), max(across), max(along))
    return bounds if bounds[2] - bounds[0] >= LEAST and bounds[3] - bounds[1] >= LEAST else None


def _is_box(handle: Any) -> bool:
    """Whether the path is filled, lets nothing through, and has the few corners of a box."""
    mode, stroke = ctypes.c_int(), ctypes.c_int()
    if not raw.FPDFPath_GetDrawMode(handle, mode, stroke) or mode.value == raw.FPDF_FILLMODE_NONE:
        return False
    return raw.FPDFPath_CountSegments(handle) <= _MOST_SEGMENTS and _fill(handle)[3] >= _OPAQUE


def _fill(handle: Any) -> tuple[int, int, int, int]:
    red, green, blue, opacity = c_uint(), c_uint(), c_uint(), c_uint(255)
    raw.FPDFPageObj_GetFillColor(handle, red, green, blue, opacity)
    return red.value, green.value, blue.value, opacity.value


def _is_whole(page: Any, picture: Any) -> bool:
    """Whether nearly all of the picture is painted, so that nothing beneath it shows."""
    drawn = raw.FPDFImageObj_GetRenderedBitmap(page.pdf, page, picture)
    if not drawn:
        return False
    image = pdfium.PdfBitmap.from_raw(drawn).to_pil()
    if "A" not in image.mode:
        return True
    counts = image.getchannel("A").histogram()
    return bool(sum(counts[_OPAQUE:]) >= _SHARE * sum(counts))
