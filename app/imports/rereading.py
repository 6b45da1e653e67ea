"""Filed files read anew by a later reader: what would be told differently, and the new reading filed in place of the old.

Each is a job of its own in the queue, taken when no upload waits; whoever is interrupted leaves the rest there. What
people did stands by the journal and is laid over the new reading as over the old. A file that can no longer be read keeps
the reading that it has, and its job says why.
"""

from __future__ import annotations

import secrets
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from app.db import reading, trial, wipe, writing
from app.errors import DiariumError, InstallationDamaged, SetAside, refusal
from app.imports.filing import read_data
from app.imports.queue import (
    MOST_ATTEMPTS,
    Job,
    JobState,
    Rank,
    claim,
    drop_ended,
    enqueue,
    finish,
    give_back,
    is_empty,
    of_kind,
)
from app.imports.uploads import free_uploads, named
from app.imports.workers import Worker
from app.journal.append import file_bundle
from app.journal.derived import parts_of
from app.journal.files import sha256 as sha256_of
from app.journal.keys import keyring
from app.journal.releasing import withhold_anew
from app.journal.storage import storage_of
from app.journal.stored import filed_bytes
from app.projection.desk import project_desk
from app.projection.public import publishing
from app.queries.older_readings import FiledFile, bundle_that_counts, older_filings, older_readings
from app.queries.overtaken_corrections import acts_overtaken
from app.register.differing import Difference, differences
from importers.bundle import Bundle, Doubt
from importers.reader import READER

KIND = "reread"


@dataclass(frozen=True, slots=True)
class Reread:
    """A filed file that is to be read anew: `id` is its job's; `actor` asked for it."""

    id: str
    filing: int
    name: str
    actor: str


@dataclass(frozen=True, slots=True)
class NewReading:
    """What a file's new reading tells otherwise: its facts, its doubts (each with how many there are more or fewer), the
    acts that it overtakes, and how many documents a person must look at before the public sees all of them again."""

    file: FiledFile
    differences: tuple[Difference, ...] = ()
    new_doubts: tuple[Doubt, ...] = ()
    gone_doubts: tuple[Doubt, ...] = ()
    overtaken: tuple[int, ...] = ()
    held: int = 0


@dataclass(frozen=True, slots=True)
class Offer:
    """The files that may be read better, and why others cannot be read any more and keep the reading that they have."""

    files: tuple[FiledFile, ...]
    unread: tuple[tuple[FiledFile, DiariumError], ...]


def offer(session: Session, among: Collection[int] | None = None) -> Offer:
    """What today's reader has not read of what is filed; of the filings `among`, or of all."""
    problems = _problems(session)
    older = older_readings(session, READER, among)
    unread = tuple((file, problems[file.filing]) for file in older if file.filing in problems)
    return Offer(tuple(file for file in older if file.filing not in problems), unread)


def count_better(session: Session, among: Collection[int] | None = None) -> int:
    """How many files may be read better."""
    return len(older_filings(session, READER, among) - _problems(session).keys())


def ask_for(session: Session, wanted: Sequence[FiledFile], actor: str) -> int:
    """Put these files in the queue, but for those that wait there already; returns how many that makes."""
    waiting = {job.key for job, state in of_kind(session, KIND) if state in {JobState.QUEUED, JobState.RUNNING}}
    new = [file for file in wanted if _key(file.filing) not in waiting]
    drop_ended(session, KIND, [_key(file.filing) for file in new])
    for file in new:
        payload = {"filing": file.filing, "name": file.name, "actor": actor, "reader": READER.version}
        enqueue(session, Job(secrets.token_hex(10), KIND, _key(file.filing), payload, rank=Rank.REREAD))
    return len(new)


def next_rereads(worker: Worker, most: int) -> list[Reread]:
    """The oldest that wait, now this worker's, at most so many; where none does, what dead workers had in hand."""
    with reading(worker.stores.desk) as session:
        if is_empty(session, KIND):
            return []
    taken = _claim(worker, most)
    if not taken:
        free_uploads(worker)
        taken = _claim(worker, most)
    return taken


def _claim(worker: Worker, most: int) -> list[Reread]:
    taken: list[Reread] = []
    with writing(worker.stores.desk, alone=False) as session:
        while len(taken) < most and (job := claim(session, worker.name, KIND)) is not None:
            taken.append(reread_of(job))
    return taken


def reread_of(job: Job) -> Reread:
    """What a job of our kind is about."""
    return Reread(job.id, job.payload["filing"], job.payload["name"], job.payload["actor"])


def _problems(session: Session) -> dict[int, DiariumError]:
    """Why files kept the reading that they had when today's reader was to read them, by filing."""
    found: dict[int, DiariumError] = {}
    for job, state in of_kind(session, KIND):
        if job.payload["reader"] != READER.version:
            continue
        filing, problem = job.payload["filing"], job.payload.get("problem")
        if state is JobState.ASIDE:
            found[filing] = SetAside(job.payload["name"], MOST_ATTEMPTS)
        elif problem and problem["code"] == InstallationDamaged.code:
            found[filing] = InstallationDamaged(**problem["params"])
        elif problem:
            found[filing] = refusal(job.payload["name"], problem["code"], problem["params"])
    return found


def read_anew(worker: Worker, file: FiledFile) -> Bundle:
    """What the stored file says to today's reader.

    Raises `Unreadable`, `MachineBusy`, and `InstallationDamaged` where the file is not there or not what was filed.
    """
    name = f"{file.sha256}.pdf"
    try:
        data = filed_bytes(storage_of(worker.settings), file.sha256)
    except FileNotFoundError as missing:
        raise InstallationDamaged(name) from missing
    if sha256_of(data) != file.sha256:
        raise InstallationDamaged(name)
    return read_data(data, file.name, file.sha256)


def file_of(session: Session, filing: int) -> FiledFile | None:
    """The file, unless it has been read by today's reader meanwhile."""
    return next(iter(older_readings(session, READER, [filing])), None)


def try_anew(worker: Worker, file: FiledFile, bundle: Bundle, actor: str) -> NewReading:
    """What filing this reading would change; nothing is."""
    with trial(worker.stores.desk) as session:
        return _file(session, file, bundle, actor)


def settle(worker: Worker, reread: Reread, file: FiledFile, bundle: Bundle) -> NewReading:
    """File the new reading, in one transaction with the end of the job. Raises `LeaseLost`."""
    with publishing(worker.stores) as session:
        finish(session, reread.id, worker.name)
        filed = _file(session, file, bundle, reread.actor)
    if filed.held:
        wipe(worker.stores.public)
    return filed


def end_unread(worker: Worker, reread: Reread, problem: DiariumError | None = None) -> None:
    """End the job and leave the reading as it is: the file cannot be read, or need not be."""
    payload = {"filing": reread.filing, "name": reread.name, "actor": reread.actor, "reader": READER.version}
    if problem is not None:
        payload["problem"] = {"code": problem.code, "params": problem.params}
    with writing(worker.stores.desk, alone=False) as session:
        finish(session, reread.id, worker.name, payload)


def put_back(worker: Worker, reread: Reread, *, counts: bool = True, error: BaseException | None = None) -> bool:
    """Leave it for another attempt; whether it was set aside instead."""
    with writing(worker.stores.desk, alone=False) as session:
        return give_back(session, reread.id, worker.name, counts=counts, problem=named(error))


def _file(session: Session, file: FiledFile, bundle: Bundle, actor: str) -> NewReading:
    before = bundle_that_counts(session, file.filing)
    overtaken = _overtaken(session)
    filed = file_bundle(session, bundle, file.place, actor, file.body)
    held = withhold_anew(session, file.filing, before, bundle, (file.place, file.actor, file.body), actor)
    project_desk(session, filed.keys)
    parts = [parts_of(file.filing, one, file.place) for one in (before, bundle)]
    new, gone = _counted(bundle) - _counted(before), _counted(before) - _counted(bundle)
    return NewReading(
        file=file,
        differences=tuple(differences(parts[0], parts[1], keyring(session).at(file.place.id))),
        new_doubts=tuple(doubt for doubt in _each(bundle) if new[_what(doubt)]),
        gone_doubts=tuple(doubt for doubt in _each(before) if gone[_what(doubt)]),
        overtaken=tuple(sorted(_overtaken(session) - overtaken)),
        held=held,
    )


def _overtaken(session: Session) -> set[int]:
    return {int(row["params"]["act"]) for row in acts_overtaken(session)}


def _what(doubt: Doubt) -> tuple[str, str]:
    return doubt.code, repr(sorted(doubt.params.items()))


def _counted(bundle: Bundle) -> Counter[tuple[str, str]]:
    return Counter(map(_what, bundle.doubts))


def _each(bundle: Bundle) -> list[Doubt]:
    """The doubts of a reading, those alike once."""
    return list({_what(doubt): doubt for doubt in bundle.doubts}.values())


def _key(filing: int) -> str:
    return f"{KIND} {filing}"
