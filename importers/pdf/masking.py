"""A file drawn anew with black boxes over what is not to be read: every page a picture, and nothing in the file beside them.

A box laid over live text is a leak, and so is what a file holds that no page shows: older revisions, notes, attached files,
its particulars. So nothing of the file is taken over. The boxes are in the pictures themselves, and what was beneath them is
nowhere.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import pypdfium2 as pdfium
from PIL import Image, ImageDraw

from importers.bundle import Box
from importers.errors import PageNotDrawable
from importers.pdf import clock
from importers.pdf.limits import DRAW_SECONDS, MOST_PIXELS, MOST_SIDE

_DPI = 150
_QUALITY = 85
_MARGIN = 1.5  # points of black beyond the words: letters reach out of their boxes
Boxes = Mapping[int, Sequence[Box]]


def masked(document: Any, boxes: Boxes) -> bytes:
    """The file anew, with these boxes (points of the page as shown) black on their pages (1-based); the same file and boxes
    give the same bytes.

    Raises `PageNotDrawable`: no_such_page, page_too_large, page_damaged.
    """
    pages = len(document)
    if beyond := next((page for page in boxes if not 1 <= page <= pages), None):
        raise PageNotDrawable("no_such_page", page=beyond, pages=pages)
    document.init_forms()  # else what stands in a form's fields is left blank
    return _written([_page(document, number, boxes.get(number, ())) for number in range(1, pages + 1)])


def _page(document: Any, number: int, boxes: Sequence[Box]) -> tuple[float, float, tuple[int, int], bytes]:
    """A page's width and height (points), and its picture's size (pixels) and bytes."""
    clock.grant(DRAW_SECONDS)
    try:
        sheet = document[number - 1]
    except pdfium.PdfiumError as error:
        raise PageNotDrawable("page_damaged", page=number) from error
    width, height = sheet.get_size()
    if max(width, height) > MOST_SIDE or min(width, height) <= 0:
        raise PageNotDrawable("page_too_large", page=number, limit=int(MOST_SIDE))
    scale = min(_DPI / 72, (MOST_PIXELS / (width * height)) ** 0.5)
    image: Image.Image = sheet.render(scale=scale).to_pil().convert("RGB")
    sheet.close()
    draw = ImageDraw.Draw(image)
    for x0, top, x1, bottom in boxes:
        draw.rectangle(
            (
                (x0 - _MARGIN) * image.width / width,
                (top - _MARGIN) * image.height / height,
                (x1 + _MARGIN) * image.width / width,
                (bottom + _MARGIN) * image.height / height,
            ),
            fill=0,
        )
    out = io.BytesIO()
    image.save(out, "JPEG", quality=_QUALITY)
    return width, height, image.size, out.getvalue()


def _written(pages: Sequence[tuple[float, float, tuple[int, int], bytes]]) -> bytes:
    """A PDF of these pictures, a page each, with no particulars at all."""
    out = bytearray(b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n")
    starts = []
    objects = list(_objects(pages))
    for number, body in enumerate(objects, 1):
        starts.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    xref = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(starts) + 1)
    out += b"".join(b"%010d 00000 n \n" % start for start in starts)
    return bytes(out + b"trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (len(starts) + 1, xref))


def _objects(pages: Sequence[tuple[float, float, tuple[int, int], bytes]]) -> Iterator[bytes]:
    """The catalogue, the tree of pages, and for each page itself, what it draws and its picture."""
    yield b"<</Type/Catalog/Pages 2 0 R>>"
    kids = b" ".join(b"%d 0 R" % (3 + 3 * n) for n in range(len(pages)))
    yield b"<</Type/Pages/Count %d/Kids[%s]>>" % (len(pages), kids)
    for n, (width, height, (across, down), picture) in enumerate(pages):
        own = 3 + 3 * n
        yield (
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 %.2f %.2f]/Contents %d 0 R/Resources<</XObject<</P %d 0 R>>>>>>"
            % (width, height, own + 1, own + 2)
        )
        drawn = b"%.2f 0 0 %.2f 0 0 cm /P Do" % (width, height)
        yield b"<</Length %d>>\nstream\n%s\nendstream" % (len(drawn), drawn)
        about = b"/Width %d/Height %d/ColorSpace/DeviceRGB/BitsPerComponent 8" % (across, down)
        yield (
            b"<</Type/XObject/Subtype/Image%s/Filter/DCTDecode/Length %d>>\nstream\n%s\nendstream"
            % (about, len(picture), picture)
        )
