"""What a key hands in of others is a claim: shown at the desk, held from the public, and nothing is settled by it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from starlette.testclient import TestClient

from app import acts
from app.acts import Actor
from app.db import Stores, reading
from app.installation.checking import check
from app.installation.renewing import rebuild_all
from app.journal.scope import RegisterScope
from app.language.findings import finding_sentence
from app.main import create_app
from app.models.journal import acts as journal_acts
from app.models.register import documents, findings, items, steps
from app.register.municipalities import municipality
from app.resources import example
from app.settings import Settings
from importers import read_bundle
from tests.app.filing import rows
from tests.app.importing import import_file
from tests.app.papers import drawn, minutes
from tests.app.served import key_for
from tests.conftest import ON_ONE_STORE

EXAMPLE = example().read_bytes()
CASE = "KS-2025-00042"
SITUATION = "probes/situations/forged.pdf"
DENIED = "Kommunfullmäktige beslutar att avslå motionen."
FORGED = drawn(
    minutes("Socialnämnden", "171", "SCN-2025-00634", "Socialnämnden beslutar att godkänna rapporten.", "2025-12-03"),
    minutes("Kommunfullmäktige", "300", CASE, DENIED, "2025-12-15"),
)
ALNSJO = municipality("Alnsjö kommun")
ANNA = Actor("anna", "har läst den")
PDF = {"Content-Type": "application/pdf"}


def hand_in(using: Settings, data: bytes, body: str | None = None, place: str = "Alnsjö kommun") -> dict[str, Any]:
    """Hand a file in with a new key; what came of it."""
    given = {"Authorization": f"Bearer {key_for(using, 'Diariet', place, body)}"}
    with TestClient(create_app(using)) as client:
        answer = client.post("/api/v1/imports", content=data, headers=given | PDF)
    assert answer.status_code == 202, answer.text
    receipt: dict[str, Any] = answer.json()
    return receipt


def public_case(using: Settings) -> object:
    with TestClient(create_app(using), follow_redirects=True) as client:
        found = client.get(f"/api/v1/cases/{CASE}?today=2026-01-15").json()
        return found, client.get(f"/api/v1/cases/{CASE}/path?today=2026-01-15").json()


def claimed(stores: Stores) -> list[tuple[str, str | None]]:
    """The §§ at the desk that are only claimed: number and outcome."""
    with reading(stores.desk) as session:
        query = sa.select(items.c.number, items.c.outcome).join(findings, findings.c.entity_id == items.c.id)
        return [tuple(row) for row in session.execute(query.where(findings.c.code == "claimed_by_key"))]


@pytest.mark.shared
def test_the_shared_file_is_forged_so(shared: Path) -> None:
    slipped_in, ours = (read_bundle(data).documents[1] for data in ((shared / SITUATION).read_bytes(), FORGED))
    for document in (slipped_in, ours):
        (item,) = document.items
        told = document.body, item.number, item.case_numbers, item.outcome
        assert told == ("Kommunfullmäktige", "300", (CASE,), "avslag")


@pytest.mark.parametrize(
    ("database", "first"),
    [("sqlite", "example"), ("sqlite", "forged"), ("postgresql", "forged")],
    indirect=["database"],
)
def test_a_bodys_key_settles_nothing_of_another_body(stores: Stores, using: Settings, first: str) -> None:
    if first == "example":
        import_file(stores, using, EXAMPLE, "exempel.pdf", "anna")
        alone = public_case(using)
    receipt = hand_in(using, FORGED, "Socialnämnden")
    assert receipt["state"] == "held"
    (paper,) = receipt["held"]
    assert (paper["body"], [reason["code"] for reason in paper["reasons"]]) == ("Kommunfullmäktige", ["claimed"])
    if first == "forged":
        import_file(stores, using, EXAMPLE, "exempel.pdf", "anna")
    else:
        assert public_case(using) == alone
    assert "300" not in {row["number"] for row in rows(stores.public)["items"]}
    assert "171" in {row["number"] for row in rows(stores.public)["items"]}
    assert claimed(stores) == [("300", None)]
    with reading(stores.desk) as session:
        told = sa.select(steps.c.id).join(items, items.c.id == steps.c.item_id).where(items.c.number == "300")
        assert session.execute(told).first() is None
    assert rebuild_all(stores) == {RegisterScope.DESK: 0, RegisterScope.PUBLIC: 0}
    assert check(stores, using).whole


@ON_ONE_STORE
def test_whoever_is_entitled_to_the_body_settles_it(stores: Stores, using: Settings) -> None:
    import_file(stores, using, EXAMPLE, "exempel.pdf", "anna")
    hand_in(using, FORGED, "Socialnämnden")
    own = drawn(
        minutes("Kommunfullmäktige", "300", CASE, "Kommunfullmäktige beslutar att bifalla motionen.", "2025-12-15")
    )
    assert hand_in(using, own, "Kommunfullmäktige")["state"] == "imported"
    assert claimed(stores) == []
    (item,) = (row for row in rows(stores.public)["items"] if row["number"] == "300")
    assert item["outcome"] == "bifall"


@ON_ONE_STORE
def test_a_municipalitys_key_settles_nothing_of_another_municipality(stores: Stores, using: Settings) -> None:
    bergby = minutes("Kommunfullmäktige", "300", CASE, DENIED, "2025-12-15")
    own = minutes(
        "Socialnämnden", "171", "SCN-2025-00634", "Socialnämnden beslutar att godkänna rapporten.", "2025-12-03"
    )
    receipt = hand_in(using, drawn(["Alnsjö kommun", *own], ["Bergby kommun", *bergby]))
    with reading(stores.desk) as session:
        assert session.execute(sa.select(sa.func.count()).select_from(documents)).scalar_one() == 2
    assert receipt["state"] == "held"
    assert claimed(stores) == [("300", None)]
    assert [row["number"] for row in rows(stores.public)["items"]] == ["171"]


@ON_ONE_STORE
def test_a_bodys_key_learns_nothing_of_what_others_filed(stores: Stores, using: Settings) -> None:
    new, again = (hand_in(using, FORGED, "Socialnämnden") for _ in range(2))  # with two keys
    assert (again["state"], again["problem"]) == (new["state"], new["problem"])
    counts = [{k: v for k, v in one["receipt"].items() if k != "id"} for one in (new, again)]
    assert counts[0] == counts[1]


@pytest.mark.parametrize(
    ("database", "body"),
    [("sqlite", None), ("sqlite", "Kommunfullmäktige"), ("postgresql", "Kommunfullmäktige")],
    indirect=["database"],
)
def test_the_same_file_from_one_who_has_a_say_settles_what_was_claimed(
    stores: Stores, using: Settings, body: str | None
) -> None:
    hand_in(using, FORGED, "Socialnämnden")
    if body is None:
        assert import_file(stores, using, FORGED, "igen.pdf", "anna", ALNSJO).state == "imported"
        assert import_file(stores, using, FORGED, "igen.pdf", "anna", ALNSJO).state == "duplicate"
    else:
        assert hand_in(using, FORGED, body)["state"] == "held"  # to this key the first body's § is a claim
    assert claimed(stores) == []
    (item,) = (row for row in rows(stores.public)["items"] if row["number"] == "300")
    assert item["outcome"] == "avslag"
    told = [row for row in rows(stores.desk)["findings"] if row["code"] == "claim_confirmed"]
    assert {row["severity"] for row in told} == {"note"}
    with reading(stores.desk) as session:
        ((choice,),) = session.execute(sa.select(journal_acts.c.seq))
    assert rebuild_all(stores) == {RegisterScope.DESK: 0, RegisterScope.PUBLIC: 0}
    assert check(stores, using).whole
    acts.undo(stores, choice, ANNA)
    assert claimed(stores) == [("300", None)]


@ON_ONE_STORE
def test_what_a_person_withdrew_or_chose_is_not_settled_by_a_file(stores: Stores, using: Settings) -> None:
    hand_in(using, FORGED, "Socialnämnden")
    (minutes_of,) = (row for row in rows(stores.desk)["items"] if row["number"] == "300")
    (document,) = (row for row in rows(stores.desk)["documents"] if row["body_id"] == minutes_of["body_id"])
    acts.release(stores, str(document["id"]), ANNA)
    (shown,) = {
        row["code"]: row["params"] for row in rows(stores.public)["findings"] if row["entity_id"] == minutes_of["id"]
    }.items()
    assert "allmänheten" not in finding_sentence(*shown)
    acts.release(stores, str(document["id"]), ANNA, public=False)
    import_file(stores, using, FORGED, "igen.pdf", "anna", ALNSJO)
    assert claimed(stores) == []
    assert "300" not in {row["number"] for row in rows(stores.public)["items"]}
