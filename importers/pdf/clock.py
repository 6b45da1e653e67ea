"""The clocks of the process that reads a file: when one runs out the process ends, even in the midst of C code.

What a file costs is processor time, which does not grow with what else the machine has to do; when that is spent, the
file was too slow (SIGPROF, and behind it the kernel's own limit, SIGXCPU). Beside it runs a generous clock of the wall's
(SIGALRM), for a machine so busy that the process hardly gets to work. Both are set anew with every grant: a scan of many
pages is honest for as long as each page takes what a page may.
"""

from __future__ import annotations

import math
import resource
import signal
import time

from importers.pdf.limits import MOST_WAITING

_LEAST = 0.001  # seconds; a timer set to nothing would never ring


def start(seconds: float) -> None:
    """So much processor time from now on."""
    signal.setitimer(signal.ITIMER_PROF, seconds)
    signal.setitimer(signal.ITIMER_REAL, MOST_WAITING * seconds)
    _limit(seconds)


def grant(seconds: float) -> None:
    """So much more processor time. Where no clock runs, none is started."""
    if left := _left():
        signal.setitimer(signal.ITIMER_PROF, left + seconds)
        waiting, _ = signal.getitimer(signal.ITIMER_REAL)
        signal.setitimer(signal.ITIMER_REAL, waiting + MOST_WAITING * seconds)
        _limit(left + seconds)


def charge(seconds: float) -> None:
    """So much processor time was spent by a process that worked for this one."""
    if left := _left():
        signal.setitimer(signal.ITIMER_PROF, max(left - seconds, _LEAST))


def has_left(seconds: float) -> bool:
    """Whether so much processor time is left, or no clock runs."""
    left = _left()
    return left == 0 or left >= seconds


def _limit(seconds: float) -> None:
    """Let the kernel's limit be this much processor time from now on, and a second, within the hard one."""
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    soft = math.ceil(time.process_time() + seconds) + 1
    resource.setrlimit(resource.RLIMIT_CPU, (soft if hard == resource.RLIM_INFINITY else min(soft, hard), hard))


def _left() -> float:
    left, _ = signal.getitimer(signal.ITIMER_PROF)
    return left
