"""The page of a search, the box that leads there, and the same over the API."""

from __future__ import annotations

from dataclasses import replace

import pytest
from starlette.testclient import TestClient

from app.db import Stores
from app.main import create_app
from app.settings import Settings
from importers.bundle import Role, Section
from tests.app.filing import file
from tests.app.pages.reading import read
from tests.app.register.saying import at, bundle, extract, item
from tests.conftest import ON_ONE_STORE

CASE = "/arenden/alnsjo/ks-2025-00042"


def test_the_page_shows_the_words_where_they_stand_and_leads_there(client: TestClient) -> None:
    page = read(client.get("/sok?q=skolgårdarna+träd&slag=item").text)
    assert page.one("input", id="sok").attributes["value"] == "skolgårdarna träd"
    hits = page.all("article", class_="matter")
    assert len(hits) == 1 and len(hits[0].one("ul").all("li")) == 2  # the other two bodies' §§ of that title
    assert {"träd", "skolgårdar"} <= {mark.text for mark in hits[0].all("mark")}
    assert {tag.text for tag in hits[0].all("span", class_="proposes")} == {"förslag: avslag", "förslag: besvarad"}
    leads = hits[0].one("h2").one("a").attributes["href"]
    assert leads.startswith("/paragrafer/alnsjo/") and client.get(leads).status_code == 200
    assert hits[0].one("p", class_="numbers").one("a").attributes["href"] == CASE
    leaf = client.get(hits[0].all("cite")[0].one("a").attributes["href"])
    assert leaf.status_code == 200
    narrowed = [a.attributes["href"] for a in page.one("nav", **{"aria-label": "Avgränsa"}).all("a")]
    assert all("slag=item" in address and "q=skolg" in address for address in narrowed) and narrowed
    assert len(read(client.get(narrowed[-1]).text).all("article", class_="matter")) < 3


def test_a_matter_and_what_of_it_bears_its_title_are_one_hit_whose_title_is_read_once(client: TestClient) -> None:
    page = read(client.get("/sok?q=skolgårdar").text)
    titles = [heading.text for heading in page.one("div", class_="found").all("h2")]
    assert len(titles) == len(set(titles))
    (matter,) = [
        hit for hit in page.all("article", class_="matter") if hit.one("h2").one("a").attributes["href"] == CASE
    ]
    beneath = [one.all("a")[0].attributes["href"] for one in matter.one("ul").all("li")]
    assert beneath and all(client.get(address).status_code == 200 for address in beneath)
    hits = client.get("/api/v1/search", params={"q": "skolgårdar"}).json()["hits"]
    assert len(page.all("article", class_="matter")) + len(beneath) == len(hits)


def test_the_other_language_keeps_what_was_asked(client: TestClient) -> None:
    link = read(client.get("/sok?q=%22tr%C3%A4d%22&slag=item").text).one("a", class_="tongue")
    assert link.attributes["href"] == "/en/sok?q=%22tr%C3%A4d%22&slag=item"
    assert len(read(client.get(link.attributes["href"]).text).one("article", class_="matter").one("ul").all("li")) == 2


def test_words_in_the_box_lead_to_the_search_and_a_number_to_its_matter(client: TestClient) -> None:
    assert client.get("/arenden?q=skuggande+träd").headers["location"] == "/sok?q=skuggande+tr%C3%A4d"
    assert client.get("/sok?q=ks+2025+42").headers["location"] == CASE
    for typed in ("KS202500042", "ärende ks 42/2025", "Dnr KS 00042 2025"):
        assert client.get("/sok", params={"q": typed}).headers["location"] == CASE
    assert client.get("/sok?q=2025/42").status_code == 200  # in which register, it does not say
    assert client.get("/arenden?q=2025/42").headers["location"] == "/sok?q=2025%2F42"
    assert client.get("/sok?q=KS+§+201").headers["location"] == "/paragrafer/alnsjo/kommunstyrelsen/2025-11-05/201"


def test_an_empty_result_says_what_was_sought_and_what_is_here(client: TestClient) -> None:
    page = read(client.get("/sok?q=giraff+träd").text)
    assert "giraff träd" in page.one("p", class_="lede").text
    assert [li.text for li in page.one("section").all("li")] == [
        "giraff finns inte här.",
        "träd : 7 träffar",
        "1 ärende är publicerat här",
    ]


def test_what_a_sentence_is_only_asked_with_is_said(client: TestClient) -> None:
    page = read(client.get("/sok?q=vilka+motioner+om+träd+har+avslagits?").text)
    assert page.all("article", class_="matter")
    said = "Sökt på: motioner, träd, avslagits. Inte på: vilka, om, har, som söks inom citattecken."
    assert said in [note.text for note in page.all("p", class_="note")]


def test_a_sentence_that_nothing_answers_leads_to_what_is_nearest(client: TestClient) -> None:
    page = read(client.get("/sok?q=vilka+giraffer+om+skuggande+träd?").text)
    assert page.one("p", class_="lede").text == "Ingenting här innehåller alla de orden."
    without = read(client.get("/sok?q=giraffer+träd+-skolgårdar").text).one("section")
    assert without.all("li")[1].text == "träd -skolgårdar : 1 träff"
    of_one = read(client.get("/sok?q=finns+det+giraffer?").text)
    assert of_one.one("p", class_="lede").text == "Ingenting här innehåller giraffer."
    assert [li.text for li in page.one("section").all("li")][:2] == [
        "skuggande träd : 7 träffar",
        "giraffer finns inte här.",
    ]


def test_what_is_not_there_is_not_said_of_what_was_sought(client: TestClient) -> None:
    """A page behind the last one, a kind that there is not, and a question that is too long."""
    page = read(client.get("/sok?q=träd&sida=9").text)
    assert page.one("p", role="status").text.endswith("träffar på ”träd”.")
    (last,) = page.one("p", class_="warning").all("a")
    assert page.one("p", class_="warning").text.startswith("Sida 9 finns inte. Den sista är ")
    assert read(client.get(last.attributes["href"]).text).all("article", class_="matter")
    for facet in ("slag=x", "utfall=x", "lage=x"):
        page = read(client.get(f"/sok?q=träd&{facet}").text)
        assert (
            "”x” finns inte här. Här finns:" in page.one("p", class_="warning").text and "innehåller" not in page.text
        )
    page = read(client.get("/sok", params={"q": f"träd {'å ' * 160}"}).text)
    assert page.one("p", class_="warning").text.startswith("För lång fråga. Det här söktes inte: å")


@pytest.mark.parametrize(
    "typed", ["", "\0", '"' * 200, "*" * 200, "ord " * 70, "-", "((((", "a:b OR NEAR(", "<script>alert(1)</script>"]
)
def test_nothing_typed_is_an_error(client: TestClient, typed: str) -> None:
    page, answer = client.get("/sok", params={"q": typed}), client.get("/api/v1/search", params={"q": typed})
    assert (page.status_code, answer.status_code) == (200, 200)
    assert "<script>alert" not in page.text


def test_what_is_longer_than_any_question_is_refused(client: TestClient) -> None:
    assert client.get("/api/v1/search", params={"q": "a" * 10_000}).status_code == 400
    assert client.get("/sok", params={"q": "a" * 10_000}).status_code < 500
    assert client.get("/api/v1/search?q=a&municipality=%00").status_code in {400, 404}


def test_the_api_goes_on_from_where_it_came(client: TestClient) -> None:
    whole = [hit["id"] for hit in client.get("/api/v1/search?q=motion&limit=100").json()["hits"]]
    walked: list[str] = []
    cursor = "*"
    while cursor:
        part = client.get(f"/api/v1/search?q=motion&limit=3&cursor={cursor}").json()
        walked, cursor = [*walked, *(hit["id"] for hit in part["hits"])], part["next_cursor"]
    assert walked == whole and len(whole) > 6


def test_the_question_is_said_as_a_sentence_and_its_order_is_the_readers(client: TestClient) -> None:
    page = read(client.get("/sok?q=motion&kommun=alnsjo&organ=ks&parti=C").text)
    assert page.one("p", role="status").text.endswith("på ”motion”, i Alnsjö, från Kommunstyrelsen, av Centerpartiet.")
    days = {}
    for order in ("nyast", "aldst"):
        page = read(client.get(f"/sok?q=motion&ordning={order}").text)
        days[order] = [time.attributes["datetime"] for time in page.one("div", class_="found").all("time")]
        assert page.one("select", id="ordning").one("option", selected="").attributes["value"] == order
    assert days["nyast"] == sorted(days["nyast"], reverse=True) and days["aldst"] == sorted(days["aldst"])
    assert len(set(days["aldst"])) > 1


@pytest.mark.parametrize("path", ["/sok?q=träd", "/arenden"])
def test_a_list_can_be_copied_as_it_is_asked(client: TestClient, path: str) -> None:
    copied = read(client.get(path).text).one("details", class_="copy")
    address = copied.all("code")[0].text.removeprefix("curl 'http://testserver").removesuffix("'")
    assert client.get(address).status_code == 200 and address in copied.all("code")[1].text
    assert {a.text for a in copied.all("a")} == {"CSV", "JSON Lines", "Atom"}
    assert {client.get(a.attributes["href"]).status_code for a in copied.all("a")} == {200}


@pytest.mark.parametrize("path", ["/sok?q=träd&", "/arenden?"])
def test_what_is_not_here_is_named_with_what_is(client: TestClient, path: str) -> None:
    page = read(client.get(f"{path}kommun=malmo").text)
    warned = page.one("p", class_="warning")
    assert "malmo" in warned.text and "finns inte här" in warned.text and "publicerade ännu" not in page.text
    assert "kommun=alnsjo" in warned.one("a").attributes["href"] and warned.one("a").text == "Alnsjö"
    assert read(client.get(warned.one("a").attributes["href"]).text).all("article", class_="matter")


def test_matters_are_narrowed_by_facets_whose_counts_hold(client: TestClient) -> None:
    page = read(client.get("/arenden?kommun=alnsjo").text)
    assert page.one("p", role="status").text == "1 ärende, i Alnsjö."
    narrowed = "/arenden?organ=kommunstyrelsen&slag=motion&ar=2025&parti=C&lage=awaiting"
    page = read(client.get(narrowed).text)
    assert page.one("p", role="status").text == (
        "1 motion, hos Kommunstyrelsen, där Centerpartiet förekommer, med något som hände 2025, läge: väntar på beslut."
    )
    twin = page.one("link", type="application/json").attributes["href"]
    assert client.get(twin).json()["total"] == 1
    page = read(client.get("/arenden?vackt=2025").text)
    assert page.one("p", role="status").text == "1 ärende, med en motion som väcktes 2025."
    twin = page.one("link", type="application/json").attributes["href"]
    assert "raised_from=2025-01-01&raised_to=2025-12-31" in twin and client.get(twin).json()["total"] == 1
    assert not read(client.get("/arenden?vackt=2024").text).all("article", class_="matter")
    empty = read(client.get("/arenden?lage=decided").text)
    assert "Ta bort ett villkor" in empty.text and not empty.all("article", class_="matter")


@pytest.mark.parametrize("typed", ["ar=24", "vackt=24", "vackt=0000", "vackt=2o25"])
def test_what_is_no_year_is_named(client: TestClient, typed: str) -> None:
    page = read(client.get(f"/arenden?{typed}").text)
    assert typed.split("=")[1] in page.one("p", class_="warning").text


@ON_ONE_STORE
def test_minutes_without_a_title_are_called_what_they_are(using: Settings, stores: Stores) -> None:
    heard = "Utdrag ur röstlistan: Kommunens sigill förvaras i valvet."
    minutes = extract("Kommunstyrelsen", "2025-06-17", item("150", "Simhallen"))
    file(stores, bundle(replace(minutes, sections=(Section(None, Role.OTHER, heard, at(heard)),))))
    with TestClient(create_app(using)) as browser:
        (hit,) = read(browser.get("/sok?q=sigill").text).all("article", class_="matter")
    assert hit.one("h2").text == "Protokollsutdrag, Kommunstyrelsen"
