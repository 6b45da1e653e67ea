"""A file purged (utplånad): removed for good, with who, when, why and by which provision in the journal."""

from __future__ import annotations

from pathlib import Path

import sqlalchemy as sa

from app.acts.acting import Actor
from app.db import Stores, reading
from app.errors import EntityNotFound, WrongUse
from app.installation.purging import BeingRead, Purge, purge_file
from app.language.i18n import gettext as _
from app.models.register import appearances


def purge(stores: Stores, folder: Path, sha256: str, by: Actor, *, law: str) -> Purge:
    """Purge a file with all that lies in it. Cannot be undone.

    Raises `WrongUse` without a provision and while the file is read, `EntityNotFound`.
    """
    if not law.strip():
        raise WrongUse(_("Ange lagrummet."))
    try:
        return purge_file(stores, folder, sha256, (by.name, by.reason), law.strip())
    except BeingRead as busy:
        raise WrongUse(_("Filen läses just nu. Försök igen om en stund.")) from busy
    except LookupError as missing:
        raise EntityNotFound(sha256) from missing


def documents_in(stores: Stores, sha256: str) -> int:
    """How many documents lie in the file: all of them go with it."""
    with reading(stores.desk) as session:
        query = sa.select(sa.func.count(sa.distinct(appearances.c.document_id))).where(appearances.c.file_id == sha256)
        return int(session.execute(query).scalar_one())
