"""What a person enters by hand: it is in the register as what was read is, says that it was entered, and has no page."""

from __future__ import annotations

import pytest
from starlette.testclient import TestClient

from app import acts
from app.acts import Actor
from app.acts.entered import decision, motion
from app.db import Stores, reading
from app.errors import BadParameter, WrongUse
from app.installation.checking import check
from app.installation.renewing import rebuild_all
from app.journal.scope import RegisterScope
from app.language.deadlines import clock_sentences
from app.main import create_app
from app.queries.cases import find
from app.queries.deadlines import clock_of
from app.queries.documents import documents_of_matter
from app.queries.history import history
from app.queries.items import items_of_matter
from app.queries.path import path
from app.settings import Settings
from importers.bundle import Outcome
from tests.app.filing import file, rows
from tests.app.register.saying import SOMEWHERE, answer, bundle, day, extract, item, raised
from tests.app.register.saying import decision as decided
from tests.conftest import ON_ONE_STORE

ANNA = Actor("anna", "protokollet finns bara på papper")
MOTION = {
    "title": ["Motion om lövträd på skolgårdar"],
    "date": ["2024-11-04"],
    "mover": ["Mira Tallbo (C)", "Olle Rask (-)"],
    "raised": ["2024-11-18"],
    "clause": ["att plantera lövträd"],
}
DECISION = {
    "title": ["Svar på motion om lövträd på skolgårdar"],
    "date": ["2025-06-17"],
    "item": ["88"],
    "number": ["KS-2024-00900"],
    "outcome": ["avslag"],
    "clause": ["att avslå motionen"],
}


def entered(stores: Stores) -> tuple[int, int]:
    return (
        acts.enter(stores, SOMEWHERE, motion(MOTION), ANNA),
        acts.enter(stores, SOMEWHERE, decision("Kommunfullmäktige", DECISION), ANNA),
    )


@ON_ONE_STORE
def test_what_is_entered_is_one_matter_with_a_chain_and_sources_that_name_no_page(stores: Stores) -> None:
    entered(stores)
    with reading(stores.public) as session:
        (case,) = find(session, "ks 2024 900")
        steps, documents = path(session, case["matter_id"]), documents_of_matter(session, case["matter_id"])
        (found,) = items_of_matter(session, case["matter_id"])
    assert (case["status"], case["outcome"]) == ("decided", "avslag")
    assert [(s["kind"], s["state"]) for s in steps] == [
        ("motion", "past"),
        ("raised", "not_in_register"),
        ("item", "past"),
    ]
    assert sorted((d["kind"], d["appearances"]) for d in documents) == [("motion", []), ("protokollsutdrag", [])]
    sources = [
        *found["sources"],
        *found["decisions"][0]["clauses"][0]["sources"],
        *(s for d in documents for s in d["sources"]),
    ]
    assert {(s["kind"], s["page"], s["image"]) for s in sources} == {("entered", None, None)}
    assert rows(stores.public, without=set())["files"] == []
    assert rebuild_all(stores) == {RegisterScope.DESK: 0, RegisterScope.PUBLIC: 0}


def test_it_bears_actor_instant_and_reason_and_is_undone_and_entered_again(stores: Stores) -> None:
    seqs = entered(stores)
    with pytest.raises(WrongUse):
        acts.enter(stores, SOMEWHERE, motion(MOTION), ANNA)
    with reading(stores.desk) as session:
        told = history(session, find(session, "KS-2024-00900")[0]["matter_id"])
    assert {(row["actor"], row["reason"]) for row in told if row["kind"] == "reading"} == {("anna", ANNA.reason)}
    for seq in seqs:
        acts.undo(stores, seq, ANNA)
    assert rows(stores.desk)["matters"] == rows(stores.public)["matters"] == []
    with pytest.raises(WrongUse):
        acts.undo(stores, seqs[0], ANNA)
    assert entered(stores) > seqs
    assert len(rows(stores.public)["matters"]) == 1
    assert rebuild_all(stores) == {RegisterScope.DESK: 0, RegisterScope.PUBLIC: 0}


@ON_ONE_STORE
def test_a_day_that_only_a_person_tells_is_said_to_be_typed_in(stores: Stores) -> None:
    def known() -> tuple[str, str]:
        with reading(stores.desk) as session:
            (case,) = find(session, "KS-2024-00900")
            clock = clock_of(session, case["matter_id"], day("2025-07-01"))
        assert clock is not None
        return clock_sentences(clock)[0], clock["basis"]

    entered(stores)
    assert known() == ("Motionen väcktes 18 november 2024 (inlagt för hand).", "entered")
    said = {"case_numbers": ("KS-2024-00900",), "answers": (answer("om lövträd på skolgårdar", "Mira Tallbo (C)"),)}
    told = item("12", "Svar på motion om lövträd på skolgårdar", earlier=(raised("2024-11-18"),), **said)
    file(stores, bundle(extract("Kommunstyrelsen", "2025-05-20", told)))
    assert known() == ("Motionen väcktes 18 november 2024 (enligt ärendets handlingar).", "stated")


def test_it_is_withheld_and_released_as_others_are(stores: Stores) -> None:
    acts.set_default(stores, SOMEWHERE, "Kommunfullmäktige", ANNA, public=False)
    entered(stores)
    assert rows(stores.public)["matters"] == []
    for row in rows(stores.desk)["documents"]:
        acts.release(stores, str(row["id"]), ANNA)
    assert rows(stores.public, without=set()) == rows(stores.desk, without=set())
    (extracted,) = [row for row in rows(stores.desk)["documents"] if row["kind"] == "protokollsutdrag"]
    acts.release(stores, str(extracted["id"]), ANNA, public=False)
    assert rows(stores.public)["items"] == []


def test_what_names_somebodys_number_is_held(stores: Stores) -> None:
    acts.enter(stores, SOMEWHERE, decision("Nämnden", {**DECISION, "title": ["Bidrag till 121212-1212"]}), ANNA)
    assert rows(stores.public)["items"] == []
    assert len(rows(stores.desk)["items"]) == 1


@ON_ONE_STORE
@pytest.mark.parametrize(("outcome", "contested"), [(Outcome.AVSLAG, False), (Outcome.BIFALL, True)])
def test_the_minutes_speak_when_they_come_and_a_contradiction_is_told(
    stores: Stores, outcome: Outcome, contested: bool
) -> None:
    entered(stores)
    read = item(
        "88",
        "Svar på motion om lövträd på skolgårdar",
        case_numbers=("KS-2024-00900",),
        answers=(answer("om lövträd på skolgårdar", "Mira Tallbo (C)"),),
        decisions=(decided("Kommunfullmäktige", outcome),),
        outcome=outcome,
    )
    file(stores, bundle(extract("Kommunfullmäktige", "2025-06-17", read)))
    (row,) = rows(stores.desk)["items"]
    assert (row["outcome"], row["contested"]) == (outcome, contested)
    assert {s["kind"] for s in rows(stores.desk, without=set())["sources"] if s["owner"] == row["id"]} == {"read"}


def test_pages_show_it_and_check_asks_for_no_file(stores: Stores, using: Settings) -> None:
    entered(stores)
    assert check(stores, using).whole
    with TestClient(create_app(using)) as asking:
        documents = [str(row["id"]) for row in rows(stores.public)["documents"]]
        shown = [asking.get(f"/handlingar/{document_id}") for document_id in documents]
        assert [(answer.status_code, "inlagda för hand" in answer.text) for answer in shown] == [(200, True)] * 2
        assert asking.get("/arenden/alnsjo/ks-2024-00900").status_code == 200
        for document_id in documents:
            assert asking.get(f"/api/v1/documents/{document_id}/pages/1.webp").status_code == 404
            assert asking.get(f"/api/v1/documents/{document_id}/file").status_code == 404


@pytest.mark.parametrize(
    "wrong",
    [
        {"title": []},
        {"date": ["i går"]},
        {"number": ["SOU 2024:34"]},
        {"item": ["1", "2"]},
        {"outcome": ["ja"]},
        {"x": ["1"]},
    ],
)
def test_what_is_missing_or_has_not_its_shape_is_said(wrong: dict[str, list[str]]) -> None:
    with pytest.raises((WrongUse, BadParameter)):
        decision("Kommunstyrelsen", {**DECISION, **wrong})


def test_a_motion_needs_somebody_who_moved_it() -> None:
    with pytest.raises(WrongUse):
        motion({**MOTION, "mover": []})
