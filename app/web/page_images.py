"""Pictures of pages, drawn in the sandbox and kept a while: the least recently asked for leave first.

Drawing has threads of its own, so that whoever asks for anything else never waits for a picture; and whoever asks for one
waits for so long, not for as long as a page takes that was made to take long.
"""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from collections.abc import Callable
from contextlib import nullcontext
from threading import Lock

import anyio

from importers import PageNotDrawable, UnreadableFile

MOST_BYTES = 48_000_000
# Each drawing is a process of its own with memory of its own.
_AT_ONCE = 2
_AHEAD_AT_ONCE = 1  # of these, what nobody looks at yet
_MOST_UNDRAWABLE = 10_000
_MOST_GOING_ON = 64  # begun, or waiting for their turn
PATIENCE = 20.0  # seconds: a scan in colour, as wide as may be, takes 3, and six times as long where all is busy; waiting holds no thread


class PageImages:
    """Bytes by key, at most `most` of them in all. Safe to use from several threads."""

    def __init__(self, most: int = MOST_BYTES, patience: float | None = None) -> None:
        self._most, self._patience = most, PATIENCE if patience is None else patience
        self._size = 0
        self._kept: OrderedDict[str, bytes] = OrderedDict()
        self._undrawable: OrderedDict[str, None] = OrderedDict()
        self._lock = Lock()
        self._drawing, self._ahead = anyio.CapacityLimiter(_AT_ONCE), anyio.CapacityLimiter(_AHEAD_AT_ONCE)
        self._going_on: dict[str, asyncio.Task[bytes | None]] = {}

    async def get(
        self, key: str, page: str, draw: Callable[[], bytes], *, patience: float | None = None, ahead: bool = False
    ) -> bytes | None:
        """The picture under `key`, drawn where it is not kept; none of a page that cannot be drawn.

        `page` names the page whatever its frame and width: what fails once costs its time once. Raises `TimeoutError` where
        it is not drawn in time, which `patience` (s) says where it is another than for all: it goes on being drawn, for the next who
        asks. What is asked for `ahead` of being looked at leaves room for who looks at another page.
        """
        if page in self._undrawable:
            return None
        drawn = self._recall(key)
        if drawn is not None:
            return drawn
        task = self._going_on.get(key)
        if task is None:
            if len(self._going_on) >= _MOST_GOING_ON:
                raise TimeoutError
            task = asyncio.ensure_future(self._in_turn(key, page, draw, ahead=ahead))
            self._going_on[key] = task
            task.add_done_callback(lambda ended: self._forget(key, ended))
        await asyncio.wait({task}, timeout=self._patience if patience is None else patience)
        if not task.done():
            raise TimeoutError
        return task.result()

    def forget(self, sha256: str) -> None:
        """Let go of every picture of a file's pages."""
        with self._lock:
            for key in [key for key in self._kept if sha256 in key]:
                self._size -= len(self._kept.pop(key))

    async def _in_turn(self, key: str, page: str, draw: Callable[[], bytes], *, ahead: bool) -> bytes | None:
        async with self._ahead if ahead else nullcontext():
            return await anyio.to_thread.run_sync(self._drawn, key, page, draw, limiter=self._drawing)

    def _forget(self, key: str, ended: asyncio.Task[bytes | None]) -> None:
        del self._going_on[key]
        if not ended.cancelled():
            ended.exception()  # is told to whoever still waits, and to nobody else

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
