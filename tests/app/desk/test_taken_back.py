"""What the public was shown, and must not see again until a registrar has looked: taken back by a new reading, or unmasked."""

from __future__ import annotations

from dataclasses import replace

import orjson
import pytest
from starlette.testclient import TestClient

import app.imports.filing
from app import acts
from app.acts import Actor
from app.db import Stores, writing
from app.imports.batches import work_waiting
from app.imports.rereading import ask_for, offer
from app.imports.workers import at_work
from app.register.municipalities import municipality
from app.settings import Settings
from importers import READER, read_bundle
from importers.bundle import Reader, bundle_to_json
from tests.app.desk.working import Worker
from tests.app.importing import import_file
from tests.app.papers import drawn, minutes

BODY, CASE, NUMBER = "Kulturnämnden", "KN-2025-00031", "121212-1212"
NAMING = drawn(minutes(BODY, "14", CASE, f"Nämnden beslutar att bevilja Sixten Ek, {NUMBER}, ett bidrag."))
PLAIN = drawn(minutes(BODY, "14", CASE, "Nämnden beslutar att bevilja ett bidrag."))

pytestmark = pytest.mark.parametrize("database", ["sqlite"], indirect=True)


def filed_by_an_older(stores: Stores, using: Settings) -> None:
    """The file, as a reader before today's took it: without the number."""
    older = replace(read_bundle(PLAIN, "bidrag.pdf"), reader=Reader(READER.name, "1"))
    with pytest.MonkeyPatch.context() as patch:
        answer = orjson.dumps(bundle_to_json(older))
        patch.setattr(app.imports.filing, "read_apart", lambda _data, _tell: answer)
        import_file(stores, using, NAMING, "bidrag.pdf", "anna", municipality("Alnsjö kommun"))


def read_anew(stores: Stores, using: Settings) -> None:
    with at_work(stores, using) as worker:
        with writing(stores.desk) as session:
            ask_for(session, [file for file in offer(session).files if file.name == "bidrag.pdf"], "rut")
        list(work_waiting(worker))


def asks_before_it_releases(registrar: Worker, served: TestClient) -> None:
    """Its reason is told where it is released, and nothing released without a yes to that."""
    registrar.go("/desk").go(registrar.link("bidrag.pdf"))
    assert "personnummer" in registrar.page.one("details", class_="papers").text
    registrar.go(registrar.link("Släpp …"))
    asked = registrar.at
    assert "personnummer" in registrar.page.one("main").one("ul").text
    registrar.send("/slapp/" + asked.rpartition("/")[2])
    assert registrar.status == 400 and NUMBER not in served.get("/sok?q=bidrag").text
    id = asked.rpartition("/")[2]
    assert served.get(f"/handlingar/{id}").status_code in {404, 410}
    registrar.go(asked).send(f"/slapp/{id}", read="ja")
    assert served.get(f"/handlingar/{id}").status_code == 200


def test_what_a_new_reading_took_back_is_released_as_what_is_held(
    stores: Stores, using: Settings, registrar: Worker, served: TestClient
) -> None:
    filed_by_an_older(stores, using)
    read_anew(stores, using)
    row = next(row for row in registrar.go("/desk").page.all("tr") if "bidrag.pdf" in row.text)
    assert "Hålls inne" in row.text
    asks_before_it_releases(registrar, served)


def test_what_is_masked_no_more_is_released_as_what_is_held(
    stores: Stores, using: Settings, registrar: Worker, served: TestClient
) -> None:
    sha256 = import_file(stores, using, NAMING, "bidrag.pdf", "anna", municipality("Alnsjö kommun")).sha256
    rut = Actor("rut", "granskad")
    mask = acts.mask(stores, using, sha256, rut, boxes={}, words=[NUMBER])
    registrar.go("/desk").go(registrar.link("bidrag.pdf")).go(registrar.link("Släpp …"))
    registrar.send("/slapp/" + registrar.at.rpartition("/")[2])
    acts.undo(stores, mask, rut)
    asks_before_it_releases(registrar, served)


def test_what_a_person_withdrew_is_not_released_unread_by_undoing_that(
    stores: Stores, using: Settings, registrar: Worker, served: TestClient
) -> None:
    import_file(stores, using, NAMING, "bidrag.pdf", "anna", municipality("Alnsjö kommun"))
    registrar.go("/desk").go(registrar.link("bidrag.pdf")).go(registrar.link("Släpp …"))
    id = registrar.at.rpartition("/")[2]
    registrar.send(f"/slapp/{id}", read="ja").send(f"/dra-tillbaka/{id}", reason="fel person")
    registrar.go(registrar.link("Historik"))
    registrar.send_form(next(form for form in registrar.page.all("form") if "/angra/" in form.attributes["action"]))
    assert served.get(f"/handlingar/{id}").status_code == 410
    assert "personnummer" in registrar.page.one("main").one("ul").text
    registrar.send(f"/slapp/{id}", read="ja")
    assert served.get(f"/handlingar/{id}").status_code == 200
