"""What lies where an installation's two databases are to be, told apart by their tables: no migration and no rebuild mends
a database that is not the one it is taken for."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import sqlalchemy as sa
from sqlalchemy.exc import DBAPIError

from app.db import engine, revisions
from app.errors import DiariumError
from app.failures import is_spoilt
from app.installation.lost import has_journal, is_no_file_yet, refuse_lost, shown, tables_of
from app.language.i18n import N_
from app.models.journal import entries
from app.models.public_tables import WITHDRAWN_NAME
from app.settings import Settings


class WrongDatabase(DiariumError):
    """A database that cannot be what it is to be; `remedy` is the line to type, where one helps. Addresses bear no password."""

    code = "wrong-database"
    title = N_("Fel databas")
    status = 503
    remedy: str | None = None


class DeskSpoilt(WrongDatabase):
    code = "desk-spoilt"
    detail = N_(
        "{database} är ingen databas eller är skadad, och där ska journalen ligga. Återställ en säkerhetskopia till en ny"
        " mapp: diarium db restore"
    )
    remedy = "diarium db restore"


class PublicSpoilt(WrongDatabase):
    """What is public follows from the journal."""

    code = "public-spoilt"
    detail = N_("{database} är ingen databas eller är skadad. Den publika databasen görs på nytt av: diarium rebuild")
    remedy = "diarium rebuild"


class VersionGone(WrongDatabase):
    code = "version-gone"
    detail = N_(
        "Tabellen alembic_version i {database} saknas eller är tom, och utan den går det inte att veta vilken version"
        " tabellerna har. Återställ en säkerhetskopia till en ny mapp: diarium db restore"
    )
    remedy = "diarium db restore"


class UnknownVersion(WrongDatabase):
    """`stands` is the migration that the tables stand at, `newest` the last that this programme knows."""

    code = "unknown-version"
    detail = N_(
        "Tabellerna i {database} är av version {stands}, och det här programmet känner versionerna till och med {newest}:"
        " ett nyare program har skrivit dem. Kör det, eller återställ en säkerhetskopia till en ny mapp: diarium db restore"
    )


class DatabasesSwapped(WrongDatabase):
    code = "databases-swapped"
    detail = N_(
        "Databaserna har bytt plats: journalen ligger i {public} och det publika registret i {desk}. Byt tillbaka dem,"
        " eller rätta DIARIUM_DATABASE_URL och DIARIUM_PUBLIC_DATABASE_URL."
    )


class NoDesk(WrongDatabase):
    code = "no-desk"
    detail = N_(
        "I {database} ska journalen ligga, men där ligger ett publikt register. Rätta DIARIUM_DATABASE_URL, eller återställ"
        " en säkerhetskopia till en ny mapp: diarium db restore"
    )
    remedy = "diarium db restore"


class NotPublic(WrongDatabase):
    code = "not-public"
    detail = N_(
        "I {database} ska det publika registret ligga, men där ligger en journal. Rätta DIARIUM_PUBLIC_DATABASE_URL."
    )


def refuse_wrong(settings: Settings) -> None:
    """Before anything is made. Raises `WrongDatabase` where the desk's database is not the desk's, `JournalLost` where the
    journal is gone, and what the databases raise that cannot be reached."""
    desk, public = settings.database_url, settings.public_database_url
    with _spoilt_is(DeskSpoilt, desk):
        tables = tables_of(desk)
        if WITHDRAWN_NAME in tables and entries.name not in tables:
            if has_journal(public):
                raise DatabasesSwapped(desk=shown(desk), public=shown(public))
            raise NoDesk(database=shown(desk))
        stands = _stands_at(desk)
        if stands is not None and stands not in (known := revisions()):
            raise UnknownVersion(database=shown(desk), stands=stands, newest=max(known))
        if not has_journal(desk):
            refuse_lost(settings)
        elif stands is None:
            raise VersionGone(database=shown(desk))


def refuse_wrong_public(url: str) -> None:
    """The same of the public database. Raises `PublicSpoilt`, `NotPublic`."""
    with _spoilt_is(PublicSpoilt, url):
        if entries.name in tables_of(url):
            raise NotPublic(database=shown(url))


@contextmanager
def _spoilt_is(kind: type[WrongDatabase], url: str) -> Iterator[None]:
    try:
        yield
    except DBAPIError as error:
        if not is_spoilt(error):
            raise
        raise kind(database=shown(url)) from error


def _stands_at(desk: str) -> str | None:
    """The migration that the database says it stands at; none is made where there is no database. Raises what it raises where it
    goes away meanwhile."""
    if is_no_file_yet(desk):
        return None
    store = engine(desk)
    try:
        with store.connect() as connection:
            if not sa.inspect(connection).has_table("alembic_version"):
                return None
            found: str | None = connection.execute(sa.text("SELECT version_num FROM alembic_version")).scalar()
            return found
    finally:
        store.dispose()
