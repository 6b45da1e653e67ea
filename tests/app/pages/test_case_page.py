"""The case page: what comes first, what is never said, and that every fact leads to its place in a page."""

from __future__ import annotations

import json
import re
from typing import cast

import pytest
from starlette.testclient import TestClient

from app.pages.linked_data import matter_json_ld
from app.schemas.rows import CaseRow
from tests.app.pages.reading import Element, read
from tests.app.served import CONTACT, NUMBER, OTHER_NUMBER, case_id

ADDRESS = "/arenden/alnsjo/ks-2025-00042"


@pytest.fixture
def page(client: TestClient) -> Element:
    answer = client.get(ADDRESS)
    assert (answer.status_code, answer.headers["content-type"]) == (200, "text/html; charset=utf-8")
    return read(answer.text)


def steps(page: Element) -> list[Element]:
    return page.one("ol", class_="steps").all("li", class_="step")


def test_status_and_next_step_come_first(page: Element) -> None:
    assert [h.text for h in page.all("h2")][:4] == ["Läget", "Nästa steg", "Motionens år", "Ärendets gång"]
    state, station = page.all("p", class_="status")
    assert (state.text, station.text) == (
        "Något beslut av kommunfullmäktige finns inte i registret.",
        "Kommunfullmäktige",
    )
    assert "Kommunstyrelsen § 201, 5 november 2025: föreslår besvarad" in page.one("div", class_="state").text


def test_both_numbers_are_shown_and_the_other_numbers_address_shows_the_same(client: TestClient, page: Element) -> None:
    shown = page.one("p", class_="numbers").text
    assert NUMBER in shown and OTHER_NUMBER in shown
    other = client.get("/arenden/alnsjo/bun-2025-00118")
    assert (other.status_code, read(other.text).one("h1").text) == (200, page.one("h1").text)
    assert read(other.text).one("link", rel="canonical").attributes["href"].endswith(ADDRESS)


def test_the_picture_and_the_list_hold_the_same_steps(page: Element) -> None:
    pictured = page.one("svg", class_="chain").all("a")
    listed = steps(page)
    assert [a.attributes["href"] for a in pictured] == [f"#{li.attributes['id']}" for li in listed]
    assert [a.attributes["aria-label"] for a in pictured][3:5] == [
        "4. Barn- och utbildningsnämnden § 74, 2025-09-17: föreslår avslag",
        "5. Protokollsutdrag från Barn- och utbildningsnämnden, 2025-09-25: inkommen som KS-2025-00042-5",
    ]
    for link, li in zip(pictured, listed, strict=True):
        label = link.attributes["aria-label"]
        assert label.startswith(f"{li.one(class_='n').text}. {li.one('h3').text.replace(chr(0xA0), ' ')}")


def test_every_step_but_the_awaited_leads_to_the_page_where_it_stands(client: TestClient, page: Element) -> None:
    without = []
    for li in steps(page):
        links = [a.attributes["href"] for a in li.all("a") if "/sida/" in a.attributes["href"]]
        assert all(client.get(address).status_code == 200 for address in links)
        if not links:
            without.append(li.attributes["class"])
    assert without == ["step awaited awaited"]


def test_what_is_not_in_the_register_says_so(page: Element) -> None:
    missing = [li for li in steps(page) if "not_in_register" in li.attributes["class"]]
    assert len(missing) == 2
    assert all("finns inte i registret" in li.text and "Omtalas i" in li.text for li in missing)


def test_a_proposal_is_never_worded_as_a_decision(page: Element) -> None:
    said = page.one("main").text
    assert not re.search(r"\bbeslutade\b|\bbeslutar: |\bBeslut: |\bbeslut: ", said)
    assert [h.text for h in page.all("h4") if h.text.startswith("Förslag till")] == [
        "Förslag till kommunfullmäktige"
    ] * 3
    assert "Beslut" not in [h.text for h in page.all("h4")]
    assert page.all(class_="decides") == page.one("ul", class_="legend").all(class_="decides")


def test_silence_is_not_interpreted(page: Element) -> None:
    table = page.one("table", class_="positions")
    columns = [th.text.split(" 2025")[0] for th in table.all("th", scope="col")]
    assert [c.replace("\xa0", " ") for c in columns] == [
        "Parti",
        "Barn- och utbildningsnämnden § 74",
        "Kommunstyrelsens arbetsutskott § 143",
        "Kommunstyrelsen § 201",
    ]
    silent = {row.one("th").text: len(row.all("span", class_="nothing")) for row in table.one("tbody").all("tr")}
    assert silent["Socialdemokraterna (S)"] == 2
    said = [td.one("ul").text for td in table.all("td") if td.all("ul")]
    assert all(said) and len(said) + sum(silent.values()) == 3 * len(silent)


def test_an_inferred_author_is_said_to_be_inferred(page: Element) -> None:
    said = page.one("article", id="kommunstyrelsen-2025-11-05-201").text
    assert "från Centerpartiet, av texten att döma (”Vi i Centerpartiet”). Vem som har skrivit står inte." in said


def _twin(page: Element) -> str:
    return page.one("link", type="application/json").attributes["href"]


def test_the_page_knows_its_address_its_twin_and_whom_to_tell(client: TestClient, page: Element) -> None:
    twin = next(a.attributes["href"] for a in page.all("a") if a.text == "Samma uppgifter som JSON")
    assert twin == page.one("link", type="application/json").attributes["href"]
    said = client.get(twin).json()
    assert (said["id"], len(said["path"]["steps"])) == (case_id(client), len(steps(page)))
    assert f"http://testserver{ADDRESS}" in page.one("section", class_="about").text
    report = next(a.attributes["href"] for a in page.all("a") if a.text == "Rapportera ett fel")
    assert report.startswith(f"mailto:{CONTACT}?") and "testserver" in report
    assert said["version"] in page.one("section", class_="about").text


def test_the_motions_year_says_what_starts_it_and_how_that_is_known(page: Element) -> None:
    clock = page.one("div", class_="clock")
    said = [p.text for p in clock.all("p")]
    assert said[0].startswith("Motionen väcktes 2025-") and "(KL 5:35)" in said[1]
    assert said[2] == "Inget av fullmäktiges protokoll sedan dess finns här: motionen kan vara besvarad."
    assert re.fullmatch(r"Läget \d{4}-\d\d-\d\d: .+\.", said[3])
    assert "/sida/" in clock.all("a")[0].attributes["href"]


def test_each_finding_says_how_grave_where_and_on_what_page(client: TestClient, page: Element) -> None:
    listed = page.one("ul", class_="findings").all("li")
    assert {li.one(class_="tag").text for li in listed} <= {"Lagkrav", "Fel", "Anmärkning"}
    links = [a.attributes["href"] for li in listed for a in li.all("a")]
    assert any("/sida/" in link for link in links)
    anchors = {article.attributes["id"] for article in page.all("article", class_="paragraf")}
    assert {link[1:] for link in links if link.startswith("#")} <= anchors
    assert all(client.get(link).status_code == 200 for link in links if not link.startswith("#"))
    said = [finding["code"] for finding in client.get(_twin(page)).json()["findings"]]
    assert len(said) == len(listed)


def test_each_clause_of_the_motion_meets_each_paragraph(client: TestClient, page: Element) -> None:
    table = page.one("table", class_="ledger")
    told = client.get(f"/api/v1/cases/{case_id(client)}?include=ledger").json()["ledger"]
    rows = table.one("tbody").all("tr")
    assert [row.one("th").text.partition(" s. ")[0] for row in rows] == [
        f"{clause['number']}. {clause['text']}" for clause in told["clauses"]
    ]
    empty = [len(row.all("span", class_="nothing")) for row in rows]
    assert empty == [clause["at"].count(None) for clause in told["clauses"]]
    assert not table.all("span", class_="decides"), "the council has not decided"


def test_the_words_are_compared_from_step_to_step(client: TestClient, page: Element) -> None:
    link = page.one("section", aria_labelledby="att-satser").one("p", class_="note").one("a").attributes["href"]
    compared = read(client.get(link).text)
    told = client.get(f"/api/v1/cases/{case_id(client)}?include=wording").json()["wording"]
    sections = compared.all("section", class_="worded")
    assert len(sections) == len(told) > 1
    for section, one in zip(sections, told, strict=True):
        words = section.all("p", class_="words")[-1]
        kept = [c if isinstance(c, str) else c.text for c in words.children if isinstance(c, str) or c.tag != "del"]
        assert " ".join(" ".join(kept).split()) == " ".join(one["text"].split())
    assert compared.all("del") and compared.all("ins")
    assert client.get("/arenden/alnsjo/inget/jamfor").status_code == 404


def test_machines_read_what_the_matter_is_and_no_title_ends_the_element(client: TestClient, page: Element) -> None:
    described = json.loads(page.one("script", type="application/ld+json").text)
    assert described["@id"].endswith(ADDRESS) and NUMBER in described["identifier"]
    assert all(client.get(part["url"].partition("testserver")[2]).status_code == 200 for part in described["hasPart"])
    case = client.get(f"/api/v1/cases/{case_id(client)}").json()
    hostile = {**case, "title": "</script><b>&", "first_date": None, "last_date": None}
    text = matter_json_ld(cast(CaseRow, hostile), [], "https://alnsjo.example/a", "https://alnsjo.example")
    assert "<" not in text and json.loads(text)["name"] == "</script><b>&" and "dateCreated" not in json.loads(text)
