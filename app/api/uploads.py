"""A file out of a request: as the body itself, or as a part of a form. Never more of it than a reader would read.

What comes lies on the disk until it is taken in, in a file without a name: whoever sends slowly, or stops, holds no memory,
and nothing is left behind, however the server ends.
"""

from __future__ import annotations

import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO
from urllib.parse import unquote

from fastapi import Request
from starlette.datastructures import UploadFile

from app.errors import NotAPdf, UploadTooLarge, WrongUse
from app.language.i18n import gettext as _
from app.web.receiving import Limited
from importers.errors import Refusal
from importers.pdf.limits import MOST_BYTES

_FORM = "multipart/form-data"
# What a form adds round the file.
_ROUND_IT = 64_000


@dataclass(frozen=True, slots=True)
class ReceivedFile:
    """A file's name, and its bytes in an open file that is read from its start."""

    name: str
    file: IO[bytes]


@asynccontextmanager
async def upload_of(request: Request, folder: Path) -> AsyncIterator[ReceivedFile]:
    """The file that the request brings, for as long as the block runs; `folder` is where it lies.

    Raises `UploadTooLarge`, `NotAPdf` for another media type, `WrongUse` for a form without a file.
    """
    media_type = request.headers.get("content-type", "").partition(";")[0].strip().casefold()
    limited = Request(request.scope, Limited(request, MOST_BYTES + _ROUND_IT, _too_large).receive)
    if media_type == _FORM:
        async with limited.form(max_files=1, max_fields=10) as form:
            part = form.get("file")
            if not isinstance(part, UploadFile):
                raise WrongUse(_("Formuläret saknar en fil i fältet ”file”."))
            yield ReceivedFile(part.filename or "", part.file)
        return
    if media_type not in {"application/pdf", "application/octet-stream"}:
        raise NotAPdf("", Refusal.NOT_PDF.value)
    with tempfile.TemporaryFile(dir=folder) as file:
        async for chunk in limited.stream():
            file.write(chunk)
        file.seek(0)
        yield ReceivedFile(_named(request), file)


def _named(request: Request) -> str:
    """The name that Content-Disposition gives, else none; it is data and never a path.

    By hand: no form's parser meets the header of a body that is the file itself (`docs/decisions/by-hand.md`).
    """
    disposition = request.headers.get("content-disposition", "")[:1000]
    for part in disposition.split(";"):
        key, _, value = part.strip().partition("=")
        if key.casefold() == "filename*":
            return unquote(value.rpartition("'")[2])
        if key.casefold() == "filename":
            return value.strip('"').encode("latin-1", "replace").decode("utf-8", "replace")
    return ""


def _too_large(size: int) -> UploadTooLarge:
    return UploadTooLarge("", Refusal.TOO_LARGE.value, bytes=size, limit=MOST_BYTES)
