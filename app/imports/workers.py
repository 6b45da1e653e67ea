"""A worker: a process at work on the queue, and how others see that it is dead.

It holds a lock on a file of its own, which the kernel lets go of however the process ends: whoever starts after a crash
on the same machine sees at once what the dead one left. Where machines share nothing but the database, its lease tells.
"""

from __future__ import annotations

import fcntl
import os
import secrets
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path

from sqlalchemy.exc import InternalError, OperationalError

from app.db import Stores, writing
from app.imports.queue import LEASE, beat, leave
from app.settings import Settings

# What a database that is busy, away or only to be read just now answers.
_AWAY = (OperationalError, InternalError)
_BEAT_SECONDS = LEASE.total_seconds() / 4
_LATE_SECONDS = LEASE.total_seconds()  # what takes longer to come is put back when its lease is over
_SILENT_SECONDS = 10 * LEASE.total_seconds()  # the clocks of machines differ


@dataclass(frozen=True, slots=True)
class Worker:
    """Who works, and on what."""

    name: str
    stores: Stores
    settings: Settings


@contextmanager
def at_work(stores: Stores, settings: Settings) -> Iterator[Worker]:
    """A worker for as long as the block runs: its lock held, its leases kept alive. What it leaves undone waits again."""
    worker = Worker(secrets.token_hex(8), stores, settings)
    with _locked(_folder(settings.data_dir), worker.name), alongside("lease", partial(_beat, worker)):
        try:
            yield worker
        finally:
            with suppress(*_AWAY):  # then the lock file stays, and whoever comes next finds its worker dead
                with writing(stores.desk, alone=False) as session:
                    leave(session, worker.name)
                forget_workers(settings.data_dir, [worker.name])


def taker(stores: Stores, settings: Settings) -> Worker:
    """Whoever only takes files in: it never has a job in hand, so nobody need see whether it lives."""
    return Worker("", stores, settings)


def dead_workers(folder: Path, *, shared: bool = False) -> set[str]:
    """The workers of this installation whose lock nobody holds any more. Where other machines share the folder, whether one
    of theirs is held cannot always be seen: such a worker is dead when it has said nothing for long."""
    left = [path for path in _folder(folder).glob("*.lock") if not _is_held(path)]
    return {path.stem for path in left if not shared or _may_be_judged(path)}


def _may_be_judged(path: Path) -> bool:
    """Whether the worker whose lock nobody seems to hold was of this machine, or has long been silent."""
    with suppress(FileNotFoundError):
        return path.read_text() == _machine() or time.time() - path.stat().st_mtime > _SILENT_SECONDS
    return False


@cache
def _machine() -> str:
    """What tells this machine from those that may share its folder."""
    try:
        number = Path("/etc/machine-id").read_text().strip()
    except OSError:
        number = ""
    return f"{os.uname().nodename} {number}"


def long_dead(folder: Path, names: Iterable[str]) -> set[str]:
    """Those of these dead workers that have said nothing for a lease: what they last asked of the database is done by now, or
    never will be. Until then their locks have to stay, since what comes late is theirs too."""
    told = {name: _folder(folder) / f"{name}.lock" for name in names}
    return {name for name, path in told.items() if path.exists() and time.time() - path.stat().st_mtime > _LATE_SECONDS}


def forget_workers(folder: Path, names: Iterable[str]) -> None:
    """Take away the files of the dead, when nothing is theirs any more."""
    for name in names:
        for risk in _folder(folder).glob(f"{name}.*.risk"):
            risk.unlink(missing_ok=True)
        (_folder(folder) / f"{name}.lock").unlink(missing_ok=True)


@contextmanager
def at_risk(worker: Worker, job: str) -> Iterator[None]:
    """Tell, for as long as the block runs, that the worker itself works on this job and no process of its own: if it dies,
    it may have died of that. At any other time its death is none of the job's doing.
    """
    marker = _folder(worker.settings.data_dir) / f"{worker.name}.{job}.risk"
    marker.touch()
    try:
        yield
    finally:
        marker.unlink(missing_ok=True)


def died_of(folder: Path, names: Iterable[str]) -> set[str]:
    """The jobs that these dead workers may have died of."""
    return {path.name.split(".")[1] for name in names for path in _folder(folder).glob(f"{name}.*.risk")}


def _folder(data: Path) -> Path:
    return data / "workers"


@contextmanager
def _locked(folder: Path, name: str) -> Iterator[None]:
    folder.mkdir(parents=True, exist_ok=True)
    path, being_made = folder / f"{name}.lock", folder / f".{name}"
    with being_made.open("w") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        held.write(_machine())
        held.flush()
        being_made.rename(path)  # whoever sees the file sees it locked
        yield


def _is_held(path: Path) -> bool:
    try:
        handle = os.open(path, os.O_RDWR)  # network file systems lock only what may be written
    except FileNotFoundError:
        return True  # its worker ended in good order, and has put back what it held
    except PermissionError:
        return True  # of another account: its lease tells when it is dead
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    finally:
        os.close(handle)
    return False


@contextmanager
def alongside(name: str, work: Callable[[threading.Event], None]) -> Iterator[threading.Event]:
    """Let `work` run in a thread of that name; its event, given here too, is set at the end, and it is waited for."""
    ended = threading.Event()
    thread = threading.Thread(target=work, args=(ended,), name=name, daemon=True)
    thread.start()
    try:
        yield ended
    finally:
        ended.set()
        thread.join()


def _beat(worker: Worker, ended: threading.Event) -> None:
    while not ended.wait(_BEAT_SECONDS):
        with suppress(OSError):
            os.utime(_folder(worker.settings.data_dir) / f"{worker.name}.lock")
        try:
            with writing(worker.stores.desk, alone=False) as session:
                beat(session, worker.name)
        except _AWAY:
            continue  # a database that is busy or away: the lease outlives three such beats
