"""From the bytes of a PDF to plain values.

    read_bundle(Path("KSN-2023-03553.pdf"))     a Bundle: documents, §§, yrkanden …, each with its place in the page
    draw_page(data, 3, box=(85.2, 39.4, 151.4, 47.6))   that page as an image, a frame round the words

Both open the file in a process of its own and raise `UnreadableFile` (of drawing, also `PageNotDrawable`).
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from importers.bundle import Box, Bundle, bundle_from_json
from importers.errors import MachineTooBusy, PageNotDrawable, ReaderFailed, Refusal, UnreadableFile
from importers.pdf.limits import HEAD_BYTES, MOST_BYTES
from importers.pdf.progress import Tell, silent
from importers.pdf.regular import read_regular
from importers.reader import READER
from importers.sandbox.ask import ask, stop_reading

__all__ = [
    "READER",
    "MachineTooBusy",
    "PageNotDrawable",
    "ReaderFailed",
    "UnreadableFile",
    "bundle_in",
    "draw_page",
    "mask_pages",
    "read_apart",
    "read_back",
    "read_bundle",
    "stop_reading",
    "words_of",
]

_WIDEST = 4_000
# A file's name is data, and may be hostile.
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def read_bundle(source: Path | bytes, name: str | None = None, sha256: str | None = None) -> Bundle:
    """Everything read out of one PDF. `name` is kept as data; by default the file's own. `sha256` is the bytes', where
    the caller has it already.

    Raises `UnreadableFile`, `MachineTooBusy`, `OSError` where the path itself cannot be read (`NotRegular` where it is no
    file), and `ReaderFailed` where the fault is ours.
    """
    data = source if isinstance(source, bytes) else read_regular(source)
    shown = name if name is not None else source.name if isinstance(source, Path) else ""
    return bundle_in(read_apart(data), data, shown, sha256)


def read_apart(data: bytes, tell: Tell = silent) -> bytes:
    """What the process that opens the file answers, unlooked at: whatever the file holds, it has harmed nobody here yet.
    `tell` hears how many pages of a scan are read, of how many.

    Raises as `read_bundle` does.
    """
    check_first_bytes(data)
    return ask({"task": "read"}, data, tell)


def bundle_in(answer: bytes, data: bytes, name: str, sha256: str | None = None) -> Bundle:
    """The Bundle in that answer, with the file's own name, size and sha256."""
    bundle = bundle_from_json(answer)
    digest = sha256 or hashlib.sha256(data).hexdigest()
    file = replace(bundle.file, name=_CONTROL.sub("\ufffd", name), sha256=digest, bytes=len(data))
    return replace(bundle, file=file)


def draw_page(data: bytes, page: int, *, box: Box | None = None, width: int = 1200) -> bytes:
    """Page `page` (1-based) as a WebP image `width` pixels wide; `box` draws a frame round the words quoted.

    Raises `UnreadableFile`, `PageNotDrawable`, `MachineTooBusy`.
    """
    check_first_bytes(data)
    if not 1 <= width <= _WIDEST:
        raise ValueError(f"width {width} is not within 1 and {_WIDEST}")
    return ask({"task": "draw", "page": page, "box": box, "width": width}, data)


def words_of(data: bytes, pages: Sequence[int] = ()) -> dict[int, list[tuple[str, Box]]]:
    """The words of these pages (1-based), or of all, each with its box in points of the page as shown.

    Raises `UnreadableFile`, `MachineTooBusy`.
    """
    check_first_bytes(data)
    found = json.loads(ask({"task": "words", "pages": list(pages)}, data))
    return {int(page): [(text, _box(box)) for text, box in words] for page, words in found.items()}


def mask_pages(data: bytes, boxes: Mapping[int, Sequence[Box]]) -> bytes:
    """The file drawn anew as pictures, black in these boxes of its pages (1-based): nothing else of it is in the answer.

    Raises `UnreadableFile`, `PageNotDrawable`, `MachineTooBusy`.
    """
    check_first_bytes(data)
    return ask({"task": "mask", "boxes": boxes}, data)


def read_back(data: bytes, boxes: Mapping[int, Sequence[Box]]) -> dict[str, Any]:
    """What four readers find in a masked file: see `importers.pdf.reading_back`.

    Raises `UnreadableFile`, `MachineTooBusy`.
    """
    check_first_bytes(data)
    found: dict[str, Any] = json.loads(ask({"task": "read_back", "boxes": boxes}, data))
    return found


def _box(sides: Sequence[float]) -> Box:
    x0, top, x1, bottom = sides
    return (x0, top, x1, bottom)


def check_first_bytes(data: bytes) -> None:
    """Refuse what size and first bytes alone show to be no PDF of ours.

    Raises `UnreadableFile`: empty, too_large, not_pdf.
    """
    if not data:
        raise UnreadableFile(Refusal.EMPTY)
    if len(data) > MOST_BYTES:
        raise UnreadableFile(Refusal.TOO_LARGE, bytes=len(data), limit=MOST_BYTES)
    if b"%PDF-" not in data[:HEAD_BYTES]:
        raise UnreadableFile(Refusal.NOT_PDF)
