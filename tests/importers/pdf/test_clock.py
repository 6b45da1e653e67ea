"""What a file may cost: each page that is drawn or read by OCR brings time of its own, so no honest scan is too long."""

from __future__ import annotations

import io
import os
import subprocess
import sys

import pytest
from pypdfium2 import PdfDocument
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from importers.pdf import hidden, ocr, pdfium
from importers.pdf.limits import OCR_SECONDS
from importers.sandbox import child
from tests.importers.pdf.drawn import drawn, says
from tests.places import ROOT, missing

PAGES = 80
PROGRAM = f"""
import resource, signal
from importers.pdf import clock
clock.grant(1000)  # no clock runs: nothing is started
print(signal.getitimer(signal.ITIMER_PROF)[0])
clock.start(5)
for _ in range({PAGES}):
    clock.grant({OCR_SECONDS})
clock.charge(9.5 * {PAGES})
for timer in (signal.ITIMER_PROF, signal.ITIMER_REAL):
    print(signal.getitimer(timer)[0])
print(resource.getrlimit(resource.RLIMIT_CPU)[0])
"""


def test_the_clocks_grow_with_every_page_that_is_granted_time() -> None:
    done = subprocess.run([sys.executable, "-c", PROGRAM], cwd=ROOT, capture_output=True, check=True)
    without, processor, wall, kernel = map(float, done.stdout.split())
    granted = 5 + OCR_SECONDS * PAGES
    assert without == 0
    assert abs(processor - (granted - 9.5 * PAGES)) < 2  # a timer is set in ticks
    assert wall > 39 * granted
    assert (
        granted < kernel < granted + 5
    )  # of the process' own time alone: what others work for it is not counted there


SCANNED = 5  # pages: what is granted for each is what the last is read by, however many there are
FOR_THE_FILE = (
    0.3  # seconds: what is read before the first page is drawn takes less, and what is read of all pages more
)


def colour_scan() -> bytes:
    """Slips of paper, a line on each, as pictures in colour: they take OCR no longer than it takes to begin."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(200, 60), invariant=True)
    for number in range(1, SCANNED + 1):
        page = PdfDocument(drawn(says(f"Sida {number} av protokollet")))[0]
        picture = page.render(scale=200 / 72).to_pil().convert("RGB").crop((150, 150, 705, 317))
        canvas.drawImage(ImageReader(picture), 0, 0, 200, 60)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def test_a_long_scan_is_read_by_the_time_that_each_page_is_granted_and_tells_how_far_it_has_come(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    if not ocr.at_hand():
        missing("Tesseract", "apt-get install tesseract-ocr tesseract-ocr-swe")
    monkeypatch.setattr(child, "seconds", lambda pages: FOR_THE_FILE)
    for draws in (hidden, pdfium):  # the granted time of who draws for another reason
        monkeypatch.setattr(draws, "DRAW_SECONDS", 0.01)
    file = os.memfd_create("file")
    os.write(file, colour_scan())
    answer, answer_end = os.pipe()
    reading = os.fork()
    if not reading:
        child.run(b'{"task": "read"}', data=file, answer=answer_end)
    os.close(answer_end)
    os.close(file)
    with os.fdopen(answer, "rb") as pipe:
        *told, head = (pipe.readline() for _ in range(SCANNED + 2))
        body = pipe.read().decode()
    _, status, used = os.wait4(reading, 0)
    assert (os.waitstatus_to_exitcode(status), head) == (0, b'{"answer": "bundle"}\n')
    assert told == [b"read %d %d\n" % (done, SCANNED) for done in range(SCANNED + 1)]
    assert [number for number in range(1, SCANNED + 1) if f"Sida {number} av protokollet" in body] == [1, 2, 3, 4, 5]
    assert used.ru_utime + used.ru_stime > 2 * FOR_THE_FILE  # the file's own time alone would have ended it
