"""What came in, as each at the desk sees it: how far it has come, and whose it is."""

from __future__ import annotations

import pytest
from starlette.testclient import TestClient

from app.db import Stores
from app.errors import MunicipalityNeeded
from app.imports.batches import noting
from app.imports.filing import accept, work
from app.imports.uploads import Claims, Upload, next_upload
from app.imports.workers import at_work, taker
from app.installation.checking import check
from app.main import create_app
from app.register.municipalities import municipality
from app.security.roles import Grant, Role
from app.settings import Settings
from tests.app.desk.working import Worker, account
from tests.app.importing import import_file
from tests.app.pages.reading import Element
from tests.app.papers import drawn, minutes


def extract_of(body: str) -> bytes:
    return drawn(["Alnsjö kommun", *minutes(body, "7", "KUN 2025-00007", f"{body} beslutar att bygga.")])


def row_of(worker: Worker, name: str) -> str:
    return next((row.text for row in worker.go("/desk").page.all("tr") if name in row.text), "")


def test_how_far_each_file_has_come_is_told_and_outlives_the_server(
    served: TestClient, registrar: Worker, stores: Stores, using: Settings
) -> None:
    waiting = using.model_copy(update={"import_at_once": False})
    for n in range(3):
        accept(
            taker(stores, waiting), b"%PDF-1.7 " + bytes([65 + n]), Claims(f"skanning {n}.pdf", "anna"), at_once=False
        )
    with at_work(stores, waiting) as reader:
        first = next_upload(reader)
        assert first is not None
        note = noting(reader)
        note(first, 1, 40)
        note(first, 2, 40)  # within the same second: not worth a writing
        for _start in range(2):
            with TestClient(create_app(waiting), follow_redirects=False) as asking:
                rut = Worker(asking).signed_in("rut")
                assert "Läses nu: 1 av 40 sidor" in row_of(rut, "skanning 0.pdf")
                assert "Väntar på sin tur: 1 före" in row_of(rut, "skanning 1.pdf")
                assert "Väntar på sin tur: 2 före" in row_of(rut, "skanning 2.pdf")
        note(first, 40, 40)
        assert "Läses nu: 40 av 40 sidor" in row_of(registrar, "skanning 0.pdf")
    assert "Läses nu" not in row_of(registrar, "skanning 0.pdf"), "its reader ended, and it waits again"


def test_a_file_handed_in_twice_waits_in_the_list_while_its_first_is_read(
    registrar: Worker, stores: Stores, using: Settings
) -> None:
    data = extract_of("Kulturnämnden")
    with at_work(stores, using.model_copy(update={"import_at_once": False})) as reader:
        for name in ("kultur.pdf", "kultur igen.pdf"):
            assert isinstance(accept(reader, data, Claims(name, "anna"), at_once=False), Upload)
        first = next_upload(reader)
        assert first is not None
        work(reader, first)
        assert "1 handling, 1 paragraf" in row_of(registrar, "kultur.pdf")
        assert "Väntar på sin tur –" in row_of(registrar, "kultur igen.pdf").replace("kultur igen.pdf ", "")


def test_what_cannot_be_read_is_laid_aside_with_a_reason_and_taken_back(
    served: TestClient, registrar: Worker, stores: Stores, using: Settings
) -> None:
    account(stores, "kurt", Grant(Role.REGISTRAR, "0380"))
    account(stores, "olle", Grant(Role.READER))
    letter = [("file", ("brev.txt", b"Hej", "text/plain"))]
    registrar.go("/desk").send("/desk/import", files=letter)
    first = _rows(registrar)[0]
    assert "brev.txt" in first.text and "Gick inte att läsa" in first.text
    aside = first.one("form").attributes["action"]
    mark = first.one("input", name="mark").attributes["value"]
    assert registrar._asked("POST", aside, data={"mark": mark}).status == 400, "it takes a reason"
    for login, status in (("kurt", 404), ("olle", 403)):
        other = Worker(served).signed_in(login)
        own = other.go("/desk/konto").page.all("input", name="mark")[0].attributes["value"]
        assert other._asked("POST", aside, data={"mark": own, "reason": "får inte"}).status == status
    assert not _rows(Worker(served).signed_in("olle"))[0].all("form")
    registrar.go("/desk").send(aside, reason="är ett brev <b>")
    last = next(row for row in _rows(registrar) if "brev.txt" in row.text)
    assert _rows(registrar)[0] is not last and "Lagd åt sidan" in last.text
    assert (
        "Rut Alm" in last.text
        and "är ett brev <b>" in last.text
        and "Gick inte" not in last.one("span", class_="tag").text
    )
    registrar.send("/desk/import", files=letter)
    assert "Gick inte att läsa" in _rows(registrar)[0].text, "handed in anew it is told anew"
    registrar.send(last.one("form").attributes["action"])
    assert sum("Gick inte att läsa" in row.text for row in _rows(registrar)) == 2
    nameless = drawn(minutes("Kommunstyrelsen", "12", "KS-2025-7", "Kommunstyrelsen beslutar att bygga."))
    with pytest.raises(MunicipalityNeeded):
        import_file(stores, using, nameless, "okänd.pdf", "Rut Alm")
    told = row_of(registrar, "okänd.pdf")
    assert "Vilken kommun gäller det?" in told and "i rutan Kommun" in told and "Gick inte" not in told
    assert check(stores, using).whole


def _rows(worker: Worker) -> list[Element]:
    return worker.go("/desk").page.one("tbody").all("tr")


def test_whoever_has_a_role_for_a_body_sees_what_came_in_of_it(
    served: TestClient, stores: Stores, using: Settings
) -> None:
    account(stores, "kurt", Grant(Role.REGISTRAR, "Alnsjö", "Kulturnämnden"))
    place = municipality("Alnsjö")
    import_file(stores, using, extract_of("Kulturnämnden"), "kultur.pdf", "anna")
    import_file(stores, using, extract_of("Socialnämnden"), "social.pdf", "anna")
    for name, body in (("kultur två.pdf", "Kulturnämnden"), ("social två.pdf", "Socialnämnden")):
        claims = Claims(name, "anna", place, body)
        assert isinstance(accept(taker(stores, using), name.encode() + b"%PDF-1.7", claims, at_once=False), Upload)
    kurt = Worker(served).signed_in("kurt")
    assert row_of(kurt, "kultur.pdf") and row_of(kurt, "kultur två.pdf")
    assert not row_of(kurt, "social") and not row_of(kurt, "exempel.pdf")
    assert kurt.go(kurt.go("/desk").link("kultur.pdf")).status == 200
