"""What docs/deploy.md has an installation run under: the units are locked in, well formed, and name what there is."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from app.settings import Settings
from tests.places import ROOT, missing

UNITS = sorted((ROOT / "deploy").glob("*.service"))
MOST_EXPOSED = 2.0


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
    for path in (ROOT / "deploy" / "diarium.env", ROOT / "docs" / "deploy.md"):
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
