"""Redovisning av obesvarade motioner as a document to hand to the council: PDF/A-2a, tagged for whoever listens to it, and with all
that it needs in it, so that it reads the same when it has been archived."""

from __future__ import annotations

import base64
import ctypes
import datetime as dt
import sys
from collections.abc import Sequence
from functools import cache
from importlib.util import find_spec

from app import resources
from app.errors import WrongUse
from app.exports.motions import cells, headings
from app.language import i18n
from app.language.i18n import gettext as _
from app.language.printable import printable
from app.language.templates import environment
from app.schemas.motion_rows import MotionRow

_PLACE = 1  # the column with the municipality, which one of one municipality does without
_VARIANT = "pdf/a-2a"
_LIBRARIES = (
    "libgobject-2.0.so.0",
    "libpango-1.0.so.0",
    "libpangoft2-1.0.so.0",
    "libharfbuzz.so.0",
    "libfontconfig.so.1",
)  # by what a Debian calls them; elsewhere it is asked for the PDF whether it can make one


@cache
def is_there() -> bool:
    """Whether what makes PDFs is installed, with the libraries that it sets type by. It is looked for and not loaded: that takes a
    second or more, and whoever only looks at the page waits for nothing that they did not ask for."""
    if find_spec("weasyprint") is None:
        return False
    return sys.platform != "linux" or all(map(_is_installed, _LIBRARIES))


def _is_installed(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def as_pdf(rows: Sequence[MotionRow], on: dt.date) -> bytes:
    """The account on a day. Raises `WrongUse` where what makes PDFs is not installed."""
    if not is_there():
        raise _refused()
    try:
        from weasyprint import HTML  # noqa: PLC0415 - most who use this programme make no PDF
        from weasyprint.urls import URLFetcher  # noqa: PLC0415
    except OSError as error:
        raise _refused() from error
    # what the page asks for lies in it: nothing is fetched from anywhere, whatever a title says
    page = HTML(string=page_of(rows, on), url_fetcher=URLFetcher(allowed_protocols={"data"}))
    made: bytes = page.write_pdf(pdf_variant=_VARIANT, pdf_tags=True)
    return made


def _refused() -> WrongUse:
    return WrongUse(
        _(
            "PDF kräver WeasyPrint: pip install 'diarium[pdf]', och Pango (apt-get install libpango-1.0-0"
            " libpangoft2-1.0-0 libharfbuzz-subset0)."
        )
    )


def page_of(rows: Sequence[MotionRow], on: dt.date) -> str:
    """The page that the PDF is made of."""
    places = sorted({row["municipality"]["name"] for row in rows})
    left_out = {_PLACE} if len(places) == 1 else set[int]()
    written = [["" if cell is None else printable(str(cell)) for cell in cells(row)] for row in rows]
    return (
        environment()
        .get_template("motions_document.html")
        .render(
            headings=_but(headings(), left_out),
            rows=[_but(row, left_out) for row in written],
            place=places[0] if len(places) == 1 else None,
            on=on,
            style=(resources.templates() / "motions_document.css").read_text("utf-8"),
            font=_font(),
            language=i18n.language(),
        )
    )


def _but(row: list[str], left_out: set[int]) -> list[str]:
    return [cell for n, cell in enumerate(row) if n not in left_out]


@cache
def _font() -> str:
    """The pages' own typeface, as an address that holds it."""
    data = (resources.static() / "fonts" / "sans.woff2").read_bytes()
    return f"data:font/woff2;base64,{base64.b64encode(data).decode()}"
