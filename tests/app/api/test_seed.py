"""The seed bundle through the API: its chain, its year and what a careful reader notices."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from app.db import Stores
from app.main import create_app
from app.settings import Settings
from tests.app.importing import import_file

pytestmark = pytest.mark.shared
# A sentence of the careful reader's for each finding, in the order of expected.json.
FOUND = [
    "winner_not_put",
    "basis_missing",
    "motion_raised_later",
    "title_spelt_two_ways",
    "lost_without_reservation",
    "lost_without_reservation",
    "statement_without_author",
    "decision_awaited",
]
# Two signed the motion and the minutes name one: not in the list, and as true.
ALSO_TRUE = "mover_left_out"


@pytest.fixture
def answered(using: Settings, stores: Stores, shared: Path) -> tuple[dict[str, Any], dict[str, Any]]:
    """What is expected of the seed, and the API's whole answer on the day that its year ends."""
    seed = shared / "seed"
    import_file(stores, using, (seed / "KSN-2023-03553.pdf").read_bytes(), "KSN-2023-03553.pdf", "anna")
    with TestClient(create_app(using)) as client:
        asked = {"include": "path,findings,ledger,wording,sources", "today": "2024-12-11"}
        found: dict[str, Any] = client.get("/api/v1/cases/ksn 2023 3553", params=asked).json()
    return json.loads((seed / "expected.json").read_text("utf-8")), found


def test_chain_deadline_and_findings_come_out_as_expected(answered: tuple[dict[str, Any], dict[str, Any]]) -> None:
    expected, found = answered
    steps = found["path"]["steps"]
    assert [step["date"] for step in steps] == [step["date"] for step in expected["chain"]]
    missing = [step["date"] for step in expected["chain"] if step.get("document") == "not in the bundle"]
    assert [step["date"] for step in steps if step["state"] == "not_in_register"] == missing
    assert (steps[-1]["state"], steps[-1]["body"]["name"]) == ("awaited", "Kommunfullmäktige")

    deadline, year = found["deadline"], expected["deadline"]
    assert (deadline["raised"], deadline["due"], deadline["law"]) == (year["raised"], year["due"], "KL 5:35")
    assert (deadline["state"], deadline["left"], deadline["today"]) == ("due_30", 0, "2024-12-11")
    assert found["path"]["deadline"] == deadline

    codes = sorted(f["code"] for f in found["findings"] if f["id"] is not None)
    assert len(FOUND) == len(expected["findings_a_careful_reader_makes"])
    assert codes == sorted([*FOUND, ALSO_TRUE])
    assert all(f["sources"] for f in found["findings"] if f["code"] != "decision_awaited")


def test_each_clause_has_its_fate_and_every_station_its_words(answered: tuple[dict[str, Any], dict[str, Any]]) -> None:
    expected, found = answered
    motion = next(d for d in expected["documents_in_reading_order"] if d["kind"] == "motion")
    clauses = found["ledger"]["clauses"]
    assert [c["text"].casefold() for c in clauses] == [y["text"].casefold() for y in motion["yrkanden"]]
    assert [(cell["scope"], cell["outcome"], cell["mode"]) for cell in clauses[0]["at"]] == [
        ("whole", "besvara", "proposes")
    ] * len(expected["paragraphs"])
    assert clauses[0]["outcome"] is None
    said = expected["paragraphs"]["372"]["decision"]["points"][0]["text"]
    assert found["wording"][-1]["text"] == said
    assert [run["change"] for run in found["wording"][-1]["compared"][0]["runs"]] == ["same"]
