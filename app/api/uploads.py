"""A file out of a request: as the body itself, or as a part of a form. Never more of it than a reader would read."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import unquote

from fastapi import Request
from starlette.datastructures import UploadFile
from starlette.types import Message

from app.errors import NotAPdf, UploadTooLarge, WrongUse
from app.language.i18n import gettext as _
from importers.errors import Refusal
from importers.pdf.limits import MOST_BYTES

_FORM = "multipart/form-data"
# What a form adds round the file.
_ROUND_IT = 64_000


@dataclass(frozen=True, slots=True)
class ReceivedFile:
    name: str
    data: bytes


async def upload_of(request: Request) -> ReceivedFile:
    """The file that the request brings.

    Raises `UploadTooLarge`, `NotAPdf` for another media type, `WrongUse` for a form without a file.
    """
    media_type = request.headers.get("content-type", "").partition(";")[0].strip().casefold()
    limited = Request(request.scope, _Limited(request, MOST_BYTES + _ROUND_IT).receive)
    if media_type == _FORM:
        return await _from_form(limited)
    if media_type not in {"application/pdf", "application/octet-stream"}:
        raise NotAPdf("", Refusal.NOT_PDF.value)
    return ReceivedFile(_named(request), await limited.body())


async def _from_form(request: Request) -> ReceivedFile:
    async with request.form(max_files=1, max_fields=10) as form:
        file = form.get("file")
        if not isinstance(file, UploadFile):
            raise WrongUse(_("Formuläret saknar en fil i fältet ”file”."))
        return ReceivedFile(file.filename or "", await file.read())


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
            return value.strip('"')
    return ""


class _Limited:
    """Receives a request's body until it is longer than it may be, announced or not."""

    def __init__(self, request: Request, most: int) -> None:
        self._request = request
        self._most = most
        self._got = 0
        length = request.headers.get("content-length", "")
        if length.isdigit() and int(length) > most:
            raise _too_large(int(length))

    async def receive(self) -> Message:
        message = await self._request.receive()
        self._got += len(message.get("body", b""))
        if self._got > self._most:
            raise _too_large(self._got)
        return message


def _too_large(size: int) -> UploadTooLarge:
    return UploadTooLarge("", Refusal.TOO_LARGE.value, bytes=size, limit=MOST_BYTES)
