"""Many uploads: the broken ones stop nobody, what is interrupted is taken up, and each ends as one thing."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Event, Thread, current_thread, main_thread
from typing import Any

import pytest
import sqlalchemy as sa

from app.db import Stores, reading, writing
from app.errors import MachineBusy, SetAside, Unreadable, refusal
from app.imports import batches
from app.imports.batches import UploadEnd, import_uploads, import_waiting, work_until
from app.imports.filing import accept
from app.imports.queue import take
from app.imports.uploads import (
    Claims,
    Receipt,
    State,
    Upload,
    free_uploads,
    next_upload,
    put_back,
    put_back_of_the_dead,
)
from app.imports.workers import at_work, dead_workers, taker
from app.journal.storage import storage_of
from app.journal.stored import received
from app.models.journal import filings, imports, jobs
from app.queries.jobs import unfinished
from app.settings import Settings
from tests.app.filing import entries_in, rows
from tests.app.sheets import ALNSJO, sheet
from tests.conftest import ON_ONE_STORE
from tests.places import ROOT

pytestmark = pytest.mark.usefixtures("files_read_anew")

BROKEN = sheet(1)[:400]
_NOBODY = 65534
CLAIMS = Claims("blad.pdf", "anna", ALNSJO)


def put_in_queue(stores: Stores, using: Settings, *files: bytes, claims: Claims = CLAIMS) -> list[str]:
    ids = []
    with at_work(stores, using) as worker:
        for data in files:
            taken = accept(worker, data, claims, at_once=False)
            assert isinstance(taken, Upload)
            ids.append(taken.id)
    return ids


def work_off(stores: Stores, using: Settings, readers: int = 2) -> list[UploadEnd]:
    with at_work(stores, using) as worker:
        free_uploads(worker)
        return list(import_waiting(worker, readers))


def fates(stores: Stores) -> dict[str, str]:
    with reading(stores.desk) as session:
        return {row.id: row.state for row in session.execute(sa.select(imports.c.id, imports.c.state))}


def left_in(using: Settings, folder: str) -> list[str]:
    return sorted(path.name for path in (using.data_dir / folder).glob("*"))


def die_with_a_job_in_hand(using: Settings, *, of_it: bool = False) -> None:
    """Another process claims a job and is gone, as `kill -9` ends it; `of_it`: as it was at work on it itself."""
    program = (
        "import os, sys\n"
        "from app.imports.uploads import next_upload\n"
        "from app.imports.workers import at_risk, at_work\n"
        "from app.installation.opening import open_stores\n"
        "from app.settings import Settings\n"
        "using = Settings()\n"
        "with at_work(open_stores(using), using) as worker:\n"
        "    upload = next_upload(worker)\n"
        "    risk = at_risk(worker, upload.id)\n"
        f"    {'risk.__enter__()' if of_it else 'assert upload'}\n"
        "    os._exit(9)\n"
    )
    settings = {
        "DIARIUM_DATA_DIR": str(using.data_dir),
        "DIARIUM_DATABASE_URL": using.database_url,
        "DIARIUM_PUBLIC_DATABASE_URL": using.public_database_url,
    }
    died = subprocess.run([sys.executable, "-c", program], cwd=ROOT, env=settings, check=False)
    assert died.returncode == 9


def test_an_upload_is_durable_before_anybody_is_told(stores: Stores, using: Settings) -> None:
    (upload,) = put_in_queue(stores, using, sheet(1))
    assert fates(stores) == {upload: "queued"}
    assert received(storage_of(using), upload) == sheet(1)


def test_uploads_are_filed_in_their_order_whatever_is_broken_among_them(stores: Stores, using: Settings) -> None:
    ids = put_in_queue(stores, using, sheet(1), BROKEN, sheet(2), sheet(1), sheet(3))
    done = work_off(stores, using, readers=3)
    assert [outcome.upload.id for outcome in done] == ids
    assert isinstance(done[1].came_to, Unreadable)
    assert [fates(stores)[id] for id in ids] == ["imported", "refused", "imported", "duplicate", "imported"]
    assert left_in(using, "incoming") == []
    assert left_in(using, "workers") == []
    with reading(stores.desk) as session:
        assert session.execute(sa.select(sa.func.count()).select_from(filings)).scalar_one() == 3


def test_what_a_dead_worker_held_is_taken_up_at_once(stores: Stores, using: Settings) -> None:
    (upload,) = put_in_queue(stores, using, sheet(1))
    die_with_a_job_in_hand(using)
    assert len(dead_workers(using.data_dir)) == 1
    (outcome,) = work_off(stores, using)
    assert isinstance(outcome.came_to, Receipt)
    assert (outcome.came_to.id, outcome.came_to.state) == (upload, State.IMPORTED)


@ON_ONE_STORE
def test_what_three_workers_die_of_is_refused_and_kept_and_the_next_is_imported(
    stores: Stores, using: Settings
) -> None:
    deadly, harmless = put_in_queue(stores, using, sheet(1), sheet(2))
    for _ in range(3):
        die_with_a_job_in_hand(using, of_it=True)
        with at_work(stores, using) as worker:
            free_uploads(worker)
    work_off(stores, using)
    assert fates(stores) == {deadly: "refused", harmless: "imported"}
    assert received(storage_of(using), deadly) == sheet(1)
    with reading(stores.desk) as session:
        problem = session.execute(sa.select(imports.c.problem).where(imports.c.id == deadly)).scalar_one()
    assert problem == '{"code":"set-aside","params":{"attempts":3,"name":"blad.pdf"}}'


def test_the_same_file_handed_in_again_is_stored_once_and_what_nobody_will_finish_is_swept(
    stores: Stores, using: Settings
) -> None:
    (first,) = put_in_queue(stores, using, sheet(1))
    with stores.desk.begin() as connection:
        connection.execute(jobs.update().values(state="aside"))
    (again,) = put_in_queue(stores, using, sheet(1), claims=Claims("igen.pdf", "bo", ALNSJO))
    assert (again != first, left_in(using, "incoming")) == (True, [f"{again}.pdf"])
    old, new = (using.data_dir / "incoming" / name for name in (".half-old", ".half-new"))
    for half in (old, new):
        half.write_bytes(b"%PDF-")
    os.utime(old, (0, 0))
    work_off(stores, using)
    assert left_in(using, "incoming") == [new.name]


@ON_ONE_STORE
def test_a_worker_of_another_machine_is_judged_by_its_lease(stores: Stores, using: Settings) -> None:
    (upload,) = put_in_queue(stores, using, sheet(1))
    die_with_a_job_in_hand(using)
    (lock,) = (using.data_dir / "workers").glob("*.lock")
    assert dead_workers(using.data_dir, shared=True) == {lock.stem}
    lock.write_text("another machine")
    assert dead_workers(using.data_dir, shared=True) == set()
    assert dead_workers(using.data_dir) == {lock.stem}
    silent_for_long = time.time() - 3600
    os.utime(lock, (silent_for_long, silent_for_long))
    assert dead_workers(using.data_dir, shared=True) == {lock.stem}
    work_off(stores, using)
    assert fates(stores) == {upload: "imported"}


@ON_ONE_STORE
def test_what_the_database_lets_a_worker_have_after_its_death_is_put_back_too(stores: Stores, using: Settings) -> None:
    (upload,) = put_in_queue(stores, using, sheet(1))
    die_with_a_job_in_hand(using)
    (dead,) = dead_workers(using.data_dir)
    put_back_of_the_dead(taker(stores, using))
    with writing(stores.desk) as session:
        assert take(session, dead, upload)
    work_off(stores, using)
    assert fates(stores) == {upload: "imported"}
    (lock,) = (using.data_dir / "workers").glob("*.lock")
    silent_for_long = time.time() - 3600
    os.utime(lock, (silent_for_long, silent_for_long))
    put_back_of_the_dead(taker(stores, using))
    assert dead_workers(using.data_dir) == set()


def test_a_worker_of_another_account_is_judged_by_its_lease() -> None:
    with TemporaryDirectory() as folder:
        workers = Path(folder) / "workers"
        workers.mkdir()
        (workers / "another.lock").touch()
        assert dead_workers(Path(folder)) == {"another"}
        (workers / "another.lock").chmod(0)
        Path(folder).chmod(0o711)
        with no_administrator():
            assert dead_workers(Path(folder)) == set()


@contextmanager
def no_administrator() -> Iterator[None]:
    """Whoever runs the block may open only what they are let: the machine's administrator may open anything."""
    own = os.geteuid()
    if own == 0:
        os.seteuid(_NOBODY)
    try:
        yield
    finally:
        os.seteuid(own)


@ON_ONE_STORE
def test_what_was_merely_in_hand_when_its_worker_was_killed_is_none_the_worse(stores: Stores, using: Settings) -> None:
    (upload,) = put_in_queue(stores, using, sheet(1))
    with stores.desk.begin() as connection:
        connection.execute(jobs.update().values(attempts=2))
    die_with_a_job_in_hand(using)
    work_off(stores, using)
    assert fates(stores) == {upload: "imported"}


def test_a_fault_of_ours_is_tried_three_times_and_stops_nobody(stores: Stores, using: Settings) -> None:
    lost, kept = put_in_queue(stores, using, sheet(1), sheet(2))
    (using.data_dir / "incoming" / f"{lost}.pdf").unlink()
    done = work_off(stores, using)
    assert {outcome.upload.id: type(outcome.came_to) for outcome in done} == {lost: SetAside, kept: Receipt}
    with reading(stores.desk) as session:
        assert [(job["id"], job["problem"]) for job in unfinished(session)] == [(lost, "FileNotFoundError")]
    assert fates(stores) == {lost: "refused", kept: "imported"}


def test_what_the_machine_was_too_busy_for_is_set_aside_as_that(stores: Stores, using: Settings) -> None:
    (upload,) = put_in_queue(stores, using, sheet(1))
    with at_work(stores, using) as worker:
        ends = []
        for _ in range(3):
            taken = next_upload(worker)
            assert taken is not None
            ends.append(put_back(worker, taken, error=MachineBusy()))
    assert [type(end) for end in ends] == [type(None), type(None), MachineBusy]
    with reading(stores.desk) as session:
        problem = json.loads(session.execute(sa.select(imports.c.problem).where(imports.c.id == upload)).scalar_one())
    assert type(refusal("blad.pdf", problem["code"], problem["params"])) is MachineBusy
    assert received(storage_of(using), upload) == sheet(1)


def test_a_statement_that_the_database_does_not_take_is_a_fault_of_ours(stores: Stores, using: Settings) -> None:
    (upload,) = put_in_queue(stores, using, sheet(1))
    with stores.desk.begin() as connection:
        connection.execute(sa.text("ALTER TABLE part_keys RENAME TO part_keys_gone"))
    (outcome,) = work_off(stores, using)
    assert (outcome.upload.id, type(outcome.came_to)) == (upload, SetAside)


def test_a_damaged_database_is_the_machines_failure(tmp_path: Path) -> None:
    (tmp_path / "a.db").write_bytes(b"no database at all" * 500)
    store = sa.create_engine(f"sqlite:///{tmp_path / 'a.db'}")
    with pytest.raises(sa.exc.DatabaseError) as failed, store.connect() as connection:
        connection.execute(sa.text("SELECT 1 FROM a"))
    store.dispose()
    assert batches._is_of_the_machine(failed.value)


def test_a_disk_that_fails_stops_the_work_and_loses_nothing(stores: Stores, using: Settings) -> None:
    ids = put_in_queue(stores, using, sheet(1), sheet(2), sheet(3))
    before = entries_in(stores)
    (using.data_dir / "files").write_text("no folder can be made here")
    with pytest.raises(OSError, match="files"):
        work_off(stores, using)
    assert (set(fates(stores).values()), entries_in(stores)) == ({"queued"}, before)
    with reading(stores.desk) as session:
        assert set(session.execute(sa.select(jobs.c.attempts)).scalars()) == {0}
    (using.data_dir / "files").unlink()
    work_off(stores, using)
    assert fates(stores) == dict.fromkeys(ids, "imported")


def test_the_same_file_from_the_same_hand_goes_on_where_it_was_interrupted(stores: Stores, using: Settings) -> None:
    (upload,) = put_in_queue(stores, using, sheet(1))
    with at_work(stores, using) as worker:
        taken = accept(worker, sheet(1), CLAIMS)
        other = accept(worker, sheet(1), Claims("blad.pdf", "bo", ALNSJO))
        assert isinstance(taken, Upload)
        assert isinstance(other, Upload)
        assert (taken.id, other.id != upload) == (upload, True)
        states = [outcome.came_to for outcome in import_uploads(worker, [taken, other])]
    assert [came_to.state for came_to in states if isinstance(came_to, Receipt)] == [State.IMPORTED, State.DUPLICATE]


def test_whoever_stops_midway_leaves_the_rest_waiting(stores: Stores, using: Settings) -> None:
    ids = put_in_queue(stores, using, *(sheet(n) for n in range(1, 6)))
    with at_work(stores, using) as worker:
        batch = import_waiting(worker, 2)
        first = next(batch)
        batch.close()
    assert fates(stores) == {id: "imported" if id == first.upload.id else "queued" for id in ids}
    with reading(stores.desk) as session:
        assert set(session.execute(sa.select(jobs.c.attempts).where(jobs.c.state == "queued")).scalars()) == {0}
    work_off(stores, using)
    assert set(fates(stores).values()) == {"imported"}
    assert rows(stores.public, without={"changes"}) == rows(stores.desk, without={"changes"})


def test_a_worker_waits_for_what_comes_and_ends_when_told(stores: Stores, using: Settings) -> None:
    stop, asked = Event(), Event()

    def work() -> None:
        work_until(stop, stores, using, pause=0.01)
        asked.set()

    thread = Thread(target=work)
    thread.start()
    (upload,) = put_in_queue(stores, using, sheet(1))
    for _ in range(1500):
        if fates(stores)[upload] != "queued" or asked.wait(0.02):
            break
    stop.set()
    thread.join()
    assert fates(stores) == {upload: "imported"}


@ON_ONE_STORE
def test_what_could_not_be_put_back_while_the_database_was_away_is_taken_up_when_it_is_there(
    stores: Stores, using: Settings
) -> None:
    (upload,) = put_in_queue(stores, using, sheet(1))
    stop, away = Event(), [0]

    @sa.event.listens_for(stores.desk, "before_cursor_execute")
    def _fail(_on: Any, _cursor: Any, sql: str, *_with: Any) -> None:
        if current_thread() is main_thread():
            return
        if away[0]:
            away[0] -= 1
            raise sa.exc.OperationalError(sql, None, Exception("away"))

    @sa.event.listens_for(stores.desk, "after_cursor_execute")
    def _go_away(_on: Any, _cursor: Any, sql: str, *_with: Any) -> None:
        if "pages_read=" in sql and "RETURNING" in sql and not gone.is_set():  # a job is taken
            gone.set()
            away[0] = 4  # to file, to put back twice, and to begin anew

    gone = Event()
    thread = Thread(target=lambda: work_until(stop, stores, using, pause=0.01))
    thread.start()
    for _ in range(1500):
        if fates(stores)[upload] != "queued":
            break
        time.sleep(0.02)
    stop.set()
    thread.join()
    assert (fates(stores), gone.is_set(), away) == ({upload: "imported"}, True, [0])


def test_bytes_of_what_has_ended_are_swept_away(stores: Stores, using: Settings, tmp_path: Path) -> None:
    (upload,) = put_in_queue(stores, using, sheet(1))
    bytes_of = using.data_dir / "incoming" / f"{upload}.pdf"
    kept = tmp_path / "kept.pdf"
    kept.hardlink_to(bytes_of)
    work_off(stores, using)
    kept.rename(bytes_of)
    with at_work(stores, using) as worker:
        free_uploads(worker)
    assert left_in(using, "incoming") == []
