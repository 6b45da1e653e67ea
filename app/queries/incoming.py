"""What has come in to the desk, and how much each file needs a person."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from enum import IntEnum
from typing import Any, TypedDict

import orjson
import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.loads import loads
from app.models.journal import act_keys, acts, filings, imports, jobs, readings
from app.models.register import appearances
from app.register.parts import ActKind, file_key

MOST = 200
# The states of an upload that ask for something else than to be checked (`app/imports/uploads.py`).
_QUEUED, _HELD, _DUPLICATE, _REFUSED = "queued", "held", "duplicate", "refused"


class Need(IntEnum):
    """What a file needs of a person, the most pressing first."""

    REFUSED = 0
    HELD = 1
    CONFLICT = 2
    DOUBTED = 3
    UNCHECKED = 4
    WAITING = 5
    NOTHING = 6


class IncomingRow(TypedDict):
    """An upload: when, what and by whom; `receipt` and `problem` as they are kept; `approved` of `documents` are approved;
    `working` while a worker has it in hand."""

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


def incoming(session: Session, places: Collection[str] | None, actor: str, offset: int = 0) -> list[IncomingRow]:
    """The latest uploads, what needs a person most first: those filed for these municipalities (ids), or all where None; and
    what this actor handed in."""
    query = (
        sa.select(imports, filings.c.municipality, jobs.c.state.label("job"))
        .outerjoin(filings, filings.c.seq == imports.c.filing_seq)
        .outerjoin(jobs, jobs.c.id == imports.c.id)
        .order_by(imports.c.at.desc(), imports.c.id)
    )
    if places is not None:
        query = query.where(sa.or_(filings.c.municipality.in_(places), imports.c.actor == actor))
    rows = session.execute(query.limit(MOST).offset(offset)).all()
    files = {row.sha256 for row in rows if row.filing_seq is not None}
    approved, held = _approved(session, files), _documents(session, files)
    listed = [_row(row, held[row.sha256], min(approved[row.sha256], held[row.sha256])) for row in rows]
    return sorted(listed, key=lambda row: row["need"])


def _row(row: Any, documents: int, approved: int) -> IncomingRow:
    receipt = orjson.loads(row.receipt) if row.receipt else {}
    return IncomingRow(
        id=row.id,
        at=row.at,
        name=row.name,
        actor=row.actor,
        state=row.state,
        need=_need(row.state, receipt, checked=0 < documents == approved),
        receipt=receipt,
        problem=orjson.loads(row.problem) if row.problem else None,
        documents=documents,
        approved=approved,
        working=row.job == "running",
    )


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
