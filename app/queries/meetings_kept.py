"""Meetings as whoever keeps the register sees them: when their minutes were verified and their notice stood, where that is told,
and until when each § can be appealed."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections import defaultdict
from collections.abc import Collection, Iterable
from typing import TypedDict

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.models.journal import filings, imports
from app.models.register import (
    appearances,
    bodies,
    decisions,
    documents,
    item_documents,
    items,
    meetings,
    municipalities,
)
from app.queries.bodies import bodies_meant
from app.queries.meeting_days import days_of_items, final_items
from app.queries.sources import sources_of
from app.queries.stands import Stand, stands_of
from app.register.corrections import DATES
from app.register.number_series import item_order
from app.schemas.rows import MeetingDaysRow, SourceRow


class KeptMeeting(TypedDict):
    """`days` are the sets of days that its papers tell (verified, notice_posted, notice_until), each once."""

    id: str
    municipality: str
    place: str
    body_id: str
    body: str
    date: dt.date
    nth: int
    days: list[tuple[dt.date | None, ...]]


class KeptFile(TypedDict):
    """A file that a paper lies in, by its name and the upload that brought it, and the `page` that the paper begins on."""

    name: str
    import_id: str
    page: int


class KeptPaper(TypedDict):
    """A paper of the meeting with its `days` (verified, notice_posted, notice_until), and where each is from: read on a page, or written
    in by somebody; `files` are those that it lies in. `version` is a hash of them: another where somebody has written one in since."""

    id: str
    kind: str
    date: dt.date | None
    days: dict[str, dt.date | None]
    sources: dict[str, SourceRow]
    items: list[str]
    files: list[KeptFile]
    stand: Stand | None
    version: str


class KeptItem(TypedDict):
    """`final` is whether it decides its matter, so that it can be appealed; None where no decision of it was read."""

    id: str
    number: str
    title: str
    days: MeetingDaysRow | None
    final: bool | None


class MeetingKept(KeptMeeting):
    """One of them whole; `version` is a hash of the days of all its papers."""

    version: str
    papers: list[KeptPaper]
    items: list[KeptItem]


def meetings_kept(session: Session, seen: Collection[str], body: str | None, most: int) -> list[KeptMeeting]:
    """The latest meetings of the bodies (ids) that are `seen`, the last first; of a `body` (its id, or that of one it went under)
    alone where that is given."""
    query = _MEETINGS.order_by(meetings.c.date.desc(), bodies.c.name, meetings.c.nth, meetings.c.id).limit(most)
    query = query.where(meetings.c.body_id.in_(seen))
    query = query.where(meetings.c.body_id.in_(bodies_meant(body))) if body else query
    return _kept(session, query)


def meeting_kept(session: Session, id: str) -> MeetingKept | None:
    """The meeting with this id, with its papers and §§."""
    one = next(iter(_kept(session, _MEETINGS.where(meetings.c.id == id))), None)
    if one is None:
        return None
    numbered = session.execute(sa.select(items).where(items.c.meeting_id == id)).all()
    ids = [row.id for row in numbered]
    days = {row["item_id"]: row for row in days_of_items(session, ids)}
    final, read = final_items(session, ids), _with_decision(session, ids)
    papers = _papers(session, id)
    return MeetingKept(
        **one,
        version=_hashed(paper["id"] + paper["version"] for paper in papers),
        papers=papers,
        items=[
            KeptItem(
                id=row.id,
                number=row.number,
                title=row.title,
                days=days.get(row.id),
                final=row.id in final if row.id in read else None,
            )
            for row in sorted(numbered, key=lambda row: item_order(row.number))
        ],
    )


def item_kept(session: Session, id: str) -> tuple[MeetingKept, KeptItem] | None:
    """The § with this id, and its meeting."""
    held = session.execute(sa.select(items.c.meeting_id).where(items.c.id == id)).scalar()
    meeting = meeting_kept(session, held) if held else None
    found = next((one for one in meeting["items"] if one["id"] == id), None) if meeting else None
    return (meeting, found) if meeting and found else None


def _kept(session: Session, query: sa.Select[tuple[object, ...]]) -> list[KeptMeeting]:
    rows = session.execute(query).all()
    told: dict[str, set[tuple[dt.date | None, ...]]] = defaultdict(set)
    days = [documents.c[name] for name in DATES]
    of = (
        sa.select(items.c.meeting_id, *days)
        .join(item_documents, item_documents.c.item_id == items.c.id)
        .join(documents, documents.c.id == item_documents.c.document_id)
        .where(items.c.meeting_id.in_([row.id for row in rows]))
        .distinct()
    )
    for row in session.execute(of):
        told[row.meeting_id].add(tuple(row)[1:])
    return [
        KeptMeeting(
            id=row.id,
            municipality=row.municipality_id,
            place=row.place,
            body_id=row.body_id,
            body=row.body,
            date=row.date,
            nth=row.nth,
            days=sorted(told[row.id], key=str),
        )
        for row in rows
    ]


def _hashed(words: Iterable[str]) -> str:
    return hashlib.blake2b("|".join(words).encode(), digest_size=8).hexdigest()


def _with_decision(session: Session, ids: Collection[str]) -> set[str]:
    """Those of these §§ of which a decision or a proposal was read, or an outcome."""
    decided = sa.select(decisions.c.item_id).where(decisions.c.item_id.in_(ids))
    ended = sa.select(items.c.id).where(items.c.id.in_(ids), items.c.outcome.is_not(None))
    return set(session.execute(sa.union(decided, ended)).scalars())


def _papers(session: Session, meeting: str) -> list[KeptPaper]:
    query = (
        sa.select(documents, items.c.number)
        .join(item_documents, item_documents.c.document_id == documents.c.id)
        .join(items, items.c.id == item_documents.c.item_id)
        .where(items.c.meeting_id == meeting)
    )
    rows = session.execute(query.order_by(documents.c.kind, documents.c.id)).all()
    numbers: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        numbers[row.id].add(row.number)
    papers = {row.id: row for row in rows}
    resting = sources_of(session, list(papers), facts=list(papers))
    stands = stands_of(session, list(papers))
    files = _files(session, papers)
    return [
        KeptPaper(
            id=id,
            kind=row.kind,
            date=row.date,
            days={field: row._mapping[field] for field in DATES},
            sources={source["field"]: source for source in resting.get(id, []) if source["field"] in DATES},
            items=sorted(numbers[id], key=item_order),
            files=files[id],
            stand=stands.get(id),
            version=_hashed(str(row._mapping[field]) for field in DATES),
        )
        for id, row in papers.items()
    ]


def _files(session: Session, papers: Collection[str]) -> dict[str, list[KeptFile]]:
    """The files that each of these papers lies in, as they were first filed for its municipality."""
    query = sa.select(
        appearances.c.document_id, appearances.c.first_page, imports.c.sha256, imports.c.id, imports.c.name
    )
    query = query.join(documents, documents.c.id == appearances.c.document_id)
    filed = sa.and_(filings.c.sha256 == appearances.c.file_id, filings.c.municipality == documents.c.municipality_id)
    query = query.join(filings, filed).join(imports, imports.c.filing_seq == filings.c.seq)
    query = query.where(appearances.c.document_id.in_(papers))
    found: dict[str, dict[str, KeptFile]] = defaultdict(dict)
    for row in session.execute(query.order_by(imports.c.filing_seq, imports.c.at, imports.c.id)):
        found[row.document_id].setdefault(row.sha256, KeptFile(name=row.name, import_id=row.id, page=row.first_page))
    return {id: list(found[id].values()) for id in papers}


_MEETINGS = (
    sa.select(
        meetings.c.id,
        meetings.c.body_id,
        meetings.c.date,
        meetings.c.nth,
        bodies.c.municipality_id,
        bodies.c.name.label("body"),
        municipalities.c.name.label("place"),
    )
    .join(bodies, bodies.c.id == meetings.c.body_id)
    .join(municipalities, municipalities.c.id == bodies.c.municipality_id)
)
