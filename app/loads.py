"""Long lists in loads that one statement takes: databases bound how many values it may hold."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeVar

_MOST = 500
Value = TypeVar("Value")


def loads(values: Sequence[Value]) -> Iterator[Sequence[Value]]:
    """The values in their order, at most 500 at a time."""
    for start in range(0, len(values), _MOST):
        yield values[start : start + _MOST]
