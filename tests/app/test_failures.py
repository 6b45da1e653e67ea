"""A full disk, a folder that cannot be written, a database that is locked or away: each is told as just that."""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from starlette.testclient import TestClient

from app import db
from app.cli import build
from app.commands.running import run
from app.db import engine, writing
from app.failures import explained
from app.installation.opening import open_stores
from app.main import create_app
from app.resources import example
from app.settings import Settings, settings
from tests.app.importing import import_file
from tests.app.served import app_of, key_for
from tests.app.sheets import sheet
from tests.conftest import Databases
from tests.places import ROOT, missing

FULL = "Disken är full. Frigör utrymme och försök igen."
READ_ONLY = "Installationen går bara att läsa just nu, inte att skriva i."
PLACE = Path("nowhere")
PDF = {"Content-Type": "application/pdf"}


@pytest.fixture(scope="module")
def drilled(made_files: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, tuple[int, str]]]:
    """What commands end with on a disk of a few megabytes, mounted where nobody else sees it."""
    alone = ["unshare", "--user", "--map-root-user", "--mount"]
    if shutil.which("unshare") is None or subprocess.run([*alone, "true"], capture_output=True, check=False).returncode:
        missing("a mount namespace", "sysctl kernel.unprivileged_userns_clone=1")
    folder = tmp_path_factory.mktemp("disk")
    (folder / "a.pdf").write_bytes(sheet(1))
    program = [sys.executable, "-m", "tests.app.full_disk", *map(str, (folder, made_files, folder / "a.pdf"))]
    env = {**os.environ, "LC_ALL": "sv_SE.UTF-8"}
    ended = subprocess.run([*alone, *program], capture_output=True, text=True, cwd=ROOT, env=env, check=False)
    assert ended.returncode == 0, ended.stderr
    found: dict[str, dict[str, Any]] = json.loads(ended.stdout)
    return {state: {name: (code, told) for name, (code, told) in ends.items()} for state, ends in found.items()}


def test_on_a_full_disk_every_command_says_so(drilled: dict[str, dict[str, tuple[int, str]]]) -> None:
    assert drilled["full"] == dict.fromkeys(("import", "act", "backup", "check", "rebuild"), (1, f"{FULL}\n"))


def test_in_a_folder_that_cannot_be_written_every_command_says_so(
    drilled: dict[str, dict[str, tuple[int, str]]],
) -> None:
    ends = drilled["readable"]
    assert set(ends) == {"import", "act", "backup", "check", "rebuild", "serve", "upgrade"}
    for code, told in ends.values():
        assert (code, told.count("\n")) == (1, 1)
        assert told.startswith("Det går inte att skriva i ")


@pytest.fixture
def bearer(using: Settings) -> dict[str, str]:
    return {"Authorization": f"Bearer {key_for(using, 'Alnsjös diarium', 'Alnsjö')}"}


@pytest.fixture
def asking(using: Settings) -> Iterator[TestClient]:
    with TestClient(create_app(using)) as client:
        yield client


def limit_writing(asking: TestClient, on_sqlite: str, on_postgres: str) -> None:
    """Let the desk's database take no more from those who connect from now on."""
    store = app_of(asking).state.serving.stores.desk
    statement = on_sqlite
    if store.dialect.name == "postgresql":
        statement = on_postgres
    store.dispose()

    def _limit(connection: Any, _record: object) -> None:
        connection.cursor().execute(statement)
        connection.commit()

    sa.event.listen(store, "connect", _limit)


def test_an_upload_to_a_database_that_can_only_be_read_is_a_503(asking: TestClient, bearer: dict[str, str]) -> None:
    limit_writing(asking, "PRAGMA query_only=ON", "SET SESSION CHARACTERISTICS AS TRANSACTION READ ONLY")
    refused = asking.post("/api/v1/imports", content=example().read_bytes(), headers=bearer | PDF)
    assert (refused.status_code, refused.json()["type"]) == (503, "urn:diarium:problem:read-only")
    assert refused.json()["detail"] == READ_ONLY
    assert asking.get("/").status_code == 200


def full_sqlite(folder: Path) -> None:
    store = engine(f"sqlite:///{folder / 'full.db'}")
    with store.connect() as connection:
        connection.exec_driver_sql("PRAGMA max_page_count=1")
        connection.exec_driver_sql("CREATE TABLE t (a)")


def missing_sqlite(folder: Path) -> None:
    engine(f"sqlite:///{folder / 'nowhere' / 'desk.db'}").connect()


def locked_sqlite(folder: Path) -> None:
    one, other = (engine(f"sqlite:///{folder / 'locked.db'}") for _ in range(2))
    with writing(one) as first, writing(other) as second:
        for session in (first, second):
            session.execute(sa.text("SELECT 1"))


def damaged_sqlite(folder: Path) -> None:
    path = folder / "damaged.db"
    with sqlite3.connect(path) as made:
        made.execute("CREATE TABLE t (a)")
    path.write_bytes(path.read_bytes()[:100] + b"\xff" * (path.stat().st_size - 100))
    engine(f"sqlite:///{path}").connect()


def away_postgres(folder: Path) -> None:
    engine(f"postgresql+psycopg://diarium@/diarium?host={folder}").connect()


@pytest.mark.parametrize(
    ("fails", "status", "code"),
    [
        (full_sqlite, 507, "disk-full"),
        (missing_sqlite, 503, "database-away"),
        (locked_sqlite, 503, "database-locked"),
        (damaged_sqlite, 503, "database-damaged"),
        (away_postgres, 503, "database-away"),
    ],
)
def test_what_a_database_cannot_do_has_a_status_and_a_code(
    fails: Callable[[Path], None], status: int, code: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(db, "_BUSY_MS", 1)
    with pytest.raises(sa.exc.DBAPIError) as failed:
        fails(tmp_path)
    error = explained(failed.value, PLACE)
    assert error is not None
    assert (error.status, error.code, error.exit_code) == (status, code, 1)


@pytest.mark.parametrize(
    ("state", "code"),
    [
        ("53100", "disk-full"),
        ("25006", "read-only"),
        ("55P03", "database-locked"),
        ("42501", "database-refuses"),
        ("XX001", "database-damaged"),
    ],
)
def test_what_postgresql_refuses_is_known_by_its_sqlstate(state: str, code: str, postgres_url: str) -> None:
    store = engine(postgres_url)
    with pytest.raises(sa.exc.DBAPIError) as failed, store.connect() as connection:
        connection.exec_driver_sql(f"DO $$ BEGIN RAISE EXCEPTION 'x' USING ERRCODE = '{state}'; END $$")
    store.dispose()
    error = explained(failed.value, PLACE)
    assert error is not None
    assert error.code == code


def test_a_question_that_cannot_be_meant_is_no_failure_of_the_disk(empty_database: Databases) -> None:
    store = engine(empty_database.desk_url)
    with pytest.raises(sa.exc.DBAPIError) as failed, store.connect() as connection:
        connection.exec_driver_sql("SELECT nothing FROM nowhere")
    store.dispose()
    assert explained(failed.value, PLACE) is None


@pytest.mark.parametrize(
    "spoil", ["UPDATE items SET date = 'i går'", "UPDATE sources SET places = 'x'", "DROP TABLE yrkanden"]
)
def test_a_register_that_cannot_be_read_is_a_500_that_says_how_it_is_mended(
    tmp_path: Path, made_files: Path, spoil: str
) -> None:
    data = Path(shutil.copytree(made_files, tmp_path / "data"))
    using = Settings(data_dir=data)
    with TestClient(create_app(using), raise_server_exceptions=False) as client:
        stores = open_stores(using)
        import_file(stores, using, example().read_bytes(), "exempel.pdf", "anna")
        with stores.public.begin() as connection:
            connection.exec_driver_sql(spoil)
        stores.dispose()
        answer = client.get("/api/v1/cases/KS-2025-00042?include=items,sources", follow_redirects=True)
    assert (answer.status_code, answer.json()["type"]) == (500, "urn:diarium:problem:register-spoilt")
    assert "diarium rebuild" in answer.json()["detail"]


def test_a_command_on_a_locked_database_says_so(
    tmp_path: Path, made_files: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    data = Path(shutil.copytree(made_files, tmp_path / "data"))
    monkeypatch.setenv("DIARIUM_DATA_DIR", str(data))
    settings.cache_clear()
    store = engine(f"sqlite:///{data / 'desk.db'}")
    monkeypatch.setattr(db, "_BUSY_MS", 1)
    with writing(store) as session:
        session.execute(sa.text("SELECT 1"))
        assert run(build, ["rebuild"]) == 1
    assert capsys.readouterr().err == "Databasen är låst av ett annat program. Försök igen om en stund.\n"
    store.dispose()
