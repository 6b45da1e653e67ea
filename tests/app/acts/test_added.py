"""Every fact that is shown can be put right, added and removed; at the fact stands what was read, by whom and why."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest
from starlette.testclient import TestClient

from app import acts
from app.acts import Actor
from app.db import Stores, reading
from app.errors import BadParameter, NothingNew, WrongUse
from app.installation.renewing import rebuild_all
from app.journal.scope import RegisterScope
from app.main import create_app
from app.queries.cases import find
from app.queries.correction_log import correction_log
from app.queries.documents import documents_by_id
from app.queries.items import items_of_matter
from app.queries.overtaken_corrections import acts_overtaken
from app.register.amending import ADDABLE
from app.register.correctable import ADDED
from app.settings import Settings
from importers.bundle import (
    Attendance,
    Attribution,
    Ballot,
    BallotChoice,
    Basis,
    Outcome,
    Presence,
    Proposition,
    Reservation,
    Stance,
    Statement,
    StatementKind,
    Vote,
    Yrkande,
)
from tests.app.filing import OF_FILES, file, rows
from tests.app.pages.reading import read
from tests.app.register.saying import at, bundle, decision, extract, item, motion, person
from tests.conftest import ON_ONE_STORE

EVA = Actor("Eva Lod", "står på sidan 4", "registrator")
ANNA, BO = person("Anna Ek (C)"), person("Bo Alm (S)")
FULL = item(
    "88",
    "Torget",
    case_numbers=("KS-2025-00042",),
    decisions=(decision("Kommunstyrelsen", Outcome.AVSLAG),),
    basis=(Basis("Motionen", at("Motionen"), "motion"),),
    yrkanden=(Yrkande(Stance.BIFALL, "Anna Ek (C) yrkar bifall.", at("x"), (ANNA,)),),
    propositions=(Proposition("Ordföranden ställer proposition.", at("x"), ("bifall", "avslag"), "avslag"),),
    votes=(
        Vote(
            at("2 ja och 1 nej"),
            yes=2,
            no=1,
            ballots=(
                Ballot("Anna Ek", BallotChoice.NO, at("Anna Ek nej"), "C"),
                Ballot("Bo Alm", BallotChoice.YES, at("Bo Alm ja"), "S"),
            ),
        ),
    ),
    reservations=(Reservation("Centerpartiet reserverar sig.", at("x"), parties=("C",), group="Centerpartiet"),),
    statements=(
        Statement(StatementKind.JAV, "Bo Alm (S) anmäler jäv.", at("x"), (BO,), attribution=Attribution.NAMED),
    ),
)
ATTENDED = Attendance(person("Siv Al (S)"), (Presence(ANNA, serving=True), Presence(BO, serving=True)))
MINUTES = extract(
    "Kommunstyrelsen", "2025-06-17", FULL, item("89", "Bron", case_numbers=("KS-2025-00077",)), attendance=ATTENDED
)
# For each kind of fact: a field, and what is typed in; then what must stand in the row where it is not that.
TYPED: list[tuple[str, str, str, Any]] = [
    ("decisions", "body", "Kommunfullmäktige", None),
    ("clauses", "number", "7", None),
    ("yrkanden", "stance", "avslag", None),
    ("propositions", "winner", "bifall", None),
    ("votes", "yes", "3", 3),
    ("ballots", "choice", "yes", None),
    ("presence", "items", "88; 90–92", [["88", "88"], ["90", "92"]]),
    ("reservations", "written", "ja", True),
    ("statements", "kind", "deltar_ej", None),
    ("document_references", "date", "2025-01-02", dt.date(2025, 1, 2)),
]


def matter(stores: Stores) -> dict[str, Any]:
    """The § as pages and API have it."""
    with reading(stores.public) as session:
        (case,) = find(session, "KS-2025-00042")
        (row,) = items_of_matter(session, case["matter_id"])
    return dict(row)


def first(stores: Stores, table: str) -> dict[str, Any]:
    return min(rows(stores.desk)[table], key=lambda row: row["n"])


def names(people: list[Any]) -> list[str]:
    return [f"{p['name']} ({p['party']})" for p in people]


def test_a_field_of_every_kind_of_fact_is_corrected_and_says_so(stores: Stores) -> None:
    file(stores, bundle(MINUTES))
    assert sorted(table for table, *_rest in TYPED) == sorted(ADDABLE)
    for table, field, typed, stands in TYPED:
        target = first(stores, table)
        acts.correct(stores, target["id"], field, typed, EVA)
        assert first(stores, table)[field] == (stands if stands is not None else typed), table
        said = [r for r in rows(stores.public, without=set())["sources"] if r["fact_id"] == target["id"] and r["field"]]
        (made,) = [r["correction"] for r in said if r["field"] == field]
        assert (made["kind"], made["by"], made["role"], made["reason"]) == ("changed", *EVA_SIGNS), table
    assert rebuild_all(stores) == {RegisterScope.DESK: 0, RegisterScope.PUBLIC: 0}
    with reading(stores.desk) as session:
        assert acts_overtaken(session) == []


EVA_SIGNS = (EVA.name, EVA.role, EVA.reason)


@ON_ONE_STORE
def test_the_people_of_a_fact_are_corrected_and_who_was_misread_is_nobody(stores: Stores) -> None:
    file(stores, bundle(MINUTES, motion("Motion om lövträd på torget", "2025-01-07", "Ana Ek (C)")))
    acts.correct(stores, first(stores, "yrkanden")["id"], "movers", "Bo Alm (S);  Cia  Dahl (M)", EVA)
    acts.correct(stores, first(stores, "statements")["id"], "people", "", EVA)
    acts.correct(stores, first(stores, "ballots")["id"], "name", "Anna Eka (C)", EVA)
    paper = next(row for row in rows(stores.desk)["documents"] if row["kind"] == "motion")
    acts.correct(stores, paper["id"], "signed_by", "Anna Ek (C)", EVA)
    shown = matter(stores)
    assert names(shown["yrkanden"][0]["movers"]) == ["Bo Alm (S)", "Cia Dahl (M)"]
    assert shown["statements"][0]["people"] == []
    assert names(shown["votes"][0]["ballots"]) == ["Anna Eka (C)", "Bo Alm (S)"]
    assert "Ana Ek" not in {row["name"] for row in rows(stores.public)["people"]}
    with pytest.raises(WrongUse):
        acts.correct(stores, first(stores, "ballots")["id"], "name", "Anna (Eka) (C)", EVA)
    file(stores, bundle(MINUTES, motion("Motion om lövträd på torget", "2025-01-07", "Ana Ek (C)"), version="2"))
    assert names(matter(stores)["yrkanden"][0]["movers"]) == ["Bo Alm (S)", "Cia Dahl (M)"]
    assert rebuild_all(stores) == {RegisterScope.DESK: 0, RegisterScope.PUBLIC: 0}


@ON_ONE_STORE
def test_who_a_group_was_follows_from_what_is_corrected_of_it_and_of_who_was_there(stores: Stores) -> None:
    file(stores, bundle(MINUTES))
    assert names(matter(stores)["reservations"][0]["members"]) == ["Anna Ek (C)"]
    anna = next(row for row in rows(stores.desk)["presence"] if row["n"] == 1)
    acts.correct(stores, anna["id"], "name", "Anna Eklund (C)", EVA)
    assert names(matter(stores)["reservations"][0]["members"]) == ["Anna Eklund (C)"]
    acts.add(
        stores, anna["document_id"], "närvaro", {"name": ["Ulf Ny (C)"], "role": ["member"], "serving": ["ja"]}, EVA
    )
    assert names(matter(stores)["reservations"][0]["members"]) == ["Anna Eklund (C)", "Ulf Ny (C)"]
    acts.remove(stores, anna["id"], EVA)
    assert names(matter(stores)["reservations"][0]["members"]) == ["Ulf Ny (C)"]
    acts.correct(stores, first(stores, "reservations")["id"], "parties", "S", EVA)
    assert names(matter(stores)["reservations"][0]["members"]) == ["Bo Alm (S)"]
    assert rebuild_all(stores) == {RegisterScope.DESK: 0, RegisterScope.PUBLIC: 0}


@ON_ONE_STORE
def test_the_day_of_minutes_is_that_of_every_item_in_them(stores: Stores) -> None:
    file(stores, bundle(MINUTES))
    acts.correct(stores, rows(stores.desk)["documents"][0]["id"], "date", "2025-06-18", EVA)
    assert {row["date"] for row in rows(stores.public)["items"]} == {dt.date(2025, 6, 18)}
    assert rebuild_all(stores) == {RegisterScope.DESK: 0, RegisterScope.PUBLIC: 0}


GIVEN: dict[str, dict[str, list[str]]] = {
    "beslut": {"mode": ["decides"], "lead": ["Kommunstyrelsen beslutar också"]},
    "att-sats": {"text": ["att utreda torget"]},
    "yrkande": {"stance": ["avslag"], "text": ["Bo Alm (S) yrkar avslag."], "movers": ["Bo Alm (S)"]},
    "proposition": {"text": ["Ordföranden frågar igen."]},
    "votering": {"yes": ["5"], "no": ["6"]},
    "röst": {"name": ["Siv Al (S)"], "choice": ["yes"]},
    "närvaro": {"name": ["Ulf Ny (M)"], "role": ["member"], "serving": ["ja"]},
    "reservation": {"text": ["Bo Alm (S) reserverar sig."], "people": ["Bo Alm (S)"]},
    "yttrande": {"kind": ["jav"], "text": ["Siv Al deltar inte."], "attribution": ["none"]},
    "hänvisning": {"role": ["basis"], "text": ["Skrivelse"]},
}


def test_every_kind_of_fact_is_added_and_removed_again(stores: Stores) -> None:
    file(stores, bundle(MINUTES))
    shown = matter(stores)
    of = {
        "att-sats": shown["decisions"][0]["id"],
        "röst": shown["votes"][0]["id"],
        "närvaro": rows(stores.desk)["documents"][0]["id"],
    }
    before = rows(stores.desk)
    for kind, given in GIVEN.items():
        acts.add(stores, of.get(kind, shown["id"]), kind, given, EVA)
        with pytest.raises(NothingNew):
            acts.add(stores, of.get(kind, shown["id"]), kind, given, EVA)
    assert len(GIVEN) == len(ADDED)
    for table in ADDABLE:
        added = [row for row in rows(stores.public)[table] if row not in before[table]]
        assert len(added) == 1, table
        acts.remove(stores, str(added[0]["id"]), EVA)
    after = rows(stores.desk)
    assert {table: after[table] for table in (*ADDABLE, "mentions", "names", "people")} == {
        table: before[table] for table in (*ADDABLE, "mentions", "names", "people")
    }
    assert rebuild_all(stores) == {RegisterScope.DESK: 0, RegisterScope.PUBLIC: 0}
    with reading(stores.desk) as session:
        assert acts_overtaken(session) == []


@ON_ONE_STORE
def test_what_is_removed_goes_with_what_hangs_on_it_and_comes_back(stores: Stores) -> None:
    file(stores, bundle(MINUTES))
    before = rows(stores.public, without=set())
    seq = acts.remove(stores, first(stores, "votes")["id"], EVA)
    assert (rows(stores.public)["votes"], rows(stores.public)["ballots"]) == ([], [])
    file(stores, bundle(MINUTES, version="2"))
    assert rows(stores.public)["votes"] == []
    acts.undo(stores, seq, EVA)
    assert {t: r for t, r in rows(stores.public).items() if t != "matters"} == {
        t: r for t, r in before.items() if t not in {"matters", *OF_FILES}
    }


@ON_ONE_STORE
def test_what_was_removed_and_is_read_with_other_words_is_told(stores: Stores) -> None:
    file(stores, bundle(MINUTES))
    acts.remove(stores, first(stores, "reservations")["id"], EVA)
    longer = item(
        "88",
        "Torget",
        case_numbers=("KS-2025-00042",),
        reservations=(Reservation("C reserverar sig skriftligt.", at("x")),),
    )
    file(stores, bundle(extract("Kommunstyrelsen", "2025-06-17", longer), version="2"))
    with reading(stores.desk) as session:
        assert [(row["code"], row["params"]["act_kind"]) for row in acts_overtaken(session)] == [
            ("act_overtaken", "remove")
        ]


def test_what_cannot_be_added_or_removed_is_said(stores: Stores) -> None:
    file(stores, bundle(MINUTES))
    whole = matter(stores)["id"]
    with pytest.raises(BadParameter):
        acts.add(stores, whole, "åsikt", {"text": ["x"]}, EVA)
    with pytest.raises(WrongUse):
        acts.add(stores, whole, "yrkande", {"text": ["utan hållning"]}, EVA)
    with pytest.raises(WrongUse):
        acts.add(stores, whole, "röst", GIVEN["röst"], EVA)
    with pytest.raises(WrongUse):
        acts.remove(stores, whole, EVA)


@ON_ONE_STORE
def test_page_and_api_say_at_the_fact_what_was_read_by_whom_and_why(stores: Stores, using: Settings) -> None:
    file(stores, bundle(MINUTES))
    fact = first(stores, "yrkanden")["id"]
    acts.correct(stores, fact, "stance", "avslag", EVA)
    acts.remove(stores, first(stores, "reservations")["id"], EVA)
    acts.correct(stores, first(stores, "ballots")["id"], "choice", "yes", Actor("tyst", "hemligt skäl"))
    with TestClient(create_app(using)) as client:
        page = read(client.get("/arenden/alnsjo/ks-2025-00042").text)
        log = read(client.get("/andringar").text).one("main").text
        (shown,) = [y for y in client.get("/api/v1/yrkanden?include=sources").json()["yrkanden"] if y["id"] == fact]
    notes = [note.text for note in page.all("p", class_="corrected")]
    assert any(
        n.startswith("Rättad, vad som yrkas: ”avslag”. Läst var ”bifall”. Eva Lod, registrator, ") for n in notes
    )
    assert any(n.startswith("Borttaget, reservation: läst var ”Centerpartiet reserverar sig.”") for n in notes)
    assert "står på sidan 4" in log
    assert not [word for word in ("tyst", "hemligt") if word in log + str(notes)]
    made = shown["sources"][-1]["correction"]
    assert (made["replaced"], made["new"], made["by"], made["reason"]) == ("bifall", "avslag", EVA.name, EVA.reason)
    assert shown["text"] == "Anna Ek (C) yrkar bifall."


@ON_ONE_STORE
def test_a_correction_is_told_once_though_its_matter_rests_on_what_was_corrected(stores: Stores) -> None:
    """A motion's title and the day that it was received stand for the matter's motion and its step too; with a number or none."""
    for digest, (about, own) in zip("ab", {"lövträd": ("KS-2025-00042",), "bänkar": ()}.items(), strict=True):
        paper = replace(motion(f"Motion om {about}", "2025-01-07", "Ana Ek (C)"), case_numbers=own)
        file(stores, bundle(paper, digest=digest * 64))
    papers = [row["id"] for row in rows(stores.desk)["documents"]]
    for paper in papers:
        acts.correct(stores, paper, "title", f"Motion om träd {paper}", EVA)
        acts.correct(stores, paper, "received", "2025-01-09", EVA)
    with reading(stores.public) as session:
        told = sorted(
            (row["fact_id"], str(row["field"]), str((row["at"] or {}).get("id"))) for row in correction_log(session)
        )
        alone = [row["id"] for row in rows(stores.public)["matters"] if row["id"] in papers]
        (placed,) = [row["sources"] for row in documents_by_id(session, alone)]
    assert told == sorted((paper, field, paper) for paper in papers for field in ("title", "received"))
    assert len(alone) == 1 and [source["field"] for source in placed] == [None, "received", "title"]
