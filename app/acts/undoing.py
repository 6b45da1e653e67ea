"""An act undone by its number; what it laid over the reading is gone, and the journal keeps both."""

from __future__ import annotations

import orjson
import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.acts.acting import Actor, acting
from app.acts.municipalities import hold_addresses_apart
from app.db import Stores
from app.errors import WrongUse
from app.journal import append
from app.journal.releasing import withdraw_file
from app.language.i18n import gettext as _
from app.models.journal import acts, readings, releases
from app.projection.desk import project_desk
from app.register.parts import ActKind


def undo(stores: Stores, seq: int, by: Actor) -> None:
    """Undo an act by its number: a link, choice, correction or day, or what was entered by hand; of a release, its pages
    are withdrawn and so on. Of a mask, the public sees nothing of the file until it is released anew. What was purged stays so."""
    with acting(stores, by, hides=True) as session:
        released = session.execute(sa.select(releases).where(releases.c.seq == seq)).first()
        if released is not None:
            pages = (released.first_page, released.last_page)
            append.release(session, released.filing_seq, pages, by.name, by.reason, public=not released.public)
        else:
            kind = session.execute(sa.select(acts.c.kind).where(acts.c.seq == seq)).scalar()
            if kind == ActKind.PURGE:
                raise WrongUse(_("Det som är utplånat kommer inte tillbaka."))
            if kind == ActKind.ACCESS:
                raise WrongUse(_("Ett beslut om konton eller nycklar ångras med ett nytt, under Administration."))
            undone = append.undo_reading if _is_entered(session, seq) else append.undo
            try:
                keys = undone(session, seq, by.name, by.reason)
            except LookupError as error:
                raise WrongUse(_("Det finns ingen åtgärd {seq} att ångra.").format(seq=seq)) from error
            project_desk(session, keys)
            if kind == ActKind.MUNICIPALITY:
                hold_addresses_apart(session)
            for sha256 in _unmasked(session, seq):
                withdraw_file(session, sha256, by.name, by.reason)


def _unmasked(session: Session, seq: int) -> list[str]:
    """The file that an undone act had masked."""
    said = session.execute(sa.select(acts.c.said).where(acts.c.seq == seq, acts.c.kind == ActKind.MASK)).scalar()
    return [orjson.loads(said)["file"]] if said else []


def _is_entered(session: Session, seq: int) -> bool:
    return session.execute(sa.select(readings.c.seq).where(readings.c.seq == seq)).first() is not None
