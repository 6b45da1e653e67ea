"""How far the reading of a file has come, for whoever waits: only pages that OCR reads take long enough to be counted."""

from __future__ import annotations

from collections.abc import Callable

Tell = Callable[[int, int], None]  # pages that OCR has read, of how many that it is to read


def silent(_done: int, _of: int) -> None:
    """Tell nobody."""
