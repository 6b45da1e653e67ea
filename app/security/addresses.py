"""The address that a question comes under, put in order before anybody reads it: the proxy's part taken off, a key masked, a
slash at the end led on."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote, unquote_to_bytes

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import RedirectResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app.security.headers import HEADERS
from app.security.keys import PREFIX

# A key where an address may hold it: so it stands in logs and histories already, but not in what we answer.
_KEY = re.compile(re.escape(PREFIX.encode()) + rb"[A-Za-z0-9_-]{8,200}")
_MASKED = f"{PREFIX}…".encode()
# Of a path, what need not be escaped; of a question, its own signs too.
_IN_PATH, _IN_QUERY = "/:@!$&'()*+,;=~", "/:@!$'()*,;~?&=+"


@dataclass(frozen=True, slots=True)
class Lies:
    """Where an address lies: `prefix` is the path before all that lies there, `path` the one within, and `told` what the scope is
    to tell of whose it is. What has moved lies at another address, under `moved_to`."""

    prefix: str
    path: str
    told: Mapping[str, Any]
    moved_to: str | None = None


# Where the path asked for at a host lies; None where it is the installation's.
Finds = Callable[[str | None, str], Awaitable[Lies | None]]


class Addressed:
    """Wraps the application. `prefix` is the path that the installation lies under behind its proxy, `/diarium` or none; of what
    `finds` finds elsewhere it is another, which the scope tells (`prefix`)."""

    def __init__(self, app: ASGIApp, prefix: str, finds: Finds | None = None) -> None:
        self.app = app
        self._prefix = prefix
        self._finds = finds

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        lies, query = await self._lies(scope), _masked_query(scope["query_string"])
        prefix, path = lies.moved_to or lies.prefix, lies.path
        if lies.moved_to is not None or (path != "/" and path.endswith("/")):
            asked = f"?{query.decode('latin-1')}" if query else ""
            without = f"/{quote(path.strip('/'), safe=_IN_PATH)}"  # one slash: two would lead to another site
            there = RedirectResponse(f"{prefix}{without}{asked}", status_code=308, headers=HEADERS)
            await there(scope, receive, send)
            return

        async def from_outside(message: Message) -> None:
            if message["type"] == "http.response.start" and prefix:
                headers = MutableHeaders(scope=message)
                there = headers.get("location", "")
                if there.startswith("/"):
                    headers["location"] = f"{prefix}{there}"
            await send(message)

        # in place: whoever stands outside has to answer for what fails in here
        scope.update(lies.told, prefix=prefix)
        inner = {**scope, "query_string": query}
        if path != scope["path"]:
            inner.update(path=path, raw_path=quote(path, safe=_IN_PATH).encode())
        await self.app(inner, receive, from_outside)

    async def _lies(self, scope: Scope) -> Lies:
        path = _masked(scope["path"])
        found = await self._finds(Headers(scope=scope).get("host"), path) if self._finds else None
        return found or Lies(self._prefix, inside(self._prefix, path), {})


def inside(prefix: str, path: str) -> str:
    """The path behind its prefix, whether or not the proxy has taken that off."""
    if prefix and (path == prefix or path.startswith(f"{prefix}/")):
        return path.removeprefix(prefix) or "/"
    return path


def _masked(path: str) -> str:
    return _KEY.sub(_MASKED, path.encode("utf-8", "surrogateescape")).decode("utf-8", "surrogateescape")


def _masked_query(query: bytes) -> bytes:
    """The question with no key in it, however it was escaped; as it came where there is none."""
    plain = unquote_to_bytes(query)
    return quote(_KEY.sub(_MASKED, plain), safe=_IN_QUERY).encode() if _KEY.search(plain) else query
