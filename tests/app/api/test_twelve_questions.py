"""Twelve questions of somebody who has read `/data` and nothing else: each answered by an address that stands there.

Asked of the example with what it lacks beside it: a matter where the council voted against the board, who was present, and
a title that somebody put right. So no answer is empty.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import pytest
from starlette.testclient import TestClient

from app import acts
from app.acts import Actor
from app.db import Stores
from app.main import create_app
from app.register.municipalities import municipality
from app.resources import example
from app.settings import Settings
from importers.bundle import Attendance, Outcome, Person, Presence, Vote
from tests.app.filing import file, rows
from tests.app.importing import import_file
from tests.app.register.saying import at, bundle, decision, extract, item, proposal
from tests.app.served import NUMBER

ALNSJO = municipality("Alnsjö kommun")
ANNA = Actor("anna", "prov")
BRIDGE = "KS-2025-00077"
Answer = Callable[[Any], bool]
QUESTIONS: dict[str, tuple[str, Answer]] = {
    "a party's motions of a year": (
        "/api/v1/motions?party=c&raised_from=2025-01-01&raised_to=2025-12-31",
        lambda rows: [row["title"] for row in rows] == ["Motion om skuggande träd på kommunens skolgårdar"],
    ),
    "what of theirs was proposed as answered, with a reservation": (
        "/api/v1/items?party=Centerpartiet&outcome=besvara&has_reservation=true",
        lambda rows: [row["number"] for row in rows] == ["201", "143"] and all(row["reservations"] for row in rows),
    ),
    "who reserved themselves": (
        "/api/v1/reservations?body=ks",
        lambda rows: sorted(row["parties"] for row in rows) == [[], ["MP", "V"]],
    ),
    "who wanted the motion rejected": (
        "/api/v1/yrkanden?stance=avslag&body=ks",
        lambda rows: [mover["name"] for row in rows for mover in row["movers"]] == ["Ann-Sofie Tegnér"],
    ),
    "where a matter stands, by its number as somebody says it": (
        "/api/v1/cases?number=ks%202025%2042",
        lambda rows: [(row["number"], row["status"]) for row in rows] == [(NUMBER, "awaiting")],
    ),
    "matters about a word in another inflection": (
        "/api/v1/search?q=tr%C3%A4det",
        lambda rows: any(piece["found"] for row in rows for piece in row["title"]),
    ),
    "what is new since yesterday": (
        "/api/v1/changes?since=0",
        lambda rows: (
            [(row["kind"], row["case"]["number"]) for row in rows]
            == [("made", NUMBER), ("made", BRIDGE), ("changed", BRIDGE)]
        ),
    ),
    "what people have put right": (
        "/api/v1/corrections",
        lambda rows: [(row["replaced"], row["correction"]["new"]) for row in rows] == [("Bro", "Ny bro över ån")],
    ),
    "who was present at a meeting": (
        "/api/v1/presences?body=ks&from=2025-11-05&to=2025-11-05",
        lambda rows: sorted(row["person"]["name"] for row in rows) == ["Anna Ek", "Mira Tallbo"],
    ),
    "which §§ of a body's year are here, and which lack": (
        "/api/v1/statistics/coverage?body=ks",
        lambda rows: [(row["year"], row["meetings"]["n"], row["minutes"]["n"]) for row in rows] == [(2025, 1, 0)],
    ),
    "what a careful reader would point at": (
        "/api/v1/findings?case=ks-2025-00042",
        lambda rows: all(row["severity"] for row in rows),
    ),
}


def voted_down(stores: Stores) -> None:
    """A matter that the board wanted rejected and the council approved after a vote, with those present at the board."""
    present = Attendance(
        chair=Person("Mira Tallbo", "M"),
        members=(Presence(Person("Anna Ek", "S"), serving=True, source=at("Anna Ek")),),
    )
    proposed = proposal("Kommunstyrelsen", "kommunfullmäktige", Outcome.AVSLAG)
    board = item("205", "Bro", case_numbers=(BRIDGE,), decisions=(proposed,), outcome=Outcome.AVSLAG)
    vote = Vote(at("votering"), question="Bron", yes=20, no=31)
    decided = decision("Kommunfullmäktige", Outcome.BIFALL)
    council = item("9", "Bro", case_numbers=(BRIDGE,), decisions=(decided,), outcome=Outcome.BIFALL, votes=(vote,))
    papers = (
        replace(extract("Kommunstyrelsen", "2025-11-05", board), attendance=present),
        extract("Kommunfullmäktige", "2025-12-15", council),
    )
    file(stores, bundle(*papers), ALNSJO)


@pytest.fixture
def newcomer(using: Settings, stores: Stores) -> Iterator[TestClient]:
    import_file(stores, using, example().read_bytes(), "exempel.pdf", "anna", ALNSJO)
    voted_down(stores)
    wrong = next(row for row in rows(stores.desk)["items"] if row["number"] == "205")
    acts.correct(stores, str(wrong["id"]), "title", "Ny bro över ån", ANNA)
    with TestClient(create_app(using), follow_redirects=False) as client:
        yield client


def test_a_newcomer_is_answered_and_no_answer_is_empty(newcomer: TestClient) -> None:
    explained, wrong = newcomer.get("/data").text, dict[str, object]()
    for question, (address, right) in QUESTIONS.items():
        assert address.partition("?")[0] in explained
        answer = newcomer.get(address)
        assert answer.status_code == 200, answer.text
        told = next(value for value in answer.json().values() if isinstance(value, list))
        if not told or not right(told):
            wrong[question] = told
    assert wrong == {}


def test_the_votes_where_the_council_went_against_the_board_come_as_a_table(newcomer: TestClient) -> None:
    assert "against_board" in newcomer.get("/openapi.json").text or "against_board" in newcomer.get("/data").text
    answer = newcomer.get("/api/v1/votes.csv?against_board=true")
    (vote,) = csv.DictReader(io.StringIO(answer.text))
    assert {"yes_means", "no_means"} <= set(vote)
    assert (vote["yes"], vote["no"], vote["item.date"]) == ("20", "31", "2025-12-15")
