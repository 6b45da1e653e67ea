"""The page of a matter as it was known on a day: said to be so, reckoned on it, and the way back to today."""

from __future__ import annotations

import pytest
from starlette.testclient import TestClient

from app import acts
from app.acts import Actor
from app.main import create_app
from app.settings import Settings
from app.today import today
from importers.bundle import Outcome
from tests.app.days import KS, OTHER, Told, told, told_once, withdrawn
from tests.app.filing import rows
from tests.app.pages.reading import Element, read
from tests.app.register.saying import SOMEWHERE, answer, bundle, extract, item, proposal, raised
from tests.conftest import ON_ONE_STORE

__all__ = ["told", "told_once"]

PLACE = f"/arenden/{SOMEWHERE.slug}"
ADDRESS = f"{PLACE}/{KS.lower()}"
EXAMPLE = "/arenden/alnsjo/ks-2025-00042"


def page(client: TestClient, address: str) -> Element:
    answer = client.get(address)
    assert answer.status_code == 200
    return read(answer.text)


def treated(page: Element) -> list[str]:
    """The §§ of the matter, as its page tells of each."""
    return [li.one("h3").text.replace("\u00a0", " ") for li in page.one("ol", class_="steps").all("li", class_="item")]


def test_it_shows_what_was_known_and_says_so_first(told_once: TestClient) -> None:
    then = page(told_once, f"{ADDRESS}?as_of=2025-03-01")
    assert (then.one("h1").text, page(told_once, ADDRESS).one("h1").text) == ("Torget", "Torget och ån")
    said = then.one("main").all("p")[0]
    assert said.one("strong").text == "Så som det var känt den 1 mars 2025, av det som är offentligt i dag."
    assert said.one("a").attributes["href"] == ADDRESS
    assert "känt den 1 mars 2025" in then.one("title").text
    assert not page(told_once, ADDRESS).all("p", class_="then")


def test_it_holds_what_a_day_had_brought_and_no_more(told_once: TestClient) -> None:
    known = {
        day: treated(page(told_once, f"{ADDRESS}?as_of={day}")) for day in ("2025-03-01", "2025-03-10", "2025-04-01")
    }
    board, committee = "Kommunstyrelsen § 88", "Kulturnämnden § 31"
    assert known == {"2025-03-01": [board], "2025-03-10": [committee, board], "2025-04-01": [committee, board]}


def test_as_of_today_it_is_the_page_but_for_what_says_so(client: TestClient) -> None:
    for address in (EXAMPLE, f"{EXAMPLE}/jamfor"):
        now, then = client.get(address).text, client.get(f"{address}?as_of={today()}").text
        for said in (f"?as_of={today()}", f"&amp;as_of={today()}", f"%3Fas_of%3D{today()}"):
            then = then.replace(said, "")
        kept = [line for line in then.splitlines() if 'class="then"' not in line and "<title>" not in line]
        assert kept == [line for line in now.splitlines() if "<title>" not in line]


def test_its_addresses_are_of_the_same_day(client: TestClient) -> None:
    address = f"{EXAMPLE}?as_of={today()}"
    then = page(client, address)
    assert then.one("section", class_="about").all("a")[0].attributes["href"] == f"http://testserver{address}"
    assert then.one("link", rel="canonical").attributes["href"] == f"http://testserver{EXAMPLE}"
    twin = then.one("link", type="application/json").attributes["href"]
    assert twin.endswith(f"&as_of={today()}")
    assert client.get(twin).json()["title"] == then.one("h1").text
    (compared,) = [a for a in then.all("a") if "jamfor" in a.attributes["href"]]
    worded = page(client, compared.attributes["href"])
    assert worded.one("p", class_="then").one("a").attributes["href"] == f"{EXAMPLE}/jamfor"
    assert address in [a.attributes["href"] for a in worded.one("main").all("a")]


@ON_ONE_STORE
def test_the_motions_year_is_reckoned_on_the_day(told: Told, using: Settings) -> None:
    text = "om lövträd"
    treated = item(
        "5",
        f"Svar på motion {text}",
        case_numbers=("KS-2025-00050",),
        answers=(answer(text, "Mira Tallbo (C)"),),
        earlier=(raised("2025-02-10"),),
        decisions=(proposal("Kommunstyrelsen", "kommunfullmäktige", Outcome.BESVARA),),
        outcome=Outcome.BESVARA,
    )
    told.file("2025-05-20", bundle(extract("Kommunstyrelsen", "2025-05-12", treated), digest="4" * 64))
    with TestClient(create_app(using)) as client:
        for day, written, left in (
            ("2025-05-31", "31 maj 2025", "255 dagar kvar"),
            ("2026-01-31", "31 januari 2026", "10 dagar kvar"),
        ):
            said = page(client, f"{PLACE}/ks-2025-00050?as_of={day}").one("div", class_="clock").text
            assert f"Läget {written}:" in said and left in said


def test_a_number_leads_to_the_page_of_the_same_day(told_once: TestClient) -> None:
    answer = told_once.get("/arenden/ks 2025 42?as_of=2025-03-01")
    assert (answer.status_code, answer.headers["location"]) == (308, f"{ADDRESS}?as_of=2025-03-01")


def test_what_was_not_known_then_is_not_found(told_once: TestClient) -> None:
    for address in (ADDRESS, f"{ADDRESS}/jamfor", f"{PLACE}/ks-2025-00099", "/arenden/nothing", f"{PLACE}/nothing"):
        answer = told_once.get(f"{address}?as_of=2025-02-27")
        assert answer.status_code == 404, address
        assert "inget känt under den beteckningen den 2025-02-27" in read(answer.text).one("p", class_="lede").text


@pytest.mark.parametrize("said", ["2999-01-01", "i går", "2025-02-30", "", "x" * 3000])
def test_a_day_to_come_or_none_is_refused(client: TestClient, said: str) -> None:
    for address in (EXAMPLE, f"{EXAMPLE}/jamfor", "/arenden/ks 2025 42", "/arenden/nothing"):
        answer = client.get(f"{address}?as_of={said}")
        assert answer.status_code == 400
        assert "as_of" in read(answer.text).one("p", class_="lede").text


@ON_ONE_STORE
def test_what_was_withdrawn_since_is_not_shown_of_any_day(told: Told, using: Settings) -> None:
    withdrawn(told)
    with TestClient(create_app(using)) as client:
        assert client.get(f"{ADDRESS}?as_of=2025-05-31").status_code == 410
        assert "Kulturnämnden" not in client.get(f"{ADDRESS}?as_of=2025-06-01").text


@ON_ONE_STORE
def test_a_number_corrected_since_is_found_under_what_it_was(told: Told, using: Settings) -> None:
    (wrong,) = [row for row in rows(told.stores.desk)["items"] if row["title"] == "Ån och bron"]
    acts.correct(told.stores, str(wrong["id"]), "case_numbers", "KS-2025-00100", Actor("anna", "fel nummer"))
    old = f"{PLACE}/{OTHER.lower()}"
    with TestClient(create_app(using), follow_redirects=False) as client:
        assert page(client, f"{old}?as_of=2025-05-01").one("h1").text == "Ån"
        assert OTHER in page(client, f"{old}?as_of=2025-05-15").one("p", class_="numbers").text
        for address in (old, f"{old}?as_of={today()}"):
            assert "KS-2025-00100" in page(client, address).one("p", class_="numbers").text
        assert client.get(f"{PLACE}/ks-2025-00100?as_of=2025-05-15").status_code == 404
