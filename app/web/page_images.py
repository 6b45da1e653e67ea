"""Pictures of pages, drawn in the sandbox and kept a while: the least recently asked for leave first."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from threading import BoundedSemaphore, Lock

MOST_BYTES = 48_000_000
# Each drawing is a process of its own with memory of its own.
_AT_ONCE = 2


class PageImages:
    """Bytes by key, at most `most` of them in all. Safe to use from several threads."""

    def __init__(self, most: int = MOST_BYTES) -> None:
        self._most = most
        self._size = 0
        self._kept: OrderedDict[str, bytes] = OrderedDict()
        self._lock = Lock()
        self._drawing = BoundedSemaphore(_AT_ONCE)

    def get(self, key: str, draw: Callable[[], bytes]) -> bytes:
        """The picture under `key`, drawn where it is not kept."""
        drawn = self._recall(key)
        if drawn is not None:
            return drawn
        with self._drawing:
            drawn = self._recall(key)
            return drawn if drawn is not None else self._keep(key, draw())

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
