"""SQLite's index of words held against the entries. PostgreSQL keeps its own within the row."""

from __future__ import annotations

import sqlalchemy as sa
from sqlalchemy.exc import DatabaseError
from sqlalchemy.orm import Session

_CORRUPT = 11  # SQLITE_CORRUPT, which its extended codes, such as that of a virtual table, have for their low byte
_CHECK = sa.text("INSERT INTO search_fts_words (search_fts_words, rank) VALUES ('integrity-check', 1)")
_REBUILD = sa.text("INSERT INTO search_fts_words (search_fts_words) VALUES ('rebuild')")


def mend_index(store: Session) -> int:
    """Make the index anew where it is not that of the entries; returns 1 where it had to be."""
    if store.get_bind().dialect.name != "sqlite":
        return 0
    try:
        store.execute(_CHECK)
    except DatabaseError as error:
        if getattr(error.orig, "sqlite_errorcode", 0) & 0xFF != _CORRUPT:
            raise
        store.execute(_REBUILD)
        return 1
    return 0
