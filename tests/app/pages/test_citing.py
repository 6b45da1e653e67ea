"""How pages say that they are cited, and that what is cited is found again."""

from __future__ import annotations

import datetime as dt
import re

import pytest
from starlette.testclient import TestClient

from app.pages.citing import citations, plainly_cited
from tests.app.pages.reading import Element, read
from tests.app.served import NUMBER

ADDRESS = "/arenden/alnsjo/ks-2025-00042"


@pytest.fixture
def page(client: TestClient) -> Element:
    return read(client.get(ADDRESS).text)


def test_the_matter_is_cited_in_three_forms(page: Element, client: TestClient) -> None:
    assert "@misc{alnsjo-ks-2025-00042,\n" in client.get(ADDRESS).text  # line by line, as it is pasted
    prose, bibtex, wiki = (pre.text for pre in page.one("ul", class_="tools").all("pre")[:3])
    title = page.one("h1").text
    assert prose.startswith(f"Alnsjö, ärende {NUMBER}: {title}. Diarium. http://testserver{ADDRESS} (hämtat ")
    assert re.search(r"\(hämtat [0-9]{1,2} [a-z]+ 20[0-9]{2}\)\.$", prose)  # as all days of the page are written
    assert (
        bibtex.startswith("@misc{alnsjo-ks-2025-00042, author = {{Alnsjö}}")
        and f"title = {{{{{title}}}}}" not in bibtex[:20]
    )
    assert wiki.startswith("{{Webbref |titel=") and f"|url=http://testserver{ADDRESS} " in wiki


def test_every_fact_is_cited_by_where_it_stands_at_an_address_that_leads_there(
    client: TestClient, page: Element
) -> None:
    framed = page.one("li", id="steg-2").one("cite").all("a")[0].attributes["href"]
    words = read(client.get(framed).text).one("blockquote").text
    document = framed.partition("/sida/")[0]
    item = "/paragrafer/alnsjo/kommunstyrelsen/2025-11-05/201"
    title = read(client.get(item).text).one("h1").text
    person = f"/personer/{client.get('/api/v1/people?q=Hammarqvist').json()['people'][0]['id']}"
    heading = read(client.get(document).text).one("h1").text
    cited = {
        item: f"Alnsjö, Kommunstyrelsen § 201, 5 november 2025: {title}",
        framed: f"Alnsjö, {heading}, s. {framed.partition('/sida/')[2].partition('?')[0]}: ”{words}”",
        document: f"Alnsjö: {heading}",
        "/sammantraden/alnsjo/kommunstyrelsen/2025-11-05": "Alnsjö: Kommunstyrelsen 5 november 2025",
        person: "Alnsjö: Lovisa Hammarqvist",
        "/organ/alnsjo/kommunstyrelsen": "Alnsjö: Kommunstyrelsen",
        "/partier/alnsjo/C": "Alnsjö: Centerpartiet",
        "/yrkanden?q=&kommun=alnsjo": "Alnsjö: Yrkanden",
    }
    for address, told in cited.items():
        prose, bibtex, wiki = (
            pre.text
            for pre in read(client.get(address).text).all("pre")
            if "class" in pre.attributes
            and "aria-label" in pre.attributes
            and pre.attributes["aria-label"].startswith("Källhänvisning")
        )
        assert prose.startswith(f"{told}. Diarium. http://testserver"), address
        led = prose.partition("http://testserver")[2].partition(" ")[0]
        assert read(client.get(led).text).one("h1").text == read(client.get(address).text).one("h1").text
        assert f"url = {{http://testserver{led}}}" in bibtex and f"|url=http://testserver{led} " in wiki
    assert "date = {2025-11-05}" in client.get(item).text and "|datum=2025-11-05 " in client.get(item).text
    assert "url = {http://testserver/andringar}," in client.get("/andringar?sida=2&rattelser=2").text


def test_marks_in_a_title_neither_sign_slant_nor_break_what_it_is_pasted_into() -> None:
    named = plainly_cited("Ån~~~~ ''x'' L'Or {{b}} a^2 50% |url=c \\input{d}", "Alnsjö")
    _prose, bibtex, wiki = (of.text for of in citations(named, "http://alnsjo.example", dt.date(2025, 11, 5)))
    tilde = r"\textasciitilde{}"
    assert f"title = {{{{Ån{tilde * 4} ''x'' L'Or b a\\textasciicircum{{}}2 50\\% |url=c inputd}}}}," in bibtex
    assert (
        f"|titel=Ån{'&#126;' * 4} &#39;&#39;x&#39;&#39; L'Or &#123;&#123;b&#125;&#125; a^2 50% {{{{!}}}}url&#61;c "
        "\\input&#123;d&#125; |url=http://alnsjo.example "
    ) in wiki
