"""One extract with a word in each place of a PDF where something may lie that nobody sees on the page."""

from __future__ import annotations

import ctypes
import io
import re
import zlib
from functools import cache

import pypdfium2 as pdfium
from pypdfium2 import raw
from reportlab.lib.colors import black, white
from reportlab.pdfgen.canvas import Canvas

_REVISED = "Kanarierevision"
# What each channel holds.
CHANNELS = (
    "Kanarieruta yrkar avslag",
    "Kanariebläck yrkar avslag",
    "Kanarieutanför yrkar avslag",
    "Kanarievit yrkar avslag",
    "Kanarienotering",
    "Kanariefält",
    "Kanariestämpel",
    "Kanarieämne",
    "Kanariebilaga",
    _REVISED,
)


@cache  # two installations get the same bytes, though a file is saved with the instant in it
def with_canaries(lines: tuple[str, ...]) -> bytes:
    """The lines as a page of text, and a canary in each channel: beneath a box, in invisible ink, off the page, in the page's
    own colour, in a note, a field, a stamp, the file's particulars, an attached file and an earlier revision."""
    sheet = io.BytesIO()
    canvas = Canvas(sheet, invariant=1, pageCompression=0)
    canvas.setSubject(CHANNELS[7])
    for n, line in enumerate(lines):
        canvas.drawString(72, 780 - 16 * n, line)
    canvas.drawString(72, 300, _REVISED)
    canvas.drawString(72, 400, CHANNELS[0])
    canvas.setFillColor(black)
    canvas.rect(65, 395, 300, 16, fill=1, stroke=0)
    ink = canvas.beginText(72, 380)
    ink.setTextRenderMode(3)
    ink.textOut(CHANNELS[1])
    canvas.drawText(ink)
    canvas.drawString(72, -200, CHANNELS[2])
    canvas.setFillColor(white)
    canvas.drawString(72, 360, CHANNELS[3])
    canvas.textAnnotation(CHANNELS[4], Rect=(500, 700, 520, 720))
    canvas.acroForm.textfield(value=CHANNELS[5], x=72, y=200, width=200, height=20)
    canvas.freeTextAnnotation(CHANNELS[6], DA="/Helv 10 Tf", Rect=(300, 780, 560, 800))
    canvas.showPage()
    canvas.save()
    return _revised(_attached(sheet.getvalue()))


def _attached(data: bytes) -> bytes:
    document = pdfium.PdfDocument(data)
    name, content = "lista.txt", CHANNELS[8].encode()
    attachment = raw.FPDFDoc_AddAttachment(document, (ctypes.c_ushort * (len(name) + 1))(*map(ord, name)))
    raw.FPDFAttachment_SetFile(attachment, document, content, len(content))
    out = io.BytesIO()
    document.save(out)
    document.close()
    return out.getvalue()


def _revised(data: bytes) -> bytes:
    """The same with its page written anew at the end of the file, without the word that is only in the first revision."""
    number = int(re.findall(rb"/Contents (\d+) 0 R", data)[0])
    start = data.index(b"\n%d 0 obj" % number) + 1
    stream = re.search(rb"stream\r?\n(.*?)\r?\nendstream", data[start:], re.DOTALL)
    assert stream is not None
    text = zlib.decompress(stream[1]).replace(_REVISED.encode(), b"Bilaga")
    assert _REVISED.encode() not in text
    before = int(re.findall(rb"startxref\s+(\d+)", data)[-1])
    trailer = {key: re.findall(rb"/%s (\d+(?: 0 R)?)" % key, data)[-1] for key in (b"Root", b"Size")}
    changed = len(data)
    data += b"%d 0 obj<</Length %d>>stream\n%s\nendstream endobj\n" % (number, len(text), text)
    again = len(data)
    data += b"xref\n%d 1\n%010d 00000 n \n" % (number, changed)
    return data + b"trailer<</Root %s/Size %s/Prev %d>>\nstartxref\n%d\n%%%%EOF\n" % (
        trailer[b"Root"],
        trailer[b"Size"],
        before,
        again,
    )
