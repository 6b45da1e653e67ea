"""Where it is counted how often somebody asks: in this process, or by setting in a Valkey or Redis that all processes and machines share.

Where that does not answer, each process counts for itself until it does: nobody is kept out, and none waits longer than once a while.
What lies there names nobody: who asks is a hash, keyed by the address of the store with the password in it, for as long as it counts.
"""

from __future__ import annotations

import hashlib
import time
from typing import cast

from limits import RateLimitItem
from limits.aio.storage import MemoryStorage as OwnMemory
from limits.aio.storage import Storage as WaitingStorage
from limits.aio.strategies import FixedWindowRateLimiter as Waiting
from limits.errors import ConfigurationError, StorageError
from limits.storage import MemoryStorage, Storage, storage_from_string
from limits.strategies import FixedWindowRateLimiter
from limits.util import WindowStats

from app.errors import WrongUse
from app.language.i18n import gettext as _

_WAITS = {"socket_timeout": 0.5, "socket_connect_timeout": 0.5}  # seconds
_REST = 5.0  # seconds until a store that did not answer is asked again


class _Shared:
    """What both kinds of counts know of the shared store: whom they count there, and whether it is worth asking."""

    def __init__(self, url: str | None) -> None:
        self._key = hashlib.sha256((url or "").encode()).digest()
        self._asked_from = 0.0 if url else float("inf")

    def is_asked(self) -> bool:
        return time.monotonic() >= self._asked_from

    def is_away(self) -> None:
        self._asked_from = time.monotonic() + _REST

    def name(self, who: str) -> str:
        return hashlib.blake2b(who.encode(), key=self._key, digest_size=16).hexdigest()


class Questions:
    """Counts of questions, for whoever answers them without a thread."""

    def __init__(self, url: str | None) -> None:
        self._shared = _Shared(url)
        self._own = Waiting(OwnMemory())
        self._theirs = Waiting(cast(WaitingStorage, _storage(f"async+{url}"))) if url else self._own

    async def count(self, limit: RateLimitItem, who: str) -> tuple[bool, WindowStats]:
        """Count one more: whether it is within the limit, and when the window ends and how many are left in it."""
        if self._shared.is_asked():
            try:
                return await self._count(self._theirs, limit, self._shared.name(who))
            except StorageError:
                self._shared.is_away()
        return await self._count(self._own, limit, who)

    @staticmethod
    async def _count(by: Waiting, limit: RateLimitItem, who: str) -> tuple[bool, WindowStats]:
        return await by.hit(limit, who), await by.get_window_stats(limit, who)


class Forms:
    """Counts of forms, for whoever answers in a thread."""

    def __init__(self, url: str | None) -> None:
        self._shared = _Shared(url)
        self._own = FixedWindowRateLimiter(MemoryStorage())
        self._theirs = FixedWindowRateLimiter(cast(Storage, _storage(url))) if url else self._own

    def count(self, limit: RateLimitItem, who: str) -> bool:
        """Count one more: whether it is within the limit."""
        if self._shared.is_asked():
            try:
                return self._theirs.hit(limit, self._shared.name(who))
            except StorageError:
                self._shared.is_away()
        return self._own.hit(limit, who)


def _storage(url: str) -> object:
    """What an address names: of the kind that is waited for where it begins with `async+`."""
    try:
        return storage_from_string(url, wrap_exceptions=True, **_WAITS)
    except ConfigurationError as missing:
        raise WrongUse(_("Räkning i Valkey eller Redis kräver fler paket: pip install 'diarium[counts]'")) from missing
