"""What has come in to the desk, and how much each file needs a person."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Any, TypedDict

import orjson
import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.loads import loads
from app.models.journal import act_keys, acts, entries, filings, imports, jobs, readings
from app.models.register import appearances, bodies, documents
from app.queries.held import taken_back
from app.queries.json_sql import text_of
from app.register.parts import ActKind, file_key

MOST = 200
# The states of an upload that ask for something else than to be checked (`app/imports/uploads.py`).
_IMPORT, _RUNNING = "import", "running"  # of jobs (`app/imports/queue.py`)
_QUEUED, _HELD, _DUPLICATE, _REFUSED = "queued", "held", "duplicate", "refused"
_PURGED = "purged"  # why an upload of what was purged tells no more (`app/journal/purging.py`)


class Need(IntEnum):
    """What a file needs of a person, the most pressing first."""

    REFUSED = 0
    HELD = 1
    CONFLICT = 2
    DOUBTED = 3
    UNCHECKED = 4
    WAITING = 5
    NOTHING = 6


class Aside(TypedDict):
    """An act by its number: who did it, when (UTC) and why."""

    seq: int
    actor: str
    at: str
    reason: str | None


class IncomingRow(TypedDict):
    """An upload: when, what and by whom; `receipt` and `problem` as they are kept; `approved` of `documents` are approved;
    `working` while a worker has it in hand, `pages` then the pages of a scan that are read and of how many; `before` while it
    waits: how many are read or wait before it; `place` and `body` whose it is, as it was filed or else
    handed in, where that was said; `aside` the act that
    laid it aside."""

    id: str
    at: str
    name: str
    actor: str
    state: str
    need: Need
    receipt: dict[str, Any]
    problem: dict[str, Any] | None
    documents: int
    approved: int
    working: bool
    pages: tuple[int, int] | None
    before: int | None
    place: str | None
    body: str | None
    aside: Aside | None


@dataclass(frozen=True, slots=True)
class Seen:
    """Of whose uploads somebody sees what came in: all where `places` is None, else those for these municipalities (ids), those
    with papers of these `bodies` (ids) or handed in for one of them by name, and what `actor` handed in."""

    actor: str
    places: Collection[str] | None = None
    bodies: Collection[str] = ()
    names: Collection[tuple[str, str]] = ()


def bodies_in(session: Session, places: Collection[str]) -> Sequence[Any]:
    """The id, municipality and name of every body in these municipalities."""
    query = sa.select(bodies.c.id, bodies.c.municipality_id, bodies.c.name)
    return session.execute(query.where(bodies.c.municipality_id.in_(places))).all()


def incoming(session: Session, seen: Seen, offset: int = 0, *, only: str | None = None) -> list[IncomingRow]:
    """The latest uploads that are seen, what needs a person most first; `only` the one with that id."""
    place, body = text_of(jobs.c.said, "place", "id"), text_of(jobs.c.said, "body")
    query = (
        sa.select(imports, filings.c.municipality, jobs.c.state.label("job"), jobs.c.pages_read, jobs.c.pages)
        .add_columns(place.label("place"), body.label("body"))
        .outerjoin(filings, filings.c.seq == imports.c.filing_seq)
        .outerjoin(jobs, jobs.c.id == imports.c.id)
        .order_by(imports.c.at.desc(), imports.c.id)
    )
    if seen.places is not None:
        query = query.where(sa.or_(*_theirs(seen, seen.places)))
    query = query.where(imports.c.id == only) if only is not None else query
    rows = session.execute(query.limit(MOST).offset(offset)).all()
    files = {row.sha256 for row in rows if row.filing_seq is not None}
    approved, held = _approved(session, files), _documents(session, files)
    before = _before(session) if any(row.job == _QUEUED for row in rows) else {}
    aside = _aside(session, {row.sha256 for row in rows if row.state == _REFUSED})
    listed = [_row(row, held[row.sha256], approved[row.sha256], before.get(row.id), aside.get(row.id)) for row in rows]
    back = taken_back(session, {row.filing_seq for row in rows if row.filing_seq is not None})
    for row, one in zip(rows, listed, strict=True):
        if row.filing_seq in back and one["need"] is not Need.NOTHING:
            one["need"] = Need.HELD
    return sorted(listed, key=lambda row: row["need"])


def _theirs(seen: Seen, places: Collection[str]) -> Iterator[sa.ColumnElement[bool]]:
    """What an upload has to be of to be seen, any of it. What is not filed is of whom it was handed in for."""
    inside = sa.select(documents.c.id).join(appearances, appearances.c.document_id == documents.c.id)
    inside = inside.where(documents.c.body_id.in_(seen.bodies), documents.c.municipality_id == filings.c.municipality)
    place, body = text_of(jobs.c.said, "place", "id"), text_of(jobs.c.said, "body")
    yield imports.c.actor == seen.actor
    yield filings.c.municipality.in_(places)
    yield inside.where(appearances.c.file_id == filings.c.sha256).exists()
    yield sa.and_(imports.c.filing_seq.is_(None), place.in_(places))
    for of, name in seen.names:
        yield sa.and_(imports.c.filing_seq.is_(None), place == of, body == name)


def _before(session: Session) -> dict[str, int]:
    """How many uploads are read or wait before each that waits."""
    open_ = sa.select(jobs.c.id, jobs.c.state).where(jobs.c.kind == _IMPORT, jobs.c.state.in_([_QUEUED, _RUNNING]))
    rows = session.execute(open_.order_by(jobs.c.state == _QUEUED, jobs.c.rank, jobs.c.at, jobs.c.id)).all()
    return {row.id: n for n, row in enumerate(rows) if row.state == _QUEUED}


def _row(row: Any, in_file: int, approved: int, before: int | None, aside: Aside | None) -> IncomingRow:
    receipt = orjson.loads(row.receipt) if row.receipt else {}
    problem = orjson.loads(row.problem) if row.problem else None
    seen_to = aside is not None or (problem is not None and problem.get("code") == _PURGED)
    # Of what waits nothing is known yet, even where another upload of the same file has been read.
    count = in_file if row.filing_seq is not None else 0
    approved = min(approved, count)
    return IncomingRow(
        id=row.id,
        at=row.at,
        name=row.name,
        actor=row.actor,
        state=row.state,
        need=Need.NOTHING if seen_to else _need(row.state, receipt, checked=0 < count == approved),
        receipt=receipt,
        problem=problem,
        documents=count,
        approved=approved,
        working=row.job == _RUNNING,
        pages=(row.pages_read, row.pages) if row.job == _RUNNING and row.pages else None,
        before=before,
        place=row.municipality or row.place,
        body=row.body,
        aside=aside,
    )


def _aside(session: Session, files: Collection[str]) -> dict[str, Aside]:
    """The uploads of these files that are laid aside, by id."""
    found: dict[str, Aside] = {}
    for load in loads(sorted(map(file_key, files))):
        query = sa.select(acts.c.seq, acts.c.said, entries.c.actor, entries.c.at, entries.c.reason)
        query = query.join(act_keys, act_keys.c.seq == acts.c.seq).join(entries, entries.c.seq == acts.c.seq)
        query = query.where(act_keys.c.key.in_(load), acts.c.kind == ActKind.ASIDE.value, acts.c.undone_by.is_(None))
        for row in session.execute(query):
            found[orjson.loads(row.said)["upload"]] = Aside(seq=row.seq, actor=row.actor, at=row.at, reason=row.reason)
    return found


def _need(state: str, receipt: dict[str, Any], *, checked: bool) -> Need:
    if state == _QUEUED:
        return Need.WAITING
    if state == _REFUSED:
        return Need.REFUSED
    if state == _DUPLICATE or checked:
        return Need.NOTHING
    if state == _HELD:
        return Need.HELD
    if receipt.get("differs"):
        return Need.CONFLICT
    return Need.DOUBTED if receipt.get("doubts") else Need.UNCHECKED


def _documents(session: Session, files: Collection[str]) -> Counter[str]:
    counted: Counter[str] = Counter()
    for load in loads(sorted(files)):
        query = sa.select(appearances.c.file_id, sa.func.count(appearances.c.document_id.distinct()).label("n"))
        rows = session.execute(query.where(appearances.c.file_id.in_(load)).group_by(appearances.c.file_id))
        counted.update({row.file_id: row.n for row in rows})
    return counted


def _approved(session: Session, files: Collection[str]) -> Counter[str]:
    """How many documents of each file are approved as the reading that counts has them."""
    counted: Counter[str] = Counter()
    by_key = {file_key(sha256): sha256 for sha256 in files}
    for load in loads(sorted(by_key)):
        query = sa.select(act_keys.c.key, acts.c.said).join(acts, acts.c.seq == act_keys.c.seq)
        query = query.where(act_keys.c.key.in_(load), acts.c.kind == ActKind.APPROVE.value, acts.c.undone_by.is_(None))
        said = [(by_key[row.key], orjson.loads(row.said)) for row in session.execute(query)]
        numbers = {one["reading"] for _file, one in said}
        counts = sa.select(readings.c.seq).where(readings.c.seq.in_(numbers), readings.c.counts)
        standing = set(session.execute(counts).scalars())
        counted.update(file for file, one in said if one["reading"] in standing)
    return counted
