"""Uploads: files taken in and on their way through the queue, and the rows that say what became of them."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import asdict, dataclass
from enum import StrEnum

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.db import reading, writing
from app.errors import DiariumError, MachineBusy, SetAside
from app.imports.queue import (
    MOST_ATTEMPTS,
    Job,
    JobState,
    Rank,
    claim,
    enqueue,
    excuse,
    finish,
    give_back,
    is_empty,
    states_of,
    take_from_the_dead,
)
from app.imports.workers import Worker, dead_workers, died_of, forget_workers, long_dead
from app.journal.append import now
from app.journal.derived import canonical
from app.journal.files import drop_halves
from app.journal.storage import storage_of
from app.journal.stored import all_received, let_go, receive
from app.models.journal import imports, jobs
from app.register.differing import Difference
from app.register.municipalities import Municipality

KIND = "import"
# Seconds after which bytes without a row will get none: whoever took them in is gone.
_NEVER_ACKNOWLEDGED = 3600.0


class State(StrEnum):
    QUEUED = "queued"
    IMPORTED = "imported"
    HELD = "held"
    DUPLICATE = "duplicate"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Receipt:
    """What an upload came to. Counts are of what was read; `doubts` are those of severity error. `differs` is what its minutes
    tell otherwise than those of the same meeting that were there."""

    id: str
    name: str
    sha256: str
    state: State
    municipality: str | None = None
    documents: int = 0
    items: int = 0
    yrkanden: int = 0
    reservations: int = 0
    doubts: int = 0
    case_numbers: tuple[str, ...] = ()
    differs: tuple[Difference, ...] = ()


@dataclass(frozen=True, slots=True)
class Claims:
    """What whoever hands a file in claims of it. A `bound` one, who came with a key, may file nothing of another place."""

    name: str
    actor: str
    place: Municipality | None = None
    body: str | None = None
    bound: bool = False


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that is taken in and to be read: the bytes lie in the installation, under `id`."""

    id: str
    sha256: str
    claims: Claims


def take_in(worker: Worker, upload: Upload, data: bytes, *, at_once: bool, rank: Rank = Rank.MANY) -> Upload:
    """Make bytes, row and job durable; the job is this worker's (`at_once`), or whoever's comes first.

    The same file from the same hand, whose import was interrupted and waits, is that import.
    """
    interrupted = _claim(worker, _key(upload)) if at_once else None
    if interrupted is not None:
        return interrupted
    receive(storage_of(worker.settings), upload.id, data)
    job = Job(upload.id, KIND, _key(upload), {"sha256": upload.sha256, **asdict(upload.claims)}, rank=rank)
    with writing(worker.stores.desk, alone=False) as session:
        enter(session, upload)
        enqueue(session, job, worker.name if at_once else None)
        aside = _set_aside_before(session, upload)
    for earlier in aside:
        drop(worker, earlier)
    return upload


def _set_aside_before(session: Session, upload: Upload) -> list[str]:
    """The uploads of the same file that were set aside: its bytes are kept once, by the latest."""
    query = sa.select(jobs.c.id).join(imports, imports.c.id == jobs.c.id)
    same = imports.c.sha256 == upload.sha256, jobs.c.kind == KIND, jobs.c.state == JobState.ASIDE
    return list(session.execute(query.where(*same)).scalars())


def next_upload(worker: Worker) -> Upload | None:
    """The first upload that waits, now this worker's; where none does, what dead workers had in hand."""
    with reading(worker.stores.desk) as session:
        if is_empty(session, KIND):
            return None
    upload = _claim(worker)
    if upload is None:
        free_uploads(worker)
        upload = _claim(worker)
    return upload


def _claim(worker: Worker, key: str | None = None) -> Upload | None:
    with writing(worker.stores.desk, alone=False) as session:
        job = claim(session, worker.name, KIND, key)
    return upload_of(job) if job else None


def free_uploads(worker: Worker) -> None:
    """Put back what dead workers had in hand, and take away the files that they left."""
    put_back_of_the_dead(worker)
    sweep(worker)


def put_back_of_the_dead(worker: Worker) -> None:
    """Put back what dead workers had in hand; an upload that has ended that way as often as it may is refused, and stays
    stored."""
    dead = dead_workers(worker.settings.data_dir, shared=worker.stores.desk.dialect.name == "postgresql")
    with writing(worker.stores.desk, alone=False) as session:
        excuse(session, KIND, dead, died_of(worker.settings.data_dir, dead))
        for job in take_from_the_dead(session, dead):
            if job.kind == KIND:
                _set_aside(session, job.id)
    forget_workers(worker.settings.data_dir, long_dead(worker.settings.data_dir, dead))


def sweep(worker: Worker) -> None:
    """Take away what a worker died before taking away: half-written files, and the bytes of uploads that have ended or were
    never acknowledged."""
    storage = storage_of(worker.settings)
    drop_halves(worker.settings.data_dir, _NEVER_ACKNOWLEDGED)
    stored = all_received(storage)
    if not stored:
        return
    with reading(worker.stores.desk) as session:
        states = states_of(session, [upload for upload, _age in stored])
    for upload, age in stored:
        state = states.get(upload)
        if state is JobState.DONE or (state is None and age > _NEVER_ACKNOWLEDGED):
            let_go(storage, upload)


def refuse(worker: Worker, upload: Upload, problem: DiariumError) -> None:
    """End the upload as refused, and keep nothing of it but the row that says why."""
    with writing(worker.stores.desk, alone=False) as session:
        finish(session, upload.id, worker.name)
        end(session, refused(upload), None, problem)
    drop(worker, upload.id)


def drop(worker: Worker, upload: str) -> None:
    """Take away the bytes of an upload that has ended; where that cannot be done now, whoever sweeps does it."""
    with suppress(OSError):
        let_go(storage_of(worker.settings), upload)


def put_back(
    worker: Worker, upload: Upload, *, counts: bool = True, error: BaseException | None = None
) -> DiariumError | None:
    """Leave the upload for another attempt; what it was set aside for instead, having had as many as it may: the problem,
    where it is one that we can explain.
    """
    explained = error if isinstance(error, MachineBusy) else SetAside(upload.claims.name, MOST_ATTEMPTS)
    with writing(worker.stores.desk, alone=False) as session:
        aside = give_back(session, upload.id, worker.name, counts=counts, problem=named(error))
        if aside:
            end(session, refused(upload), None, explained)
    return explained if aside else None


def named(error: BaseException | None) -> str | None:
    """What a job that came to nothing tells of why: the code of a problem of ours, else the error's class, and no word of what
    was read."""
    if error is None:
        return None
    return error.code if isinstance(error, DiariumError) else type(error).__name__


def refused(upload: Upload) -> Receipt:
    return Receipt(upload.id, upload.claims.name, upload.sha256, State.REFUSED)


def enter(session: Session, upload: Upload) -> None:
    row = {
        "id": upload.id,
        "sha256": upload.sha256,
        "name": upload.claims.name,
        "actor": upload.claims.actor,
        "at": now(),
        "state": State.QUEUED,
    }
    session.execute(sa.insert(imports).values(row))


def end(session: Session, receipt: Receipt, filing: int | None, problem: DiariumError | None = None) -> None:
    """Write what became of an upload."""
    refusal = {"code": problem.code, "params": problem.params} if problem else None
    values = {
        "state": receipt.state,
        "filing_seq": filing,
        "receipt": canonical(asdict(receipt)).decode(),
        "problem": canonical(refusal).decode() if refusal else None,
    }
    session.execute(sa.update(imports).where(imports.c.id == receipt.id).values(values))


def _set_aside(session: Session, upload: str) -> None:
    row = session.execute(sa.select(imports.c.name, imports.c.sha256).where(imports.c.id == upload)).one()
    end(session, Receipt(upload, row.name, row.sha256, State.REFUSED), None, SetAside(row.name, MOST_ATTEMPTS))


def _key(upload: Upload) -> str:
    """What two uploads share that would come to the same: the file, and all that was claimed of it but its name."""
    claims = upload.claims
    return canonical([upload.sha256, claims.actor, claims.place.id if claims.place else None, claims.body]).decode()


def upload_of(job: Job) -> Upload:
    """What a job of our kind is about."""
    claims = dict(job.payload)
    digest, place = claims.pop("sha256"), claims.pop("place")
    return Upload(job.id, digest, Claims(**claims, place=Municipality(**place) if place else None))
