"""Clause by §, and the words from station to station, asked of a register."""

from __future__ import annotations

import itertools
from dataclasses import replace

import pytest

from app.db import Stores, reading
from app.queries.cases import find
from app.queries.documents import documents_of_matter
from app.queries.items import items_of_matter
from app.queries.ledger import ledger
from app.queries.path import path
from app.queries.wording import wording
from app.schemas.rows import Ledger, Worded
from importers.bundle import Basis, Clause, Decision, Item, Mode, Outcome, Stance, Yrkande
from tests.app.filing import file
from tests.app.register.saying import answer, at, basis, bundle, day, extract, item, motion, person, raised

TITLE = "om lövträd på skolgårdar"
MOTION = replace(
    motion(f"Motion {TITLE}", "2025-01-20", "Mira Tallbo (C)"),
    proposals=(
        Clause("att plantera träd.", at("att plantera"), "1"),
        Clause("att redovisa det.", at("att redovisa"), "2"),
    ),
)


def said(mode: Mode, *clauses: tuple[str, Outcome]) -> Decision:
    body, to = ("Kommunstyrelsen", "kommunfullmäktige") if mode is Mode.PROPOSES else ("Kommunfullmäktige", None)
    sentences = tuple(Clause(text, at(text), str(n), outcome) for n, (text, outcome) in enumerate(clauses, start=1))
    return Decision(mode, at("besluta"), "besluta", body, to, (), sentences)


def treated(number: str, decision: Decision, *yrkanden: Yrkande, rests_on: tuple[Basis, ...] = ()) -> Item:
    return item(
        number,
        f"Svar på motion {TITLE} från Mira Tallbo (C)",
        case_numbers=("KS-2025-00042",),
        answers=(answer(TITLE, "Mira Tallbo (C)"),),
        decisions=(decision,),
        yrkanden=yrkanden,
        earlier=(raised("2025-02-10"),),
        basis=rests_on,
    )


FIRST = "att bifalla motionens första att-sats"
REST = "att i övrigt avslå motionen"
BOARDS = basis(
    "Kommunstyrelsens förslag § 88", "forslag", body="kommunstyrelsen", date=day("2025-06-17"), item_number="88"
)
MOVED = Yrkande(Stance.BIFALL, "bifall", at("bifall"), (person("Mira Tallbo (C)"),), target="motionen")


@pytest.fixture
def filed(stores: Stores) -> Stores:
    board = extract(
        "Kommunstyrelsen",
        "2025-06-17",
        treated("88", said(Mode.PROPOSES, ("att avslå motionen", Outcome.AVSLAG)), MOVED),
    )
    council = extract(
        "Kommunfullmäktige",
        "2025-09-01",
        treated("101", said(Mode.DECIDES, (FIRST, Outcome.BIFALL), (REST, Outcome.AVSLAG)), rests_on=(BOARDS,)),
    )
    file(stores, bundle(MOTION, board, council))
    return stores


def asked(stores: Stores) -> tuple[Ledger, list[Worded]]:
    with reading(stores.public) as session:
        (case,) = find(session, "KS-2025-00042")
        documents, items = (of(session, case["matter_id"]) for of in (documents_of_matter, items_of_matter))
        return ledger(documents, items), wording(path(session, case["matter_id"]), documents, items)


def test_each_clause_has_what_was_proposed_by_whom_and_what_came_of_it(filed: Stores) -> None:
    found, _ = asked(filed)
    assert [(c["body"]["name"], c["date"]) for c in found["items"]] == [
        ("Kommunstyrelsen", day("2025-06-17")),
        ("Kommunfullmäktige", day("2025-09-01")),
    ]
    assert [(c["number"], c["text"], c["outcome"]) for c in found["clauses"]] == [
        (1, "att plantera träd.", "bifall"),
        (2, "att redovisa det.", "avslag"),
    ]
    cells = [[(c["scope"], c["outcome"], c["mode"]) for c in clause["at"] if c] for clause in found["clauses"]]
    assert cells == [
        [("whole", "avslag", "proposes"), ("clause", "bifall", "decides")],
        [("whole", "avslag", "proposes"), ("rest", "avslag", "decides")],
    ]
    moved = [[len(c["moved"]) for c in clause["at"] if c] for clause in found["clauses"]]
    assert moved == [[1, 0], [1, 0]]
    first = found["clauses"][0]["at"][0]
    assert first is not None and [p["name"] for p in first["moved"][0]["movers"]] == ["Mira Tallbo"]


def test_a_proposal_is_nothing_that_came_of_a_clause(stores: Stores) -> None:
    proposed = said(Mode.PROPOSES, ("att avslå motionen", Outcome.AVSLAG))
    file(stores, bundle(MOTION, extract("Kommunstyrelsen", "2025-06-17", treated("88", proposed))))
    found, _ = asked(stores)
    assert [clause["outcome"] for clause in found["clauses"]] == [None, None]


def test_the_words_are_told_from_station_to_station(filed: Stores) -> None:
    _, found = asked(filed)
    assert [(w["kind"], w["text"]) for w in found] == [
        ("motion", "att plantera träd.\natt redovisa det."),
        ("item", "att avslå motionen"),
        ("item", f"{FIRST}\n{REST}"),
    ]
    assert [[c["step_id"] for c in w["compared"]] for w in found] == [[], [found[0]["step_id"]], [found[1]["step_id"]]]
    for before, after in itertools.pairwise(found):
        runs = after["compared"][0]["runs"]
        assert " ".join(r["text"] for r in runs if r["change"] != "added").split() == before["text"].split()
        assert " ".join(r["text"] for r in runs if r["change"] != "removed").split() == after["text"].split()
