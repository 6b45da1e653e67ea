"""A journal that is gone: its database is not there or empty, beside what only an installation that has had one holds.

A new journal begun there would have another secret, and so other ids, and would follow from no file that was filed.
"""

from __future__ import annotations

from pathlib import Path

import sqlalchemy as sa
from sqlalchemy.engine import make_url
from sqlalchemy.exc import DBAPIError

from app.db import engine
from app.errors import DiariumError
from app.failures import is_spoilt
from app.journal.storage import storage_of
from app.journal.stored import FILES, any_filed
from app.language.i18n import N_
from app.language.i18n import gettext as _
from app.models.journal import entries, filings
from app.models.register import register_meta
from app.settings import Settings


class JournalLost(DiariumError):
    """No journal where there was one; `database` is its address without a password, `what` shows that there was one."""

    remedy = "diarium db restore"
    code = "journal-lost"
    title = N_("Journalen är borta")
    detail = N_(
        "Journalen är borta: {database} saknas eller är tom, men {what}. Utan den är allt som lästs in och gjorts förlorat,"
        " och ingen ny påbörjas här. Pekar DIARIUM_DATABASE_URL rätt, återställ en säkerhetskopia: diarium db restore."
        " Den som vill börja om från början gör det i en tom mapp och mot tomma databaser."
    )
    status = 503

    def __init__(self, database: str, what: str) -> None:
        super().__init__(database=database, what=what)


def refuse_lost(settings: Settings) -> None:
    """Where there is no journal. Raises `JournalLost`, and what the databases raise that cannot be reached."""
    what = _shows_that_there_was_one(settings)
    if what is not None:
        raise JournalLost(shown(settings.database_url), what)


def has_journal(url: str) -> bool:
    """Whether the database holds an entry, or what was filed by one; what is no database does not."""
    return _holds(url, {entries.name, filings.name}, spoilt=False)


def holds_anything(url: str) -> bool:
    """Whether the database holds a row of anything but what every new one bears, or is none."""
    return _holds(url, None, spoilt=True)


def may_be_made_anew(url: str) -> bool:
    """Whether nothing is lost with the database, where a public register is to be: it holds nothing, is one that follows from a
    journal, or is spoilt."""
    try:
        tables = tables_of(url)
    except DBAPIError as error:
        if not is_spoilt(error):
            raise
        return True
    return not has_journal(url) and (register_meta.name in tables or not holds_anything(url))


def _shows_that_there_was_one(settings: Settings) -> str | None:
    """What only an installation with a journal has: files, or something public."""
    if any_filed(storage_of(settings)):
        return _("det ligger filer i {folder}").format(folder=f"{settings.files_url or settings.data_dir}/{FILES}")
    if holds_anything(settings.public_database_url):
        return _("det publika registret är inte tomt")
    return None


def tables_of(url: str) -> set[str]:
    """The names of the database's tables; none is made where there is no database."""
    if is_no_file_yet(url):
        return set()
    store = engine(url)
    try:
        return set(sa.inspect(store).get_table_names())
    finally:
        store.dispose()


def shown(url: str) -> str:
    """The address as it may be printed."""
    return make_url(url).render_as_string(hide_password=True)


def _holds(url: str, wanted: set[str] | None, *, spoilt: bool) -> bool:
    """Whether any of these tables of the database holds a row; `spoilt` where that cannot be read."""
    if is_no_file_yet(url):
        return False
    store = engine(url)
    try:
        with store.connect() as connection:
            there = set(sa.inspect(connection).get_table_names())
            names = there & wanted if wanted is not None else {name for name in there if not _in_every_new(name)}
            held = (sa.select(sa.literal(1)).select_from(sa.table(name)).limit(1) for name in sorted(names))
            return any(connection.execute(query).first() is not None for query in held)
    except DBAPIError as error:
        if not is_spoilt(error):
            raise
        return spoilt
    finally:
        store.dispose()


def _in_every_new(table: str) -> bool:
    return table in {"alembic_version", register_meta.name} or "_fts_" in table  # of the index of words


def is_no_file_yet(url: str) -> bool:
    """Whether the address is a file's that is not there, or that nothing was written to."""
    address = make_url(url)
    path = Path(address.database or "")
    return address.get_backend_name() == "sqlite" and not (path.is_file() and path.stat().st_size)
