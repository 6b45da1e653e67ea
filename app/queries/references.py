"""What entities say of others, and whether it is there: asked when read, so a late document heals early references."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.models.register import document_references, matter_entities, targets
from app.queries.sources import Sources
from app.schemas.rows import ReferenceRow

_NO_KEY = ""  # every key begins with a municipality
# Made once: to build a statement anew costs more than to run it.
_IDS: sa.BindParameter[Any] = sa.bindparam("ids", expanding=True)
_REFERENCES = (
    sa.select(document_references)
    .where(document_references.c.entity_id.in_(_IDS))
    .order_by(document_references.c.entity_id, document_references.c.n)
)
_TARGETS = sa.select(targets.c.key, targets.c.entity_id).where(targets.c.key.in_(_IDS))
_MATTERS = sa.select(matter_entities.c.entity_id, matter_entities.c.matter_id).where(
    matter_entities.c.entity_id.in_(_IDS)
)


def references_of(session: Session, entities: Collection[str], sources: Sources) -> dict[str, list[ReferenceRow]]:
    """The references of these entities, by entity, each with its verdict."""
    rows = session.execute(_REFERENCES, {"ids": list(entities)}).all()
    candidates = _candidates(session, {row.key for row in rows if row.key})
    near = _matters(session, {*entities, *(e for references in candidates.values() for e in references)})
    references: dict[str, list[ReferenceRow]] = defaultdict(list)
    for row in rows:
        verdict, target = verdict_of(row.entity_id, candidates.get(row.key or "", set()), near, within=row.within)
        references[row.entity_id].append(
            ReferenceRow(
                id=row.id,
                role=row.role,
                text=row.text,
                kind=row.kind,
                body=row.body,
                date=row.date,
                item_number=row.item_number,
                attachment=row.attachment,
                verdict=verdict,
                target=target,
                sources=sources[row.id],
            )
        )
    return references


def _candidates(session: Session, keys: set[str]) -> dict[str, set[str]]:
    references: dict[str, set[str]] = defaultdict(set)
    # asked in any case, so that all answers take as many statements; an empty list would be held against every target
    asked = list(keys) or [_NO_KEY]
    for row in session.execute(_TARGETS, {"ids": asked}):
        references[row.key].add(row.entity_id)
    return references


def _matters(session: Session, entities: set[str]) -> dict[str, set[str]]:
    """The matters that each entity belongs to."""
    references: dict[str, set[str]] = defaultdict(set)
    for row in session.execute(_MATTERS, {"ids": list(entities)}):
        references[row.entity_id].add(row.matter_id)
    return references


def verdict_of(
    entity: str, candidates: set[str], matters: dict[str, set[str]], *, within: bool
) -> tuple[str, str | None]:
    """Exactly one candidate is found; none or two are reported so. A document that lists itself means itself."""
    if candidates == {entity}:
        return "found", entity
    near = {c for c in candidates - {entity} if matters[c] & matters[entity]}
    far = set() if within else candidates - {entity} - near
    if len(near) == 1:
        return "found", next(iter(near))
    if len(near) > 1 or len(far) > 1:
        return "several", None
    return ("elsewhere", next(iter(far))) if far else ("none", None)
