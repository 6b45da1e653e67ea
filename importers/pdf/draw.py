"""A page as an image, with a frame round what is quoted."""

from __future__ import annotations

import io
from typing import Any

import pypdfium2 as pdfium
from PIL import Image, ImageDraw

from importers.errors import PageNotDrawable
from importers.pdf.limits import MOST_PIXELS, MOST_SIDE

_FRAME = (196, 30, 58)
_MARGIN = 2.5  # points between the words and their frame


def draw(document: Any, page: int, *, box: list[float] | None, width: int) -> bytes:
    """Page `page` (1-based) as lossless WebP, `width` pixels wide; `box` in points of the page as shown.

    Raises `PageNotDrawable`: no_such_page, page_too_large, page_damaged.
    """
    if not 1 <= page <= len(document):
        raise PageNotDrawable("no_such_page", page=page, pages=len(document))
    document.init_forms()  # else what stands in a form's fields is left blank
    try:
        sheet = document[page - 1]
    except pdfium.PdfiumError as error:
        raise PageNotDrawable("page_damaged", page=page) from error
    image = _raster(sheet, page, width)
    if box is not None:
        _frame(image, box, image.width / sheet.get_width())
    out = io.BytesIO()
    image.save(out, "WEBP", lossless=True, quality=40, method=2)
    return out.getvalue()


def _raster(sheet: Any, page: int, width: int) -> Image.Image:
    across, down = sheet.get_size()
    if max(across, down) > MOST_SIDE or min(across, down) <= 0:
        raise PageNotDrawable("page_too_large", page=page, limit=int(MOST_SIDE))
    scale = width / across
    if width * down * scale > MOST_PIXELS:
        raise PageNotDrawable("page_too_large", page=page, limit=int(MOST_SIDE))
    image: Image.Image = sheet.render(scale=scale).to_pil().convert("RGB")
    return image


def _frame(image: Image.Image, box: list[float], scale: float) -> None:
    x0, top, x1, bottom = (side * scale for side in box)
    margin = _MARGIN * scale
    corners = (x0 - margin, top - margin, x1 + margin, bottom + margin)
    ImageDraw.Draw(image).rectangle(corners, outline=_FRAME, width=max(2, round(1.5 * scale)))
