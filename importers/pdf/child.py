"""The process that opens a PDF: `python -m importers.pdf.child`, task and file on stdin, answer on stdout."""

from __future__ import annotations

import json
import math
import resource
import signal
import sys
from typing import Any

from importers.bundle import bundle_to_json
from importers.errors import PageNotDrawable, Refusal, UnreadableFile
from importers.pdf.draw import draw
from importers.pdf.limits import MOST_MEMORY, MOST_PAGES, seconds
from importers.pdf.pdfium import open_pdf
from importers.read import read_document


def main() -> int:
    """Do the one task. The process' own death (alarm, memory, abort) is an answer too: the parent reads it."""
    _hold_short()
    task = json.loads(sys.stdin.buffer.readline())
    data = sys.stdin.buffer.read()
    try:
        head, body = _do(task, data)
    except UnreadableFile as refused:
        head, body = {"refused": refused.code, "params": refused.params}, b""
    except PageNotDrawable as refused:
        head, body = {"not_drawable": refused.code, "params": refused.params}, b""
    except (MemoryError, RecursionError):
        head, body = {"refused": Refusal.TOO_MUCH_MEMORY, "params": {}}, b""
    sys.stdout.buffer.write(json.dumps(head).encode() + b"\n" + body)
    sys.stdout.buffer.flush()
    return 0


def _hold_short() -> None:
    """Memory, processor time and files; and a clock that kills even inside C code."""
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    longest = math.ceil(seconds(MOST_PAGES))
    resource.setrlimit(resource.RLIMIT_CPU, (longest, longest + 1))
    _set_clock(0)


def _set_clock(pages: int) -> None:
    signal.setitimer(signal.ITIMER_REAL, seconds(pages))


def _do(task: dict[str, Any], data: bytes) -> tuple[dict[str, Any], bytes]:
    document = open_pdf(data)
    if task["task"] == "draw":
        return {"answer": "image"}, draw(document, task["page"], box=task["box"], width=task["width"])
    _set_clock(len(document))
    bundle = read_document(document, data, task["name"])
    return {"answer": "bundle"}, json.dumps(bundle_to_json(bundle), ensure_ascii=False).encode()


if __name__ == "__main__":
    sys.exit(main())
