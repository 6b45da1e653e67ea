"""`serve` tells of its address only when it holds it, and imports in a process of its own, whoever of the two is killed."""

from __future__ import annotations

import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from http import HTTPStatus
from http.client import HTTPConnection
from pathlib import Path
from typing import TypeVar

import pytest
import sqlalchemy as sa
from starlette.testclient import TestClient

from app.cli import build
from app.commands.running import run
from app.commands.serve import run_server
from app.db import reading
from app.errors import Exit, WrongUse
from app.imports import beside, filing
from app.imports.batches import import_waiting
from app.imports.beside import Apart
from app.imports.filing import accept
from app.imports.queue import JobState
from app.imports.uploads import Claims
from app.imports.workers import at_work, taker
from app.installation.opening import open_stores
from app.main import create_app
from app.models.journal import jobs
from app.settings import Settings, settings
from importers.pdf.progress import silent
from tests.app.served import key_for
from tests.app.sheets import ALNSJO, sheet
from tests.places import ROOT

PLACE = "Alnsjö kommun"
T = TypeVar("T")


def test_a_taken_port_is_one_sentence_and_no_invitation(capsys: pytest.CaptureFixture[str]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(WrongUse, match="upptagen"):
            run_server(settings(), port=port)
    assert "Öppna" not in capsys.readouterr().err


def test_an_installation_that_cannot_be_opened_once_serving_is_one_sentence_and_1(
    tmp_path: Path, made_files: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """Its readers' database is away, which nothing needs before."""
    monkeypatch.setenv("DIARIUM_DATA_DIR", str(shutil.copytree(made_files, tmp_path / "data")))
    monkeypatch.setenv("DIARIUM_PUBLIC_READER_URL", f"sqlite:///{tmp_path / 'nowhere' / 'public.db'}")
    settings.cache_clear()
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    assert run(build, ["serve", "--port", str(port)]) == Exit.OUR_FAULT
    assert capfd.readouterr().err == "Databasen går inte att nå. Kontrollera adressen och att den är igång.\n"


def test_a_server_that_is_told_to_end_closes_the_installation_first(tmp_path: Path, made_files: Path) -> None:
    data = Path(shutil.copytree(made_files, tmp_path / "data"))
    with served(data) as (serving, port):
        until(lambda: answers(port))
        assert [path.name for path in data.glob("*.db-wal")] != []
        serving.send_signal(signal.SIGTERM)
        assert serving.wait() == -signal.SIGTERM
    assert [path.name for path in data.glob("*.db-wal")] == []


def test_several_processes_answer_alike_whichever_of_them_is_killed(tmp_path: Path, made_files: Path) -> None:
    data = Path(shutil.copytree(made_files, tmp_path / "data"))
    key = key_for(Settings(data_dir=data), "diariet", PLACE)
    with served(data, "--workers", "2") as (serving, port):
        until(lambda: answers(port))
        importing, one, other = sorted(until(lambda: len(children(serving.pid)) == 3 and children(serving.pid)))
        assert (cases(port, asleep=one), cases(port, asleep=other)) == (0, 0)
        file(port, key)
        until(lambda: cases(port, asleep=other))
        assert (cases(port, asleep=one), cases(port, asleep=other)) == (1, 1)  # though both have kept an answer
        os.kill(one, signal.SIGKILL)
        assert all(answers(port) for _ in range(5))
        until(lambda: len(children(serving.pid) - {one}) == 3)
        assert cases(port, asleep=other) == 1
        os.kill(importing, signal.SIGKILL)
        until(lambda: len(children(serving.pid) - {importing}) == 3)
        serving.send_signal(signal.SIGINT)
        assert serving.wait() == Exit.INTERRUPTED
    assert [path.name for path in data.glob("*.db-wal")] == []


@contextmanager
def served(data: Path, *more: str) -> Iterator[tuple[subprocess.Popen[str], int]]:
    """The installation in this folder, served by a command, and the port that it says it is at."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    program = [sys.executable, "-c", "from app.cli import main; main()", "serve", "--port", str(port), *more]
    env = {**os.environ, "LC_ALL": "sv_SE.UTF-8", "DIARIUM_DATA_DIR": str(data), "DIARIUM_RATE_LIMIT": "off"}
    with subprocess.Popen(program, stderr=subprocess.PIPE, text=True, cwd=ROOT, env=env) as serving:
        assert serving.stderr is not None
        assert serving.stderr.readline().startswith(f"Öppna http://127.0.0.1:{port}/")
        try:
            yield serving, port
        finally:
            serving.kill()


def cases(port: int, *, asleep: int) -> int:
    """How many cases there are, as another process answers than the one that is put to sleep meanwhile."""
    os.kill(asleep, signal.SIGSTOP)
    with closing(HTTPConnection("127.0.0.1", port)) as connection:
        connection.request("GET", "/api/v1/cases")
        total: int = json.loads(connection.getresponse().read())["total"]
    os.kill(asleep, signal.SIGCONT)
    return total


def file(port: int, key: str) -> None:
    """Send a sheet, whatever becomes of it while the sender waits."""
    with closing(HTTPConnection("127.0.0.1", port)) as connection:
        given = {"Authorization": f"Bearer {key}", "Content-Type": "application/pdf"}
        connection.request("POST", "/api/v1/imports", sheet(1), given)
        assert connection.getresponse().status in {HTTPStatus.CREATED, HTTPStatus.ACCEPTED}


def test_uploads_are_imported_in_a_process_of_its_own_whoever_is_killed(
    using: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(beside, "_LEAST_REST", 0.0)
    key = key_for(using, "diariet", PLACE)
    for n in range(1, 4):
        filing.read_apart(sheet(n), silent)  # remembered, in the worker too
    apart = Apart(using)
    with TestClient(create_app(using, apart.importing)) as client:

        def fate(n: int) -> str:
            given = {"Authorization": f"Bearer {key}", "Content-Type": "application/pdf"}
            return str(client.post("/api/v1/imports", content=sheet(n), headers=given).json()["state"])

        (worker,) = until(lambda: children(apart.keeper))
        assert fate(1) == "imported"
        os.kill(worker, signal.SIGKILL)
        (other,) = until(lambda: children(apart.keeper) - {worker})
        assert fate(2) == "imported"
        os.kill(apart.keeper, signal.SIGKILL)
        until(lambda: not is_alive(other))
        assert fate(3) == "imported"
        assert client.get("/api/v1/cases").json()["total"] == 3
    apart.close()


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
def test_what_is_being_read_as_the_server_ends_waits_again_and_no_attempt_counts(
    using: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(beside, "_READS", 0.0)
    apart = Apart(using)
    stores = open_stores(using)
    upload = accept(taker(stores, using), sheet(90), Claims("blad.pdf", "anna", ALNSJO), at_once=False)

    def job() -> tuple[str, int]:
        with reading(stores.desk) as session:
            row = session.execute(sa.select(jobs.c.state, jobs.c.attempts).where(jobs.c.id == upload.id)).one()
        return row.state, row.attempts

    with apart.importing(stores, using) as wake:
        wake()
        until(lambda: job() == (JobState.RUNNING, 1))
    assert job() == (JobState.QUEUED, 0)
    with at_work(stores, using) as worker:
        assert [end.upload.id for end in import_waiting(worker)] == [upload.id]
    assert job() == (JobState.DONE, 1)
    stores.dispose()


def test_what_imports_ends_with_whoever_serves_however_that_ends(using: Settings) -> None:
    reads, writes = os.pipe()
    server = os.fork()
    if not server:
        os.write(writes, b"%d" % Apart(using).keeper)
        signal.pause()
    keeper = int(os.read(reads, 20))
    (worker,) = until(lambda: children(keeper))
    os.kill(server, signal.SIGKILL)
    os.waitpid(server, 0)
    until(lambda: not is_alive(keeper) and not is_alive(worker))
    os.close(reads)
    os.close(writes)


def until(look: Callable[[], T]) -> T:
    """What is seen, once there is something to see."""
    for _ in range(6_000):
        if seen := look():
            return seen
        time.sleep(0.01)
    raise TimeoutError


def answers(port: int) -> bool:
    connection = HTTPConnection("127.0.0.1", port)
    try:
        connection.request("GET", "/")
        return connection.getresponse().status == HTTPStatus.OK
    except ConnectionRefusedError:
        return False
    finally:
        connection.close()


def children(process: int) -> set[int]:
    return set(map(int, Path(f"/proc/{process}/task/{process}/children").read_text().split()))


def is_alive(process: int) -> bool:
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False
