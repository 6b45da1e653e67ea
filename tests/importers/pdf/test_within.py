"""What a file holds that no page of it shows: told, searched for identity numbers, never read as facts."""

from __future__ import annotations

import ctypes
import io
import zipfile
from collections.abc import Callable

import pypdfium2 as pdfium
import pytest
from pypdfium2 import raw
from reportlab.pdfgen.canvas import Canvas

from importers.bundle import Bundle
from importers.pdf.pdfium import open_pdf
from importers.read import read_document
from tests.importers.pdf.drawn import drawn, says

NUMBER = "19121212-1212"
TEXT = ("Kommunstyrelsen", "Protokollsutdrag", "2025-11-05", "", "§ 12", "Cykelställ", "Beslut", "Motionen avslås.")


def attached(name: str, content: bytes) -> bytes:
    """A page of text with a file attached to it."""
    document = pdfium.PdfDocument(drawn(says(*TEXT)))
    wide = (ctypes.c_ushort * (len(name) + 1))(*map(ord, name))
    attachment = raw.FPDFDoc_AddAttachment(document, wide)
    raw.FPDFAttachment_SetFile(attachment, document, content, len(content))
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def zipped(*texts: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for n, text in enumerate(texts):
            archive.writestr(f"word/document{n}.xml", f"<w:t>{text}</w:t>")
    return out.getvalue()


def titled(canvas: Canvas) -> None:
    canvas.setSubject(f"Ansökan {NUMBER}")
    says(*TEXT)(canvas)


def noted(text: str) -> Callable[[Canvas], None]:
    def draw(canvas: Canvas) -> None:
        canvas.textAnnotation(text, Rect=(300, 500, 330, 530))
        says(*TEXT)(canvas)

    return draw


def revised(before: str, after: str) -> bytes:
    """A page that was written anew at the end of the file, as a program that saves quickly does."""

    def contents(text: str) -> bytes:
        stream = f"BT /F 11 Tf 70 700 Td ({text}) Tj ET".encode("latin-1")
        return b"4 0 obj<</Length %d>>stream\n%s\nendstream endobj\n" % (len(stream), stream)

    objects = [
        b"1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n",
        b"2 0 obj<</Type/Pages/Count 1/Kids[3 0 R]>>endobj\n",
        b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>endobj\n",
        contents(before),
        b"5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\n",
    ]
    data, places = b"%PDF-1.7\n", []
    for one in objects:
        places.append(len(data))
        data += one
    start = len(data)
    data += b"xref\n0 6\n0000000000 65535 f \n" + b"".join(b"%010d 00000 n \n" % place for place in places)
    data += b"trailer<</Root 1 0 R/Size 6>>\nstartxref\n%d\n%%%%EOF\n" % start
    changed = len(data)
    data += contents(after)
    again = len(data)
    data += b"xref\n4 1\n%010d 00000 n \n" % changed
    return data + b"trailer<</Root 1 0 R/Size 6/Prev %d>>\nstartxref\n%d\n%%%%EOF\n" % (start, again)


def read(data: bytes) -> Bundle:
    return read_document(open_pdf(data), data)


BESIDE = ("identity_number_beside", {"page": 1, "place": "note"})
ATTACHED = ("identity_number_within", {"place": "attached"})
CANDIDATES = {"files_attached", "attached_not_searched", "notes_not_read", "earlier_revision"}


@pytest.mark.parametrize(
    ("data", "codes", "numbers"),
    [
        (drawn(says(*TEXT)), [], []),
        (drawn(says(*TEXT, f"för {NUMBER}")), [], [("identity_number", {"page": 1})]),
        (drawn(noted("kontrollera beloppet")), ["notes_not_read"], []),
        (drawn(noted(f"gäller {NUMBER}")), ["notes_not_read"], [BESIDE]),
        (drawn(titled), [], [("identity_number_within", {"place": "about"})]),
        (attached("lista.txt", b"inga nummer, bara 212000-3005"), ["files_attached"], []),
        (attached("lista.txt", f"åt {NUMBER}".encode()), ["files_attached"], [ATTACHED]),
        (attached("lista.txt", f"åt {NUMBER}".encode("utf-16")), ["files_attached"], [ATTACHED]),
        (attached("lista.docx", zipped(NUMBER)), ["files_attached"], [ATTACHED]),
        (attached("lista.docx", zipped(NUMBER)[:60]), ["files_attached", "attached_not_searched"], []),
        (attached("lista.docx", zipped(*[NUMBER] * 401)), ["files_attached", "attached_not_searched"], [ATTACHED]),
        (attached("lista.docx", zipped(*["tom"] * 390)), ["files_attached"], []),
        (attached("lista.docx", zipped(" " * (4 << 20))), ["files_attached", "attached_not_searched"], []),
        (attached("lista.docx", zipped(*[" " * 4_000_000] * 4)), ["files_attached", "attached_not_searched"], []),
        (attached("lista.pdf", drawn(says(f"åt {NUMBER}"))), ["files_attached"], [ATTACHED]),
        (attached("lista.pdf", b"%PDF-1.7 skadad"), ["files_attached", "attached_not_searched"], []),
        (revised("Protokoll", "Protokoll"), [], []),
        (revised("Protokoll med namnet Karl", "Protokoll"), ["earlier_revision"], []),
        (
            revised(f"Protokoll om {NUMBER}", "Protokoll"),
            ["earlier_revision"],
            [("identity_number_within", {"place": "revision"})],
        ),
    ],
)
def test_what_no_page_shows_is_told_and_searched(
    data: bytes, codes: list[str], numbers: list[tuple[str, dict[str, object]]]
) -> None:
    bundle = read(data)
    assert [one.code for one in bundle.doubts if one.code in CANDIDATES] == codes
    assert [(one.code, one.params) for one in bundle.doubts if one.code.startswith("identity")] == numbers
    assert "1212" not in str([one.params for one in bundle.doubts])
    within = {code for code, params in numbers if code != "identity_number"}
    assert bundle.file.unseen == tuple(sorted({*codes, *within}))
