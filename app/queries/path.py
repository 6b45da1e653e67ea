"""The decision chain of a matter, each step with its sources and what it follows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.models.register import appearances, documents, items, step_follows, steps, targets
from app.queries.sources import Sources, sources_of
from app.schemas.rows import DocumentRef, ItemRef, SourceRow, StepRow


def path(session: Session, matter_id: str, *, placed: bool = True, sources: Sources | None = None) -> list[StepRow]:
    """The steps in order, with their places where `placed`, or those of the matter that have been read. A § only spoken of that lies in another matter is `past` there, and names its item."""
    rows = session.execute(_query(matter_id)).all()
    follows: dict[str, list[str]] = defaultdict(list)
    edges = sa.select(step_follows).where(step_follows.c.owner == matter_id).order_by(step_follows.c.follows_id)
    for edge in session.execute(edges):
        follows[edge.step_id].append(edge.follows_id)
    sources = sources_of(session, [matter_id], placed=placed) if sources is None else sources
    elsewhere = _elsewhere(session, [row.key for row in rows if row.key and row.state == "not_in_register"])
    return [_step(row, sources[row.id], follows[row.id], elsewhere.get(row.key or "")) for row in rows]


def _query(matter_id: str) -> sa.Select[Any]:
    return (
        sa.select(
            steps,
            items.c.title.label("item_title"),
            items.c.number.label("own_number"),
            documents.c.kind.label("paper_kind"),
            documents.c.title.label("paper_title"),
            appearances.c.first_page,
        )
        .join(items, items.c.id == steps.c.item_id, isouter=True)
        .join(documents, documents.c.id == steps.c.document_id, isouter=True)
        .join(appearances, sa.and_(appearances.c.document_id == documents.c.id, appearances.c.lead), isouter=True)
        .where(steps.c.owner == matter_id)
        .order_by(steps.c.n)
    )


def _elsewhere(session: Session, keys: list[str]) -> dict[str, ItemRef]:
    """The § that each key leads to, where it leads to exactly one."""
    if not keys:
        return {}
    query = (
        sa.select(targets.c.key, items.c.id, items.c.number, items.c.title)
        .join(items, items.c.id == targets.c.entity_id)
        .where(targets.c.key.in_(keys))
    )
    refs_of: dict[str, list[ItemRef]] = defaultdict(list)
    for row in session.execute(query):
        refs_of[row.key].append(ItemRef(id=row.id, number=row.number, title=row.title))
    return {key: refs[0] for key, refs in refs_of.items() if len(refs) == 1}


def _step(row: Any, sources: list[Any], follows: list[str], elsewhere: ItemRef | None) -> StepRow:
    item = ItemRef(id=row.item_id, number=row.own_number, title=row.item_title) if row.item_id else elsewhere
    document = (
        DocumentRef(id=row.document_id, kind=row.paper_kind, title=row.paper_title, first_page=row.first_page)
        if row.document_id
        else None
    )
    return step_row(
        row,
        state="past" if elsewhere else row.state,
        item=item,
        document=document,
        sources=sources,
        follows=follows,
    )


def step_row(
    row: Any,
    *,
    state: str,
    item: ItemRef | None = None,
    document: DocumentRef | None = None,
    sources: Sequence[SourceRow] = (),
    follows: Sequence[str] = (),
) -> StepRow:
    """A step from its row, with what the query has fetched beside it."""
    return StepRow(
        id=row.id,
        n=row.n + 1,
        kind=row.kind,
        state=state,
        date=row.date,
        body={"id": row.body_id, "name": row.body} if row.body else None,
        mode=row.mode,
        outcome=row.outcome,
        item=item,
        item_number=row.item_number,
        document=document,
        document_kind=row.document_kind,
        document_number=row.document_number,
        for_body=row.for_body,
        sources=list(sources),
        follows=list(follows),
    )
