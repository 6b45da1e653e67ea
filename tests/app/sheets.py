"""Small invented minutes as PDF, one § each, quick to read."""

from __future__ import annotations

from io import BytesIO

from reportlab.pdfgen.canvas import Canvas

from app.register.municipalities import Municipality, municipality

ALNSJO: Municipality = municipality("Alnsjö")


def sheet(n: int) -> bytes:
    """Minutes of § `n` in the case `KS-2025-000{n}`, that name no municipality."""
    made = BytesIO()
    canvas = Canvas(made, invariant=1)
    lines = ("Kommunstyrelsen", "Protokollsutdrag", "2025-11-05", "", f"§ {n}", "Cykelställ vid torget")
    for at, line in enumerate(
        (*lines, f"KS-2025-{n:05}", "", "Beslut", f"Kommunstyrelsen beslutar att bygga {n} cykelställ.")
    ):
        canvas.drawString(72, 780 - 16 * at, line)
    canvas.save()
    return made.getvalue()
