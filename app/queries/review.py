"""A file as whoever checks it sees it: the documents in it, what the public sees of each, what is doubted and unread, and what
a person has approved."""

from __future__ import annotations

import hashlib
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any, TypedDict

import orjson
import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.journal.stretches import released_pages
from app.models.journal import act_keys, acts, entries, filings, imports, readings
from app.models.register import appearances, bodies, documents, findings, item_documents, items
from app.queries.held import HeldReason, unseen_documents
from app.queries.json_sql import part_of, read
from app.register.number_series import item_order
from app.register.parts import ActKind, file_key
from importers.bundle import Severity

_PARSED = (("file", "pages"), ("doubts",), ("unread",))


@dataclass(frozen=True, slots=True)
class FiledReading:
    """An upload that was filed: its file, whose it is, and of the reading that counts the pages (number, width, height in
    points), the doubts and the lines that nobody read, as the bundle's JSON has them."""

    import_id: str
    name: str
    sha256: str
    municipality: str
    filing: int
    reading: int
    pages: list[dict[str, Any]]
    doubts: list[dict[str, Any]]
    unread: list[dict[str, Any]]


class ReviewDocument(TypedDict):
    """A document in the file. `public` where all its pages are released; `approved` names who did, and when."""

    id: str
    kind: str
    body: str | None
    date: Any
    title: str | None
    first_page: int
    last_page: int
    public: bool
    held: list[HeldReason]
    approved: tuple[str, str] | None
    items: list[tuple[str, str, str]]


class ReviewDoubt(TypedDict):
    """Something that the reading was unsure of, or did not read (`code` is None). `digest` is what it is known by, `pages` where
    it stands, `boxes` (x0, top, x1, bottom) by page; `settled` names who looked at it, and when."""

    digest: str
    code: str | None
    params: dict[str, Any]
    grave: bool
    quote: str
    pages: list[int]
    boxes: dict[int, list[list[float]]]
    settled: tuple[str, str] | None


def filed_reading(session: Session, import_id: str) -> FiledReading | None:
    """The upload with this id, where it was filed. Of the reading, which may be of a megabyte, no more is parsed than this."""
    row = session.execute(
        sa.select(imports.c.name, imports.c.filing_seq, filings.c.sha256, filings.c.municipality, readings.c.seq)
        .add_columns(*(part_of(entries.c.content, "said", "bundle", *keys).label(keys[-1]) for keys in _PARSED))
        .join(filings, filings.c.seq == imports.c.filing_seq)
        .join(readings, sa.and_(readings.c.filing_seq == filings.c.seq, readings.c.counts))
        .join(entries, entries.c.seq == readings.c.seq)
        .where(imports.c.id == import_id)
    ).first()
    if row is None:
        return None
    parsed = (read(row.pages), read(row.doubts), read(row.unread))
    return FiledReading(import_id, row.name, row.sha256, row.municipality, row.filing_seq, row.seq, *parsed)


def documents_in_file(session: Session, filed: FiledReading) -> list[ReviewDocument]:
    """The documents that lie in the file, in the order of its pages."""
    query = (
        sa.select(
            documents.c.id,
            documents.c.kind,
            documents.c.date,
            documents.c.title,
            bodies.c.name.label("body"),
            appearances.c.first_page,
            appearances.c.last_page,
        )
        .join(appearances, appearances.c.document_id == documents.c.id)
        .outerjoin(bodies, bodies.c.id == documents.c.body_id)
        .where(appearances.c.file_id == filed.sha256, documents.c.municipality_id == filed.municipality)
        .order_by(appearances.c.first_page, appearances.c.last_page, documents.c.id)
    )
    rows = session.execute(query).all()
    ids = [row.id for row in rows]
    held = {row["document"]: row["reasons"] for row in unseen_documents(session, files=[filed.sha256])}
    shown = released_pages(session, filed.filing)
    approved = _approved(session, filed)
    listed = _items(session, ids)
    return [
        ReviewDocument(
            id=row.id,
            kind=row.kind,
            body=row.body,
            date=row.date,
            title=row.title,
            first_page=row.first_page,
            last_page=row.last_page,
            public=shown >= set(range(row.first_page, row.last_page + 1)),
            held=held.get(row.id, []),
            approved=approved.get(row.id),
            items=listed.get(row.id, []),
        )
        for row in rows
    ]


def doubts_in_file(session: Session, filed: FiledReading) -> list[ReviewDoubt]:
    """What the reading doubts and did not read, the gravest first, each in printed order; what is doubted twice in the same words of the
    same place, once."""
    settled = _settled(session, filed.sha256)
    found = [
        _doubt(doubt["code"], doubt["params"], doubt["severity"] == Severity.ERROR, doubt["sources"], settled)
        for doubt in filed.doubts
    ]
    found += [_doubt(None, {}, False, [line["source"]], settled) for line in filed.unread]
    once = {doubt["digest"]: doubt for doubt in found}.values()
    return sorted(once, key=lambda one: (not one["grave"], one["code"] is None, one["pages"][:1]))


def _doubt(
    code: str | None,
    params: dict[str, Any],
    grave: bool,
    sources: list[dict[str, Any]],
    settled: dict[str, tuple[str, str]],
) -> ReviewDoubt:
    boxes: dict[int, list[list[float]]] = {}
    for place in (place for source in sources for place in source["places"]):
        boxes.setdefault(place["page"], []).append(list(place["bbox"]))
    quote = " … ".join(source["quote"] for source in sources)
    digest = hashlib.blake2b(orjson.dumps([code, params, sources]), digest_size=10).hexdigest()
    return ReviewDoubt(
        digest=digest,
        code=code,
        params=params,
        grave=grave,
        quote=quote,
        pages=sorted(boxes),
        boxes=boxes,
        settled=settled.get(digest),
    )


def _items(session: Session, ids: Collection[str]) -> dict[str, list[tuple[str, str, str]]]:
    query = (
        sa.select(item_documents.c.document_id, items.c.id, items.c.number, items.c.title)
        .join(items, items.c.id == item_documents.c.item_id)
        .where(item_documents.c.document_id.in_(ids))
    )
    listed: dict[str, list[tuple[str, str, str]]] = {}
    for row in sorted(session.execute(query), key=lambda row: item_order(row.number)):
        listed.setdefault(row.document_id, []).append((row.id, row.number, row.title))
    return listed


def contested_items(session: Session, documents: Collection[ReviewDocument]) -> list[tuple[str, str]]:
    """Of the documents' §§ those (id, number) that another file tells otherwise: what is shown of them is one of the two texts,
    and may be the other's."""
    numbers = {id: number for document in documents for id, number, _title in document["items"]}
    query = (
        sa.select(findings.c.entity_id)
        .join(item_documents, item_documents.c.item_id == findings.c.entity_id)
        .where(findings.c.code == "texts_disagree", item_documents.c.document_id.in_([one["id"] for one in documents]))
    )
    found = set(session.execute(query).scalars())
    return [(id, number) for id, number in numbers.items() if id in found]


def _approved(session: Session, filed: FiledReading) -> dict[str, tuple[str, str]]:
    """Who approved which documents as this reading has them, and when, by id."""
    rows = session.execute(_standing(ActKind.APPROVE, filed.sha256))
    contents = ((orjson.loads(row.said), row) for row in rows)
    return {said["document"]: (row.actor, row.at) for said, row in contents if said["reading"] == filed.reading}


def _settled(session: Session, sha256: str) -> dict[str, tuple[str, str]]:
    """Who looked at which doubts of a file, and when, by digest."""
    rows = session.execute(_standing(ActKind.SETTLE, sha256))
    return {orjson.loads(row.said)["doubt"]: (row.actor, row.at) for row in rows}


def _standing(kind: ActKind, sha256: str) -> sa.Select[Any]:
    """The acts of a kind on a file that nobody has undone, in order."""
    query = sa.select(acts.c.said, entries.c.actor, entries.c.at).join(entries, entries.c.seq == acts.c.seq)
    query = query.join(act_keys, act_keys.c.seq == acts.c.seq).where(act_keys.c.key == file_key(sha256))
    return query.where(acts.c.kind == kind.value, acts.c.undone_by.is_(None)).order_by(acts.c.seq)
