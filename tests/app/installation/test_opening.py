"""Installations opened: by several at once, by nobody but their own account."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.cli import build
from app.commands.running import run
from app.db import newest_revision, stands_at
from app.installation.opening import open_stores, start
from app.settings import Settings
from tests.app.killed import ended
from tests.conftest import Databases

STARTS = 4


def modes(folder: Path) -> dict[str, int]:
    """What others may do with the folder and what is in it."""
    return {str(path.relative_to(folder)): stat.S_IMODE(path.stat().st_mode) for path in (folder, *folder.rglob("*"))}


def test_several_starts_at_once_wait_for_each_other(empty_database: Databases, tmp_path: Path) -> None:
    using = Settings(
        data_dir=tmp_path / "data",
        database_url=empty_database.desk_url,
        public_database_url=empty_database.public_url,
    )
    processes = [opened_by_another(using) for _ in range(STARTS)]
    assert [ended(process) for process in processes] == [0] * STARTS
    stores = open_stores(using)
    assert stands_at(stores.desk) == newest_revision()
    stores.dispose()


def opened_by_another(using: Settings) -> int:
    """Fork a process that opens the installation; its number."""
    process = os.fork()
    if process:
        return process
    try:
        stores = open_stores(using)
        start(stores)
        stores.dispose()
        os._exit(0)
    finally:
        os._exit(70)


@pytest.fixture
def wide_open() -> Iterator[None]:
    """A machine where everybody may read what anybody makes."""
    before = os.umask(0)
    yield
    os.umask(before)


def on_sqlite(folder: Path) -> Settings:
    desk, public = (f"sqlite:///{folder / name}" for name in ("desk.db", "public.db"))
    return Settings(data_dir=folder, database_url=desk, public_database_url=public)


@pytest.mark.usefixtures("wide_open")
def test_an_installation_is_made_for_its_own_account_alone(tmp_path: Path) -> None:
    using = on_sqlite(tmp_path / "data")
    stores = open_stores(using)
    start(stores)
    made = modes(using.data_dir)
    stores.dispose()
    assert made.pop(".") == 0o700
    assert made.keys() >= {"desk.db", "public.db", "desk.db-wal", "public.db-wal"}
    assert set(made.values()) == {0o600}


@pytest.mark.usefixtures("wide_open")
def test_what_an_older_version_left_open_is_closed(
    made_files: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "data"
    folder.mkdir()
    monkeypatch.setenv("DIARIUM_DATA_DIR", str(folder))
    for name in ("desk.db", "public.db"):
        (folder / name).write_bytes((made_files / name).read_bytes())
    (folder / "files").mkdir()
    assert run(build, ["doctor"]) == 1
    assert f"chmod go= {folder} {folder}/desk.db {folder}/public.db" in capsys.readouterr().out
    open_stores(on_sqlite(folder)).dispose()
    assert modes(folder) == {".": 0o700, "files": 0o700, "desk.db": 0o600, "public.db": 0o600}
    assert run(build, ["doctor"]) == 0


@pytest.mark.usefixtures("wide_open")
def test_a_folder_with_what_is_not_ours_is_told_of_and_left(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DIARIUM_DATA_DIR", str(tmp_path))
    (tmp_path / "annat.txt").write_text("annat")
    tmp_path.chmod(0o755)
    assert run(build, ["worker", "--once"]) == 5
    assert f"Andra konton på datorn kommer åt {tmp_path}. Kör: chmod go= {tmp_path}" in capsys.readouterr().err
    kept = modes(tmp_path)
    assert (kept["."], kept["annat.txt"], kept["desk.db"]) == (0o755, 0o666, 0o600)
