"""What came in and cannot be read, laid aside: a person has seen to it, and it waits for nobody."""

from __future__ import annotations

import sqlalchemy as sa

from app.acts.acting import Actor, acting, last_act
from app.db import Stores
from app.errors import ImportNotFound, NothingNew, WrongUse
from app.journal import append
from app.language.i18n import gettext as _
from app.models.journal import imports
from app.register.parts import ActKind, file_key

_REFUSED = "refused"  # of uploads (`app/imports/uploads.py`)


def lay_aside(stores: Stores, upload: str, by: Actor) -> int:
    """Lay an upload (its id) that was refused aside. The same file handed in anew is an upload of its own. Raises `ImportNotFound`,
    `NothingNew`, and `WrongUse` for one that was not refused, or without a reason."""
    if not by.reason:
        raise WrongUse(_("Skriv varför filen läggs åt sidan."))
    with acting(stores, by) as session:
        row = session.execute(sa.select(imports).where(imports.c.id == upload)).first()
        if row is None:
            raise ImportNotFound(upload)
        if row.state != _REFUSED:
            raise WrongUse(_("Bara det som inte gick att läsa läggs åt sidan."))
        key = file_key(row.sha256)
        if last_act(session, [key], ActKind.ASIDE, upload=upload) is not None:
            raise NothingNew(_("Filen är redan lagd åt sidan."))
        return append.act(session, ActKind.ASIDE, [key], {"upload": upload}, by.name, by.reason)
