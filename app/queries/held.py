"""The documents that the public has never been shown, and why. Asked of the desk, which alone knows them."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any, TypedDict

import orjson
import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.journal.masks import mask_of
from app.journal.releasing import held_back
from app.loads import loads
from app.models.journal import entries, filings, readings, releases
from app.models.register import appearances, bodies, documents
from app.register.holding import BY_DEFAULT, Hold, holds_left
from app.register.municipalities import Municipality
from importers.bundle import bundle_from_json


class HeldReason(TypedDict):
    """`code` and `params` make the sentence (`app.language.holding`)."""

    code: str
    params: dict[str, Any]


class HeldRow(TypedDict):
    """A document that is held: where it lies, and what has to be looked at before it is released."""

    document: str
    municipality: str
    kind: str
    body: str | None
    date: str | None
    file: str
    sha256: str
    first_page: int
    last_page: int
    reasons: list[HeldReason]


def held_documents(
    session: Session, among: Collection[str] | None = None, files: Collection[str] | None = None
) -> list[HeldRow]:
    """What is held, in the order of filing: `among` some documents by their ids, or in some `files` (sha256), or all."""
    lying = list(_appearances(session, among, files))
    shown = _shown(session, {row.filing for row in lying})
    rows = [row for row in lying if not shown.get(row.filing, set()) & _pages(row)]
    reasons = {filing: _reasons(session, filing) for filing in dict.fromkeys(row.filing for row in rows)}
    held = []
    for row in rows:
        name, by_pages = reasons[row.filing]
        why = by_pages.get((row.first_page, row.last_page), ())
        held.append(
            HeldRow(
                document=row.document_id,
                municipality=row.municipality,
                kind=row.kind,
                body=row.body,
                date=row.date.isoformat() if row.date else None,
                file=name,
                sha256=row.file_id,
                first_page=row.first_page,
                last_page=row.last_page,
                reasons=[HeldReason(code=code, params=dict(params)) for code, params in why or (Hold(BY_DEFAULT, {}),)],
            )
        )
    return held


def _appearances(
    session: Session, among: Collection[str] | None, files: Collection[str] | None = None
) -> Iterator[Any]:
    query = (
        sa.select(
            appearances.c.document_id,
            appearances.c.file_id,
            appearances.c.first_page,
            appearances.c.last_page,
            documents.c.kind,
            documents.c.date,
            bodies.c.name.label("body"),
            filings.c.seq.label("filing"),
            filings.c.municipality,
        )
        .join(documents, documents.c.id == appearances.c.document_id)
        .join(
            filings,
            sa.and_(filings.c.sha256 == appearances.c.file_id, filings.c.municipality == documents.c.municipality_id),
        )
        .outerjoin(bodies, bodies.c.id == documents.c.body_id)
        .order_by(filings.c.seq, appearances.c.first_page, appearances.c.document_id)
    )
    if among is None and files is None:
        yield from session.execute(query)
    for load in loads(sorted(among or ())):
        yield from session.execute(query.where(appearances.c.document_id.in_(load)))
    for load in loads(sorted(files or ())):
        yield from session.execute(query.where(appearances.c.file_id.in_(load)))


def _pages(row: Any) -> set[int]:
    return set(range(row.first_page, row.last_page + 1))


def _shown(session: Session, filed: Collection[int]) -> dict[int, set[int]]:
    """The pages of each of these filings about which a person or a default has decided: what was withdrawn was shown once."""
    decided: dict[int, set[int]] = {}
    query = sa.select(releases.c.filing_seq, releases.c.first_page, releases.c.last_page)
    for load in loads(sorted(filed)):
        for row in session.execute(query.where(releases.c.filing_seq.in_(load))):
            decided.setdefault(row.filing_seq, set()).update(range(row.first_page, row.last_page + 1))
    return decided


def _reasons(session: Session, filing: int) -> tuple[str, dict[tuple[int, int], tuple[Hold, ...]]]:
    """The file's name; and why its documents are held, by their pages."""
    filed = session.execute(
        sa.select(entries.c.content, entries.c.actor, filings.c.body, filings.c.sha256)
        .join(filings, filings.c.seq == entries.c.seq)
        .where(entries.c.seq == filing)
    ).one()
    read = sa.select(readings.c.seq).where(readings.c.filing_seq == filing, readings.c.counts)
    content = session.execute(sa.select(entries.c.content).where(entries.c.seq.in_(read))).scalar_one()
    plain = orjson.loads(content)["said"]["bundle"]
    # What §§ say is looked through as text: to make values of them takes longer than all the rest.
    bundle = bundle_from_json({**plain, "documents": [{**document, "items": []} for document in plain["documents"]]})
    place = Municipality(**orjson.loads(filed.content)["said"]["municipality"])
    why = held_back(bundle, plain["documents"], place, filed.actor, filed.body)
    if why and (mask := mask_of(session, filed.sha256)):
        why = {n: holds_left(found, plain["documents"][n], plain["unread"], mask) for n, found in why.items()}
    return bundle.file.name, {bundle.documents[n].pages: reasons for n, reasons in why.items()}
