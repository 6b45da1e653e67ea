"""The desk's register, brought up to what was just appended; one that is damaged is mended in the same transaction."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy.orm import Session

from app.journal.append import add_keys
from app.journal.scope import RegisterScope
from app.journal.stretches import corrected_keys
from app.projection.damage import SUSPECTS, is_damage
from app.projection.project import project
from app.projection.rebuilding import rebuild
from app.projection.rows import Rows


def project_desk(session: Session, keys: Collection[str]) -> int:
    """Bring the desk register up to what was just appended around `keys`, in the transaction that appended it; returns the
    rows changed.

    What people corrected may give a new part other keys than it was read with: it is to be found under those too.
    """
    corrected = add_keys(session, corrected_keys(session, keys))
    try:
        with session.begin_nested():
            return project(session, Rows(session), RegisterScope.DESK, {*keys, *corrected})
    except SUSPECTS as error:
        if not is_damage(error):
            raise
        return rebuild(session, Rows(session), RegisterScope.DESK)
