"""What a page holds that nobody sees on it, or that is not in its text: no fact, but counted."""

from __future__ import annotations

import io
from collections.abc import Callable

import pytest
from PIL import Image
from reportlab.lib.colors import Color, black, white
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from importers.bundle import Bundle
from importers.pdf import pdfium
from importers.pdf.draw import draw
from importers.pdf.page import Page
from importers.read import read_document
from tests.importers.pdf.drawn import drawn
from tests.places import SHARED

Draw = Callable[[Canvas], None]


def first_page(draw: Draw) -> Page:
    return pdfium.read_page(pdfium.open_pdf(drawn(draw)), 1)


def shown_and_hidden(draw: Draw) -> tuple[str, int]:
    page = first_page(draw)
    return " ".join(word.text for word in page.words), page.hidden


def picture(mode: str, *colors: tuple[int, ...]) -> ImageReader:
    """A picture of stripes in these colours."""
    image = Image.new(mode, (40, 10 * len(colors)))
    for row, color in enumerate(colors):
        image.paste(color, (0, 10 * row, 40, 10 * row + 10))
    out = io.BytesIO()
    image.save(out, "PNG")
    return ImageReader(io.BytesIO(out.getvalue()))


def boxed(canvas: Canvas, *, alpha: float = 1.0) -> None:
    canvas.drawString(70, 700, "Eva Lind yrkar avslag")
    canvas.drawString(70, 680, "Beslut")
    canvas.setFillColor(Color(0, 0, 0, alpha))
    canvas.rect(65, 695, 200, 16, fill=1, stroke=0)


def box_in_a_form(canvas: Canvas) -> None:
    canvas.drawString(70, 700, "Eva Lind yrkar avslag")
    canvas.drawString(70, 680, "Beslut")
    canvas.beginForm("svart")
    canvas.rect(0, 0, 100, 8, fill=1, stroke=0)
    canvas.endForm()
    canvas.translate(65, 695)
    canvas.scale(2, 2)
    canvas.doForm("svart")


def beneath_a_picture(canvas: Canvas) -> None:
    canvas.drawString(70, 700, "Eva Lind yrkar avslag")
    canvas.drawString(70, 680, "Beslut")
    canvas.drawImage(picture("RGB", (200, 30, 30)), 65, 695, 200, 16)


def invisible(canvas: Canvas) -> None:
    canvas.drawString(70, 680, "Beslut")
    text = canvas.beginText(70, 700)
    text.setTextRenderMode(3)
    text.textOut("Eva Lind yrkar avslag")
    canvas.drawText(text)


def white_on_white(canvas: Canvas) -> None:
    canvas.drawString(70, 680, "Beslut")
    canvas.setFillColor(white)
    canvas.drawString(70, 700, "Eva Lind yrkar avslag")


@pytest.mark.parametrize("draw", [boxed, box_in_a_form, beneath_a_picture, invisible, white_on_white])
def test_what_nobody_sees_is_counted_and_left_out(draw: Draw) -> None:
    assert shown_and_hidden(draw) == ("Beslut", 4)


def white_on_a_box(canvas: Canvas) -> None:
    canvas.setFillColor(black)
    canvas.rect(65, 695, 200, 16, fill=1, stroke=0)
    canvas.setFillColor(white)
    canvas.drawString(70, 700, "Namn Parti")


def shaded_beneath(canvas: Canvas) -> None:
    canvas.setFillColor(Color(0.9, 0.9, 0.9))
    canvas.rect(65, 695, 200, 16, fill=1, stroke=0)
    canvas.setFillColor(black)
    canvas.drawString(70, 700, "Namn Parti")


def highlighted(canvas: Canvas) -> None:
    canvas.drawString(70, 700, "Namn Parti")
    canvas.setFillColor(Color(1, 1, 0, 0.4))
    canvas.rect(65, 695, 200, 16, fill=1, stroke=0)


def framed_and_underlined(canvas: Canvas) -> None:
    canvas.drawString(70, 700, "Namn Parti")
    canvas.rect(65, 695, 200, 16, fill=0, stroke=1)
    canvas.rect(70, 699, 60, 0.6, fill=1, stroke=0)


def signed_over(canvas: Canvas) -> None:
    canvas.drawString(70, 700, "Namn Parti")
    canvas.drawImage(picture("RGBA", (0, 0, 0, 0), (0, 0, 90, 255), (0, 0, 0, 0)), 65, 690, 200, 30, mask="auto")


def scanned_with_letters_beneath(canvas: Canvas) -> None:
    canvas.drawString(70, 700, "Namn Parti")
    canvas.drawImage(picture("RGB", (250, 250, 250)), 0, 0, 595, 842)


def scanned_with_letters_over(canvas: Canvas) -> None:
    canvas.drawImage(picture("RGB", (250, 250, 250)), 0, 0, 595, 842)
    text = canvas.beginText(70, 700)
    text.setTextRenderMode(3)
    text.textOut("Namn Parti")
    canvas.drawText(text)


@pytest.mark.parametrize(
    "draw",
    [
        white_on_a_box,
        shaded_beneath,
        highlighted,
        framed_and_underlined,
        signed_over,
        scanned_with_letters_beneath,
        scanned_with_letters_over,
    ],
)
def test_what_shows_is_read(draw: Draw) -> None:
    assert shown_and_hidden(draw) == ("Namn Parti", 0)


def with_annotation(kind: str, **keys: str) -> bytes:
    """A page with a line of text and an annotation laid over it, written out by hand."""
    text = b"BT /F 11 Tf 70 700 Td (Eva Lind yrkar avslag) Tj ET"
    drawing = keys.pop("drawing", "").encode()
    extra = "".join(f"/{key}{value}" for key, value in keys.items())
    return (
        b"%%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Count 1/Kids[3 0 R]>>endobj "
        b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>"
        b"/Annots[6 0 R]>>endobj 4 0 obj<</Length %d>>stream\n%s\nendstream endobj "
        b"5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj "
        b"6 0 obj<</Type/Annot/Subtype/%s/Rect[60 690 300 715]/AP<</N 7 0 R>>%s>>endobj "
        b"7 0 obj<</Type/XObject/Subtype/Form/BBox[0 0 240 25]/Length %d>>stream\n%s\nendstream endobj "
        b"trailer<</Root 1 0 R/Size 8>>"
    ) % (len(text), text, kind.encode(), extra.encode(), len(drawing), drawing)


@pytest.mark.parametrize(
    ("data", "counts"),
    [
        (with_annotation("Square", drawing="0 g 0 0 240 25 re f"), (4, 0, 0)),
        (with_annotation("Square", drawing="1 0 0 RG 0 0 240 25 re S"), (0, 0, 0)),
        (with_annotation("Redact"), (4, 0, 0)),
        (with_annotation("Widget", FT="/Tx", V="(Bo Ahl)"), (0, 1, 0)),
        (with_annotation("Widget", FT="/Tx", drawing="/Tx BMC BT (Bo Ahl) Tj ET EMC"), (0, 1, 0)),
        (with_annotation("Widget", FT="/Tx", drawing="/Tx BMC EMC"), (0, 0, 0)),
        (with_annotation("Widget", FT="/Btn", AS="/Off"), (0, 0, 0)),
        (with_annotation("Stamp", Contents="(Inkom 2025-09-19)"), (0, 0, 1)),
        (with_annotation("Link"), (0, 0, 0)),
    ],
)
def test_fields_stamps_and_boxes_laid_on_the_page_are_counted(data: bytes, counts: tuple[int, int, int]) -> None:
    page = pdfium.read_page(pdfium.open_pdf(data), 1)
    assert (page.hidden, page.fields, page.stamps) == counts


def filled_in(canvas: Canvas) -> None:
    canvas.drawString(70, 780, "Sekreterare")
    canvas.acroForm.textfield(value="Disa Holm", x=70, y=700, width=200, height=24, borderWidth=0, fillColor=white)


def stamped(canvas: Canvas) -> None:
    canvas.drawString(70, 780, "Inkom")


@pytest.mark.parametrize(
    "data",
    [drawn(filled_in), with_annotation("Stamp", drawing="BT /Helv 14 Tf 4 8 Td (2025-09-19) Tj ET 0 0 240 4 re f")],
)
def test_what_stands_in_a_field_or_a_stamp_is_drawn(data: bytes) -> None:
    picture = Image.open(io.BytesIO(draw(pdfium.open_pdf(data), 1, box=None, width=595)))
    place = picture.convert("L").crop((65, 842 - 730, 320, 842 - 690))
    assert min(place.getextrema()) < 128


def situation(name: str) -> Bundle:
    data = (SHARED / "probes" / "situations" / f"{name}.pdf").read_bytes()
    return read_document(pdfium.open_pdf(data), data)


@pytest.mark.shared
@pytest.mark.parametrize(
    ("name", "doubts"),
    [
        ("attach", [("files_attached", {"count": 1, "names": "Bilaga 1 motion.pdf"})]),
        ("portfolio", [("files_attached", {"count": 1, "names": "protokoll.pdf"})]),
        ("form", [("fields_not_read", {"page": 1, "count": 2}), ("fields_not_read", {"page": 2, "count": 2})]),
        ("st2", [("stamps_not_read", {"page": 1, "count": 1})]),
        ("invisible", [("text_hidden", {"page": 2, "words": 14})]),
        ("redact", [("text_hidden", {"page": 2, "words": 7})]),
        ("pn-text", [("identity_number", {"page": 2})]),
        ("pn-annot", [("identity_number_beside", {"page": 2, "place": "note"})]),
        ("pn-meta", [("identity_number_within", {"place": "about"})]),
        (
            "pn-form",
            [
                ("fields_not_read", {"page": 2, "count": 1}),
                ("identity_number_beside", {"page": 2, "place": "field"}),
            ],
        ),
        (
            "pn-attach",
            [
                ("files_attached", {"count": 1, "names": "ansokan.txt"}),
                ("identity_number_within", {"place": "attached"}),
            ],
        ),
    ],
)
def test_what_is_not_read_is_doubted(name: str, doubts: list[tuple[str, dict[str, object]]]) -> None:
    found = [(one.code, one.params) for one in situation(name).doubts if one.severity == "error"]
    assert found == doubts


@pytest.mark.shared
@pytest.mark.parametrize(("name", "yrkanden", "reservations"), [("invisible", 1, 1), ("redact", 0, 1)])
def test_hidden_words_are_no_facts(name: str, yrkanden: int, reservations: int) -> None:
    (item,) = situation(name).documents[0].items
    assert (len(item.yrkanden), len(item.reservations)) == (yrkanden, reservations)
