"""Whether §§ decide or propose: an outcome that is proposed is never told as a decision."""

from __future__ import annotations

from collections.abc import Collection

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.models.register import decisions


def modes_of(session: Session, ids: Collection[str]) -> dict[str, str]:
    """What the first decision of each § does, `decides` or `proposes`, by the §'s id; of one without a decision, nothing."""
    if not ids:
        return {}
    query = sa.select(decisions.c.item_id, decisions.c.mode).where(decisions.c.item_id.in_(ids))
    modes: dict[str, str] = {}
    for row in session.execute(query.order_by(decisions.c.item_id, decisions.c.n)):
        modes.setdefault(row.item_id, row.mode)
    return modes
