"""Whether the pages of a database of SQLite's are whole: nothing but the disk's own faults and copies cut short shows so."""

from __future__ import annotations

import time
from typing import Literal

from sqlalchemy.engine import make_url
from sqlalchemy.exc import DBAPIError, OperationalError

from app.db import engine
from app.failures import is_spoilt

_STEPS = 100  # of SQLite's machine between two looks at the clock
_INTERRUPTED = 9


def pages_are_whole(
    url: str, seconds: float | None = None, look: Literal["quick", "integrity"] = "quick"
) -> bool | None:
    """Whether SQLite finds every page where it is to be, and with `look` integrity also every entry of the indexes.

    None where that took longer than so many seconds, and on PostgreSQL, which does not tell.
    """
    if make_url(url).get_backend_name() != "sqlite":
        return None
    store, until = engine(url), time.monotonic() + seconds if seconds is not None else None
    try:
        with store.connect() as connection:
            if until is not None:
                driver = connection.connection.driver_connection
                assert driver is not None
                driver.set_progress_handler(lambda: time.monotonic() >= until, _STEPS)
            return bool(connection.exec_driver_sql(f"PRAGMA {look}_check(1)").scalar() == "ok")
    except DBAPIError as error:
        if isinstance(error, OperationalError) and getattr(error.orig, "sqlite_errorcode", 0) == _INTERRUPTED:
            return None
        if not is_spoilt(error):
            raise
        return False
    finally:
        store.dispose()
