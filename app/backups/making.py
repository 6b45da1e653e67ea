"""Making a backup while the installation works on: one instant of both databases, and the files that they speak of."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

import sqlalchemy as sa

from app.backups.lines import write_table
from app.backups.manifest import Manifest, Stored, Table
from app.db import Stores, stands_at, writing
from app.errors import InstallationDamaged, WrongUse
from app.imports.queue import JobState
from app.installation.folder_locks import locked
from app.journal import files
from app.journal.append import now, stored_files
from app.journal.checkpoints import make_checkpoint
from app.journal.storage import Storage, storage_of
from app.journal.stored import key_of_upload
from app.language.i18n import gettext as _
from app.models.journal import entries, jobs, journal
from app.models.published import published
from app.models.register import register, register_meta
from app.projection.version import REGISTER_VERSION
from app.settings import Settings

_UNFINISHED = ".diarium-backup-"


def back_up(stores: Stores, settings: Settings, target: Path) -> Manifest:
    """Back the installation up into the folder `target`, which must not hold anything yet.

    Nothing is at `target` before all of it is, durably. Raises `WrongUse` where something is there already, and
    `InstallationDamaged` where a file is missing or is not what was filed.
    """
    if target.is_file() or (target.is_dir() and any(target.iterdir())):
        raise WrongUse(_("{path} finns redan. Ange en mapp som inte finns.").format(path=target))
    target.parent.mkdir(parents=True, exist_ok=True)
    make_checkpoint(stores)
    with being_made(target.parent) as folder, ExitStack() as failed:
        failed.callback(shutil.rmtree, folder, ignore_errors=True)
        made = _write(stores, storage_of(settings), folder)
        for written in (*folder.rglob("*/"), folder):
            files.sync_folder(written)
        folder.rename(target)
        failed.pop_all()
    files.sync_folder(target.parent)
    return made


@contextmanager
def being_made(beside: Path) -> Iterator[Path]:
    """A new folder, locked while the block runs. Those whose maker was killed have lost their lock, and are swept."""
    with ExitStack() as stack:
        with locked(beside):  # nobody sweeps a folder between its making and its lock
            for left in beside.glob(f"{_UNFINISHED}*"):
                with suppress(BlockingIOError, FileNotFoundError), locked(left, wait=False):
                    shutil.rmtree(left)
            made = Path(tempfile.mkdtemp(dir=beside, prefix=_UNFINISHED))
            stack.enter_context(locked(made))
        yield made


def _write(stores: Stores, storage: Storage, folder: Path) -> Manifest:
    stored: dict[str, Stored] = {}
    tables: dict[str, Table] = {}
    with ExitStack() as stack:
        with writing(stores.desk):  # nobody ends an import now: both databases and the queue's files are of one instant
            desk, public = (stack.enter_context(instant(store)) for store in (stores.desk, stores.public))
            for upload in desk.execute(sa.select(jobs.c.id).where(jobs.c.state != JobState.DONE)).scalars():
                key = key_of_upload(upload)
                stored[key] = _copy(storage, folder, key)
        for name, connection, metadata in (("desk", desk, (journal, register)), ("public", public, (published,))):
            for table in (table for held in metadata for table in held.sorted_tables):
                path = f"{name}/{table.name}.jsonl"
                tables[path] = write_table(connection, table, folder / path)
        for digest in stored_files(desk):
            key = files.key_of(digest)
            stored[key] = _copy(storage, folder, key)
            if stored[key].sha256 != digest:
                raise InstallationDamaged(key)
        last = desk.execute(sa.select(entries.c.seq, entries.c.hash).order_by(entries.c.seq.desc()).limit(1)).one()
    stands = stands_at(stores.desk)
    made = Manifest(now(), stands or "", REGISTER_VERSION, last.seq, last.hash, tables, stored)
    made.write(folder)
    return made


@contextmanager
def instant(store: sa.Engine) -> Iterator[sa.Connection]:
    """A connection that goes on seeing the database as it is now."""
    level = {"isolation_level": "REPEATABLE READ"} if store.dialect.name == "postgresql" else {}
    with store.connect() as connection:
        connection.execution_options(**level)
        connection.execute(sa.select(sa.literal(1)).select_from(register_meta).limit(1))
        yield connection


def _copy(storage: Storage, folder: Path, key: str) -> Stored:
    try:
        held = storage.get(key)
    except FileNotFoundError as missing:
        raise InstallationDamaged(key) from missing
    files.write(folder / key, held)
    return Stored(len(held), files.sha256(held))
