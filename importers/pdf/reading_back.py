"""A masked file read back: by whoever may still find a word in it, three readers of text and one of pictures.

    {"text": {"pdfium": "", "plumber": "", "pdftotext": ""}, "seen": {1: "Beslut Nämnden …"}, "black": true, "beside": 0}

A reader that is not at hand, or found no answer, has none there (null): who asks is to take that for a fault.
"""

from __future__ import annotations

import io
import subprocess
from typing import Any

import pdfplumber
from pypdfium2 import raw

from importers.pdf import clock, ocr
from importers.pdf.limits import DRAW_SECONDS, MOST_PIXELS, OCR_SECONDS
from importers.pdf.masking import Boxes
from importers.pdf.tesseract import SWEDISH, OcrFailed, hold_short, look

_BLACK = 48  # of 255: a picture is packed with loss
_SCALE = 2.0  # pixels a point
_DPI = 200
_SECONDS = 60


def read_back(document: Any, data: bytes, boxes: Boxes) -> dict[str, Any]:
    """What each reader finds in the file: its text, what is seen on the pages that bear `boxes`, whether these are black, and
    how many annotations and attached files there are `beside` the pages."""
    return {
        "text": {"pdfium": _pdfium(document), "plumber": _plumber(data), "pdftotext": _pdftotext(data)},
        "seen": _seen(document, sorted(boxes)),
        "black": all(_is_black(document[page - 1], box) for page, held in boxes.items() for box in held),
        "beside": raw.FPDFDoc_GetAttachmentCount(document)
        + sum(raw.FPDFPage_GetAnnotCount(document[n]) for n in range(len(document))),
    }


def _pdfium(document: Any) -> str:
    return "".join(document[n].get_textpage().get_text_bounded() for n in range(len(document)))


def _plumber(data: bytes) -> str:
    with pdfplumber.open(io.BytesIO(data)) as pdf:
        return " ".join(word["text"] for page in pdf.pages for word in page.extract_words())


def _pdftotext(data: bytes) -> str | None:
    try:
        done = subprocess.run(
            ["pdftotext", "-q", "-", "-"],  # noqa: S607 - found as the system finds it
            input=data,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=_SECONDS,
            preexec_fn=hold_short,
            check=True,
        )
    except (subprocess.SubprocessError, OSError):
        return None
    return done.stdout.decode(errors="replace").strip()


def _seen(document: Any, pages: list[int]) -> dict[int, str | None]:
    """What OCR reads on each page; none where it cannot."""
    return {number: _looked_at(document[number - 1]) if ocr.at_hand() else None for number in pages}


def _looked_at(page: Any) -> str | None:
    clock.grant(OCR_SECONDS)
    width, height = page.get_size()
    scale = min(_DPI / 72, (MOST_PIXELS / (width * height)) ** 0.5)
    try:
        text = look(page.render(scale=scale, grayscale=True).to_pil().convert("L"), SWEDISH, "--dpi", str(_DPI))
    except OcrFailed:
        return None
    return " ".join(text.split())


def _is_black(page: Any, box: Any) -> bool:
    """Whether nothing but black is seen in the box."""
    clock.grant(DRAW_SECONDS)
    picture = page.render(scale=_SCALE, grayscale=True).to_pil().convert("L")
    x0, top, x1, bottom = (side * _SCALE for side in box)
    within = (max(0, int(x0)), max(0, int(top)), min(picture.width, int(x1)), min(picture.height, int(bottom)))
    if within[0] >= within[2] or within[1] >= within[3]:
        return True  # it lies beside the page
    _darkest, lightest = picture.crop(within).getextrema()
    return bool(lightest <= _BLACK)
