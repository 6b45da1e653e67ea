"""The places that facts rest on, fetched for many facts at once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from typing import Any, NamedTuple

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.models.prepared import Prepared
from app.models.register import appearances, passages, sources
from app.queries.json_sql import in_json, json_list, object_of, read
from app.schemas.rows import SourceRow

Sources = dict[str, list[SourceRow]]


def sources_of(
    session: Session, owners: Collection[str], *, placed: bool = True, facts: Collection[str] | None = None
) -> Sources:
    """The sources of every fact that these owners (matters, items, documents) carry, or of these `facts` of theirs alone, by
    fact; none asked for, none found."""
    by_fact: Sources = defaultdict(list)
    if not placed:
        return by_fact
    query = _OF_OWNERS if facts is None else _OF_FACTS
    for row in session.execute(
        query, {"owners": list(owners), **({} if facts is None else {"facts": list(facts)})}
    ).mappings():
        by_fact[row.fact_id].append(_source(row))
    return by_fact


def first_sources(session: Session, owners: Collection[str], facts: Collection[str]) -> dict[str, SourceRow]:
    """The first source of each of these facts that these owners carry."""
    if not owners or not facts:
        return {}
    rows = _FIRST.run(session, owners=json_list(owners), facts=json_list(facts)).scalars().all()
    by_fact: dict[str, Mapping[str, Any]] = {}
    for row in map(read, rows):
        by_fact.setdefault(row["fact_id"], row)
    return {fact: _source(row) for fact, row in by_fact.items()}


def sources_in(session: Session, document_id: str) -> list[SourceRow]:
    """Every source that quotes this document."""
    query = _select().where(sources.c.document_id == document_id).order_by(sources.c.id)
    return [_source(row) for row in session.execute(query).mappings()]


class Stretch(NamedTuple):
    """A stretch of a § or document as it is printed. Where it stands is asked for those alone that are shown."""

    id: str
    text: str


def passages_of(session: Session, owners: Collection[str]) -> dict[str, list[Stretch]]:
    """The text of these §§ and documents as it is printed, in order."""
    by_owner: dict[str, list[Stretch]] = defaultdict(list)
    for owner, id, text in _PASSAGES.run(session, owners=json_list(owners)).all() if owners else ():
        by_owner[owner].append(Stretch(id, text))
    return by_owner


def sources_of_passages(session: Session, ids: Collection[str]) -> dict[str, SourceRow]:
    """Where these stretches stand, by their ids; each quotes itself."""
    rows = map(read, _OF_PASSAGES.run(session, ids=json_list(ids)).scalars().all()) if ids else ()
    return {row["fact_id"]: _source(row) for row in rows}


def _readers(of: sa.Table) -> Iterator[sa.ColumnElement[Any]]:
    """The reader of the file: one reading counts for a file."""
    for name in ("reader", "reader_version"):
        read = sa.select(appearances.c[name]).where(appearances.c.file_id == of.c.file_id)
        yield read.limit(1).scalar_subquery().label(name)


def _select() -> sa.Select[Any]:
    """Sources, each with the reader of its file."""
    return sa.select(sources, *_readers(sources))


def _first() -> sa.Select[Any]:
    names = ("fact_id", "kind", "field", "document_id", "file_id", "quote", "places", "correction")
    read_by = dict(zip(("reader", "reader_version"), _readers(sources), strict=True))
    query = sa.select(object_of(**{name: sources.c[name] for name in names}, **read_by))
    query = query.where(in_json(sources.c.owner, "owners"), in_json(sources.c.fact_id, "facts"))
    return query.order_by(sources.c.fact_id, sources.c.field.isnot(None), sources.c.field, sources.c.n)


def _of_passages() -> sa.Select[Any]:
    """Passages as sources."""
    read_by = dict(zip(("reader", "reader_version"), _readers(passages), strict=True))
    fixed = {"kind": sa.literal_column("'read'"), "field": sa.null(), "correction": sa.null()}
    columns = {name: passages.c[name] for name in ("document_id", "file_id", "places")}
    query = sa.select(object_of(fact_id=passages.c.id, **columns, quote=passages.c.text, **fixed, **read_by))
    return query.where(in_json(passages.c.id, "ids"))


# Made once: to build a statement anew costs more than to run it.
_FIRST = Prepared(_first())
_OF_OWNERS = (
    _select()
    .where(sources.c.owner.in_(sa.bindparam("owners", expanding=True)))
    .order_by(sources.c.fact_id, sources.c.field.isnot(None), sources.c.field, sources.c.n)
)
_OF_FACTS = _OF_OWNERS.where(sources.c.fact_id.in_(sa.bindparam("facts", expanding=True)))
_PASSAGES = Prepared(
    sa.select(passages.c.owner, passages.c.id, passages.c.text)
    .where(in_json(passages.c.owner, "owners"))
    .order_by(passages.c.owner, passages.c.n)
)
_OF_PASSAGES = Prepared(_of_passages())


def _source(row: Mapping[Any, Any]) -> SourceRow:
    page = row["places"][0]["page"] if row["places"] else None
    return SourceRow(
        kind=row["kind"],
        field=row["field"],
        document_id=row["document_id"],
        file=row["file_id"] if row["reader"] is not None else None,
        page=page,
        quote=row["quote"],
        places=row["places"],
        image=image_of(row["document_id"], row["file_id"], row["places"]),
        reader=row["reader"],
        reader_version=row["reader_version"],
        reviewed=row["kind"] == "entered",
        correction=row["correction"],
    )


def image_of(document_id: str, sha256: str, places: list[dict[str, Any]]) -> str | None:
    """The address of the page image, in the file that was read, with a frame round all the lines quoted on the first page."""
    if not places:
        return None
    page = places[0]["page"]
    return f"/api/v1/documents/{document_id}/pages/{page}.webp?box={box_of(places)}&file={sha256}"


def box_of(places: list[dict[str, Any]]) -> str:
    """The box (`x0,top,x1,bottom`, points) round every place on the first page quoted."""
    page, (left, top, right, bottom) = places[0]["page"], places[0]["bbox"]
    for place in places[1:]:
        if place["page"] == page:
            box = place["bbox"]
            left, top, right, bottom = min(left, box[0]), min(top, box[1]), max(right, box[2]), max(bottom, box[3])
    return f"{left:.1f},{top:.1f},{right:.1f},{bottom:.1f}"
