"""Draws the golden folders that are kept as text: `tests/documents/*/*/pages.txt` gives `pages.pdf` beside it.

    python scripts/draw_golden.py

    @395,57,9.5 Protokoll nr 4      at a place of the page: points from its left and upper edge, and the size
    # Beslut                        a heading: bold, 12 points          ## Svar på motion      a title: bold, 15 points
    Ledamöter          Ersättare    three blanks or more part two columns, as wide as they are typed
    <<<page>>>                      the next page

The same text gives the same bytes.
"""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

DOCUMENTS = Path(__file__).resolve().parents[1] / "tests" / "documents"
_LEFT, _TOP, _SIGN, _LEADING = 71.0, 95.0, 5.6, 14.0
_PLACED = re.compile(r"@(?P<x>[\d.]+),(?P<y>[\d.]+),(?P<size>[\d.]+) (?P<text>.*)")
_CELL = re.compile(r"\S+(?: {1,2}\S+)*")


def pdf_of(text: str) -> bytes:
    """The pages as a PDF."""
    sheet = BytesIO()
    canvas = Canvas(sheet, pagesize=A4, invariant=1)
    for page in text.split("<<<page>>>\n"):
        _draw(canvas, page)
        canvas.showPage()
    canvas.save()
    return sheet.getvalue()


def _draw(canvas: Canvas, page: str) -> None:
    y = _TOP
    for line in page.rstrip("\n").split("\n"):
        if placed := _PLACED.fullmatch(line):
            _put(canvas, placed["text"], float(placed["x"]), float(placed["y"]), float(placed["size"]))
            continue
        mark, size = next(((m, s) for m, s in (("## ", 15.0), ("# ", 12.0)) if line.startswith(m)), ("", 11.0))
        for cell in _CELL.finditer(line, len(mark)):
            _put(canvas, cell.group(), _LEFT + (cell.start() - len(mark)) * _SIGN, y, size, bold=bool(mark))
        y += _LEADING + (size - 11.0)


def _put(canvas: Canvas, text: str, x: float, y: float, size: float, *, bold: bool = False) -> None:
    canvas.setFont("Helvetica-Bold" if bold else "Helvetica", size)
    canvas.drawString(x, A4[1] - y, text)


def main() -> None:
    """Draw every folder's pages."""
    for pages in sorted(DOCUMENTS.glob("*/*/pages.txt")):
        pages.with_suffix(".pdf").write_bytes(pdf_of(pages.read_text("utf-8")))
        print(f"drew {pages.with_suffix('.pdf').relative_to(DOCUMENTS)}")


if __name__ == "__main__":
    main()
