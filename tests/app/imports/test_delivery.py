"""`diarium worker` on PostgreSQL: tickets that come and go with what waits, and workers and a server that are killed."""

from __future__ import annotations

import os
import signal
import time
import traceback
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event, Thread

import pytest
import sqlalchemy as sa
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from app.db import Stores, reading, writing
from app.failures import DatabaseAway
from app.imports import filing
from app.imports.delivery import deliver_until
from app.imports.filing import accept
from app.imports.queue import Job, Rank, enqueue
from app.imports.uploads import Claims, Upload
from app.imports.workers import taker
from app.installation.checking import check
from app.installation.opening import open_stores
from app.journal.files import path_of, sha256
from app.models.journal import filings, imports, jobs
from app.settings import Settings
from importers.pdf.progress import silent
from tests.app.killed import die_at
from tests.app.sheets import ALNSJO, sheet

pytestmark = pytest.mark.parametrize("database", ["postgresql"], indirect=True)

PATIENCE = 600.0  # seconds: a busy machine takes its time
FILES, KILLS, WORKERS = 10, 8, 4


def put_in_queue(stores: Stores, using: Settings, *numbers: int) -> list[str]:
    taken = [accept(taker(stores, using), sheet(n), Claims(f"{n}.pdf", "anna", ALNSJO), at_once=False) for n in numbers]
    assert all(isinstance(one, Upload) for one in taken)
    return [one.id for one in taken]


def tickets(stores: Stores) -> list[tuple[str, str, int]]:
    """Of each ticket its job, its state and how soon it is due, the first first."""
    query = "SELECT args ->> 'job_id', status::text, priority FROM procrastinate_jobs ORDER BY priority DESC, id"
    with reading(stores.desk) as session:
        return [(job, status, priority) for job, status, priority in session.execute(sa.text(query))]


def fates(stores: Stores) -> dict[str, str]:
    with reading(stores.desk) as session:
        return {row.id: row.state for row in session.execute(sa.select(imports.c.id, imports.c.state))}


def waiting(stores: Stores) -> int:
    open_ = sa.select(sa.func.count()).where(jobs.c.state.in_(["queued", "running"]))
    with reading(stores.desk) as session:
        return session.execute(open_).scalar_one()


@contextmanager
def delivering(stores: Stores, using: Settings, concurrency: int = 1, pause: float = 0.05) -> Iterator[None]:
    """A worker in a thread of this process."""
    stop = Event()
    work = Thread(target=lambda: deliver_until(stop, stores, using, concurrency=concurrency, pause=pause))
    work.start()
    try:
        yield
    finally:
        stop.set()
        work.join()


def until_none_waits(stores: Stores) -> None:
    end = time.monotonic() + PATIENCE
    while waiting(stores):
        assert time.monotonic() < end, "the queue is stuck"
        time.sleep(0.05)


def test_a_ticket_comes_and_goes_with_what_waits(stores: Stores) -> None:
    with writing(stores.desk, alone=False) as session:
        for n, rank in enumerate((Rank.REREAD, Rank.PERSON, Rank.MANY)):
            enqueue(session, Job(f"job{n}", "import", f"key{n}", {}, rank=rank))
        enqueue(session, Job("job3", "import", "key3", {}), worker="a")
    assert tickets(stores) == [("job1", "todo", 0), ("job2", "todo", -1), ("job0", "todo", -2)]
    with pytest.raises(ZeroDivisionError), writing(stores.desk, alone=False) as session:
        enqueue(session, Job("job4", "import", "key4", {}))
        raise ZeroDivisionError
    with writing(stores.desk, alone=False) as session:
        session.execute(jobs.update().where(jobs.c.id == "job1").values(state="running"))
        session.execute(jobs.delete().where(jobs.c.id == "job2"))
        session.execute(jobs.update().where(jobs.c.id == "job3").values(state="queued"))
    assert sorted(tickets(stores)) == [("job0", "todo", -2), ("job3", "todo", -1)]


def test_what_waits_is_delivered_also_where_its_ticket_was_lost(stores: Stores, using: Settings) -> None:
    ids = put_in_queue(stores, using, 1, 2, 3)
    with writing(stores.desk, alone=False) as session:
        worker = session.execute(sa.text("SELECT worker_id FROM procrastinate_register_worker_v1()")).scalar_one()
        session.execute(sa.text("SELECT id FROM procrastinate_fetch_job_v2(NULL, :worker)"), {"worker": worker})
        session.execute(sa.text("SELECT procrastinate_unregister_worker_v1(:worker)"), {"worker": worker})
        session.execute(sa.text("DELETE FROM procrastinate_jobs WHERE queueing_lock = :id"), {"id": ids[1]})
    assert Counter(status for _job, status, _priority in tickets(stores)) == {"doing": 1, "todo": 1}
    with delivering(stores, using, concurrency=2):
        until_none_waits(stores)
    assert fates(stores) == dict.fromkeys(ids, "imported")
    assert tickets(stores) == []


def test_an_old_ticket_is_thrown_away(stores: Stores, using: Settings) -> None:
    (id,) = put_in_queue(stores, using, 1)
    with writing(stores.desk, alone=False) as session:
        session.execute(
            sa.text(
                "INSERT INTO procrastinate_jobs (queue_name, task_name, args)"
                " VALUES ('diarium', 'work', jsonb_build_object('job_id', cast(:id AS text)))"
            ),
            {"id": id},
        )
    with delivering(stores, using):
        until_none_waits(stores)
        end = time.monotonic() + PATIENCE
        while tickets(stores) and time.monotonic() < end:
            time.sleep(0.05)
    assert (fates(stores), tickets(stores)) == ({id: "imported"}, [])


def test_of_what_a_worker_has_in_hand_one_at_a_time_waits_for_the_one_writer(stores: Stores, using: Settings) -> None:
    """Else those that wait hold every connection, and none is left to say by that the worker lives."""
    ids = put_in_queue(stores, using, 1, 2, 3)
    most = 0
    with delivering(stores, using, concurrency=3):
        with writing(stores.desk) as session:
            end = time.monotonic() + PATIENCE
            while not (most := max(most, waiting_for_the_writer(session))):
                assert time.monotonic() < end
            until = time.monotonic() + 1.0  # in which the others were read, and waited too
            while time.monotonic() < until:
                most = max(most, waiting_for_the_writer(session))
        until_none_waits(stores)
    assert (most, fates(stores)) == (1, dict.fromkeys(ids, "imported"))


def waiting_for_the_writer(session: Session) -> int:
    held = sa.text("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted")
    return int(session.execute(held).scalar_one())


def test_what_the_disk_does_not_take_is_tried_again_after_a_pause_and_counts_as_no_attempt(
    stores: Stores, using: Settings
) -> None:
    filing.read_apart(sheet(1), silent)  # remembered
    (id,) = put_in_queue(stores, using, 1)
    in_the_way = path_of(using.data_dir, sha256(sheet(1))).parent
    in_the_way.parent.mkdir(exist_ok=True)
    in_the_way.touch()
    begun, pause = time.monotonic(), 1.0
    with delivering(stores, using, pause=pause):
        while (written := tickets_written(stores)) < 5:  # one as it came, and one for each time that it was put back
            assert time.monotonic() < begun + PATIENCE
            time.sleep(0.02)
        assert time.monotonic() - begun >= (written - 2) * pause
        in_the_way.unlink()
        until_none_waits(stores)
    with reading(stores.desk) as session:
        assert session.execute(sa.select(jobs.c.attempts)).scalar_one() == 1
    assert fates(stores) == {id: "imported"}


def tickets_written(stores: Stores) -> int:
    with reading(stores.desk) as session:
        return int(session.execute(sa.text("SELECT last_value FROM procrastinate_jobs_id_seq")).scalar_one())


def test_workers_and_the_server_that_are_killed_lose_nothing_and_do_nothing_twice(
    stores: Stores, using: Settings
) -> None:
    for n in range(FILES):
        filing.read_apart(sheet(n), silent)  # remembered, in the workers too
    ids = put_in_queue(stores, using, *range(FILES))
    stores.dispose()
    workers = [begin_worker(using, at_point) for at_point in range(20, 20 + 7 * WORKERS, 7)]
    killed, end = 0, time.monotonic() + PATIENCE
    while killed < KILLS or waiting_again(stores):
        assert time.monotonic() < end, "the queue is stuck"
        gone, status = os.waitpid(-1, os.WNOHANG)
        if gone not in workers:
            time.sleep(0.02)
            continue
        assert os.waitstatus_to_exitcode(status) == -signal.SIGKILL
        killed += 1
        if killed == KILLS // 2:
            crash_server(stores)
        at_point = 15 + 11 * killed if killed <= KILLS - WORKERS else None
        workers[workers.index(gone)] = begin_worker(using, at_point)
        if killed == KILLS - WORKERS and not waiting_again(stores):
            ids += put_in_queue(stores, using, FILES)
    for worker in workers:
        os.kill(worker, signal.SIGTERM)
    assert [os.waitstatus_to_exitcode(os.waitpid(worker, 0)[1]) for worker in workers] == [0] * WORKERS
    came_to = fates(stores)
    assert set(came_to) == set(ids)
    assert set(came_to.values()) <= {"imported", "refused"}  # set aside, where three died of it
    with reading(stores.desk) as session:
        assert (
            session.execute(sa.select(sa.func.count(filings.c.seq.distinct()))).scalar_one()
            == Counter(came_to.values())["imported"]
        )
    assert all(status == "doing" for _job, status, _priority in tickets(stores))  # of the dead, who are not missed yet
    assert check(stores, using).whole


def waiting_again(stores: Stores) -> int:
    """How many wait, as soon as the server answers."""
    end = time.monotonic() + PATIENCE
    while True:
        try:
            return waiting(stores)
        except DBAPIError:
            assert time.monotonic() < end
            time.sleep(0.05)


def begin_worker(using: Settings, at_point: int | None) -> int:
    """Fork a worker that kills itself at a point of its work, or works until it is told to stop."""
    process = os.fork()
    if process:
        return process
    status = 70
    try:
        stop = Event()
        signal.signal(signal.SIGTERM, lambda *_: stop.set())
        stores = open_when_there(using)
        if at_point is not None:
            die_at(at_point, str(using.data_dir))
        deliver_until(stop, stores, using, concurrency=2, pause=0.05)
        stores.dispose()
        status = 0
    finally:
        if status:
            traceback.print_exc()
        os._exit(status)


def open_when_there(using: Settings) -> Stores:
    """The stores, as soon as the server answers: who starts a service starts it again."""
    while True:
        try:
            return open_stores(using)
        except DatabaseAway:
            time.sleep(0.1)


def crash_server(stores: Stores) -> None:
    """Kill a process of the server's, upon which it ends all connections and recovers from its log, as after a crash."""
    with pytest.raises(DBAPIError), reading(stores.desk) as session:
        os.kill(session.execute(sa.text("SELECT pg_backend_pid()")).scalar_one(), signal.SIGKILL)
    stores.dispose()
