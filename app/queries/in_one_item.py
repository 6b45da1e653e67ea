"""Two matters of which one § bears the numbers: proposed as one, never joined. A § may decide two matters at once."""

from __future__ import annotations

from collections.abc import Collection

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.models.register import cases, items, matter_entities, matters
from app.queries.pairs import Pair, Side


def in_one_item(session: Session, refused: Collection[frozenset[str]]) -> list[Pair]:
    """The pairs of matters that share a § which is in no third, but for those that a person `refused`."""
    in_two = (
        sa.select(
            matter_entities.c.entity_id,
            sa.func.min(matter_entities.c.matter_id).label("one"),
            sa.func.max(matter_entities.c.matter_id).label("other"),
        )
        .where(matter_entities.c.entity == "item")
        .group_by(matter_entities.c.entity_id)
        .having(sa.func.count() == 2)
        .subquery()
    )
    lead, far = matters.alias("lead"), matters.alias("far")
    led, ahead = cases.alias("led"), cases.alias("ahead")
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
        .select_from(in_two)
        .join(items, items.c.id == in_two.c.entity_id)
        .join(lead, lead.c.id == in_two.c.one)
        .join(far, far.c.id == in_two.c.other)
        .join(led, led.c.id == lead.c.lead_case_id)
        .join(ahead, ahead.c.id == far.c.lead_case_id)
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
    return [pair for between, pair in pairs.items() if frozenset(between) not in refused]
