"""The journal's checkpoints, as published."""

from __future__ import annotations

import orjson
import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.models.checkpoints import published_checkpoints
from app.schemas.rows import CheckpointRow


def all_checkpoints(session: Session) -> list[CheckpointRow]:
    """Every checkpoint, by size."""
    query = sa.select(published_checkpoints).order_by(published_checkpoints.c.size)
    return [
        CheckpointRow(
            size=row.size,
            root=row.root,
            at=row.at,
            key=row.key,
            signature=row.signature,
            proof=orjson.loads(row.proof),
        )
        for row in session.execute(query)
    ]
