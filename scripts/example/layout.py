"""Blocks of text to lines with a place on numbered pages. Knows widths and heights, draws nothing.

Lengths are points; `y` is a line's baseline counted from the top of the page.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from reportlab.pdfbase.pdfmetrics import stringWidth

from .fonts import BOLD, REGULAR
from .shapes import Block, Bulleted, Heading, Listed, Numbered, Paragraph, Signed

LEFT, RIGHT = 70.0, 525.0
INDENT = 20.0
ROOM_TO_SIGN = 34.0


@dataclass(frozen=True, slots=True)
class Style:
    """`tag` is the structure element that the text is: a heading (H1, H2), a list entry (LBody) or a paragraph (P)."""

    tag: str
    font: str
    size: float
    leading: float
    before: float
    keep_with_next: bool = False


ITEM_NUMBER = Style("H1", BOLD, 15, 20, 6, keep_with_next=True)
TITLE = Style("H1", BOLD, 12.5, 17.5, 8, keep_with_next=True)
HEADING = Style("H2", BOLD, 10.5, 14, 15, keep_with_next=True)
BODY = Style("P", REGULAR, 10, 14.6, 4)
NEXT_PARAGRAPH = Style("P", REGULAR, 10, 14.6, 7)
ENTRY = Style("LBody", REGULAR, 10, 14.6, 4)
SIGNATURE = Style("P", REGULAR, 10, 14.6, ROOM_TO_SIGN)
SIGNATURE_TITLE = Style("P", REGULAR, 10, 14.6, 0)


@dataclass(frozen=True, slots=True)
class Piece:
    """Text that is set as one: `label` stands to its left (`1.`, `•`) and then the text is indented."""

    text: str
    style: Style
    label: str | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line. Lines of the same `piece` belong together, also when a page break parts them."""

    piece: int
    text: str
    x: float
    y: float
    style: Style
    label: str | None = None


@dataclass(frozen=True, slots=True)
class Frame:
    """Where text may stand: on the first page from `first_top`, on later pages from `top`, never below `bottom`."""

    first_top: float
    top: float
    bottom: float
    first_bottom: float | None = None

    def span(self, page: int) -> tuple[float, float]:
        if page == 0:
            return self.first_top, self.first_bottom or self.bottom
        return self.top, self.bottom


def pieces(blocks: Iterable[Block]) -> Iterator[Piece]:
    """Each block as the pieces it is set in; a paragraph after a heading stands closer than one after a paragraph."""
    after_heading = False
    for block in blocks:
        yield from _set(block, after_heading)
        after_heading = isinstance(block, Heading)


def _set(block: Block, after_heading: bool) -> Iterator[Piece]:
    match block:
        case Heading(text):
            yield Piece(text, HEADING)
        case Paragraph(text):
            yield Piece(text, BODY if after_heading else NEXT_PARAGRAPH)
        case Numbered(entries):
            yield from (Piece(text, ENTRY, f"{number}.") for number, text in enumerate(entries, 1))
        case Bulleted(entries):
            yield from (Piece(text, ENTRY, "•") for text in entries)
        case Listed(entries):
            yield from (Piece(text, ENTRY) for text in entries)
        case Signed(entries):
            for name, *titles in entries:
                yield Piece(name, SIGNATURE)
                yield from (Piece(title, SIGNATURE_TITLE) for title in titles)


def wrap(text: str, style: Style, width: float) -> list[str]:
    """The text broken into lines no wider than `width`, between words only."""
    lines: list[str] = []
    for word in text.split():
        if lines and stringWidth(f"{lines[-1]} {word}", style.font, style.size) <= width:
            lines[-1] = f"{lines[-1]} {word}"
        else:
            lines.append(word)
    return lines


def paginate(flow: Iterable[Piece], frame: Frame) -> list[list[Line]]:
    """The pieces as lines, page by page. No heading stands last on a page, and no line of a paragraph alone on one."""
    pages: list[list[Line]] = [[]]
    y = frame.span(0)[0]
    for number, piece in enumerate(flow):
        style, x = piece.style, LEFT + (INDENT if piece.label else 0)
        rows = wrap(piece.text, style, RIGHT - x)
        y += style.before if pages[-1] else 0
        for row, text in enumerate(rows):
            if y + _room(style, row, len(rows)) > frame.span(len(pages) - 1)[1]:
                pages.append([])
                y = frame.span(len(pages) - 1)[0]
            y += style.leading
            pages[-1].append(Line(number, text, x, y, style, piece.label if row == 0 else None))
    return pages


def _room(style: Style, row: int, rows: int) -> float:
    """What must still fit on the page for this row to stand there: the row itself, and what it may not be parted from."""
    if style.keep_with_next:
        return (rows - row) * style.leading + 2 * BODY.leading + BODY.before
    return style.leading * (2 if row in (0, rows - 2) and rows > 1 else 1)
