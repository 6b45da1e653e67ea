"""What matters hold, and what none of them does, as selects of ids.

A § belongs to a matter by `matter_entities`, and so does a document that is of one matter alone. Minutes hold §§ of many
matters and belong to every one of them through `item_documents`, as `documents_of_matter` shows them.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.models.register import documents, item_documents, items, matter_entities

Ids = sa.Select[Any] | sa.CompoundSelect[Any]
# Selects to be taken together: SQLite takes no union within a union.
Parts = tuple[sa.Select[Any], ...]
# What some matters hold: which of them becomes a condition on `matter_entities`.
HoldingIds = Callable[[sa.ColumnElement[bool]], Parts]
# Asked under names of their own, since a list may ask of the same tables.
_item, _document = items.alias("any_item"), documents.alias("any_document")


def items_held(where: sa.ColumnElement[bool]) -> Parts:
    """The §§ of these matters, beside documents of theirs alone."""
    return (sa.select(matter_entities.c.entity_id).where(where),)


def documents_held(where: sa.ColumnElement[bool]) -> Parts:
    """The documents of these matters and those that their §§ stand in, beside the §§."""
    stand_in = sa.select(item_documents.c.document_id).join(
        matter_entities, matter_entities.c.entity_id == item_documents.c.item_id
    )
    return (*items_held(where), stand_in.where(where))


def matters_holding(session: Session, entity_id: str) -> list[str]:
    """The matters of a §, or of a document that is of one matter alone."""
    query = sa.select(matter_entities.c.matter_id).where(matter_entities.c.entity_id == entity_id)
    return list(session.execute(query).scalars())


def items_of_none() -> sa.Select[Any]:
    """The §§ that belong to no matter."""
    belongs = matter_entities.c.entity_id == _item.c.id
    return sa.select(_item.c.id).join(matter_entities, belongs, isouter=True).where(matter_entities.c.id.is_(None))


def documents_of_none() -> sa.Select[Any]:
    """The documents that belong to no matter, nor does any § in them."""
    belongs = matter_entities.c.entity_id == _document.c.id
    of_items = matter_entities.alias("of_items")
    stands_in = (
        sa.select(item_documents.c.document_id)
        .join(of_items, of_items.c.entity_id == item_documents.c.item_id)
        .subquery("stands_in")
    )
    return (
        sa.select(_document.c.id)
        .join(matter_entities, belongs, isouter=True)
        .join(stands_in, stands_in.c.document_id == _document.c.id, isouter=True)
        .where(matter_entities.c.id.is_(None), stands_in.c.document_id.is_(None))
    )
