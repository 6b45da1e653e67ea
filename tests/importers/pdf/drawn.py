"""Small PDFs drawn for a test, one trap each."""

from __future__ import annotations

import io
from collections.abc import Callable

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas


def drawn(*pages: Callable[[Canvas], None], rotation: int = 0) -> bytes:
    """A PDF with a page for each function that draws one."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4, invariant=True)
    for draw in pages:
        canvas.setFont("Helvetica", 11)
        canvas.setPageRotation(rotation)
        draw(canvas)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def says(*lines: str, left: float = 70.0, top: float = 80.0) -> Callable[[Canvas], None]:
    """Lines of text, 14 points apart, the first baseline `top` points below the page's upper edge."""

    def draw(canvas: Canvas) -> None:
        for row, line in enumerate(lines):
            canvas.drawString(left, A4[1] - top - 14 * row, line)

    return draw
