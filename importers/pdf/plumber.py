"""The second reader: pdfplumber, for a page on which the core's own check fails, and the oracle in tests."""

from __future__ import annotations

import io
import re
import struct
import zlib
from collections.abc import Iterator
from typing import Any

import pdfplumber
from pdfminer.psexceptions import PSException
from pdfplumber.page import Page as PlumberPage
from pdfplumber.utils.exceptions import PdfminerException

from importers.bundle import ReaderKind
from importers.pdf.letters import SOFT_HYPHEN, composed
from importers.pdf.limits import MOST_SIGNS_A_PAGE
from importers.pdf.page import Page, Word

_BOLD_NAME = re.compile(r"bold|black|heavy|semibold|demi", re.IGNORECASE)
_HYPHENS = ("-", SOFT_HYPHEN)
# What comes out of pdfminer where a file is not as it takes for granted: it checks little of what it unpacks.
_CHOKES = (
    PdfminerException,
    PSException,
    ArithmeticError,
    AssertionError,
    AttributeError,
    EOFError,
    LookupError,
    MemoryError,
    OSError,
    RuntimeError,
    TypeError,
    ValueError,
    struct.error,
    zlib.error,
)


def read_page(data: bytes, number: int) -> Page | None:
    """Page `number` (1-based) of the file; nothing where pdfplumber chokes on it."""
    try:
        with pdfplumber.open(io.BytesIO(data), pages=[number]) as pdf:
            return _read(pdf.pages[0], number)
    except _CHOKES:
        return None


def _read(page: PlumberPage, number: int) -> Page:
    x0, top, x1, bottom = page.cropbox
    words = tuple(_words(page, float(x0), float(top)))
    inside = tuple(word for word in words if 0 <= _middle(word)[0] <= x1 - x0 and 0 <= _middle(word)[1] <= bottom - top)
    return Page(
        number=number,
        width=round(float(x1 - x0), 2),
        height=round(float(bottom - top), 2),
        words=inside,
        reader=ReaderKind.PLUMBER,
        outside=len(words) - len(inside),
        cut=len(page.chars) > MOST_SIGNS_A_PAGE,
    )


def _middle(word: Word) -> tuple[float, float]:
    return (word.x0 + word.x1) / 2, (word.top + word.bottom) / 2


def _words(page: PlumberPage, left: float, above: float) -> Iterator[Word]:
    """Words in the order of the content stream. The font is that of the first sign: asking for it would split words."""
    for word in page.extract_words(use_text_flow=True, return_chars=True)[:MOST_SIGNS_A_PAGE]:
        yield _word(word, left, above)


def _word(word: dict[str, Any], left: float, above: float) -> Word:
    first = word["chars"][0]
    text = composed(word["text"])
    hyphen = text.endswith(_HYPHENS)
    text = (text[:-1] if hyphen else text).replace(SOFT_HYPHEN, "") + ("-" if hyphen else "")
    fontname = first["fontname"].rpartition("+")[2]
    return Word(
        text=text,
        x0=round(word["x0"] - left, 2),
        top=round(word["top"] - above, 2),
        x1=round(word["x1"] - left, 2),
        bottom=round(word["bottom"] - above, 2),
        fontname=fontname,
        size=round(first["size"], 2),
        bold=bool(_BOLD_NAME.search(fontname)),
        baseline=round(word["bottom"] - above, 2),
        hyphen=hyphen,
    )
