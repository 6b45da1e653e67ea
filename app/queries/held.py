"""The documents that the public is not shown until a person has looked at them, and why: those that it never was shown, and those
that a new reading took back. Asked of the desk, which alone knows them."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from enum import Enum
from typing import Any, TypedDict

import orjson
import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.journal.masks import mask_of
from app.journal.releasing import held_back
from app.language import reasons as why_entered
from app.loads import loads
from app.models.journal import entries, filings, readings, releases
from app.models.register import appearances, bodies, documents
from app.register.holding import BY_DEFAULT, READ_ANEW, Hold, holds_left
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


class _Word(Enum):
    """What was last said of a page: by a person or a default, or by a new reading that gave cause to look."""

    PUBLIC = 0
    WITHDRAWN = 1
    TAKEN_BACK = 2


def held_documents(
    session: Session, among: Collection[str] | None = None, files: Collection[str] | None = None
) -> list[HeldRow]:
    """What is held, in the order of filing: `among` some documents by their ids, or in some `files` (sha256), or all."""
    lying = list(_appearances(session, among, files))
    said = _last_words(session, {row.filing for row in lying})
    return _rows(session, [(row, words) for row in lying if _waits(words := _of_pages(said, row))])


def unseen_documents(
    session: Session, among: Collection[str] | None = None, files: Collection[str] | None = None
) -> list[HeldRow]:
    """What is held, and what a person withdrew that has to be looked at before it is released anew."""
    lying = list(_appearances(session, among, files))
    said = _last_words(session, {row.filing for row in lying})
    unseen = [(row, words) for row in lying if set(words := _of_pages(said, row)) != {_Word.PUBLIC}]
    return [row for row in _rows(session, unseen) if row["reasons"]]


def why_unseen(session: Session, ids: Collection[str]) -> list[HeldRow]:
    """What has to be looked at before a document, by all its ids, is released wherever a release of it lets it be seen: where any
    file that it lies in is masked, in those alone."""
    rows = unseen_documents(session, ids)
    files = {row.file_id for row in _appearances(session, ids)}
    masked = {sha256 for sha256 in files if mask_of(session, sha256)}
    return [row for row in rows if row["sha256"] in masked] if masked else rows


def taken_back(session: Session, filed: Collection[int]) -> set[int]:
    """Those of these filings of which a new reading took pages from the public that nobody has released since."""
    return {filing for filing, words in _last_words(session, filed).items() if _Word.TAKEN_BACK in words.values()}


def _waits(words: list[_Word | None]) -> bool:
    """Whether nobody has decided about any of a document's pages, or a new reading has taken any back."""
    return not any(words) or _Word.TAKEN_BACK in words


def _rows(session: Session, unseen: list[tuple[Any, list[_Word | None]]]) -> list[HeldRow]:
    """The documents with what holds them; one that a person withdrew may have no reasons."""
    reasons = {filing: _reasons(session, filing) for filing in dict.fromkeys(row.filing for row, _words in unseen)}
    held = []
    for row, words in unseen:
        name, by_pages = reasons[row.filing]
        why = by_pages.get((row.first_page, row.last_page), ()) or _slight(words)
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
                reasons=[HeldReason(code=code, params=dict(params)) for code, params in why],
            )
        )
    return held


def _slight(words: list[_Word | None]) -> tuple[Hold, ...]:
    """Why a document is held where nothing in it has to be looked at."""
    if _Word.TAKEN_BACK in words:
        return (Hold(READ_ANEW, {}),)
    return () if any(words) else (Hold(BY_DEFAULT, {}),)


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


def _of_pages(said: dict[int, dict[int, _Word]], row: Any) -> list[_Word | None]:
    """What was last said of each page that a document has in a file, None where nothing was."""
    words = said.get(row.filing, {})
    return [words.get(page) for page in range(row.first_page, row.last_page + 1)]


def _last_words(session: Session, filed: Collection[int]) -> dict[int, dict[int, _Word]]:
    """What was last said of the pages of each of these filings, by page."""
    said: dict[int, dict[int, _Word]] = {}
    query = sa.select(releases, entries.c.reason).join(entries, entries.c.seq == releases.c.seq)
    for load in loads(sorted(filed)):
        for row in session.execute(query.where(releases.c.filing_seq.in_(load)).order_by(releases.c.seq)):
            withdrawn = _Word.TAKEN_BACK if row.reason == why_entered.READ_ANEW else _Word.WITHDRAWN
            pages = range(row.first_page, row.last_page + 1)
            said.setdefault(row.filing_seq, {}).update(dict.fromkeys(pages, _Word.PUBLIC if row.public else withdrawn))
    return said


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
