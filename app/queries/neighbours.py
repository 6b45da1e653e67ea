"""What lies around one matter: whose rows tell of it. More than is needed does no harm, less would."""

from __future__ import annotations

from collections.abc import Collection

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.loads import loads
from app.models.published import DATED, PAST
from app.queries.aliases import cases_moved


def ids_at(session: Session, slug: str) -> set[str]:
    """The ids of the cases and matters whose addresses end so, now or on any day before, in whatever municipality."""
    ids = _found(session, "cases", "slug", {slug}, "id") | _found(session, "matters", "slug", {slug}, "id")
    return ids | cases_moved(session, slug=slug)


def owners_near(session: Session, case_ids: Collection[str]) -> set[str]:
    """The owners of the rows that tell of the matters with these cases' ids (or their own), now or on any day before:
    matters, §§, documents, and what these refer to. None where there is no such matter."""
    matters = _found(session, "cases", "id", case_ids, "owner") | _found(session, "matters", "id", case_ids, "id")
    entities = _found(session, "matter_entities", "matter_id", matters, "entity_id")
    entities |= _found(session, "item_documents", "item_id", entities, "document_id")
    keys = _found(session, "document_references", "entity_id", entities, "key")
    keys |= _found(session, "steps", "owner", matters, "key")
    keys |= _found(session, "findings", "owner", matters | entities, "key")
    listed = _found(session, "motions", "matter_id", matters, "key")
    announcing = _found(session, "motions", "key", listed, "entity_id")
    answering = _found(session, "targets", "key", keys, "entity_id")
    held_by = _found(session, "matter_entities", "entity_id", entities | answering, "owner")
    beside = _found(session, "item_documents", "document_id", entities, "item_id")
    return matters | entities | announcing | answering | held_by | beside


def _found(session: Session, table: str, by: str, values: Collection[str], wanted: str) -> set[str]:
    """What a table says of these values, now or before."""
    ids: set[str] = set()
    for one in (DATED[table], PAST[table]):
        for batch in loads(sorted(values)):
            rows = session.execute(sa.select(one.c[wanted]).where(one.c[by].in_(batch)).distinct())
            ids |= {value for value in rows.scalars() if value is not None}
    return ids
