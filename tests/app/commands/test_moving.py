"""`diarium municipality take-out` and `put-in`: what each says, and with which code it ends."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from app.cli import build
from app.commands.running import run
from app.settings import settings

WHY = ("--reason", "egen drift", "--as", "anna")


def told(capsys: pytest.CaptureFixture[str], code: int, *arguments: str) -> tuple[str, str]:
    assert run(build, ["municipality", *arguments]) == code
    out, err = capsys.readouterr()
    return out, err


@pytest.mark.usefixtures("begun")
def test_a_municipality_goes_by_a_file(
    made_files: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    path = str(tmp_path / "alnsjo.diarium")
    assert "egen nyckel" not in told(capsys, 0, "add", "Alnsjö", "--held", "Kulturnämnden", *WHY)[1]
    assert "Stäng Alnsjö först" in told(capsys, 2, "take-out", "Alnsjö", "--to", path, *WHY)[1]
    told(capsys, 0, "close", "Alnsjö", *WHY)
    nowhere = tmp_path / "ingen" / "alnsjo.diarium"
    assert "ingen finns inte" in told(capsys, 2, "take-out", "Alnsjö", "--to", str(nowhere), *WHY)[1]
    assert not nowhere.parent.exists()
    out, err = told(capsys, 0, "take-out", "Alnsjö", "--to", path, *WHY)
    manifest = out.splitlines()
    assert [line.partition(":")[0] for line in manifest] == [
        "Kommun",
        "Gjord",
        "Poster i journalen",
        "Filer",
        "Signerad med",
        "Sigill",
    ]
    assert manifest[2] == "Poster i journalen: 4" and "också det som inte är publikt" in err
    assert "finns redan" in told(capsys, 4, "put-in", path, "--yes", *WHY)[1]

    shutil.copytree(made_files, tmp_path / "there")
    monkeypatch.setenv("DIARIUM_DATA_DIR", str(tmp_path / "there"))
    settings.cache_clear()
    assert "signerad med nyckeln" in told(capsys, 4, "put-in", path, "--signed-by", "ab" * 32, *WHY)[1]
    out, err = told(capsys, 0, "put-in", path, *WHY)
    assert out.splitlines() == manifest and err.startswith("Ingenting är ändrat.")
    key = manifest[4].rpartition(" ")[2]
    out, err = told(capsys, 0, "put-in", path, "--yes", "--signed-by", key, *WHY)
    assert out.splitlines() == manifest and "Alnsjö är insatt, med samma id." in err
    assert "Alnsjö: öppen" in told(capsys, 0, "show", "Alnsjö")[0]
    assert "Alnsjö finns redan" in told(capsys, 4, "put-in", path, *WHY)[1]
    cut = tmp_path / "avkortad"
    cut.write_bytes(Path(path).read_bytes()[:-9])
    assert "ändrad eller avkortad" in told(capsys, 4, "put-in", str(cut), "--yes", *WHY)[1]
    assert "Det finns ingen fil" in told(capsys, 2, "put-in", str(tmp_path / "ingen"), *WHY)[1]
    assert "take-out har skrivit" in told(capsys, 4, "put-in", str(tmp_path), *WHY)[1]
    assert run(build, ["check"]) == 0


@pytest.mark.usefixtures("filed")
def test_a_municipality_with_files_is_told_that_it_gets_no_key(capsys: pytest.CaptureFixture[str]) -> None:
    assert "den får ingen egen nyckel" in told(capsys, 0, "add", "Alnsjö", *WHY)[1]
    told(capsys, 0, "close", "Alnsjö", *WHY)
    assert "har ingen egen nyckel" in told(capsys, 2, "take-out", "Alnsjö", "--to", "alnsjo.diarium", *WHY)[1]
