"""Pages in English: found under `/en/` where there are any, whole, and each side knows of the other."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

import pytest
from starlette.testclient import TestClient

from app.language.i18n import spoken_at
from app.pages.languages import TRANSLATED, at, sides
from tests.app.pages.reading import Element, read

WORDED = {"h1", "h2", "h3", "p", "li", "dt", "dd", "th", "td", "summary", "a", "label", "button", "title"}
HOST = "http://testserver"


@pytest.mark.parametrize(
    ("path", "language"),
    [
        ("/data", "sv"),
        ("/en/data", "en"),
        ("/en", "en"),
        ("/", "sv"),
        ("/english", "sv"),
        ("/de/data", "sv"),
        ("", "sv"),
    ],
)
def test_the_first_part_of_an_address_chooses_the_language(path: str, language: str) -> None:
    assert spoken_at(path) == language


def test_only_a_page_that_is_named_has_another_side() -> None:
    assert [side.path for side in sides("/data")] == [side.path for side in sides("/en/data")] == ["/data", "/en/data"]
    assert [sides(path) for path in ("/", "/en/", "/arenden", "/en/arenden", "/data/x")] == [[]] * 5
    assert (at("/data"), at("/arenden")) == ("/data", "/arenden")


@pytest.mark.parametrize("path", TRANSLATED)
def test_both_sides_are_there_and_lead_to_each_other(client: TestClient, path: str) -> None:
    for language, own, other in (("sv", path, f"/en{path}"), ("en", f"/en{path}", path)):
        page = read(client.get(own, headers={"Accept-Language": "de"}).text)
        assert page.one("html").attributes["lang"] == language
        assert page.one("link", rel="canonical").attributes["href"] == f"{HOST}{own}"
        named = {e.attributes["hreflang"]: e.attributes["href"] for e in page.all("link") if "hreflang" in e.attributes}
        assert named == {"sv": f"{HOST}{path}", "en": f"{HOST}/en{path}", "x-default": f"{HOST}{path}"}
        link = page.one("header", class_="top").one("a", class_="tongue")
        assert link.attributes["href"] == other
        assert link.text == {"sv": "In English", "en": "På svenska"}[language]
        links = [*page.one("header", class_="top").all("a"), *page.one("footer").all("a")]
        assert own in [a.attributes["href"] for a in links]


@pytest.mark.parametrize("path", TRANSLATED)
def test_the_english_side_says_the_same_with_no_word_of_swedish_but_what_documents_say(
    client: TestClient, path: str
) -> None:
    swedish, english = (worded(read(client.get(address).text)) for address in (path, f"/en{path}"))
    assert [tag for tag, _ in swedish] == [tag for tag, _ in english]
    left = [text for (_, before), (_, text) in zip(swedish, english, strict=True) if text == before]
    assert [text for text in left if re.search("[åäöÅÄÖ]", text)] == []


def worded(page: Element) -> list[tuple[str, str]]:
    found = [e for e in page.all() if e.tag in WORDED and e.attributes.get("class") != "tongue"]
    return [(e.tag, e.text) for e in found]


def test_a_page_that_is_there_in_swedish_alone_is_not_found_in_english(client: TestClient) -> None:
    for address in ("/en", "/en/", "/en/arenden", "/en/en/data", "/en/arenden/alnsjo/ks-2025-00042"):
        answer = client.get(address, follow_redirects=True)
        assert answer.status_code == 404, address
        assert not read(answer.text).all("a", class_="tongue")
    assert not read(client.get("/arenden").text).all(hreflang="en")


def test_english_pages_lead_to_swedish_ones_where_there_are_no_others(client: TestClient) -> None:
    page = read(client.get("/en/data").text)
    led = {urlsplit(a.attributes["href"]).path for a in page.all("a")}
    assert {"/arenden", "/motioner", "/andringar", "/en/data", "/en/sok"} <= led
    assert page.one("form", class_="search").attributes["action"] == "/arenden"
