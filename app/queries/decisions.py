"""What was decided about accounts and keys, by whom and when."""

from __future__ import annotations

from typing import Any, TypedDict

import orjson
import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.models.journal import acts, entries
from app.register.parts import ActKind


class Decision(TypedDict):
    """A decision: `said` is the act's content, `at` an instant (UTC)."""

    seq: int
    at: str
    actor: str
    said: dict[str, Any]


def latest_decisions(session: Session, most: int) -> list[Decision]:
    """So many of the latest, the last first."""
    query = sa.select(acts.c.seq, acts.c.said, entries.c.actor, entries.c.at)
    query = query.join(entries, entries.c.seq == acts.c.seq).where(acts.c.kind == ActKind.ACCESS.value)
    rows = session.execute(query.order_by(acts.c.seq.desc()).limit(most)).all()
    return [Decision(seq=row.seq, at=row.at, actor=row.actor, said=orjson.loads(row.said)) for row in rows]
