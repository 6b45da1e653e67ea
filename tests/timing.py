"""How time grows with a text, told in a way that a busy machine cannot bend: no test asks for so many seconds."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable
from math import inf

LONGER = 4  # times the length; where time grows with its square it is sixteen times as long
MOST_TIMES = (
    8.0  # how much longer it may take: neighbours on the machine bend the processor's time too, but not twofold
)
_ROUNDS = 6  # of runs, before whoever is suspected is believed to be slow


def seconds(do: Callable[[], object]) -> float:
    """The processor's time for one run in this thread, without that of looking through what other tests left in memory."""
    gc.disable()
    try:
        start = time.thread_time()
        do()
        return time.thread_time() - start
    finally:
        gc.enable()


def growth(short: Callable[[], float], long: Callable[[], float]) -> float:
    """How many times longer `long` takes than `short`, both giving their seconds: the quickest run against the quickest.

    Load makes some runs slow and none quick, so whoever is still suspected is run again. Infinite where `short` is, or `long`
    twice.
    """
    quickest = quickest_long = inf
    for n in range(_ROUNDS):
        quickest, quickest_long = min(quickest, short()), min(quickest_long, long())
        if quickest == inf or (n > 0 and quickest_long == inf):
            return inf
        if quickest_long <= MOST_TIMES * quickest:
            break
    return quickest_long / quickest
