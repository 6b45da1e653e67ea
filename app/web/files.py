"""An answer that is a file made while it is sent: short ones as any other answer, long ones a piece at a time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import chain

from fastapi import Request
from fastapi.responses import Response, StreamingResponse

from app.web.answers import PUBLIC, answer

# What is made before the first byte goes: an error until then is told as one, and what fits is kept and tagged as a whole.
_WHOLE = 1_000_000


def file_answer(request: Request, pieces: Iterator[bytes], media_type: str, headers: Mapping[str, str]) -> Response:
    """The pieces as an answer. One that is longer than a million bytes is sent while the rest of it is read."""
    made, size = [], 0
    for piece in pieces:
        made.append(piece)
        size += len(piece)
        if size > _WHOLE:
            rest = iter(()) if request.scope.get("only_head") else chain(made, pieces)
            return StreamingResponse(rest, media_type=media_type, headers={"Cache-Control": PUBLIC, **headers})
    return answer(request, b"".join(made), media_type, headers=headers)
