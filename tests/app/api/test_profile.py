"""The national profile as a table: every S green, every B green or said why not, and no rule left out."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from app.main import create_app
from app.settings import Settings
from tests.app.api.profile import RULES, Probe, Rule


@pytest.fixture(scope="module")
def probe(client: TestClient) -> Probe:
    public = create_app(Settings(base_url="https://diarium.example.se")).openapi()
    return Probe(client, client.get("/api/v1/openapi.json").json(), public)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: f"{rule.id} {rule.level}")
def test_every_rule_holds_or_says_why_not(probe: Probe, rule: Rule) -> None:
    if isinstance(rule.holds, str):
        assert rule.level == "B" and rule.holds
        return
    assert rule.holds(probe), f"{rule.id}: {rule.says}"


@pytest.mark.shared
def test_the_table_holds_every_rule(shared: Path) -> None:
    table = (shared / "standards" / "rest-api-profil.md").read_text("utf-8")
    asked: dict[str, str] = {}
    for row in re.findall(r"^\| ([A-Z]{3}\.\d\d.*?) \| ([BS, ]+) \|", table, re.MULTILINE):
        ids = re.findall(r"[A-Z]{3}\.\d\d", row[0])
        levels = row[1].split(", ")
        asked |= dict(zip(ids, levels * len(ids) if len(levels) == 1 else levels, strict=False))
    assert {rule.id: rule.level for rule in RULES} == asked
