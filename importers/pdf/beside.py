"""What a page holds beside its text, counted but not read: filled form fields, stamps, remarks; and boxes laid over the
text."""

from __future__ import annotations

import ctypes
import re
from collections import Counter
from collections.abc import Iterator
from enum import StrEnum
from typing import Any, NamedTuple

from pypdfium2 import raw

from importers.patterns.identity import identity_numbers

Bounds = tuple[float, float, float, float]  # left, bottom, right, top, in points from the page's lower left corner

_STAMPS = (raw.FPDF_ANNOT_STAMP, raw.FPDF_ANNOT_FREETEXT)
_TEXTS = (b"Contents", b"V", b"DV", b"T", b"TU", b"Subj", b"RC")
_EMPTY = ("", "Off")  # of a box that nobody ticked
_SHOWN = re.compile(r"[(<](?P<shown>[^()<>]{1,200})[)>]\s{0,4}(?:Tj|TJ|\])")
_FILLS = frozenset({"f", "F", "f*", "B", "B*", "b", "b*"})


class Beside(StrEnum):
    """Where a page says something that is not in its text."""

    FIELD = "field"
    STAMP = "stamp"
    NOTE = "note"


class Annotations(NamedTuple):
    """How many fields of a page are filled in, how many stamps and typed remarks are laid on it, how many notes it bears
    that open at a click; boxes that cover text; and in which of these an identity number stands."""

    fields: int = 0
    stamps: int = 0
    notes: int = 0
    boxes: tuple[Bounds, ...] = ()
    numbers: frozenset[Beside] = frozenset()


def annotations_on(page: Any) -> Annotations:
    """What the page's annotations say or cover."""
    counts: Counter[Beside] = Counter()
    numbers: set[Beside] = set()
    boxes: list[Bounds] = []
    for index in range(raw.FPDFPage_GetAnnotCount(page)):
        annotation = raw.FPDFPage_GetAnnot(page, index)
        if not annotation:
            continue
        kind = raw.FPDFAnnot_GetSubtype(annotation)
        if where := _beside(annotation, kind):
            counts[where] += 1
        if any(identity_numbers(text) for text in _says(annotation)):
            numbers.add(where or Beside.NOTE)
        if kind == raw.FPDF_ANNOT_REDACT or (kind == raw.FPDF_ANNOT_SQUARE and _is_painted(annotation)):
            boxes += _bounds(annotation)
        raw.FPDFPage_CloseAnnot(annotation)
    fields, stamps, notes = counts[Beside.FIELD], counts[Beside.STAMP], counts[Beside.NOTE]
    return Annotations(fields, stamps, notes, tuple(boxes), frozenset(numbers))


def _beside(annotation: Any, kind: int) -> Beside | None:
    """What kind of thing the annotation is; nothing for a link, an empty field and the like."""
    if kind == raw.FPDF_ANNOT_WIDGET:
        return Beside.FIELD if _is_filled_in(annotation) else None
    if kind in _STAMPS:
        return Beside.STAMP
    return Beside.NOTE if kind != raw.FPDF_ANNOT_LINK and _value(annotation, b"Contents") else None


def _says(annotation: Any) -> Iterator[str]:
    """Every text in it: what it shows, holds, and shows at a click."""
    yield from (_value(annotation, key) for key in _TEXTS)
    yield " ".join(match["shown"] for match in _SHOWN.finditer(_appearance(annotation)))


def _is_filled_in(field: Any) -> bool:
    """Whether the field has a value of its own, or shows text: of several fields of one name the value is elsewhere."""
    if _value(field, b"V") not in _EMPTY or _value(field, b"AS") not in _EMPTY:
        return True
    return any(match["shown"].strip() for match in _SHOWN.finditer(_appearance(field)))


def _is_painted(box: Any) -> bool:
    """Whether the box has a colour within, not only round it."""
    color = [ctypes.c_uint() for _ in range(4)]
    if raw.FPDFAnnot_GetColor(box, raw.FPDFANNOT_COLORTYPE_InteriorColor, *color):
        return True
    return not _FILLS.isdisjoint(_appearance(box).split())


def _bounds(annotation: Any) -> Iterator[Bounds]:
    box = raw.FS_RECTF()
    if raw.FPDFAnnot_GetRect(annotation, box):
        yield (box.left, box.bottom, box.right, box.top)


def _appearance(annotation: Any) -> str:
    """The instructions that draw the annotation: "(Eva Lind) Tj"."""
    size = raw.FPDFAnnot_GetAP(annotation, raw.FPDF_ANNOT_APPEARANCEMODE_NORMAL, None, 0)
    buffer = (ctypes.c_ushort * (size // 2 + 1))()
    if size > 2:
        raw.FPDFAnnot_GetAP(annotation, raw.FPDF_ANNOT_APPEARANCEMODE_NORMAL, buffer, size)
    return decoded(buffer, size)


def _value(annotation: Any, key: bytes) -> str:
    size = raw.FPDFAnnot_GetStringValue(annotation, key, None, 0)
    buffer = (ctypes.c_ushort * (size // 2 + 1))()
    if size > 2:
        raw.FPDFAnnot_GetStringValue(annotation, key, buffer, size)
    return decoded(buffer, size).strip()


def decoded(buffer: Any, size: int) -> str:
    """A text of so many bytes, its closing nought counted."""
    return bytes(buffer)[: max(size - 2, 0)].decode("utf-16-le", errors="replace")
