"""The queue: what was taken on and is to be done, in the desk's database, so that a job ends with what it came to.

A worker claims a job by a lease and says now and then that it lives; whoever dies with a job in hand loses it to the
next. A job that three workers have died of is set aside, so that it never stands in the way of the others; one that was
merely in hand when its worker was killed is as good as before. Work is done
at least once: whatever a job does must bear being begun again. By hand, since a broker beside the database could not share its commit.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from enum import IntEnum, StrEnum
from typing import Any

import orjson
import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.loads import loads
from app.models.journal import jobs

MOST_ATTEMPTS = 3
LEASE = dt.timedelta(minutes=2)
WORKER_DIED = "worker-died"


class JobState(StrEnum):
    QUEUED = "queued"
    RUNNING = "running"
    DONE = "done"
    ASIDE = "aside"


class Rank(IntEnum):
    """What is taken first: what a person hands in, then what comes by itself or many at a time, then what is read anew."""

    PERSON = 0
    MANY = 1
    REREAD = 2


@dataclass(frozen=True, slots=True)
class Job:
    """One thing to do. `payload` is what it is about, as plain JSON; two jobs of one `key` would come to the same."""

    id: str
    kind: str
    key: str
    payload: dict[str, Any]
    attempts: int = 0
    rank: Rank = Rank.MANY


class LeaseLost(RuntimeError):
    """The job was taken from this worker, which seemed dead: another does it, so nothing of this may be kept."""


def enqueue(session: Session, job: Job, worker: str | None = None) -> Job:
    """Put a job in the queue; with `worker` it is that worker's from the start."""
    state = JobState.RUNNING if worker else JobState.QUEUED
    attempts = 1 if worker else 0
    row = {
        "id": job.id,
        "kind": job.kind,
        "key": job.key,
        "said": orjson.dumps(job.payload).decode(),
        "at": _instant(),
        "state": state,
        "attempts": attempts,
        "worker": worker,
        "leased_until": _instant(LEASE) if worker else None,
        "rank": job.rank,
    }
    session.execute(jobs.insert().values(row))
    return replace(job, attempts=attempts)


def claim(session: Session, worker: str, kind: str, key: str | None = None) -> Job | None:
    """Lease the first by rank, then age, of the jobs of a kind that wait (of one key, where given); None where none does."""
    first = sa.select(jobs.c.id).where(jobs.c.state == JobState.QUEUED, jobs.c.kind == kind)
    if key is not None:
        first = first.where(jobs.c.key == key)
    chosen = first.order_by(jobs.c.rank, jobs.c.at, jobs.c.id).limit(1).with_for_update(skip_locked=True)
    return _lease(session, worker, jobs.c.id == chosen.scalar_subquery())


def take(session: Session, worker: str, job_id: str) -> Job | None:
    """Lease this job; None where it does not wait."""
    return _lease(session, worker, jobs.c.id == job_id, jobs.c.state == JobState.QUEUED)


def _lease(session: Session, worker: str, *which: sa.ColumnElement[bool]) -> Job | None:
    leased: dict[str, str | None] = {
        "state": JobState.RUNNING.value,
        "worker": worker,
        "leased_until": _instant(LEASE),
        "pages_read": None,
        "pages": None,
    }
    row = session.execute(
        jobs.update().where(*which).values(attempts=jobs.c.attempts + 1, **leased).returning(jobs)
    ).first()
    return _job(row) if row else None


def beat(session: Session, worker: str) -> None:
    """Say that the worker lives: its leases begin anew."""
    session.execute(jobs.update().where(*_held(worker)).values(leased_until=_instant(LEASE)))


def note_progress(session: Session, job_id: str, worker: str, done: int, of: int) -> None:
    """Say how many pages this worker has read of a job's file, of how many that it is to read."""
    mine = jobs.update().where(jobs.c.id == job_id, *_held(worker))
    session.execute(mine.values(pages_read=done, pages=of))


def finish(session: Session, job_id: str, worker: str, payload: dict[str, Any] | None = None) -> None:
    """The job is done, in the transaction that holds what it came to; with `payload` that is written in its own row.

    Raises `LeaseLost`.
    """
    values = {"state": JobState.DONE.value, "worker": None, "leased_until": None}
    if payload is not None:
        values["said"] = orjson.dumps(payload).decode()
    row = session.execute(jobs.update().where(jobs.c.id == job_id, *_held(worker)).values(values).returning(jobs.c.id))
    if row.first() is None:
        raise LeaseLost(job_id)


def give_back(session: Session, job_id: str, worker: str, *, counts: bool = True, problem: str | None = None) -> bool:
    """Put the job back undone; whether it was set aside instead, having failed as often as it may. `problem` names why.

    An interrupted job is none the worse for it (`counts` false).
    """
    held = session.execute(sa.select(jobs.c.attempts).where(jobs.c.id == job_id, *_held(worker))).first()
    if held is None:
        return False
    aside = counts and held.attempts >= MOST_ATTEMPTS
    state = JobState.ASIDE if aside else JobState.QUEUED
    values = {"state": state, "worker": None, "leased_until": None, "attempts": held.attempts - (not counts)}
    if counts:
        values["problem"] = problem
    session.execute(jobs.update().where(jobs.c.id == job_id, *_held(worker)).values(values))
    return aside


def leave(session: Session, worker: str) -> None:
    """Put back all that a worker holds, which ends in good order."""
    values = {"state": JobState.QUEUED.value, "worker": None, "leased_until": None}
    session.execute(jobs.update().where(*_held(worker)).values(attempts=jobs.c.attempts - 1, **values))


def excuse(session: Session, kind: str, dead: Collection[str], but: Collection[str]) -> None:
    """Of these dead workers' jobs let no attempt count, `but` of those that they may have died of."""
    innocent = jobs.c.kind == kind, jobs.c.worker.in_(dead), jobs.c.id.not_in(but), jobs.c.attempts > 0
    running = jobs.c.state == JobState.RUNNING
    session.execute(jobs.update().where(running, *innocent).values(attempts=jobs.c.attempts - 1))


def take_from_the_dead(session: Session, dead: Collection[str]) -> list[Job]:
    """Put back what workers held whose lease is over or who have died; returns those set aside instead."""
    lost = jobs.c.state == JobState.RUNNING, sa.or_(jobs.c.leased_until < _instant(), jobs.c.worker.in_(dead))
    free = {"worker": None, "leased_until": None, "problem": WORKER_DIED}
    spent = jobs.update().where(*lost, jobs.c.attempts >= MOST_ATTEMPTS).values(state=JobState.ASIDE, **free)
    aside = [_job(row) for row in session.execute(spent.returning(jobs))]
    session.execute(jobs.update().where(*lost).values(state=JobState.QUEUED, **free))
    return sorted(aside, key=lambda job: job.id)


def free_all(session: Session) -> None:
    """Let every job that was begun wait again: there are no workers here."""
    free = {"state": JobState.QUEUED.value, "worker": None, "leased_until": None}
    session.execute(jobs.update().where(jobs.c.state == JobState.RUNNING).values(free))


def is_empty(session: Session, kind: str) -> bool:
    """Whether nothing of a kind waits and nobody works on any."""
    open_ = sa.select(jobs.c.id).where(jobs.c.kind == kind, jobs.c.state.in_([JobState.QUEUED, JobState.RUNNING]))
    return session.execute(open_.limit(1)).first() is None


def of_kind(session: Session, kind: str) -> list[tuple[Job, JobState]]:
    """Every job of a kind that is kept, with how far it has come, the oldest first."""
    query = sa.select(jobs).where(jobs.c.kind == kind).order_by(jobs.c.at, jobs.c.id)
    return [(_job(row), JobState(row.state)) for row in session.execute(query)]


def drop_ended(session: Session, kind: str, keys: Collection[str]) -> None:
    """Forget what earlier jobs of these keys came to: they are to be done anew."""
    ended = jobs.c.kind == kind, jobs.c.state.in_([JobState.DONE, JobState.ASIDE])
    for load in loads(sorted(keys)):
        session.execute(jobs.delete().where(*ended, jobs.c.key.in_(load)))


def states_of(session: Session, ids: Sequence[str]) -> dict[str, JobState]:
    """How far these jobs have come; what is no job is left out."""
    found: dict[str, JobState] = {}
    for load in loads(ids):
        query = sa.select(jobs.c.id, jobs.c.state).where(jobs.c.id.in_(load))
        found |= {row.id: JobState(row.state) for row in session.execute(query)}
    return found


def _job(row: Any) -> Job:
    return Job(row.id, row.kind, row.key, orjson.loads(row.said), row.attempts, Rank(row.rank))


def _held(worker: str) -> tuple[sa.ColumnElement[bool], ...]:
    return jobs.c.state == JobState.RUNNING, jobs.c.worker == worker


def _instant(after: dt.timedelta = dt.timedelta()) -> str:
    """The instant so long from now, as text that sorts: `2026-11-23T08:15:00.000000Z`."""
    return (dt.datetime.now(dt.UTC) + after).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
