"""Long lists in loads that one statement takes, as databases bound how many values it may hold; and how a load is made."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TypeVar

_MOST = 500
Value = TypeVar("Value")


def loads(values: Sequence[Value]) -> Iterator[Sequence[Value]]:
    """The values in their order, at most 500 at a time."""
    for start in range(0, len(values), _MOST):
        yield values[start : start + _MOST]


@contextmanager
def uncollected() -> Iterator[None]:
    """While the block makes what is all kept for now, nothing is looked through for what could go, over and over."""
    collects = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collects:
            gc.enable()
