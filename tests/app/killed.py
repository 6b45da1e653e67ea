"""A process that imports and is killed: at a point of its own work, by its own hand, or whenever somebody kills it.

A point is where something may be half done: at each edge of a transaction, and as each file of the installation is
opened, named, renamed or taken away; where `every` is set, before each SQL statement too.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Sequence
from typing import Any

import sqlalchemy as sa

from app.errors import DiariumError
from app.imports.batches import import_uploads, import_waiting
from app.imports.filing import accept
from app.imports.uploads import Claims, Receipt, Upload, free_uploads
from app.imports.workers import at_work
from app.installation.opening import open_stores
from app.installation.renewing import rebuild_all
from app.settings import Settings
from importers.sandbox import ask
from tests.app.sheets import ALNSJO

_FILES = {"open", "os.link", "os.rename", "os.remove", "os.mkdir"}
NEVER = 1 << 30


def begin(using: Settings, files: Sequence[bytes], at_point: int = NEVER, *, every: bool = False) -> tuple[int, int]:
    """Fork a process that imports the files, and what waits; its number, and a pipe that tells what it acknowledged.

    The pipe brings a line for each upload taken in, its id or `-` where it ended at once, and last the number of points.
    """
    return _forked(using, at_point, lambda tell: _import(using, files, tell), every=every)


def begin_rebuild(using: Settings, at_point: int = NEVER) -> tuple[int, int]:
    """The same of a process that derives both registers anew; each statement is a point."""
    return _forked(using, at_point, lambda _tell: _rebuild(using), every=True)


def _forked(
    using: Settings, at_point: int, do: Callable[[Callable[[str], object]], None], *, every: bool
) -> tuple[int, int]:
    reads, writes = os.pipe()
    servers = _reading_servers()
    process = os.fork()
    if process:
        os.close(writes)
        for server in servers:
            server.requests.close()
        return process, reads
    ask._running.extend(servers)
    try:
        passed = _kill_oneself_at(at_point, str(using.data_dir), every)
        do(lambda said: os.write(writes, f"{said}\n".encode()))
        os.write(writes, f"{passed()}\n".encode())
        os._exit(0)
    finally:
        os._exit(70)  # an error of the import itself: what the tests hold to have never been


def _reading_servers() -> list[ask._Server]:
    """The process that opens PDFs for the tests, for a process that is forked to ask too: a server of its own would take
    longer to start than all that is killed.
    """
    return [ask._Server(server.process, server.requests.dup()) for server in (ask._server(),)]


def acknowledged(reads: int) -> list[str]:
    """The lines that the process has written when it is gone."""
    with os.fdopen(reads) as told:
        return told.read().splitlines()


def ended(process: int) -> int:
    """How the process ended: 0, or minus the signal that killed it."""
    return os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])


def _kill_oneself_at(at_point: int, folder: str, every: bool) -> Callable[[], int]:
    passed = 0

    def point(*_: Any) -> None:
        nonlocal passed
        passed += 1
        if passed == at_point:
            os.kill(os.getpid(), signal.SIGKILL)

    def file(event: str, arguments: tuple[Any, ...]) -> None:
        if event in _FILES and str(arguments[0]).startswith(folder):
            point()

    for edge in ("begin", "commit", "rollback", *(["before_cursor_execute"] if every else [])):
        sa.event.listen(sa.Engine, edge, point)
    sys.addaudithook(file)
    return lambda: passed


def die_at(at_point: int, folder: str) -> None:
    """Let this process kill itself at a point of its own work."""
    _kill_oneself_at(at_point, folder, every=False)


def _rebuild(using: Settings) -> None:
    stores = open_stores(using)
    rebuild_all(stores)
    stores.dispose()


def _import(using: Settings, files: Sequence[bytes], tell: Callable[[str], object]) -> None:
    stores = open_stores(using)
    with at_work(stores, using) as worker:
        free_uploads(worker)
        taken: list[Upload] = []
        for data in files:
            try:
                upload = accept(worker, data, Claims("blad.pdf", "anna", ALNSJO))
            except DiariumError:
                tell("-")
                continue
            tell("-" if isinstance(upload, Receipt) else upload.id)
            if isinstance(upload, Upload):
                taken.append(upload)
        for _outcome in (*import_uploads(worker, taken), *import_waiting(worker)):
            pass
    stores.dispose()
