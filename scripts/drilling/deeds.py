"""What the drills do to an installation: the commands that people type, each in a process that is forked from this one.

A fork has everything loaded already, the process that reads PDFs too, so that a deed takes as long as it works.
"""

from __future__ import annotations

import ctypes
import os
import pkgutil
import re
import signal
import sys
import time
import traceback
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import NoReturn

import app
from app.cli import build
from app.commands.running import run
from app.settings import Settings, public_url, settings
from importers.sandbox import ask
from scripts.drilling import stoppable
from tests.app.sheets import sheet

OURS = 70  # what a process ends with whose error nobody foresaw
_ADOPT_ORPHANS = 36  # PR_SET_CHILD_SUBREAPER
_HAS_ENDED = os.WEXITED | os.WNOHANG | os.WNOWAIT
_IS_OTHERWISE = _HAS_ENDED | os.WSTOPPED
_RAISED = re.compile(r"[\w.]+(?:Error|Exception|Lost|Failed|Busy|Interrupt)\b")
# Seconds: what has used no processor time for so long never will. A scan's page may be waited for half as long.
HANGS = 3600.0


@dataclass(frozen=True, slots=True)
class Place:
    """A folder of its own for an installation, what is handed in to it and its backups."""

    root: Path
    database: str | None = None  # SQLite's files within the folder, where none is given

    @property
    def data(self) -> Path:
        return self.root / "data"

    @property
    def using(self) -> Settings:
        desk = self.database or f"sqlite:///{self.data / 'desk.db'}"
        return Settings(data_dir=self.data, database_url=desk, public_database_url=public_url(desk), rate_limit="off")

    @property
    def environment(self) -> dict[str, str]:
        using = self.using
        return {
            "DIARIUM_LANGUAGE": "sv",
            "DIARIUM_DATA_DIR": str(using.data_dir),
            "DIARIUM_DATABASE_URL": using.database_url,
            "DIARIUM_PUBLIC_DATABASE_URL": using.public_database_url,
        }


@dataclass(frozen=True, slots=True)
class Ended:
    """How a process ended: its exit code, or minus the signal that killed it, all that it wrote, and its processor time."""

    status: int
    output: str
    seconds: float
    hung: bool = False

    @property
    def our_fault(self) -> str | None:
        """What kind of error it was and its first words, where nobody foresaw it."""
        if self.hung:
            return "it hung"
        if self.status != OURS:
            return None
        raised = [line for line in self.output.splitlines() if _RAISED.match(line)]
        return raised[-1][:140] if raised else "an error without a trace"


Work = Sequence[str] | Callable[[], int]  # a command's arguments, or what gives an exit code


class Process:
    """A command, or other work, going on in a place."""

    def __init__(self, place: Place, work: Work, *, sabotage: str = "", stopped: bool = False) -> None:
        """Fork it; with `stopped` it waits to be let go on. `sabotage` is a line of Python that it runs first."""
        self._output = place.root.with_name(f"{place.root.name}.output")
        self._output.write_bytes(b"")
        for stream in (sys.stdout, sys.stderr):
            stream.flush()
        reader = _Reader()
        ctypes.CDLL(None).prctl(_ADOPT_ORPHANS, 1)
        self.number = os.fork()
        if not self.number:
            os.setpgid(0, 0)
            _be(place, work, self._output, reader, sabotage=sabotage, stopped=stopped)
        reader.close()
        if stopped:
            os.waitpid(self.number, os.WUNTRACED)

    def let_go_on(self) -> None:
        os.kill(self.number, signal.SIGCONT)

    def kill(self) -> None:
        os.kill(self.number, signal.SIGKILL)

    def work_for(self, seconds: float) -> None:
        """Wait until it has used so much of the processor's time, or ended: a busy machine makes it wait, too."""
        while self._used() < seconds and os.waitid(os.P_PID, self.number, _HAS_ENDED) is None:
            time.sleep(0.0005)

    def has_stopped(self) -> bool:
        """Wait until it has been stopped, or has ended without."""
        waited = os.waitid(os.P_PID, self.number, os.WSTOPPED | os.WEXITED | os.WNOWAIT)
        return waited is not None and waited.si_code == os.CLD_STOPPED

    def end(self) -> Ended:
        """Wait until it has ended; one that hangs is killed, and so is one that nobody waits for any more."""
        ended = hung = False
        try:
            hung = self._wait()
            ended = True
        finally:
            if not ended:
                os.killpg(self.number, signal.SIGKILL)
        seconds, (_, status) = self._used(), os.waitpid(self.number, 0)
        with suppress(ChildProcessError):
            while os.waitpid(-self.number, 0):
                pass  # what it forked dies after it
        return Ended(os.waitstatus_to_exitcode(status), self._output.read_text(errors="replace"), seconds, hung)

    def _wait(self) -> bool:
        """Until it has ended; whether it hung. Stopped again, it is let go on: strace counts the calls of each thread.

        Both are asked for at once: who asks whether one has stopped that has just ended is told that there is none.
        """
        used, since = 0.0, time.monotonic()
        while True:
            told = os.waitid(os.P_PID, self.number, _IS_OTHERWISE)
            if told is not None and told.si_code != os.CLD_STOPPED:
                return False
            if told is not None:
                self.let_go_on()
            if (now := self._used()) != used:
                used, since = now, time.monotonic()
            elif time.monotonic() - since > HANGS:
                self.kill()
                os.waitid(os.P_PID, self.number, os.WEXITED | os.WNOWAIT)
                return True
            time.sleep(0.002)

    def _used(self) -> float:
        return time.clock_gettime((~self.number << 3) | 2)  # clock_getcpuclockid(3), which Python has no name for


class _Reader:
    """The process that reads PDFs, warm, for a fork of ours to ask: else each would start one of its own."""

    def __init__(self) -> None:
        if not ask._running:
            ask.ask({"task": "read"}, sheet(1))
        self._server = ask._running[0]
        self._requests = self._server.requests.dup()

    def take_over(self) -> None:
        """In the fork, which has lost its parent's, and in what that forks in its turn."""
        self._ask_it()
        os.register_at_fork(after_in_child=self._ask_it)

    def _ask_it(self) -> None:
        ask._running.append(ask._Server(self._server.process, self._requests.dup()))

    def close(self) -> None:
        self._requests.close()


def load_everything() -> None:
    """Import all that a command may import when it is called, so that no fork has to."""
    for module in pkgutil.walk_packages(app.__path__, "app."):
        import_module(module.name)


def do(place: Place, work: Work, *, sabotage: str = "") -> Ended:
    """Have it done to its end."""
    return Process(place, work, sabotage=sabotage).end()


def _be(place: Place, work: Work, output: Path, reader: _Reader, *, sabotage: str, stopped: bool) -> NoReturn:
    """Do the work, and end with it."""
    status = OURS
    try:
        stoppable.forget()
        to = os.open(output, os.O_WRONLY | os.O_APPEND)
        for fd in (1, 2):
            os.dup2(to, fd)
        sys.stdout, sys.stderr = (open(fd, "w", encoding="utf-8", closefd=False) for fd in (1, 2))  # noqa: SIM115 - no path
        reader.take_over()
        os.environ.update(place.environment)
        settings.cache_clear()
        exec(sabotage, {})  # noqa: S102 - a line of ours, kept beside its drill
        if stopped:
            os.kill(os.getpid(), signal.SIGSTOP)
        status = work() if callable(work) else run(build, work)
    finally:
        if status == OURS:
            traceback.print_exc()
        with suppress(OSError):
            sys.stdout.flush()
            sys.stderr.flush()
        os._exit(status)
