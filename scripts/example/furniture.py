"""What stands on a page beside its text: arms and header, footer, the registry's stamp."""

from __future__ import annotations

from typing import Any

from reportlab.lib.colors import Color, HexColor
from reportlab.pdfbase.pdfmetrics import stringWidth

from .fonts import BOLD, REGULAR
from .layout import LEFT, RIGHT
from .shapes import Extract, Motion, Report

PAGE_HEIGHT = 841.89
INK: Color = HexColor("#1a1a1a")
GREEN: Color = HexColor("#1f5a43")
PALE: Color = HexColor("#ffffff")
STAMP_BLUE: Color = HexColor("#23408e")
SMALL = 8.0
UPPER_ROW, LOWER_ROW = 48.0, 59.5


def write(
    canvas: Any, x: float, y: float, text: str, *, font: str = REGULAR, size: float = SMALL, ink: Color = INK
) -> None:
    """One line of text with its baseline `y` points from the top of the page."""
    canvas.setFillColor(ink)
    canvas.setFont(font, size)
    canvas.drawString(x, PAGE_HEIGHT - y, text)


def write_right(canvas: Any, x: float, y: float, text: str) -> None:
    write(canvas, x - stringWidth(text, REGULAR, SMALL), y, text)


def rule(canvas: Any, x0: float, x1: float, y: float) -> None:
    canvas.setStrokeColor(GREEN)
    canvas.setLineWidth(0.6)
    canvas.line(x0, PAGE_HEIGHT - y, x1, PAGE_HEIGHT - y)


def letterhead(canvas: Any, municipality: str) -> None:
    arms(canvas, LEFT, 34)
    write(canvas, LEFT + 32, 54, municipality, font=BOLD, size=10, ink=GREEN)
    rule(canvas, LEFT, RIGHT, 74)


def arms(canvas: Any, x: float, top: float, width: float = 25.0, height: float = 31.0) -> None:
    """A green shield with an alder leaf above the waves of a lake."""
    canvas.saveState()
    canvas.translate(x, PAGE_HEIGHT - top - height)
    canvas.scale(width / 50, height / 62)
    shield = canvas.beginPath()
    shield.moveTo(0, 62)
    shield.lineTo(50, 62)
    shield.lineTo(50, 28)
    shield.curveTo(50, 12, 36, 4, 25, 0)
    shield.curveTo(14, 4, 0, 12, 0, 28)
    shield.close()
    canvas.setFillColor(GREEN)
    canvas.drawPath(shield, stroke=0, fill=1)
    canvas.clipPath(shield, stroke=0, fill=0)
    _leaf(canvas)
    for y in (20, 13, 6):
        _wave(canvas, y)
    canvas.restoreState()


def _leaf(canvas: Any) -> None:
    leaf = canvas.beginPath()
    leaf.moveTo(25, 30)
    leaf.curveTo(8, 34, 10, 54, 21, 56)
    leaf.lineTo(25, 53)
    leaf.lineTo(29, 56)
    leaf.curveTo(40, 54, 42, 34, 25, 30)
    leaf.close()
    canvas.setFillColor(PALE)
    canvas.drawPath(leaf, stroke=0, fill=1)
    canvas.setStrokeColor(GREEN)
    canvas.setLineWidth(1.4)
    canvas.line(25, 29, 25, 50)
    for y in (36, 42):
        canvas.line(25, y, 18, y + 5)
        canvas.line(25, y, 32, y + 5)


def _wave(canvas: Any, y: float) -> None:
    wave = canvas.beginPath()
    wave.moveTo(-5, y)
    for x in range(-5, 55, 20):
        wave.curveTo(x + 5, y + 5, x + 5, y + 5, x + 10, y)
        wave.curveTo(x + 15, y - 5, x + 15, y - 5, x + 20, y)
    canvas.setStrokeColor(PALE)
    canvas.setLineWidth(2.4)
    canvas.drawPath(wave, stroke=1, fill=0)


def extract_furniture(canvas: Any, paper: Extract, municipality: str, page: int, pages: int) -> None:
    letterhead(canvas, municipality)
    write(canvas, 232, UPPER_ROW, paper.body, font=BOLD)
    write(canvas, 232, LOWER_ROW, "Protokollsutdrag")
    write(canvas, 408, UPPER_ROW, "Datum:")
    write(canvas, 408, LOWER_ROW, paper.date.isoformat())
    write_right(canvas, RIGHT, UPPER_ROW, "Sida")
    write_right(canvas, RIGHT, LOWER_ROW, f"{page} ({pages})")
    rule(canvas, LEFT, LEFT + 180, 784)
    rule(canvas, RIGHT - 180, RIGHT, 784)
    write(canvas, LEFT, 795, "Justerandes signatur")
    write(canvas, RIGHT - 180, 795, "Utdragsbestyrkande")


def report_furniture(canvas: Any, paper: Report, municipality: str, page: int, pages: int) -> None:
    letterhead(canvas, municipality)
    write(canvas, 208, UPPER_ROW, paper.office, font=BOLD)
    write(canvas, 208, LOWER_ROW, paper.addressed_to)
    write(canvas, 387, UPPER_ROW, "Datum:")
    write(canvas, 387, LOWER_ROW, paper.date.isoformat())
    write(canvas, 454, UPPER_ROW, "Diarienummer:")
    write(canvas, 454, LOWER_ROW, paper.case_number)
    if page == 1:
        for row, line in enumerate(paper.address):
            write(canvas, LEFT, 758 + 10.5 * row, line, size=7.5)
    write_right(canvas, RIGHT, 799, f"Sida {page} ({pages})")


def motion_furniture(canvas: Any, paper: Motion) -> None:
    write(canvas, LEFT, LOWER_ROW, paper.addressed_to, size=9.5)
    canvas.setFillColor(INK)
    write(canvas, RIGHT - 56, LOWER_ROW, paper.date.isoformat(), size=9.5)
    rule(canvas, LEFT, RIGHT, 70)


def stamp(canvas: Any, text: str) -> None:
    """The registry's stamp, laid over the page's upper edge when everything else is already there."""
    width = stringWidth(text, REGULAR, SMALL)
    canvas.setStrokeColor(STAMP_BLUE)
    canvas.setLineWidth(0.8)
    canvas.roundRect(RIGHT - width - 12, PAGE_HEIGHT - 25, width + 12, 15, 3, stroke=1, fill=0)
    write(canvas, RIGHT - width - 6, 20, text, ink=STAMP_BLUE)
