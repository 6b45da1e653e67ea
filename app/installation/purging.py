"""A file purged from a whole installation: what the public sees, the journal, both registers, the store and what is left over in
the databases' own files. The list of what was purged lies beside the files, so that a backup from before is purged again when it
is restored."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Any

import orjson

from app.db import Stores, may_scrub, scrub, writing
from app.failures import DatabaseRefuses
from app.installation.rights import spoilt_files
from app.journal.append import now
from app.journal.purging import bytes_of, is_being_read, purge_entries
from app.journal.releasing import withdraw_file
from app.journal.storage import Storage, storage_of
from app.journal.stored import let_go, let_go_for_good
from app.projection.desk import project_desk
from app.projection.public import publish
from app.projection.tombstones import tombstones
from app.settings import Settings

PURGED = "purged.jsonl"
_BULK = "bulk"  # files that hand on all that is public (`app/bulk`)


class BeingRead(LookupError):
    """A worker has the file in hand."""


@dataclass(frozen=True, slots=True)
class Purge:
    """A purge that is done: its act, and whether nothing of it is left in the databases' own files (`scrubbed`): somebody
    who reads an old state of them may keep it there until the next time. `versions`: the object store keeps the files as older ones."""

    act: int
    at: str
    scrubbed: bool
    versions: bool


def purge_file(stores: Stores, using: Settings, sha256: str, by: tuple[str, str], law: str) -> Purge:
    """Purge a filed file: `by` whom and why. Raises `LookupError` where none was filed, `BeingRead`, `OSError` where the place
    for files is away, and `DatabaseRefuses` where the log-in is not the account's own, before anything is done.

    The journal goes last: whoever is killed midway is to do it again, and then finds the file still filed.
    """
    if not may_scrub(stores.desk):
        raise DatabaseRefuses
    storage = storage_of(using)
    versions = storage.keeps_versions()  # before anything is done: a place for files that is away answers nothing
    with writing(stores.desk) as session:
        if is_being_read(session, sha256):
            raise BeingRead(sha256)
        digests, uploads = bytes_of(session, sha256)
        withdraw_file(session, sha256, *by)
    publish(stores)
    at = now()
    with writing(stores.desk):  # two that purge at once, wherever they are, both write the one list
        _remember(storage, {"sha256": sha256, "law": law, "by": by[0], "reason": by[1], "at": at})
    for digest in digests:
        let_go_for_good(storage, digest)
    for upload in uploads:
        let_go(storage, upload)
    public_url = stores.public.url.render_as_string(hide_password=False)
    for path in [*(using.data_dir / _BULK).glob("*.*"), *spoilt_files(public_url)]:
        path.unlink(missing_ok=True)
    with writing(stores.desk) as session:
        before = tombstones(session)
        with session.begin_nested() as tried:
            purge_entries(session, sha256, by, law)
            after = tombstones(session)
            tried.rollback()
        gone = [{"key": key, **stone} for key, stone in sorted(before.items()) if key not in after]
        purged = purge_entries(session, sha256, by, law, gone=gone)
        project_desk(session, purged.keys)
    publish(stores)
    desk, public = scrub(stores.desk), scrub(stores.public)
    return Purge(purged.act, at, desk and public, versions)


def purge_again(stores: Stores, using: Settings, lists: Sequence[Path]) -> int:
    """Purge what the installation's list and these say was purged, where a backup from before has brought it back; returns how many
    files that was."""
    done, storage = 0, storage_of(using)
    paths = (using.data_dir / PURGED, *lists)  # the folder's own too: the files may have lain there before
    others = (one for path in paths if path.is_file() for one in _lines(path.read_bytes()))
    for one in {one["sha256"]: one for one in chain(_remembered(storage), others)}.values():
        _remember(storage, one)
        try:
            purge_file(stores, using, one["sha256"], (one["by"], one["reason"]), one["law"])
        except LookupError:
            continue
        done += 1
    return done


def _remembered(storage: Storage) -> list[dict[str, Any]]:
    """What was purged here."""
    try:
        return list(_lines(storage.get(PURGED)))
    except FileNotFoundError:
        return []


def _lines(data: bytes) -> Iterator[dict[str, Any]]:
    return (orjson.loads(line) for line in data.splitlines() if line.strip())


def _remember(storage: Storage, one: dict[str, Any]) -> None:
    """Add to the list, durably."""
    held = _remembered(storage)
    if all(there["sha256"] != one["sha256"] for there in held):
        storage.put(PURGED, b"".join(orjson.dumps(line) + b"\n" for line in [*held, one]))
