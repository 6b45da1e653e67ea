"""`diarium statistics` as table, CSV and JSON, with what only the desk can tell: what was not read."""

from __future__ import annotations

import csv
import io
import json

import pytest

from app.cli import build
from app.commands.running import run

pytestmark = pytest.mark.usefixtures("filed")


def printed(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert run(build, ["statistics", *arguments]) == 0
    return capsys.readouterr().out


def test_the_coverage_tells_what_is_here_and_what_was_not_read(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "160")
    rows = json.loads(printed(capsys, "coverage", "--format", "json"))["coverage"]
    assert [(row["body"]["name"], row["year"], row["items"]["n"]) for row in rows] == [
        ("Kommunstyrelsen", 2025, 1),
        ("Miljönämnden", 2025, 1),
    ]
    assert all(row["unread_lines"] >= 0 and row["doubts"] >= 0 for row in rows)
    (one,) = csv.DictReader(io.StringIO(printed(capsys, "coverage", "--body", "Miljönämnden", "--format", "csv")))
    assert (one["body.name"], one["meetings.n"], one["unread_lines"]) == (
        "Miljönämnden",
        "1",
        str(rows[1]["unread_lines"]),
    )
    assert one["items.list"].startswith("/api/v1/items?body=")
    table = printed(capsys, "coverage", "--year", "2025")
    assert "Miljönämnden" in table and "Luckor" in table
    for kind in ("outcomes", "durations", "pairs", "reversals", "activity"):
        assert json.loads(printed(capsys, kind, "--format", "json")) == {kind: []}
    assert run(build, ["statistics", "coverage", "--body", "Kanotklubben"]) == 2
