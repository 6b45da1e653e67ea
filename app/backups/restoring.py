"""Restoring a backup into an empty installation, and proving that it came back whole.

The backup is read through and held against its manifest before anything is written. Then every row that was loaded is
counted and hashed again in the database, the journal's chain is recomputed to its last entry, and every file is hashed
where it now lies; only then is it an installation.
"""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Sequence
from itertools import chain
from pathlib import Path

import sqlalchemy as sa
from alembic.util import CommandError
from sqlalchemy.orm import Session

from app.backups.errors import BackupDamaged, BackupTooNew, NotEmpty
from app.backups.lines import load_table, sum_of
from app.backups.manifest import Manifest, Stored, Table, read_manifest
from app.db import engine, stands_at, upgrade, writing
from app.errors import DiariumError
from app.imports.queue import free_all
from app.installation.lost import holds_anything, may_be_made_anew
from app.installation.opening import RESTORING, open_unproved, prepare_public_anew, start
from app.installation.purging import purge_again
from app.journal import files
from app.journal.append import first_broken, stored_files
from app.journal.storage import Storage, storage_of
from app.journal.stored import FILES, INCOMING
from app.models.journal import entries, followers
from app.models.published import published
from app.models.register import register_meta
from app.projection.version import REGISTER_VERSION
from app.settings import Settings

_CHUNK = 1 << 20


def restore(settings: Settings, source: Path, purged: Sequence[Path] = ()) -> Manifest:
    """Restore the backup in the folder `source` into the installation of these settings, which must hold nothing: a public
    register that its journal is gone from is made anew.

    A restore of the same backup that was killed is resumed; until it is done, nobody can open the installation.
    What was purged after the backup was made is purged again, by the list that lies in the data folder and those given.
    Raises `NotABackup`, `BackupDamaged`, `BackupTooNew`, and `NotEmpty` where the installation holds anything; either
    way no row has been written.
    """
    manifest, storage = read_manifest(source), storage_of(settings)
    _prove(manifest, source)
    if not _is_of(settings.data_dir, manifest):
        if holds_anything(settings.database_url) or not may_be_made_anew(settings.public_database_url):
            raise NotEmpty
        _take_back_files(settings.data_dir, storage)  # of another backup, whose restore was killed
        settings.data_dir.mkdir(mode=0o700, parents=True, exist_ok=True)
        _begin(manifest, settings.data_dir, storage)
    try:
        _restore_files(manifest, source, storage)
        _restore_desk(manifest, source, settings.database_url)
    except DiariumError:  # and no row is written
        _take_back_files(settings.data_dir, storage)
        (settings.data_dir / RESTORING).unlink()
        raise
    is_loaded = _restore_public(manifest, source, settings.public_database_url)
    stores = open_unproved(settings)
    try:
        with writing(stores.desk) as desk, writing(stores.public) as public:
            free_all(desk)
            _begin_generation(desk, public, is_loaded)
        start(stores)
        purge_again(stores, settings, purged)
    finally:
        stores.dispose()
    files.drop_halves(settings.data_dir)  # of earlier restores that were killed: nobody else writes here yet
    (settings.data_dir / RESTORING).unlink()
    files.sync_folder(settings.data_dir)
    return manifest


def _begin(manifest: Manifest, data: Path, storage: Storage) -> None:
    """Say what is begun here, before it is: the backup's seal, and under it the files that were not here before."""
    there = {kept.key for room in (FILES, INCOMING) for kept in storage.list(room)}
    new = [key for key in manifest.files if key not in there]
    files.write(data / RESTORING, "\n".join([manifest.seal, *new]).encode())


def _begun(data: Path) -> tuple[str, list[str]]:
    """The seal of the backup whose restore was begun here, and the files that are only here through it."""
    try:
        seal, *new = (data / RESTORING).read_text().splitlines()
    except FileNotFoundError:
        return "", []
    return seal, new


def _is_of(data: Path, manifest: Manifest) -> bool:
    """Whether what was begun here is the restore of this backup."""
    seal, _new = _begun(data)
    return seal == manifest.seal


def _take_back_files(data: Path, storage: Storage) -> None:
    _seal, new = _begun(data)
    for key in new:
        storage.delete(key)


def _prove(manifest: Manifest, folder: Path) -> None:
    """Hold everything in the folder against the manifest. Raises `BackupDamaged` with the first that differs."""
    for path, entry in chain[tuple[str, Table | Stored]](manifest.tables.items(), manifest.files.items()):
        if _measured(folder / path) != (entry.bytes, entry.sha256):
            raise BackupDamaged(path)


def _measured(path: Path) -> tuple[int, str] | None:
    """The size and sha256 of a file, None where there is none."""
    digest, size = hashlib.sha256(), 0
    try:
        with path.open("rb") as file:
            while chunk := file.read(_CHUNK):
                digest.update(chunk)
                size += len(chunk)
    except OSError:
        return None
    return size, digest.hexdigest()


def _restore_files(manifest: Manifest, source: Path, storage: Storage) -> None:
    """Put every file where files lie, and read it back."""
    for key, entry in manifest.files.items():
        storage.put(key, (source / key).read_bytes())
        held = storage.get(key)
        if (len(held), files.sha256(held)) != (entry.bytes, entry.sha256):
            raise BackupDamaged(key)


def _restore_desk(manifest: Manifest, source: Path, url: str) -> None:
    """Load the desk's tables as they stood, in the form that they had when the backup was made; all of them or none."""
    store = engine(url)
    held = sa.MetaData()
    try:
        if _holds_all(store, manifest):
            return
        try:
            upgrade(url, manifest.revision)
        except CommandError as unknown:
            raise BackupTooNew from unknown
        with writing(store) as session:
            held.reflect(session.connection(), only=list(_tables(manifest, "desk")))
            _load(session, held, manifest, source, "desk")
            last = session.execute(sa.select(entries.c.hash).order_by(entries.c.seq.desc()).limit(1)).scalar()
            if first_broken(session) is not None or last != manifest.head:
                raise BackupDamaged("desk/entries.jsonl")
            for digest in stored_files(session):
                if files.key_of(digest) not in manifest.files:
                    raise BackupDamaged(files.key_of(digest))
    finally:
        store.dispose()


def _holds_all(desk: sa.Engine, manifest: Manifest) -> bool:
    """Whether a restore that was killed later on had loaded the desk's tables."""
    if stands_at(desk) is None:
        return False
    with desk.connect() as connection:
        return connection.execute(sa.select(entries.c.seq).where(entries.c.hash == manifest.head)).first() is not None


def _restore_public(manifest: Manifest, source: Path, url: str) -> bool:
    """Load the public register; one of another version is left to be built from the journal. Whether it was loaded."""
    prepare_public_anew(url)
    if manifest.register != REGISTER_VERSION:
        return False
    store = engine(url)
    try:
        with writing(store) as session:
            _load(session, published, manifest, source, "public")
    finally:
        store.dispose()
    return True


def _load(session: Session, metadata: sa.MetaData, manifest: Manifest, source: Path, room: str) -> None:
    """Load the tables of one database and hold what it then has against the manifest."""
    connection = session.connection()
    expected = _tables(manifest, room)
    if set(expected) != {table.name for table in metadata.sorted_tables}:
        raise BackupDamaged(room)
    for table in metadata.sorted_tables:
        if table.name == register_meta.name:
            connection.execute(table.delete())
        load_table(connection, table, source / room / f"{table.name}.jsonl")
    for table in metadata.sorted_tables:
        found = sum_of(connection, table)
        if (found.rows, str(found)) != (expected[table.name].rows, expected[table.name].sum):
            raise BackupDamaged(f"{room}/{table.name}.jsonl")


def _tables(manifest: Manifest, room: str) -> dict[str, Table]:
    return {Path(path).stem: table for path, table in manifest.tables.items() if Path(path).parent.name == room}


def _begin_generation(desk: Session, public: Session, is_loaded: bool) -> None:
    """Whoever follows the public changes may have seen later ones than the backup holds, and is to begin anew. A public
    register that was not loaded has followed nothing yet."""
    generation = secrets.token_hex(8)
    public.execute(register_meta.update().where(register_meta.c.key == "generation").values(value=generation))
    if is_loaded:
        desk.execute(followers.update().values(generation=generation))
