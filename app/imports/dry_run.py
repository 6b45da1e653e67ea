"""An import that is only tried: what each file would come to and which rows it would change, with nothing written.

Everything is read first. Then all is filed in one transaction, each file on top of those before it, which is taken back
at the end; whoever else would write waits that long.
"""

from __future__ import annotations

import shutil
import tempfile
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine import make_url
from sqlalchemy.orm import ORMExecuteState, Session

from app.db import Stores, engine, newest_revision, stands_at, trial
from app.errors import DatabaseNotReady, DiariumError, FileNotFound
from app.imports.filing import REFUSALS, file_upload, read_data, whose
from app.imports.uploads import Claims, Receipt, Upload
from app.installation.folder_locks import locked
from app.installation.opening import open_stores
from app.installation.standing import refuse_wrong
from app.journal.append import open_journal
from app.journal.files import read_bytes, sha256
from app.models.register import register
from app.queries.places import not_swedish
from app.settings import Settings
from importers.bundle import bundle_from_json, bundle_to_bytes

_PREFIX = "diarium-dry-run-"
_JUST_MADE = 60.0  # seconds in which a folder may not be held yet
_MENDING = (sqlite.Insert, postgresql.Insert)  # of rows that may be there already, which are changed then


@dataclass(slots=True)
class RowCounts:
    """How many rows of a table would come, change and go."""

    new: int = 0
    changed: int = 0
    gone: int = 0


@dataclass(slots=True)
class DryRun:
    """What each file would come to, in the order given, and the rows of the register that would differ, by table;
    `unknown` is what there is to say of a municipality given for them that neither Sweden nor the register has."""

    outcomes: list[Receipt | DiariumError] = field(default_factory=list)
    rows: dict[str, RowCounts] = field(default_factory=dict)
    unknown: str | None = None


@dataclass(frozen=True, slots=True)
class Read:
    """A file's reading, put away as JSON until its turn comes."""

    upload: Upload
    bundle: Path


def try_import(settings: Settings, files: Sequence[tuple[Path, Claims]], readers: int = 1) -> DryRun:
    """Try the import of these files. Raises `DatabaseNotReady` where the tables are older than the programme."""
    _sweep()
    with _held_folder() as folder, ThreadPoolExecutor(readers) as pool:
        places = [folder / str(n) for n in range(len(files))]
        read = list(pool.map(_read, files, places))
        with _installation(settings, folder) as stores:
            return _file_all(stores, settings, read)


@contextmanager
def _held_folder() -> Iterator[Path]:
    """A folder for what is read, in one that is held for as long as it is used: whoever opens an installation in it waits
    for a lock of its own.
    """
    with tempfile.TemporaryDirectory(prefix=_PREFIX) as name, locked(Path(name)):
        folder = Path(name) / "tried"
        folder.mkdir()
        yield folder


def _sweep() -> None:
    """Take away the folders of tries that were killed: nobody holds them any more."""
    for left in Path(tempfile.gettempdir()).glob(f"{_PREFIX}*"):
        with suppress(OSError):
            if time.time() - left.stat().st_mtime < _JUST_MADE:
                continue
            with locked(left, wait=False):
                shutil.rmtree(left)


def _read(given: tuple[Path, Claims], place: Path) -> Read | DiariumError:
    path, claims = given
    try:
        data = read_bytes(path)
        digest = sha256(data)
        bundle = read_data(data, claims.name, digest)
    except (*REFUSALS, FileNotFound) as problem:
        return problem
    place.write_bytes(bundle_to_bytes(bundle))
    return Read(Upload("", digest, claims), place)


def _file_all(stores: Stores, settings: Settings, read: Sequence[Read | DiariumError]) -> DryRun:
    run = DryRun()
    with trial(stores.desk) as session:
        open_journal(session)
        run.unknown = _unknown(session, read)
        run.rows = _watch(session)
        for one in read:
            run.outcomes.append(one if isinstance(one, DiariumError) else _file(session, settings, one))
    return run


def _unknown(session: Session, read: Sequence[Read | DiariumError]) -> str | None:
    places = {one.upload.claims.place for one in read if isinstance(one, Read)}
    warnings = (not_swedish(session, place) for place in places if place is not None)
    return next((warning for warning in warnings if warning), None)


def _file(session: Session, settings: Settings, read: Read) -> Receipt | DiariumError:
    bundle = bundle_from_json(read.bundle.read_bytes())
    try:
        place = read.upload.claims.place or whose(bundle, settings)
    except REFUSALS as problem:
        return problem
    return file_upload(session, bundle, place, read.upload)


def _watch(session: Session) -> dict[str, RowCounts]:
    """Count from now on what the session writes in the register, by table."""
    counts: dict[str, RowCounts] = {}

    def count(state: ORMExecuteState) -> sa.Result[Any] | None:
        statement = state.statement
        if not isinstance(statement, sa.Insert | sa.Update | sa.Delete):
            return None
        table = statement.table
        if not isinstance(table, sa.Table) or table.metadata is not register:
            return None
        rows = counts.setdefault(table.name, RowCounts())
        mends = isinstance(statement, _MENDING)
        there = _size(session, table) if mends else 0
        result = state.invoke_statement()
        if isinstance(statement, sa.Insert):
            given = len(state.parameters) if isinstance(state.parameters, list) else 1
            new = _size(session, table) - there if mends else given
            rows.new += new
            rows.changed += given - new
        elif isinstance(statement, sa.Update):
            rows.changed += result.rowcount  # type: ignore[attr-defined] # a Result of DML is a CursorResult
        else:
            rows.gone += result.rowcount  # type: ignore[attr-defined] # as above
        return result

    sa.event.listen(session, "do_orm_execute", count)
    return counts


def _size(session: Session, table: sa.Table) -> int:
    return int(session.execute(sa.select(sa.func.count()).select_from(table)).scalar_one())


@contextmanager
def _installation(settings: Settings, folder: Path) -> Iterator[Stores]:
    """The installation as it stands, or an empty one in `folder` where it is not made yet: trying makes nothing."""
    refuse_wrong(settings)
    desk = make_url(settings.database_url)
    if desk.get_backend_name() == "sqlite" and not Path(desk.database or "").is_file():
        stores = _empty(settings, folder)
    else:
        stores = Stores(engine(settings.database_url), engine(settings.public_database_url, read_only=True))
        stands, newest = stands_at(stores.desk), newest_revision()
        if stands is None:
            stores.dispose()
            stores = _empty(settings, folder)
        elif stands != newest:
            stores.dispose()
            raise DatabaseNotReady
    try:
        yield stores
    finally:
        stores.dispose()


def _empty(settings: Settings, folder: Path) -> Stores:
    desk, public = (f"sqlite:///{folder / name}" for name in ("desk.db", "public.db"))
    own = {"data_dir": folder, "database_url": desk, "public_database_url": public, "files_url": None}
    return open_stores(settings.model_copy(update=own))
