"""`diarium import` and `diarium worker`: what can be named, what is said, and how it ends."""

from __future__ import annotations

import io
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from app.cli import build
from app.commands.paths import named_files, shown
from app.commands.receipts import Ended, print_ended
from app.commands.running import run
from app.errors import WrongUse
from app.imports.uploads import Receipt, State
from importers.pdf import ocr
from tests.app.papers import drawn, minutes
from tests.app.sheets import sheet
from tests.importers.pdf.scanned import scanned
from tests.places import ROOT, missing

PLACE = ("--for", "Alnsjö")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two minutes, one of them in a folder below, and what is none."""
    made = tmp_path / "blad"
    (made / "2025").mkdir(parents=True)
    (made / "b.pdf").write_bytes(sheet(1))
    (made / "2025" / "a.PDF").write_bytes(sheet(2))
    (made / "anteckning.txt").write_text("ingen PDF")
    (made / "._b.pdf").write_text("som macOS lägger bredvid")
    return made


def test_a_folder_is_its_pdfs_and_those_below(folder: Path) -> None:
    assert named_files([str(folder)], io.BytesIO()) == [folder / "2025" / "a.PDF", folder / "b.pdf"]


def test_a_pattern_a_list_and_a_name_are_files_each_once(folder: Path) -> None:
    listed = io.BytesIO(f"\ufeff{folder / 'b.pdf'}\n\n{folder / 'nosuch.pdf'}\n".encode())
    named = named_files([f"{folder}/**/*.PDF", "-", f"{folder}/*.pdf", f"{folder}/*.doc"], listed)
    assert named == [folder / "2025" / "a.PDF", folder / "b.pdf", folder / "nosuch.pdf", folder / "*.doc"]


def test_a_folder_without_pdfs_is_a_file_that_is_not_there(tmp_path: Path) -> None:
    assert named_files([str(tmp_path)], io.BytesIO()) == [tmp_path / "*.pdf"]


def test_a_name_longer_than_any_file_has_is_a_file_that_is_not_there() -> None:
    longest = "/".join(["x" * 200] * 30)
    assert named_files([longest], io.BytesIO()) == [Path(longest)]


def test_a_name_that_is_no_text_is_shown_as_text() -> None:
    assert shown(Path(os.fsdecode(b"p/\xe5rende.pdf"))) == "\N{REPLACEMENT CHARACTER}rende.pdf"


def test_a_list_of_names_without_end_is_refused_at_once() -> None:
    with pytest.raises(WrongUse, match="4096"), Path("/dev/zero").open("rb") as endless:
        named_files(["-"], endless)


@pytest.mark.usefixtures("begun")
def test_a_folder_is_imported_and_again_nothing_is_new(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(build, ["import", str(folder), *PLACE, "--jobs", "2"]) == 0
    told = capsys.readouterr()
    assert told.out == ""
    unknown, *lines = told.err.splitlines()
    assert unknown.startswith("Alnsjö är ingen känd svensk kommun.")
    assert [line.split()[:3] for line in lines] == [
        ["Fil", "Utfall", "§§"],
        ["a.PDF", "inläst", "1"],
        ["b.pdf", "inläst", "1"],
        ["2", "filer", "2"],
    ]
    assert run(build, ["import", str(folder), *PLACE]) == 5
    assert capsys.readouterr().err.count("redan inläst") == 2


@pytest.mark.usefixtures("begun")
@pytest.mark.parametrize(
    ("files", "code"),
    [
        ({"tom.pdf": b"", "blad.pdf": sheet(3)}, 4),
        ({"tom.pdf": b"", "saknas.pdf": None}, 2),
        ({"blad.pdf": sheet(3), "igen.pdf": sheet(3)}, 0),
        ({"igen.pdf": sheet(1)}, 5),
    ],
    ids=["one is unreadable", "one is missing", "one is new", "nothing is new"],
)
def test_of_several_files_the_gravest_counts_and_each_is_told(
    files: dict[str, bytes | None], code: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "före.pdf").write_bytes(sheet(1))
    assert run(build, ["import", str(tmp_path / "före.pdf"), *PLACE]) == 0
    for name, data in files.items():
        if data is not None:
            (tmp_path / name).write_bytes(data)
    capsys.readouterr()
    assert run(build, ["import", *(str(tmp_path / name) for name in files), *PLACE, "--json"]) == code
    told = capsys.readouterr()
    assert [Path(one["file"]).name for one in json.loads(told.out)] == list(files)
    failed = [one for one in json.loads(told.out) if one["problem"]]
    assert all(f"{one['file']}: {one['problem']['sentence']}" in told.err.splitlines() for one in failed)


def test_which_file_was_filed_for_which_municipality_is_told_where_there_are_several(
    capsys: pytest.CaptureFixture[str],
) -> None:
    def filed(name: str, place: str) -> Ended:
        return Ended(f"blad/{name}", Receipt("1", name, "a" * 64, State.IMPORTED, place))

    own = [filed(f"{n}.pdf", "Alnsjö") for n in range(7)]
    print_ended(own)
    assert "Inläst för" not in capsys.readouterr().err
    print_ended([*own, filed("grannen.pdf", "Uppsala")])
    lines = [line for line in capsys.readouterr().err.splitlines() if line.startswith("Inläst för")]
    assert lines == [
        "Inläst för Alnsjö: 0.pdf, 1.pdf, 2.pdf, 3.pdf, 4.pdf och 2 till",
        "Inläst för Uppsala: grannen.pdf",
    ]


def test_a_dry_run_prints_the_change_and_makes_none(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(build, ["import", str(folder), *PLACE, "--dry-run", "--json"]) == 0
    told = capsys.readouterr()
    assert json.loads(told.out)["rows"]["items"] == {"new": 2, "changed": 0, "gone": 0}
    assert told.err.endswith("Ingenting har skrivits.\n")
    assert not Path(os.environ["DIARIUM_DATA_DIR"]).exists()
    assert run(build, ["import", str(folder), *PLACE]) == 0


@pytest.mark.usefixtures("begun")
def test_a_municipality_that_nobody_knows_is_taken_and_told_of_until_the_register_has_it(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def told(place: str, *more: str) -> str:
        assert run(build, ["import", str(folder), "--for", place, *more]) == 0
        return capsys.readouterr().err

    for more in (("--dry-run",), ("--dry-run",), ()):
        assert told("Götebårg", *more).startswith("Götebårg är ingen känd svensk kommun. Menade du Göteborg?\n")
    (folder / "c.pdf").write_bytes(sheet(4))
    assert "känd svensk" not in told("Götebårg", "--dry-run")
    assert "känd svensk" not in told("Götebårg")
    assert "känd svensk" not in told("göteborg")


@pytest.mark.usefixtures("begun")
def test_a_dry_run_in_words(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(build, ["import", str(folder), *PLACE, "--dry-run"]) == 0
    lines = [line.split() for line in capsys.readouterr().out.splitlines()]
    assert ["items", "2", "0", "0"] in lines


@pytest.mark.usefixtures("begun")
def test_ctrl_c_keeps_what_is_done_and_the_same_command_goes_on(tmp_path: Path) -> None:
    for n in range(1, 21):
        (tmp_path / f"{n:02}.pdf").write_bytes(sheet(n))
    command = [sys.executable, "-m", "app.cli", "import", str(tmp_path), *PLACE, "--jobs", "1"]
    running = subprocess.Popen(command, cwd=ROOT, stderr=subprocess.PIPE, text=True)
    data = Path(os.environ["DIARIUM_DATA_DIR"])
    for _ in range(15_000):
        if len(list((data / "files").glob("*/*.pdf"))) > 2 or running.poll() is not None:
            break
        time.sleep(0.02)
    running.send_signal(signal.SIGINT)
    told = running.communicate(timeout=600)[1]
    assert running.returncode == 130
    assert "\nKör samma kommando igen för att fortsätta.\n" in told
    assert told.endswith("Avbrutet.\n")
    done = told.count("inläst")
    assert 0 < done < 20
    again = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert again.returncode == 0
    assert again.stderr.count("inläst") == 20
    assert again.stderr.count("redan inläst") in {done, done + 1}  # what was being filed just then was finished


@pytest.mark.usefixtures("begun")
def test_a_worker_imports_what_waits(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(build, ["worker", "--once"]) == 5
    assert run(build, ["import", str(folder), *PLACE]) == 0
    assert run(build, ["worker", "--once", "--jobs", "2"]) == 5


@pytest.mark.usefixtures("begun")
def test_a_worker_ends_in_good_order_when_its_service_is_stopped() -> None:
    running = subprocess.Popen([sys.executable, "-m", "app.cli", "worker"], cwd=ROOT, stderr=subprocess.PIPE)
    data = Path(os.environ["DIARIUM_DATA_DIR"])
    for _ in range(15_000):
        if list((data / "workers").glob("*.lock")) or running.poll() is not None:
            break
        time.sleep(0.02)
    running.send_signal(signal.SIGTERM)
    assert running.communicate(timeout=600) == (None, b"")
    assert running.returncode == 0
    assert list((data / "workers").iterdir()) == []


def test_how_far_a_scan_has_come_is_told_line_by_line_where_there_is_no_terminal(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    if not ocr.at_hand():
        missing("Tesseract", "apt-get install tesseract-ocr tesseract-ocr-swe")
    (tmp_path / "skannad.pdf").write_bytes(scanned(drawn(minutes("Kommunstyrelsen", "7", "KS-2025-00007", "Bifall."))))
    assert run(build, ["import", str(tmp_path / "skannad.pdf"), *PLACE]) in (0, 3)
    assert "skannad.pdf: 1 av 1 skannade sidor är lästa." in capsys.readouterr().err.splitlines()
