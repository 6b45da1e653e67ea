"""A request's body, as far as it may be long."""

from __future__ import annotations

from collections.abc import Callable

from fastapi import Request
from starlette.types import Message


class Limited:
    """Receives a request's body until it is longer than it may be, announced or not; then `too_large` says what is raised."""

    def __init__(self, request: Request, most: int, too_large: Callable[[int], Exception]) -> None:
        self._request = request
        self._most = most
        self._too_large = too_large
        self._got = 0
        length = request.headers.get("content-length", "")
        if length.isdigit() and int(length) > most:
            raise too_large(int(length))

    async def receive(self) -> Message:
        message = await self._request.receive()
        self._got += len(message.get("body", b""))
        if self._got > self._most:
            raise self._too_large(self._got)
        return message
