"""Databases that are not what they are taken for: each is called what it is, with what helps, and a public one is made anew."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
import sqlalchemy as sa

from app.cli import build
from app.commands.running import run
from app.db import Stores, newest_revision
from app.installation.checking import check
from app.installation.folder_locks import locked
from app.installation.lost import shown
from app.installation.opening import open_stores, start
from app.installation.pages import pages_are_whole
from app.installation.putting_aside import put_spoilt_public_aside
from app.installation.standing import (
    DatabasesSwapped,
    DeskSpoilt,
    NoDesk,
    NotPublic,
    PublicSpoilt,
    UnknownVersion,
    VersionGone,
    WrongDatabase,
)
from app.models.journal import entries
from app.models.register import cases
from app.settings import Settings, settings
from tests.app.installation.test_lost import commanded

LETTER = b"Hej, jag vill att torget byggs om. " * 400
DESK, PUBLIC = "desk.db", "public.db"


@pytest.fixture
def folder(two_cases: Path) -> Path:
    """The data folder, on SQLite, of an installation with two cases."""
    return Path(shutil.copytree(two_cases, settings().data_dir))


def no_database(name: str) -> Callable[[Path], None]:
    def write(folder: Path) -> None:
        without_log(folder)
        (folder / name).write_bytes(LETTER)

    return write


def half(folder: Path) -> None:
    """As much of the public database as was copied before the disk was full."""
    without_log(folder)
    whole = (folder / PUBLIC).read_bytes()
    (folder / PUBLIC).write_bytes(whole[: len(whole) // 2])


def cut_short(folder: Path) -> None:
    without_log(folder)
    (folder / PUBLIC).write_bytes((folder / PUBLIC).read_bytes()[:2_000])


def swapped(folder: Path) -> None:
    without_log(folder)
    (folder / DESK).rename(folder / "other")
    (folder / PUBLIC).rename(folder / DESK)
    (folder / "other").rename(folder / PUBLIC)


def copied(source: str, target: str) -> Callable[[Path], None]:
    def copy(folder: Path) -> None:
        without_log(folder)
        shutil.copy(folder / source, folder / target)

    return copy


def without_log(folder: Path) -> None:
    for name in (DESK, PUBLIC):
        store = sa.create_engine(f"sqlite:///{folder / name}")
        with store.connect() as connection:
            connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
        store.dispose()
        for ending in ("-wal", "-shm"):
            (folder / f"{name}{ending}").unlink(missing_ok=True)


@pytest.mark.parametrize(
    ("spoil", "error", "remedy"),
    [
        (no_database(DESK), DeskSpoilt, "diarium db restore"),
        (no_database(PUBLIC), PublicSpoilt, "diarium rebuild"),
        (swapped, DatabasesSwapped, None),
        (copied(PUBLIC, DESK), NoDesk, "diarium db restore"),
        (copied(DESK, PUBLIC), NotPublic, None),
    ],
)
def test_a_database_that_is_not_what_it_is_to_be_is_called_what_it_is(
    folder: Path,
    capsys: pytest.CaptureFixture[str],
    spoil: Callable[[Path], None],
    error: type[WrongDatabase],
    remedy: str | None,
) -> None:
    spoil(folder)
    before = {name: (folder / name).read_bytes() for name in (DESK, PUBLIC)}
    desk, public = (f"sqlite:///{folder / name}" for name in (DESK, PUBLIC))
    at = public if error in {PublicSpoilt, NotPublic} else desk
    sentence = error(database=at, desk=desk, public=public).sentence()
    for command in (["db", "upgrade"], ["check"], *([["rebuild"]] if error is not PublicSpoilt else [])):
        assert run(build, command) == 1
        assert capsys.readouterr().err.splitlines() == [sentence]
    assert run(build, ["doctor"]) == 1
    told = capsys.readouterr().out
    assert sentence in told
    assert (f"{sentence}\n           {remedy}\n" in told) == (remedy is not None)
    assert {name: (folder / name).read_bytes() for name in (DESK, PUBLIC)} == before


@pytest.mark.parametrize("spoil", [no_database(PUBLIC), half, cut_short])
def test_a_spoilt_public_database_is_made_anew_by_a_rebuild(
    folder: Path, capsys: pytest.CaptureFixture[str], spoil: Callable[[Path], None]
) -> None:
    spoil(folder)
    spoilt = (folder / PUBLIC).read_bytes()
    assert run(build, ["rebuild"]) == 0
    assert str(folder / "public.db.spoilt") in capsys.readouterr().err
    assert (folder / "public.db.spoilt").read_bytes() == spoilt
    using = settings()
    stores = open_stores(using)
    start(stores)
    assert check(stores, using).whole
    stores.dispose()
    assert run(build, ["rebuild"]) == 0
    assert "spoilt" not in capsys.readouterr().err


@pytest.mark.parametrize("statement", ["DROP TABLE alembic_version", "DELETE FROM alembic_version"])
def test_tables_that_do_not_say_their_version_are_left_alone(
    stores: Stores,
    using: Settings,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    statement: str,
) -> None:
    with stores.desk.begin() as connection:
        connection.exec_driver_sql(statement)
    commanded(using, monkeypatch)
    sentence = VersionGone(database=shown(using.database_url)).sentence()
    assert run(build, ["db", "upgrade"]) == 1
    assert capsys.readouterr().err.splitlines()[-1:] == [sentence]
    assert run(build, ["doctor"]) == 1
    assert f"{sentence}\n           diarium db restore\n" in capsys.readouterr().out


@pytest.mark.parametrize("stands", ["9999_from_a_newer_programme", "1975ea83b712"])
def test_a_database_of_another_version_is_left_alone(
    stores: Stores, using: Settings, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], stands: str
) -> None:
    with stores.desk.begin() as connection:
        connection.execute(sa.text("UPDATE alembic_version SET version_num = :stands"), {"stands": stands})
    commanded(using, monkeypatch)
    sentence = UnknownVersion(database=shown(using.database_url), stands=stands, newest=newest_revision()).sentence()
    for command in (["db", "upgrade"], ["check"], ["rebuild"]):
        assert run(build, command) == 1
        assert capsys.readouterr().err.splitlines()[-1:] == [sentence]
    assert run(build, ["doctor"]) == 1
    assert f"fel        Databas: {sentence}\n" in capsys.readouterr().out


def overwritten(name: str) -> Callable[[Path], None]:
    """The first page of a table is not what was written."""

    def overwrite(folder: Path) -> None:
        without_log(folder)
        store = sa.create_engine(f"sqlite:///{folder / name}")
        with store.connect() as connection:
            table = entries.name if name == DESK else cases.name
            page, size = (
                connection.exec_driver_sql("SELECT rootpage FROM sqlite_schema WHERE name = ?", (table,)).scalar_one(),
                connection.exec_driver_sql("PRAGMA page_size").scalar_one(),
            )
        store.dispose()
        with (folder / name).open("r+b") as file:
            file.seek((page - 1) * size)
            file.write(b"x" * size)

    return overwrite


@pytest.mark.parametrize(
    ("spoil", "error", "name"),
    [
        (overwritten(PUBLIC), PublicSpoilt, PUBLIC),
        (overwritten(DESK), DeskSpoilt, DESK),
    ],
)
def test_doctor_sees_pages_that_are_not_what_was_written(
    folder: Path,
    capsys: pytest.CaptureFixture[str],
    spoil: Callable[[Path], None],
    error: type[WrongDatabase],
    name: str,
) -> None:
    spoil(folder)
    assert run(build, ["doctor"]) == 1
    sentence = error(database=f"sqlite:///{folder / name}").sentence()
    assert f"{sentence}\n           {error.remedy}\n" in capsys.readouterr().out


def test_doctor_says_what_it_has_not_proved(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(build, ["doctor"]) == 0
    told = capsys.readouterr().out
    assert "ej prövat  Journalen: om den är vad som skrevs ser bara check\n           diarium check\n" in told
    assert pages_are_whole(f"sqlite:///{folder / DESK}", 60.0) is True
    assert pages_are_whole(f"sqlite:///{folder / DESK}", 0.0) is None


def test_a_spoilt_public_database_is_put_aside_while_nobody_opens_the_installation(
    folder: Path, tmp_path: Path
) -> None:
    without_log(folder)
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / PUBLIC).write_bytes(LETTER)
    using = settings().model_copy(update={"public_database_url": f"sqlite:///{elsewhere / PUBLIC}"})
    with ThreadPoolExecutor(1) as beside:
        with locked(folder):  # as whoever opens it does
            aside = beside.submit(put_spoilt_public_aside, using)
            with pytest.raises(TimeoutError):
                aside.result(timeout=0.2)
            assert (elsewhere / PUBLIC).read_bytes() == LETTER
        assert aside.result() == elsewhere / "public.db.spoilt"
