"""`diarium worker`: imports what the API has taken in, apart from whoever serves the pages."""

from __future__ import annotations

import signal
from threading import Event
from types import FrameType

from app.commands.installation import installation, settings, warn_of_rights
from app.commands.receipts import Ended, gravest, print_ended
from app.errors import Exit
from app.imports.batches import UploadEnd, work_until, work_waiting
from app.imports.uploads import free_uploads
from app.imports.workers import at_work
from app.logs import write_as
from app.traces import sending


def worker(readers: int, *, once: bool) -> int:
    """Work on the queue until asked to stop; what is in hand then is finished first."""
    write_as(settings().log)
    with installation() as stores, sending(settings().traces_url):
        warn_of_rights(settings())
        if once:
            with at_work(stores, settings()) as at:
                free_uploads(at)
                ended = [
                    Ended(done.upload.claims.name, done.came_to, done.seconds)
                    for done in work_waiting(at, readers)
                    if isinstance(done, UploadEnd)
                ]
            print_ended(ended)
            return gravest(ended)
        stop = _told_to_stop()
        if stores.desk.dialect.name == "postgresql":
            from app.imports.delivery import deliver_until  # noqa: PLC0415 - others do not wait for what delivers

            deliver_until(stop, stores, settings(), concurrency=readers)
        else:
            work_until(stop, stores, settings(), readers=readers)
    return Exit.DONE


def _told_to_stop() -> Event:
    """Set when whoever started the programme ends it: by Ctrl+C, or as systems end their services."""
    stop = Event()

    def end(_number: int, _frame: FrameType | None) -> None:
        stop.set()

    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, end)
    return stop
