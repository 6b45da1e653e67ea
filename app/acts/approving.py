"""That a person has checked what was read, and answers for it. Nothing in the register follows: a later reading is to be
checked anew."""

from __future__ import annotations

from collections.abc import Collection

import sqlalchemy as sa

from app.acts.acting import Actor, acting, last_act
from app.db import Stores
from app.errors import NothingNew, WrongUse
from app.journal import append
from app.language.i18n import gettext as _
from app.models.journal import filings, readings
from app.register.parts import ActKind, file_key


def approve(stores: Stores, sha256: str, reading: int, documents: Collection[str], by: Actor) -> list[int]:
    """Approve documents of a file, by their ids, as a reading (its number) has them; the acts' numbers.

    Raises `WrongUse` where another reading counts by now, `NothingNew` where all are approved.
    """
    key = file_key(sha256)
    with acting(stores, by) as session:
        counts = sa.select(readings.c.seq).join(filings, filings.c.seq == readings.c.filing_seq)
        counts = counts.where(filings.c.sha256 == sha256, readings.c.counts, readings.c.seq == reading)
        if session.execute(counts).first() is None:
            raise WrongUse(_("Filen har lästs om sedan du öppnade sidan. Granska den nya läsningen."))
        contents = [{"document": document, "reading": reading} for document in documents]
        new = [one for one in contents if last_act(session, [key], ActKind.APPROVE, **one) is None]
        if not new:
            raise NothingNew(_("Det är redan godkänt."))
        return [append.act(session, ActKind.APPROVE, [key], one, by.name, by.reason) for one in new]


def settle(stores: Stores, sha256: str, doubt: str, by: Actor) -> int:
    """Say that a doubt about a file (its digest) was looked at and needs nothing more. Raises `NothingNew`."""
    key = file_key(sha256)
    with acting(stores, by) as session:
        if last_act(session, [key], ActKind.SETTLE, doubt=doubt) is not None:
            raise NothingNew(_("Det är redan granskat."))
        return append.act(session, ActKind.SETTLE, [key], {"doubt": doubt}, by.name, by.reason)
