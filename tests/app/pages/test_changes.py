"""The public log of corrections and changes, and what a page says of what was entered by hand."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from starlette.testclient import TestClient

from app import acts
from app.acts import Actor
from app.acts.entered import decision
from app.db import Stores, reading
from app.main import create_app
from app.pages.changes import by_day, once_a_day
from app.queries.cases import find
from app.settings import Settings
from app.today import day_at
from tests.app.filing import file, rows
from tests.app.pages.reading import read
from tests.app.register.saying import SOMEWHERE, bundle, extract, item

ANNA = Actor("anna", "hemligt skäl")
ONE = extract("Kommunstyrelsen", "2025-06-17", item("88", "Torget", case_numbers=("KS-2025-00042",)))
HIDDEN = extract("Miljönämnden", "2025-04-22", item("31", "Bullret", case_numbers=("MN-2025-00118",)))


@pytest.fixture
def asking(using: Settings, stores: Stores) -> Iterator[TestClient]:
    with TestClient(create_app(using), follow_redirects=False) as client:
        yield client


def test_the_log_tells_what_stood_there_and_nothing_of_what_is_not_public(asking: TestClient, stores: Stores) -> None:
    file(stores, bundle(ONE))
    file(stores, bundle(HIDDEN, digest="b" * 64), released=False)
    for row in rows(stores.desk)["items"]:
        acts.correct(stores, str(row["id"]), "title", f"Nytt {row['title']}", ANNA)
    said = read(asking.get("/andringar").text).one("main").text.replace("\xa0", " ")
    assert "Kommunstyrelsen § 88, 17 juni 2025 Rättad, rubrik: ”Nytt Torget”. Läst var ”Torget”." in said
    (listed,) = (answer := asking.get("/api/v1/corrections?body=kommunstyrelsen&kind=changed&from=2025-06-17")).json()[
        "corrections"
    ]
    made = listed["correction"]
    assert (made["replaced"], made["new"], listed["at"]["number"]) == ("Torget", "Nytt Torget", "88")
    assert listed["sentence"].replace("\xa0", " ") in said
    assert [case["number"] for case in listed["cases"]] == ["KS-2025-00042"]
    assert not [word for word in ("Bullret", "Miljönämnden", "anna", "hemligt") if word in said + answer.text]


def test_what_is_withdrawn_is_told_of_without_its_name(asking: TestClient, stores: Stores) -> None:
    file(stores, bundle(ONE))
    acts.release(stores, str(rows(stores.desk)["documents"][0]["id"]), ANNA, public=False)
    said = read(asking.get("/andringar").text).one("section", aria_labelledby="andringar").text
    assert "drogs tillbaka Ett ärende som inte längre är publicerat." in said
    assert "Torget" not in said


def test_a_matter_is_told_of_once_a_day(asking: TestClient, stores: Stores) -> None:
    file(stores, bundle(ONE))
    (row,) = rows(stores.desk)["items"]
    for title in ("Stortorget", "Lilla torget"):
        acts.correct(stores, str(row["id"]), "title", title, ANNA)
    assert asking.get("/api/v1/changes").json()["total"] == 3
    (told,) = changes_shown(asking, "/andringar")
    assert told == "tillkom Lilla torget Alnsjö"
    items = [item(str(n), f"Torg {n}", case_numbers=(f"KS-2025-000{n}",)) for n in range(50, 60)]
    file(stores, bundle(extract("Kommunstyrelsen", "2025-06-17", *items), digest="c" * 64))
    section = read(asking.get("/andringar").text).one("section", aria_labelledby="andringar")
    (folded,) = (one for one in section.all("details") if "tillkom" in one.text)
    assert folded.one("summary").text == "11 ärenden tillkom" and len(folded.all("li", class_="finding")) == 11


def changes_shown(asking: TestClient, address: str) -> list[str]:
    section = read(asking.get(address).text).one("section", aria_labelledby="andringar")
    return [one.text for one in section.all("li", class_="finding")]


def test_earlier_changes_and_corrections_are_a_page_away(
    asking: TestClient, stores: Stores, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.pages.changes._CHANGES", 2)
    monkeypatch.setattr("app.pages.changes._CORRECTIONS", 1)
    items = [item(str(n), f"Torg {n}", case_numbers=(f"KS-2025-0004{n}",)) for n in range(1, 4)]
    file(stores, bundle(extract("Kommunstyrelsen", "2025-06-17", *items)))
    for row in rows(stores.desk)["items"]:
        if row["number"] != "3":
            acts.correct(stores, str(row["id"]), "title", f"Nytt {row['title']}", ANNA)
    told, address = [], "/andringar"
    while address:
        page = read(asking.get(address).text)
        told += changes_shown(asking, address)
        further = page.one("section", aria_labelledby="andringar").all("a", rel="next")
        address = further[0].attributes["href"].partition("#")[0] if further else ""
    assert len(told) == asking.get("/api/v1/changes").json()["total"] == 5
    first = read(asking.get("/andringar").text).one("section", aria_labelledby="rattelser")
    (further,) = first.all("a", rel="next")
    assert further.attributes["href"] == "/andringar?rattelser=2#rattelser"
    second = read(asking.get("/andringar?rattelser=2").text).one("section", aria_labelledby="rattelser")
    assert {len(part.all("li", class_="finding")) for part in (first, second)} == {1}
    assert first.all("li", class_="finding")[0].text != second.all("li", class_="finding")[0].text
    assert "2 rättelser i allt." in first.text and not second.all("a", rel="next")


@pytest.mark.parametrize(
    ("kinds", "told"),
    [
        (["made"], "made"),
        (["made", "changed"], "made"),
        (["changed", "changed"], "changed"),
        (["made", "gone"], "gone"),
        (["gone", "made"], "changed"),
        (["gone", "changed"], "changed"),
    ],
)
def test_the_changes_of_a_day_come_to_one(kinds: list[str], told: str) -> None:
    rows = [{"matter_id": "m", "at": f"2026-01-31T0{n}:00:00Z", "kind": kind} for n, kind in enumerate(kinds)]
    before = {"matter_id": "m", "at": "2026-01-29T00:00:00Z", "kind": "made"}
    shown = once_a_day([*rows[::-1], before])
    assert [row["kind"] for row in shown] == [told, "made"]
    days = [(day.at[:10], len(day.told), len(day.came)) for day in by_day([{"change": None, **row} for row in shown])]
    assert days == [("2026-01-31", told != "made", told == "made"), ("2026-01-29", 0, 1)]


def test_a_page_says_what_was_entered_by_hand(asking: TestClient, stores: Stores) -> None:
    given = {"title": ["Lövträd"], "date": ["2025-06-17"], "item": ["88"], "number": ["KS-2024-00900"]}
    acts.enter(stores, SOMEWHERE, decision("Kommunfullmäktige", given), ANNA)
    with reading(stores.public) as session:
        (case,) = find(session, "KS-2024-00900")
    page = read(asking.get(f"/arenden/{case['municipality']['slug']}/{case['slug']}").text)
    by_hand = "Inlagd för hand: ingen sida finns att visa."
    assert by_hand in page.one("details", class_="paragraf").text
    assert any(by_hand in papers.text for papers in page.all("ul", class_="papers"))


def test_a_change_bears_the_day_that_it_was_in_sweden() -> None:
    """Half past eleven in the evening by the universal clock is the next day there, in summer and in winter."""
    assert [day_at(f"{day}T23:30:00.000000Z") for day in ("2026-06-30", "2025-12-31")] == ["2026-07-01", "2026-01-01"]
    assert day_at("2025-12-31T22:30:00.000000Z") == "2025-12-31"
