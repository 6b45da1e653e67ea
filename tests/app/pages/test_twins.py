"""Pages with lists say where the same is to be had in every format."""

from __future__ import annotations

import csv
import io

import pytest
from starlette.testclient import TestClient

from app.pages.twins import twins
from tests.app.pages.reading import read

PAGES = {
    "/arenden": "cases",
    "/motioner": "motions",
    "/motioner?over=1&kommun=alnsjo&dag=2026-03-01": "motions",
    "/andringar": "changes",
    "/sok?q=tr%C3%A4d": "search",
    "/sammantraden?kommun=alnsjo": "meetings",
    "/yrkanden?parti=V": "yrkanden",
    "/handlingar?slag=protokollsutdrag": "documents",
    "/iakttagelser": "findings",
    "/partier": "parties",
    "/organ?q=kommunstyrelsen": "bodies",
}


@pytest.mark.parametrize("address", PAGES)
def test_the_same_is_to_be_had_in_every_format(client: TestClient, address: str) -> None:
    page = read(client.get(address).text)
    heads = [link.attributes for link in page.all("link", rel="alternate") if "type" in link.attributes]
    footer = [
        a.attributes["href"]
        for a in page.all("a")
        if (a.attributes.get("aria-label") or a.text).startswith(("Samma uppgifter", "Ändringarna"))
    ]
    assert sorted(link["href"] for link in heads) == sorted(footer)
    copied = page.all("details", class_="copy")[-1].all("code")
    there = next(link["href"] for link in heads if link["type"] == "application/json")
    key = "hits" if PAGES[address] == "search" else PAGES[address]
    assert copied[0].text == f"curl 'http://testserver{there}'"
    assert f'httpx.get("http://testserver{there}")' in copied[1].text and f'answer["{key}"]' in copied[1].text
    rows = {}
    for link in heads:
        answer = client.get(link["href"])
        assert answer.status_code == 200, link
        assert answer.headers["content-type"].partition(";")[0] == link["type"]
        rows[link["type"]] = answer
    listed = next(value for value in rows["application/json"].json().values() if isinstance(value, list))
    table = list(csv.DictReader(io.StringIO(rows["text/csv"].text)))
    assert len(table) == len(rows["application/x-ndjson"].text.splitlines()) == len(listed) > 0
    assert rows["application/atom+xml"].text.count("<entry>") > 0


def test_a_part_of_a_list_is_the_whole_of_it_as_a_file() -> None:
    made = {twin.name: twin.address for twin in twins("/api/v1/motions?limit=20&offset=40&today=2026-01-01&party=S")}
    assert made["CSV"] == "/api/v1/motions.csv?today=2026-01-01&party=S"
    assert made["Atom"] == "/api/v1/motions.atom?party=S"
    assert [twin.name for twin in twins("/api/v1/cases")] == ["CSV", "JSON Lines", "Atom"]
