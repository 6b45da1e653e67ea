"""An answer that is a file made while it is sent: short ones as any other answer, long ones a piece at a time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from threading import BoundedSemaphore

from fastapi import Request
from fastapi.responses import Response, StreamingResponse

from app.errors import DiariumError, Exit
from app.language.i18n import N_
from app.web.answers import PUBLIC, answer

# What is made before the first byte goes: an error until then is told as one, and what fits is kept and tagged as a whole.
_WHOLE = 1_000_000
# Each holds a connection to the register for as long as its reader takes, and others are to have some left.
_AT_ONCE = BoundedSemaphore(6)


class TooManyFiles(DiariumError):
    code = "too-many-files"
    title = N_("Många stora filer hämtas just nu")
    detail = N_("Så många stora filer som kan göras samtidigt hämtas redan. Försök igen om en stund.")
    status = 503
    exit_code = Exit.OUR_FAULT


def file_answer(request: Request, pieces: Iterator[bytes], media_type: str, headers: Mapping[str, str]) -> Response:
    """The pieces as an answer. One that is longer than a million bytes is sent while the rest of it is read.

    Raises `TooManyFiles` where as many of those as may be are being sent.
    """
    made, size = [], 0
    for piece in pieces:
        made.append(piece)
        size += len(piece)
        if size > _WHOLE:
            rest = iter(()) if request.scope.get("only_head") else _counted(made, pieces)
            return StreamingResponse(rest, media_type=media_type, headers={"Cache-Control": PUBLIC, **headers})
    return answer(request, b"".join(made), media_type, headers=headers)


def _counted(made: list[bytes], rest: Iterator[bytes]) -> Iterator[bytes]:
    """What is made already, and then the rest, with its place among those that are sent at once."""
    if not _AT_ONCE.acquire(blocking=False):
        raise TooManyFiles

    def sent() -> Iterator[bytes]:
        try:
            yield b""
            yield from made
            yield from rest
        finally:
            _AT_ONCE.release()

    sending = sent()
    next(sending)  # begun, so that it ends however little of it is taken
    return sending
