"""A file purged from a whole installation: what the public sees, the journal, both registers, the store and what is left over in
the databases' own files. The list of what was purged lies beside them, so that a backup from before is purged again when it
is restored."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import orjson

from app.db import Stores, scrub, writing
from app.installation.rights import spoilt_files
from app.journal import files
from app.journal.append import now
from app.journal.purging import bytes_of, is_being_read, purge_entries
from app.journal.releasing import withdraw_file
from app.projection.desk import project_desk
from app.projection.public import publish
from app.projection.tombstones import tombstones

PURGED = "purged.jsonl"
_BULK = "bulk"  # files that hand on all that is public (`app/bulk`)


class BeingRead(LookupError):
    """A worker has the file in hand."""


@dataclass(frozen=True, slots=True)
class Purge:
    """A purge that is done: its act, and whether nothing of it is left in the databases' own files (`scrubbed`): somebody
    who reads an old state of them may keep it there until the next time."""

    act: int
    at: str
    scrubbed: bool


def purge_file(stores: Stores, data: Path, sha256: str, by: tuple[str, str], law: str) -> Purge:
    """Purge a filed file: `by` whom and why. Raises `LookupError` where none was filed, `BeingRead`.

    The journal goes last: whoever is killed midway is to do it again, and then finds the file still filed.
    """
    with writing(stores.desk) as session:
        if is_being_read(session, sha256):
            raise BeingRead(sha256)
        digests, uploads = bytes_of(session, sha256)
        withdraw_file(session, sha256, *by)
    publish(stores)
    at = now()
    _remember(data, {"sha256": sha256, "law": law, "by": by[0], "reason": by[1], "at": at})
    for digest in digests:
        files.path_of(data, digest).unlink(missing_ok=True)
    for upload in uploads:
        files.let_go(data, upload)
    public_url = stores.public.url.render_as_string(hide_password=False)
    for path in [*(data / _BULK).glob("*.*"), *spoilt_files(public_url)]:
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
    return Purge(purged.act, at, desk and public)


def purge_again(stores: Stores, data: Path, lists: Sequence[Path]) -> int:
    """Purge what these lists say was purged, where a backup from before has brought it back; returns how many files that was."""
    done = 0
    for one in {one["sha256"]: one for path in lists for one in _listed(path)}.values():
        _remember(data, one)
        try:
            purge_file(stores, data, one["sha256"], (one["by"], one["reason"]), one["law"])
        except LookupError:
            continue
        done += 1
    return done


def _listed(path: Path) -> Iterator[dict[str, Any]]:
    if path.is_file():
        yield from (orjson.loads(line) for line in path.read_bytes().splitlines() if line.strip())


def _remember(data: Path, one: dict[str, Any]) -> None:
    """Add to the list, durably."""
    held = list(_listed(data / PURGED))
    if all(there["sha256"] != one["sha256"] for there in held):
        files.write(data / PURGED, b"".join(orjson.dumps(line) + b"\n" for line in [*held, one]))
