"""The documentation page: it tells of all there is, and what it shows is what the API answers."""

from __future__ import annotations

import json
import re
import sys
from html import unescape

import pytest
from starlette.testclient import TestClient

from app.db import Stores
from app.language.fields import key_words
from app.main import create_app
from app.pages import api_words
from app.pages.api_profile import profile
from app.settings import Settings
from importers.bundle import Reservation
from tests.app.api.profile import RULES
from tests.app.filing import file
from tests.app.pages.reading import Element, read
from tests.app.register.saying import at, bundle, extract, item, person

MOST_BYTES = 60_000


@pytest.fixture
def page(client: TestClient) -> Element:
    return read(client.get("/data").text)


def test_it_tells_of_every_list_and_every_parameter(client: TestClient, page: Element) -> None:
    for address, operations in client.get("/api/v1/openapi.json").json()["paths"].items():
        told = operations.get("get", {})
        if told.get("operationId", "").startswith("list_"):
            name = told["tags"][0]
            assert f"/data/listor/{name}" in {a.attributes["href"] for a in page.one("article", id=name).all("a")}
            shown = read(client.get(f"/data/listor/{name}").text).one("article", id=name)
            names = {dt.text for dt in shown.all("dt")} | {"as_of", "fields", "limit", "offset", "cursor"}
            assert {one["name"] for one in told["parameters"]} <= names
            linked = [] if "security" in told else [address]
            assert [a.attributes["href"] for a in shown.all("a")] == linked and address in shown.text
            assert "`" not in shown.text and "<code>" not in shown.text
            values = {value for one in told["parameters"] for value in one["schema"].get("enum", []) if value[0] != "-"}
            assert values <= set(shown.text.replace(",", " ").split())


def test_it_has_no_words_for_what_is_not_there(client: TestClient) -> None:
    said = client.get("/api/v1/openapi.json").json()["paths"].values()
    lists = [one["get"] for one in said if one.get("get", {}).get("operationId", "").startswith("list_")]
    assert set(api_words.RESOURCES) == {one["tags"][0] for one in lists}
    known = {(one["tags"][0], parameter["name"]) for one in lists for parameter in one["parameters"]}
    assert set(api_words.PARAMETERS) == {name for _, name in known}
    assert set(api_words.OWN) <= known


def test_every_question_it_offers_is_answered(client: TestClient, page: Element) -> None:
    offered = [a.attributes["href"] for a in page.one("ul", class_="tries").all("a")]
    assert len(offered) >= 8
    assert [client.get(address).status_code for address in offered] == [200] * len(offered)


def test_its_questions_are_about_a_matter_that_somebody_disputed(using: Settings, stores: Stores) -> None:
    """Not about the one treated last, in which nobody reserved themselves."""
    against = Reservation(
        "Olle Rask (C) reserverar sig.", at("Olle Rask (C) reserverar sig."), (person("Olle Rask (C)"),)
    )
    disputed = item("8", "Bron", case_numbers=("KS-2025-00008",), reservations=(against,))
    file(stores, bundle(extract("Kommunstyrelsen", "2025-06-17", disputed)))
    file(
        stores,
        bundle(
            extract("Kommunstyrelsen", "2025-09-01", item("9", "Torget", case_numbers=("KS-2025-00009",))),
            digest="b" * 64,
        ),
    )
    with TestClient(create_app(using)) as asking:
        tries = read(asking.get("/data").text).one("ul", class_="tries").all("a")
        offered = [a.attributes["href"] for a in tries if "/reservations?" in a.attributes["href"]]
        assert [asking.get(address).json()["total"] for address in offered] == [1, 1]


def test_the_answer_it_shows_is_the_one_that_is_given(client: TestClient, page: Element) -> None:
    asked, shown = (page.all("pre", class_="ask")[0].text, page.one("pre", class_="answer").text)
    address = asked.removeprefix("curl '").removesuffix("'")
    assert json.loads(shown) == client.get(address).json()


def test_none_of_its_pages_weighs_more_than_it_may(client: TestClient, page: Element) -> None:
    linked = {a.attributes["href"] for a in page.all("a")}
    below = sorted(address for address in linked if address.startswith(("/data/listor/", "/data/profil")))
    assert len(below) >= 18
    for address in ["/data", "/en/data", *below]:
        assert len(client.get(address).content) <= MOST_BYTES, address
    assert client.get("/data/listor/inget").status_code == 404


def test_it_tells_how_each_rule_of_the_profile_is_kept_as_the_tests_hold_it(client: TestClient) -> None:
    page = read(client.get("/data/profil").text)
    held = {(rule.id, rule.level, isinstance(rule.holds, str)) for rule in RULES}
    assert {(row.id, row.level, row.why_not is not None) for row in profile()} == held
    assert len(page.one("table", class_="profile").one("tbody").all("tr")) == len(RULES)


def test_it_begins_with_matters_and_says_what_each_key_means(client: TestClient, page: Element) -> None:
    lists = [one.attributes["id"] for one in page.all("article", class_="paragraf")]
    assert (lists[0], lists[-1]) == ("cases", "imports")
    for name in set(lists) - {"imports"}:
        for row in client.get(f"/api/v1/{name}?limit=1").json()[name]:
            assert [key for key in row if key_words(key) == key and key != "id"] == [], name


def test_a_key_that_is_an_object_in_one_list_and_a_value_in_another_is_told_as_what_it_is(client: TestClient) -> None:
    changes, findings = (read(client.get(f"/data/listor/{name}").text).text for name in ("changes", "findings"))
    assert "at tidpunkt (UTC)" in changes and "at paragrafen eller handlingen det gäller" in findings


def test_its_programmes_run(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    """Python as it stands, with the served installation for the net; curl and R by the addresses they ask."""
    printed: list[object] = []
    shown = client.get("/data").text
    programmes = [
        unescape(text) for text in re.findall(r'<pre class="ask scroll"[^>]*><code>(.*?)</code>', shown, re.DOTALL)
    ]
    (python,) = [text for text in programmes if text.startswith("import httpx")]
    monkeypatch.setitem(sys.modules, "httpx", client)
    exec(python, {"print": printed.append})  # the page's own example
    assert len(printed) == client.get("/api/v1/reservations").json()["total"] > 0
    (r,) = [text for text in programmes if "jsonlite" in text]
    csv, json_address = re.findall(r'"(http[^"]+)"', r)
    assert client.get(csv).headers["content-type"].startswith("text/csv")
    assert client.get(json_address).json()["reservations"]
    assert r.count("(") == r.count(")") and all("<-" in line for line in r.splitlines())
