"""A public database that is spoilt put aside, so that it is made anew: all in it follows from the journal."""

from __future__ import annotations

import os
from pathlib import Path

from app.installation.lost import has_journal, is_no_file_yet
from app.installation.opening import RESTORING, alone
from app.installation.pages import pages_are_whole
from app.installation.rights import database_files, spoilt_files
from app.installation.standing import refuse_wrong
from app.settings import Settings


def put_spoilt_public_aside(settings: Settings) -> Path | None:
    """Rename the file of a public database of SQLite's that is none, or not a whole one; its new name, None where nothing was
    to be done. On PostgreSQL a rebuild drops tables that cannot be read.

    Raises `WrongDatabase`, `JournalLost` where it could not be made anew.
    """
    public = settings.public_database_url
    of_it = list(database_files(public))
    if not of_it or is_no_file_yet(public) or (settings.data_dir / RESTORING).exists():
        return None
    path, *beside = of_it
    if not os.access(path.parent, os.W_OK | os.X_OK):  # which opening it tells of
        return None
    with alone(settings.database_url):
        refuse_wrong(settings)
        if not has_journal(settings.database_url) or pages_are_whole(public, look="integrity"):
            return None
        for left in beside:
            left.unlink(missing_ok=True)
        return path.rename(next(spoilt_files(public)))
