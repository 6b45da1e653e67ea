"""Rows of text set on pages. Lengths are points; `x` is counted from the left margin."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from reportlab.lib.pagesizes import A4
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from scripts.example import fonts


@dataclass(frozen=True, slots=True)
class Cell:
    """Text at its place in a row, broken where the next cell or the margin begins; `scale` times the body's size."""

    x: float
    text: str
    bold: bool = False
    scale: float = 1.0


@dataclass(frozen=True, slots=True)
class Row:
    """Cells side by side, `before` body lines beneath the row above; `keep`: never last on a page."""

    cells: tuple[Cell, ...]
    before: float = 0.0
    keep: bool = False
    new_page: bool = False


@dataclass(frozen=True, slots=True)
class Counts:
    """Numbers of the lines in the margin, every so many, anew on each page or running on; `x` is where they end."""

    step: int = 1
    anew: bool = True
    x: float = -16.0


@dataclass(frozen=True, slots=True)
class Dress:
    """What a page wears. Furniture lines hold cells; `{n}` and `{N}` are the page and the pages."""

    regular: str = "Helvetica"
    bold: str = "Helvetica-Bold"
    size: float = 10.5
    leading: float = 1.3
    left: float = 70.0
    right: float = 525.0
    header: tuple[tuple[tuple[float, str], ...], ...] = ()
    footer: tuple[tuple[tuple[float, str], ...], ...] = ()
    header_on_first: bool = True
    counts: Counts | None = None


@dataclass(slots=True)
class _Printed:
    """A line with its cells, and where it stands."""

    y: float
    cells: list[tuple[float, str, bool, float]] = field(default_factory=list)


def para(text: str, *, x: float = 0.0, before: float = 0.4, bold: bool = False, scale: float = 1.0) -> Row:
    """Text across the page."""
    return Row((Cell(x, text, bold, scale),), before)


def columns(*cells: tuple[float, str], bold_first: bool = False, before: float = 0.0) -> Row:
    """A row of a table."""
    return Row(tuple(Cell(x, text, bold_first and at == 0) for at, (x, text) in enumerate(cells) if text), before)


def set_pages(parts: Sequence[tuple[Sequence[Row], Dress]], producer: str = "Microsoft Word") -> bytes:
    """A PDF of papers one after the other, each with its dress and its own page numbers."""
    fonts.register()
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4, invariant=True)
    canvas.setProducer(producer)
    for rows, dress in parts:
        pages = list(_pages(rows, dress))
        counted = 0
        for number, lines in enumerate(pages, 1):
            if number > 1 or dress.header_on_first:
                _furniture(canvas, dress, dress.header, 40.0, number, len(pages))
            _furniture(canvas, dress, dress.footer, 796.0, number, len(pages))
            for line in lines:
                for x, text, bold, size in line.cells:
                    canvas.setFont(dress.bold if bold else dress.regular, size)
                    canvas.drawString(dress.left + x, A4[1] - line.y, text)
            if dress.counts:
                counted = _count(canvas, dress, dress.counts, lines, 0 if dress.counts.anew else counted)
            canvas.showPage()
    canvas.save()
    return out.getvalue()


def _count(canvas: Canvas, dress: Dress, counts: Counts, lines: Sequence[_Printed], before: int) -> int:
    """Print the numbers of the lines, of which so many came before; how many there have been then."""
    canvas.setFont(dress.regular, 8)
    for number, line in enumerate(lines, before + 1):
        if number % counts.step == 0:
            canvas.drawRightString(dress.left + counts.x, A4[1] - line.y, str(number))
    return before + len(lines)


def _furniture(
    canvas: Canvas, dress: Dress, rows: Iterable[tuple[tuple[float, str], ...]], y: float, number: int, total: int
) -> None:
    canvas.setFont(dress.regular, 9)
    for row in rows:
        for x, text in row:
            filled = text.replace("{n}", str(number)).replace("{N}", str(total))
            canvas.drawString(dress.left + x, A4[1] - y, filled)
        y += 12


def _pages(rows: Sequence[Row], dress: Dress) -> Iterator[list[_Printed]]:
    top, bottom = 92.0 if dress.header else 70.0, 770.0
    line = dress.size * dress.leading
    page: list[_Printed] = []
    y = top
    for row in rows:
        height = line * max(cell.scale for cell in row.cells)
        broken = [_broken(cell, _room(row, at, dress), dress) for at, cell in enumerate(row.cells)]
        y += row.before * line if page else 0
        needed = height * max(map(len, broken)) + 3 * line if row.keep else height
        if page and (row.new_page or y + needed > bottom):
            yield page
            page, y = [], top
        for at in range(max(map(len, broken))):
            if y + height > bottom and page:
                yield page
                page, y = [], top
            y += height
            printed = _Printed(y)
            for cell, lines in zip(row.cells, broken, strict=True):
                if at < len(lines):
                    printed.cells.append((cell.x, lines[at], cell.bold, dress.size * cell.scale))
            page.append(printed)
    yield page


def _room(row: Row, at: int, dress: Dress) -> float:
    """How wide a cell may be: to the next, less a gap, or to the margin."""
    cell = row.cells[at]
    width = dress.right - dress.left
    return (row.cells[at + 1].x - 12 if at + 1 < len(row.cells) else width) - cell.x


def _broken(cell: Cell, width: float, dress: Dress) -> list[str]:
    font, size = dress.bold if cell.bold else dress.regular, dress.size * cell.scale
    lines: list[str] = []
    for word in cell.text.split(" "):
        if lines and stringWidth(f"{lines[-1]} {word}", font, size) <= width:
            lines[-1] = f"{lines[-1]} {word}"
        else:
            lines.append(word)
    return lines
