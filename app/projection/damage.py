"""What shows that the tables of a register are not what was written there: they follow from the journal, and can be mended.

Neither disk nor database failed, and nothing was wrong with what was asked: a table is gone, a row stands where another is
to be, a value is none.
"""

from __future__ import annotations

from collections.abc import Set

import sqlalchemy as sa
from pysqlite3 import dbapi2 as sqlite
from sqlalchemy.exc import DataError, DBAPIError, IntegrityError, OperationalError, ProgrammingError

# What to catch; whether it was that, `is_damage` tells.
SUSPECTS = (DBAPIError, ValueError, TypeError)


def is_damage(error: BaseException) -> bool:
    """Whether a register that was made anew would not give the error."""
    if isinstance(error, OperationalError):
        return bool(getattr(error.orig, "sqlite_errorcode", None) == sqlite.SQLITE_ERROR)  # no such table or column
    return isinstance(error, IntegrityError | ProgrammingError | DataError | ValueError | TypeError)


def lacks_tables(connection: sa.Connection, names: Set[str]) -> bool:
    """Whether any table of these names is gone."""
    return not names <= set(sa.inspect(connection).get_table_names())
