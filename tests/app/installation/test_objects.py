"""A whole installation whose files lie in an object store: nothing of them in the folder, and all of them in a backup."""

from __future__ import annotations

import shutil
import time
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

import orjson
import pytest
import sqlalchemy as sa
from starlette.testclient import TestClient

from app import acts
from app.acts.acting import Actor
from app.backups.making import back_up
from app.backups.restoring import restore
from app.commands.doctor import doctor
from app.db import Stores, reading, writing
from app.failures import StoreAway
from app.imports.batches import import_waiting, work_waiting
from app.imports.beside import may_fork
from app.imports.filing import accept
from app.imports.queue import JobState
from app.imports.rereading import ask_for, offer
from app.imports.uploads import Claims, Receipt
from app.imports.workers import at_work
from app.installation.checking import check
from app.installation.opening import open_stores, start
from app.installation.purging import PURGED
from app.journal.files import key_of
from app.journal.storage import storage_of
from app.main import create_app
from app.models.journal import jobs
from app.resources import example
from app.settings import Settings, settings
from app.web import page_images
from tests.app.filing import rows
from tests.app.importing import import_file
from tests.app.imports.test_rereading import PAPER, file_older, read_by_an_older, retitled
from tests.app.served import case_id
from tests.app.sheets import ALNSJO, sheet
from tests.buckets import ACCOUNT, Fault, Server

EXAMPLE = example().read_bytes()
FAULTS = (Fault.ERROR, Fault.LOST, Fault.SLOW, Fault.CUT)


def test_files_in_a_bucket_are_filed_served_backed_up_and_purged(
    bucket: Settings,
    bucket_server: Server,
    made_files: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    shutil.copytree(made_files, bucket.data_dir)
    stores = open_stores(bucket)
    start(stores)
    bucket_server.between.failing(*FAULTS, every=4)
    digest = import_file(stores, bucket, EXAMPLE, "exempel.pdf", "anna").sha256
    assert list(bucket.data_dir.rglob("*.pdf")) == []
    assert (keys(bucket), check(stores, bucket).whole) == ([key_of(digest)], True)

    monkeypatch.setattr(page_images, "PATIENCE", 3600.0)  # until it is drawn, however busy the machine
    with TestClient(create_app(bucket)) as client:
        document = client.get(f"/api/v1/cases/{case_id(client)}?include=documents").json()["documents"][0]
        address = f"/api/v1/documents/{document['id']}"
        assert client.get(f"{address}/file").content == EXAMPLE
        wait_for_files_alone(client, bucket_server, f"{address}/file")
        first = f"{address}/pages/{document['appearances'][0]['first_page']}.webp"
        pages = [client.get(f"{first}{width}").content for width in ("", "", "?width=300")]
        assert pages[0] == pages[1] != pages[2]
        drawn = [kept.key for kept in storage_of(bucket).list("pages")]
        assert [storage_of(bucket).get(key) for key in drawn] == pages[:1]

    back_up(stores, bucket, tmp_path / "before")
    bucket_server.ask("PUT", f"/{str(bucket.files_url).split('/')[2]}?versioning", VERSIONED)
    told = examined(bucket, monkeypatch, capsys)
    assert f"ej prövat  Objektlagring: {bucket.files_url} sparar äldre versioner" in told
    assert "i ordning  Filer: 1\n" in told
    assert not any(secret in told for secret in ACCOUNT.values())

    purge = partial(acts.purge, stores, bucket, digest, Actor("anna", "inkom av misstag"), law="OSL 21 kap. 1 §")
    before = rows(stores.public)
    bucket_server.between.failing(Fault.REFUSED)
    with pytest.raises(StoreAway):
        purge()
    assert rows(stores.public) == before
    bucket_server.between.failing()
    done, _unseen = purge()
    assert (done.versions, keys(bucket), [*storage_of(bucket).list("pages")]) == (True, [], [])
    assert check(stores, bucket).whole
    stores.dispose()
    anew = Settings(data_dir=tmp_path / "anew", files_url=bucket.files_url, files_endpoint=bucket.files_endpoint)
    anew.data_dir.mkdir()
    of_the_folder = {"sha256": "c" * 64, "law": "OSL", "by": "bo", "reason": "x", "at": "2026-01-01T00:00:00Z"}
    (anew.data_dir / PURGED).write_bytes(orjson.dumps(of_the_folder))  # where the files lay before
    restore(anew, tmp_path / "before")  # which holds the file, and the bucket the list of what was purged
    assert keys(anew) == []
    assert [storage_of(bucket).get(PURGED).count(one.encode()) for one in (digest, "c" * 64)] == [1, 1]


def test_a_store_that_is_away_is_no_fault_of_the_file_that_is_to_be_read(
    bucket: Settings, bucket_server: Server, made_files: Path
) -> None:
    shutil.copytree(made_files, bucket.data_dir)
    stores = open_stores(bucket)
    start(stores)
    file_older(stores, bucket, read_by_an_older(PAPER, retitled), PAPER)
    with at_work(stores, bucket) as worker:
        for n in (1, 2):
            accept(worker, sheet(n), Claims("blad.pdf", "anna", ALNSJO), at_once=False)
        bucket_server.between.failing(Fault.REFUSED)
        with pytest.raises(StoreAway):
            list(import_waiting(worker))
        assert tries(stores) == [(JobState.QUEUED, 0)] * 2
        bucket_server.between.failing()
        assert [type(end.came_to) for end in import_waiting(worker)] == [Receipt] * 2
        with writing(stores.desk) as session:
            assert ask_for(session, offer(session).files, "bo") == 1
        bucket_server.between.failing(Fault.REFUSED)
        with pytest.raises(StoreAway):
            list(work_waiting(worker))
        assert tries(stores) == [(JobState.DONE, 1), (JobState.DONE, 1), (JobState.QUEUED, 0)]
    assert not may_fork()
    stores.dispose()


def tries(stores: Stores) -> list[tuple[str, int]]:
    with reading(stores.desk) as session:
        return [(job.state, job.attempts) for job in session.execute(sa.select(jobs).order_by(jobs.c.at))]


def wait_for_files_alone(client: TestClient, server: Server, file: str) -> None:
    """Files are waited for, and nothing else is, where the store takes its time."""
    server.between.answers.clear()
    with ThreadPoolExecutor(6) as readers:
        try:
            fetched = [readers.submit(client.get, file) for _ in range(5)]
            while len(server.between.held) < 2:
                time.sleep(0.01)
            asked = readers.submit(client.get, file.removesuffix("/file"))
            assert asked.result(timeout=30).status_code == 200
        finally:
            server.between.answers.set()
    assert {one.result().content for one in fetched} == {EXAMPLE}


def keys(using: Settings) -> list[str]:
    storage = storage_of(using)
    return [kept.key for room in ("files", "incoming") for kept in storage.list(room)]


VERSIONED = (
    b'<VersioningConfiguration xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><Status>Enabled</Status>'
    b"</VersioningConfiguration>"
)


def examined(using: Settings, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> str:
    """What `doctor` tells of the installation."""
    for name in ("data_dir", "files_url", "files_endpoint"):
        monkeypatch.setenv(f"DIARIUM_{name.upper()}", str(getattr(using, name)))
    settings.cache_clear()
    doctor()
    settings.cache_clear()
    return capsys.readouterr().out
