"""The places that facts rest on, fetched for many facts at once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.models.register import appearances, sources
from app.schemas.rows import SourceRow

Sources = dict[str, list[SourceRow]]


def sources_of(
    session: Session, owners: Collection[str], *, placed: bool = True, facts: Collection[str] | None = None
) -> Sources:
    """The sources of every fact that these owners (matters, items, documents) carry, or of these `facts` of theirs alone, by
    fact; none asked for, none found."""
    by_fact: Sources = defaultdict(list)
    if not placed:
        return by_fact
    query = _OF_OWNERS if facts is None else _OF_FACTS
    for row in session.execute(query, {"owners": list(owners), **({} if facts is None else {"facts": list(facts)})}):
        by_fact[row.fact_id].append(_source(row))
    return by_fact


def sources_in(session: Session, document_id: str) -> list[SourceRow]:
    """Every source that quotes this document."""
    query = _select().where(sources.c.document_id == document_id).order_by(sources.c.id)
    return [_source(row) for row in session.execute(query)]


def _select() -> sa.Select[Any]:
    """Sources, each with the reader of its file: one reading counts for a file."""
    read = appearances.c.file_id == sources.c.file_id
    return sa.select(
        sources,
        sa.select(appearances.c.reader).where(read).limit(1).scalar_subquery().label("reader"),
        sa.select(appearances.c.reader_version).where(read).limit(1).scalar_subquery().label("reader_version"),
    )


# Made once: to build a statement anew costs more than to run it.
_OF_OWNERS = (
    _select()
    .where(sources.c.owner.in_(sa.bindparam("owners", expanding=True)))
    .order_by(sources.c.fact_id, sources.c.field.isnot(None), sources.c.field, sources.c.n)
)
_OF_FACTS = _OF_OWNERS.where(sources.c.fact_id.in_(sa.bindparam("facts", expanding=True)))


def _source(row: Any) -> SourceRow:
    page = row.places[0]["page"] if row.places else None
    return SourceRow(
        kind=row.kind,
        field=row.field,
        document_id=row.document_id,
        file=row.file_id if row.reader is not None else None,
        page=page,
        quote=row.quote,
        places=row.places,
        image=image_of(row.document_id, row.file_id, row.places),
        reader=row.reader,
        reader_version=row.reader_version,
        reviewed=row.kind == "entered",
        correction=row.correction,
    )


def image_of(document_id: str, sha256: str, places: list[dict[str, Any]]) -> str | None:
    """The address of the page image, in the file that was read, with a frame round all the lines quoted on the first page."""
    if not places:
        return None
    page = places[0]["page"]
    return f"/api/v1/documents/{document_id}/pages/{page}.webp?box={box_of(places)}&file={sha256}"


def box_of(places: list[dict[str, Any]]) -> str:
    """The box (`x0,top,x1,bottom`, points) round every place on the first page quoted."""
    boxes = [place["bbox"] for place in places if place["page"] == places[0]["page"]]
    corners = (min(b[0] for b in boxes), min(b[1] for b in boxes), max(b[2] for b in boxes), max(b[3] for b in boxes))
    return ",".join(f"{corner:.1f}" for corner in corners)
