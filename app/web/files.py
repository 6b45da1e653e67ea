"""An answer that is a file made while it is sent: short ones as any other answer, long ones a piece at a time.

A long one is read in one transaction, and how fast it is taken is the reader's matter. Whoever is slow holds it for
`PATIENCE` only: what remains is then made at once, laid aside, and sent from there, in a place of its own, so that others
may have theirs made. How slow a reader may be at all is the connection's to say (`connections.py`).
"""

from __future__ import annotations

import tempfile
from collections.abc import AsyncGenerator, Iterator, Mapping
from pathlib import Path
from threading import BoundedSemaphore
from time import monotonic
from typing import BinaryIO

from anyio import to_thread
from fastapi import Request
from fastapi.responses import Response, StreamingResponse
from sqlalchemy.orm import Session
from starlette.types import Receive, Scope, Send

from app.errors import DiariumError, Exit
from app.language.i18n import N_
from app.web.answers import PUBLIC, answer, serving

# What is made before the first byte goes: an error until then is told as one, and what fits is kept and tagged as a whole.
_WHOLE = 1_000_000
# Each holds a connection to the register, and others are to have some left.
_AT_ONCE = BoundedSemaphore(6)
# Each holds room on the disk alone.
_LAID_ASIDE = BoundedSemaphore(24)
# Seconds that the register is held for by a reader who does not take what is made.
PATIENCE = 20.0
# What is laid aside is made for so many seconds at a time, so that others' questions come between, and sent by so many bytes.
_STRETCH, _BLOCK = 0.1, 65_536


class TooManyFiles(DiariumError):
    code = "too-many-files"
    title = N_("Många stora filer hämtas just nu")
    detail = N_("Så många stora filer som kan göras samtidigt hämtas redan. Försök igen om en stund.")
    status = 503
    exit_code = Exit.OUR_FAULT


class _Place:
    """A place among those being made, and later among those laid aside. Raises `TooManyFiles` where none is free."""

    def __init__(self) -> None:
        if not _AT_ONCE.acquire(blocking=False):
            raise TooManyFiles
        self._among = _AT_ONCE

    def lay_aside(self) -> None:
        """Leave it to others who have a file made; it is kept where as many as may be are laid aside."""
        if _LAID_ASIDE.acquire(blocking=False):
            self._among.release()
            self._among = _LAID_ASIDE

    def leave(self) -> None:
        self._among.release()


class _MadeWhileSent(StreamingResponse):
    """The pieces that are `made`, then the `rest`. Raises `TooManyFiles`, before anything is sent, where as many as may be are
    being made."""

    def __init__(
        self,
        made: list[bytes],
        rest: Iterator[bytes],
        held: Session,
        folder: Path,
        media_type: str,
        headers: Mapping[str, str],
    ) -> None:
        self._made, self._rest, self._held, self._folder = made, rest, held, folder
        super().__init__(iter(()), media_type=media_type, headers=headers)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        place = _Place()
        self.body_iterator = sent = _sent(self._made, self._rest, self._held, self._folder, place)
        try:
            await super().__call__(scope, receive, send)
        finally:
            place.leave()
            await sent.aclose()


def file_answer(
    request: Request, held: Session, pieces: Iterator[bytes], media_type: str, headers: Mapping[str, str]
) -> Response:
    """The pieces as an answer. One that is longer than a million bytes is sent while the rest of it is read; `held` is let go
    of when all is.

    Raises `TooManyFiles`, when it is sent, where as many of those as may be are being made.
    """
    made, size = [], 0
    for piece in pieces:
        made.append(piece)
        size += len(piece)
        if size > _WHOLE:
            sent = {"Cache-Control": PUBLIC, **headers}
            if request.scope.get("only_head"):
                return StreamingResponse(iter(()), media_type=media_type, headers=sent)
            return _MadeWhileSent(made, pieces, held, serving(request).settings.data_dir, media_type, sent)
    return answer(request, b"".join(made), media_type, headers=headers)


async def _sent(
    made: list[bytes], rest: Iterator[bytes], held: Session, folder: Path, place: _Place
) -> AsyncGenerator[bytes]:
    """What is made already, and then the rest: as it is made, or, for a slow reader, as it was laid aside."""
    waited = 0.0
    for piece in made:
        asked = monotonic()
        yield piece
        waited += monotonic() - asked
    made.clear()
    while waited < PATIENCE:
        following = await to_thread.run_sync(next, rest, None)
        if following is None:
            return
        asked = monotonic()
        yield following
        waited += monotonic() - asked
    with tempfile.TemporaryFile(dir=folder) as file:
        while await to_thread.run_sync(_lay_aside, rest, file):
            pass
        held.close()
        place.lay_aside()
        file.seek(0)
        while block := await to_thread.run_sync(file.read, _BLOCK):
            yield block


def _lay_aside(rest: Iterator[bytes], file: BinaryIO) -> bool:
    """Write what is made in a while; returns whether there is more."""
    begun = monotonic()
    for piece in rest:
        file.write(piece)
        if monotonic() - begun >= _STRETCH:
            return True
    return False
