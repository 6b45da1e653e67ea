"""The typefaces of the example: Bitstream Vera, which comes with reportlab and may be embedded freely."""

from __future__ import annotations

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

REGULAR = "Vera"
BOLD = "VeraBd"


def register() -> None:
    """Make both typefaces known to reportlab; must come before anything is measured or drawn."""
    for name in (REGULAR, BOLD):
        pdfmetrics.registerFont(TTFont(name, f"{name}.ttf"))
