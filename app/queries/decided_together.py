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
    by_item: dict[str, list[DecidedTogether]] = defaultdict(list)
    for row in session.execute(_NAMED_BY_OTHERS, {"ids": list(ids)}):
        at = ItemRef(id=row.id, number=row.number, title=row.title)
        by_item[row.of].append(DecidedTogether(item=at, text=row.text, outcome=row.outcome))
    return by_item


# Made once: to build a statement anew costs more than to run it.
_OWN, _OTHER = items.alias("own"), items.alias("other")
_NAMED_BY_OTHERS = (
    sa.select(_OWN.c.id.label("of"), clauses.c.text, clauses.c.outcome, _OTHER.c.id, _OTHER.c.number, _OTHER.c.title)
    .join(_OTHER, sa.and_(_OTHER.c.meeting_id == _OWN.c.meeting_id, _OTHER.c.id != _OWN.c.id))
    .join(clauses, clauses.c.entity_id == _OTHER.c.id)
    .where(
        _OWN.c.id.in_(sa.bindparam("ids", expanding=True)),
        sa.cast(clauses.c.about, sa.Text).like(sa.literal('%"').concat(_OWN.c.number).concat('"%')),
    )
    .order_by(_OWN.c.id, _OTHER.c.number, clauses.c.n)
)
