"""Whether an installation is whole: the chain of hashes, every stored file, and the registers against a rebuild."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import sqlalchemy as sa

from app.db import Stores, reading, trial
from app.journal.append import first_broken, stored_files
from app.journal.files import path_of, sha256
from app.journal.stretches import RegisterScope
from app.models.journal import entries
from app.projection.project import rebuild
from app.projection.public import last_day
from app.projection.rows import Rows


@dataclass(frozen=True, slots=True)
class Report:
    """What was looked at, and what was not as it should be."""

    entries: int
    files: int
    broken_entry: int | None
    missing_files: tuple[str, ...]
    changed_files: tuple[str, ...]
    desk_rows: int
    public_rows: int

    @property
    def whole(self) -> bool:
        found = (self.broken_entry, self.missing_files, self.changed_files, self.desk_rows, self.public_rows)
        return not any(found)


def check(stores: Stores, folder: Path) -> Report:
    """Look at everything and change nothing. A rebuild is tried in transactions that are taken back."""
    with reading(stores.desk) as session:
        broken = first_broken(session)
        count = session.execute(sa.select(sa.func.count()).select_from(entries)).scalar_one()
        digests = stored_files(session)
    missing = tuple(d for d in digests if not path_of(folder, d).exists())
    changed = tuple(d for d in digests if d not in missing and sha256(path_of(folder, d).read_bytes()) != d)
    with trial(stores.desk) as desk:
        desk_rows = rebuild(desk, Rows(desk), RegisterScope.DESK)
        with trial(stores.public) as public:
            public_rows = rebuild(desk, Rows(public, last_day(desk), forgets=True), RegisterScope.PUBLIC)
    return Report(count, len(digests), broken, missing, changed, desk_rows, public_rows)
