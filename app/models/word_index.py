"""The databases' own indexes over `search_entries`, made and dropped with it: FTS5 on SQLite, a tsvector on PostgreSQL.

Both follow the table by themselves, in the transaction that writes it. FTS5 is told to overwrite what is deleted. Their
names hold `_fts_`, by which migrations know that no model names them.
"""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa

from app.models.published import published
from app.models.register import search_entries

FTS = "search_fts_words"
_PUT = "INSERT INTO search_fts_words (rowid, title, body, parts) VALUES (new.n, new.title, new.body, new.parts);"
_TAKE = (
    "INSERT INTO search_fts_words (search_fts_words, rowid, title, body, parts) "
    "VALUES ('delete', old.n, old.title, old.body, old.parts);"
)
# FTS5 holds no text: it reads that from the table.
_SQLITE = (
    "CREATE VIRTUAL TABLE search_fts_words USING fts5(title, body, parts, content='search_entries', content_rowid='n', "
    "tokenize='unicode61 remove_diacritics 0')",
    "INSERT INTO search_fts_words (search_fts_words, rank) VALUES ('secure-delete', 1)",
    f"CREATE TRIGGER search_fts_words_insert AFTER INSERT ON search_entries BEGIN {_PUT} END",
    f"CREATE TRIGGER search_fts_words_delete AFTER DELETE ON search_entries BEGIN {_TAKE} END",
    f"CREATE TRIGGER search_fts_words_update AFTER UPDATE ON search_entries BEGIN {_TAKE} {_PUT} END",
)
# Title, body and the parts of compounds under the weights A, B and D; between them a word of its own, so that no phrase runs
# from one into the other. They stand in the row, however many they are: a common word is looked for in thousands of rows, of
# which each that lies elsewhere costs four pages more.
_POSTGRESQL = (
    "ALTER TABLE search_entries ADD COLUMN search_fts_words tsvector GENERATED ALWAYS AS ("
    "setweight(to_tsvector('simple', title), 'A') || setweight(to_tsvector('simple', '0 ' || body), 'B')"
    " || setweight(to_tsvector('simple', '0 ' || parts), 'D')) STORED",
    "ALTER TABLE search_entries ALTER COLUMN search_fts_words SET STORAGE MAIN",
    "CREATE INDEX ix_search_fts_words ON search_entries USING gin (search_fts_words)",
)


def _make(_table: sa.Table, connection: sa.Connection, **_: Any) -> None:
    _drop(_table, connection)
    for statement in _SQLITE if connection.dialect.name == "sqlite" else _POSTGRESQL:
        connection.exec_driver_sql(statement)


def _drop(_table: sa.Table, connection: sa.Connection, **_: Any) -> None:
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql("DROP TABLE IF EXISTS search_fts_words")


for _of in (search_entries, published.tables[search_entries.name]):
    sa.event.listen(_of, "after_create", _make)
    sa.event.listen(_of, "before_drop", _drop)
