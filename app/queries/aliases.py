"""Where an id leads that a correction moved: a §, a document or a case is found under every id it ever had."""

from __future__ import annotations

from collections.abc import Sequence

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.models.register import aliases, redirects


def moved(session: Session, old_id: str) -> str | None:
    """The id under which a §, a document or a case goes now; None where no correction moved it, or the correction does not say whereto."""
    into = set(session.execute(sa.select(aliases.c.into).where(aliases.c.old_id == old_id)).scalars())
    return into.pop() if len(into) == 1 else None


def cases_moved(session: Session, *, slug: str, keys: Sequence[str] = ()) -> set[str]:
    """The ids of the cases whose number was corrected from the one with this slug or one of these keys."""
    wanted = sa.or_(aliases.c.slug == slug, *(aliases.c.key == key for key in keys))
    query = sa.select(aliases.c.into).where(aliases.c.kind == "case", wanted)
    return set(session.execute(query).scalars())


def sent_on(session: Session, person_id: str) -> str:
    """Where an id leads: through every merge since, itself where there was none."""
    seen = {person_id}
    while into := session.execute(sa.select(redirects.c.into).where(redirects.c.id == person_id)).scalar():
        if into in seen:
            break
        seen.add(into)
        person_id = into
    return person_id


def now_at(session: Session, old_id: str) -> str | None:
    """The id that this one became; None where it became nothing else."""
    into = moved(session, old_id) or sent_on(session, old_id)
    return into if into != old_id else None
