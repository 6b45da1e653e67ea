"""A value as a cell of a table: text out of PDFs that a spreadsheet would take for a formula gets a mark before it."""

from __future__ import annotations

import unicodedata

from app.language.printable import printable

Cell = str | int | float | None
_FORMULA = "=+-@|%"


def safe(cell: Cell) -> Cell:
    """The cell on one line, with nothing that a spreadsheet would reckon out: `=1+1` → `'=1+1`; a number stays a number."""
    return "" if cell is None else harmless(printable(cell)) if isinstance(cell, str) else cell


def safe_text(text: str) -> str:
    """A text with its line breaks kept, and the rest as `safe` has it."""
    if text.isascii() and text.isprintable():
        return harmless(text)
    return harmless("\n".join(printable(line) for line in text.replace("\r\n", "\n").split("\n")))


def harmless(text: str) -> str:
    """A printable text with an apostrophe before it where it begins as a formula: also in full-width signs, and after blanks."""
    first = text.lstrip()[:1]
    return f"'{text}" if first and unicodedata.normalize("NFKC", first)[:1] in _FORMULA else text
