"""A throwaway PostgreSQL server: its own folder and socket, no port, nothing synced to disk; and a database on it that
tests use in turn.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
import sqlalchemy as sa
from psycopg import sql

# Where a change to tables, columns, keys, triggers, views or rights shows: their rows are new, and TRUNCATE leaves them.
_CATALOGS = (
    *("attribute", "attrdef", "constraint", "index", "namespace", "proc", "rewrite", "sequence", "trigger", "type"),
    *("db_role_setting", "policy"),
)
_SHAPE = " UNION ALL ".join(
    [
        *(f"SELECT count(*), coalesce(sum(xmin::text::bigint), 0) FROM pg_{catalog}" for catalog in _CATALOGS),
        "SELECT count(*), count(relacl) FROM pg_class",
    ]
)
_WITH_ROWS = """
SELECT n.nspname, c.relname, pg_relation_size(c.oid)
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE c.relkind = 'r' AND n.nspname NOT IN ('pg_catalog', 'information_schema') AND pg_relation_size(c.oid) > 0
ORDER BY c.oid
"""
# To delete rows takes a fourth of what it takes to truncate their tables, but leaves them behind unseen, to be read over.
_MOST_LEFT_BEHIND = 4 << 20  # bytes
_SEQUENCES = """
SELECT format('%I.%I', schemaname, sequencename), coalesce(last_value, start_value), last_value IS NOT NULL
FROM pg_sequences
"""

REMEDY = "apt-get install postgresql"
_PATIENCE = "600"  # seconds for the server to come and go: a busy machine takes its time
# And nobody counts rows between two tests, by which the second would be planned otherwise than by itself.
_QUICK = (
    "-c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_wal_size=64MB -c shared_buffers=32MB"
    " -c autovacuum=off"
)


def binaries() -> Path | None:
    """The folder of the newest PostgreSQL's own programmes, where Debian puts them or on the path."""
    found = [path.parent for path in Path("/usr/lib/postgresql").glob("*/bin/initdb")]
    if found:
        return max(found, key=lambda folder: int(folder.parent.name.split(".")[0]))
    initdb = shutil.which("initdb")
    return Path(initdb).resolve().parent if initdb else None


@contextmanager
def server(programmes: Path) -> Iterator[str]:
    """Run a server while the block runs; gives the URL of its database `postgres`.

    PostgreSQL refuses to run as root, so for root everything is done as the system's user `postgres`.
    """
    # in memory where what tests write lies there: to empty a database is to make and drop hundreds of files
    folder = Path(tempfile.mkdtemp(prefix="diarium-pg-", dir=os.environ.get("PYTEST_DEBUG_TEMPROOT")))
    if os.geteuid() == 0:
        shutil.chown(folder, "postgres", "postgres")
    data = folder / "data"
    try:
        _run(programmes / "initdb", "-D", data, "-U", "diarium", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync")
        options = f"-k {folder} -c listen_addresses='' {_QUICK}"
        _run(programmes / "pg_ctl", "-D", data, "-l", folder / "log", "-o", options, "-w", "-t", _PATIENCE, "start")
        try:
            yield f"postgresql+psycopg://diarium@/postgres?host={folder}"
        finally:
            _run(programmes / "pg_ctl", "-D", data, "-m", "immediate", "-w", "-t", _PATIENCE, "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def standby(programmes: Path, of: str) -> Iterator[str]:
    """Run a server that follows another, whose URL `of` is, by streaming replication while the block runs; gives its URL."""
    folder = Path(tempfile.mkdtemp(prefix="diarium-pg-", dir=os.environ.get("PYTEST_DEBUG_TEMPROOT")))
    if os.geteuid() == 0:
        shutil.chown(folder, "postgres", "postgres")
    data, host = folder / "data", of.rpartition("host=")[2]
    try:
        _run(programmes / "pg_basebackup", "-h", host, "-U", "diarium", "-D", data, "-R", "-c", "fast", "--no-sync")
        options = f"-k {folder} -c listen_addresses='' {_QUICK}"
        _run(programmes / "pg_ctl", "-D", data, "-l", folder / "log", "-o", options, "-w", "-t", _PATIENCE, "start")
        try:
            yield of.replace(host, str(folder))
        finally:
            _run(programmes / "pg_ctl", "-D", data, "-m", "immediate", "-w", "-t", _PATIENCE, "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _run(*command: str | Path) -> None:
    as_user = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
    # the server that pg_ctl starts keeps its outputs open, so a pipe would never end
    with tempfile.TemporaryFile() as output:
        done = subprocess.run([*as_user, *map(str, command)], stdout=output, stderr=output, cwd="/", check=False)
        output.seek(0)
        assert done.returncode == 0, output.read().decode(errors="replace")


def create(server_url: str, name: str, template: str | None = None) -> str:
    """Make the database `name`, empty or a copy of `template`; gives its URL."""
    copied = sql.SQL(" TEMPLATE {}").format(sql.Identifier(template)) if template else sql.SQL("")
    _execute(server_url, sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)) + copied)
    return named(server_url, name)


def is_there(server_url: str, name: str) -> bool:
    """Whether the server has the database `name`."""
    with psycopg.connect(server_url.replace("+psycopg", ""), autocommit=True) as connection:
        return connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", (name,)).fetchone() is not None


def drop(server_url: str, name: str) -> None:
    """Drop the database, whoever is still connected to it."""
    _execute(server_url, sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name)))


def counted(of: sa.Engine, table: str) -> float | None:
    """The rows that PostgreSQL takes the table to hold, by which it plans; below 0 where it has never counted them. None of
    another database."""
    if of.dialect.name != "postgresql":
        return None
    with of.connect() as connection:
        held = sa.text("SELECT reltuples FROM pg_class WHERE oid = to_regclass(:name)")
        return float(connection.execute(held, {"name": table}).scalar_one())


class Lent:
    """A database that tests use in turn. To empty it takes a twentieth of what it takes to make another."""

    def __init__(self, server_url: str, name: str, template: str) -> None:
        self.url = create(server_url, name, template)
        self._server_url, self._name, self._template = server_url, name, template
        with self._connected() as connection:
            self._shape = connection.execute(_SHAPE).fetchall()
            self._rows = [(table, _copied(connection, table)) for table, _size in _with_rows(connection)]
            self._sequences = connection.execute(_SEQUENCES).fetchall()

    def put_back(self) -> None:
        """Make it what the template is: the rows anew, or all of it where more than rows has changed."""
        with self._connected() as connection:
            connection.execute(
                "SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity"
                " WHERE datname = current_database() AND pid <> pg_backend_pid()"
            )
            if connection.execute(_SHAPE).fetchall() == self._shape:
                self._put_back_rows(connection)
                return
        drop(self._server_url, self._name)
        self.__init__(self._server_url, self._name, self._template)

    def _put_back_rows(self, connection: psycopg.Connection) -> None:
        tables = _with_rows(connection)
        with connection.transaction():
            connection.execute("SET LOCAL session_replication_role = replica")  # no trigger, and keys in any order
            if sum(size for _table, size in tables) > _MOST_LEFT_BEHIND:
                listed = sql.SQL(", ").join(table for table, _size in tables)
                connection.execute(sql.SQL("TRUNCATE {} CASCADE").format(listed))
            elif tables:
                connection.execute(
                    sql.SQL("; ").join(sql.SQL("DELETE FROM {}").format(table) for table, _size in tables)
                )
            stand = set(connection.execute(_SEQUENCES).fetchall())
            for sequence in (sequence for sequence in self._sequences if sequence not in stand):
                connection.execute("SELECT setval(%s::regclass, %s, %s)", sequence)
            for table, rows in self._rows:
                with connection.cursor().copy(sql.SQL("COPY {} FROM STDIN").format(table)) as copying:
                    copying.write(rows)

    def _connected(self) -> psycopg.Connection:
        return psycopg.connect(self.url.replace("+psycopg", ""), autocommit=True)


def _with_rows(connection: psycopg.Connection) -> list[tuple[sql.Identifier, int]]:
    """The tables that hold rows, or have held some, with their bytes."""
    return [(sql.Identifier(schema, name), size) for schema, name, size in connection.execute(_WITH_ROWS)]


def _copied(connection: psycopg.Connection, table: sql.Identifier) -> bytes:
    with connection.cursor().copy(sql.SQL("COPY {} TO STDOUT").format(table)) as copying:
        return b"".join(bytes(part) for part in copying)


def named(server_url: str, name: str) -> str:
    """The URL of another database of the same server."""
    head, _, query = server_url.partition("?")
    return f"{head.rsplit('/', 1)[0]}/{name}" + (f"?{query}" if query else "")


def _execute(server_url: str, statement: sql.Composed | sql.SQL) -> None:
    with psycopg.connect(server_url.replace("+psycopg", ""), autocommit=True) as connection:
        connection.execute(statement)
