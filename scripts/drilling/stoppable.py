"""A drill can be stopped at any moment, by a person, a supervisor or the clock of the whole, and still hands on its figures."""

from __future__ import annotations

import signal
from types import FrameType

_STOPS = (signal.SIGINT, signal.SIGTERM, signal.SIGALRM)


def stop_by_signal() -> None:
    """Raise `KeyboardInterrupt` at the first of these signals here, and hear no further one."""
    for number in _STOPS:
        signal.signal(number, _stop)


def stop_after(seconds: float) -> None:
    """Stop this process too where it still goes on then."""
    signal.setitimer(signal.ITIMER_REAL, max(seconds, 0.001))


def no_more() -> None:
    """Hear of nothing any more: what is left to do is to hand on."""
    signal.setitimer(signal.ITIMER_REAL, 0)
    for number in _STOPS:
        signal.signal(number, signal.SIG_IGN)


def forget() -> None:
    """In a fork that is what is drilled: signals mean there what they mean to any programme."""
    signal.signal(signal.SIGINT, signal.default_int_handler)
    for number in (signal.SIGTERM, signal.SIGALRM):
        signal.signal(number, signal.SIG_DFL)


def _stop(_number: int, _frame: FrameType | None) -> None:
    no_more()
    raise KeyboardInterrupt
