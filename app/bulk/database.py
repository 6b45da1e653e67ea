"""The public register as one SQLite file, which Datasette opens as it is.

It is made anew from the rows, of either kind of database: so it holds what stands today and nothing else, no days, no keys
of the search, and none of what serves the register's writer alone.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from contextlib import closing
from pathlib import Path
from typing import Any

import orjson
import sqlalchemy as sa
from pysqlite3 import dbapi2 as sqlite
from sqlalchemy.orm import Session

from app.bulk.views import make_views
from app.models import register as tables
from app.queries.listing import EVERYTHING, Asked, Wanted, walk
from app.queries.lists.motions import MOTIONS
from app.queries.motions import EACH
from app.today import today

# The tables, each after those that its columns name, with what `owner` is called where nothing else says it.
_TABLES: tuple[tuple[sa.Table, str | None], ...] = (
    (tables.municipalities, None),
    (tables.bodies, None),
    (tables.meetings, None),
    (tables.people, None),
    (tables.names, None),
    (tables.redirects, None),
    (tables.files, None),
    (tables.documents, None),
    (tables.appearances, None),
    (tables.matters, None),
    (tables.cases, "matter_id"),
    (tables.items, None),
    (tables.item_documents, None),
    (tables.matter_entities, None),
    (tables.case_mentions, None),
    (tables.decisions, None),
    (tables.clauses, None),
    (tables.yrkanden, None),
    (tables.propositions, None),
    (tables.votes, None),
    (tables.ballots, None),
    (tables.presence, None),
    (tables.reservations, None),
    (tables.statements, None),
    (tables.mentions, None),
    (tables.document_references, None),
    (tables.motions, None),
    (tables.steps, "matter_id"),
    (tables.step_follows, None),
    (tables.findings, "owner_id"),
    (tables.sources, None),
    (tables.passages, "entity_id"),
    (tables.aliases, None),
    (tables.changes, None),
)
# What a column names, where the row is always there.
_NAMES = {
    "municipality_id": "municipalities",
    "body_id": "bodies",
    "meeting_id": "meetings",
    "item_id": "items",
    "vote_id": "votes",
    "document_id": "documents",
    "file_id": "files",
    "name_id": "names",
    "decision_id": "decisions",
}
_MAY_NAME_NOTHING = {"steps", "sources", "changes", "motions"}
_TYPES = {"INTEGER": "INTEGER", "BIGINT": "INTEGER", "BOOLEAN": "INTEGER"}
_AT_ONCE = 1_000


def write_database(session: Session, path: Path, about: Mapping[str, str]) -> None:
    """Write the file anew; `about` is its table of what it is, whose and of when."""
    path.unlink(missing_ok=True)
    with closing(sqlite.connect(str(path), isolation_level=None)) as file:
        for pragma in ("journal_mode=OFF", "synchronous=OFF", "page_size=4096"):
            file.execute(f"PRAGMA {pragma}")
        file.execute("BEGIN")
        file.execute("CREATE TABLE about (key TEXT PRIMARY KEY, value TEXT NOT NULL)")
        file.executemany("INSERT INTO about VALUES (?, ?)", sorted(about.items()))
        for table, owner in _TABLES:
            _copy(session, table, owner, file)
        _tell_of_motions(session, file)
        make_views(file)
        file.execute("COMMIT")
        file.execute("ANALYZE")


def _copy(session: Session, table: sa.Table, owner: str | None, file: Any) -> None:
    columns = [column for column in table.c if column.name != "owner" or owner]
    named = [(owner or "") if column.name == "owner" else column.name for column in columns]
    file.execute(f"CREATE TABLE {table.name} ({', '.join(_declared(table, columns, named))})")
    query = sa.select(*columns).order_by(*table.primary_key.columns).execution_options(yield_per=_AT_ONCE)
    if table is tables.motions:
        query = query.where(EACH)  # each once, as the list of motions has it
    insert = f"INSERT INTO {table.name} VALUES ({', '.join('?' * len(columns))})"  # noqa: S608 - a table of ours
    for rows in session.execute(query).partitions(_AT_ONCE):
        file.executemany(insert, [[_plain(value) for value in row] for row in rows])
    for column, name in zip(columns, named, strict=True):
        if name.endswith("_id") or (name == "id" and not _is_key(table)):
            file.execute(f"CREATE INDEX ix_{table.name}_{name} ON {table.name} ({name})")
        elif column.name == "date":
            file.execute(f"CREATE INDEX ix_{table.name}_date ON {table.name} (date)")


def _tell_of_motions(session: Session, file: Any) -> None:
    """Give each motion what became of it, and the day that its year begins with what tells it: for some that is a list of the
    council's, which is told of by the motion that it announces."""
    for column in ("standing", "outcome"):
        file.execute(f"ALTER TABLE motions ADD COLUMN {column} TEXT")
    for row in walk(session, MOTIONS, Asked({}, "id", EVERYTHING, 0), Wanted(today=today())):
        fate = (row["standing"], row["outcome"], row["id"])
        file.execute("UPDATE motions SET standing = ?, outcome = ? WHERE id = ?", fate)
        if clock := row["deadline"]:
            told = (clock["raised"].isoformat(), clock["basis"], row["id"])
            file.execute("UPDATE motions SET raised = ?, basis = ? WHERE id = ?", told)


def _declared(table: sa.Table, columns: Iterable[sa.Column[Any]], named: Iterable[str]) -> Iterable[str]:
    for column, name in zip(columns, named, strict=True):
        words = [name if name not in _KEYWORDS else f'"{name}"', _TYPES.get(str(column.type).upper(), "TEXT")]
        if column.primary_key and _is_key(table):
            words.append("PRIMARY KEY")
        if name in _NAMES and table.name not in _MAY_NAME_NOTHING:
            words.append(f"REFERENCES {_NAMES[name]} (id)")
        if name == "matter_id" and table.name not in _MAY_NAME_NOTHING:
            words.append("REFERENCES matters (id)")
        yield " ".join(words)


_KEYWORDS = {"into"}


def _is_key(table: sa.Table) -> bool:
    """Whether one column tells each row apart."""
    return len(table.primary_key.columns) == 1


def _plain(value: Any) -> Any:
    """The value as SQLite keeps it: days as text, lists and objects as JSON."""
    if isinstance(value, dt.date):
        return value.isoformat()
    return orjson.dumps(value).decode() if isinstance(value, list | dict) else value
