"""Two municipalities with a past, to be taken out of the installation that they are in."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import orjson
import pytest
import sqlalchemy as sa

from app import acts
from app.acts import Actor
from app.acts.entered import decision
from app.backups.putting_in import looked_into, put_in
from app.backups.taking_out import take_out
from app.db import Stores, reading, writing
from app.installation.opening import open_stores, prepare_public, start
from app.journal import append
from app.models.journal import entries, filings
from app.models.published import DATED, PAST, WITHDRAWN
from app.models.register import register_meta
from app.projection.public import publish
from app.register.municipalities import Municipality, municipality
from app.register.towns import Town
from app.settings import Settings, public_url
from tests.app.filing import entries_in, rows
from tests.app.importing import import_file
from tests.app.papers import drawn, minutes

ALNSJO, BERGSUND = municipality("Alnsjö"), municipality("Bergsund")
ANNA, BO = Actor("anna", "egen drift", "registrator"), Actor("bo", "Zyxkanarie i skälet")
BY = ("eva", "avtalet är slut")
CANARY = "Zyxkanarie"


@dataclass(frozen=True)
class Installation:
    stores: Stores
    using: Settings


@contextmanager
def on(day: str) -> Iterator[None]:
    """What is appended meanwhile was so on the day."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(append, "now", lambda: f"{day}T12:00:00.000000Z")
        yield


def paper(n: int, text: str = "Kommunstyrelsen beslutar att bygga cykelställ.", title: str = "Cykelställ") -> bytes:
    return drawn(minutes("Kommunstyrelsen", str(n), f"KS-2025-{n:05}", text, "2025-02-05", title))


def fill(of: Installation) -> None:
    """Two municipalities, of which one has something unpublished, over four days: filed, corrected, linked, withdrawn, purged."""
    stores, using = of.stores, of.using
    with on("2025-03-01"):
        for place in (ALNSJO, BERGSUND):
            acts.add_municipality(stores, using, Town(place, f"{place.name} kommun"), ANNA)
        acts.set_default(stores, BERGSUND, "Kanarienämnden", BO, public=False)
        for n in (1, 2, 3, 4):
            text = f"Kommunstyrelsen beslutar att bygga {n} cykelställ{' hos Zyxmask' if n == 2 else ''}."
            import_file(stores, using, paper(n, text), f"alnsjo-{n}.pdf", "anna", ALNSJO)
        import_file(stores, using, paper(1, title="Bryggan"), "bergsund.pdf", "bo", BERGSUND)
        unseen = minutes("Kanarienämnden", "9", "KN-2025-00009", f"Nämnden beslutar om {CANARY}.", title=CANARY)
        import_file(stores, using, drawn(unseen), f"{CANARY}.pdf", "bo", BERGSUND)
    with on("2025-03-02"):
        acts.correct(stores, item(of, "1", ALNSJO), "title", "Cykelställ vid ån", ANNA)
        acts.correct(stores, item(of, "2", ALNSJO), "number", "22", ANNA)
        acts.mask(stores, using, file_of(of, "alnsjo-2.pdf"), ANNA, boxes={}, words=["hos Zyxmask"])
        (one, other) = (case_of(of, n) for n in (1, 3))
        acts.link(stores, one, other, ANNA)
    with on("2025-03-03"):
        undone = acts.correct(stores, item(of, "3", ALNSJO), "title", "Fel", ANNA)
        acts.undo(stores, undone, ANNA)
        acts.undo(stores, acts.change_municipality(stores, using, ALNSJO, ANNA, called="Fel"), ANNA)
        acts.settle(stores, file_of(of, "alnsjo-1.pdf"), "sett", ANNA)
        acts.rename(stores, ALNSJO, "Kommunstyrelsen", "Stadsstyrelsen", ANNA)
        by_hand = {"date": ["2025-02-12"], "item": ["9"], "title": ["Trädgården"], "number": ["KS-2025-00001"]}
        acts.enter(stores, ALNSJO, decision("Kommunstyrelsen", by_hand), ANNA)
        number = acts.correct(stores, item(of, "1", ALNSJO), "number", "11", ANNA)
    with on("2025-03-04"):
        acts.undo(stores, number, ANNA)
        acts.release(stores, document(of, "alnsjo-3.pdf"), ANNA, public=False, law="OSL 21 kap. 1 §")
        acts.purge(stores, using, file_of(of, "alnsjo-4.pdf"), ANNA, law="OSL 21 kap. 1 §")


def item(of: Installation, number: str, place: Municipality) -> str:
    held = [row for row in rows(of.stores.desk)["items"] if row["number"] == number]
    return next(str(row["id"]) for row in held if row["municipality_id"] == place.id)


def document(of: Installation, name: str) -> str:
    held = rows(of.stores.desk, without=set())["appearances"]
    return next(str(row["document_id"]) for row in held if row["file_id"] == file_of(of, name))


def case_of(of: Installation, n: int) -> str:
    held = rows(of.stores.desk)["cases"]
    key = f"KS-2025-{n:05}"
    return next(str(row["id"]) for row in held if row["number"] == key and row["municipality_id"] == ALNSJO.id)


def file_of(of: Installation, name: str) -> str:
    with reading(of.stores.desk) as session:
        query = sa.select(filings.c.sha256, entries.c.content).join(entries, entries.c.seq == filings.c.seq)
        return next(row.sha256 for row in session.execute(query) if orjson.loads(row.content)["said"]["name"] == name)


def days(of: Installation) -> dict[str, list[str]]:
    """All that the public register knows of every day."""
    with reading(of.stores.public) as session:
        return {
            table.name: sorted(str(dict(row)) for row in session.execute(sa.select(table)).mappings())
            for table in (*DATED.values(), *PAST.values(), WITHDRAWN)
        }


def anew(of: Installation) -> None:
    """Let the public register go through all days again."""
    with writing(of.stores.public) as session:
        session.execute(register_meta.update().where(register_meta.c.key == "version").values(value="older"))
    prepare_public(of.using.public_database_url)
    publish(of.stores)


def opened(folder: Path, desk: str) -> Installation:
    using = Settings(data_dir=folder / "data", database_url=desk, public_database_url=public_url(desk))
    stores = open_stores(using)
    start(stores)
    return Installation(stores, using)


def taken(source: Installation, place: Municipality = ALNSJO) -> Path:
    return source.using.data_dir.parent / place.slug


def take(source: Installation, place: Municipality) -> Path:
    """Close a municipality and take it out."""
    acts.close_municipality(source.stores, source.using, place, ANNA)
    take_out(source.stores, source.using, place, taken(source, place), BY)
    return taken(source, place)


def put(path: Path, into: Installation) -> None:
    with looked_into(path) as held:
        put_in(into.stores, into.using, held, path, BY)


def unchanged(into: Installation) -> tuple[int, list[str]]:
    lie = sorted(path.name for path in (into.using.data_dir / "files").rglob("*.pdf"))
    return entries_in(into.stores), lie
