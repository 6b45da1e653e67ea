"""What a file holds beside the text of its pages, counted but not read: attached files, filled form fields, stamps; and
boxes laid over the text.

A portfolio is a page that says "open this in another program", and its minutes are attached files.
"""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from pypdfium2 import raw

Bounds = tuple[float, float, float, float]  # left, bottom, right, top, in points from the page's lower left corner

_LONGEST_NAME = 120  # signs
_STAMPS = (raw.FPDF_ANNOT_STAMP, raw.FPDF_ANNOT_FREETEXT)
_EMPTY = ("", "Off")  # of a box that nobody ticked
_SHOWN = re.compile(r"[(<](?P<shown>[^()<>]{1,200})[)>]\s{0,4}(?:Tj|TJ|\])")
_FILLS = frozenset({"f", "F", "f*", "B", "B*", "b", "b*"})


class Annotations(NamedTuple):
    """How many fields of a page are filled in, how many stamps and typed remarks are laid on it; boxes that cover text."""

    fields: int = 0
    stamps: int = 0
    boxes: tuple[Bounds, ...] = ()


def attached_files(document: Any) -> tuple[str, ...]:
    """The names of the files attached to the document, in their order; "" for one that bears none."""
    count = raw.FPDFDoc_GetAttachmentCount(document)
    return tuple(_name(raw.FPDFDoc_GetAttachment(document, index)) for index in range(count))


def _name(attachment: Any) -> str:
    size = raw.FPDFAttachment_GetName(attachment, None, 0) if attachment else 0
    buffer = (ctypes.c_ushort * (size // 2 + 1))()
    if size:
        raw.FPDFAttachment_GetName(attachment, buffer, size)
    return _decoded(buffer, size)[:_LONGEST_NAME]


def annotations_on(page: Any) -> Annotations:
    """What the page's annotations say or cover."""
    fields = stamps = 0
    boxes: list[Bounds] = []
    for index in range(raw.FPDFPage_GetAnnotCount(page)):
        annotation = raw.FPDFPage_GetAnnot(page, index)
        if not annotation:
            continue
        kind = raw.FPDFAnnot_GetSubtype(annotation)
        if kind == raw.FPDF_ANNOT_WIDGET:
            fields += _is_filled_in(annotation)
        elif kind in _STAMPS:
            stamps += 1
        elif kind == raw.FPDF_ANNOT_REDACT or (kind == raw.FPDF_ANNOT_SQUARE and _is_painted(annotation)):
            boxes += _bounds(annotation)
        raw.FPDFPage_CloseAnnot(annotation)
    return Annotations(fields, stamps, tuple(boxes))


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
    return _decoded(buffer, size)


def _value(annotation: Any, key: bytes) -> str:
    size = raw.FPDFAnnot_GetStringValue(annotation, key, None, 0)
    buffer = (ctypes.c_ushort * (size // 2 + 1))()
    if size > 2:
        raw.FPDFAnnot_GetStringValue(annotation, key, buffer, size)
    return _decoded(buffer, size).strip()


def _decoded(buffer: Any, size: int) -> str:
    """A text of so many bytes, its closing nought counted."""
    return bytes(buffer)[: max(size - 2, 0)].decode("utf-16-le", errors="replace")
