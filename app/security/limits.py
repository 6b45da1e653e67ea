"""How often one may ask: so many questions a minute for each address, more for whoever bears a key.

The count is this process's own and lives in memory: it guards a machine from one careless loop, and is no wall. Headers
say how many are left, as the draft of the IETF's HTTPAPI group has them (RateLimit-Limit, -Remaining, -Reset in seconds).
"""

from __future__ import annotations

import hashlib
import math
import time
from collections.abc import Awaitable, Callable

from limits import RateLimitItem, parse
from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

Refuse = Callable[[Scope, Receive, Send], Awaitable[None]]
Knows = Callable[[str], Awaitable[bool]]
OFF = "off"
_API = "/api/"
# How long a key that was known is taken to be so, for counting alone.
_TRUSTED_SECONDS = 60.0
_MOST_KEYS = 10_000
_SWEPT_SECONDS = 60.0


class Windows:
    """How often each has asked in a window of time that begins with the first question.

    The library's own count in memory starts a thread every hundredth of a second to forget what is over; here it is
    forgotten when somebody asks, once a minute.
    """

    def __init__(self) -> None:
        self._open: dict[str, tuple[int, float]] = {}
        self._swept = 0.0

    def __len__(self) -> int:
        return len(self._open)

    def hit(self, who: str, seconds: int, now: float) -> tuple[int, float]:
        """How often they have asked with this time, and when the window closes, by the clock that `now` is read from."""
        if now - self._swept > _SWEPT_SECONDS:
            self._swept = now
            self._open = {one: window for one, window in self._open.items() if window[1] > now}
        asked, ends = self._open.get(who, (0, 0.0))
        self._open[who] = found = (asked + 1, ends) if ends > now else (1, now + seconds)
        return found


class RateLimited:
    """Wraps the API; `refuse` answers whoever has asked too often, `knows` tells whether a key is one of ours."""

    def __init__(self, app: ASGIApp, refuse: Refuse, knows: Knows, anyone: str, keyed: str) -> None:
        self.app = app
        self._refuse = refuse
        self._knows = knows
        self._anyone = parse(anyone) if anyone != OFF else None
        self._keyed = parse(keyed) if keyed != OFF else None
        self._windows = Windows()
        self._trusted: dict[str, float] = {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or not scope["path"].startswith(_API):
            await self.app(scope, receive, send)
            return
        limit, who = await self._who(scope)
        if limit is None:
            await self.app(scope, receive, send)
            return
        now = time.monotonic()
        asked, ends = self._windows.hit(who, limit.get_expiry(), now)
        within = asked <= limit.amount
        said = _told(limit, asked, ends - now)

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(said)
            await send(message)

        await (self.app if within else self._refuse)(scope, receive, with_headers)

    async def _who(self, scope: Scope) -> tuple[RateLimitItem | None, str]:
        """Whose count it is: a known key's own, else the address'. A key made up gives no count of its own."""
        bearer = next((value for name, value in scope["headers"] if name == b"authorization"), b"").decode("latin-1")
        if bearer and await self._is_known(bearer):
            return self._keyed, hashlib.sha256(bearer.encode()).hexdigest()
        return self._anyone, scope["client"][0] if scope.get("client") else "unknown"

    async def _is_known(self, bearer: str) -> bool:
        now = time.monotonic()
        if self._trusted.get(bearer, 0.0) > now:
            return True
        known = await self._knows(bearer)
        if known:
            if len(self._trusted) >= _MOST_KEYS:
                self._trusted.clear()
            self._trusted[bearer] = now + _TRUSTED_SECONDS
        return known


def _told(limit: RateLimitItem, asked: int, seconds: float) -> dict[str, str]:
    left, soon = max(0, limit.amount - asked), str(max(1, math.ceil(seconds)))
    said = {"RateLimit-Limit": str(limit.amount), "RateLimit-Remaining": str(left), "RateLimit-Reset": soon}
    return said if asked <= limit.amount else said | {"Retry-After": soon}
