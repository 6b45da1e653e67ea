"""Where something stands at the desk: the file and the page at which whoever works there can look."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from typing import Any, TypedDict

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.loads import loads
from app.models.journal import filings, imports
from app.models.register import (
    appearances,
    bodies,
    documents,
    item_documents,
    items,
    matter_entities,
    mentions,
    names,
    presence,
)
from app.queries.sources import first_sources
from app.schemas.rows import SourceRow

_MOST = 4


class Stand(TypedDict):
    """A § (`number`) or a document (`kind`) on a page of a file; `import_id` is the upload that brought it."""

    entity: str
    kind: str
    body: str | None
    date: dt.date | None
    number: str | None
    title: str | None
    import_id: str
    page: int


def stands_of(session: Session, entities: Collection[str]) -> dict[str, Stand]:
    """Where each of these §§ and documents lies first, the ones that lie in no file left out."""
    found: dict[str, Stand] = {}
    for load in loads(sorted(entities)):
        first = first_sources(session, load, load)
        for query in (_documents(load), _items(load)):
            for row in session.execute(query).mappings():
                found.setdefault(row["entity"], _stand(row, first.get(row["entity"])))
    return found


def _stand(row: sa.RowMapping, source: SourceRow | None) -> Stand:
    """At the page where the § itself stands, which in whole minutes is not the document's first."""
    own = source["page"] if source and source["file"] == row["file_id"] else None
    return Stand(
        entity=row["entity"],
        kind=row["kind"],
        body=row["body"],
        date=row["date"],
        number=row["number"],
        title=row["title"],
        import_id=row["import_id"],
        page=own or row["page"],
    )


def stands_of_matters(session: Session, matters: Collection[str], *, latest: bool = False) -> dict[str, list[Stand]]:
    """Where the first papers of each matter lie, or the `latest`."""
    of: dict[str, list[str]] = defaultdict(list)
    for load in loads(sorted(matters)):
        query = sa.select(matter_entities.c.matter_id, matter_entities.c.entity_id)
        for row in session.execute(query.where(matter_entities.c.matter_id.in_(load)).order_by(matter_entities.c.id)):
            of[row.matter_id].append(row.entity_id)
    return _placed(session, of, latest=latest)


def stands_of_people(session: Session, people: Iterable[str]) -> dict[str, list[Stand]]:
    """Where each person was named last."""
    of: dict[str, list[str]] = {}
    for person in sorted(set(people)):
        own = sa.select(names.c.id).where(names.c.person_id == person)
        named = sa.select(mentions.c.owner).where(mentions.c.name_id.in_(own))
        latest = named.order_by(mentions.c.date.desc().nulls_last(), mentions.c.id).limit(_MOST)
        listed = sa.select(presence.c.owner).join(documents, documents.c.id == presence.c.document_id)
        listed = listed.where(presence.c.name_id.in_(own))
        listed = listed.order_by(documents.c.date.desc().nulls_last(), presence.c.id).limit(_MOST)
        of[person] = [*session.execute(latest).scalars(), *session.execute(listed).scalars()]
    return _placed(session, of, latest=True)


def stands_of_bodies(session: Session, ids: Iterable[str]) -> dict[str, list[Stand]]:
    """Where the latest papers of each body lie."""
    of: dict[str, list[str]] = {}
    for body in sorted(set(ids)):
        query = sa.select(documents.c.id).where(documents.c.body_id == body)
        query = query.order_by(documents.c.date.desc().nulls_last(), documents.c.id).limit(_MOST)
        of[body] = list(session.execute(query).scalars())
    return _placed(session, of, latest=True)


def _placed(session: Session, of: Mapping[str, list[str]], *, latest: bool) -> dict[str, list[Stand]]:
    """At most four places of each, the first or the latest, in the order of their days; a page once."""
    there = stands_of(session, {entity for entities in of.values() for entity in entities})
    placed: dict[str, list[Stand]] = {}
    for key, entities in of.items():
        pages = {(there[one]["import_id"], there[one]["page"]): there[one] for one in entities if one in there}
        by_day = sorted(pages.values(), key=lambda stand: stand["date"] or dt.date.min)
        placed[key] = by_day[-_MOST:] if latest else by_day[:_MOST]
    return placed


def _brought() -> sa.ScalarSelect[Any]:
    """The first upload that brought a file to the municipality whose document lies in it: another may have filed it too."""
    of = documents.alias()
    query = (
        sa.select(sa.func.min(imports.c.id)).select_from(imports).join(filings, filings.c.seq == imports.c.filing_seq)
    )
    query = query.join(of, of.c.municipality_id == filings.c.municipality)
    query = query.where(of.c.id == appearances.c.document_id, filings.c.sha256 == appearances.c.file_id)
    return query.correlate(appearances).scalar_subquery()


def _documents(ids: Collection[str]) -> sa.Select[Any]:
    brought = _brought()
    return (
        sa.select(
            documents.c.id.label("entity"),
            documents.c.kind,
            bodies.c.name.label("body"),
            documents.c.date,
            sa.null().label("number"),
            documents.c.title,
            brought.label("import_id"),
            appearances.c.file_id,
            appearances.c.first_page.label("page"),
        )
        .join(appearances, appearances.c.document_id == documents.c.id)
        .outerjoin(bodies, bodies.c.id == documents.c.body_id)
        .where(documents.c.id.in_(ids), brought.is_not(None))
        .order_by(documents.c.id, appearances.c.lead.desc(), appearances.c.file_id)
    )


def _items(ids: Collection[str]) -> sa.Select[Any]:
    brought = _brought()
    return (
        sa.select(
            items.c.id.label("entity"),
            sa.literal("item").label("kind"),
            bodies.c.name.label("body"),
            items.c.date,
            items.c.number,
            items.c.title,
            brought.label("import_id"),
            appearances.c.file_id,
            appearances.c.first_page.label("page"),
        )
        .join(item_documents, item_documents.c.item_id == items.c.id)
        .join(appearances, appearances.c.document_id == item_documents.c.document_id)
        .join(bodies, bodies.c.id == items.c.body_id)
        .where(items.c.id.in_(ids), brought.is_not(None))
        .order_by(items.c.id, appearances.c.lead.desc(), appearances.c.file_id)
    )
