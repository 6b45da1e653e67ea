"""What must hold of an installation, whatever it went through: nothing acknowledged is lost, nothing double, nothing half."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy.exc import SQLAlchemyError

from app.backups.restoring import restore
from app.db import Stores, engine, reading
from app.errors import DiariumError
from app.installation.checking import check
from app.installation.opening import open_stores, start
from app.journal.append import first_broken
from app.journal.files import path_of, sha256
from app.journal.storage import storage_of
from app.journal.stored import received
from app.models.journal import api_keys, checkpoints, entries, filings, imports
from app.settings import Settings
from scripts.drilling.deeds import Place
from scripts.drilling.disk import emptied
from scripts.drilling.tally import Fault, Kind

# What an installation that is not whole may answer to whoever opens it.
BROKEN = (SQLAlchemyError, DiariumError, OSError, ValueError, LookupError, TypeError)


@dataclass(frozen=True, slots=True)
class Acknowledged:
    """What somebody was told to be done: uploads with what became of each, entries (acts are some) and checkpoints by their
    numbers, keys, and a backup by its seal."""

    uploads: dict[str, str] = field(default_factory=dict)
    entries: frozenset[int] = frozenset()
    checkpoints: frozenset[int] = frozenset()
    keys: int = 0
    seal: str | None = None

    def and_also(self, output: str) -> Acknowledged:
        """With what a command has told, complete or cut off."""
        seal = re.search(r"^Sigill: ([0-9a-f]{64})$", output, re.MULTILINE)
        return replace(
            self,
            uploads=self.uploads | {one["id"]: one["state"] for one in _receipts(output) if "id" in one},
            entries=self.entries | {int(n) for n in re.findall(r"^Gjort, som åtgärd (\d+)\.", output, re.MULTILINE)},
            checkpoints=self.checkpoints | {int(n) for n in re.findall(r'^\{"size":(\d+),.*\}$', output, re.MULTILINE)},
            keys=self.keys + len(re.findall(r"^dia_[\w-]{43}$", output, re.MULTILINE)),
            seal=seal[1] if seal else self.seal,
        )


def _receipts(output: str) -> list[dict[str, Any]]:
    lists = re.findall(r"^\[$.*?^\]$", output, re.MULTILINE | re.DOTALL)
    return [one for listed in lists for one in json.loads(listed)]


def everything_in(place: Place) -> Acknowledged:
    """All that a sound installation holds, as if it had just been told."""
    stores = open_stores(place.using)
    try:
        with reading(stores.desk) as session:
            return Acknowledged(
                {row.id: row.state for row in session.execute(sa.select(imports.c.id, imports.c.state))},
                frozenset(session.execute(sa.select(entries.c.seq)).scalars()),
                frozenset(session.execute(sa.select(checkpoints.c.size)).scalars()),
                len(session.execute(sa.select(api_keys.c.id)).all()),
            )
    finally:
        stores.dispose()


def broken(place: Place, told: Acknowledged) -> list[Fault]:
    """What does not hold."""
    try:
        open_stores(place.using).dispose()
    except BROKEN as error:
        return [Fault(Kind.HALF, f"does not open: {_kind(error)}")]
    stores = _stores(place)
    try:
        return list(_broken(stores, place.using, told))
    except BROKEN as error:
        return [Fault(Kind.HALF, f"is not to be read: {_kind(error)}")]
    finally:
        stores.dispose()


@cache
def _stores(place: Place) -> Stores:
    """The same engines for a place time and again: what was compiled for them need not be so again."""
    return Stores(engine(place.using.database_url), engine(place.using.public_database_url))


def _kind(error: BaseException) -> str:
    return f"{type(error).__name__} {str(getattr(error, 'orig', error)).splitlines()[0][:100]}"


def _broken(stores: Stores, using: Settings, told: Acknowledged) -> Iterator[Fault]:
    with reading(stores.desk) as session:  # before anything has put itself in order
        if first_broken(session) is not None:
            yield Fault(Kind.HALF, "an entry is not what was written")
        rows = {row.id: row for row in session.execute(sa.select(imports))}
        filed = session.execute(sa.select(filings)).all()
        numbers = set(session.execute(sa.select(entries.c.seq)).scalars())
        sizes = set(session.execute(sa.select(checkpoints.c.size)).scalars())
        keys = len(session.execute(sa.select(api_keys.c.id)).all())
    for upload, state in told.uploads.items():
        if upload not in rows:
            yield Fault(Kind.LOST, f"an upload that was {state}")
        elif state != "queued" and rows[upload].state != state:
            yield Fault(Kind.LOST, f"an upload that was {state} is {rows[upload].state}")
    for what, lacking in (("entry", told.entries - numbers), ("checkpoint", told.checkpoints - sizes)):
        if lacking:
            yield Fault(Kind.LOST, f"the {what} that was acknowledged")
    if keys < told.keys:
        yield Fault(Kind.LOST, "a key")
    yield from _uploads_broken(using, rows, filed)
    start(stores)
    report = check(stores, using)
    if not report.whole:
        odd = {
            name: value
            for name in ("faults", "missing_files", "changed_files", "stray_files", "checkpoints", "broken_entry")
            if (value := getattr(report, name))
        }
        differ = {n: getattr(report, n) for n in ("desk_rows", "public_rows") if getattr(report, n) != 0}
        yield Fault(Kind.HALF, f"check: {', '.join([*odd, *differ])}", str(odd | differ))


def _uploads_broken(using: Settings, rows: dict[str, Any], filed: Sequence[Any]) -> Iterator[Fault]:
    first = Counter(row.filing_seq for row in rows.values() if row.state in {"imported", "held"})
    if any(n > 1 for n in first.values()):
        yield Fault(Kind.DOUBLE, "one filing is the outcome of two uploads")
    if set(first) != {row.seq for row in filed}:
        yield Fault(Kind.HALF, "a filing that no upload came to, or the other way round")
    for row in filed:
        if not _holds(path_of(using.data_dir, row.sha256), row.sha256):
            yield Fault(Kind.LOST, "the bytes of a filed file")
    for row in rows.values():
        if row.state == "queued" and not _waits(using, row):
            yield Fault(Kind.LOST, "the bytes of an upload that waits")


def _holds(path: Path, digest: str) -> bool:
    return path.is_file() and sha256(path.read_bytes()) == digest


def _waits(using: Settings, row: Any) -> bool:
    try:
        return sha256(received(storage_of(using), row.id)) == str(row.sha256)
    except FileNotFoundError:
        return False


def backup_broken(place: Place, backup: Path, told: Acknowledged) -> list[Fault]:
    """What does not hold of a backup: where one stands it is whole, and where one was acknowledged it stands."""
    if not backup.exists():
        return [Fault(Kind.LOST, "the backup that was acknowledged")] if told.seal else []
    there = Place(emptied(place.root.with_name(f"{place.root.name}.restored")))
    try:
        made = restore(there.using, backup)
    except BROKEN as error:
        return [Fault(Kind.LOST if told.seal else Kind.HALF, f"a backup that cannot be restored: {_kind(error)}")]
    if told.seal and made.seal != told.seal:
        return [Fault(Kind.LOST, "the backup bears another seal than was told")]
    return broken(there, replace(told, entries=frozenset(), keys=0, uploads={}))
