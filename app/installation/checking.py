"""Whether an installation is whole: the journal and its tables, every stored file, the checkpoints, and the registers
against a rebuild."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import PurePosixPath

import sqlalchemy as sa
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session

from app.db import Stores, reading, trial
from app.journal import checkpoints
from app.journal.append import first_broken, stored_files
from app.journal.files import key_of, sha256
from app.journal.proving import Fault, faults
from app.journal.scope import RegisterScope
from app.journal.storage import Storage, storage_of
from app.journal.stored import FILES, filed_bytes
from app.models.journal import entries, jobs
from app.projection.public import last_day
from app.projection.rebuilding import rebuild
from app.projection.rows import Rows
from app.settings import Settings

# What is in these tables of the desk's stands nowhere else: nothing shows that rows are gone.
UNPROVED = (
    "api_keys",
    "attempts",
    "followers",
    "grants",
    "identities",
    "imports",
    "jobs",
    "reports",
    "sessions",
    "users",
)


@dataclass(frozen=True, slots=True)
class Report:
    """What was looked at, and what was not as it should be.

    `desk_rows` and `public_rows` are the rows that a rebuild would change: None where the tables that it would rest on, or
    those that it would mend, are not to be read.
    """

    entries: int
    files: int
    broken_entry: int | None
    faults: tuple[Fault, ...]
    missing_files: tuple[str, ...]
    changed_files: tuple[str, ...]
    stray_files: tuple[str, ...]
    checkpoints: tuple[int, ...]
    desk_rows: int | None
    public_rows: int | None

    @property
    def whole(self) -> bool:
        found = (self.faults, self.missing_files, self.changed_files, self.stray_files, self.checkpoints)
        return not any((*found, self.broken_entry, self.desk_rows != 0, self.public_rows != 0))


def check(stores: Stores, using: Settings, held: Sequence[checkpoints.Checkpoint] = ()) -> Report:
    """Look at everything and change nothing. A rebuild is tried in transactions that are taken back.

    `held` are checkpoints of this installation that were kept elsewhere.
    """
    with reading(stores.desk) as session, reading(stores.public) as public:
        broken, found, untrue = journal_faults(session, public, held)
        count = session.execute(sa.select(sa.func.count()).select_from(entries)).scalar_one()
        digests = stored_files(session)
        waiting = set(session.execute(sa.select(jobs.c.key)).scalars())
    storage = storage_of(using)
    lies = {digest: _hash_of(storage, digest) for digest in digests}
    missing = tuple(digest for digest, there in lies.items() if there is None)
    changed = tuple(digest for digest, there in lies.items() if there not in {None, digest})
    stray = tuple(_stray(storage, {*digests}, {*missing}, waiting))
    desk_rows, public_rows = (None, None) if found else _tried(stores)
    return Report(
        entries=count,
        files=len(digests),
        broken_entry=broken,
        faults=found,
        missing_files=missing,
        changed_files=changed,
        stray_files=stray,
        checkpoints=untrue,
        desk_rows=desk_rows,
        public_rows=public_rows,
    )


def journal_faults(
    session: Session, public: Session, held: Sequence[checkpoints.Checkpoint] = ()
) -> tuple[int | None, tuple[Fault, ...], tuple[int, ...]]:
    """The first entry that breaks the chain, the rows that entries do not bear out, and the sizes of such checkpoints."""
    untrue = {
        *_untrue(session),
        *checkpoints.unborne(session, held),
        *checkpoints.unpublished_alike(session, public),
    }
    return first_broken(session), tuple(faults(session)), tuple(sorted(untrue))


def _untrue(session: Session) -> list[int]:
    try:
        return checkpoints.untrue(session)
    except (LookupError, ValueError, TypeError):  # the first entry, which holds the secret, is not what was written
        return [0]


def _tried(stores: Stores) -> tuple[int | None, int | None]:
    """How many rows a rebuild of each register would change; None where what stands there is not to be read."""
    with trial(stores.desk) as desk:
        changed: list[int | None] = []
        for build in (_desk_rows, partial(_public_rows, stores)):
            try:
                changed.append(build(desk))
            except (SQLAlchemyError, ValueError, TypeError, LookupError):
                desk.rollback()
                changed.append(None)
    return changed[0], changed[1]


def _desk_rows(desk: Session) -> int:
    return rebuild(desk, Rows(desk), RegisterScope.DESK)


def _public_rows(stores: Stores, desk: Session) -> int:
    with trial(stores.public) as public:
        return rebuild(desk, Rows(public, last_day(desk), forgets=True), RegisterScope.PUBLIC)


def _hash_of(storage: Storage, digest: str) -> str | None:
    """The hash of what lies where this file should, None where nothing does."""
    try:
        return sha256(filed_bytes(storage, digest))
    except FileNotFoundError:
        return None


def _stray(storage: Storage, digests: set[str], missing: set[str], waiting: set[str]) -> Iterator[str]:
    """What lies among the files and is none of them; an import that was interrupted may have left what it will file."""
    filed = {key_of(digest) for digest in digests - missing}
    for key in sorted(kept.key for kept in storage.list(FILES)):
        digest = PurePosixPath(key).stem
        will_be = digest not in digests and any(digest in one for one in waiting)
        if key not in filed and not will_be:
            yield key
