"""Documents with their appearances in files, and what they say themselves."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.models.prepared import Prepared
from app.models.register import (
    appearances,
    bodies,
    documents,
    files,
    item_documents,
    items,
    matter_entities,
    municipalities,
)
from app.queries.aliases import moved
from app.queries.items import Alike, alike_of
from app.queries.json_sql import counted_number, in_json, json_list, object_of, read
from app.queries.membership import documents_held
from app.schemas.rows import (
    AppearanceRow,
    BodyRef,
    DocumentRow,
    FileRow,
    HeadedRow,
    ItemRef,
    MaskedRow,
    MunicipalityRef,
)

# Made once: to build a statement anew costs more than to run it.
_IDS: sa.BindParameter[Any] = sa.bindparam("ids", expanding=True)
_DOCUMENTS = (
    sa.select(
        documents,
        bodies.c.name.label("body"),
        bodies.c.kind.label("body_kind"),
        municipalities.c.code,
        municipalities.c.name,
        municipalities.c.slug,
    )
    .join(municipalities, municipalities.c.id == documents.c.municipality_id)
    .join(bodies, bodies.c.id == documents.c.body_id, isouter=True)
    .where(documents.c.id.in_(_IDS))
    .order_by(documents.c.date.is_(None), documents.c.date, documents.c.id)
)
# The pages of a file that is masked: of others there is nothing to look for among them.
_MASKED = sa.case((sa.cast(files.c.pages, sa.Text).contains('"masked"'), files.c.pages))
_APPEARANCES = (
    sa.select(appearances, files.c.bytes, files.c.complete, files.c.unseen, _MASKED.label("masked_pages"))
    .join(files, files.c.id == appearances.c.file_id)
    .where(appearances.c.document_id.in_(_IDS))
    .order_by(appearances.c.lead.desc(), appearances.c.file_id, appearances.c.first_page)
)
_ITEMS = (
    sa.select(item_documents.c.document_id, items.c.id, items.c.number, items.c.title)
    .join(items, items.c.id == item_documents.c.item_id)
    .where(item_documents.c.document_id.in_(_IDS))
    .order_by(item_documents.c.document_id, counted_number(items.c.number), items.c.number, items.c.id)
)
_BODY = object_of(id=bodies.c.id, name=bodies.c.name, kind=bodies.c.kind)
_HEADED = Prepared(
    sa.select(
        object_of(
            id=documents.c.id,
            kind=documents.c.kind,
            body=sa.select(_BODY).where(bodies.c.id == documents.c.body_id).scalar_subquery(),
            date=documents.c.date,
        )
    )
    .where(in_json(documents.c.id, "ids"))
    .order_by(documents.c.date.is_(None), documents.c.date, documents.c.id)
)


@dataclass(frozen=True, slots=True)
class Leaf:
    """A page of a document: the file it lies in (sha256), its number there, how large it is, in points, and what of it is masked."""

    sha256: str
    page: int
    width: float
    height: float
    first_page: int
    last_page: int
    masked: MaskedRow | None


def documents_of_matter(session: Session, matter_id: str, *, placed: bool = True) -> list[DocumentRow]:
    """The matter's documents: those that belong to it, and those that its §§ stand in; by date."""
    ids = sa.union(*documents_held(matter_entities.c.matter_id == matter_id))
    return documents_by_id(session, sorted(session.execute(ids).scalars()), placed=placed)


def document(session: Session, document_id: str) -> DocumentRow | None:
    """The document with this id, or the one that bore it before a person corrected its day or its body."""
    rows = documents_by_id(session, [document_id])
    if not rows and (now := moved(session, document_id)):
        rows = documents_by_id(session, [now])
    return next(iter(rows), None)


def documents_by_id(
    session: Session, ids: Collection[str], *, placed: bool = True, alike: Alike | None = None
) -> list[DocumentRow]:
    """These documents by date, each with its appearances, its own att-satser and references; `alike` is what has been read of
    them."""
    sources, people, sentences, references, numbers = alike or alike_of(session, ids, placed=placed)
    lies_in = _appearances(session, ids)
    holds = _items(session, ids)
    return [
        DocumentRow(
            id=row.id,
            kind=row.kind,
            title=row.title,
            body=BodyRef(id=row.body_id, name=row.body, kind=row.body_kind) if row.body_id else None,
            date=row.date,
            document_number=row.document_number,
            received=row.received,
            addressed_to=row.addressed_to,
            municipality=MunicipalityRef(id=row.municipality_id, code=row.code, name=row.name, slug=row.slug),
            case_numbers=numbers[row.id],
            signed_by=people[(row.id, "signed_by")],
            handlaggare=people[(row.id, "handlaggare")],
            clauses=sentences[row.id],
            references=references[row.id],
            appearances=lies_in[row.id],
            items=holds[row.id],
            sources=sources[row.id],
        )
        for row in session.execute(_DOCUMENTS, {"ids": list(ids)})
    ]


def headed(session: Session, ids: Collection[str]) -> list[HeadedRow]:
    """What these documents are called by, by date: where no more of them is shown."""
    found = map(read, _HEADED.run(session, ids=json_list(ids)).scalars().all()) if ids else ()
    return [
        HeadedRow(
            id=row["id"],
            kind=row["kind"],
            body=row["body"],
            date=dt.date.fromisoformat(row["date"]) if row["date"] else None,
        )
        for row in found
    ]


def leaf(session: Session, document_id: str, page: int, sha256: str | None = None) -> Leaf | None:
    """Page `page` (as numbered in the file) of a document, where the document holds it and this scope may show it: in the
    file that leads, or in another that it lies in, known by its sha256 or the beginning of it. None too where several of its
    files begin so: the page of one is not shown for that of another."""
    named = appearances.c.file_id.startswith(sha256 or "", autoescape=True)
    of_file = appearances.c.lead if sha256 is None else named
    query = (
        sa.select(appearances.c.first_page, appearances.c.last_page, files.c.id, files.c.pages)
        .join(files, files.c.id == appearances.c.file_id)
        .where(appearances.c.document_id == document_id, of_file)
        .order_by(appearances.c.first_page)
    )
    rows = session.execute(query).all()
    row = rows[0] if len({row.id for row in rows}) == 1 else None
    if row is None or not row.first_page <= page <= row.last_page:
        return None
    shown = next((p for p in row.pages if p["number"] == page), None)
    if shown is None:
        return None
    told = shown.get("masked")
    masked = MaskedRow(boxes=told["boxes"], laws=told["laws"]) if told else None
    return Leaf(row.id, page, shown["width"], shown["height"], row.first_page, row.last_page, masked)


def _appearances(session: Session, ids: Collection[str]) -> dict[str, list[AppearanceRow]]:
    by_document: dict[str, list[AppearanceRow]] = defaultdict(list)
    for row in session.execute(_APPEARANCES, {"ids": list(ids)}):
        by_document[row.document_id].append(
            AppearanceRow(
                file=FileRow(sha256=row.file_id, bytes=row.bytes, complete=row.complete, unseen=row.unseen),
                first_page=row.first_page,
                last_page=row.last_page,
                lead=row.lead,
                reader=row.reader,
                reader_version=row.reader_version,
                unread_lines=row.unread_lines,
                doubts=row.doubts,
                masked=_masked(row),
            )
        )
    return by_document


def _masked(row: sa.Row[Any]) -> MaskedRow | None:
    """What is masked on a document's own pages of a file; None where nothing is."""
    own = range(row.first_page, row.last_page + 1)
    told = [page["masked"] for page in row.masked_pages or () if page["number"] in own and "masked" in page]
    laws = dict.fromkeys(law for one in told for law in one["laws"])
    return MaskedRow(boxes=sum(one["boxes"] for one in told), laws=list(laws)) if told else None


def _items(session: Session, ids: Collection[str]) -> dict[str, list[ItemRef]]:
    by_document: dict[str, list[ItemRef]] = defaultdict(list)
    for row in session.execute(_ITEMS, {"ids": list(ids)}):
        by_document[row.document_id].append(ItemRef(id=row.id, number=row.number, title=row.title))
    return by_document
