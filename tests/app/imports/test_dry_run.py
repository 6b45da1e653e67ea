"""An import that is tried: it says what would change, and nothing has."""

from __future__ import annotations

import hashlib
import os
import tempfile
from pathlib import Path

import pytest
import sqlalchemy as sa

from app.db import Stores, reading
from app.errors import DatabaseNotReady, NotAPdf
from app.imports.dry_run import DryRun, try_import
from app.imports.uploads import Claims, Receipt, State
from app.installation.folder_locks import locked
from app.models.journal import journal
from app.models.register import register
from app.settings import Settings
from tests.app.importing import import_file
from tests.app.sheets import ALNSJO, sheet


def tried(using: Settings, folder: Path, *files: bytes) -> DryRun:
    named = []
    for n, data in enumerate(files):
        path = folder / f"{n}.pdf"
        path.write_bytes(data)
        named.append((path, Claims(path.name, "anna", ALNSJO)))
    return try_import(using, named, readers=2)


def everything(stores: Stores) -> dict[str, list[tuple[object, ...]]]:
    """Every row of both databases, by table."""
    held = {}
    for name, store, tables in (
        ("desk", stores.desk, (*journal.tables.values(), *register.tables.values())),
        ("public", stores.public, tuple(register.tables.values())),
    ):
        with reading(store) as session:
            for table in tables:
                held[f"{name} {table.name}"] = sorted(map(tuple, session.execute(sa.select(table))), key=repr)
    return held


def states(made: DryRun) -> list[str]:
    return [one.state if isinstance(one, Receipt) else one.code for one in made.outcomes]


def test_it_says_what_each_file_would_come_to_and_writes_nothing(
    stores: Stores, using: Settings, tmp_path: Path
) -> None:
    import_file(stores, using, sheet(1), "ett.pdf", "anna", ALNSJO)
    before = everything(stores)
    files = {path: hashlib.sha256(path.read_bytes()).hexdigest() for path in using.data_dir.rglob("*.pdf")}
    made = tried(using, tmp_path, sheet(1), sheet(2), b"<html>", sheet(2))
    assert states(made) == [State.DUPLICATE, State.IMPORTED, NotAPdf.code, State.DUPLICATE]
    assert everything(stores) == before
    assert {path: hashlib.sha256(path.read_bytes()).hexdigest() for path in using.data_dir.rglob("*.pdf")} == files


def test_the_rows_that_would_differ_are_those_that_do(stores: Stores, using: Settings, tmp_path: Path) -> None:
    import_file(stores, using, sheet(1), "ett.pdf", "anna", ALNSJO)
    made = tried(using, tmp_path, sheet(2))
    before = {name: len(rows) for name, rows in everything(stores).items()}
    import_file(stores, using, sheet(2), "två.pdf", "anna", ALNSJO)
    after = {name: len(rows) for name, rows in everything(stores).items()}
    for table in register.tables:
        counts = made.rows.get(table)
        difference = counts.new - counts.gone if counts else 0
        assert (table, difference) == (table, after[f"desk {table}"] - before[f"desk {table}"])
    assert made.rows["matters"].new == 1


def test_what_is_not_made_yet_is_not_made_by_trying(tmp_path: Path) -> None:
    nowhere = tmp_path / "nowhere"
    using = Settings(data_dir=nowhere)
    (tmp_path / "files").mkdir()
    assert states(tried(using, tmp_path / "files", sheet(1))) == [State.IMPORTED]
    assert not nowhere.exists()


def test_tables_that_are_too_old_are_not_brought_up_to_date(stores: Stores, using: Settings, tmp_path: Path) -> None:
    with stores.desk.begin() as connection:
        connection.execute(sa.text("UPDATE alembic_version SET version_num = '0001_journal'"))
    with pytest.raises(DatabaseNotReady):
        tried(using, tmp_path, sheet(1))


def test_what_a_killed_try_left_is_swept_and_what_another_holds_is_not(
    using: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    left, held, new = (tmp_path / f"diarium-dry-run-{name}" for name in ("left", "held", "new"))
    for folder in (left, held, new):
        folder.mkdir()
        (folder / "0").write_bytes(b"{}")
    for folder in (left, held):
        os.utime(folder, (0, 0))
    with locked(held):
        try_import(using, [])
    assert sorted(path.name for path in tmp_path.glob("diarium-*")) == ["diarium-dry-run-held", "diarium-dry-run-new"]
