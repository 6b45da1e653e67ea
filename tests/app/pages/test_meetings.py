"""The pages of meetings and their §§: what was decided, where there was disagreement, and where each word stands."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any, cast

import pytest
from starlette.testclient import TestClient

from app.db import Stores, writing
from app.language.meetings import days_sentences
from app.models.register import bodies, meetings, municipalities
from app.queries.disagreement import disagreed
from app.queries.meetings import find_meeting
from app.register.number_series import item_order, missing_numbers
from app.schemas.rows import ItemRow
from tests.app.pages.reading import read

MEETING = "/sammantraden/alnsjo/kommunstyrelsen/2025-11-05"
ITEM = "/paragrafer/alnsjo/kommunstyrelsen/2025-11-05/201"


def test_the_list_leads_to_each_meeting_and_each_meeting_to_its_items_and_back(client: TestClient) -> None:
    listed = read(client.get("/sammantraden").text).one("table", class_="waiting").one("tbody").all("tr")
    meetings = [row.one("th").one("a").attributes["href"] for row in listed]
    assert len(meetings) == client.get("/api/v1/meetings").json()["total"] and MEETING in meetings
    for address in meetings:
        page = read(client.get(address).text)
        items = [
            a.attributes["href"]
            for a in page.one("table", class_="agenda").all("a")
            if "/paragrafer/" in a.attributes["href"]
        ]
        assert items
        for item in items:
            answer = client.get(item)
            assert answer.status_code == 200
            assert address in {a.attributes["href"] for a in read(answer.text).one("nav", class_="trail").all("a")}


def test_a_municipalitys_own_list_names_it_in_no_row(client: TestClient) -> None:
    for address, named in (("/sammantraden", True), ("/sammantraden?kommun=alnsjo", False)):
        rows = read(client.get(address).text).one("table", class_="waiting").one("tbody").all("tr")
        assert [("Alnsjö" in row.text) for row in rows] == [named] * len(rows) != []


def test_a_meeting_shows_where_there_was_disagreement_who_was_there_and_when_its_minutes_were_verified(
    client: TestClient,
) -> None:
    page = read(client.get(MEETING).text)
    disputed = page.one("details", class_="disputed").text
    assert "reserverade sig" in disputed and "yrkade" in disputed
    assert "Särskilt yttrande från Centerpartiet, av texten att döma" in disputed
    assert "1 paragraf; sidorna 1–2 i filen" in page.one("section", aria_labelledby="handlingar").text
    assert "Elsa Brandfors (C)" in page.one("main").text
    twin = page.one("link", type="application/json").attributes["href"]
    assert client.get(twin).json()["date"] == "2025-11-05"


def test_a_bodys_meetings_are_a_calendar_and_lead_to_what_lacks(client: TestClient) -> None:
    listed = read(client.get("/sammantraden?kommun=alnsjo&organ=kommunstyrelsen&ar=2025").text)
    note = listed.one("p", id="saknas")
    calendars = [note.one("a", type="text/calendar"), read(client.get(MEETING).text).one("a", type="text/calendar")]
    answers = [client.get(a.attributes["href"]) for a in calendars]
    assert all("DTSTART;VALUE=DATE:20251105" in answer.text for answer in answers)
    assert client.get(note.all("a")[0].attributes["href"]).status_code == 200


def test_only_what_was_decided_is_said_to_be_open_to_appeal() -> None:
    day = dt.date(2025, 11, 5)
    noted = [{"verified": day, "posted": day, "posted_until": None}]
    assert [len(days_sentences(day, noted, decides=decides)) for decides in (True, False)] == [3, 2]
    assert "26 november 2025" in days_sentences(day, noted, decides=True)[-1]


def test_an_item_stands_beside_the_picture_of_its_page_with_the_words_framed(client: TestClient) -> None:
    page = read(client.get(ITEM).text)
    pictures = [img.attributes["src"] for img in page.one("div", class_="beside").all("img")]
    assert "box=" in pictures[0] and not any("box=" in src for src in pictures[1:])
    sources = client.get(page.one("link", type="application/json").attributes["href"] + "?include=sources").text
    quoted = set(re.findall(r'"page":(\d+),"line"', sources))
    assert {re.findall(r"/pages/(\d+)", src)[0] for src in pictures} == quoted and len(quoted) > 1
    assert all(client.get(src).headers["content-type"] == "image/webp" for src in pictures)
    assert page.one("details", class_="paragraf").one("h3").text.endswith("201")


def test_what_is_not_there_is_404_and_says_so(client: TestClient) -> None:
    for address in (
        "/sammantraden/alnsjo/kommunstyrelsen/2025-11-06",
        "/sammantraden/alnsjo/kommunstyrelsen/2025-11-05-2",
        "/sammantraden/alnsjo/kommunstyrelsen/igår",
        "/sammantraden/annanstad/kommunstyrelsen/2025-11-05",
        "/paragrafer/alnsjo/kommunstyrelsen/2025-11-05/9999",
    ):
        answer = client.get(address)
        assert answer.status_code == 404 and "finns inte i registret" in read(answer.text).one("h1").text
    assert "Inga sammanträden" in client.get("/sammantraden?kommun=ingenstans").text
    assert client.get("/sammantraden?ar=2025&kommun=alnsjo&organ=kommunstyrelsen").text.count(MEETING) == 1


def test_a_year_that_is_none_is_refused_and_says_what_is_valid(client: TestClient) -> None:
    answer = client.get("/sammantraden?ar=20x6")
    assert answer.status_code == 400 and "ÅÅÅÅ" in read(answer.text).one("main").text


def test_the_second_meeting_of_a_day_has_its_address_though_the_first_is_not_here(stores: Stores) -> None:
    with writing(stores.desk) as session:
        session.execute(municipalities.insert().values(id="x-alnsjo", name="Alnsjö", slug="alnsjo"))
        body = {"id": "b", "municipality_id": "x-alnsjo", "name": "Kulturnämnden", "slug": "kulturnamnden"}
        session.execute(bodies.insert().values(**body, kind="committee"))
        session.execute(meetings.insert().values(id="m", body_id="b", date=dt.date(2025, 3, 1), nth=2))
        day = dt.date(2025, 3, 1)
        assert [find_meeting(session, "alnsjo", "kulturnamnden", day, nth) for nth in (1, 2)] == [None, "m"]


@pytest.mark.parametrize(
    ("noted", "expected"),
    [
        ({"yrkanden": [("bifall", "motionen"), ("avslag", "motionen")]}, True),
        ({"yrkanden": [("bifall", "motionen"), ("bifall", "tilläggsyrkandet")]}, True),
        ({"yrkanden": [("bifall", "motionen"), ("bifall", None)]}, False),
        ({"statements": [{"kind": "jav"}]}, False),
        ({"statements": [{"kind": "sarskilt_yttrande"}]}, True),
        ({"reservations": [{}]}, True),
        ({}, False),
    ],
)
def test_what_counts_as_disagreement(noted: dict[str, Any], expected: bool) -> None:
    item = {"votes": [], "reservations": [], "statements": [], "yrkanden": []} | noted
    item["yrkanden"] = [{"stance": stance, "target": target} for stance, target in item["yrkanden"]]
    assert disagreed(cast(ItemRow, item)) is expected


def test_numbers_are_in_the_order_that_people_count_and_gaps_are_told() -> None:
    assert sorted(["10", "9", "12 A", "12", "A"], key=item_order) == ["9", "10", "12", "12 A", "A"]
    assert missing_numbers(["3", "4", "8", "9 B", "10"]) == [(5, 7), (9, 9)]
    assert missing_numbers(["7"]) == []
