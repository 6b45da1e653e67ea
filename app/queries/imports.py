"""Imports and their receipts, from the desk."""

from __future__ import annotations

from typing import Any, TypedDict

import orjson
import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.journal.scope import RegisterScope
from app.models.journal import entries, followers, imports


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
    where = [imports.c.actor == actor, *([imports.c.state == state] if state else [])]
    total = session.execute(sa.select(sa.func.count(imports.c.id)).where(*where)).scalar_one()
    query = sa.select(imports).where(*where).order_by(imports.c.at.desc(), imports.c.id).limit(limit).offset(offset)
    return [row for fetched in session.execute(query) if (row := _row(fetched))], total


def imports_after(
    session: Session, actor: str, state: str | None, last: ImportRow | None, most: int
) -> list[ImportRow]:
    """So many of the same, those behind the `last`."""
    where = [imports.c.actor == actor, *([imports.c.state == state] if state else [])]
    if last is not None:
        later = sa.and_(imports.c.at == last["at"], imports.c.id > last["id"])
        where.append(sa.or_(imports.c.at < last["at"], later))
    query = sa.select(imports).where(*where).order_by(imports.c.at.desc(), imports.c.id).limit(most)
    return [row for fetched in session.execute(query) if (row := _row(fetched))]


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
