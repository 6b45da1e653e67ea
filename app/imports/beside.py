"""Uploads imported beside the requests: in a process of their own (`Apart`), or in a thread of the one that serves.

To file is to compute: in the process that answers, each reader would wait for the interpreter that the filing holds. The
process is a fork of the server before it has threads, so it takes no time to start and shares the memory of what is
loaded. Between the two stands a keeper, a fork with nothing to do but to fork a worker anew where one has died. Keeper and
worker die with the server, however it ends; what was in hand then waits for the next.
"""

from __future__ import annotations

import ctypes
import os
import select
import signal
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from functools import partial
from threading import Event, Timer
from typing import NoReturn

from app.db import Stores
from app.imports.batches import work_until
from app.imports.workers import alongside
from app.installation.opening import open_stores
from app.logs import tell_fault
from app.settings import Settings
from app.traces import sending
from importers import stop_reading

Wake = Callable[[], object]
_KILL_WITH_PARENT = 1  # PR_SET_PDEATHSIG
_NICE = 10  # behind whoever answers readers, and behind what draws pictures for them
_LOOPS = 2  # a long scan holds up one of them
_PAUSE = 5.0  # seconds that an interrupted import waits at most, where nobody tells of a new one
_LEAST_REST, _MOST_REST = 0.5, 60.0  # seconds until a worker that has died is started again; doubled each time
_LIVES = 60.0  # seconds after which one that dies has lived
_READS, _ENDS = 2.0, 10.0  # seconds that what is in hand has to be read, and to be finished, when the server ends


@contextmanager
def in_a_thread(stores: Stores, using: Settings) -> Iterator[Wake]:
    """Import what waits in a thread of this process; gives what tells it of a new upload."""
    woken = Event()
    with alongside("queue", lambda stop: work_until(stop, stores, using, pause=_PAUSE, woken=woken)) as stop:
        try:
            yield woken.set
        finally:
            stop.set()
            woken.set()


def may_fork() -> bool:
    """Whether what is forked from this process can work: not where it has asked an object store, as it does where an installation
    is first begun. The threads that speak to one do not go along, and are waited for in vain."""
    return "obstore" not in sys.modules


class Apart:
    """A keeper and a worker that import what waits, until the block ends.

    To be made where this process has but one thread and no connection to a database.
    """

    def __init__(self, using: Settings) -> None:
        self._using = using
        self._reads, self._wakes = os.pipe2(os.O_CLOEXEC)
        os.set_blocking(self._wakes, False)
        self.keeper = fork(self._keep)

    @contextmanager
    def importing(self, stores: Stores, using: Settings) -> Iterator[Wake]:
        """Where the keeper is killed, a thread of this process does the work instead."""
        woken = Event()

        def work(stop: Event) -> None:
            with suppress(ChildProcessError):  # `close` was first to see it end
                os.waitid(os.P_PID, self.keeper, os.WEXITED | os.WNOWAIT)
            if not stop.is_set():
                work_until(stop, stores, using, pause=_PAUSE, woken=woken)

        def wake() -> None:
            woken.set()
            self._wake()

        with alongside("keeper", work) as stop:
            try:
                yield wake
            finally:
                stop.set()
                woken.set()
                self.close()

    @contextmanager
    def watched(self, _stores: Stores, _using: Settings) -> Iterator[Wake]:
        """The same for a fork of the process that this was made in, which watches the keeper (`mend`) and ends it."""
        yield self._wake

    def mend(self) -> None:
        """Have another keeper where it was killed. To be called where this process has but one thread."""
        if os.waitpid(self.keeper, os.WNOHANG)[0]:
            self.keeper = fork(self._keep)

    def _wake(self) -> None:
        with suppress(BlockingIOError, BrokenPipeError):  # it has been told, or is gone
            os.write(self._wakes, b".")

    def close(self) -> None:
        """Let what is in hand be finished, within reason; what then is not waits for the next start, and no attempt counts."""
        if self._wakes < 0:
            return
        os.close(self._wakes)
        os.close(self._reads)
        self._wakes = -1
        until = time.monotonic() + _ENDS
        while os.waitid(os.P_PID, self.keeper, os.WEXITED | os.WNOHANG | os.WNOWAIT) is None:
            if time.monotonic() > until:
                os.kill(self.keeper, signal.SIGKILL)
            time.sleep(0.01)
        os.waitpid(self.keeper, 0)

    def _keep(self) -> None:
        """Have a worker at all times, until the server closes its end of the pipe."""
        os.close(self._wakes)
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, signal.SIG_IGN)  # a worker that is told to stop does so; the server tells when to
        over = select.poll()
        over.register(self._reads, 0)
        rest = _LEAST_REST
        while not over.poll(0):
            begun = time.monotonic()
            os.waitpid(fork(lambda: _work(self._using, self._reads)), 0)
            rest = _LEAST_REST if time.monotonic() - begun > _LIVES else min(2 * rest, _MOST_REST)
            over.poll(1000 * rest)


def _work(using: Settings, wakes: int) -> None:
    """Import what waits until the server has ended, or somebody asks for it."""
    os.nice(_NICE)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit())
    stores = open_stores(using)
    bells = [Event() for _ in range(_LOOPS)]
    with ExitStack() as ending:
        ending.callback(stores.dispose)
        ending.enter_context(sending(using.traces_url))
        stops = [ending.enter_context(alongside("queue", partial(_loop, stores, using, woken))) for woken in bells]
        ending.callback(_set, [*stops, *bells])
        while os.read(wakes, 512):
            _set(bells)
        patience = Timer(_READS, stop_reading)
        patience.daemon = True  # where all ends before, so does this
        patience.start()


def _set(events: Iterable[Event]) -> None:
    for event in events:
        event.set()


def _loop(stores: Stores, using: Settings, woken: Event, stop: Event) -> None:
    try:
        work_until(stop, stores, using, pause=_PAUSE, woken=woken)
    finally:
        if not stop.is_set():  # an error that nobody foresaw: begin anew, all of it
            os.kill(os.getpid(), signal.SIGTERM)


def fork(do: Callable[[], object]) -> int:
    """The number of a process that does this and nothing else, and dies with the one that forked it."""
    parent = os.getpid()
    sys.stdout.flush()
    sys.stderr.flush()
    process = os.fork()
    return process or _be(do, parent)


def _be(do: Callable[[], object], parent: int) -> NoReturn:
    status = 1
    try:
        ctypes.CDLL(None).prctl(_KILL_WITH_PARENT, signal.SIGKILL)
        signal.pthread_sigmask(signal.SIG_SETMASK, ())  # whoever forked it may hold some back
        if os.getppid() == parent:
            do()
        status = 0
    except SystemExit:
        status = 0
    finally:
        if status:
            tell_fault("process-ended")
        with suppress(OSError):
            sys.stderr.flush()
        os._exit(status)
