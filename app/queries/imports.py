"""Imports and their receipts, from the desk."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any, TypedDict

import orjson
import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.journal.scope import RegisterScope
from app.models.journal import entries, followers, imports

_LATEST_FIRST = (imports.c.at.desc(), imports.c.id)


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


def imports_of(session: Session, actor: str, state: str | None, limit: int, offset: int) -> tuple[list[ImportRow], int]:
    """What this actor has filed, the latest first, and how much there is of it in all."""
    where = _filed_by(actor, state)
    total = session.execute(sa.select(sa.func.count(imports.c.id)).where(*where)).scalar_one()
    query = sa.select(imports).where(*where).order_by(*_LATEST_FIRST).limit(limit).offset(offset)
    return [row for fetched in session.execute(query) if (row := _row(fetched))], total


def ids_of_imports(session: Session, actor: str, state: str | None) -> list[str]:
    """The ids of the same, all of them."""
    query = sa.select(imports.c.id).where(*_filed_by(actor, state)).order_by(*_LATEST_FIRST)
    return list(session.execute(query).scalars())


def imports_by_id(session: Session, ids: Collection[str]) -> list[ImportRow]:
    """These, the latest first."""
    query = sa.select(imports).where(imports.c.id.in_(ids)).order_by(*_LATEST_FIRST)
    return [row for fetched in session.execute(query) if (row := _row(fetched))]


def _filed_by(actor: str, state: str | None) -> list[sa.ColumnElement[bool]]:
    return [imports.c.actor == actor, *([imports.c.state == state] if state else [])]


def last_entry(session: Session) -> int:
    """The number of the journal's last entry."""
    return session.execute(sa.select(sa.func.max(entries.c.seq))).scalar() or 0


def published_until(session: Session) -> int:
    """The entry of the journal that the public register has come to."""
    reached = sa.select(followers.c.reached).where(followers.c.scope == RegisterScope.PUBLIC)
    return session.execute(reached).scalar() or 0


def _receipt(stored: str | None) -> dict[str, Any] | None:
    """What the upload came to, without what its minutes tell otherwise than others': that may be out of files that whoever
    handed it in is not to see."""
    receipt = orjson.loads(stored) if stored else None
    return {name: value for name, value in receipt.items() if name != "differs"} if receipt else None


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
        receipt=_receipt(row.receipt),
        problem=orjson.loads(row.problem) if row.problem else None,
    )
