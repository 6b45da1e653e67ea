"""Small PDFs drawn for a test: minutes of one §, line by line."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO

from reportlab.pdfgen.canvas import Canvas


def drawn(*pages: Sequence[str]) -> bytes:
    """A PDF of these pages, each a list of lines; the same lines give the same bytes."""
    sheet = BytesIO()
    canvas = Canvas(sheet, invariant=1)
    for lines in pages:
        for n, line in enumerate(lines):
            canvas.drawString(72, 780 - 16 * n, line)
        canvas.showPage()
    canvas.save()
    return sheet.getvalue()


def minutes(
    body: str, number: str, case: str, text: str, date: str = "2025-11-05", title: str = "Cykelställ vid torget"
) -> list[str]:
    """The lines of an extract that holds one §."""
    return [body, "Protokollsutdrag", date, "", f"§ {number}", title, case, "", "Beslut", text]
