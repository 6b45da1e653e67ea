"""Where an old id leads, whatever it was of: what a correction moved, who was merged, what was renamed."""

from __future__ import annotations

from sqlalchemy.orm import Session

from app.queries.aliases import moved
from app.queries.people import sent_on


def now_at(session: Session, old_id: str) -> str | None:
    """The id that this one became; None where it became nothing else."""
    into = moved(session, old_id) or sent_on(session, old_id)
    return into if into != old_id else None
