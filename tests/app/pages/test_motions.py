"""The page of the motions that wait, and its CSV."""

from __future__ import annotations

import csv
import io

import pytest
from starlette.testclient import TestClient

from app.db import Stores
from app.main import create_app
from app.settings import Settings
from importers.bundle import Outcome
from tests.app.filing import file
from tests.app.pages.reading import read
from tests.app.register.saying import answer, bundle, decision, extract, item, motion
from tests.app.served import NUMBER


def test_it_tells_where_a_motion_lies_how_old_it_is_and_when_it_is_due(client: TestClient) -> None:
    page = read(client.get("/motioner?dag=2025-12-01").text)
    row = page.one("table", class_="waiting").one("tbody").one("tr")
    assert row.one("th").all("a")[0].attributes["href"] == "/arenden/alnsjo/ks-2025-00042"
    raised, lies, last, due = (td.text for td in row.all("td"))
    assert raised == "24 februari 2025 280 dagar sedan, enligt ärendets handlingar"
    assert (lies, due) == ("Kommunfullmäktige", "24 februari 2026 Inom tiden")
    assert "§ 201, 5 november 2025: föreslår att motionen besvaras" in last.replace("\xa0", " ")
    assert last.endswith("Inget av fullmäktiges protokoll sedan dess finns här: motionen kan vara besvarad.")


def test_whoever_moved_a_motion_leads_to_his_or_her_page(client: TestClient) -> None:
    table = read(client.get("/motioner?dag=2025-12-01").text).one("table", class_="waiting")
    movers = [a for a in table.all("a") if a.attributes["href"].startswith("/personer/")]
    assert [a.text for a in movers] == ["Elsa Brandfors (C)", "Nils-Erik Hallkvist (C)"]
    for mover in movers:
        assert read(client.get(mover.attributes["href"]).text).one("h1").text == mover.text.removesuffix(" (C)")


def test_one_can_ask_for_those_over_a_year_and_for_one_municipality(client: TestClient) -> None:
    def count(query: str) -> int:
        answer = client.get(f"/motioner?{query}")
        assert answer.status_code == 200
        tables = read(answer.text).all("table", class_="waiting")
        return len(tables[0].one("tbody").all("tr")) if tables else 0

    assert [count(f"dag={day}&over=1") for day in ("2025-12-01", "2026-02-24", "2026-02-25")] == [0, 0, 1]
    assert [count(f"dag=2025-12-01&kommun={place}") for place in ("alnsjo", "annanstad")] == [1, 0]
    assert [count(f"dag=2025-12-01&q={words}") for words in ("skolgården", "skolgården -träd", "hamn")] == [1, 0, 0]
    assert [count(f"dag=2025-12-01&vackt={year}") for year in ("2024", "2025", "2026", "")] == [0, 1, 0, 1]
    page = read(client.get("/motioner?dag=2025-12-01&vackt=2025").text)
    own, of_api, at_foot = (a.attributes["href"] for a in page.all("a", type="text/csv"))
    assert "vackt=2025" in own and "raised_from=2025-01-01" in of_api and at_foot == of_api
    assert [len(client.get(address).text.splitlines()) for address in (own, of_api)] == [2, 2]
    assert "q=hamn" in client.get("/motioner?q=hamn").text
    assert len(client.get("/motioner.csv?dag=2025-12-01&q=hamn").text.splitlines()) == 1


def test_a_party_goes_by_its_name_and_what_there_is_not_is_said_so(client: TestClient) -> None:
    def told(query: str) -> str:
        return read(client.get(f"/motioner?{query}").text).one("main").text

    asked = ("parti=C", "parti=c", "parti=centerpartiet", "parti=S", "parti='\"%25<b>", "kommun=<b>_")
    assert [f"{n} motion" in told(asking) for n, asking in zip((1, 1, 1, 0, 0, 0), asked, strict=True)] == [True] * 6
    assert "Inga motioner här svarar mot det." in told("parti=SPI")
    assert "Här är det slut." in told("sida=9") and "finns i registret." not in told("sida=9")
    assert "Här är det slut." in read(client.get("/reservationer?sida=9").text).one("main").text
    for address in ("/motioner", "/en/motioner", "/motioner.csv"):
        answer = client.get(f"{address}?utfall=x<b>")
        assert (answer.status_code, "avslag" in answer.text, "x<b>" in answer.text) == (400, True, False), address
    of_all = read(client.get("/motioner?over=1&alla=1").text).all("a", type="text/csv")[-1].attributes["href"]
    assert "overdue" not in of_all, "the page has those that have ended too, and the API's list is the same"


@pytest.mark.parametrize("year", ["٠٠٠٠", "٢٠٢٥", "20", "20255"])
def test_what_is_no_year_of_four_digits_is_not_there(client: TestClient, year: str) -> None:
    for address in (f"/motioner?vackt={year}", f"/motioner.csv?vackt={year}", f"/voteringar?ar={year}"):
        assert client.get(address).status_code == 404, address


def test_the_csv_holds_the_same(client: TestClient) -> None:
    answer = client.get("/motioner.csv?dag=2025-12-01")
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    assert answer.headers["content-disposition"] == 'attachment; filename="obesvarade-motioner-2025-12-01.csv"'
    heading, row = csv.reader(io.StringIO(answer.text))
    assert dict(zip(heading, row, strict=True))["Dnr"] == NUMBER
    assert client.get("/motioner.csv?excel=1").text.startswith("\ufeffDnr;")


def test_a_day_that_is_none_is_refused_and_says_what_is_valid(client: TestClient) -> None:
    answer = client.get("/motioner?dag=igår")
    assert answer.status_code == 400
    assert "ÅÅÅÅ-MM-DD" in read(answer.text).one("main").text


def test_what_an_unanswered_motion_rests_on_is_not_said_of_one_that_is_decided(using: Settings, stores: Stores) -> None:
    title = "Svar på motion om lövträd på skolgårdar från Mira Tallbo (C)"
    decided = item(
        "9",
        title,
        case_numbers=("KS-2025-00042",),
        answers=(answer("om lövträd på skolgårdar", "Mira Tallbo (C)"),),
        decisions=(decision("KF", Outcome.BIFALL),),
        outcome=Outcome.BIFALL,
    )
    raised = motion("Motion om lövträd på skolgårdar", "2025-01-20", "Mira Tallbo (C)")
    file(stores, bundle(raised, extract("Kommunfullmäktige", "2025-06-17", decided)))
    with TestClient(create_app(using)) as client:
        (row,) = read(client.get("/motioner?alla=1").text).one("table").one("tbody").all("tr")
        assert "17 juni 2025" in row.text and "sedan dess" not in row.text
