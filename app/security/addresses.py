"""The address that a question comes under, put in order before anybody reads it: the proxy's part taken off, a key masked, a
slash at the end led on."""

from __future__ import annotations

import re
from urllib.parse import quote, unquote_to_bytes

from starlette.datastructures import MutableHeaders
from starlette.responses import RedirectResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app.security.headers import HEADERS
from app.security.keys import PREFIX

# A key where an address may hold it: so it stands in logs and histories already, but not in what we answer.
_KEY = re.compile(re.escape(PREFIX.encode()) + rb"[A-Za-z0-9_-]{8,200}")
_MASKED = f"{PREFIX}…".encode()
# Of a path, what need not be escaped; of a question, its own signs too.
_IN_PATH, _IN_QUERY = "/:@!$&'()*+,;=~", "/:@!$'()*,;~?&=+"


class Addressed:
    """Wraps the application. `prefix` is the path that the installation lies under behind its proxy, `/diarium` or none."""

    def __init__(self, app: ASGIApp, prefix: str) -> None:
        self.app = app
        self._prefix = prefix

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        path, query = self._inside(_masked(scope["path"])), _masked_query(scope["query_string"])
        if path != "/" and path.endswith("/"):
            asked = f"?{query.decode('latin-1')}" if query else ""
            without = f"/{quote(path.strip('/'), safe=_IN_PATH)}"  # one slash: two would lead to another site
            there = RedirectResponse(f"{self._prefix}{without}{asked}", status_code=308, headers=HEADERS)
            await there(scope, receive, send)
            return

        async def from_outside(message: Message) -> None:
            if message["type"] == "http.response.start" and self._prefix:
                headers = MutableHeaders(scope=message)
                there = headers.get("location", "")
                if there.startswith("/"):
                    headers["location"] = f"{self._prefix}{there}"
            await send(message)

        if path != scope["path"]:
            scope = {**scope, "path": path, "raw_path": quote(path, safe=_IN_PATH).encode()}
        await self.app({**scope, "query_string": query}, receive, from_outside)

    def _inside(self, path: str) -> str:
        """The path within the installation, whether or not the proxy has taken its own part off."""
        if self._prefix and (path == self._prefix or path.startswith(f"{self._prefix}/")):
            return path.removeprefix(self._prefix) or "/"
        return path


def _masked(path: str) -> str:
    return _KEY.sub(_MASKED, path.encode("utf-8", "surrogateescape")).decode("utf-8", "surrogateescape")


def _masked_query(query: bytes) -> bytes:
    """The question with no key in it, however it was escaped; as it came where there is none."""
    plain = unquote_to_bytes(query)
    return quote(_KEY.sub(_MASKED, plain), safe=_IN_QUERY).encode() if _KEY.search(plain) else query
