"""How an installation is: what it holds, what waits, what is missing. Asked by whoever runs it, on a page and by a machine."""

from __future__ import annotations

import datetime as dt
import shutil
from dataclasses import dataclass

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app import __version__
from app.db import linked_sqlite, newest_revision
from app.models.journal import entries, filings, followers, imports, jobs, reports
from app.models.register import documents
from app.projection.version import REGISTER_VERSION
from app.settings import Settings
from importers.reader import READER

JOB_STATES = ("queued", "running", "done", "aside")
# What only some of the work needs; the rest is there, or the programme would not run.
_TOOLS = ("tesseract", "pdftotext")


@dataclass(frozen=True, slots=True)
class State:
    """`behind` is how many entries of the journal the public register has yet to follow, `oldest_waiting` how many seconds the job
    that has waited longest has done so (None where none waits), `free_bytes` what is left on the disk that the files lie on."""

    version: str
    reader: str
    register_version: int
    revision: str
    database: str
    entries: int
    files: int
    documents: int
    behind: int
    jobs: dict[str, int]
    oldest_waiting: float | None
    refused: int
    reports_waiting: int
    free_bytes: int
    missing: tuple[str, ...]


def state_of(session: Session, using: Settings) -> State:
    """The state of the installation whose desk this session reads."""
    last = session.execute(sa.select(sa.func.max(entries.c.seq))).scalar() or 0
    reached = session.execute(sa.select(sa.func.max(followers.c.reached))).scalar() or 0
    by_state = session.execute(sa.select(jobs.c.state, sa.func.count()).group_by(jobs.c.state)).all()
    dialect = session.get_bind().dialect.name
    linked = ".".join(map(str, linked_sqlite()))
    return State(
        version=__version__,
        reader=READER.version,
        register_version=int(REGISTER_VERSION),
        revision=newest_revision(),
        database=f"SQLite {linked}" if dialect == "sqlite" else "PostgreSQL",
        entries=_count(session, entries.c.seq.is_not(None)),
        files=_count(session, filings.c.bytes > 0),
        documents=_count(session, documents.c.id.is_not(None)),
        behind=max(0, last - reached),
        jobs=dict.fromkeys(JOB_STATES, 0) | dict(tuple(row) for row in by_state),
        oldest_waiting=_oldest(session),
        refused=_count(session, imports.c.state == "refused"),
        reports_waiting=_count(session, reports.c.answer.is_(None)),
        free_bytes=shutil.disk_usage(using.data_dir).free,
        missing=tuple(name for name in _TOOLS if shutil.which(name) is None),
    )


def _count(session: Session, where: sa.ColumnElement[bool]) -> int:
    return int(session.execute(sa.select(sa.func.count()).where(where)).scalar_one())


def _oldest(session: Session) -> float | None:
    at = session.execute(sa.select(sa.func.min(jobs.c.at)).where(jobs.c.state == "queued")).scalar()
    if at is None:
        return None
    return max(0.0, (dt.datetime.now(dt.UTC) - dt.datetime.fromisoformat(at)).total_seconds())
