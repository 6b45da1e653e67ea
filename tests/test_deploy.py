"""What docs/deploy.md has an installation run under: the units are locked in, well formed, and name what there is."""

from __future__ import annotations

import re
import shutil
import subprocess
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml

from app.cli import build
from app.commands.running import run
from app.errors import Exit
from app.settings import Settings
from tests.places import ROOT, missing

UNITS = sorted((ROOT / "deploy").glob("*.service"))
MOST_EXPOSED = 2.0
COMPOSE = ROOT / "deploy" / "compose"


def analyzed(*arguments: str) -> subprocess.CompletedProcess[str]:
    if shutil.which("systemd-analyze") is None:
        missing("systemd-analyze", "apt-get install systemd")
    return subprocess.run(
        ["systemd-analyze", *arguments],
        capture_output=True,
        text=True,
        check=False,
        env={"LC_ALL": "C", "PATH": "/usr/bin:/bin"},
    )


@pytest.mark.parametrize("unit", UNITS, ids=lambda unit: unit.name)
def test_a_unit_is_locked_in(unit: Path) -> None:
    said = analyzed("security", "--offline=yes", str(unit)).stdout
    exposed = re.search(r"exposure level for \S+: ([\d.]+)", said)
    assert exposed is not None, said
    assert float(exposed[1]) <= MOST_EXPOSED


def test_the_units_are_well_formed(tmp_path: Path) -> None:
    """The programme that they start is one that is here: the one they name is there only where it is installed."""
    for path in (*UNITS, *(ROOT / "deploy").glob("*.timer")):
        text = path.read_text().replace("/opt/diarium/venv/bin/diarium", "/bin/true")
        (tmp_path / path.name).write_text(text.replace("file:///opt", "https://example.se"))
    done = analyzed("verify", *(str(path) for path in sorted(tmp_path.iterdir())))
    assert (done.returncode, done.stderr) == (0, "")


def test_no_unit_denies_what_readers_lower_themselves_by() -> None:
    """The sandbox and the importer call `nice` and `setrlimit`, which systemd counts among @resources."""
    assert UNITS
    for unit in UNITS:
        text = unit.read_text()
        assert "SystemCallFilter=~@privileged\n" in text and "@resources" not in text


def test_the_settings_file_and_the_manual_name_settings_that_there_are() -> None:
    known = {f"DIARIUM_{name.upper()}" for name in Settings.model_fields}
    for path in (
        ROOT / "deploy" / "diarium.env",
        COMPOSE / "example.env",
        ROOT / "docs" / "deploy.md",
        ROOT / "docs" / "scale.md",
    ):
        named = set(re.findall(r"DIARIUM_[A-Z_]+[A-Z]", path.read_text()))
        assert named and named <= known


def test_the_manual_installs_every_file_that_lies_there() -> None:
    manual = (ROOT / "docs" / "deploy.md").read_text()
    for path in (ROOT / "deploy").iterdir():
        named = f"deploy/{path.name}" in manual or f"deploy/*{path.suffix}" in manual
        assert named, path.name
    for unit in UNITS:
        for there in re.findall(r"^Documentation=file://(\S+)", unit.read_text(), re.MULTILINE):
            assert f" {there}\n" in manual, f"{unit.name} leads to {there}"
    about_many = (ROOT / "docs" / "scale.md").read_text()
    assert [path.name for path in COMPOSE.iterdir() if f"`{path.name}`" not in about_many] == []


@pytest.fixture(scope="module")
def composed() -> dict[str, Any]:
    """The compose file, with what `.env` is to hold filled in."""
    asked = dict(line.split("=", 1) for line in (COMPOSE / "example.env").read_text().splitlines() if line[0] != "#")
    text = (COMPOSE / "compose.yaml").read_text()
    named = set(re.findall(r"\$\{(\w+)", text))
    assert named == asked.keys()
    found: dict[str, Any] = yaml.safe_load(re.sub(r"\$\{(\w+)[^}]*\}", lambda of: asked[of[1]] or "s3cret", text))
    return found


def test_what_is_composed_sets_settings_that_there_are(
    composed: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    known = {f"DIARIUM_{name.upper()}" for name in Settings.model_fields}
    services = composed["services"]
    ours = {name: of for name, of in services.items() if of["image"] == "diarium"}
    assert ours.keys() == {"admin", "serve", "worker"}
    for name, of in services.items():
        named = {key for key in of.get("environment", {}) if key.startswith("DIARIUM_")}
        assert named <= known and bool(named) == (name in ours)
    chosen = {}
    for name, of in ours.items():
        with monkeypatch.context() as within:
            for key, value in of["environment"].items():
                within.setenv(key, value)
            chosen[name] = Settings()
    for using in chosen.values():
        assert (using.files_url, using.files_endpoint) == ("s3://diarium/files", "https://objects:7070")
        assert using.public_database_url.endswith("/diarium?options=-csearch_path%3Dpublished")
        assert not using.import_at_once and using.data_dir == Path("/var/lib/diarium")
    assert {using.database_url.split("//")[1].split(":")[0] for using in chosen.values()} == {
        "diarium",
        "diarium_serve",
        "diarium_work",
    }
    made = set(re.findall(r"CREATE ROLE (\w+) LOGIN", (COMPOSE / "roles.sql").read_text()))
    assert made == {"diarium", "diarium_serve", "diarium_work", "diarium_web"}
    assert f"server serve:{chosen['serve'].port} " in (COMPOSE / "nginx.conf").read_text()
    assert composed["networks"]["front"]["ipam"]["config"][0]["subnet"] == chosen["serve"].forwarded_allow_ips


def test_what_is_composed_names_commands_files_and_services_that_there_are(composed: dict[str, Any]) -> None:
    services = composed["services"]
    for of in (of for of in services.values() if of["image"] == "diarium"):
        assert run(build, [*of["command"], "--help"]) == Exit.DONE
    assert run(build, ["worker", "--nosuch", "--help"]) == Exit.WRONG_USE
    for of in services.values():
        assert set(of.get("depends_on", {})) <= services.keys()
        assert set(of.get("secrets", ())) <= composed["secrets"].keys()
        assert set(of.get("networks", ())) <= composed["networks"].keys()
        for where, _colon, _to in (volume.partition(":") for volume in of.get("volumes", ())):
            assert where in composed["volumes"] or where == "/var/lib/diarium" or (COMPOSE / where).is_file(), where
    built = services["serve"]["build"]
    container = (COMPOSE / built["context"] / built["dockerfile"]).read_text()
    extras = set(re.findall(r"\.whl\)\[([\w,]+)\]", container)[0].split(","))
    assert extras <= tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["optional-dependencies"].keys()


def test_both_proxies_hand_on_alike() -> None:
    def places(path: Path) -> list[str]:
        return [re.sub(r"proxy_pass \S+;", "", place) for place in re.findall(r"location [^}]*\}", path.read_text())]

    assert places(COMPOSE / "nginx.conf") == places(ROOT / "deploy" / "nginx.conf")
