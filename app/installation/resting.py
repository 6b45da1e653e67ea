"""What rests on the journal: where a register cannot be built from it, whether that is because it is not what was written."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import sqlalchemy as sa
from sqlalchemy.exc import DBAPIError, InvalidRequestError
from sqlalchemy.orm import Session

from app.db import Stores, reading
from app.errors import DiariumError
from app.journal.append import first_broken
from app.journal.proving import faults
from app.language.i18n import N_
from app.language.i18n import gettext as _
from app.models.journal import entries, filings, journal


class JournalSpoilt(DiariumError):
    """A journal that no register can be built from: no rebuild mends that, since everything follows from it."""

    code = "journal-spoilt"
    title = N_("Journalen är skadad")
    detail = N_(
        "Journalen är inte vad som skrevs ({what}), och registret kan inte räknas fram ur den. Återställ en"
        " säkerhetskopia till en ny mapp: diarium db restore"
    )
    status = 503

    def __init__(self, what: str) -> None:
        super().__init__(what=what)


@contextmanager
def resting_on_the_journal(stores: Stores) -> Iterator[None]:
    """For whatever is built from the journal. Raises `JournalSpoilt` where a table of it or all entries are gone, or where the
    block fails and an entry, or what is looked up of one, is not what was written."""
    with reading(stores.desk) as session:
        gone = journal.tables.keys() - set(sa.inspect(session.connection()).get_table_names())
        if gone:
            raise JournalSpoilt(_("tabellen {table} saknas").format(table=min(gone)))
        if not _any(session, entries) and _any(session, filings):  # no new first entry goes before what was filed
            raise JournalSpoilt(_("post {seq}").format(seq=1))
    try:
        yield
    except (DBAPIError, InvalidRequestError, LookupError, ValueError, TypeError) as error:
        if isinstance(error, DBAPIError) and error.connection_invalidated:
            raise
        what = _what_is_wrong(stores)
        if what is None:
            raise
        raise JournalSpoilt(what) from error


def _any(session: Session, table: sa.Table) -> bool:
    return session.execute(sa.select(sa.literal(1)).select_from(table).limit(1)).first() is not None


def _what_is_wrong(stores: Stores) -> str | None:
    """The first thing in the journal that is not what was written."""
    with reading(stores.desk) as session:
        broken, found = first_broken(session), faults(session)
    if broken is not None:
        return _("post {seq}").format(seq=broken)
    return (
        _("det som tabellen {table} har om post {seq}").format(table=found[0].table, seq=found[0].seq)
        if found
        else None
    )
