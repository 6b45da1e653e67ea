"""Taking one municipality out: its entries, its files and its key in one signed file. The installation keeps what it has."""

from __future__ import annotations

import hashlib
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

import orjson
import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.backups.making import being_made, instant
from app.backups.town_file import TownManifest, write_to
from app.db import Stores, newest_revision, writing
from app.errors import InstallationDamaged, WrongUse
from app.journal import files
from app.journal.append import append, now
from app.journal.checkpoints import public_key, sign
from app.journal.derived import canonical
from app.journal.leaving import entries_of, lines_of
from app.journal.storage import Storage, storage_of
from app.journal.stored import filed_bytes
from app.language.i18n import gettext as _
from app.models.journal import filings
from app.queries.towns import town
from app.register.municipalities import Municipality
from app.register.parts import ActKind
from app.settings import Settings

TAKEN_OUT = "taken-out"


def take_out(stores: Stores, using: Settings, place: Municipality, target: Path, by: tuple[str, str]) -> TownManifest:
    """Write the municipality to the file `target`, which must not be there yet, and in the journal `by` whom and why.

    Nothing is at `target` before all of it is, durably. Raises `WrongUse` where it cannot be taken out alone, or is not closed: what
    was filed meanwhile would be left behind; and `InstallationDamaged`.
    """
    if target.exists():
        raise WrongUse(_("{path} finns redan. Ange en fil som inte finns.").format(path=target))
    if not target.parent.is_dir():
        raise WrongUse(_("Mappen {path} finns inte. Ange en fil i en mapp som finns.").format(path=target.parent))
    storage = storage_of(using)
    with being_made(target.parent) as folder, ExitStack() as at_end, instant(stores.desk) as connection:
        at_end.callback(shutil.rmtree, folder, ignore_errors=True)
        half = folder / target.name
        with Session(connection) as session, tempfile.TemporaryFile(dir=folder) as entries:
            known = town(session, place.id)
            if known is None or not known.closed:
                raise WrongUse(
                    _("Stäng {place} först, så att inget nytt blir kvar: diarium municipality close").format(
                        place=place.name
                    )
                )
            written = _write_entries(session, place, entries)
            manifest = TownManifest(
                made=now(),
                journal=newest_revision(),
                installation=public_key(session),
                municipality={"id": place.id, "name": place.name, "slug": place.slug, "code": place.code},
                entries=written.count,
                size=entries.tell(),
                sha256=written.digest,
                files=tuple(_sizes(session, place, written.masked)),
            )
            entries.seek(0)
            with open(half, "wb", opener=files.for_us_alone) as out:
                write_to(out, manifest, sign(session, manifest.signed), entries, _each(storage, manifest))
                files.sync(out)
        with writing(stores.desk) as session:
            said = {"municipality": place.id, "seal": manifest.seal, "files": len(manifest.files)}
            append(session, TAKEN_OUT, said, *by)
        os.link(half, target)  # and never over what somebody else has put there meanwhile
        files.sync_folder(target.parent)
    return manifest


@dataclass
class _Written:
    """The entries that were written: how many, their hash, and the files that masking made, by sha256 with their sizes."""

    count: int
    digest: str
    masked: dict[str, int]


def _write_entries(session: Session, place: Municipality, out: IO[bytes]) -> _Written:
    digest, count, masked = hashlib.sha256(), 0, dict[str, int]()
    for row in lines_of(session, entries_of(session, place)):
        line = canonical(row) + b"\n"
        digest.update(line)
        out.write(line)
        count += 1
        if row["kind"] == "act" and row["content"] is not None:
            said = orjson.loads(row["content"])["said"]
            masked |= _masked(said)
    return _Written(count, digest.hexdigest(), masked)


def _masked(said: dict[str, Any]) -> dict[str, int]:
    return {said["masked"]: said["bytes"]} if said["act"] == ActKind.MASK else {}


def _sizes(session: Session, place: Municipality, masked: dict[str, int]) -> Iterator[tuple[str, int]]:
    """The files that go with it; what a person entered by hand lies in none."""
    query = sa.select(filings.c.sha256, filings.c.bytes).where(filings.c.municipality == place.id, filings.c.bytes > 0)
    yield from sorted(({row.sha256: row.bytes for row in session.execute(query)} | masked).items())


def _each(storage: Storage, manifest: TownManifest) -> Iterator[bytes]:
    """The files' bytes. Raises `InstallationDamaged` where one is not what was filed."""
    for digest, size in manifest.files:
        try:
            held = filed_bytes(storage, digest)
        except FileNotFoundError as missing:
            raise InstallationDamaged(digest) from missing
        if len(held) != size or files.sha256(held) != digest:
            raise InstallationDamaged(digest)
        yield held
