"""Imports and their receipts, from the desk."""

from __future__ import annotations

from typing import Any, TypedDict

import orjson
import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.models.journal import imports


class ImportRow(TypedDict):
    """One upload's fate; `problem` holds the refusal's code and parameters."""

    id: str
    at: str
    name: str
    sha256: str
    actor: str
    state: str
    receipt: dict[str, Any] | None
    problem: dict[str, Any] | None


def import_by_id(session: Session, import_id: str) -> ImportRow | None:
    return _row(session.execute(sa.select(imports).where(imports.c.id == import_id)).first())


def _row(row: Any) -> ImportRow | None:
    if row is None:
        return None
    return ImportRow(
        id=row.id,
        at=row.at,
        name=row.name,
        sha256=row.sha256,
        actor=row.actor,
        state=row.state,
        receipt=orjson.loads(row.receipt) if row.receipt else None,
        problem=orjson.loads(row.problem) if row.problem else None,
    )
