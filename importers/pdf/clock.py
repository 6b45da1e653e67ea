"""The clock of the process that reads a file: when it runs out the process ends, even in the midst of C code."""

from __future__ import annotations

import signal


def start(seconds: float) -> None:
    """So much time from now on."""
    signal.setitimer(signal.ITIMER_REAL, seconds)


def grant(seconds: float) -> None:
    """So much more time. Where no clock runs, none is started."""
    left, _ = signal.getitimer(signal.ITIMER_REAL)
    if left > 0:
        signal.setitimer(signal.ITIMER_REAL, left + seconds)


def has_left(seconds: float) -> bool:
    """Whether so much time is left, or no clock runs."""
    left, _ = signal.getitimer(signal.ITIMER_REAL)
    return left == 0 or left >= seconds
