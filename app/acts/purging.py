"""A file purged (utplånad): removed for good, with who, when, why and by which provision in the journal."""

from __future__ import annotations

import sqlalchemy as sa

from app.acts.acting import Actor
from app.db import Stores, reading
from app.errors import EntityNotFound, WrongUse
from app.imports.spools import drop_from_folders
from app.installation.purging import BeingRead, Purge, purge_file
from app.language.i18n import gettext as _
from app.models.register import appearances
from app.settings import Settings


def purge(stores: Stores, using: Settings, sha256: str, by: Actor, *, law: str) -> tuple[Purge, list[str]]:
    """Purge a file with all that lies in it, also in the watched folders; with the paths there that could not be looked into.
    Cannot be undone.

    Raises `WrongUse` without a provision and while the file is read, `EntityNotFound`.
    """
    if not law.strip():
        raise WrongUse(_("Ange lagrummet."))
    try:
        done = purge_file(stores, using, sha256, (by.name, by.reason), law.strip())
    except BeingRead as busy:
        raise WrongUse(_("Filen läses just nu. Försök igen om en stund.")) from busy
    except LookupError as missing:
        raise EntityNotFound(sha256) from missing
    return done, drop_from_folders(using, sha256)


def documents_in(stores: Stores, sha256: str) -> int:
    """How many documents lie in the file: all of them go with it."""
    with reading(stores.desk) as session:
        query = sa.select(sa.func.count(sa.distinct(appearances.c.document_id))).where(appearances.c.file_id == sha256)
        return int(session.execute(query).scalar_one())
