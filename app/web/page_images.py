"""Pictures of pages, drawn in the sandbox and kept a while: the least recently asked for leave first.

Drawing has threads of its own, so that whoever asks for anything else never waits for a picture.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from threading import Lock

import anyio

from importers import PageNotDrawable, UnreadableFile

MOST_BYTES = 48_000_000
# Each drawing is a process of its own with memory of its own.
_AT_ONCE = 2
_MOST_UNDRAWABLE = 10_000


class PageImages:
    """Bytes by key, at most `most` of them in all. Safe to use from several threads."""

    def __init__(self, most: int = MOST_BYTES) -> None:
        self._most = most
        self._size = 0
        self._kept: OrderedDict[str, bytes] = OrderedDict()
        self._undrawable: OrderedDict[str, None] = OrderedDict()
        self._lock = Lock()
        self._drawing = anyio.CapacityLimiter(_AT_ONCE)

    async def get(self, key: str, page: str, draw: Callable[[], bytes]) -> bytes | None:
        """The picture under `key`, drawn where it is not kept; none of a page that cannot be drawn.

        `page` names the page whatever its frame and width: what fails once costs its time once.
        """
        if page in self._undrawable:
            return None
        drawn = self._recall(key)
        if drawn is not None:
            return drawn
        return await anyio.to_thread.run_sync(self._drawn, key, page, draw, limiter=self._drawing)

    def _drawn(self, key: str, page: str, draw: Callable[[], bytes]) -> bytes | None:
        if page in self._undrawable:
            return None
        drawn = self._recall(key)
        if drawn is not None:
            return drawn
        try:
            return self._keep(key, draw())
        except (PageNotDrawable, UnreadableFile):
            with self._lock:
                self._undrawable[page] = None
                if len(self._undrawable) > _MOST_UNDRAWABLE:
                    self._undrawable.popitem(last=False)
            return None

    def _recall(self, key: str) -> bytes | None:
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
            return self._kept.get(key)

    def _keep(self, key: str, image: bytes) -> bytes:
        with self._lock:
            self._kept[key] = image
            self._size += len(image)
            while self._size > self._most and len(self._kept) > 1:
                _, oldest = self._kept.popitem(last=False)
                self._size -= len(oldest)
        return image
