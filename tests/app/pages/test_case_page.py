"""The case page: what comes first, what is never said, and that every fact leads to its place in a page."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from datetime import date
from itertools import groupby
from typing import cast

import pytest
from starlette.testclient import TestClient

from app.db import Stores
from app.main import create_app
from app.pages.cases import cell_ends
from app.pages.linked_data import matter_json_ld
from app.pages.missing import missing_papers
from app.schemas.rows import CaseRow, ItemRow
from app.settings import Settings
from importers.bundle import Attribution, Outcome, Stance, Statement, StatementKind, Yrkande
from tests.app.filing import file
from tests.app.pages.reading import Element, read
from tests.app.register.saying import at, bundle, decision, extract, item, person
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
    assert (
        "Kommunstyrelsen § 201, 5 november 2025: föreslår att motionen besvaras" in page.one("div", class_="state").text
    )


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
        "4. Barn- och utbildningsnämnden § 74, 17 september 2025: föreslår att motionen avslås",
        "5. Protokollsutdrag från Barn- och utbildningsnämnden, 25 september 2025: inkommen som KS-2025-00042-5",
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
    columns = [re.split(r" \d+ \w+ 2025", th.text)[0] for th in table.all("th", scope="col")]
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
    assert report == f"/rapportera?om={ADDRESS}"
    assert said["version"] in page.one("section", class_="about").text


def test_the_motions_year_says_what_starts_it_and_how_that_is_known(page: Element) -> None:
    clock = page.one("div", class_="clock")
    said = [p.text for p in clock.all("p")]
    assert re.match(r"Motionen väcktes \d+ \w+ 2025 ", said[0]) and "(KL 5:35)" in said[1]
    assert said[2] == "Inget av fullmäktiges protokoll sedan dess finns här: motionen kan vara besvarad."
    assert re.fullmatch(r"Läget \d+ \w+ \d{4}: .+\.", said[3])
    assert "/sida/" in clock.all("a")[0].attributes["href"]


def test_what_the_motions_year_rests_on_stands_in_the_order_of_its_days(client: TestClient, page: Element) -> None:
    dated = {paper["id"]: paper["date"] for paper in client.get(_twin(page)).json()["documents"]}
    links = [a.attributes["href"] for a in page.one("div", class_="clock").one("cite").all("a")]
    days = [dated[link.split("/")[2]] for link in links]
    assert len(set(days)) > 1 and days == sorted(days)


def test_each_finding_says_how_grave_where_and_on_what_page(client: TestClient, page: Element) -> None:
    listed = page.all("li", class_="finding")
    assert {li.one(class_="tag").text for li in listed} <= {"Lagkrav", "Fel", "Anmärkning"}
    links = [a.attributes["href"] for li in listed for a in li.all("a")]
    assert any("/sida/" in link for link in links)
    anchors = {article.attributes["id"] for article in page.one("section", aria_labelledby="paragrafer").all("article")}
    assert {link[1:] for link in links if link.startswith("#")} <= anchors
    assert all(client.get(link).status_code == 200 for link in links if not link.startswith("#"))
    said = [finding["code"] for finding in client.get(_twin(page)).json()["findings"]]
    assert len(said) == len(listed)


def test_each_clause_of_the_motion_meets_each_paragraph(client: TestClient, page: Element) -> None:
    table = page.one("table", class_="ledger")
    told = client.get(f"/api/v1/cases/{case_id(client)}?include=ledger").json()["ledger"]
    rows = table.one("tbody").all("tr")
    assert [p.text.partition(" KF motion s.")[0] for row in rows for p in row.one("th").all("p")] == [
        f"{clause['number']}. {clause['text']}" for clause in told["clauses"]
    ]
    alike = [list(same) for _at, same in groupby(told["clauses"], key=lambda clause: clause["at"])]
    assert [len(row.one("th").all("p")) for row in rows] == [len(same) for same in alike] == [3]
    ids = [one.attributes["id"] for one in table.all() if "id" in one.attributes]
    assert [sum(id.startswith(f"sats-{clause['number']}-") for id in ids) for clause in told["clauses"]] == [
        len(told["items"])
    ] * 3, "who reported a cell of a clause that shares its row is still led there"
    empty = [len(row.all("span", class_="nothing")) for row in rows]
    assert empty == [same[0]["at"].count(None) for same in alike]
    assert not table.all("span", class_="decides"), "the council has not decided"


def test_proposals_are_compared_with_proposals_clause_by_clause(client: TestClient, page: Element) -> None:
    link = page.one("section", aria_labelledby="att-satser").one("p", class_="note").one("a").attributes["href"]
    compared = read(client.get(link).text)
    told = client.get(f"/api/v1/cases/{case_id(client)}?include=wording").json()["wording"]
    sections = compared.all("section", class_="worded")
    assert len(sections) == len(told) > 1
    motion = sections[0]
    assert (
        told[0]["kind"] == "motion"
        and not motion.all("ol")
        and not any("steg 1," in h.text for h in compared.all("h3"))
    )
    for section, one in zip(sections, told, strict=True):
        words = [p for p in section.all("p", class_="words") if "before" not in p.attributes["class"]]
        after = [p.text for p in words if not p.all(class_="nothing")]
        assert " ".join(after).split() == one["text"].split()
    assert compared.all("del") and compared.all("ins")
    assert client.get("/arenden/alnsjo/inget/jamfor").status_code == 404


def test_two_sentences_say_what_the_matter_came_to_and_lead_to_their_sources(client: TestClient, page: Element) -> None:
    said = page.one("p", class_="summary")
    assert said.text.startswith(
        "Motionen är undertecknad av Elsa Brandfors (C) och Nils-Erik Hallkvist (C) och väcktes den "
    )
    assert said.text.endswith(
        " föreslår att motionen besvaras, men beslutet av kommunfullmäktige finns inte i registret."
    )
    assert len(said.all("a")) == 5 and all("/sida/" in a.attributes["href"] for a in said.all("a"))


def test_a_source_names_its_document_and_a_folded_paragraph_still_tells_its_outcome_and_who_reserved(
    page: Element,
) -> None:
    named = [
        a.text for a in page.one("section", aria_labelledby="paragrafer").all("a") if "/sida/" in a.attributes["href"]
    ]
    assert named and all(re.fullmatch(r"(?:[\w-]+ )*s\.\xa0\d+", name.replace("s. ", "s.\xa0")) for name in named)
    assert any(name.startswith("KS protokollsutdrag s.") for name in named)
    folds = page.all("details", class_="paragraf")
    assert folds and not any("open" in fold.attributes for fold in folds)
    board = folds[-1].all("summary")[0].text
    assert "Föreslår att motionen besvaras." in board and "reserverade sig." in board
    assert "Lovisa Hammarqvist (C) och Birgitta Söderhäll (V) reserverade sig." in folds[0].all("summary")[0].text


def test_what_is_missing_is_asked_for_by_a_letter_that_names_it(page: Element) -> None:
    letters = [a.attributes["href"] for a in page.one("section", aria_labelledby="saknas").all("a")]
    assert letters and all(letter.startswith(f"mailto:{CONTACT}?subject=Beg") for letter in letters)
    assert all(NUMBER in letter and "2%20kap.%2018" in letter for letter in letters)


def test_a_motion_that_is_here_is_not_asked_for_by_the_day_that_it_bears(client: TestClient) -> None:
    held = client.get(f"/api/v1/cases/{case_id(client)}?include=documents,items").json()
    motion = next(document for document in held["documents"] if document["kind"] == "motion")
    spoken_of = {**held["items"][0]["references"][0], "role": "basis", "verdict": "none", "kind": "motion"}

    def asked_for(day: str | None) -> list[str]:
        items = [{"references": [{**spoken_of, "text": "Motion", "date": day}]}]
        return [paper.name for paper in missing_papers(held, [], cast(list[ItemRow], items), [motion], None)]

    assert (asked_for(motion["date"]), asked_for(None), asked_for("2020-01-01")) == ([], [], ["Motion"])


def test_a_button_prints_the_page_and_the_policy_lets_its_lines_run_alone(client: TestClient, page: Element) -> None:
    lines = next(script.text for script in page.all("script") if "type" not in script.attributes)
    digest = base64.b64encode(hashlib.sha256(lines.encode()).digest()).decode()
    policy = client.get(ADDRESS).headers["content-security-policy"]
    assert policy.endswith(f"; script-src 'sha256-{digest}'") and "default-src 'none'" in policy
    assert "hidden" in page.one("button", class_="print").attributes and "print()" in lines


def test_others_may_frame_the_card_and_show_the_chain(client: TestClient, page: Element) -> None:
    card = client.get(f"{ADDRESS}/kort")
    assert "frame-ancestors *" in card.headers["content-security-policy"]
    assert read(card.text).one("h1").text == page.one("h1").text and not read(card.text).all("header")
    picture = client.get(f"{ADDRESS}/kedja.svg")
    assert (
        picture.headers["content-type"] == "image/svg+xml"
        and "style-src 'sha256-" in picture.headers["content-security-policy"]
    )
    links = [a.attributes["href"] for a in read(picture.text).all("a")]
    assert links == [f"http://testserver{ADDRESS}#steg-{n + 1}" for n in range(len(steps(page)))]
    assert "--accent:" in picture.text and ".chain {" in picture.text
    assert client.get("/arenden/alnsjo/inget/kedja.svg").status_code == 404


def test_machines_read_what_the_matter_is_and_no_title_ends_the_element(client: TestClient, page: Element) -> None:
    described = json.loads(page.one("script", type="application/ld+json").text)
    assert described["@id"].endswith(ADDRESS) and NUMBER in described["identifier"]
    assert all(client.get(part["url"].partition("testserver")[2]).status_code == 200 for part in described["hasPart"])
    case = client.get(f"/api/v1/cases/{case_id(client)}").json()
    hostile = {**case, "title": "</script><b>&", "first_date": None, "last_date": None}
    text = matter_json_ld(cast(CaseRow, hostile), [], "https://alnsjo.example/a", "https://alnsjo.example")
    assert "<" not in text and json.loads(text)["name"] == "</script><b>&" and "dateCreated" not in json.loads(text)


def test_a_cell_is_named_by_its_bodys_letters_and_as_its_anchor_where_they_are_anothers_too() -> None:
    bodies = {"a": "Barn- och utbildningsnämnden", "b": "Bygg- och utvecklingsnämnden", "c": "Kommunstyrelsen"}
    items = [
        {"id": id, "body": {"name": name}, "date": date(2025, 9, 17), "number": "74"} for id, name in bodies.items()
    ]
    assert cell_ends(cast(list[ItemRow], items)) == {
        "a": "barn-och-utbildningsnamnden-2025-09-17-74",
        "b": "bygg-och-utvecklingsnamnden-2025-09-17-74",
        "c": "ks-2025-74",
    }


@pytest.mark.parametrize("language", ["", "/en"])
def test_the_page_weighs_no_more_than_a_page_may(client: TestClient, language: str) -> None:
    assert len(client.get(f"{language}{ADDRESS}").content) < 60_000


def test_a_matter_of_twenty_paragraphs_weighs_no_more_as_it_is_sent(using: Settings, stores: Stores) -> None:
    """Packed, as every browser takes it; style sheet and typefaces, which a reader has from the first page on, not counted."""
    who = [person("Mira Tallbo (C)"), person("Bo Ås (M)")]
    told = [f"{one.name} yrkar bifall till motionen, rad {n}." for n, one in enumerate(who)]
    extracts = [
        extract(
            "Kommunstyrelsen",
            f"2025-{1 + n // 2:02}-{10 + n % 2:02}",
            item(
                str(100 + n),
                "Motion om skuggande träd på kommunens skolgårdar och lekplatser",
                case_numbers=("KS-2025-00007",),
                decisions=(decision("Kommunstyrelsen", Outcome.BORDLAGGNING),),
                outcome=Outcome.BORDLAGGNING,
                yrkanden=tuple(
                    Yrkande(Stance.BIFALL, text, at(text), (one,)) for text, one in zip(told, who, strict=True)
                ),
            ),
        )
        for n in range(20)
    ]
    file(stores, bundle(*extracts))
    with TestClient(create_app(using)) as client:
        answer = client.get("/arenden/alnsjo/ks-2025-00007", headers={"Accept-Encoding": "gzip"})
    assert answer.headers["content-encoding"] == "gzip" and answer.text.count('class="paragraf"') == 20
    assert int(answer.headers["content-length"]) < 60_000
    lanes = read(answer.text).one("svg", class_="chain").all("text", class_="body")
    assert [lane.text for lane in lanes] == ["Kommunstyrelsen"] * 2, "named at either end, as it is rolled"


def test_a_source_is_found_by_the_beginning_of_its_files_hash_and_by_the_whole(
    client: TestClient, page: Element
) -> None:
    link = page.all("cite")[-1].all("a")[0].attributes["href"]
    at, _, beginning = link.partition("&fil=")
    assert len(beginning) == 8
    shown = client.get(link)
    assert "/pages/" in shown.text and shown.status_code == 200
    whole = shown.text.partition("file=")[2][:64]
    assert whole.startswith(beginning) and client.get(f"{at}&fil={whole}").status_code == 200
    assert client.get(f"{at}&fil={'0' * 8}").status_code == 404


def test_what_the_council_tabled_has_been_with_the_council_and_long_words_are_folded(
    using: Settings, stores: Stores
) -> None:
    words = "Mira Tallbo (C) yrkar bifall till motionen. " * 12
    tabled = item(
        "248",
        "Motion om träd",
        case_numbers=("KS-2025-00007",),
        decisions=(decision("Kommunfullmäktige", Outcome.BORDLAGGNING),),
        outcome=Outcome.BORDLAGGNING,
        yrkanden=(Yrkande(Stance.BIFALL, words, at(words), (person("Mira Tallbo (C)"),), target="motionen"),),
        statements=(
            Statement(
                StatementKind.DELTAR_EJ,
                "Bo Ås (M) deltar inte i beslutet.",
                at("Bo Ås"),
                people=(person("Bo Ås (M)"),),
                attribution=Attribution.NAMED,
            ),
            Statement(
                StatementKind.DELTAR_EJ,
                "Vi i Centerpartiet deltar inte.",
                at("Vi i"),
                parties=("C",),
                attribution=Attribution.INFERRED,
                inferred_from="Vi i Centerpartiet",
            ),
        ),
    )
    file(stores, bundle(extract("Kommunfullmäktige", "2025-06-11", tabled)))
    with TestClient(create_app(using)) as client:
        page = read(client.get("/arenden/alnsjo/ks-2025-00007").text)
        met = read(client.get("/sammantraden/alnsjo/kommunfullmaktige/2025-06-11").text).one("main").text
        listed = read(client.get("/yttranden").text).one("main").text
    assert "Bo Ås (M) deltog inte i beslutet" in met and "Bo Ås (M) deltar inte i beslutet" in listed
    told = page.one("section", aria_labelledby="paragrafer").text
    assert "Bo Ås (M) deltar inte i beslutet" in told and "från Centerpartiet, av texten att döma" in told
    assert "(C) deltar inte" not in told and "(C) deltog inte" not in met, "nobody said whose words they are"
    assert page.one("p", class_="summary").text == (
        "Kommunfullmäktige § 248 beslutar att ärendet bordläggs,"
        " men något beslut som avgör ärendet finns inte i registret."
    )
    folded = page.one("section", aria_labelledby="paragrafer").one("article").one("details")
    assert folded.one("summary").text == "Läs hela texten (84 ord)"
    assert folded.one("blockquote").text == words.strip()
