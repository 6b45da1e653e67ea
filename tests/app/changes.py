"""What has changed in a scope since a number: dense, in order of commit, for those who follow."""

from __future__ import annotations

from typing import TypedDict

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.models.register import changes


class ChangeRow(TypedDict):
    """`kind` is made, changed or gone; `version` is None where the matter is gone."""

    n: int
    at: str
    kind: str
    matter_id: str
    municipality_id: str
    slug: str
    version: str | None


def changes_since(session: Session, n: int, limit: int = 100) -> list[ChangeRow]:
    """The next changes after number `n`, at most `limit`."""
    query = sa.select(changes).where(changes.c.n > n).order_by(changes.c.n).limit(limit)
    return [ChangeRow(**row) for row in session.execute(query).mappings()]  # type: ignore[typeddict-item] # same columns
