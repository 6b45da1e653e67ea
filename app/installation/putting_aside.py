"""A public database that is spoilt put aside, so that it is made anew: all in it follows from the journal."""

from __future__ import annotations

import os
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from app.db import engine
from app.failures import is_spoilt
from app.installation.folder_locks import locked
from app.installation.lost import has_journal, is_no_file_yet
from app.installation.opening import RESTORING
from app.installation.rights import database_files, spoilt_files
from app.installation.standing import refuse_wrong
from app.settings import Settings


def put_spoilt_public_aside(settings: Settings) -> Path | None:
    """Rename the file of a public database of SQLite's that is none, or not a whole one; its new name, None where nothing was
    to be done. On PostgreSQL a rebuild drops tables that cannot be read.

    Raises `WrongDatabase`, `JournalLost` where it could not be made anew.
    """
    of_it = list(database_files(settings.public_database_url))
    if not of_it or is_no_file_yet(settings.public_database_url) or (settings.data_dir / RESTORING).exists():
        return None
    path, *beside = of_it
    if not os.access(path.parent, os.W_OK | os.X_OK):  # which opening it tells of
        return None
    with locked(path.parent):
        refuse_wrong(settings)
        if not has_journal(settings.database_url) or _is_sound(settings.public_database_url):
            return None
        for left in beside:
            left.unlink(missing_ok=True)
        return path.rename(next(spoilt_files(settings.public_database_url)))


def _is_sound(url: str) -> bool:
    """Whether SQLite finds every page of the database where it is to be."""
    store = engine(url)
    try:
        with store.connect() as connection:
            return bool(connection.exec_driver_sql("PRAGMA integrity_check(1)").scalar() == "ok")
    except DBAPIError as error:
        if not is_spoilt(error):
            raise
        return False
    finally:
        store.dispose()
