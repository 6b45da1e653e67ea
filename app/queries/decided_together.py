"""What another § of the same meeting decides about a § among several: "Motionerna under paragraferna 244–265 bordläggs"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from typing import TypedDict

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.models.register import clauses, items
from app.schemas.rows import ItemRef


class DecidedTogether(TypedDict):
    """An att-sats of another § that names this one, and what it does."""

    item: ItemRef
    text: str
    outcome: str | None


def decided_together(session: Session, ids: Collection[str]) -> dict[str, list[DecidedTogether]]:
    """What other §§ decide about each of these, in the order of their numbers."""
    own, other = items.alias("own"), items.alias("other")
    named = sa.literal('%"').concat(own.c.number).concat('"%')
    query = (
        sa.select(own.c.id.label("of"), clauses.c.text, clauses.c.outcome, other.c.id, other.c.number, other.c.title)
        .join(other, sa.and_(other.c.meeting_id == own.c.meeting_id, other.c.id != own.c.id))
        .join(clauses, clauses.c.entity_id == other.c.id)
        .where(own.c.id.in_(ids), sa.cast(clauses.c.about, sa.Text).like(named))
        .order_by(own.c.id, other.c.number, clauses.c.n)
    )
    by_item: dict[str, list[DecidedTogether]] = defaultdict(list)
    for row in session.execute(query):
        at = ItemRef(id=row.id, number=row.number, title=row.title)
        by_item[row.of].append(DecidedTogether(item=at, text=row.text, outcome=row.outcome))
    return by_item
