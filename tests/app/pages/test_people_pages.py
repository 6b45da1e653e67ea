"""The pages of people, parties and bodies, and of what they moved, reserved and said: each leads to its like and to its twin."""

from __future__ import annotations

import pytest
from starlette.testclient import TestClient

from tests.app.pages.reading import Element, read

ITEM = "/paragrafer/alnsjo/kommunstyrelsen/2025-11-05/201"
LISTS = {
    "/yrkanden": "yrkanden",
    "/reservationer": "reservations",
    "/yttranden": "statements",
    "/paragrafer": "items",
    "/handlingar": "documents",
    "/iakttagelser": "findings",
}


def page(client: TestClient, address: str) -> Element:
    answer = client.get(address)
    assert answer.status_code == 200, address
    return read(answer.text)


def hrefs(page: Element) -> list[str]:
    return [a.attributes["href"] for a in page.one("main").all("a")]


def person_at(client: TestClient, address: str) -> str:
    return next(href for href in hrefs(page(client, address)) if href.startswith("/personer/"))


def test_a_name_at_an_item_leads_to_the_person_and_all_that_the_page_links_is_there(client: TestClient) -> None:
    address = person_at(client, ITEM)
    shown = page(client, address)
    twin = client.get(f"/api/v1/people/{address.rpartition('/')[2]}").json()
    assert shown.one("h1").text == twin["name"]
    for href in {*hrefs(shown), *(a.attributes["href"] for a in shown.one("footer").all("a"))}:
        if href.startswith("/"):
            assert client.get(href).status_code in {200, 303, 308}, href
    counts = shown.one("section", aria_labelledby="ar").one("table")
    yrkanden = client.get(f"/api/v1/yrkanden?person={twin['id']}").json()["total"]
    assert counts.all("tr")[1].all("td")[-1].text == str(yrkanden)


def test_every_printed_vote_of_a_person_is_listed_with_what_it_meant(client: TestClient) -> None:
    for person in client.get("/api/v1/people?limit=500").json()["people"]:
        total = client.get(f"/api/v1/votes?person={person['id']}").json()["total"]
        shown = page(client, f"/personer/{person['id']}/roster")
        assert len(shown.all("tr")[1:]) == total
        of_year = [href for href in hrefs(page(client, f"/personer/{person['id']}")) if "/roster?ar=" in href]
        assert sum(len(page(client, href).all("tr")[1:]) for href in of_year) == total
        if total:
            break
    assert client.get("/personer/ingen/roster").status_code == 404


def test_a_whole_name_leads_straight_to_its_bearer_and_a_part_to_those_like_it(client: TestClient) -> None:
    name = client.get("/api/v1/people?limit=1").json()["people"][0]["name"]
    straight = client.get(f"/personer?namn={name}", follow_redirects=False)
    assert straight.status_code == 303 and page(client, straight.headers["location"]).one("h1").text == name
    part = client.get(f"/personer?namn={name.split()[-1].lower()}", follow_redirects=False)
    assert (part.status_code, part.headers["location"]) == (303, straight.headers["location"])
    near = page(client, f"/personer?namn={name.split()[-1]}x")
    assert "Ingen här har det namnet" in near.one("main").text
    assert client.get("/personer/ingen").status_code == 404


@pytest.mark.parametrize("address", LISTS)
def test_a_list_shows_what_its_twin_lists(client: TestClient, address: str) -> None:
    shown = page(client, f"{address}?kommun=alnsjo")
    listed = client.get(f"/api/v1/{LISTS[address]}?municipality=alnsjo").json()
    assert f"{listed['total']} träff" in shown.one("main").text
    assert len(shown.all("article", class_="matter")) == min(listed["total"], 25) > 0
    assert page(client, f"{address}?kommun=ingenstans").all("article", class_="matter") == []
    assert client.get(f"{address}?fran=igår").status_code == 400


@pytest.mark.parametrize(
    ("address", "resource", "words"),
    [("/personer", "people", "brandfors"), ("/partier", "parties", "centerpartiet"), ("/organ", "bodies", "styrelsen")],
)
def test_names_are_narrowed_by_words_as_the_list_of_the_api_is(
    client: TestClient, address: str, resource: str, words: str
) -> None:
    listed = client.get(f"/api/v1/{resource}?q={words}").json()
    everything = client.get(f"/api/v1/{resource}").json()["total"]
    shown = [hrefs_in(page(client, f"{address}?q={q}")) for q in ("", words, "ingenting")]
    assert [len(links) for links in shown] == [min(everything, 60), listed["total"], 0]
    assert 0 < listed["total"] < everything


def hrefs_in(shown: Element) -> list[str]:
    """What the names of a list lead to."""
    return [a.attributes["href"] for names in shown.all("ul", class_="names") for a in names.all("a")]


def test_reservations_of_two_people_are_those_that_name_both(client: TestClient) -> None:
    rows = client.get("/api/v1/reservations").json()["reservations"]
    named = next(row for row in rows if row["people"])["people"]
    both = ",".join(person["name"] for person in named)
    asked = client.get("/api/v1/reservations", params={"people": both}).json()
    assert asked["total"] == sum({p["name"] for p in named} <= {p["name"] for p in row["people"]} for row in rows)
    assert client.get("/api/v1/reservations", params={"people": f"{both},Ingen Alls"}).status_code == 400
    assert "namnges tillsammans" in page(client, f"/reservationer?personer={both}").one("main").text


def test_a_body_shows_its_meetings_and_who_was_there(client: TestClient) -> None:
    shown = page(client, "/organ/alnsjo/kommunstyrelsen")
    assert shown.one("h1").text == "Kommunstyrelsen"
    assert "/sammantraden/alnsjo/kommunstyrelsen/2025-11-05" in hrefs(shown)
    assert "/organ/alnsjo/kommunstyrelsen" in hrefs(page(client, "/organ"))
    spelt = client.get("/organ/Alnsjö/Kommunstyrelsen", follow_redirects=False)
    assert (spelt.status_code, spelt.headers["location"]) == (308, "/organ/alnsjo/kommunstyrelsen")
    assert client.get("/organ/alnsjo/ingen").status_code == 404


def test_a_party_shows_its_people_and_what_they_stand_behind(client: TestClient) -> None:
    listed = [href for href in hrefs(page(client, "/partier")) if href.startswith("/partier/alnsjo/")]
    code = listed[0].rpartition("/")[2]
    shown = page(client, listed[0])
    total = client.get(f"/api/v1/people?municipality=alnsjo&party={code}").json()["total"]
    assert len(shown.one("section", aria_labelledby="personer").all("li")) == total > 0
    lower = client.get(f"/partier/alnsjo/{code.lower()}", follow_redirects=False)
    assert (lower.status_code, lower.headers["location"]) == (308, listed[0])
    assert client.get("/partier/alnsjo/ÅÄÖ").status_code == 404


def test_figures_lead_to_lists_of_as_many(client: TestClient) -> None:
    for address in ("/statistik", "/statistik/partier", "/statistik/tackning", "/kvalitet", "/kvalitet?ar=2025"):
        shown = page(client, address)
        figures = [a for cell in shown.all("td") for a in cell.all("a") if a.text.isdecimal()]
        assert figures or address == "/statistik/partier", address
        for figure in figures:
            href = figure.attributes["href"]
            assert not href.startswith("/api/"), href
            of = page(client, href).one("main").text
            assert any(
                f"{figure.text} {rows}" in of
                for rows in ("träff", "motion", "sammanträde", "paragraf", "oläst", "tvivel")
            ), href
    for table in page(client, "/statistik").all("table"):  # cards on a phone, where each number says what it is
        named = [head.text for head in table.one("thead").all("th")][1:]
        for row in table.one("tbody").all("tr"):
            labels = [cell.attributes.get("data-label") for cell in row.all("td")]
            assert labels and labels == named[: len(labels)]
    assert "Inget här svarar" in page(client, "/kvalitet?kommun=ingenstans").one("main").text
    assert "5 november 2025" in page(client, "/statistik/tackning").one("table").text
    for address in ("/statistik", "/statistik/partier"):
        of_another = page(client, f"{address}?kommun=bergsund")
        assert "Alnsjö" not in of_another.one("h1").text and not of_another.all("table")


def test_pages_that_explain_lead_on(client: TestClient) -> None:
    for address in ("/om", "/ordlista", "/tillganglighet"):
        for href in hrefs(page(client, address)):
            assert not href.startswith("/") or client.get(href).status_code == 200, href
    assert " ur handlingar från " in page(client, "/om").one("main").text
    statement = page(client, "/tillganglighet").one("main").text
    assert "delvis förenlig" in statement and "registrator@alnsjo.example" in statement
