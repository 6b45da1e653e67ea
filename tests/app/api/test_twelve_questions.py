"""Twelve questions of somebody who has read `/data`, and what it links to, and nothing else: each is answered by one address
that stands explained there, and the whole answer is held.

Asked of the example with what it lacks beside it: a motion of the same party that the council answered while somebody reserved
themselves, a matter where the council voted against the board, who was present, and a title that somebody put right.
"""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
import sqlite3
import xml.etree.ElementTree as ET
import zipfile
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit

import pytest
from starlette.testclient import TestClient

from app import acts
from app.acts import Actor
from app.db import Stores, writing
from app.main import create_app
from app.models.journal import entries
from app.register.municipalities import municipality
from app.resources import example
from app.settings import Settings
from importers.bundle import Attendance, Outcome, Person, Presence, Reservation, Vote
from tests.app.days import Told
from tests.app.filing import file, rows
from tests.app.importing import import_file
from tests.app.register.saying import answer, at, bundle, decision, extract, item, motion, person, proposal, raised
from tests.app.served import NUMBER
from tests.conftest import ON_ONE_STORE

ALNSJO = municipality("Alnsjö kommun")
ANNA = Actor("anna", "prov")
MET = ("Kommunstyrelsen", "2025-11-06")
BRIDGE, BUSES = "KS-2025-00077", "KS-2025-00088"
ATOM = "{http://www.w3.org/2005/Atom}"
Read = Callable[[str], Any]


def listed(text: str) -> list[dict[str, Any]]:
    """The rows of a list, or figures, whatever they are called."""
    return next(value for value in json.loads(text).values() if isinstance(value, list))


def table(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def feed(text: str) -> list[str]:
    return [str(one.findtext(f"{ATOM}summary")) for one in ET.fromstring(text).iter(f"{ATOM}entry")]


@dataclass(frozen=True)
class Asked:
    """An address, and what its reader takes of the answer; `since` stands for the beginning of the day, as the reader has it."""

    address: str
    of: dict[str, str]
    read: Read
    answered: Any


QUESTIONS: dict[str, Asked] = {
    "which motions of the Centre Party's, raised in 2025, ended as answered while somebody reserved themselves": Asked(
        "/api/v1/motions",
        {
            "party": "C",
            "raised_from": "2025-01-01",
            "raised_to": "2025-12-31",
            "outcome": "besvara",
            "has_reservation": "true",
        },
        lambda text: [(row["title"], row["case"]["number"]) for row in listed(text)],
        [("Motion om fria bussresor", BUSES)],
    ),
    "in which votes the council went against the board, as a table": Asked(
        "/api/v1/votes.csv",
        {"against_board": "true"},
        lambda text: [(row["question"], row["yes"], row["no"], row["item.date"]) for row in table(text)],
        [("Bron", "20", "31", "2025-12-15")],
    ),
    "who was present at a meeting": Asked(
        "/api/v1/presences",
        {"body": "ks", "from": "2025-11-06", "to": "2025-11-06"},
        lambda text: sorted((row["person"]["name"], row["role"]) for row in listed(text)),
        [("Anna Ek", "member"), ("Mira Tallbo", "chair")],
    ),
    "which matters are about trees, in any inflection": Asked(
        "/api/v1/cases",
        {"q": "trädens"},
        lambda text: [row["number"] for row in listed(text)],
        [NUMBER],
    ),
    "what is new since the day began, and what changed": Asked(
        "/api/v1/changes.atom",
        {"updated_since": "since"},
        lambda text: [summary.partition("då tillkom ")[2] for summary in feed(text)],
        [
            "Kommunfullmäktige § 9, 15 december 2025: beslutar om bifall."
            " Kommunstyrelsen § 205, 6 november 2025: Rättad, rubrik: ”Ny bro över ån”. Läst var ”Bro”."
        ],
    ),
    "which §§ of the council's year are not here": Asked(
        "/api/v1/statistics/coverage",
        {"body": "kf", "year": "2025"},
        lambda text: [(row["gaps"], row["missing"], row["minutes"]["n"]) for row in listed(text)],
        [([{"first": 1, "last": 8}, {"first": 10, "last": 100}], 99, 0)],
    ),
    "which parties reserved themselves against the board's proposal": Asked(
        "/api/v1/reservations",
        {"case": "ks-2025-42", "body": "ks"},
        lambda text: sorted(row["parties"] for row in listed(text)),
        [[], ["MP", "V"]],
    ),
    "who wanted the motion rejected": Asked(
        "/api/v1/yrkanden",
        {"stance": "avslag", "body": "ks"},
        lambda text: [mover["name"] for row in listed(text) for mover in row["movers"]],
        ["Ann-Sofie Tegnér"],
    ),
    "where a matter stands, by its number as somebody says it": Asked(
        "/api/v1/cases",
        {"number": "ks 2025 42"},
        lambda text: [(row["number"], row["status"], row["next"]["body"]) for row in listed(text)],
        [(NUMBER, "awaiting", "Kommunfullmäktige")],
    ),
    "what people have put right": Asked(
        "/api/v1/corrections",
        {"municipality": "Alnsjö"},
        lambda text: [(row["replaced"], row["correction"]["new"]) for row in listed(text)],
        [("Bro", "Ny bro över ån")],
    ),
    "which motions' year was over on a day": Asked(
        "/api/v1/motions",
        {"overdue": "true", "today": "2026-03-01", "sort": "id"},
        lambda text: [row["title"] for row in listed(text)],
        ["Motion om skuggande träd på kommunens skolgårdar"],
    ),
    "how the Centre Party's motions ended, and of how many": Asked(
        "/api/v1/statistics/outcomes",
        {"municipality": "alnsjo"},
        lambda text: [
            (row["outcome"], row["motions"]["n"], row["of"]["n"]) for row in listed(text) if row["party"] == "C"
        ],
        [("besvara", 1, 2), (None, 1, 2)],
    ),
}


def answered_with_a_reservation() -> Iterator[Any]:
    """A motion about buses: raised in February, proposed as answered, and answered so in September."""
    about = {"case_numbers": (BUSES,), "answers": (answer("om fria bussresor"),), "outcome": Outcome.BESVARA}
    yield motion("Motion om fria bussresor", "2025-01-20", "Olle Rask (C)")
    proposed = (proposal("Kommunstyrelsen", "kommunfullmäktige", Outcome.BESVARA),)
    board = item(
        "150", "Svar på motion om fria bussresor", decisions=proposed, earlier=(raised("2025-02-10"),), **about
    )
    yield extract("Kommunstyrelsen", "2025-06-17", board)
    against = Reservation(
        "Olle Rask (C) reserverar sig.", at("Olle Rask (C) reserverar sig."), (person("Olle Rask (C)"),)
    )
    decided = (decision("Kommunfullmäktige", Outcome.BESVARA),)
    council = item("101", "Svar på motion om fria bussresor", decisions=decided, reservations=(against,), **about)
    yield extract("Kommunfullmäktige", "2025-09-29", council)


def the_boards_bridge() -> Iterator[Any]:
    """A bridge that the board wants rejected, with those present."""
    present = Attendance(
        chair=Person("Mira Tallbo", "M"),
        members=(Presence(Person("Anna Ek", "S"), serving=True, source=at("Anna Ek")),),
    )
    proposed = proposal("Kommunstyrelsen", "kommunfullmäktige", Outcome.AVSLAG)
    board = item("205", "Bro", case_numbers=(BRIDGE,), decisions=(proposed,), outcome=Outcome.AVSLAG)
    yield replace(extract("Kommunstyrelsen", "2025-11-06", board), attendance=present)


def the_councils_bridge() -> Iterator[Any]:
    """The same bridge, which the council approves after a vote."""
    vote = Vote(at("votering"), question="Bron", yes=20, no=31)
    decided = decision("Kommunfullmäktige", Outcome.BIFALL)
    council = item("9", "Bro", case_numbers=(BRIDGE,), decisions=(decided,), outcome=Outcome.BIFALL, votes=(vote,))
    yield extract("Kommunfullmäktige", "2025-12-15", council)


@dataclass(frozen=True)
class Newcomer:
    client: TestClient
    since: str

    def ask(self, one: Asked) -> str:
        query = {name: self.since if value == "since" else value for name, value in one.of.items()}
        got = self.client.get(f"{one.address}?{urlencode(query)}")
        assert got.status_code == 200, got.text
        return got.text


@pytest.fixture
def newcomer(using: Settings, stores: Stores) -> Iterator[Newcomer]:
    with writing(stores.desk) as session:
        session.execute(entries.update().values(at="2026-01-11T12:00:00.000000Z"))
    Told(stores).file("2026-01-12", bundle(*the_boards_bridge(), digest="2" * 64))
    import_file(stores, using, example().read_bytes(), "exempel.pdf", "anna", ALNSJO)
    file(stores, bundle(*answered_with_a_reservation(), digest="1" * 64), ALNSJO)
    wrong = next(row for row in rows(stores.desk)["items"] if row["number"] == "205")
    acts.correct(stores, str(wrong["id"]), "title", "Ny bro över ån", ANNA)
    since = dt.datetime.now(dt.UTC).isoformat().replace("+00:00", "Z")
    file(stores, bundle(*the_councils_bridge(), digest="3" * 64), ALNSJO)
    with TestClient(create_app(using), follow_redirects=False) as client:
        yield Newcomer(client, since)


def test_a_newcomer_is_answered_each_question_whole(newcomer: Newcomer) -> None:
    assert len(QUESTIONS) == 12
    answers = {question: one.read(newcomer.ask(one)) for question, one in QUESTIONS.items()}
    assert answers == {question: one.answered for question, one in QUESTIONS.items()}


IN_SQL: dict[str, list[tuple[Any, ...]]] = {
    "SELECT title, case_number FROM motions_in_words AS m WHERE outcome = 'besvarad' AND raised LIKE '2025%' AND EXISTS"
    " (SELECT 1 FROM reservations_in_words AS r WHERE r.case_numbers LIKE '%' || m.case_number || '%')": [
        ("Motion om fria bussresor", BUSES)
    ],
    "SELECT name, party, role FROM presences WHERE body = 'Kommunstyrelsen' AND date = '2025-11-06' ORDER BY name": [
        ("Anna Ek", "S", "ledamot"),
        ("Mira Tallbo", "M", "ordförande"),
    ],
    "SELECT question, yes, no, body, date, case_numbers FROM votes_in_words": [
        ("Bron", 20, 31, "Kommunfullmäktige", "2025-12-15", BRIDGE)
    ],
    f"SELECT body, does, outcome FROM items_in_words WHERE case_numbers = '{BRIDGE}' ORDER BY date": [
        ("Kommunstyrelsen", "föreslår", "avslag"),
        ("Kommunfullmäktige", "beslutar", "bifall"),
    ],
    "SELECT movers FROM yrkanden_in_words WHERE stance = 'avslag' AND body = 'Kommunstyrelsen'": [
        ("Ann-Sofie Tegnér (SD)",)
    ],
    f"SELECT status FROM cases_in_words WHERE number = '{NUMBER}'": [("väntar på beslut",)],
}


def test_a_newcomers_first_sql_is_answered_by_views(newcomer: Newcomer, tmp_path: Path) -> None:
    file = tmp_path / "diarium.db"
    file.write_bytes(newcomer.client.get("/data/diarium.db").content)
    with closing(sqlite3.connect(file)) as opened:
        assert {sql: opened.execute(sql).fetchall() for sql in IN_SQL} == IN_SQL
    joined_in_the_package(newcomer.client.get("/data/diarium.zip").content)


def joined_in_the_package(zipped: bytes) -> None:
    """The questions that take more lists than one, answered as the package's README says."""
    with zipfile.ZipFile(io.BytesIO(zipped)) as package:
        lists = {
            name: table(package.read(f"data/{name}.csv").decode())
            for name in ("motions", "reservations", "findings", "votes", "items", "presences", "changes")
        }
        assert "`council_against_board`; `at.id`" in package.read("README.md").decode()
    reserved = {case for row in lists["reservations"] for case in row["cases.id"].split("; ")}
    answered = [row for row in lists["motions"] if row["outcome"] == "besvara" and row["case.id"] in reserved]
    assert [(row["title"], row["movers.party"]) for row in answered] == [("Motion om fria bussresor", "C")]
    against = {row["at.id"] for row in lists["findings"] if row["code"] == "council_against_board"}
    assert [(row["question"], row["no"]) for row in lists["votes"] if row["item.id"] in against] == [("Bron", "31")]
    there = [row for row in lists["presences"] if (row["meeting.body.name"], row["meeting.date"]) == MET]
    assert sorted(row["person.name"] for row in there) == ["Anna Ek", "Mira Tallbo"]
    of_council = {row["number"] for row in lists["items"] if row["body.name"] == "Kommunfullmäktige"}
    assert {"9", "101"} <= of_council and "10" not in of_council
    assert lists["changes"][-1]["case.number"] == BRIDGE


@ON_ONE_STORE
def test_what_a_newcomer_asks_with_stands_explained(newcomer: Newcomer) -> None:
    read = newcomer.client.get("/data").text
    described = newcomer.client.get("/api/v1/openapi.json").json()["paths"]
    for one in QUESTIONS.values():
        address, _, ending = one.address.partition(".")
        name = address.rpartition("/")[2]
        assert f"<code>{name}</code>" in read or address in read
        assert not ending or f"<code>.{ending}</code>" in read
        if "statistics" in address:
            explained = {parameter["name"] for parameter in described[address]["get"]["parameters"]}
        else:
            shown = f"{read}{newcomer.client.get(f'/data/listor/{name}').text}"
            explained = {parameter for parameter in one.of if f"<code>{parameter}</code>" in shown}
        assert set(one.of) <= explained, one.address


def test_each_number_is_that_of_the_list_it_leads_to(newcomer: Newcomer) -> None:
    outcomes = newcomer.client.get("/api/v1/statistics/outcomes?municipality=alnsjo").json()["outcomes"]
    numbers = [row[name] for row in outcomes for name in ("motions", "of")]
    assert numbers
    for number in numbers:
        assert "limit" not in dict(parse_qsl(urlsplit(number["list"]).query))
        assert newcomer.client.get(number["list"]).json()["total"] == number["n"]
