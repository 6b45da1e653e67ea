"""`show --ids` and `history` in words, and tables in a terminal of eighty columns."""

from __future__ import annotations

import json

import pytest

from app.cli import build
from app.commands.running import run

WHY = ("--reason", "skrivfel", "--as", "anna")

pytestmark = pytest.mark.usefixtures("filed")


@pytest.fixture(autouse=True)
def eighty_columns(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")


def said(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert run(build, list(arguments)) == 0
    return capsys.readouterr().out


def test_the_history_is_told_in_words(capsys: pytest.CaptureFixture[str]) -> None:
    target = json.loads(said(capsys, "show", "KS-2025-00042", "--format", "json"))["items"][0]["id"]
    said(capsys, "act", "correct", target, "title=Torget", *WHY)
    told = said(capsys, "history", "KS-2025-00042")
    assert "åtgärd (skrivfel): rättat, rubrik: Cykelställ vid torget → Torget" in told
    assert "Alnsjö" in told
    for raw in ("{", "municipality", "filing:", "the default of the body"):
        assert raw not in told


def test_the_ids_that_act_asks_for_are_shown(capsys: pytest.CaptureFixture[str]) -> None:
    whole = json.loads(said(capsys, "show", "KS-2025-00042", "--format", "json"))
    shown = said(capsys, "show", "KS-2025-00042", "--ids").splitlines()
    for one in (*whole["items"], *whole["documents"]):
        assert any(line.startswith(f"{one['id']}  ") for line in shown)


def test_no_column_is_squeezed_to_single_letters(capsys: pytest.CaptureFixture[str]) -> None:
    fields = ("title=En träffande motion om träd", "date=2020-01-02", "raised=2020-01-20", "mover=Anna Ek (C)")
    said(capsys, "act", "motion", "Alnsjö", *fields, "number=KS-2020-00001", *WHY)
    motions = said(capsys, "motions").splitlines()
    assert any(line.rstrip().endswith("Läge") for line in motions[:2])
    assert max(map(len, motions)) <= 80
    assert "över ett" in " ".join(motions)
    assert "inlagt för hand" in said(capsys, "show", "KS-2020-00001")
