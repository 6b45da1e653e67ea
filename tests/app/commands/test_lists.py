"""`diarium export`: the same bytes as the API gives."""

from __future__ import annotations

from pathlib import Path

import pytest
from starlette.testclient import TestClient

from app.api.resources import RESOURCES
from app.cli import build
from app.commands.export_list import LISTS
from app.commands.running import run
from app.errors import Exit
from app.main import create_app
from app.settings import settings

pytestmark = pytest.mark.usefixtures("filed")


def test_a_list_is_written_as_the_api_gives_it(
    capfdbinary: pytest.CaptureFixture[bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DIARIUM_BASE_URL", "http://testserver")
    target = tmp_path / "list"
    with TestClient(create_app(settings())) as client:
        for name, form, narrowed in (
            ("items", "csv", ["body=Miljönämnden"]),
            ("items", "jsonl", ["fields=title", "limit=1"]),
            ("cases", "atom", ["municipality=alnsjo"]),
            ("meetings", "ics", []),
            ("search", "csv", ["q=cykelställ", "kind=item"]),
            ("search", "atom", ["q=cykelställ"]),
        ):
            written = client.get(f"/api/v1/{name}.{form}?{'&'.join(narrowed)}").content
            assert written.count(b"\n") > 0
            assert run(build, ["export", name, *narrowed, "--format", form]) == Exit.DONE
            assert capfdbinary.readouterr().out == written
            assert run(build, ["export", name, *narrowed, "--format", form, "-o", str(target)]) == Exit.DONE
            assert target.read_bytes() == written
        held = {name: client.get(f"/api/v1/{name}").json()[name] for name in ("cases", "people", "parties", "bodies")}
        assert held["cases"] and held["bodies"]
        for name, first in [(name, rows[0]["id"]) for name, rows in held.items() if rows]:
            written = client.get(f"/api/v1/{name}/{first}.atom?limit=1").content
            assert written.count(b"<entry>") == 1
            assert run(build, ["export", name, "limit=1", "--one", first, "--format", "atom"]) == Exit.DONE
            assert capfdbinary.readouterr().out == written
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []


def test_what_is_wrongly_asked_writes_nothing(tmp_path: Path) -> None:
    target = tmp_path / "list"
    for arguments in (
        ["items", "colour=red"],
        ["items", "red"],
        ["items", "--format", "ics"],
        ["search", "q=a", "--format", "ics"],
        ["items", "body=ingen"],
        ["items", "--one", "a", "--format", "atom"],
        ["people", "--one", "a", "--format", "atom"],
        ["cases", "--one", "KS-2025-00042"],
    ):
        assert run(build, ["export", *arguments, "-o", str(target)]) == Exit.WRONG_USE
    assert not target.exists()


def test_every_list_can_be_exported() -> None:
    assert list(LISTS) == [resource.name for resource in RESOURCES]


def test_a_search_counts_what_it_can_be_narrowed_by_and_is_narrowed(capfd: pytest.CaptureFixture[str]) -> None:
    assert run(build, ["search", "cykelställ"]) == Exit.DONE
    told = capfd.readouterr().err.splitlines()
    assert "Organ (--body): Kommunstyrelsen 1, Miljönämnden 1" in "\n".join(told)
    assert run(build, ["search", "cykelställ", "--body", "miljönämnden"]) == Exit.DONE
    assert capfd.readouterr().err.startswith("1 träff, av vilka 1 visas.")
    assert run(build, ["search", "cykelställ", "--kind", "mater"]) == Exit.WRONG_USE
    assert "Menade du matter?" in capfd.readouterr().err
