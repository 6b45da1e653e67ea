"""What the drills begin with: an installation that holds a little of everything, made once and copied for each run."""

from __future__ import annotations

import atexit
import shutil
import tempfile
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

import sqlalchemy as sa

from app import acts
from app.acts import Actor
from app.backups.making import back_up
from app.db import reading
from app.imports.filing import accept, read, settle
from app.imports.uploads import Claims, Upload
from app.imports.workers import at_work
from app.installation.opening import open_stores, start
from app.models.register import bodies, documents, items
from importers import READER
from scripts.drilling.deeds import Place
from scripts.drilling.disk import emptied
from scripts.drilling.examine import Acknowledged, everything_in
from tests.app.importing import import_file
from tests.app.papers import drawn, minutes
from tests.app.sheets import ALNSJO, sheet

ANNA = Actor("anna", "övning")
WHY = ("--reason", "övning", "--as", "anna")
# What is handed in: a new file, one that is filed already, and one that is broken.
NEW, KNOWN, BROKEN = sheet(11), sheet(1), sheet(1)[:400]
NAMING = drawn(minutes("Kulturnämnden", "9", "KN-2025-00009", "Nämnden beslutar att 121212-1212 får en bänk."))


@dataclass(frozen=True, slots=True)
class Deed:
    """A command by name, and whether it is given an installation that holds something or only a backup of one."""

    name: str
    arguments: tuple[str, ...]
    holds: bool = True


@dataclass(frozen=True, slots=True)
class Furnished:
    """A place to copy, what it holds, and what can be done to it. Paths are those of the copy, which is always `at`."""

    kept: Path
    at: Place
    told: Acknowledged
    deeds: tuple[Deed, ...]

    def fresh(self, deed: Deed) -> Place:
        """The place as it was before anything was done to it."""
        emptied(self.at.root)
        for path in self.kept.iterdir():
            if path.is_file():
                shutil.copyfile(path, self.at.root / path.name)
            elif deed.holds or path.name != "data":
                shutil.copytree(path, self.at.root / path.name)
        return self.at


@cache
def furnish() -> Furnished:
    """Make an installation on SQLite, a backup of it, and files to hand in; they are gone when the process ends."""
    folder = Path(tempfile.mkdtemp(prefix="diarium-drill-"))
    atexit.register(shutil.rmtree, folder)
    place = Place(folder / "place")
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
    with reading(stores.desk) as session:
        shown, held = (
            str(
                session.execute(
                    sa.select(documents.c.id).where(documents.c.body_id == bodies.c.id, bodies.c.name == body)
                )
                .scalars()
                .first()
            )
            for body in ("Kommunstyrelsen", "Kulturnämnden")
        )
        item = str(session.execute(sa.select(items.c.id).order_by(items.c.number)).scalars().first())
    done = acts.correct(stores, item, "title", "Cykelställ vid ån", ANNA)
    for name, data in (("ny.pdf", NEW), ("känd.pdf", KNOWN), ("trasig.pdf", BROKEN)):
        (place.root / name).write_bytes(data)
    back_up(stores, using, place.root / "earlier")
    stores.dispose()
    told = everything_in(place)
    kept = folder / "kept"
    place.root.rename(kept)
    files = tuple(str(place.root / name) for name in ("ny.pdf", "känd.pdf", "trasig.pdf"))
    deeds = (
        Deed("import", ("import", *files, "--for", "Alnsjö", "--json")),
        Deed("worker", ("worker", "--once")),
        Deed("correct", ("act", "correct", item, "title=Cykelställ vid bron", *WHY)),
        Deed("withdraw", ("act", "withdraw", shown, *WHY)),
        Deed("release", ("act", "release", held, *WHY)),
        Deed("undo", ("act", "undo", str(done), *WHY)),
        Deed("rebuild", ("rebuild",)),
        Deed("reread", ("reread", "--all")),
        Deed("checkpoint", ("checkpoint",)),
        Deed("key", ("key", "add", "övning", "--for", "Alnsjö")),
        Deed("backup", ("db", "backup", str(place.root / "kopia"))),
        Deed("restore", ("db", "restore", str(place.root / "earlier")), holds=False),
    )
    return Furnished(kept, place, told, deeds)
