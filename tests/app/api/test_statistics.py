"""Each number is how many rows the list that it names has."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from starlette.testclient import TestClient

from app import acts
from app.acts.acting import Actor
from app.db import Stores, writing
from app.journal.append import release
from app.main import create_app
from app.pages.figure_links import list_page
from app.projection.public import publish
from app.queries.statistics.coverage import gaps
from app.register.municipalities import Municipality
from app.schemas.statistics import FIGURES, STATISTICS
from app.settings import Settings
from importers.bundle import (
    Ballot,
    BallotChoice,
    Bundle,
    DocumentKind,
    Doubt,
    Outcome,
    Place,
    Reservation,
    Severity,
    Source,
    Stance,
    Statement,
    StatementKind,
    Unread,
    Vote,
    Yrkande,
)
from importers.doubts import DoubtCode
from tests.app.filing import file
from tests.app.register.saying import (
    SOMEWHERE,
    answer,
    at,
    bundle,
    decision,
    extract,
    item,
    motion,
    person,
    proposal,
    raised,
)

ELSEWHERE = Municipality("x-bergby", "Bergby", "bergby")
ANNA = Actor("anna", "prov")


def counts(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict) and value.keys() == {"n", "list"}:
        yield value
    elif isinstance(value, dict | list):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from counts(inner)


def rows_of(client: TestClient, kind: str, **asked: Any) -> list[dict[str, Any]]:
    answered = client.get(f"/api/v1/statistics/{kind}", params={"limit": 500, **asked})
    assert answered.status_code == 200, answered.text
    found: list[dict[str, Any]] = answered.json()[kind]
    return found


# What a page says of its list.
_COUNTED = re.compile(r"(\d+) (?:motion|sammanträd|träff|votering)")


def walk(client: TestClient) -> int:
    """Count every number of every kind in its list; how many were counted."""
    described = client.get("/api/v1/openapi.json").json()
    met: dict[str, int] = {}
    for kind in STATISTICS:
        for asked in ({}, {"year": 2025}):
            answered = client.get(f"/api/v1/statistics/{kind}", params={"limit": 500, **asked})
            schema = {"$ref": f"#/components/schemas/{FIGURES[kind].__name__}", "components": described["components"]}
            Draft202012Validator(schema).validate(answered.json())
            for number in counts(answered.json()[kind]):
                if number["list"] not in met:
                    listed = client.get(number["list"])
                    assert listed.status_code == 200, (number, listed.text)
                    met[number["list"]] = listed.json()["total"]
                    if (page := list_page(number)) == number["list"]:
                        assert not page.startswith(("/api/v1/documents", "/api/v1/findings", "/api/v1/items")), page
                    else:
                        told = _COUNTED.search(html.unescape(client.get(page).text))
                        assert told and int(told[1]) == number["n"], (page, number)
                assert met[number["list"]] == number["n"], (kind, number)
    return len(met)


@pytest.fixture
def asking(using: Settings, stores: Stores) -> Iterator[TestClient]:
    with TestClient(create_app(using), follow_redirects=False) as client:
        yield client


def reserved(*people: str, parties: tuple[str, ...] = ()) -> Reservation:
    words = f"{', '.join((*people, *parties))} reserverar sig"
    return Reservation(words, at(words), tuple(map(person, people)), parties=parties)


def moved(stance: Stance, *people: str) -> Yrkande:
    words = f"{', '.join(people)} yrkar {stance}"
    return Yrkande(stance, words, at(words), tuple(map(person, people)), target="motionen")


def told(number: int, title: str, date: str, proposed: Outcome, decided: Outcome, *movers: str, **more: Any) -> Any:
    """A motion with its paper, the board's § and the council's, in one file."""
    case, title = (f"KS-2025-{number:05}",), f"{title} i kommunens parker och på dess skolgårdar"
    answers = (answer(f"om {title}", *movers),)
    board = item(
        str(number),
        f"Svar på motion om {title}",
        case_numbers=case,
        answers=answers,
        decisions=(proposal("Kommunstyrelsen", "kommunfullmäktige", proposed),),
        outcome=proposed,
        earlier=(raised(date),),
        yrkanden=(moved(Stance.BIFALL, *movers), moved(Stance.AVSLAG, "Tor Gran (M)", "Pia Moln (KD)")),
        reservations=(reserved("Tor Gran (M)"), reserved("Pia Moln (KD)"), reserved(parties=("S", "V"))),
    )
    council = item(
        str(number + 100),
        f"Svar på motion om {title}",
        case_numbers=case,
        answers=answers,
        decisions=(decision("Kommunfullmäktige", decided),),
        outcome=decided,
        **more,
    )
    return bundle(
        motion(f"Motion om {title}", date, *movers),
        extract("Kommunstyrelsen", "2025-09-03", board),
        replace(extract("Kommunfullmäktige", "2025-09-29", council), kind=DocumentKind.PROTOKOLL),
        digest=f"{number:064}",
    )


@pytest.fixture
def filed(asking: TestClient, stores: Stores) -> TestClient:
    """Four motions in two municipalities: one against the board after a vote, one undecided, one without a day."""
    ballots = tuple(
        Ballot(name, choice, at(name), party)
        for name, party, choice in (("Tor Gran", "M", BallotChoice.YES), ("Elsa Bäck", "C", BallotChoice.NO))
    )
    vote = Vote(at("votering"), question="motionen", yes=20, no=31, ballots=ballots)
    spoke = Statement(StatementKind.SARSKILT_YTTRANDE, "Vi ville mer.", at("Vi ville mer."), (person("Elsa Bäck (C)"),))
    against = told(
        1,
        "träd",
        "2025-02-10",
        Outcome.AVSLAG,
        Outcome.BIFALL,
        "Elsa Bäck (C)",
        "Ulf Ek (S)",
        votes=(vote,),
        statements=(spoke,),
    )
    file(stores, against)
    file(stores, told(2, "bänkar", "2024-11-04", Outcome.BESVARA, Outcome.BESVARA, "Ulf Ek (S)"))
    file(stores, told(3, "gungor", "2025-03-10", Outcome.BIFALL, Outcome.BIFALL, "Ida Alm"), ELSEWHERE)
    waiting = item(
        "7",
        "Svar på motion om dammar",
        answers=(answer("om dammar", "Elsa Bäck (C)"),),
        case_numbers=("KS-2025-00009",),
    )
    file(stores, bundle(extract("Kommunstyrelsen", "2025-10-01", waiting), digest="9" * 64))
    return asking


def test_every_number_is_that_of_its_list_whatever_people_and_bodies_became(filed: TestClient, stores: Stores) -> None:
    acts.rename(stores, SOMEWHERE, "Kommunstyrelsen", "Stadsstyrelsen", ANNA)
    acts.divide(stores, SOMEWHERE, "Kommunfullmäktige", ["Fullmäktige norr", "Fullmäktige söder"], ANNA)
    acts.merge(stores, "Elsa Bäck (C)", "Ulf Ek (S)", ANNA)
    assert walk(filed) > 80


def test_figures_tell_what_was_done_and_what_lacks(filed: TestClient) -> None:
    board, council = rows_of(filed, "coverage", municipality="alnsjo", year=2025)[::-1]
    assert (board["body"]["name"], board["meetings"]["n"], board["extracts"]["n"], board["minutes"]["n"]) == (
        "Kommunstyrelsen",
        2,
        3,
        0,
    )
    assert (board["first_number"], board["last_number"], board["gaps"], board["missing"]) == (
        1,
        7,
        [{"first": 3, "last": 6}],
        4,
    )
    assert (council["minutes"]["n"], council["first_date"], board["without_outcome"]["n"]) == (2, "2025-09-29", 1)
    (reversal,) = rows_of(filed, "reversals", municipality="alnsjo")
    assert (reversal["items_against_board"]["n"], reversal["votes"]["n"], reversal["votes_against_board"]["n"]) == (
        1,
        1,
        1,
    )
    fates = {
        (row["party"], row["year"], row["outcome"]): (row["motions"]["n"], row["of"]["n"])
        for row in rows_of(filed, "outcomes")
    }
    assert fates[("S", 2025, "bifall")] == fates[("C", 2025, "bifall")] == (1, 1)
    assert fates[("S", 2024, "besvara")] == fates[(None, 2025, "bifall")] == (1, 1)
    assert fates[("C", None, None)] == (1, 1)
    days = {
        row["year"]: (row["decided"]["n"], row["median"]) for row in rows_of(filed, "durations", municipality="alnsjo")
    }
    assert days == {2024: (1, 329), 2025: (1, 231), None: (0, None)}
    pairs = {
        (row["kind"], row["party"], row["other"]): (row["items"]["n"], row["together"]["n"])
        for row in rows_of(filed, "pairs", municipality="alnsjo")
    }
    assert pairs[("reservations", "KD", "M")] == (2, 0) and pairs[("reservations", "S", "V")] == (2, 2)
    assert pairs[("yrkanden", "KD", "M")] == (2, 2) and pairs[("yrkanden", "C", "M")] == (1, 0)
    (elsa,) = [row for row in rows_of(filed, "activity") if row["person"]["name"] == "Elsa Bäck" and row["votes"]["n"]]
    assert (elsa["body"]["kind"], elsa["statements"]["n"], elsa["yrkanden"]["n"]) == ("council", 1, 0)


def test_what_was_not_read_is_told_of_the_pages_of_published_papers_alone(asking: TestClient, stores: Stores) -> None:
    def unsure() -> list[tuple[int, int]]:
        return [(row["unread_lines"], row["doubts"]) for row in rows_of(asking, "coverage")]

    file(stores, unsure_of(board_and_council(), 1, 1, 2, doubts=((1,), (1, 2), (2,), ())), released=False)
    assert unsure() == []
    with writing(stores.desk) as session:
        release(session, 2, (1, 1), "anna", "prov")
    publish(stores)
    assert unsure() == [(2, 1)]
    file(stores, unsure_of(board_and_council("b"), 2, doubts=((1, 2), (2,))))
    assert sorted(unsure()) == [(1, 1), (2, 1)]
    (told,) = asking.get("/api/v1/statistics/coverage.csv?body=kommunstyrelsen").text.splitlines()[1:]
    by_name = {"has_unread_lines": ("unread_lines", "olästa rader", 3), "has_doubts": ("doubts", "tvivel", 2)}
    for asked, (told_as, word, total) in by_name.items():
        with_any, without = (
            asking.get(f"/api/v1/documents?{asked}={value}").json()["documents"] for value in ("true", "false")
        )
        leads = [paper["appearances"][0][told_as] for paper in with_any]
        assert (sum(leads), min(leads) > 0, len(with_any) + len(without)) == (total, True, 3)
        shown = html.unescape(asking.get(f"/handlingar?{'tvivel' if word == 'tvivel' else 'olasta'}=1").text)
        assert f"{total} {word}" in shown and f"{len(with_any)} träffar" in shown
    named = asking.get("/api/v1/statistics/coverage.csv").text.splitlines()[0].split(",")
    assert dict(zip(named, told.split(","), strict=True))["unread_lines"] == "2"
    file(stores, bundle(extract("Kommunstyrelsen", "2024-03-03"), digest="c" * 64))
    unread = asking.get("/statistik/tackning?ar=2024").text
    assert "framgår inte: ingen § är läst" in unread and "ingen</span>" not in unread


def board_and_council(digest: str = "f") -> Bundle:
    """A file of two papers, a page each."""
    papers = [extract(body, "2025-03-03", item(digest, "Torget")) for body in ("Kommunstyrelsen", "Kommunfullmäktige")]
    return bundle(*papers, digest=digest * 64)


def unsure_of(read: Bundle, *unread: int, doubts: tuple[tuple[int, ...], ...]) -> Bundle:
    """The reading with unread lines on these pages, and doubts that tell of these."""

    def on(*pages: int) -> Source:
        return Source("…", tuple(Place(page, 1, (10.0, 20.0, 30.0, 40.0)) for page in pages))

    lines = tuple(Unread("…", on(page)) for page in unread)
    unsure = tuple(Doubt(DoubtCode.TITLE_MENDED, Severity.NOTE, sources=tuple(map(on, pages))) for pages in doubts)
    return replace(read, unread=lines, doubts=unsure)


def test_a_name_that_nothing_here_bears_is_refused_with_those_that_are(filed: TestClient) -> None:
    refused = filed.get("/api/v1/statistics/coverage?body=kanotklubben")
    assert (refused.status_code, "kommunstyrelsen" in refused.json()["detail"]) == (400, True)


def test_gaps_are_the_ranges_of_numbers_that_lack_from_1() -> None:
    assert gaps({7, 1, 2, 5}) == [{"first": 3, "last": 4}, {"first": 6, "last": 6}]
    assert gaps({4}) == [{"first": 1, "last": 3}]
    assert gaps(()) == gaps({1}) == []
