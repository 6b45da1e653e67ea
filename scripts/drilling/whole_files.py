"""PDFs to damage: mostly small ones of many kinds, which are read in an instant, a share of scans, and a few of many pages.

A page that is read by OCR takes a hundred times as long as one of letters: the shares are such that each kind comes to
about as much of the time.
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from app.resources import example
from tests.app.sheets import sheet
from tests.importers.pdf.scanned import picture_of
from tests.places import ROOT, SHARED

_SMALL = 60_000  # bytes
_MARGIN = 60  # of a scan's pixels
# Small, and yet a minute each: what is drawn of the one paints itself, the other is read by OCR or has thousands of pages.
_SLOW = {"pattern-self", "bold2up", "operator-bomb", "stream-bomb"}
_DPI = 200


@dataclass(frozen=True, slots=True)
class Kind:
    """Files of one kind, and how many of a thousand mutants are made of them."""

    name: str
    files: tuple[bytes, ...]
    of_thousand: float


@cache
def kinds() -> tuple[Kind, ...]:
    """Ours, and those of the folder that tests share where it is at hand."""
    ours = [sheet(1), *(path.read_bytes() for path in sorted((ROOT / "tests/documents").glob("*/*/pages.pdf")))]
    shared = [*sorted((SHARED / "probes/situations").glob("*.pdf")), *sorted((SHARED / "bad").glob("*.pdf"))]
    small = [path for path in shared if path.stem not in _SLOW and path.stat().st_size < _SMALL]
    long = [path for path in shared if path not in small and "bomb" not in path.stem]
    return (
        Kind("a small file", (*(data for data in ours if len(data) < _SMALL), *map(_bytes, small)), 955),
        Kind("a file of some pages", (Path(str(example())).read_bytes(),), 25),
        Kind("a scan", (_slip(),), 19.5),
        Kind("a long, slow or hostile file", tuple(map(_bytes, long)) or (sheet(1),), 0.5),
    )


def _bytes(path: Path) -> bytes:
    return path.read_bytes()


def _slip() -> bytes:
    """A scan of what is printed on a sheet, without the empty rest of its page."""
    page = picture_of(sheet(1))
    printed = page.point([255] * 128 + [0] * 128).getbbox()
    assert printed is not None
    left, top, right, bottom = printed
    slip: Image.Image = page.crop((left - _MARGIN, top - _MARGIN, right + _MARGIN, bottom + _MARGIN))
    size = (slip.width * 72 / _DPI, slip.height * 72 / _DPI)
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=size, invariant=True)
    canvas.drawImage(ImageReader(slip), 0, 0, *size)
    canvas.save()
    return out.getvalue()
