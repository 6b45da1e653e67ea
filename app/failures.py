"""What a disk or a database could not do, as an error that says so: full, only to be read, locked, away.

ENOSPC, SQLITE_FULL, 53100  ->  DiskFull       507, "Disken är full. …"
EACCES, EROFS               ->  NotWritable    503, "Det går inte att skriva i …"
"""

from __future__ import annotations

import errno
import shutil
from pathlib import Path

from pysqlite3 import dbapi2 as sqlite
from sqlalchemy.exc import DBAPIError

from app.errors import DiariumError, ProgrammeUnreadable
from app.language.i18n import N_

# What disk and databases raise, and Python of a module on a disk that fails: caught where a command or a request ends.
FAILURES: tuple[type[Exception], ...] = (OSError, DBAPIError, sqlite.Error, ImportError)

_PRIMARY = 0xFF  # of SQLite's extended codes
# What SQLite needs beside a database to open it; a disk without room for it is called an error of reading and writing.
_LEAST_ROOM = 64 * 1024


class StorageFailure(DiariumError):
    """Disk or database cannot do what is asked of it now; nothing of it is done, and nothing is lost."""

    code = "storage-failure"
    title = N_("Disken svarar med fel")
    detail = N_("Disken går inte att läsa eller skriva som den ska. Ingenting har ändrats.")
    status = 503


class DiskFull(StorageFailure):
    code = "disk-full"
    title = N_("Disken är full")
    detail = N_("Disken är full. Frigör utrymme och försök igen.")
    status = 507


class NotWritable(StorageFailure):
    """A folder or file that this account may not use; `path` is for whoever runs the programme, not for its readers."""

    code = "not-writable"
    title = N_("Det går inte att skriva")
    detail = N_("Det går inte att skriva i {path}. Kontrollera rättigheterna.")

    def __init__(self, path: str) -> None:
        super().__init__(path=path)


class ReadOnly(StorageFailure):
    code = "read-only"
    title = N_("Det går inte att skriva")
    detail = N_("Installationen går bara att läsa just nu, inte att skriva i.")


class FilesAway(StorageFailure):
    """The object store that files lie in (`DIARIUM_FILES_URL`) cannot be reached, or refuses."""

    code = "files-away"
    title = N_("Filerna går inte att nå")
    detail = N_("Platsen där filerna ligger går inte att nå, eller så nekar den. Ingenting har ändrats. Försök igen.")


class StoreAway(OSError):
    """An object store did not do what it was asked; `kind` is the class of its error, whose words are for nobody."""

    def __init__(self, kind: str) -> None:
        super().__init__(errno.EIO, kind)


class DatabaseLocked(StorageFailure):
    code = "database-locked"
    title = N_("Databasen är låst")
    detail = N_("Databasen är låst av ett annat program. Försök igen om en stund.")


class DatabaseAway(StorageFailure):
    code = "database-away"
    title = N_("Databasen går inte att nå")
    detail = N_("Databasen går inte att nå. Kontrollera adressen och att den är igång.")


class DatabaseRefuses(StorageFailure):
    code = "database-refuses"
    title = N_("Databasen nekar")
    detail = N_("Databasen ger inte programmets konto de rättigheter som behövs.")


class DatabaseDamaged(StorageFailure):
    """Also what SQLite makes of a disk that fails to read a page."""

    code = "database-damaged"
    title = N_("Databasen är skadad")
    detail = N_(
        "Databasen går inte att läsa: disken svarar med fel, eller så är filen skadad. Kör diarium rebuild, som gör den"
        " publika databasen på nytt om det är den. Består felet, återställ en säkerhetskopia till en ny mapp: diarium db"
        " restore"
    )


class RegisterSpoilt(DiariumError):
    """What stands in a register's tables is not what was written there; it follows from the journal, and can be mended."""

    code = "register-spoilt"
    title = N_("Registret är skadat")
    detail = N_(
        "Det som står i registret går inte att läsa. Den som sköter det kör diarium check, och sedan diarium rebuild."
    )


_BY_ERRNO: dict[int | None, type[DiariumError]] = {
    errno.ENOSPC: DiskFull,
    errno.EDQUOT: DiskFull,
    errno.EFBIG: DiskFull,
    errno.EACCES: ReadOnly,
    errno.EPERM: ReadOnly,
    errno.EROFS: ReadOnly,
    errno.EIO: StorageFailure,
}
_BY_SQLITE: dict[int, type[DiariumError]] = {
    sqlite.SQLITE_FULL: DiskFull,
    sqlite.SQLITE_READONLY: ReadOnly,
    sqlite.SQLITE_PERM: ReadOnly,
    sqlite.SQLITE_BUSY: DatabaseLocked,
    sqlite.SQLITE_LOCKED: DatabaseLocked,
    sqlite.SQLITE_CANTOPEN: DatabaseAway,
    sqlite.SQLITE_IOERR: StorageFailure,
    sqlite.SQLITE_CORRUPT: DatabaseDamaged,
    sqlite.SQLITE_NOTADB: DatabaseDamaged,
}
# By the longest beginning of a SQLSTATE; a connection that fails has none.
_BY_SQLSTATE: dict[str, type[DiariumError]] = {
    "53100": DiskFull,
    "25006": ReadOnly,
    "55P03": DatabaseLocked,
    "42501": DatabaseRefuses,
    "28": DatabaseRefuses,
    "08": DatabaseAway,
    "3D000": DatabaseAway,
    "53": DatabaseAway,
    "57P": DatabaseAway,
    "58": StorageFailure,
    "XX001": DatabaseDamaged,
    "XX002": DatabaseDamaged,
}


def explained(failure: Exception, data: Path, *, names_path: bool = False) -> DiariumError | None:
    """The error that says what failed, None where it was neither disk nor database but what was asked of them.

    `data` is the installation's folder. The path that could not be written is named where `names_path` is set.
    """
    cause = failure.orig if isinstance(failure, DBAPIError) else failure
    kind: type[DiariumError] | None
    if isinstance(cause, ImportError):
        kind = ProgrammeUnreadable
    elif isinstance(cause, StoreAway):
        kind = FilesAway
    elif isinstance(cause, OSError):
        kind = _BY_ERRNO.get(cause.errno)
    elif isinstance(cause, sqlite.Error):
        kind = _of_sqlite(cause, data)
    else:
        kind = _of_postgres(cause)
    if kind is ReadOnly and names_path and isinstance(cause, OSError) and cause.filename is not None:
        return NotWritable(str(cause.filename))
    return kind() if kind else None


def is_spoilt(error: DBAPIError) -> bool:
    """Whether a file of SQLite's is no database, or not a whole one."""
    code = getattr(error.orig, "sqlite_errorcode", 0) & _PRIMARY
    return code in {sqlite.SQLITE_NOTADB, sqlite.SQLITE_CORRUPT}


def _of_sqlite(error: sqlite.Error, data: Path) -> type[DiariumError] | None:
    code = getattr(error, "sqlite_errorcode", 0) & _PRIMARY
    return DiskFull if code == sqlite.SQLITE_IOERR and _has_no_room(data) else _BY_SQLITE.get(code)


def _has_no_room(folder: Path) -> bool:
    there = next(place for place in (folder.absolute(), *folder.absolute().parents) if place.exists())
    return shutil.disk_usage(there).free < _LEAST_ROOM


def _of_postgres(error: BaseException | None) -> type[DiariumError] | None:
    """By attributes: to import the driver takes a quarter of a second, which SQLite does without."""
    if error is None or not hasattr(error, "sqlstate"):
        return None
    state: str | None = error.sqlstate
    if state is None:
        return DatabaseAway if type(error).__name__ in {"OperationalError", "ConnectionTimeout"} else None
    return next((_BY_SQLSTATE[state[:n]] for n in (5, 3, 2) if state[:n] in _BY_SQLSTATE), None)
