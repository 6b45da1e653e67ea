"""How often one may ask: so many questions a minute for each address, more for whoever bears a key.

The count guards a machine from one careless loop, and is no wall; where it lies: `counts.py`. Headers
say how many are left, as the draft of the IETF's HTTPAPI group has them (RateLimit-Limit, -Remaining, -Reset in seconds).
"""

from __future__ import annotations

import hashlib
import math
import time
from collections.abc import Awaitable, Callable

from limits import RateLimitItem, parse
from limits.util import WindowStats
from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app.security.counts import Questions
from app.security.keys import key_in

Refuse = Callable[[Scope, Receive, Send], Awaitable[None]]
Knows = Callable[[str], Awaitable[bool]]
OFF = "off"
_API = "/api/"
# How long a key that was valid is taken to be so, for counting alone.
_TRUSTED_SECONDS = 60.0
_MOST_KEYS = 10_000


class RateLimited:
    """Wraps the API; `refuse` answers whoever has asked too often, `knows` tells whether a key is one of ours."""

    def __init__(
        self, app: ASGIApp, refuse: Refuse, knows: Knows, anyone: str, keyed: str, counts_url: str | None = None
    ) -> None:
        self.app = app
        self._refuse = refuse
        self._knows = knows
        self._anyone = parse(anyone) if anyone != OFF else None
        self._keyed = parse(keyed) if keyed != OFF else None
        self._counts = Questions(counts_url)
        self._trusted: dict[str, float] = {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or not scope["path"].startswith(_API):
            await self.app(scope, receive, send)
            return
        limit, who = await self._who(scope)
        if limit is None:
            await self.app(scope, receive, send)
            return
        within, window = await self._counts.count(limit, who)
        headers = _headers(limit, window, within)

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(headers)
            await send(message)

        await (self.app if within else self._refuse)(scope, receive, with_headers)

    async def _who(self, scope: Scope) -> tuple[RateLimitItem | None, str]:
        """Whose count it is: a valid key's own, else the address'. A key made up gives no count of its own."""
        bearer = next((value for name, value in scope["headers"] if name == b"authorization"), b"").decode("latin-1")
        key = key_in(bearer)
        if key is not None and await self._is_known(key):
            return self._keyed, hashlib.sha256(key.encode()).hexdigest()
        return self._anyone, scope["client"][0] if scope.get("client") else "unknown"

    async def _is_known(self, key: str) -> bool:
        now = time.monotonic()
        if self._trusted.get(key, 0.0) > now:
            return True
        knows = await self._knows(key)
        if knows:
            if len(self._trusted) >= _MOST_KEYS:
                self._trusted.clear()
            self._trusted[key] = now + _TRUSTED_SECONDS
        return knows


def _headers(limit: RateLimitItem, window: WindowStats, within: bool) -> dict[str, str]:
    soon = str(max(1, math.ceil(window.reset_time - time.time())))
    left = str(window.remaining)
    headers = {"RateLimit-Limit": str(limit.amount), "RateLimit-Remaining": left, "RateLimit-Reset": soon}
    return headers if within else headers | {"Retry-After": soon}
