"""Whether a register has changed since it was last asked."""

from __future__ import annotations

import datetime as dt
import secrets
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from threading import Lock
from typing import Any

import sqlalchemy as sa

Statement = tuple[str, Any]  # as the driver takes it, with its parameters
_STATE = """SELECT concat(string_agg(value, '-' ORDER BY key), '-', (SELECT max(size) FROM checkpoints))
    FROM register_meta WHERE key IN ('generation', 'state')"""
_CHANGED = """SELECT (SELECT value FROM register_meta WHERE key = 'changed'), (SELECT max(at) FROM checkpoints)"""


class Watch:
    """Tells whether a register has changed: the same mark twice means that nothing was committed to it in between.

    It holds a connection of its own. SQLite counts the commits of others that a connection has seen; on PostgreSQL the
    register counts its own, since the database's snapshot moves with whatever is written anywhere, also where nobody is
    to know of it.
    """

    def __init__(self, of: sa.Engine) -> None:
        self._of = of
        self._connection: sa.Connection | None = None
        self._opened = ""
        self._one = Lock()
        # SQLite answers out of memory; PostgreSQL is asked over a wire.
        self.quick = of.dialect.name == "sqlite"
        self._question = "PRAGMA data_version" if self.quick else _STATE

    def mark(self) -> str:
        """Where asking fails, the next time is by a new connection."""
        with self._own() as cursor:
            cursor.execute(self._question)
            (seen,) = cursor.fetchone() or ("",)
        return f"{self._opened}-{seen}"

    def changed(self) -> int | None:
        """When what the register holds last changed (Unix time), as it tells every server alike; None where it does not tell."""
        with self._own() as cursor:
            cursor.execute(_CHANGED)
            changed, checkpoint = cursor.fetchone()
        if changed is None or not changed.isdecimal():
            return None
        return max(int(changed), int(dt.datetime.fromisoformat(checkpoint).timestamp()) if checkpoint else 0)

    def given(self, statements: Sequence[Statement]) -> Iterator[list[Any]]:
        """The rows that each of the statements gives, in one state of the register, as the driver has them. On SQLite they
        come over the watch's own connection: whoever takes questions in is not to wait until others give one back, which
        they do only when it has taken their answers. On PostgreSQL all go out at once: there each is worth a way there and
        back, and on a machine that is busy a wait for its turn at either end.
        """
        if self.quick:
            with self._own() as cursor:
                cursor.execute("BEGIN")
                for sql, parameters in statements:
                    yield cursor.execute(sql, parameters).fetchall()
                cursor.execute("ROLLBACK")
            return
        with self._of.connect() as connection, connection.begin():
            driver: Any = connection.connection.driver_connection
            with driver.pipeline():
                asked = [driver.execute(sql, parameters, prepare=True) for sql, parameters in statements]
            for cursor in asked:
                yield cursor.fetchall()

    @contextmanager
    def _own(self) -> Iterator[Any]:
        """A cursor of the watch's own connection; where anything fails, it is closed."""
        with self._one, ExitStack() as failing:
            failing.callback(self.close)
            if self._connection is None:
                self._connection = self._of.connect().execution_options(isolation_level="AUTOCOMMIT")
                self._connection.detach()  # from the pool: it is this watch's own until it closes
                self._opened = secrets.token_hex(8)
            yield self._connection.connection.cursor()
            failing.pop_all()

    def close(self) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None
