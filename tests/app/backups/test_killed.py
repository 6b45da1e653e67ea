"""Backups and restores that are killed: the next one finishes, and takes away what was left."""

from __future__ import annotations

import os
import sys
from itertools import count
from pathlib import Path

import pytest
import sqlalchemy as sa

from app.backups.making import _being_made, back_up
from app.backups.manifest import read_manifest
from app.backups.restoring import restore
from app.db import Stores
from app.installation.checking import check
from app.installation.opening import RESTORING, RestoreUnfinished, open_stores
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
    with _being_made(beside) as others:
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
    report = check(again, there.data_dir)
    assert (report.whole, report.entries) == (True, made.entries)
    again.dispose()


def test_a_restore_that_is_done_has_swept_what_killed_ones_were_writing(kept: Path, tmp_path: Path) -> None:
    there = installation(tmp_path / "there")
    for name in count(1):
        process = os.fork()
        if not process:
            left = name

            def kill_at_last(event: str, _arguments: object) -> None:
                nonlocal left
                if event == "os.rename":
                    left -= 1
                    if not left:
                        os.kill(os.getpid(), 9)

            sys.addaudithook(kill_at_last)
            try:
                restore(there, kept)
                os._exit(0)
            finally:
                os._exit(70)
        if (end := ended(process)) == 0:
            break
        assert end == -9
        assert list(there.data_dir.rglob(".half-*")) != []
    assert name > len(read_manifest(kept).files)
    assert list(there.data_dir.rglob(".half-*")) == []
    again = open_stores(there)
    assert check(again, there.data_dir).whole
    again.dispose()
