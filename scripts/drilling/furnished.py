"""What the drills begin with: an installation that holds a little of everything, made once and copied for each run."""

from __future__ import annotations

import atexit
import gzip
import shutil
import tarfile
import tempfile
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache, partial
from pathlib import Path

import psycopg
import sqlalchemy as sa

from app import acts
from app.acts import Actor
from app.backups.making import back_up
from app.db import reading, writing
from app.errors import Exit
from app.imports.filing import accept, read, settle
from app.imports.uploads import Claims, Upload
from app.imports.workers import at_work
from app.installation.opening import open_stores, start
from app.models.register import bodies, documents, items
from app.security.keys import add_key
from importers import READER
from scripts.drilling.databases import POSTGRESQL, SQLITE, left_alone, recreated
from scripts.drilling.deeds import Ended, Place, Work
from scripts.drilling.disk import emptied
from scripts.drilling.examine import Acknowledged, everything_in
from scripts.drilling.serving import serve
from tests.app.importing import import_file
from tests.app.papers import drawn, minutes
from tests.app.sheets import ALNSJO, sheet
from tests.places import ROOT

OLDER = ROOT / "tests/frozen/0.1.0-0800ad8"
_DATABASE = "drill"
_MEMORY, _ROOM = Path("/dev/shm"), 2 << 30  # noqa: S108 - Linux' own; a folder made there is its account's alone
ANNA = Actor("anna", "övning")
WHY = ("--reason", "övning", "--as", "anna")
# What is handed in: a new file, one that is filed already, and one that is broken.
NEW, KNOWN, BROKEN = sheet(11), sheet(1), sheet(1)[:400]
NAMING = drawn(minutes("Kulturnämnden", "9", "KN-2025-00009", "Nämnden beslutar att 121212-1212 får en bänk."))


class Start(StrEnum):
    """What an installation holds before a deed."""

    FULL = "full"
    EMPTY = "empty"  # but for a backup beside it
    OLDER = "older"  # what an earlier version has left


@dataclass(frozen=True, slots=True)
class Deed:
    """A command by name, what the installation that it is given holds, and how it ends there when nothing fails: a command that
    only refuses what it is given has nothing to lose, and no drill of it would find anything. `once_more` is how it may end
    besides where it has been done already."""

    name: str
    work: Work
    start: Start = Start.FULL
    ends: int = Exit.DONE
    once_more: int | None = None

    def fault_of(self, ended: Ended) -> str | None:
        """What went wrong where nothing was made to fail."""
        return ended.our_fault or (f"it ended with {ended.status}" if ended.status != self.ends else None)

    def fault_of_once_more(self, ended: Ended) -> str | None:
        """The same where it had been cut off before, at whatever point."""
        return None if ended.status == self.once_more else self.fault_of(ended)


@dataclass(frozen=True, slots=True)
class Furnished:
    """Places to copy, what each holds, and what can be done to it. Paths are those of the copy, which is always `at`."""

    kept: dict[Start, Path]
    at: Place
    told: dict[Start, Acknowledged]
    deeds: tuple[Deed, ...]

    def fresh(self, deed: Deed) -> Place:
        """The place as it was before anything was done to it."""
        emptied(self.at.root)
        shutil.copytree(self.kept[deed.start], self.at.root, dirs_exist_ok=True)
        if self.at.database:
            recreated(_DATABASE, _template(deed.start))
        return self.at

    def chosen(self, names: tuple[str, ...]) -> list[Deed]:
        """The deeds of these names; all where none is given."""
        return [deed for deed in self.deeds if not names or deed.name in names]


def _template(start: Start) -> str | None:
    return None if start is Start.EMPTY else f"drill_{start}"


@cache
def furnish(kind: str = SQLITE) -> Furnished:
    """Make an installation, a backup of it, an older one, and files to hand in; they are gone when the process ends."""
    folder = Path(tempfile.mkdtemp(prefix="diarium-drill-", dir=_in_memory()))
    atexit.register(shutil.rmtree, folder)
    at = Place(folder / "place", recreated(_DATABASE) if kind == POSTGRESQL else None)
    kept = {held: folder / held for held in Start}
    for place in kept.values():
        place.mkdir()
    with tarfile.open(OLDER / "data.tar.gz") as archive:
        archive.extractall(kept[Start.OLDER] / "data", filter="data")
    if at.database:
        _load_older(recreated(str(_template(Start.OLDER))))
    furnished = Furnished(kept, at, {Start.EMPTY: Acknowledged()}, ())
    furnished.told[Start.OLDER] = everything_in(furnished.fresh(Deed("upgrade", (), Start.OLDER)))
    emptied(at.root)
    if at.database:
        recreated(_DATABASE)
    ids, key = _fill(at)
    furnished.told[Start.FULL] = everything_in(at)
    if at.database:
        left_alone(at.database)
        recreated(str(_template(Start.FULL)), _DATABASE)
    shutil.copytree(at.root, kept[Start.FULL], dirs_exist_ok=True)
    shutil.copytree(at.root / "earlier", kept[Start.EMPTY] / "earlier")
    return replace(furnished, deeds=_deeds(at, ids, key))


def _in_memory() -> Path | None:
    """Where nobody waits for a disk to sync, if there is room: what a cut, a full disk or a broken one leaves is not its doing."""
    return _MEMORY if _MEMORY.is_dir() and shutil.disk_usage(_MEMORY).free > _ROOM else None


def _load_older(url: str) -> None:
    with psycopg.connect(url.replace("+psycopg", ""), autocommit=True) as connection:
        connection.execute(gzip.decompress((OLDER / "desk.sql.gz").read_bytes()))


def _fill(place: Place) -> tuple[dict[str, str], str]:
    """Let the place hold a little of everything; the ids to act upon, by name, and a key for `diarium serve`."""
    using = place.using
    stores = open_stores(using)
    start(stores)
    import_file(stores, using, sheet(1), "blad.pdf", "anna", ALNSJO)
    import_file(stores, using, NAMING, "namn.pdf", "anna", ALNSJO)
    with at_work(stores, using) as worker:
        old = accept(worker, sheet(2), Claims("blad.pdf", "anna", ALNSJO))
        assert isinstance(old, Upload)
        settle(worker, old, replace(read(worker, old), reader=replace(READER, version="1")))
        accept(worker, sheet(3), Claims("väntar.pdf", "anna", ALNSJO), at_once=False)
    ids: dict[str, str] = {}
    with reading(stores.desk) as session:
        for name, body in (("shown", "Kommunstyrelsen"), ("held", "Kulturnämnden")):
            of_body = sa.select(documents.c.id).where(documents.c.body_id == bodies.c.id, bodies.c.name == body)
            ids[name] = str(session.execute(of_body).scalars().first())
        ids["item"] = str(session.execute(sa.select(items.c.id).order_by(items.c.number)).scalars().first())
    ids["done"] = str(acts.correct(stores, ids["item"], "title", "Cykelställ vid ån", ANNA))
    with writing(stores.desk) as session:
        key = add_key(session, "övning", ALNSJO.name)
    for name, data in (("ny.pdf", NEW), ("känd.pdf", KNOWN), ("trasig.pdf", BROKEN)):
        (place.root / name).write_bytes(data)
    back_up(stores, using, place.root / "earlier")
    stores.dispose()
    return ids, key


def _deeds(place: Place, ids: dict[str, str], key: str) -> tuple[Deed, ...]:
    files = [place.root / name for name in ("ny.pdf", "känd.pdf", "trasig.pdf")]
    return (
        Deed("import", ("import", *map(str, files), "--for", "Alnsjö", "--json"), ends=Exit.UNREADABLE),
        Deed("serve", partial(serve, key, files[:2]), ends=Exit.INTERRUPTED),
        Deed("worker", ("worker", "--once"), once_more=Exit.NOTHING_NEW),
        Deed("correct", ("act", "correct", ids["item"], "title=Cykelställ vid bron", *WHY)),
        Deed("withdraw", ("act", "withdraw", ids["shown"], *WHY)),
        Deed("release", ("act", "release", ids["held"], "--yes", *WHY)),
        Deed("undo", ("act", "undo", ids["done"], *WHY)),
        Deed("rebuild", ("rebuild",)),
        Deed("reread", ("reread", "--all")),
        Deed("checkpoint", ("checkpoint",)),
        Deed("key", ("key", "add", "övning", "--for", "Alnsjö")),
        Deed("backup", ("db", "backup", str(place.root / "kopia"))),
        Deed("restore", ("db", "restore", str(place.root / "earlier")), Start.EMPTY, once_more=Exit.WRONG_USE),
        Deed("upgrade", ("db", "upgrade"), Start.OLDER),
    )
