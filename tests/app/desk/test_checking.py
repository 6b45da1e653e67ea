"""A registrar's job at the desk: a file comes in, is checked beside its picture, put right, approved, released and withdrawn."""

from __future__ import annotations

import hashlib

from starlette.testclient import TestClient

from app.db import Stores
from app.installation.checking import check
from app.journal.files import path_of
from app.main import create_app
from app.resources import example
from app.security.roles import Grant, Role
from app.settings import Settings
from importers.pdf.limits import MOST_BYTES
from tests.app.desk.working import Worker, account
from tests.app.pages.reading import Element


def test_a_file_is_handed_in_and_its_end_is_told(registrar: Worker) -> None:
    registrar.go("/desk").send(
        "/desk/import", files=[("file", ("exempel.pdf", example().read_bytes(), "application/pdf"))]
    )
    assert "Fanns redan" in registrar.page.text
    registrar.send("/desk/import", files=[("file", ("brev.txt", b"Hej", "text/plain"))])
    row = next(row for row in registrar.page.one("table").all("tr") if "brev.txt" in row.text)
    assert "Gick inte att läsa" in row.text and "PDF" in row.text
    assert registrar.page.one("table").all("tr")[1] is row, "what needs a person most stands first"


def test_a_file_that_is_too_large_is_refused_with_its_reason(registrar: Worker) -> None:
    large = b"%PDF-1.7\n" + bytes(MOST_BYTES)
    registrar.go("/desk").send("/desk/import", files=[("file", ("stor.pdf", large, "application/pdf"))])
    row = next(row for row in registrar.page.one("table").all("tr") if "stor.pdf" in row.text)
    assert "Gick inte att läsa" in row.text and "för stor" in row.text


def test_a_file_that_waits_is_told_to_wait(served: TestClient, registrar: Worker, using: Settings) -> None:
    """Nothing is known of it yet but its name."""
    waiting = using.model_copy(update={"import_at_once": False})
    with TestClient(create_app(waiting), follow_redirects=False) as asking:
        rut = Worker(asking).signed_in("rut").go("/desk")
        new = example().read_bytes() + b"\n% another file"
        rut.send("/desk/import", files=[("file", ("ny.pdf", new, "application/pdf"))])
        row = next(row for row in rut.page.one("table").all("tr") if "ny.pdf" in row.text)
        assert rut.status == 200 and "Väntar på sin tur" in row.text and not row.all("a")
        assert "1 fil läses eller väntar" in rut.page.one("p", role="status").text


def opened(registrar: Worker) -> Worker:
    return registrar.go("/desk").go(registrar.link("exempel.pdf"))


def test_each_fact_stands_beside_its_page_and_is_put_right(registrar: Worker, served: TestClient) -> None:
    opened(registrar)
    yrkande = _page_with(registrar, "yrkanden")
    before = yrkande.text
    registrar.go(yrkande.one("a", class_="act").attributes["href"])
    movers = registrar.page.one("input", name="movers").attributes["value"]
    registrar.send(registrar.at.partition("?")[0], movers="Vera Lönn (S)", role="registrator")
    changed = registrar.page.one("li", id=yrkande.attributes["id"])
    assert "Vera Lönn (S)" in changed.text and movers.split(";")[0] in changed.one("p", class_="corrected").text
    assert before != changed.text and "Rut Alm" in changed.text
    registrar.go(registrar.link("Historik"))
    assert "Vera Lönn" in registrar.page.text
    registrar.send_form(next(form for form in registrar.page.all("form") if "/angra/" in form.attributes["action"]))
    assert registrar.page.all("tr", class_="undone")
    assert movers.split(";")[0] in _page_with(opened(registrar), "yrkanden").text


def test_a_doubt_leads_to_its_place_on_the_page_and_the_place_to_the_doubt(registrar: Worker) -> None:
    opened(registrar)
    boxes = [one for one in registrar.page.all("a") if one.all("rect", class_="doubted")]
    assert boxes
    for box in boxes:
        doubt = registrar.page.one("li", id=box.attributes["href"].removeprefix("#"))
        assert doubt.all("a")[0].attributes["href"] == f"#{box.attributes['id']}"


def test_a_page_that_cannot_be_drawn_says_so_where_its_picture_would_stand(
    registrar: Worker, served: TestClient, using: Settings
) -> None:
    """A white sheet with boxes on it would be taken for the page."""
    opened(registrar)
    address = registrar.page.one("image").attributes["href"]
    path_of(using.data_dir, hashlib.sha256(example().read_bytes()).hexdigest()).write_bytes(b"%PDF-1.7\nno pages")
    shown = served.get(address, headers={"Cookie": f"diarium_desk={registrar.cookies['diarium_desk']}"})
    assert (shown.status_code, shown.headers["content-type"]) == (200, "image/svg+xml")
    assert "går inte att rita" in shown.text and shown.headers["cache-control"] == "private, no-store"


def test_two_who_put_right_at_once_overwrite_nothing(registrar: Worker, served: TestClient) -> None:
    other = Worker(served).signed_in("rut")
    at = _page_with(opened(registrar), "yrkanden").one("a", class_="act").attributes["href"]
    registrar.go(at)
    other.go(at).send(at.partition("?")[0], movers="Vera Lönn (S)")
    registrar.send(at.partition("?")[0], movers="Bo Alm (C)")
    assert registrar.status == 400 or registrar.status == 409
    assert registrar.page.one("input", name="movers").attributes["value"] == "Bo Alm (C)"
    assert "Vera Lönn (S)" in registrar.page.text
    registrar.send(at.partition("?")[0])
    assert "Bo Alm (C)" in registrar.page.one("li", id=f"u-{at.partition('?')[0].rpartition('/')[2]}").text


def test_what_was_not_read_is_added_and_what_is_none_removed(registrar: Worker) -> None:
    opened(registrar)
    _page_with(registrar, "yrkanden")
    registrar.go(registrar.link("Lägg till en uppgift"))
    form = next(form for form in registrar.page.all("form") if form.attributes["action"].endswith("/ny"))
    offered = form.one("select", name="till").all("option")
    assert len([one for one in offered if "selected" in one.attributes]) == 1, "the § or document of the page is chosen"
    assert len({one.text for one in offered}) > 1 and all(
        one.text.strip().casefold() != "handlingen själv" for one in offered
    )
    registrar.send_form(form, slag="reservation")
    registrar.send("/ny", people="Vera Lönn (S)", text=" ")
    assert registrar.page.one("p", class_="warning").text.strip() == "Ange lydelse."
    registrar.send("/ny", people="Vera Lönn (S)", text="Vera Lönn (S) reserverar sig.")
    added = next(li for li in registrar.page.all("li", class_="reservations") if "Vera Lönn" in li.text)
    assert "Tillagt för hand" in added.text
    assert "skriftlig" not in added.text, "nobody has said that it was written"
    registrar.go(added.one("a", class_="act").attributes["href"]).send("/ta-bort")
    assert not any("Vera Lönn" in li.text for li in registrar.page.all("li", class_="reservations"))
    registrar.go(registrar.link("Lägg till en uppgift"))
    form = next(form for form in registrar.page.all("form") if form.attributes["action"].endswith("/ny"))
    registrar.send_form(form, slag="narvaro", till=form.one("select", name="till").all("option")[0].attributes["value"])
    serving = registrar.page.one("select", name="serving")
    assert "required" in serving.attributes and not serving.all("option")[0].attributes["value"]
    registrar.send("/ny", name="Vera Lönn (S)", role="member")
    assert registrar.status == 400, "whether she served is not known unless it is said"


def test_documents_are_approved_released_and_withdrawn(
    registrar: Worker, served: TestClient, stores: Stores, using: Settings
) -> None:
    opened(registrar)
    if any(form.attributes["action"].endswith("/tvivel") for form in registrar.page.all("form")):
        for _ in range(50):
            forms = [form for form in registrar.page.all("form") if form.attributes["action"].endswith("/tvivel")]
            if not forms:
                break
            registrar.send_form(forms[0])
    registrar.send("/godkann")
    assert "inte ännu" not in registrar.page.text and "godkänd av Rut Alm" in registrar.page.text
    document = next(form for form in registrar.page.all("form") if "/dra-tillbaka/" in form.attributes["action"])
    id = document.attributes["action"].rpartition("/")[2]
    assert served.get(f"/handlingar/{id}").status_code == 200
    assert "allmänheten ser" in _papers(registrar), "it is public before anybody releases it, and says so"
    registrar.send_form(document, reason="ett namn för mycket", law="OSL 21:1")
    assert "som allmänheten inte ser" in _papers(registrar)
    assert "ser den inte" in registrar.page.text and served.get(f"/handlingar/{id}").status_code == 410
    account(stores, "olle", Grant(Role.REVIEWER))
    olle = opened(Worker(served).signed_in("olle"))
    assert not withdrawals(olle.go(olle.link("Historik")))[0].all("form"), "it takes what withdrawing took"
    (row,) = withdrawals(registrar.go(registrar.link("Historik")))
    assert "ett namn för mycket" in row.text and "OSL 21:1" in row.text
    registrar.send_form(row.one("form"))
    assert served.get(f"/handlingar/{id}").status_code == 200
    (row,) = withdrawals(registrar)
    assert not row.all("form"), "it is undone"
    opened(registrar).send(f"/dra-tillbaka/{id}", reason="ett namn till")
    registrar.go("/desk/konto").send("/desk/konto", language="en")
    english = registrar.go(opened(registrar).link("History")).page.text
    assert "checked against the page" in english and "granskat mot sidan" not in english, (
        "the reason of whoever typed none"
    )
    registrar.go("/desk/konto").send("/desk/konto", language="sv")
    opened(registrar)
    registrar.go(registrar.link("Släpp")).send(f"/slapp/{id}", reason="granskad igen")
    assert served.get(f"/handlingar/{id}").status_code == 200
    registrar.go("/desk")
    assert "Klar" in registrar.page.text
    assert check(stores, using).whole


def withdrawals(worker: Worker) -> list[Element]:
    """The rows of a file's history that tell of pages withdrawn."""
    return [row for row in worker.page.one("tbody").all("tr") if "sidor tillbakadragna" in row.text]


def _papers(registrar: Worker) -> str:
    """How many papers there are, and whether the public sees them, in a line."""
    return registrar.page.one("details", class_="papers").all("summary")[0].text


def _page_with(registrar: Worker, kind: str):
    """The first fact of a kind, on the first page that has one."""
    for page in range(1, 40):
        registrar.go(f"{registrar.at.partition('?')[0]}?sida={page}")
        assert registrar.status == 200, f"no page has {kind}"
        if found := [li for li in registrar.page.all("li", class_=kind) if li.all("a", class_="act")]:
            return found[0]
    raise AssertionError(kind)
