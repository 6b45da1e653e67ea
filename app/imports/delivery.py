"""Jobs that procrastinate delivers: the work of `diarium worker` on PostgreSQL, by any number of processes on any machine.

What a job is and what became of it stands in our row (`queue.py`), and ends in the transaction that files: procrastinate ends
its own in another, after it. So its row is but a ticket: a trigger of the database writes one as a job comes to wait, and
takes it away as the job no longer does. Whoever is handed a ticket takes the job by its id, and finds it taken where the
ticket is an old one. Procrastinate brings the order (by rank), the news of a new job, and who works on what.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable
from concurrent.futures import Executor, ThreadPoolExecutor
from contextlib import suppress
from functools import partial
from threading import Event
from typing import Any

import procrastinate
import psycopg
import sqlalchemy as sa
from procrastinate.exceptions import ConnectorException
from procrastinate.jobs import Status

from app.db import Stores, connect_parameters, writing
from app.imports.batches import MAY_BE_OF_THE_MACHINE, work_on
from app.imports.queue import JobState, give_back, take
from app.imports.rereading import KIND as REREAD
from app.imports.uploads import KIND as UPLOAD
from app.imports.uploads import put_back_of_the_dead, sweep
from app.imports.watched import watch
from app.imports.workers import Worker, alongside, at_work
from app.settings import Settings

Chore = Callable[[procrastinate.App, Worker], Awaitable[None]]
_QUEUE, _TASK = "diarium", "work"  # of a ticket, as the trigger writes it
_SILENT_SECONDS = 30.0  # after which a worker of procrastinate's is dead; it says every ten that it lives
_LOOK_SECONDS = 0.25
_SPARE_THREADS = 2  # beside those that work: the reaper, and whoever looks names up
# A connection that is away, and what no longer is as it was when it came back.
_AWAY = (ConnectorException, psycopg.Error, *MAY_BE_OF_THE_MACHINE)
# Jobs that wait without a ticket: whoever was handed it died, or the database went away, before the job was taken. The trigger
# does the rest.
_WITHOUT_TICKET = sa.text(
    "UPDATE jobs SET state = state WHERE state = :waits AND kind IN (:upload, :reread) AND NOT EXISTS"
    " (SELECT 1 FROM procrastinate_jobs WHERE queueing_lock = jobs.id AND status = 'todo')"
)


def deliver_until(stop: Event, stores: Stores, settings: Settings, *, concurrency: int = 1, pause: float = 1.0) -> None:
    """Work on what is delivered until asked to stop, `concurrency` jobs at a time; what is in hand then is finished first. A
    database that is away is waited for."""
    with at_work(stores, settings) as worker, alongside("watch", lambda ended: watch(worker, ended, pause)):
        while not stop.is_set():
            with suppress(*_AWAY):
                asyncio.run(_deliver(worker, stop, concurrency, pause))
            stop.wait(pause)


async def _deliver(worker: Worker, stop: Event, concurrency: int, pause: float) -> None:
    """Until asked to stop, or the database goes away."""
    pool = ThreadPoolExecutor(concurrency + _SPARE_THREADS, "delivered")
    asyncio.get_running_loop().set_default_executor(pool)
    # one files for all: whoever waits for the one writer holds a connection, of which there are fewer than there may be jobs
    with ThreadPoolExecutor(1, "filing") as filing:
        await _deliver_by(_app(partial(_work, worker, stop, filing, pause), worker), worker, stop, concurrency)


async def _deliver_by(by: procrastinate.App, worker: Worker, stop: Event, concurrency: int) -> None:
    async with by.open_async() as app:
        due = dict.fromkeys(_CHORES, 0.0)
        await _keep_order(app, worker, due)
        working = asyncio.create_task(
            app.run_worker_async(
                queues=[_QUEUE],
                concurrency=concurrency,
                delete_jobs="always",
                install_signal_handlers=False,
                stalled_worker_timeout=_SILENT_SECONDS,
            )
        )
        try:
            while not working.done() and not stop.is_set():
                await asyncio.wait([working], timeout=_LOOK_SECONDS)
                await _keep_order(app, worker, due)
        finally:
            working.cancel()  # what is in hand is finished first
            with suppress(asyncio.CancelledError):
                await working


def _app(work_on_job: Callable[[str], None], worker: Worker) -> procrastinate.App:
    parameters = connect_parameters(worker.stores.desk)
    connector = procrastinate.PsycopgConnector(kwargs=parameters, min_size=1, max_size=4, timeout=10)
    app = procrastinate.App(connector=connector)

    @app.task(name=_TASK, queue=_QUEUE)
    def work(job_id: str) -> None:
        work_on_job(job_id)

    return app


def _work(worker: Worker, stop: Event, filing: Executor, pause: float, job_id: str) -> None:
    """Bring the job to its end, unless another has it or it has one. Raises what the machine's fault was, after a pause: whoever
    takes the next job meets the same."""
    has_ended, counts = False, True
    try:
        with writing(worker.stores.desk, alone=False) as session:
            job = take(
                session, worker.name, job_id
            )  # a database that goes away here may have let us have it all the same
        for _end in work_on(worker, job, filing) if job else ():
            pass
        has_ended = True
    except MAY_BE_OF_THE_MACHINE:
        counts = False
        stop.wait(pause)
        raise
    finally:
        if not has_ended:
            _let_go(worker, stop, job_id, counts=counts)


def _let_go(worker: Worker, stop: Event, job_id: str, *, counts: bool) -> None:
    """Put the job back, where that is not done, as soon as the database takes it: this worker lives on, so nobody else will."""
    while not stop.is_set():
        with suppress(*MAY_BE_OF_THE_MACHINE), writing(worker.stores.desk, alone=False) as session:
            give_back(session, job_id, worker.name, counts=counts)
            return
        stop.wait(1.0)


async def _keep_order(app: procrastinate.App, worker: Worker, due: dict[Chore, float]) -> None:
    """Do the chores whose moment has come, and set when each is due again."""
    for chore, every in _CHORES.items():
        if time.monotonic() >= due[chore]:
            await chore(app, worker)
            due[chore] = time.monotonic() + every


async def _put_back(_app: procrastinate.App, worker: Worker) -> None:
    """Let what dead workers had in hand wait again."""
    await asyncio.to_thread(put_back_of_the_dead, worker)


async def _mend_tickets(app: procrastinate.App, worker: Worker) -> None:
    """See that what waits has a ticket, and take away the tickets that the dead were handed."""
    await asyncio.to_thread(_give_tickets, worker)
    for ticket in await app.job_manager.get_stalled_jobs(queue=_QUEUE, seconds_since_heartbeat=_SILENT_SECONDS):
        with suppress(ConnectorException):  # another worker was first
            await app.job_manager.finish_job(ticket, Status.FAILED, delete_job=True)


async def _sweep(_app: procrastinate.App, worker: Worker) -> None:
    """Take away the files that the dead left."""
    await asyncio.to_thread(sweep, worker)


# Each with how often it is done (seconds), and as soon as the database is there: the more waits, the longer the later ones take.
_CHORES: dict[Chore, float] = {_put_back: 5.0, _mend_tickets: 60.0, _sweep: 3600.0}


def _give_tickets(worker: Worker) -> None:
    values: dict[str, Any] = {"waits": JobState.QUEUED, "upload": UPLOAD, "reread": REREAD}
    with writing(worker.stores.desk, alone=False) as session:
        session.execute(_WITHOUT_TICKET, values)
