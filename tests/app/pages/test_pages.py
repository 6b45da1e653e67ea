"""Every page: found by what people type, whole for machines and readers, and nothing in it that runs."""

from __future__ import annotations

import gzip
import itertools
import re

import pytest
from starlette.testclient import TestClient

from app import resources
from app.pages.printing import SCRIPT
from tests.app.pages.reading import Element, read
from tests.app.served import EXAMPLE_ON_ONE_STORE, NUMBER, case_id

CASE = "/arenden/alnsjo/ks-2025-00042"


@pytest.fixture
def pages(client: TestClient) -> dict[str, str]:
    """A page of each kind, by its address."""
    document = client.get(f"/api/v1/cases/{case_id(client)}?include=documents,sources").json()["documents"][0]
    leaf = f"/handlingar/{document['id']}/sida/{document['appearances'][0]['first_page']}"
    ruta = document["sources"][0]["image"].partition("box=")[2]
    addresses = [
        "/",
        "/arenden",
        "/arenden?kommun=alnsjo",
        "/andringar",
        "/data",
        "/en/data",
        "/motioner",
        CASE,
        f"{CASE}/jamfor",
        f"/handlingar/{document['id']}",
        leaf,
        f"{leaf}?ruta={ruta}",
        "/arenden/inget-alls",
        "/nothing",
    ]
    return {address: client.get(address).text for address in addresses}


def test_a_page_has_language_title_one_heading_and_headings_in_order(pages: dict[str, str]) -> None:
    for address, html in pages.items():
        page = read(html)
        assert page.one("html").attributes["lang"] == ("en" if address.startswith("/en/") else "sv")
        assert page.one("title").text and page.one("h1").text, address
        levels = [int(e.tag[1]) for e in page.all() if re.fullmatch(r"h[1-6]", e.tag)]
        assert levels[0] == 1 and levels.count(1) == 1
        assert all(after - before <= 1 for before, after in itertools.pairwise(levels)), (address, levels)


def test_a_page_can_be_skipped_into_and_its_ids_are_single(pages: dict[str, str]) -> None:
    for address, html in pages.items():
        page = read(html)
        assert page.one("a", class_="skip").attributes["href"] == f"#{page.one('main').attributes['id']}"
        ids = [e.attributes["id"] for e in page.all() if "id" in e.attributes]
        assert len(ids) == len(set(ids)), address
        inner = [a.attributes["href"][1:] for a in page.all("a") if a.attributes["href"].startswith("#")]
        assert set(inner) <= set(ids), address


def _names_an_address(link: Element) -> bool:
    """Whether it says whole where this page, or its like in another language, is to be found."""
    return link.attributes["rel"] == "canonical" or "hreflang" in link.attributes


@EXAMPLE_ON_ONE_STORE
def test_links_lead_somewhere(client: TestClient, pages: dict[str, str]) -> None:
    found = {e.attributes["href"] for html in pages.values() for e in read(html).all() if "href" in e.attributes}
    own = {address.removeprefix("http://testserver") for address in found}
    missing = {f"/en{address}" for address in pages if client.get(address).status_code == 404}
    asked = {address for address in own if address.startswith("/")} - missing
    assert len(asked) > 20
    assert {a: client.get(a).status_code for a in asked if client.get(a).status_code not in {200, 308}} == {}


def test_nothing_on_a_page_runs_or_comes_from_elsewhere(pages: dict[str, str]) -> None:
    for address, html in pages.items():
        page = read(html)
        runs = [script.text for script in page.all("script") if script.attributes.get("type") != "application/ld+json"]
        assert runs in ([], [str(SCRIPT)]), address
        assert not page.all("style") and not page.all("iframe")
        loose = [name for e in page.all() for name in e.attributes if name == "style" or name.startswith("on")]
        assert loose == [], address
        loaded = [e.attributes.get("src", "") for e in page.all("img")]
        loaded += [e.attributes["href"] for e in page.all("link") if not _names_an_address(e)]
        assert all(source.startswith("/") for source in loaded), address


def test_every_control_and_picture_has_a_name(pages: dict[str, str]) -> None:
    for address, html in pages.items():
        page = read(html)
        labelled = {e.attributes["for"] for e in page.all("label") if e.text}
        fields = [e for e in page.all("input") if e.attributes.get("type") != "hidden"]
        assert {e.attributes["id"] for e in fields} <= labelled, address
        assert all(a.text or a.attributes.get("aria-label") for a in page.all("a"))
        assert all("alt" in image.attributes for image in page.all("img"))


@pytest.mark.parametrize("said", [NUMBER, "ks 2025 42", "  KS-2025-42 ", "bun 2025 118"])
def test_the_search_box_leads_straight_to_the_matter(client: TestClient, said: str) -> None:
    answer = client.get("/arenden", params={"q": said})
    assert (answer.status_code, answer.headers["location"]) == (303, CASE)


@pytest.mark.parametrize("said", ["ks 2025 42", "KS-2025-42", "bun/2025:118", "bun-2025-00118"])
def test_a_number_as_address_leads_to_the_matter_for_good(client: TestClient, said: str) -> None:
    answer = client.get(f"/arenden/{said}")
    assert (answer.status_code, answer.headers["location"]) == (308, CASE)


def test_the_start_page_has_an_example_that_works(client: TestClient) -> None:
    page = read(client.get("/").text)
    hint = page.one("p", class_="hint").text
    tried = re.findall(r"exempel (.+) eller (.+)\.", hint)[0]
    assert [client.get("/arenden", params={"q": said}).headers["location"] for said in tried] == [CASE, CASE]


def test_the_list_is_found_with_a_slash_too(client: TestClient) -> None:
    assert client.get("/arenden/").headers["location"] == "/arenden"


@pytest.mark.parametrize("address", ["/arenden/KS-2025-99999", "/arenden?q=KS-2025-99999"])
def test_a_number_that_is_not_there_gives_a_page_to_go_on_from(client: TestClient, address: str) -> None:
    answer = client.get(address)
    page = read(answer.text)
    assert (answer.status_code, page.one("h1").text) == (404, "Ärendet finns inte i registret")
    assert "KS-2025-99999" in page.one("p", class_="lede").text
    assert page.one("input").attributes["value"] == "KS-2025-99999"


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/handlingar/nothing", 404),
        ("/handlingar/nothing/sida/1", 404),
        ("/handlingar/nothing/sida/x", 404),
        ("/handlingar/nothing/sida/1?ruta=x", 400),
        ("/arenden?sida=0", 404),
        ("/arenden/%00", 404),
        ("/arenden?q=%00", 404),
        ("/handlingar/%00", 404),
        ("/arenden/%ff%fe/%ed%a0%80", 404),
        ("/arenden/" + "x" * 3000, 404),
        ("/arenden/<script>alert(1)</script>", 404),
    ],
)
def test_what_cannot_be_shown_is_a_page_that_says_so(client: TestClient, address: str, status: int) -> None:
    answer = client.get(address)
    assert (answer.status_code, answer.headers["content-type"]) == (status, "text/html; charset=utf-8")
    page = read(answer.text)
    assert page.one("form", class_="search") and not page.all("script")
    english = [a.attributes["href"] for a in page.all("a", class_="tongue")]
    assert [href.startswith("/en/") for href in english] == [True] * (status == 404)


def test_a_page_of_a_document_shows_the_words_that_are_framed(client: TestClient) -> None:
    page = read(client.get(CASE).text)
    article = page.one("article", id="kommunstyrelsen-2025-11-05-201")
    quoted = article.all("ul", class_="said")[0].all("blockquote")[0]
    leaf = read(client.get(quoted.one("a").attributes["href"]).text)
    assert leaf.one("blockquote").text and leaf.one("blockquote").text in quoted.text
    image = leaf.one("p", class_="leaf").one("img").attributes
    assert "box=" in image["src"] and client.get(image["src"]).headers["content-type"] == "image/webp"


def test_a_document_page_names_its_file_and_shows_its_pages(client: TestClient) -> None:
    document = client.get(f"/api/v1/cases/{case_id(client)}?include=documents,sources").json()["documents"][0]
    page: Element = read(client.get(f"/handlingar/{document['id']}").text)
    assert document["appearances"][0]["file"]["sha256"] in page.one("dl").text
    assert len(page.one("ul", class_="leaves").all("li")) == 1
    assert [li.text for li in page.one("ol", class_="clauses").all("li")] == [c["text"] for c in document["clauses"]]


def test_a_document_page_leads_to_each_item_in_it(client: TestClient) -> None:
    documents = client.get(f"/api/v1/cases/{case_id(client)}?include=documents").json()["documents"]
    minutes = next(document for document in documents if document["items"])
    shown = read(client.get(f"/handlingar/{minutes['id']}").text).one("dl")
    homes = {a.attributes["href"] for a in shown.all("a") if a.attributes["href"].startswith("/paragrafer/")}
    assert len(homes) == len(minutes["items"]) and {client.get(home).status_code for home in homes} == {200}


def test_the_style_sheet_is_small() -> None:
    style = (resources.static() / "diarium.css").read_bytes()
    assert len(gzip.compress(style, mtime=0)) <= 12_000
    assert b"http" not in style and b"@import" not in style


def test_what_is_not_there_suggests_what_is_near(client: TestClient) -> None:
    missing = client.get("/arenden/alnsjo/ks-2025-00043")
    assert missing.status_code == 404 and NUMBER in read(missing.text).one("section", aria_labelledby="nara").text
    nobody = read(client.get("/sammantraden/alnsjo/skolgardar").text)
    assert {"/sammantraden", "/sok?q=skolgardar"} <= {a.attributes["href"] for a in nobody.one("main").all("a")}
    assert read(client.get("/arenden/x").text).all("section") == []
