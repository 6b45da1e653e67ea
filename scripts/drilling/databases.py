"""The databases that drills use: SQLite's files within a folder, or a PostgreSQL of their own with a template to copy."""

from __future__ import annotations

import atexit
import time
from contextlib import ExitStack
from functools import cache

import psycopg

from tests import postgres

SQLITE, POSTGRESQL = "sqlite", "postgresql"
KINDS = (SQLITE, POSTGRESQL)
_STAYS = 900.0  # seconds: a backend whose client was killed ends as soon as it has done what it was told


def at_hand(kinds: tuple[str, ...]) -> list[str]:
    """Those of the kinds that this machine has."""
    return [kind for kind in kinds if kind == SQLITE or postgres.binaries() is not None]


@cache
def server() -> str:
    """The URL of a server that ends with this process. Raises `FileNotFoundError` where none is installed."""
    programmes = postgres.binaries()
    if programmes is None:
        raise FileNotFoundError(f"PostgreSQL is not at hand: {postgres.REMEDY}")
    stack = ExitStack()
    atexit.register(stack.close)
    return stack.enter_context(postgres.server(programmes))


def recreated(name: str, template: str | None = None) -> str:
    """The URL of the database, empty or a copy of the template, whatever it held."""
    postgres.drop(server(), name)
    return postgres.create(server(), name, template)


def cut_off(url: str) -> None:
    """Have the server end every connection to the database."""
    with psycopg.connect(url.replace("+psycopg", ""), autocommit=True) as connection:
        connection.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            " WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend'"
        )


def left_alone(url: str | None) -> None:
    """Wait until nobody is connected: a server may still be at work for a client that was killed.

    Raises `TimeoutError`.
    """
    if url is None:
        return
    end = time.monotonic() + _STAYS
    with psycopg.connect(url.replace("+psycopg", ""), autocommit=True) as connection:
        while connection.execute(
            "SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
            " AND backend_type = 'client backend'"
        ).fetchone():
            if time.monotonic() > end:
                raise TimeoutError("a backend goes on for a client that was killed")
            time.sleep(0.005)
