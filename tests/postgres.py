"""A throwaway PostgreSQL server: its own folder and socket, no port, nothing synced to disk."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
from psycopg import sql

REMEDY = "apt-get install postgresql"
_QUICK = "-c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_wal_size=64MB -c shared_buffers=32MB"


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
    folder = Path(tempfile.mkdtemp(prefix="diarium-pg-"))
    if os.geteuid() == 0:
        shutil.chown(folder, "postgres", "postgres")
    data = folder / "data"
    try:
        _run(programmes / "initdb", "-D", data, "-U", "diarium", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync")
        options = f"-k {folder} -c listen_addresses='' {_QUICK}"
        _run(programmes / "pg_ctl", "-D", data, "-l", folder / "log", "-o", options, "-w", "start")
        try:
            yield f"postgresql+psycopg://diarium@/postgres?host={folder}"
        finally:
            _run(programmes / "pg_ctl", "-D", data, "-m", "immediate", "-w", "stop")
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


def drop(server_url: str, name: str) -> None:
    """Drop the database, whoever is still connected to it."""
    _execute(server_url, sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name)))


def named(server_url: str, name: str) -> str:
    """The URL of another database of the same server."""
    head, _, query = server_url.partition("?")
    return f"{head.rsplit('/', 1)[0]}/{name}" + (f"?{query}" if query else "")


def _execute(server_url: str, statement: sql.Composed | sql.SQL) -> None:
    with psycopg.connect(server_url.replace("+psycopg", ""), autocommit=True) as connection:
        connection.execute(statement)
