"""PDFs of pictures: what a scanner makes of a drawn page."""

from __future__ import annotations

import io

import pypdfium2 as pdfium
from PIL import Image
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas


def picture_of(data: bytes, *, quarters: int = 0) -> Image.Image:
    """The first page as a grey picture of 200 dpi, turned clockwise."""
    page = pdfium.PdfDocument(data)[0]
    return page.render(scale=200 / 72, grayscale=True).to_pil().convert("L").rotate(-90 * quarters, expand=True)


def scanned(data: bytes, *, quarters: int = 0, hidden: str = "") -> bytes:
    """The first page as a picture that fills a page; `hidden` is text that lies under it, unseen."""
    out = io.BytesIO()
    size = A4 if quarters % 2 == 0 else (A4[1], A4[0])
    canvas = Canvas(out, pagesize=size, invariant=True)
    canvas.drawImage(ImageReader(picture_of(data, quarters=quarters)), 0, 0, *size)
    for row, line in enumerate(hidden.splitlines()):
        text = canvas.beginText(70, 700 - 14 * row)
        text.setTextRenderMode(3)
        text.textOut(line)
        canvas.drawText(text)
    canvas.save()
    return out.getvalue()
