"""Two matters of which one § bears the numbers: proposed as one, never joined. A § may decide two matters at once."""

from __future__ import annotations

from collections.abc import Collection

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.models.register import cases, items, matter_entities, matters
from app.queries.pairs import Pair, Side


def in_one_item(session: Session, refused: Collection[frozenset[str]]) -> list[Pair]:
    """The pairs of matters that share a § which is in no third, but for those that a person `refused`."""
    one, other, third = (matter_entities.alias(name) for name in ("one", "other", "third"))
    lead, far = matters.alias("lead"), matters.alias("far")
    led, ahead = cases.alias("led"), cases.alias("ahead")
    in_a_third = sa.exists().where(
        third.c.entity_id == items.c.id, third.c.matter_id.not_in((one.c.matter_id, other.c.matter_id))
    )
    query = (
        sa.select(
            items.c.municipality_id,
            items.c.title,
            lead.c.id.label("one"),
            led.c.id.label("one_case"),
            led.c.number.label("one_number"),
            far.c.id.label("other"),
            ahead.c.id.label("other_case"),
            ahead.c.number.label("other_number"),
        )
        .join(one, one.c.entity_id == items.c.id)
        .join(other, sa.and_(other.c.entity_id == items.c.id, other.c.matter_id > one.c.matter_id))
        .join(lead, lead.c.id == one.c.matter_id)
        .join(far, far.c.id == other.c.matter_id)
        .join(led, led.c.id == lead.c.lead_case_id)
        .join(ahead, ahead.c.id == far.c.lead_case_id)
        .where(sa.not_(in_a_third))
        .order_by(items.c.date, items.c.id)
    )
    pairs = {
        (row.one, row.other): Pair(
            row.municipality_id,
            Side(row.one_number, row.one_case, row.one),
            Side(row.other_number, row.other_case, row.other),
            "item",
            row.title,
        )
        for row in session.execute(query)
    }
    return [pair for (one_id, other_id), pair in pairs.items() if frozenset((one_id, other_id)) not in refused]
