"""An installation made ready: its databases made and brought up to date, its registers those of this version."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path

import sqlalchemy as sa
from sqlalchemy.engine import make_url
from sqlalchemy.exc import DBAPIError

from app.db import Stores, engine, reading, upgrade
from app.errors import DatabaseNotReady, DiariumError
from app.failures import NotWritable, explained
from app.installation.folder_locks import locked
from app.installation.rights import close_to_others, database_files
from app.installation.roles import Roles, prepare_roles, usable_roles
from app.installation.standing import refuse_wrong, refuse_wrong_public
from app.journal.scope import RegisterScope
from app.journal.storage import refuse_unequipped
from app.language.i18n import N_
from app.models.checkpoints import published_checkpoints, published_log
from app.models.journal import checkpoints, entries, followers, journal
from app.models.privileges import grant_desk
from app.models.public_tables import PUBLIC_TABLES
from app.models.register import register, register_meta
from app.projection.damage import lacks_tables
from app.projection.version import REGISTER_VERSION, versions
from app.search.normaliser import normaliser_version
from app.settings import Settings

# While a backup is being restored, this file in the data folder holds its seal and the files that came with it.
RESTORING = "restoring"
# Whoever puts a municipality in holds the lock of this folder there, in which its files are written down.
PUTTING_IN = "putting-in"
_MAKING = 0x6469_6172  # a lock of PostgreSQL is a number


class RestoreUnfinished(DiariumError):
    """An installation that a killed restore has left half made."""

    code = "restore-unfinished"
    title = N_("Återställningen är inte klar")
    detail = N_("En återställning blev avbruten, och installationen är inte hel. Kör samma diarium db restore igen.")
    status = 503


def open_stores(settings: Settings, *, read_only_public: bool = False) -> Stores:
    """Both databases of an installation, made and brought up to date where need be.

    Raises `RestoreUnfinished`, `JournalLost`, `WrongDatabase`, `WrongUse` where files are to lie in an object store that we cannot speak to, `StorageFailure` where one cannot be reached or written, `DatabaseNotReady`
    where it is none of ours.
    """
    if (settings.data_dir / RESTORING).exists():
        raise RestoreUnfinished
    return open_unproved(settings, read_only_public=read_only_public)


def open_unproved(settings: Settings, *, read_only_public: bool = False) -> Stores:
    """The same while a backup is being restored. Who comes while another makes the databases waits until they are made."""
    refuse_unequipped(settings)
    settings.data_dir.mkdir(mode=0o700, parents=True, exist_ok=True)
    if not os.access(settings.data_dir, os.W_OK | os.X_OK):
        raise NotWritable(str(settings.data_dir))
    try:
        with alone(settings.database_url):
            refuse_wrong(settings)
            refuse_wrong_public(settings.public_database_url)
            upgrade(settings.database_url)
            prepare_public(settings.public_database_url)
            _grant(settings.database_url)
        writer = None if read_only_public else usable_roles(settings.public_database_url).publisher
    except DBAPIError as error:
        raise explained(error, settings.data_dir) or DatabaseNotReady() from error
    close_to_others(settings)
    public = engine(settings.public_database_url, read_only=read_only_public, role=writer)
    return Stores(engine(settings.database_url), public)


def public_reader(settings: Settings) -> sa.Engine:
    """The public store as its readers have it: they can write nothing, and on PostgreSQL read nothing else."""
    if settings.public_reader_url:
        return engine(settings.public_reader_url, read_only=True)
    reader = usable_roles(settings.public_database_url).reader
    return engine(settings.public_database_url, read_only=True, role=reader)


@contextmanager
def alone(desk_url: str) -> Iterator[None]:
    """Nobody else makes, migrates or puts aside the databases of this installation while the block runs."""
    address = make_url(desk_url)
    if address.get_backend_name() == "sqlite":
        folder = Path(address.database or "").parent
        with locked(folder) if folder.is_dir() else nullcontext():
            yield
        return
    waiting = sa.create_engine(desk_url, poolclass=sa.NullPool, isolation_level="AUTOCOMMIT")
    with waiting.connect() as connection:  # whose end lets go of the lock
        connection.execute(sa.select(sa.func.pg_advisory_lock(_MAKING)))
        yield


def start(stores: Stores) -> None:
    """Make an installation ready: its journal opened, its registers those of this version and up to the journal.

    Raises `JournalSpoilt` where no register can be built from what the journal holds.
    """
    if _is_up_to_date(stores):
        return
    from app.installation.renewing import bring_up  # noqa: PLC0415 - what is up to date does not wait for what builds it

    bring_up(stores)


def _is_up_to_date(stores: Stores) -> bool:
    """Whether there is nothing to bring up: the desk register is of this version, the public one, of this generation, has
    reached the journal's last entry, and every checkpoint is published."""
    with reading(stores.public) as public:
        meta = _meta(public.connection())
        generation, is_found = meta.get("generation"), meta.get("normaliser") == normaliser_version()
        published = set(public.execute(sa.select(published_checkpoints.c.size)).scalars())
    with reading(stores.desk) as desk:
        if lacks_tables(desk.connection(), register.tables.keys() | journal.tables.keys()):
            return False
        last = desk.execute(sa.select(sa.func.max(entries.c.seq))).scalar()
        reached = desk.execute(
            sa.select(followers.c.reached).where(
                followers.c.scope == RegisterScope.PUBLIC, followers.c.generation == generation
            )
        ).scalar()
        return (
            last is not None
            and last == reached
            and is_found
            and versions().items() <= _meta(desk.connection()).items()
            and published.issuperset(desk.execute(sa.select(checkpoints.c.size)).scalars())
        )


def _grant(desk_url: str) -> None:
    """On PostgreSQL, let workers and servers do what they may at the desk."""
    if make_url(desk_url).get_backend_name() != "postgresql":
        return
    asking = sa.create_engine(desk_url, poolclass=sa.NullPool, hide_parameters=True)
    with asking.begin() as connection:
        grant_desk(connection)
    asking.dispose()


def prepare_public(url: str) -> None:
    """Make the public store ready. A new one bears a new generation, by which the journal knows that it is empty."""
    store = engine(url, role=_make_schema(url).publisher)
    try:
        with store.begin() as connection:
            published_log.create_all(connection)
            if not _is_of_this_version(connection):
                from app.projection.announced_before import keep_announced  # noqa: PLC0415 - the same
                from app.projection.rebuilding import make_anew  # noqa: PLC0415 - the same

                keep_announced(connection)
                make_anew(connection, RegisterScope.PUBLIC)
    finally:
        store.dispose()


def prepare_public_anew(url: str) -> None:
    """The same, and nothing that stood there is left: it followed from a journal that is not this one, or is no database."""
    if make_url(url).get_backend_name() == "sqlite":
        for path in database_files(url):
            path.unlink(missing_ok=True)
    else:
        from app.projection.rebuilding import make_anew  # noqa: PLC0415 - the same

        store = engine(url, role=_make_schema(url).publisher)
        try:
            with store.begin() as connection:
                published_log.drop_all(connection)
                make_anew(connection, RegisterScope.PUBLIC)
        finally:
            store.dispose()
    prepare_public(url)


def _is_of_this_version(connection: sa.Connection) -> bool:
    """Whether the store has the tables of this version, and says so itself."""
    if lacks_tables(connection, PUBLIC_TABLES):
        return False
    meta = _meta(connection)
    return meta.get("version") == REGISTER_VERSION and "generation" in meta


def _meta(connection: sa.Connection) -> dict[str, str]:
    """What a register says of itself: its version and state, and the public one its generation."""
    return {row.key: row.value for row in connection.execute(sa.select(register_meta))}


def _make_schema(url: str) -> Roles:
    """On PostgreSQL the public store is a schema of the desk's database, named by the address' search_path, and belongs to
    a role of its own where there may be one.
    """
    address = make_url(url)
    _, _, schema = str(address.query.get("options", "")).partition("-csearch_path=")
    if address.get_backend_name() != "postgresql" or not schema:
        return Roles()
    name = schema.split()[0]
    maker = sa.create_engine(url, poolclass=sa.NullPool, isolation_level="AUTOCOMMIT")
    with maker.connect() as connection:
        roles = prepare_roles(connection, name)
        if not roles.whole:
            connection.execute(sa.schema.CreateSchema(name, if_not_exists=True))
    return roles
