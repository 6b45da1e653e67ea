"""Which matters things belong to, and where they stand: what lists say beside each row, fetched for many at once."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Collection
from functools import lru_cache
from typing import Any
from urllib.parse import quote

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.ids import slugify
from app.models.register import bodies, cases, item_documents, items, matter_entities, matters, municipalities
from app.register.municipalities import Municipality
from app.schemas.rows import BodyRef, CaseRef, CaseRow, ItemAt, MunicipalityRef

_slug = lru_cache(maxsize=4_096)(slugify)  # lists say the same few bodies again and again


def case_page(place: str, slug: str) -> str:
    """The address of a matter's page, of its municipality's slug and its own: `/arenden/alnsjo/ks-2025-00042`."""
    return f"/arenden/{place}/{slug}"


def item_page(place: str, body: str, day: dt.date, nth: int, number: str) -> str:
    """The address of a §'s page, of its municipality's slug, its body's name, and the day and number of the meeting:
    `/paragrafer/alnsjo/kommunstyrelsen/2025-11-05/12`."""
    return f"/paragrafer/{meeting_part(place, body, day, nth)}/{quote(number, safe='')}"


def meeting_part(place: str, body: str, day: dt.date, nth: int) -> str:
    """What addresses call a meeting: `alnsjo/kommunstyrelsen/2025-11-05`, and `…-2` for the body's second that day."""
    return f"{place}/{_slug(body)}/{day.isoformat() if nth == 1 else f'{day.isoformat()}-{nth}'}"


def address_of(case: CaseRow) -> str:
    """The address of the matter's page."""
    return case_page(case["municipality"]["slug"], case["slug"])


def ref_of(case: CaseRow) -> CaseRef:
    """The matter as other rows name it."""
    return CaseRef(id=case["id"], number=case["number"], title=case["title"], page=address_of(case))


def cases_of(session: Session, entities: Collection[str]) -> dict[str, list[CaseRef]]:
    """The matters that each §, or document of one matter alone, belongs to, under the number that leads them."""
    by_entity: dict[str, list[CaseRef]] = defaultdict(list)
    for row in session.execute(_OF_ENTITIES, {"ids": list(entities)}).all():
        by_entity[row.entity_id].append(_case(row))
    return by_entity


def cases_of_documents(session: Session, ids: Collection[str]) -> dict[str, list[CaseRef]]:
    """The matters that each document belongs to, by itself or by a § in it, under the number that leads them."""
    by_entity: dict[str, list[CaseRef]] = defaultdict(list)
    for row in session.execute(_OF_DOCUMENTS, {"ids": list(ids)}):
        by_entity[row.entity_id].append(_case(row))
    return by_entity


def matters_by_id(session: Session, ids: Collection[str]) -> dict[str, CaseRef]:
    """These matters, under the number that leads each."""
    query = _led(sa.select(*_MATTER).select_from(matters)).where(matters.c.id.in_(ids))
    return {row.matter_id: _case(row) for row in session.execute(query)}


_MATTER = (
    matters.c.id.label("matter_id"),
    matters.c.title,
    matters.c.slug,
    cases.c.id.label("case_id"),
    cases.c.number,
    municipalities.c.slug.label("place"),
)


def _led(query: sa.Select[Any]) -> sa.Select[Any]:
    return query.join(cases, cases.c.id == matters.c.lead_case_id, isouter=True).join(
        municipalities, municipalities.c.id == matters.c.municipality_id
    )


# Made once: to build a statement anew costs more than to run it.
_IDS: sa.BindParameter[Any] = sa.bindparam("ids", expanding=True)
_OF_ENTITIES = _led(
    sa.select(matter_entities.c.entity_id, *_MATTER).join_from(
        matter_entities, matters, matters.c.id == matter_entities.c.matter_id
    )
)
_OF_ENTITIES = _OF_ENTITIES.where(matter_entities.c.entity_id.in_(_IDS)).order_by(matters.c.id)


def _of_documents() -> sa.Select[Any]:
    own = sa.select(matter_entities.c.entity_id, matter_entities.c.matter_id)
    by_item = sa.select(item_documents.c.document_id, matter_entities.c.matter_id).join(
        matter_entities, matter_entities.c.entity_id == item_documents.c.item_id
    )
    of = sa.union(
        own.where(matter_entities.c.entity_id.in_(_IDS)), by_item.where(item_documents.c.document_id.in_(_IDS))
    ).subquery()
    query = _led(sa.select(of.c.entity_id, *_MATTER).join_from(of, matters, matters.c.id == of.c.matter_id))
    return query.order_by(matters.c.id)


_OF_DOCUMENTS = _of_documents()


def _case(row: Any) -> CaseRef:
    return CaseRef(
        id=row.case_id or row.matter_id, number=row.number, title=row.title, page=case_page(row.place, row.slug)
    )


def items_at(session: Session, ids: Collection[str]) -> dict[str, tuple[ItemAt, MunicipalityRef]]:
    """Which body's § each is, when and where."""
    return {
        row.id: (
            ItemAt(
                id=row.id,
                number=row.number,
                title=row.title,
                date=row.date,
                body=BodyRef(id=row.body_id, name=row.name, kind=row.kind),
            ),
            municipality_ref(row),
        )
        for row in session.execute(_ITEMS_AT, {"ids": list(ids)})
    }


_PLACE = (
    municipalities.c.id.label("place_id"),
    municipalities.c.code.label("place_code"),
    municipalities.c.name.label("place_name"),
    municipalities.c.slug.label("place_slug"),
)
_ITEMS_AT = (
    sa.select(items, bodies.c.name, bodies.c.kind, *_PLACE)
    .join(bodies, bodies.c.id == items.c.body_id)
    .join(municipalities, municipalities.c.id == items.c.municipality_id)
    .where(items.c.id.in_(_IDS))
)


def municipality_columns() -> tuple[sa.ColumnElement[Any], ...]:
    """What `municipality_ref` reads."""
    return _PLACE


def place_ref(place: Municipality) -> MunicipalityRef:
    return MunicipalityRef(id=place.id, code=place.code, name=place.name, slug=place.slug)


def municipality_ref(row: Any) -> MunicipalityRef:
    return MunicipalityRef(id=row.place_id, code=row.place_code, name=row.place_name, slug=row.place_slug)
