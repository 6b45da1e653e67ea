"""Several processes that answer on one socket, forks of the one that was started: they take no time to begin, and share the memory
of what is loaded. Each has its own watch on the register and its own kept answers; what they share is the databases, the files, and
the process that imports. By hand, since uvicorn's own supervisor loads the programme anew for each, which on a busy machine takes
longer than it waits (`docs/decisions/by-hand.md`).
"""

from __future__ import annotations

import gc
import os
import signal
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

from app.imports.beside import Apart, fork
from app.web.metrics import COUNTED_IN

_HEARD = {signal.SIGTERM, signal.SIGINT, signal.SIGCHLD}
_LEAST_REST, _MOST_REST = 0.1, 30.0  # seconds until one that has died is started again; doubled each time
_LIVES = 60.0  # seconds after which one that dies has lived


def answer_with(processes: int, answer: Callable[[], object], apart: Apart | None) -> signal.Signals:
    """Have so many processes `answer` at all times, and one that imports, until this one is told to end; gives the signal.

    To be called where this process has but one thread and no connection to a database.
    """
    gc.freeze()  # what is loaded is shared for as long as nobody touches it
    with _counting_together(), _held_back():
        running: dict[int, float] = {}
        rest = _LEAST_REST
        while True:
            running |= {fork(lambda: _be_one(answer)): time.monotonic() for _ in range(processes - len(running))}
            heard = signal.Signals(signal.sigwait(_HEARD))
            if heard != signal.SIGCHLD:
                break
            if apart is not None:
                apart.mend()
            ended = [running.pop(process) for process in list(running) if os.waitpid(process, os.WNOHANG)[0]]
            if ended:
                rest = _LEAST_REST if time.monotonic() - min(ended) > _LIVES else min(2 * rest, _MOST_REST)
                if told := _resting(rest):
                    heard = told
                    break
        _end(running)
        return heard


def _resting(seconds: float) -> signal.Signals | None:
    """Let so much time pass; the signal to end that came meanwhile."""
    told = signal.sigtimedwait(_HEARD - {signal.SIGCHLD}, seconds)
    return signal.Signals(told.si_signo) if told else None


def _end(running: dict[int, float]) -> None:
    """Tell all to end, and wait until they have: each lets go of its readers first."""
    for process in running:
        os.kill(process, signal.SIGTERM)
    for process in running:
        os.waitpid(process, 0)


def _be_one(answer: Callable[[], object]) -> None:
    with suppress(KeyboardInterrupt):  # which whoever started it is told of too
        answer()


@contextmanager
def _held_back() -> Iterator[None]:
    """The signals that are waited for come to nobody else."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, _HEARD)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


@contextmanager
def _counting_together() -> Iterator[None]:
    """What the processes count is one count, and whoever is asked tells it."""
    with tempfile.TemporaryDirectory(prefix="diarium-counts-") as folder:
        os.environ[COUNTED_IN] = folder
        try:
            yield
        finally:
            del os.environ[COUNTED_IN]
