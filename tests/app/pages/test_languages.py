"""Pages in English: found under `/en/` where there are any, whole, and each side knows of the other."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

import pytest
from starlette.testclient import TestClient

from app.language.i18n import spoken_at
from app.pages.languages import at, sides
from tests.app.pages.reading import Element, read
from tests.app.served import EXAMPLE_ON_ONE_STORE, case_id

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
    assert [side.path for side in sides("/")] == ["/", "/en"]
    assert [sides(path) for path in ("/api/v1/cases", "/en/inget", "/data/diarium.zip", "/static/diarium.css")] == [
        []
    ] * 4
    assert (at("/data"), at("/arenden")) == ("/data", "/arenden")


CASE, MEETING = "/arenden/alnsjo/ks-2025-00042", "alnsjo/kommunstyrelsen/2025-11-05"
PAGES = (
    "/",
    "/andringar",
    "/arenden",
    CASE,
    f"{CASE}/jamfor",
    "/data",
    "/handlingar",
    "/iakttagelser",
    "/data/listor/cases",
    "/data/profil",
    "handling",
    "sida",
    "/motioner",
    f"/paragrafer/{MEETING}/201",
    "/sammantraden",
    f"/sammantraden/{MEETING}",
    "/sok",
    "/voteringar",
    "/organ/alnsjo/kommunstyrelsen",
    "/paragrafer",
    "/partier",
    "/personer",
    "person",
    "/statistik/tackning",
)


def address_of(client: TestClient, page: str) -> str:
    """The Swedish address of a page of a kind; a document's is asked for."""
    if page.startswith("/"):
        return page
    if page == "person":
        return f"/personer/{client.get('/api/v1/people?limit=1').json()['people'][0]['id']}"
    document = client.get(f"/api/v1/cases/{case_id(client)}?include=documents").json()["documents"][0]
    home = f"/handlingar/{document['id']}"
    return home if page == "handling" else f"{home}/sida/{document['appearances'][0]['first_page']}"


def path_of(link: str) -> str:
    return urlsplit(link).path


@EXAMPLE_ON_ONE_STORE
@pytest.mark.parametrize("kind", PAGES)
def test_both_sides_are_there_and_lead_to_each_other(client: TestClient, kind: str) -> None:
    path = address_of(client, kind)
    english = f"/en{path}".rstrip("/")
    for language, own, other in (("sv", path, english), ("en", english, path)):
        page = read(client.get(own, headers={"Accept-Language": "de"}).text)
        assert page.one("html").attributes["lang"] == language
        assert page.one("link", rel="canonical").attributes["href"] == f"{HOST}{own}"
        named = {e.attributes["hreflang"]: e.attributes["href"] for e in page.all("link") if "hreflang" in e.attributes}
        assert named == {"sv": f"{HOST}{path}", "en": f"{HOST}{english}", "x-default": f"{HOST}{path}"}
        link = page.one("header", class_="top").one("a", class_="tongue")
        assert link.attributes["href"] == other
        assert link.text == {"sv": "In English", "en": "På svenska"}[language]
        links = [a.attributes["href"] for a in page.all("a") if a.attributes.get("class") != "tongue"]
        assert {spoken_at(path_of(to)) for to in links if to.startswith("/") and sides(path_of(to))} == {language}


@pytest.mark.parametrize(
    "path", ["/data", "/data/listor/motions", "/data/profil", "/sok", "/om", "/ordlista", "/tillganglighet"]
)
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


def test_what_is_no_page_is_not_found_in_english(client: TestClient) -> None:
    for address in ("/en/en/data", "/en/inget-alls", "/en/sammantraden/alnsjo"):
        answer = client.get(address, follow_redirects=True)
        assert answer.status_code == 404, address
        swedish = [a.attributes["href"] for a in read(answer.text).all("a", class_="tongue")]
        assert swedish == [address.removeprefix("/en")] * (address != "/en/en/data")


def test_a_number_that_is_not_here_is_named_in_english_too(client: TestClient) -> None:
    assert client.get("/en/arenden/ks 2025 42", follow_redirects=False).headers["location"] == f"/en{CASE}"
    answer = client.get("/en/arenden/KS-2025-99999")
    swedish = read(answer.text).one("a", class_="tongue").attributes["href"]
    assert (answer.status_code, swedish) == (404, "/arenden/KS-2025-99999")
    assert "KS-2025-99999" in read(answer.text).one("p", class_="lede").text
    assert len([a for a in read(answer.text).one("main").all("a") if a.attributes["href"] == "/en/arenden"]) == 1
    assert client.get(f"/en{CASE}/kort").status_code == client.get(f"/en{CASE}/kedja.svg").status_code == 200


def test_a_question_asked_in_english_is_answered_in_english(client: TestClient) -> None:
    form = read(client.get("/en").text).one("form", class_="search").attributes["action"]
    for typed, leads in (("ks 2025 42", f"/en{CASE}"), ("skuggande", "/en/sok?q=skuggande")):
        assert client.get(form, params={"q": typed}).headers["location"] == leads
    assert client.get("/en/sok?q=ks+2025+42").headers["location"] == f"/en{CASE}"
