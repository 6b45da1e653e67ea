"""The §§ that hits are, or stand in: what each says of itself, its matters and its att-satser, in one statement for all."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from typing import Any, NamedTuple

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.models.prepared import Prepared
from app.models.register import bodies, cases, clauses, items, matter_entities, matters, meetings, municipalities
from app.queries.case_refs import case_page, item_page
from app.queries.json_sql import in_json, json_list, list_of, object_of, read
from app.schemas.rows import CaseRef, ItemAt, MunicipalityRef


class HitItem(NamedTuple):
    """A § as hits need it; of its att-satser the ids and the texts, in their order."""

    at: ItemAt
    municipality: MunicipalityRef
    cases: list[CaseRef]
    page: str
    summary: str | None
    clauses: list[tuple[str, str]]


def hit_items(session: Session, ids: Collection[str]) -> dict[str, HitItem]:
    """These §§; one that is gone is left out."""
    if not ids:
        return {}
    rows = _ITEMS.run(session, ids=json_list(ids)).scalars().all()
    return {row["id"]: _item(row) for row in map(read, rows)}


def _item(row: dict[str, Any]) -> HitItem:
    place, day = row["municipality"], dt.date.fromisoformat(row["date"])
    at = ItemAt(id=row["id"], number=row["number"], title=row["title"], date=day, body=row["body"])
    refs = [
        CaseRef(id=case["id"], number=case["number"], title=case["title"], page=case_page(case["place"], case["slug"]))
        for case in row["cases"]
    ]
    page = item_page(place["slug"], row["body"]["name"], day, row["nth"], row["number"])
    return HitItem(at, place, refs, page, row["summary"], [(one["id"], one["text"]) for one in row["clauses"]])


_CASES = (
    sa.select(
        object_of(
            id=sa.func.coalesce(cases.c.id, matters.c.id),
            number=cases.c.number,
            title=matters.c.title,
            slug=matters.c.slug,
            place=municipalities.c.slug,
        )
    )
    .join_from(matter_entities, matters, matters.c.id == matter_entities.c.matter_id)
    .join(cases, cases.c.id == matters.c.lead_case_id, isouter=True)
    .join(municipalities, municipalities.c.id == matters.c.municipality_id)
    .where(matter_entities.c.entity_id == items.c.id)
    .correlate(items)
)
_CLAUSES = sa.select(object_of(id=clauses.c.id, text=clauses.c.text)).where(clauses.c.entity_id == items.c.id)
_ITEMS = Prepared(
    sa.select(
        object_of(
            id=items.c.id,
            number=items.c.number,
            title=items.c.title,
            date=items.c.date,
            summary=items.c.summary,
            nth=sa.func.coalesce(meetings.c.nth, sa.literal_column("1")),
            body=object_of(id=bodies.c.id, name=bodies.c.name, kind=bodies.c.kind),
            municipality=object_of(
                id=municipalities.c.id,
                code=municipalities.c.code,
                name=municipalities.c.name,
                slug=municipalities.c.slug,
            ),
            cases=list_of(_CASES, matters.c.id),
            clauses=list_of(_CLAUSES.correlate(items), clauses.c.decision_id, clauses.c.n),
        )
    )
    .join_from(items, bodies, bodies.c.id == items.c.body_id)
    .join(municipalities, municipalities.c.id == items.c.municipality_id)
    .join(meetings, meetings.c.id == items.c.meeting_id, isouter=True)
    .where(in_json(items.c.id, "ids"))
)
