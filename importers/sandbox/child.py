"""What a forked child does: one task on one file, with its memory, time and files held short. It never returns."""

from __future__ import annotations

import contextlib
import json
import os
import resource
import signal
import sys
import traceback
from typing import Any, NoReturn

from importers.bundle import Box, bundle_to_bytes
from importers.errors import PageNotDrawable, Refusal, UnreadableFile
from importers.pdf import clock
from importers.pdf.draw import draw
from importers.pdf.limits import DRAW_SECONDS, MOST_MEMORY, seconds
from importers.pdf.masking import masked
from importers.pdf.pdfium import open_pdf
from importers.pdf.progress import Tell
from importers.pdf.reading_back import read_back
from importers.pdf.select import words_on
from importers.read import read_document
from importers.sandbox.wire import OURS, PROGRESS, THE_FILES

# Behind whoever answers readers, and a file that is read behind what somebody sits and waits for.
NICE = {"read": 12, "draw": 8, "words": 8, "mask": 8, "read_back": 8}
_LIBRARIES = ("pypdfium2", "pypdfium2_raw", "pdfplumber", "pdfminer", "PIL")
_TEXT = b"BT /F 11 Tf 70 700 Td (Protokollsutdrag 2024-12-11) Tj 0 -20 Td (\\247 1 Beslut) Tj ET"
_PAGE = (
    b"%%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Count 1/Kids[3 0 R]>>endobj "
    b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>endobj "
    b"4 0 obj<</Length %d>>stream\n%s\nendstream endobj 5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj "
    b"trailer<</Root 1 0 R/Size 6>>"
) % (len(_TEXT), _TEXT)


def run(task: bytes, *, data: int, answer: int) -> NoReturn:
    """Reads the file behind the descriptor `data`, writes the answer to `answer`, and ends the process.

    The process' own death (clock, memory, abort) is an answer too: whoever asked reads it.
    """
    status = OURS
    try:
        asked = json.loads(task)
        _hold_short(NICE[asked["task"]])
        head, body = _answer(asked, os.pread(data, os.fstat(data).st_size, 0), _teller(answer))
        with os.fdopen(answer, "wb") as pipe:
            pipe.write(json.dumps(head).encode() + b"\n")
            pipe.write(body)
        status = 0
    finally:
        if status:
            status = _blame(answer)
        os._exit(status)


def _blame(answer: int) -> int:
    """What the process ends with after an exception: that of a library that a file brought down is the file's fault.

    Of ours, its kind and place are the answer, never its words, which may be the file's.
    """
    kind, _, trace = sys.exc_info()
    frames = [(frame.f_globals.get("__name__", ""), line) for frame, line in traceback.walk_tb(trace)]
    if any(module.partition(".")[0] in _LIBRARIES for module, _ in frames):
        return THE_FILES
    module, line = next((one for one in reversed(frames) if one[0].startswith("importers")), ("importers", 0))
    message = {"failed": f"{kind.__name__ if kind else 'exception'} in {module}, line {line}"}
    with contextlib.suppress(OSError):
        os.write(answer, json.dumps(message).encode() + b"\n")
    return OURS


def _hold_short(nice: int) -> None:
    """Memory, processor time and files; and clocks that kill even inside C code."""
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    os.setpriority(os.PRIO_PROCESS, 0, max(nice, os.getpriority(os.PRIO_PROCESS, 0)))
    for rings in (signal.SIGPROF, signal.SIGALRM):
        signal.signal(rings, signal.SIG_DFL)
    clock.start(seconds(0))


def _teller(answer: int) -> Tell:
    """A function that writes how far the reading has come, a line before the answer."""

    def tell(done: int, of: int) -> None:
        os.write(answer, PROGRESS % (done, of))

    return tell


def _answer(task: dict[str, Any], data: bytes, tell: Tell) -> tuple[dict[str, Any], bytes]:
    try:
        return _do(task, data, tell)
    except UnreadableFile as refused:
        return {"refused": refused.code, "params": refused.params}, b""
    except PageNotDrawable as refused:
        return {"not_drawable": refused.code, "params": refused.params}, b""
    except (MemoryError, RecursionError):
        return {"refused": Refusal.TOO_MUCH_MEMORY, "params": {}}, b""


def _do(task: dict[str, Any], data: bytes, tell: Tell) -> tuple[dict[str, Any], bytes]:
    document = open_pdf(data)
    if task["task"] == "draw":
        clock.grant(DRAW_SECONDS)
        return {"answer": "image"}, draw(document, task["page"], box=task["box"], width=task["width"])
    clock.start(seconds(len(document)))
    if task["task"] == "words":
        pages = task["pages"] or range(1, len(document) + 1)
        return {"answer": "words"}, json.dumps({n: words_on(document, n) for n in pages}).encode()
    if task["task"] == "mask":
        return {"answer": "file"}, masked(document, _boxes(task))
    if task["task"] == "read_back":
        return {"answer": "found"}, json.dumps(read_back(document, data, _boxes(task))).encode()
    return {"answer": "bundle"}, bundle_to_bytes(read_document(document, data, tell))


def _boxes(task: dict[str, Any]) -> dict[int, list[Box]]:
    """The boxes of a task, by page: JSON has no numbers for keys."""
    return {int(page): [(x0, top, x1, bottom) for x0, top, x1, bottom in held] for page, held in task["boxes"].items()}


def warm() -> None:
    """Reads and draws a page of our own, so that what is made once is made before the first fork."""
    bundle_to_bytes(read_document(open_pdf(_PAGE), _PAGE))
    draw(open_pdf(_PAGE), 1, box=None, width=100)
