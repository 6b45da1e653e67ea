"""The corrections that show in a register: what a person typed in, where, and what stood there before. In the public
register they are those of what is public; who did it and why is the desk's alone."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.models.register import documents, items, sources
from app.queries.findings import entities_named
from app.schemas.change_rows import CorrectionRow


def correction_log(session: Session, municipality: str | None = None) -> list[CorrectionRow]:
    """Every correction that holds, of one municipality (its id) or of all, by the day of what it is in."""
    here: sa.ColumnElement[bool] = sa.true()
    if municipality is not None:
        of_place = (
            sa.select(table.c.id).where(table.c.municipality_id == municipality) for table in (items, documents)
        )
        here = sources.c.owner.in_(sa.union_all(*of_place))
    rows = _rows(session, sa.and_(sources.c.correction.is_not(None), here))
    return sorted(rows, key=lambda row: str(row["at"]["date"]) if row["at"] else "")


def corrections_by_id(session: Session, ids: Collection[str]) -> list[CorrectionRow]:
    """These corrections, in any order."""
    return _rows(session, sources.c.id.in_(ids))


def corrections_of(session: Session, rows: Sequence[Any]) -> list[CorrectionRow]:
    """The corrections that these rows of sources hold, in their order."""
    at = entities_named(session, {row.owner for row in rows}) if rows else {}
    return [
        CorrectionRow(
            id=row.id,
            fact_id=row.fact_id,
            field=row.field,
            replaced=row.quote if row.quote and row.correction["kind"] != "added" else None,
            at=at.get(row.owner),
            correction=row.correction,
        )
        for row in rows
    ]


def _rows(session: Session, where: sa.ColumnElement[bool]) -> list[CorrectionRow]:
    query = sa.select(sources).where(where).order_by(sources.c.owner, sources.c.n, sources.c.id)
    return corrections_of(session, session.execute(query).all())
