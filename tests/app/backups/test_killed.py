"""Backups and restores that are killed: the next one finishes, and takes away what was left."""

from __future__ import annotations

import os
import sys
from itertools import count
from pathlib import Path

import pytest
import sqlalchemy as sa

from app.backups.making import back_up, being_made
from app.backups.manifest import read_manifest
from app.backups.restoring import restore
from app.db import Stores
from app.installation.checking import check
from app.installation.opening import RESTORING, RestoreUnfinished, open_stores, start
from app.settings import Settings
from tests.app.backups.conftest import installation
from tests.app.killed import ended
from tests.conftest import Databases


def test_the_next_backup_sweeps_what_a_killed_one_left(stores: Stores, using: Settings, tmp_path: Path) -> None:
    beside = tmp_path / "backups"
    beside.mkdir()
    process = os.fork()
    if not process:
        sa.event.listen(stores.desk, "checkout", lambda *_: os.kill(os.getpid(), 9) if list(beside.iterdir()) else None)
        back_up(stores, using, beside / "igår")
        os._exit(70)
    assert ended(process) == -9
    assert len(list(beside.iterdir())) == 1
    with being_made(beside) as others:
        back_up(stores, using, beside / "idag")
        assert {path.name for path in beside.iterdir()} == {"idag", others.name}


def test_a_killed_restore_is_resumed(kept: Path, empty_database: Databases, tmp_path: Path) -> None:
    """It is killed at each of its commits in turn; nobody takes what it left for an installation."""
    addresses = {"database_url": empty_database.desk_url, "public_database_url": empty_database.public_url}
    there = installation(tmp_path / "there").model_copy(update=addresses)
    half = 0
    for commit in count(1):
        process = os.fork()
        if not process:
            left = commit
            sa.event.listen(sa.Engine, "commit", lambda *_: kill_at_last())

            def kill_at_last() -> None:
                nonlocal left
                left -= 1
                if not left:
                    os.kill(os.getpid(), 9)

            try:
                restore(there, kept)
                os._exit(0)
            finally:
                os._exit(70)
        end = ended(process)
        if end == 0:
            break
        assert end == -9
        if (there.data_dir / RESTORING).exists():
            half += 1
            with pytest.raises(RestoreUnfinished):
                open_stores(there)
    assert half > 3
    made = read_manifest(kept)
    again = open_stores(there)
    report = check(again, there)
    assert (report.whole, report.entries) == (True, made.entries)
    again.dispose()


def test_another_backup_than_the_one_whose_restore_was_killed_leaves_none_of_its_files(
    kept: Path, tmp_path: Path
) -> None:
    """A file that lay there before is nobody's to take away."""
    there = installation(tmp_path / "there")
    begun = open_stores(installation(tmp_path / "other"))
    start(begun)
    back_up(begun, installation(tmp_path / "other"), tmp_path / "tom")
    begun.dispose()
    own = there.data_dir / "files/00/own.pdf"
    own.parent.mkdir(parents=True)
    own.touch()
    paths = list(read_manifest(kept).files)
    for name in (1, 1 + len(paths)):  # of the restore's own mark, and of the last file
        assert ended(_restored_until(there, kept, name)) == -9
    assert [path for path in paths if (there.data_dir / path).exists()] != []
    restore(there, tmp_path / "tom")
    assert [*there.data_dir.rglob("*.pdf")] == [own]


def test_a_restore_that_is_done_has_swept_what_killed_ones_were_writing(kept: Path, tmp_path: Path) -> None:
    there = installation(tmp_path / "there")
    for name in count(1):
        if (end := ended(_restored_until(there, kept, name))) == 0:
            break
        assert end == -9
        assert list(there.data_dir.rglob(".half-*")) != []
    assert name > len(read_manifest(kept).files)
    assert list(there.data_dir.rglob(".half-*")) == []
    again = open_stores(there)
    assert check(again, there).whole
    again.dispose()


def _restored_until(there: Settings, backup: Path, name: int) -> int:
    """A process that restores the backup, and is killed before it names its so-manieth file."""
    process = os.fork()
    if process:
        return process
    left = name

    def kill_at_last(event: str, _arguments: object) -> None:
        nonlocal left
        if event == "os.rename":
            left -= 1
            if not left:
                os.kill(os.getpid(), 9)

    sys.addaudithook(kill_at_last)
    try:
        restore(there, backup)
        os._exit(0)
    finally:
        os._exit(70)
