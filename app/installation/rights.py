"""Who else on the machine may look into an installation: nobody.

What the programme makes it makes for its own account alone, and what an older version left open it closes when it starts:
only the programme has a use for it. A folder that also holds what is not ours is left as it is, since others may have their
business there, and told of instead.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from sqlalchemy.engine import make_url

from app.settings import Settings

_OTHERS = 0o077
_FOLDERS = ("files", "incoming", "workers")
# What SQLite leaves beside a database.
_BESIDE = ("", "-wal", "-shm", "-journal")


def close_to_others(settings: Settings) -> None:
    """Take from everybody else the right to what is ours, where it is this account's to take."""
    for path in (*_databases(settings), *_folders(settings)):
        with suppress(PermissionError):
            if path.exists() and path.stat().st_mode & _OTHERS:
                path.chmod(path.stat().st_mode & ~_OTHERS)


def open_to_others(settings: Settings) -> list[Path]:
    """The data folder and the databases, those of them that others on the machine may look into."""
    looked_at = (settings.data_dir, *_databases(settings))
    return [path for path in looked_at if path.exists() and path.stat().st_mode & _OTHERS]


def database_files(url: str) -> Iterator[Path]:
    """The files that SQLite keeps a database in, whether they are there or not; none on PostgreSQL."""
    address = make_url(url)
    if address.get_backend_name() == "sqlite" and address.database:
        yield from (Path(f"{address.database}{ending}") for ending in _BESIDE)


def spoilt_files(url: str) -> Iterator[Path]:
    """Where a database of SQLite's that was spoilt lies once a new one has been made, whether it is there or not."""
    yield from (path.with_name(f"{path.name}.spoilt") for path in list(database_files(url))[:1])


def _databases(settings: Settings) -> Iterator[Path]:
    for url in (settings.database_url, settings.public_database_url):
        yield from database_files(url)


def _folders(settings: Settings) -> Iterator[Path]:
    """Those of ours, and the data folder where there is nothing else in it."""
    folder = settings.data_dir
    ours = {*(folder / name for name in _FOLDERS), *(path.absolute() for path in _databases(settings))}
    yield from (folder / name for name in _FOLDERS)
    if {path.absolute() for path in folder.iterdir()} <= {path.absolute() for path in ours}:
        yield folder
