"""What another § of the same meeting decides about a § among several: "Motionerna under paragraferna 244–265 bordläggs"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from typing import TypedDict

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.models.register import NAMES_ITEMS, clauses, items
from app.schemas.rows import ItemRef


class DecidedTogether(TypedDict):
    """An att-sats of another § that names this one, and what it does."""

    item: ItemRef
    text: str
    outcome: str | None


def decided_together(session: Session, ids: Collection[str]) -> dict[str, list[DecidedTogether]]:
    """What other §§ decide about each of these, in the order of their numbers."""
    by_item: dict[str, list[DecidedTogether]] = defaultdict(list)
    for row in session.execute(_NAMED_BY_OTHERS, {"ids": list(ids)}):
        at = ItemRef(id=row.id, number=row.number, title=row.title)
        by_item[row.of].append(DecidedTogether(item=at, text=row.text, outcome=row.outcome))
    return by_item


# Made once: to build a statement anew costs more than to run it. What is named in each meeting is read once, however many of
# its §§ are asked for, and of the clauses those alone that name any.
_OWN = (
    sa.select(items.c.id, items.c.meeting_id, items.c.number)
    .where(items.c.id.in_(sa.bindparam("ids", expanding=True)))
    .cte("own")
    .prefix_with("MATERIALIZED")
)
_NAMING = (
    sa.select(clauses.c.about, clauses.c.text, clauses.c.outcome, clauses.c.n)
    .add_columns(items.c.meeting_id, items.c.id, items.c.number, items.c.title)
    .join_from(items, clauses, clauses.c.entity_id == items.c.id)
    .where(items.c.meeting_id.in_(sa.select(_OWN.c.meeting_id)), NAMES_ITEMS)
    .cte("naming")
    .prefix_with("MATERIALIZED")
)
_NAMED_BY_OTHERS = (
    sa.select(_OWN.c.id.label("of"), _NAMING.c.text, _NAMING.c.outcome, _NAMING.c.id, _NAMING.c.number, _NAMING.c.title)
    .join_from(_OWN, _NAMING, sa.and_(_NAMING.c.meeting_id == _OWN.c.meeting_id, _NAMING.c.id != _OWN.c.id))
    .where(sa.cast(_NAMING.c.about, sa.Text).like(sa.literal('%"').concat(_OWN.c.number).concat('"%')))
    .order_by(_OWN.c.id, _NAMING.c.number, _NAMING.c.n)
)
