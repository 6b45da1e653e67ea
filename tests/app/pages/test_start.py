"""The start page: what was decided lately, what is due, what comes next, and how much is here."""

from __future__ import annotations

import datetime as dt
from typing import Any

import sqlalchemy as sa
from starlette.testclient import TestClient

from app.db import Stores, writing
from app.main import create_app
from app.models.register import bodies, items, meetings, municipalities
from app.projection.sums import mend_sums
from app.queries.overview import covered
from app.queries.statistics.counted import Asked
from app.queries.statistics.coverage import coverage
from app.register.municipalities import Municipality
from app.settings import Settings
from tests.app.filing import file
from tests.app.pages.reading import read
from tests.app.register.saying import bundle, extract, item
from tests.conftest import ON_ONE_STORE


def test_it_bears_the_name_of_a_single_municipality_and_shows_each_part(client: TestClient) -> None:
    page = read(client.get("/").text)
    assert "Alnsjö" in page.one("title").text and page.one("h1").text == "Vad har Alnsjö beslutat?"
    assert page.one("a", class_="wordmark").text == "Diarium Alnsjö"
    parts = {section.one("h2").text: section for section in page.one("main").all("section")}
    assert list(parts) == [
        "Senast beslutat",
        "Det här finns",
        "Motioner nära eller över sitt år",
        "Kommande sammanträden",
    ]
    decided = parts["Senast beslutat"]
    listed = client.get("/api/v1/meetings?limit=5").json()["meetings"]
    assert [time.attributes["datetime"] for time in decided.all("time")] == [row["date"] for row in listed]
    folded = decided.one("details", class_="fold")  # on a phone alone
    assert len(folded.all("article")) == len(listed) - 2 > 0 and folded.one("summary").text.startswith("Visa ")
    assert all(client.get(a.attributes["href"]).status_code == 200 for a in page.one("main").all("a"))


def test_a_proposal_is_not_shown_as_a_decision(client: TestClient) -> None:
    page = read(client.get("/").text)
    tags = {tag.text for tag in page.one("section", **{"aria-labelledby": "beslutat"}).all("span", class_="proposes")}
    assert tags and all(tag.startswith("förslag: ") for tag in tags)


def test_what_is_asked_of_a_municipality_that_is_not_here_says_so_and_what_is(client: TestClient) -> None:
    page = read(client.get("/?kommun=malmo").text)
    here = page.one("section", class_="here")
    assert "Ingenting från malmo" in here.text and "Alnsjö" in here.text


@ON_ONE_STORE
def test_of_many_municipalities_some_are_told_of_and_each_can_be_chosen(using: Settings, stores: Stores) -> None:
    names = [f"Ort {letter}" for letter in "ABCDEFGHIJ"]
    for n, name in enumerate(names):
        met = extract("Kommunstyrelsen", "2025-01-15", item("1", "Torg"))
        file(stores, bundle(met, digest=f"{n:064}"), Municipality(f"x-{n}", name, f"ort-{n}"))
    file(
        stores,
        bundle(extract("Kommunstyrelsen", "2025-01-15"), digest="e" * 64),
        Municipality("x-u", "Tystby", "tystby"),
    )
    with writing(stores.public) as session:  # too many to count what lacks at once
        like = "SELECT :id, body_id, :id, 1, m.since FROM meetings m JOIN bodies b ON b.id = body_id WHERE municipality_id = 'x-9'"
        for day in (dt.date(2024, 1, 1) + dt.timedelta(n) for n in range(300)):
            met = sa.text(f"INSERT INTO meetings (id, body_id, date, nth, since) {like} LIMIT 1")
            session.execute(met, {"id": str(day)})
        mend_sums(session)
    with TestClient(create_app(using)) as client:
        here = read(client.get("/").text).one("section", class_="here")
        one = read(client.get("/?kommun=ort-9").text).one("section", class_="here")
        people = client.get("/personer?kommun=ort-9")
    assert [a.text for a in here.all("strong")] == names[:8] and "Och 2 kommuner till:" in here.text
    assert here.one("a", href="/handlingar?kommun=tystby").text == "Tystby"  # of whose papers no § is read
    assert [option.text for option in here.all("option")] == ["Alla", *names]
    assert [a.text for a in one.all("strong")] == ["Ort J"] and "kommuner till" not in one.text
    assert "301 sammanträden , saknade §§ räknas i täckningen" in " ".join(one.text.split())
    assert people.status_code == 200


def test_what_lacks_is_counted_from_the_first_number_of_each_year(stores: Stores) -> None:
    with writing(stores.desk) as session:
        session.execute(municipalities.insert().values(id="x-alnsjo", name="Alnsjö", slug="alnsjo"))
        body = {"id": "b", "municipality_id": "x-alnsjo", "name": "Kommunfullmäktige", "slug": "kommunfullmaktige"}
        session.execute(bodies.insert().values(**body, kind="council"))
        for day, numbers in ((dt.date(2023, 1, 9), ("1", "2", "5 A")), (dt.date(2025, 3, 1), ("3", "A", "A5", "§ 0"))):
            session.execute(meetings.insert().values(id=str(day), body_id="b", date=day, nth=1))
            for number in numbers:
                session.execute(items.insert().values(**_item(day, number)))
        mend_sums(session)
        line = covered(session, ["x-alnsjo"])[0]
        lacking = {row["year"]: row["missing"] for row in coverage(session, Asked())}
    assert (line.first, line.last, line.without, line.meetings, line.missing) == (2023, 2025, [2024], 2, 2 + 3)
    assert lacking == {2023: 2, 2025: 3}


def _item(day: dt.date, number: str) -> dict[str, Any]:
    return {
        "id": f"{day} {number}",
        "owner": "o",
        "municipality_id": "x-alnsjo",
        "body_id": "b",
        "meeting_id": str(day),
        "year": day.year,
        "number": number,
        "date": day,
        "title": "Träd",
        "contested": False,
    }
