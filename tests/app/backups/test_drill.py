"""The restore drill: destroy, restore, compare; and what is not a whole backup of ours is refused."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
import sqlalchemy as sa

from app.backups.errors import BackupDamaged, BackupTooNew, NotABackup, NotEmpty
from app.backups.lines import Sum
from app.backups.making import back_up
from app.backups.manifest import Table, read_manifest
from app.backups.restoring import restore
from app.cli import build
from app.commands.running import run
from app.db import Stores, engine, reading
from app.errors import InstallationDamaged, WrongUse
from app.installation.checking import check
from app.installation.opening import open_stores, start
from app.journal.derived import canonical
from app.models.journal import journal
from app.models.register import register
from app.queries.lists.changes import generation
from app.resources import example
from app.settings import Settings, settings
from tests.app.backups.conftest import fill, installation
from tests.app.importing import import_file
from tests.app.imports.test_batches import work_off
from tests.app.sheets import ALNSJO, sheet
from tests.conftest import Databases
from tests.thorough import THOROUGH

# What a restored installation has of its own: the generation of its public changes, and how far its store has followed.
OWN = {"register_meta", "followers"}
# From each database and to each; with --thorough from each to each.
FROM_AND_TO = [
    (one, other) for one in ("sqlite", "postgresql") for other in ("sqlite", "postgresql") if THOROUGH or one != other
]


def rows(stores: Stores) -> dict[str, list[bytes]]:
    held = {}
    for name, store, tables in (
        ("desk", stores.desk, (*journal.tables.values(), *register.tables.values())),
        ("public", stores.public, tuple(register.tables.values())),
    ):
        with reading(store) as session:
            for table in tables:
                if table.name not in OWN:
                    found = session.execute(sa.select(table)).mappings()
                    held[f"{name} {table.name}"] = sorted(
                        canonical({str(k): v for k, v in row.items()}) for row in found
                    )
    return held


def pdfs(using: Settings) -> dict[str, str]:
    return {
        str(path.relative_to(using.data_dir)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in using.data_dir.rglob("*.pdf")
    }


@pytest.mark.parametrize(("database", "empty_database"), FROM_AND_TO, indirect=True)
def test_destroy_restore_compare(stores: Stores, using: Settings, empty_database: Databases, tmp_path: Path) -> None:
    fill(stores, using)
    made = back_up(stores, using, tmp_path / "kopia")
    before, files = rows(stores), pdfs(using)
    shutil.rmtree(using.data_dir)
    there = installation(tmp_path / "there")
    if empty_database.desk_url.startswith("postgresql"):
        addresses = {"database_url": empty_database.desk_url, "public_database_url": empty_database.public_url}
        there = there.model_copy(update=addresses)
    assert restore(there, tmp_path / "kopia") == made
    again = open_stores(there)
    assert rows(again) == before
    assert pdfs(there) == files
    report = check(again, there)
    assert (report.whole, report.entries) == (True, made.entries)
    (outcome,) = work_off(again, there)
    assert outcome.upload.claims.name == "blad.pdf"
    import_file(again, there, sheet(2), "efter.pdf", "anna", ALNSJO)
    assert check(again, there).whole
    with reading(stores.public) as old, reading(again.public) as new:
        assert generation(old) != generation(new)
    again.dispose()


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
def test_a_backup_of_another_register_is_published_anew(
    stores: Stores, using: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(stores, using)
    with monkeypatch.context() as older:
        older.setattr("app.backups.making.REGISTER_VERSION", "1")
        back_up(stores, using, tmp_path / "kopia")
    there = installation(tmp_path / "there")
    restore(there, tmp_path / "kopia")
    again = open_stores(there)
    assert check(again, there).whole
    assert rows(again)["public items"] == rows(stores)["public items"] != []
    again.dispose()


def test_nothing_is_left_out(stores: Stores, using: Settings, tmp_path: Path) -> None:
    """But for the public checkpoints, which each store that lacks them is given, for what only an upgrade holds on to, and for
    what follows from the rest: the indexes of words, and the tickets of jobs that wait."""
    made = back_up(stores, using, tmp_path / "kopia")
    for name, store in (("desk", stores.desk), ("public", stores.public)):
        there = {table for table in sa.inspect(store).get_table_names() if "_fts_" not in table} - {"alembic_version"}
        there = {table for table in there if not table.startswith("procrastinate_")}
        there -= {"checkpoints", "announced_before"} if name == "public" else set()
        assert {f"{name}/{table}.jsonl" for table in there} == {p for p in made.tables if p.startswith(name)}


def test_the_same_installation_twice_is_the_same_lines(stores: Stores, using: Settings, tmp_path: Path) -> None:
    fill(stores, using)
    one, other = (back_up(stores, using, tmp_path / name) for name in ("ett", "två"))
    written = "desk/checkpoints.jsonl"
    assert (one.tables.pop(written).rows, other.tables.pop(written).rows) == (1, 2)
    assert (one.tables, one.files, one.head) == (other.tables, other.files, other.head)


def drop_a_file(folder: Path) -> None:
    next(folder.glob("files/*/*.pdf")).unlink()


def drop_what_waits(folder: Path) -> None:
    next(folder.glob("incoming/*.pdf")).unlink()


def drop_a_table(folder: Path) -> None:
    (folder / "desk" / "imports.jsonl").unlink()


def drop_a_line(folder: Path) -> None:
    path = folder / "desk" / "entries.jsonl"
    path.write_bytes(b"".join(path.read_bytes().splitlines(keepends=True)[:-1]))


def flip(path: Path, at: int) -> None:
    held = bytearray(path.read_bytes())
    held[at] ^= 1
    path.write_bytes(held)


def flip_a_bit_of_a_file(folder: Path) -> None:
    flip(next(folder.glob("files/*/*.pdf")), 5_000)


def flip_a_bit_of_the_journal(folder: Path) -> None:
    flip(folder / "desk" / "entries.jsonl", 700)


def flip_a_bit_of_the_public_register(folder: Path) -> None:
    flip(folder / "public" / "matters.jsonl", 30)


def flip_a_bit_of_the_manifest(folder: Path) -> None:
    manifest = folder / "manifest.json"
    flip(manifest, manifest.read_bytes().index(b'"rows": ') + len(b'"rows": '))


def bring_yesterdays_manifest(folder: Path) -> None:
    """The manifest of an earlier backup of the same installation: whole in itself, but of other rows."""
    using = installation(folder.parent / "yesterday")
    stores = open_stores(using)
    start(stores)
    back_up(stores, using, folder.parent / "yesterdays")
    stores.dispose()
    shutil.copy(folder.parent / "yesterdays" / "manifest.json", folder / "manifest.json")


def rewrite_history(folder: Path) -> None:
    """Change an entry and make lines and manifest agree on it: the chain does not."""
    path = folder / "desk" / "entries.jsonl"
    lines = [json.loads(line) for line in path.read_bytes().splitlines()]
    lines[1]["content"] = lines[1]["content"].replace("anna", "bosse")
    put_table(folder, path, [canonical(line) for line in lines])


def drop_a_file_and_its_line(folder: Path) -> None:
    made = read_manifest(folder)
    path = next(path for path in made.files if path.startswith("files/"))
    (folder / path).unlink()
    del made.files[path]
    made.write(folder)


def put_table(folder: Path, path: Path, lines: list[bytes]) -> None:
    data = b"".join(line + b"\n" for line in lines)
    path.write_bytes(data)
    total = Sum()
    for line in lines:
        total.add(line)
    made = read_manifest(folder)
    made.tables[str(path.relative_to(folder))] = Table(
        len(lines), len(data), hashlib.sha256(data).hexdigest(), str(total)
    )
    made.write(folder)


DAMAGES = [
    drop_a_file,
    drop_what_waits,
    drop_a_table,
    drop_a_line,
    flip_a_bit_of_a_file,
    flip_a_bit_of_the_journal,
    flip_a_bit_of_the_public_register,
    flip_a_bit_of_the_manifest,
    bring_yesterdays_manifest,
    rewrite_history,
    drop_a_file_and_its_line,
]


@pytest.mark.parametrize("damage", DAMAGES, ids=lambda damage: damage.__name__.replace("_", " "))
def test_what_is_not_as_it_was_made_is_refused(damage: Callable[[Path], None], copy: Path, tmp_path: Path) -> None:
    damage(copy)
    there = installation(tmp_path / "there")
    with pytest.raises(BackupDamaged):
        restore(there, copy)
    assert not (tmp_path / "there" / "desk.db").exists() or held_in(there) == 0


def held_in(there: Settings) -> int:
    """Rows in the journal of an installation that was not restored."""
    store = engine(there.database_url)
    with store.connect() as connection:
        count = connection.execute(sa.select(sa.func.count()).select_from(journal.tables["entries"])).scalar_one()
    store.dispose()
    return count


def test_a_manifest_names_no_place_outside_the_installation(copy: Path, tmp_path: Path) -> None:
    made = read_manifest(copy)
    path, stored = next(iter(made.files.items()))
    made.files["files/../../outside.pdf"] = stored
    shutil.copy(copy / path, copy.parent / "outside.pdf")
    made.write(copy)
    with pytest.raises(BackupDamaged):
        restore(installation(tmp_path / "there"), copy)


def test_a_copied_database_is_no_backup(kept: Path, tmp_path: Path) -> None:
    copied = Path(shutil.copytree(kept.parent / "data", tmp_path / "copied"))
    for source in (copied, copied / "desk.db", tmp_path / "nosuch"):
        with pytest.raises(NotABackup):
            restore(installation(tmp_path / "there"), source)
    assert not (tmp_path / "there").exists()


def test_an_installation_that_holds_anything_is_not_written_over(stores: Stores, using: Settings, kept: Path) -> None:
    before = rows(stores)
    with pytest.raises(NotEmpty):
        restore(using, kept)
    assert rows(stores) == before


def test_a_database_of_something_else_is_not_taken_for_a_public_register_that_was_left(
    kept: Path, tmp_path: Path
) -> None:
    address = f"sqlite:///{tmp_path / 'other.db'}"
    other = sa.create_engine(address)
    with other.begin() as connection:
        connection.exec_driver_sql("CREATE TABLE letters (text)")
        connection.exec_driver_sql("INSERT INTO letters VALUES ('Hej')")
    with pytest.raises(NotEmpty):
        restore(Settings(data_dir=tmp_path / "there", public_database_url=address), kept)
    with other.connect() as connection:
        assert connection.exec_driver_sql("SELECT text FROM letters").scalar() == "Hej"
    other.dispose()


def test_what_was_refused_can_be_restored_when_it_is_mended(copy: Path, kept: Path, tmp_path: Path) -> None:
    rewrite_history(copy)
    there = installation(tmp_path / "there")
    with pytest.raises(BackupDamaged):
        restore(there, copy)
    assert list(there.data_dir.rglob("*.pdf")) == []
    assert restore(there, kept).entries == read_manifest(kept).entries


def test_a_backup_is_for_its_own_account_alone(kept: Path) -> None:
    assert {path.stat().st_mode & 0o777 for path in kept.rglob("*") if path.is_file()} == {0o600}
    assert kept.stat().st_mode & 0o777 == 0o700


def test_a_backups_manifest_is_durable_before_it_has_its_name(
    stores: Stores, using: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    synced: set[int] = set()
    fsync = os.fsync

    def seen(handle: int) -> None:
        fsync(handle)
        synced.add(os.fstat(handle).st_ino)

    monkeypatch.setattr(os, "fsync", seen)
    back_up(stores, using, tmp_path / "kopia")
    whole = (tmp_path, tmp_path / "kopia", *(tmp_path / "kopia").rglob("*"))
    assert [path for path in whole if path.stat().st_ino not in synced] == []


def test_a_backup_of_a_newer_programme_is_refused(copy: Path, tmp_path: Path) -> None:
    said = json.loads((copy / "manifest.json").read_bytes())
    newer = read_manifest(copy)
    object.__setattr__(newer, "revision", "9999_tomorrow")
    newer.write(copy)
    assert said["revision"] != newer.revision
    with pytest.raises(BackupTooNew):
        restore(installation(tmp_path / "there"), copy)


def test_a_backup_is_not_written_over(stores: Stores, using: Settings, tmp_path: Path) -> None:
    back_up(stores, using, tmp_path / "kopia")
    with pytest.raises(WrongUse):
        back_up(stores, using, tmp_path / "kopia")


def with_other_bytes(path: Path) -> None:
    path.write_bytes(b"something else")


def with_a_pipe(path: Path) -> None:
    """At which whoever reads waits without end."""
    path.unlink()
    os.mkfifo(path)


@pytest.mark.parametrize("lost", [with_other_bytes, with_a_pipe])
def test_an_installation_that_has_lost_a_file_is_not_backed_up(
    stores: Stores, using: Settings, tmp_path: Path, lost: Callable[[Path], None]
) -> None:
    import_file(stores, using, sheet(1), "blad.pdf", "anna", ALNSJO)
    lost(next(using.data_dir.glob("files/*/*.pdf")))
    with pytest.raises(InstallationDamaged):
        back_up(stores, using, tmp_path / "kopia")
    assert sorted(path.name for path in tmp_path.iterdir() if "kopia" in path.name) == []


def test_by_command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(tmp_path)
    assert run(build, ["import", str(example())]) == 0
    capsys.readouterr()
    assert run(build, ["db", "backup", "kopia"]) == 0
    backed_up = capsys.readouterr().out
    assert backed_up.splitlines()[-1] == f"Sigill: {read_manifest(Path('kopia')).seal}"
    assert run(build, ["db", "restore", "kopia"]) == 2
    assert "återställs bara till en tom installation" in capsys.readouterr().err
    monkeypatch.setenv("DIARIUM_DATA_DIR", str(tmp_path / "ny"))
    settings.cache_clear()
    assert run(build, ["db", "restore", "kopia"]) == 0
    assert capsys.readouterr().out == backed_up
    assert run(build, ["check"]) == 0
