"""Engines, sessions and the only commit in the house.

The desk database holds the journal and the desk register; the public store holds the public register alone. SQLite runs
on the library that the `pysqlite3` wheel brings: the system's may be one that loses commits (WAL-reset, fixed in 3.51.3).
"""

from __future__ import annotations

import sys
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa
from pysqlite3 import dbapi2 as sqlite
from sqlalchemy.engine import make_url
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import Session

from app.resources import migrations

if TYPE_CHECKING:
    from alembic.config import Config

SAFE_SQLITE = (3, 51, 3)
_BUSY_MS = 30_000
# Room for the pages that a filing touches (KiB), and how many lie in the log before they are moved: rows have random ids, so
# each lies on a page of its own.
_SPARE = ("cache_size=-65536", "wal_autocheckpoint=8000", "temp_store=MEMORY")
# A reader's: whoever reads everything once is no faster with more, and holds all of it.
_SPARE_READING = ("cache_size=-32768", "temp_store=MEMORY")
# Within how many seconds it is noticed that a server on another machine is gone without a word: to be reached, to answer
# while nothing is sent, and (ms) to take what is sent. The address may say otherwise.
_GIVES_UP = {
    "connect_timeout": 10,
    "keepalives_idle": 30,
    "keepalives_interval": 10,
    "keepalives_count": 3,
    "tcp_user_timeout": 60_000,
}
# PostgreSQL takes wide statements of few rows, as those of another day are, for long ones, and compiles them for seconds; and short
# ones of a large register for such as are worth other processes, which take longer to begin, and are others' to use.
_PLAIN = "-cjit=off -cmax_parallel_workers_per_gather=0"
_WAITS = """SELECT set_config('synchronous_commit', 'on', false) WHERE current_setting('synchronous_commit') = 'off'"""


@dataclass(frozen=True, slots=True)
class Stores:
    """The two databases of an installation."""

    desk: sa.Engine
    public: sa.Engine

    def dispose(self) -> None:
        self.desk.dispose()
        self.public.dispose()


def linked_sqlite() -> tuple[int, int, int]:
    """The version of the SQLite library that the programme is linked to."""
    major, minor, patch = sqlite.sqlite_version_info
    return major, minor, patch


def journal_mode() -> str:
    """WAL, but for a library that can lose commits under it."""
    return "WAL" if linked_sqlite() >= SAFE_SQLITE else "TRUNCATE"


def engine(url: str, *, read_only: bool = False, role: str | None = None) -> sa.Engine:
    """An engine for either database; a read-only one cannot write whatever it is asked to. `role` is PostgreSQL's, and
    taken on by each connection as it opens.
    """
    if make_url(url).get_backend_name() == "sqlite":
        return _sqlite_engine(url, read_only)
    # Who only reads sees one state of the store however many statements it takes, as SQLite has it anyway.
    options: dict[str, Any] = {"postgresql_readonly": True, "isolation_level": "REPEATABLE READ"} if read_only else {}
    asked = make_url(url).query
    over = {name: value for name, value in _GIVES_UP.items() if name not in asked}
    takes_on = f" -crole={_escaped(role)}" if role else ""  # last, so that no address says otherwise
    made = sa.create_engine(
        url,
        pool_pre_ping=True,
        pool_use_lifo=True,  # who asked last has what it takes to plan a question in memory
        execution_options=options,
        connect_args=over | {"options": f"{_PLAIN} {asked.get('options', '')}{takes_on}"},
        hide_parameters=True,
    )
    if not read_only:
        sa.event.listen(made, "connect", _wait_for_commits)
    return made


def _wait_for_commits(connection: Any, _record: Any) -> None:
    """Let a commit be answered when it is in the log, also on a server that is set to answer before: whoever was told that a
    file is taken in does not hand it in again. What waits for more (`remote_apply`) goes on to."""
    connection.autocommit = True
    connection.execute(_WAITS)
    connection.autocommit = False


def connect_parameters(of: sa.Engine) -> dict[str, Any]:
    """How psycopg connects to a PostgreSQL database as its engine does."""
    parameters: dict[str, Any] = {name: value for name, value in _GIVES_UP.items() if name not in of.url.query}
    _args, named = of.dialect.create_connect_args(of.url)
    return {**parameters, **named}


def _escaped(role: str) -> str:
    return role.replace("\\", "\\\\").replace(" ", "\\ ")


def _sqlite_engine(url: str, read_only: bool) -> sa.Engine:
    path = Path(make_url(url).database or "desk.db")
    made = sa.create_engine(
        f"sqlite:///{path}" if not read_only else f"sqlite:///file:{path}?mode=ro&uri=true",
        module=sqlite,
        connect_args={"timeout": _BUSY_MS / 1000, "isolation_level": None, "check_same_thread": False},
        hide_parameters=True,  # an error's words are written in logs
    )

    if not read_only:

        @sa.event.listens_for(made, "do_connect")
        def _make(*_: object) -> None:
            if path.parent.is_dir() and not path.exists():
                path.touch(
                    mode=0o600
                )  # a new database is its account's alone, and so is all that SQLite puts beside it

    @sa.event.listens_for(made, "connect")
    def _prepare(connection: Any, _record: Any) -> None:
        pragmas = ["foreign_keys=ON", f"busy_timeout={_BUSY_MS}", "synchronous=FULL", "secure_delete=ON"]
        own = _SPARE_READING if read_only else (f"journal_mode={journal_mode()}", *_SPARE)
        for pragma in [*own, *pragmas]:
            connection.execute(f"PRAGMA {pragma}")

    @sa.event.listens_for(made, "begin")
    def _begin(connection: sa.Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE" if connection.get_execution_options().get("writes") else "BEGIN")

    return made


def beside(of: sa.Engine) -> sa.Connection | None:
    """A connection that stays open, for one thread that asks its driver one statement at a time; None where that takes a
    wire."""
    if of.dialect.name != "sqlite":
        return None
    connection = of.connect()
    connection.detach()  # from the pool
    return connection


@contextmanager
def writing(of: sa.Engine, *, alone: bool = True) -> Iterator[Session]:
    """A transaction that writes, alone: it commits at the end, or leaves everything as it was.

    What neither journal nor register hangs on need not wait for the one writer of PostgreSQL (`alone` false).
    """
    with Session(of.execution_options(writes=True), expire_on_commit=False) as session, session.begin():
        if alone and of.dialect.name == "postgresql":
            session.execute(sa.select(sa.func.pg_advisory_xact_lock(_lock(of))))
        yield session


def wipe(of: sa.Engine) -> None:
    """Let what was deleted leave SQLite's log too: its pages are overwritten, but the log still held them. A reader who
    holds an older state keeps the log until the next time."""
    if of.dialect.name == "sqlite":
        with of.connect() as connection:
            connection.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


_NOT_OURS = sa.text("""SELECT 1 FROM pg_class WHERE relkind = 'r' AND relnamespace = current_schema()::regnamespace
    AND NOT pg_has_role(relowner, 'USAGE') LIMIT 1""")


def may_scrub(of: sa.Engine) -> bool:
    """Whether `scrub` is for this log-in to do: on PostgreSQL only whoever owns a table writes it anew."""
    if of.dialect.name == "sqlite":
        return True
    with of.connect() as connection:
        return connection.execute(_NOT_OURS).first() is None


def scrub(of: sa.Engine) -> bool:
    """Write the database anew, so that nothing that was deleted is left in its own files; whether nothing is. Whoever reads an
    older state keeps it in SQLite's log, and PostgreSQL keeps its log for as long as it is set to."""
    with of.connect() as connection:
        if of.dialect.name == "sqlite":
            driver = connection.connection
            driver.execute("VACUUM")
            busy = driver.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
            return not busy
        held = connection.execution_options(isolation_level="AUTOCOMMIT")
        held.exec_driver_sql(f"SET lock_timeout = {_BUSY_MS}")
        for name in sa.inspect(held).get_table_names():
            held.exec_driver_sql(f"VACUUM FULL {held.dialect.identifier_preparer.quote(name)}")
    return True


@contextmanager
def trial(of: sa.Engine) -> Iterator[Session]:
    """A transaction that writes and is taken back: what would have been done is seen, and nothing is."""
    with Session(of.execution_options(writes=True)) as session:
        try:
            yield session
        finally:
            session.rollback()


def _lock(of: sa.Engine) -> int:
    """The number of the one writer lock of a store: desk and public lie in one PostgreSQL database."""
    return zlib.crc32(f"diarium {of.url.query.get('options', '')}".encode())


@contextmanager
def reading(of: sa.Engine) -> Iterator[Session]:
    """A transaction that reads one state of the database."""
    with Session(of) as session:
        yield session


def alembic_config(url: str) -> Config:
    """The configuration under which alembic migrates the desk database at `url`."""
    from alembic.config import Config  # noqa: PLC0415 - a database that is up to date does not wait for alembic

    config = Config(stdout=sys.stdout)
    config.set_main_option("script_location", str(migrations()).replace("%", "%%"))
    config.attributes["url"] = url
    return config


def upgrade(url: str, revision: str = "head") -> None:
    """Bring the desk database to `revision`; it is made where there is none."""
    store = engine(url)
    try:
        if revision == "head" and stands_at(store) == newest_revision():
            return
    finally:
        store.dispose()
    from alembic import command  # noqa: PLC0415 - the same

    command.upgrade(alembic_config(url), revision)


def newest_revision() -> str:
    """The newest migration there is."""
    return max(revisions())


def revisions() -> set[str]:
    """The migrations there are: each file is named after what it brings the database to, in order."""
    return {path.stem for path in (migrations() / "versions").glob("[0-9]*.py")}


def stands_at(store: sa.Engine) -> str | None:
    """The migration that the desk database stands at; none where its tables are not made, or it is not there."""
    try:
        with store.connect() as connection:
            found: str | None = connection.execute(sa.text("SELECT version_num FROM alembic_version")).scalar()
            return found
    except (OperationalError, sa.exc.ProgrammingError):
        return None
