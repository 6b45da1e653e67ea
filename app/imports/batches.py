"""Many uploads at once: read side by side, each in a process of its own, and filed one after another in their order.

One broken file never stops the rest. What fails by a fault of ours goes back in the queue, to be set aside when it has
failed as often as it may; a database or a disk that fails stops the work, and what was in hand waits for the next start.
"""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from itertools import chain
from threading import Event
from typing import ParamSpec, TypeVar

from pysqlite3.dbapi2 import SQLITE_ERROR
from sqlalchemy.exc import DatabaseError, InterfaceError, InternalError, OperationalError

from app.db import Stores, reading, writing
from app.errors import DiariumError, InstallationDamaged, SetAside
from app.failures import StoreAway
from app.imports.filing import REFUSALS, read, settle
from app.imports.queue import MOST_ATTEMPTS, Job, leave, note_progress
from app.imports.rereading import NewReading, Reread, end_unread, file_of, next_rereads, read_anew, reread_of
from app.imports.rereading import put_back as put_reread_back
from app.imports.rereading import settle as settle_reread
from app.imports.uploads import KIND as UPLOAD
from app.imports.uploads import Receipt, Upload, free_uploads, next_upload, put_back, refuse, upload_of
from app.imports.watched import watch
from app.imports.workers import Worker, alongside, at_work
from app.queries.older_readings import FiledFile
from app.settings import Settings
from importers.bundle import Bundle
from importers.errors import ReadingStopped
from importers.pdf.progress import silent

P = ParamSpec("P")
T = TypeVar("T")
# PostgreSQL calls it an internal error that it takes no writing just now.
_DATABASE = (OperationalError, InterfaceError, InternalError)
_MACHINE = (*_DATABASE, OSError)
MAY_BE_OF_THE_MACHINE = (*_MACHINE, DatabaseError)
# What keeps a file from being read that is not the file's doing: the next would meet the same.
_NOT_OF_THE_FILE = (ReadingStopped, StoreAway)
TellOf = Callable[[Upload, int, int], None]  # of an upload: pages of a scan that are read, of how many
_NOTE_SECONDS = 1.0
_SWEEP_SECONDS = 3600.0  # between two looks for what dead workers have left
_LIMIT_EXCEEDED = "54"  # PostgreSQL's class of statements that are too much for it


@dataclass(frozen=True, slots=True)
class UploadEnd:
    """What became of one upload: a receipt, or the problem that it was refused for. `seconds` of reading and filing,
    None where it was not filed.
    """

    upload: Upload
    came_to: Receipt | DiariumError
    seconds: float | None


@dataclass(frozen=True, slots=True)
class RereadEnd:
    """What became of one file that was to be read anew; one that cannot be read keeps the reading that it has."""

    file: FiledFile
    came_to: NewReading | DiariumError
    seconds: float | None


@dataclass(frozen=True, slots=True)
class _InHand:
    upload: Upload
    read: Future[tuple[Bundle, float]]


def import_uploads(
    worker: Worker,
    uploads: Iterable[Upload],
    readers: int = 1,
    tell: TellOf | None = None,
    filing: Executor | None = None,
) -> Iterator[UploadEnd]:
    """Read and file uploads that this worker holds, `readers` at a time; they are drawn when there is room. `filing` is whoever
    files for others too, where this is not to be done beside them.

    What another has taken over, and what goes back in the queue for another attempt, has no outcome here. Whatever is
    still in hand when the caller stops, or the machine fails, is put back. Raises what the machine's fault was.
    """
    in_hand: deque[_InHand] = deque()
    pool, own = ThreadPoolExecutor(readers, "reading"), ThreadPoolExecutor(1, "filing")
    try:
        for upload in uploads:
            in_hand.append(
                _InHand(upload, pool.submit(_timed, read, worker, upload, partial(tell, upload) if tell else silent))
            )
            if len(in_hand) > readers:
                yield from _end_first(worker, in_hand, filing or own)
        while in_hand:
            yield from _end_first(worker, in_hand, filing or own)
    finally:
        own.shutdown()
        pool.shutdown(cancel_futures=True)
        for left in in_hand:
            put_back(worker, left.upload, counts=False)


def import_waiting(worker: Worker, readers: int = 1, stop: Event | None = None) -> Iterator[UploadEnd]:
    """Import what waits in the queue and what dead workers left, as `import_uploads` does, until nothing does.

    `stop` lets whoever set it have what is in hand finished, and no more begun.
    """
    while (first := next_upload(worker)) is not None:
        yield from import_uploads(worker, chain([first], _following(worker, stop)), readers, noting(worker))
        if stop is not None and stop.is_set():
            return


def noting(worker: Worker) -> TellOf:
    """What writes down how far each upload's reading has come, at most once a second and at its last page."""
    written: dict[str, float] = {}

    def note(upload: Upload, done: int, of: int) -> None:
        if done < of and time.monotonic() - written.get(upload.id, -_NOTE_SECONDS) < _NOTE_SECONDS:
            return
        written[upload.id] = time.monotonic()
        with suppress(*_DATABASE), writing(worker.stores.desk, alone=False) as session:
            note_progress(session, upload.id, worker.name, done, of)

    return note


def _following(worker: Worker, stop: Event | None) -> Iterator[Upload]:
    while stop is None or not stop.is_set():
        upload = next_upload(worker)
        if upload is None:
            return
        yield upload


def work_waiting(worker: Worker, readers: int = 1, stop: Event | None = None) -> Iterator[UploadEnd | RereadEnd]:
    """Import what waits, as `import_waiting` does, and read anew what is to be, `readers` at a time: whenever an upload
    waits, it comes first."""
    with ThreadPoolExecutor(readers, "rereading") as pool:
        while True:
            yield from import_waiting(worker, readers, stop)
            if stop is not None and stop.is_set():
                return
            rereads = next_rereads(worker, readers)
            if not rereads:
                return
            yield from _read_anew(worker, rereads, pool, pool)


def work_on(worker: Worker, job: Job, filing: Executor) -> Iterator[UploadEnd | RereadEnd]:
    """Bring one job that this worker has in hand to its end, as `work_waiting` does; `filing` files for all that it works on
    at once, so that no more than one of them waits for the one writer."""
    if job.kind == UPLOAD:
        yield from import_uploads(worker, [upload_of(job)], tell=noting(worker), filing=filing)
        return
    with ThreadPoolExecutor(1, "rereading") as pool:
        yield from _read_anew(worker, [reread_of(job)], pool, filing)


def _read_anew(worker: Worker, rereads: Sequence[Reread], pool: Executor, filing: Executor) -> Iterator[RereadEnd]:
    """Bring these to their end; what is still in hand when the machine fails, or the caller stops, is put back."""
    in_hand = deque(rereads)
    try:
        with reading(worker.stores.desk) as session:
            files = {reread.id: file_of(session, reread.filing) for reread in rereads}
        being_read = {r.id: pool.submit(_timed, read_anew, worker, file) for r in rereads if (file := files[r.id])}
        while in_hand:
            reread = in_hand[0]
            file = files[reread.id]
            if file is None:
                end_unread(worker, reread)
                in_hand.popleft()
                continue
            end = _end_reread(worker, reread, file, being_read[reread.id], filing)
            in_hand.popleft()
            if end is not None:
                yield end
    finally:
        for reread in in_hand:
            put_reread_back(worker, reread, counts=False)


def _end_reread(
    worker: Worker, reread: Reread, file: FiledFile, being_read: Future[tuple[Bundle, float]], filing: Executor
) -> RereadEnd | None:
    """None where it is put back for another attempt, or is another's. Raises what the machine's fault was."""
    error = being_read.exception()
    if isinstance(error, (*REFUSALS, InstallationDamaged)):
        end_unread(worker, reread, error)
        return RereadEnd(file, error, None)
    if error is None:
        bundle, of_reading = being_read.result()
        filed = filing.submit(_timed, settle_reread, worker, reread, file, bundle)
        error = filed.exception()
        if error is None:
            new, of_filing = filed.result()
            return RereadEnd(file, new, of_reading + of_filing)
        if _is_of_the_machine(error):
            raise error
    if isinstance(error, _NOT_OF_THE_FILE):
        raise error
    aside = put_reread_back(worker, reread, error=error)
    return RereadEnd(file, SetAside(file.name, MOST_ATTEMPTS), None) if aside else None


def work_until(
    stop: Event,
    stores: Stores,
    settings: Settings,
    *,
    readers: int = 1,
    pause: float = 1.0,
    woken: Event | None = None,
) -> None:
    """Work on the queue until asked to stop, looking again after `pause` seconds, or when `woken` is set, as it is to be
    with `stop`; a database that is away is waited for.
    """
    with at_work(stores, settings) as worker, alongside("watch", lambda ended: watch(worker, ended, pause)):
        swept, failed = -_SWEEP_SECONDS, False
        while not stop.is_set():
            try:
                if failed:  # nothing is in hand any more, and what could not be put back then is now
                    with writing(stores.desk, alone=False) as session:
                        leave(session, worker.name)
                    failed = False
                if time.monotonic() - swept > _SWEEP_SECONDS:
                    swept = time.monotonic()
                    free_uploads(worker)
                for _outcome in work_waiting(worker, readers, stop):
                    pass
            except MAY_BE_OF_THE_MACHINE as error:
                if not isinstance(error, _MACHINE) and not _is_of_the_machine(error):
                    raise
                failed = True
                stop.wait(pause)
            (woken or stop).wait(pause)
            if woken is not None:
                woken.clear()


def _timed(do: Callable[P, T], *given: P.args, **named: P.kwargs) -> tuple[T, float]:
    begun = time.monotonic()
    return do(*given, **named), time.monotonic() - begun


def _end_first(worker: Worker, in_hand: deque[_InHand], filing: Executor) -> Iterator[UploadEnd]:
    """Bring the upload that was begun first to its end; it leaves the hand only when it has one."""
    first = in_hand[0]
    error = first.read.exception()
    came_to: Receipt | DiariumError | None = None
    seconds: float | None = None
    if error is None:
        bundle, of_reading = first.read.result()
        filed = filing.submit(_timed, settle, worker, first.upload, bundle)
        error = filed.exception()
        if error is None:
            came_to, of_filing = filed.result()
            seconds = of_reading + of_filing
        machine = _is_of_the_machine(error)
    else:
        # a reader's process that cannot be had is this file's doing until it has been so three times
        machine = isinstance(error, _NOT_OF_THE_FILE)
    if isinstance(error, REFUSALS):
        refuse(worker, first.upload, error)
        came_to = error
    elif error is not None:
        came_to = put_back(worker, first.upload, counts=not machine, error=error)
    in_hand.popleft()
    if machine and error is not None:
        raise error
    if came_to is not None:
        yield UploadEnd(first.upload, came_to, seconds)


def _is_of_the_machine(error: BaseException | None) -> bool:
    """Whether the database or the disk failed, not what was asked of it: the next file would meet the same."""
    if isinstance(error, _DATABASE):
        bad_statement = getattr(error.orig, "sqlite_errorcode", None) == SQLITE_ERROR
        return not bad_statement and not (getattr(error.orig, "sqlstate", None) or "").startswith(_LIMIT_EXCEEDED)
    return type(error) is DatabaseError or isinstance(
        error, OSError
    )  # SQLite's of a damaged file has no class of its own
