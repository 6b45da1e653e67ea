"""The command line: its sentences, what goes where, and how it ends."""

from __future__ import annotations

import errno
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import typer
from typer.core import TyperCommand
from typer.main import get_command

from app.cli import build
from app.commands.by_name import COMMANDS
from app.commands.running import run
from app.db import upgrade
from app.errors import AmbiguousPerson, NotAPdf
from app.installation.opening import RESTORING, RestoreUnfinished
from app.resources import example
from app.settings import settings
from tests.conftest import Databases
from tests.places import ROOT


def test_help_is_swedish(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "100")
    assert run(build, ["--help"]) == 0
    shown = capsys.readouterr().out
    assert "Användning: diarium [VAL] KOMMANDO …" in shown
    assert "Visa den här hjälpen." in shown
    for english in ("Usage", "Options", "Commands", "Show this message", "required", "default:"):
        assert english not in shown


@pytest.mark.parametrize("command", sorted(COMMANDS))
def test_every_command_explains_itself(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(build, [command, "--help"]) == 0
    assert f"Användning: diarium {command}" in capsys.readouterr().out


def test_help_follows_the_locale(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")
    assert run(build, ["parse", "--help"]) == 0
    assert "Usage: diarium parse" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["nosuch"], "Det finns inget kommando nosuch."),
        (["parse"], "Uppgiften 'FIL' saknas."),
        (["parse", "--nosuch"], "Det finns inget val --nosuch."),
        (["parse", "--json=3"], "Valet --json går inte att använda så."),
        (["parse", "a.pdf", "b.pdf"], "Kommandoraden går inte att förstå. Se diarium parse --help."),
        (["serve", "--port", "99999"], "Värdet för '--port' går inte att använda. Ange ett tal från 1 till 65535."),
        (["show", "ks", "--format", "xyz"], "Värdet för '--format' går inte att använda. Giltigt är: table, json, md."),
        (["db", "nosuch"], "Det finns inget kommando nosuch. Kommandon: backup, restore, upgrade."),
        (["parse", "nosuch.pdf"], "Det finns ingen fil nosuch.pdf att läsa."),
        (["parse", "."], ". är ingen vanlig fil."),
        (["\x1b[2Jwiped"], "Det finns inget kommando �[2Jwiped."),
    ],
)
def test_wrong_use_is_one_sentence_and_2(
    arguments: list[str], sentence: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(build, arguments) == 2
    shown = capsys.readouterr()
    assert shown.out == ""
    assert shown.err.startswith(sentence)
    assert shown.err.count("\n") == 1


@pytest.mark.parametrize(
    ("given", "value", "named"),
    [
        ("PORT", "http", "PORT"),
        ("OIDC_ISSUER", "http://id.example.se", "OIDC_ISSUER"),
        ("OIDC_ISSUER", "https://id.example.se", "OIDC_CLIENT_ID"),
        ("OIDC_CLIENT_ID", "diarium", "OIDC_CLIENT_ID"),
    ],
)
def test_a_setting_that_cannot_be_used_is_named(
    given: str, value: str, named: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(f"DIARIUM_{given}", value)
    assert run(build, ["doctor"]) == 2
    assert capsys.readouterr().err == f"Inställningen DIARIUM_{named} har ett värde som inte går att använda.\n"


@pytest.mark.parametrize("under", ["", "under"])
def test_a_file_in_the_data_folders_place_is_a_wrong_setting(
    under: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "data").touch()
    monkeypatch.setenv("DIARIUM_DATA_DIR", str(tmp_path / "data" / under))
    for command in (["check"], ["db", "restore", str(tmp_path)]):
        assert run(build, command) == 2
        assert capsys.readouterr().err == ("Inställningen DIARIUM_DATA_DIR har ett värde som inte går att använda.\n")


def test_a_file_that_is_no_pdf_is_one_sentence_and_4(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "brev.pdf"
    path.write_bytes(b"Hej!")
    assert run(build, ["parse", str(path)]) == 4
    assert capsys.readouterr().err == "Filen är ingen PDF. Spara handlingen som PDF och försök igen.\n"


def test_debug_lets_the_error_through(tmp_path: Path) -> None:
    path = tmp_path / "brev.pdf"
    path.write_bytes(b"Hej!")
    with pytest.raises(NotAPdf):
        run(build, ["parse", str(path), "--debug"])


def test_parse_prints_the_bundle_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(build, ["parse", str(example()), "--json"]) == 0
    shown = capsys.readouterr()
    bundle = json.loads(shown.out)
    assert bundle["schema"] == "diarium/bundle/1"
    assert bundle["file"]["name"] == "exempel.pdf"
    assert all(doubt["message"].endswith(".") for doubt in bundle["doubts"])
    assert shown.err == ""


def test_parse_prints_a_summary(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(build, ["parse", str(example())]) == 0
    shown = capsys.readouterr().out
    assert "protokollsutdrag · Kommunstyrelsen · 2025-" in shown
    assert "Inkommen 2025-" in shown
    assert " föreslår (besvarad)" in shown
    assert "beslutar" not in shown
    assert "inte förstådda" in shown


def test_doctor_tells_what_is_in_order(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(build, ["doctor"]) == 0
    shown = capsys.readouterr().out
    assert "SQLite: 3." in shown
    assert "Python: 3." in shown


def test_doctor_says_how_to_make_what_is_not_made(
    empty_database: Databases, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DIARIUM_DATABASE_URL", empty_database.desk_url)
    assert run(build, ["doctor"]) == 0
    shown = capsys.readouterr().out
    assert "är inte skapad ännu" in shown
    assert "diarium db upgrade" in shown


def test_doctor_tells_of_a_killed_restore_and_of_files_that_are_missing(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(build, ["import", str(example())]) == 0
    folder = settings().data_dir
    (kept,) = (folder / "files").rglob("*.pdf")
    assert run(build, ["doctor"]) == 0
    assert "i ordning  Filer: 1\n" in capsys.readouterr().out
    kept.unlink()
    (folder / RESTORING).touch()
    assert run(build, ["doctor"]) == 1
    told = capsys.readouterr().out
    assert f"fel        Återställning: {RestoreUnfinished().sentence()}\n           diarium db restore\n" in told
    assert f"fel        Filer: 1 av 1 saknas, först {kept.relative_to(folder)}\n           diarium check\n" in told


def test_doctor_tells_of_a_municipality_whose_address_the_settings_have_left(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DIARIUM_BASE_URL", "https://diarium.example")
    settings.cache_clear()
    there = "https://diarium.example/uppsala"
    assert run(build, ["municipality", "add", "Uppsala", "--address", there, "--reason", "ny"]) == 0
    assert run(build, ["doctor"]) == 0
    for gone in ("https://diarium.example/ny", ""):
        monkeypatch.setenv("DIARIUM_BASE_URL", gone)
        settings.cache_clear()
        assert run(build, ["doctor"]) == 1
        assert f"fel        Adress: Uppsala ligger inte på {there}: se DIARIUM_BASE_URL\n" in capsys.readouterr().out


def test_doctor_looks_at_the_tables(
    database: Databases, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DIARIUM_DATABASE_URL", database.desk_url)
    assert run(build, ["doctor"]) == 0
    assert "äldre tabeller" not in capsys.readouterr().out


def test_doctor_sees_tables_that_are_too_old(
    empty_database: Databases, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DIARIUM_DATABASE_URL", empty_database.desk_url)
    upgrade(empty_database.desk_url, "0001_journal")
    assert run(build, ["doctor"]) == 1
    assert "har äldre tabeller än programmet" in capsys.readouterr().out


def test_doctor_asks_for_tesseracts_swedish(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    tesseract = tmp_path / "tesseract"
    tesseract.write_text("#!/bin/sh\necho eng\n")
    tesseract.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert run(build, ["doctor"]) == 0
    said = capsys.readouterr().out
    assert "tesseract: svenska saknas, som behövs för skannade sidor och för att maskera\n" in said
    assert "           apt-get install tesseract-ocr-swe\n" in said
    assert "pdftotext: behövs för att maskera\n           apt-get install poppler-utils\n" in said


def test_doctor_hides_passwords(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DIARIUM_DATABASE_URL", "postgresql://desk:hemligt@localhost:1/diarium")
    assert run(build, ["doctor"]) == 1
    shown = capsys.readouterr().out
    assert "går inte att nå" in shown
    assert "hemligt" not in shown


def test_an_unforeseen_error_shows_no_stack_trace() -> None:
    program = (
        "import sys; from app.commands.running import speak_of_our_faults; speak_of_our_faults(sys.argv); raise OSError"
    )
    quiet, loud = (
        subprocess.run([sys.executable, "-c", program, *extra], capture_output=True, text=True, cwd=ROOT, check=False)
        for extra in ([], ["--debug"])
    )
    assert (quiet.returncode, loud.returncode) == (1, 1)
    assert quiet.stderr == "Något gick fel hos oss (OSError). Kör kommandot igen med --debug för att se var.\n"
    assert "Traceback" in loud.stderr


def test_ctrl_c_is_one_word_and_130(capsys: pytest.CaptureFixture[str]) -> None:
    def stopped() -> TyperCommand:
        app = typer.Typer()

        @app.command()
        def wait() -> None:
            raise KeyboardInterrupt

        command = get_command(app)
        assert isinstance(command, TyperCommand)
        return command

    assert run(stopped, []) == 130
    assert capsys.readouterr().err == "Avbrutet.\n"


def failing(error: Exception) -> Callable[[], TyperCommand]:
    """A command line that ends with the error."""

    def build_failing() -> TyperCommand:
        app = typer.Typer()

        @app.command()
        def fail() -> None:
            raise error

        command = get_command(app)
        assert isinstance(command, TyperCommand)
        return command

    return build_failing


@pytest.mark.parametrize("error", [ImportError("cannot import name '_adapters' from 'typer'"), OSError(errno.EIO, "x")])
def test_a_file_of_the_programme_that_cannot_be_read_is_one_sentence_and_1(
    error: Exception, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The second fails where the first is: in what is imported to explain it."""
    monkeypatch.setitem(sys.modules, "app.failures", None)
    assert run(failing(error), []) == 1
    told = capsys.readouterr().err
    assert told.startswith("Programmets egna filer går inte att läsa")
    assert told.count("\n") == 1
    with pytest.raises(ImportError):
        run(failing(error), ["--debug"])


@pytest.mark.parametrize(
    ("module", "told"),
    [
        ("app.commands.by_name", "Programmets egna filer går inte att läsa"),
        ("app.commands.export_list", "Programmets egna filer går inte att läsa"),
        ("app.commands.running", "Programmet går inte att läsa."),
        ("typer", "Programmet går inte att läsa."),
    ],
)
def test_where_the_command_line_itself_cannot_be_read_it_is_one_sentence_and_1(module: str, told: str) -> None:
    begun = f"import sys; sys.modules[{module!r}] = None; from app.cli import main; main()"
    env = {**os.environ, "LC_ALL": "sv_SE.UTF-8"}
    ended = subprocess.run(
        [sys.executable, "-c", begun, "--help"], capture_output=True, text=True, cwd=ROOT, env=env, check=False
    )
    assert (ended.returncode, ended.stderr.count("\n"), ended.stdout) == (1, 1, "")
    assert ended.stderr.startswith(told)


def test_several_people_of_one_name_are_a_line_each_and_2(capsys: pytest.CaptureFixture[str]) -> None:
    def refusing() -> TyperCommand:
        app = typer.Typer()

        @app.command()
        def merge() -> None:
            raise AmbiguousPerson("Anna Ek", ["aaaa  Anna Ek (C), Alnsjö", "bbbb  Anna Ek (S), Granvik"])

        command = get_command(app)
        assert isinstance(command, TyperCommand)
        return command

    assert run(refusing, []) == 2
    assert capsys.readouterr().err.splitlines() == [
        "Flera personer heter Anna Ek. Skriv id för den som menas:",
        "aaaa  Anna Ek (C), Alnsjö",
        "bbbb  Anna Ek (S), Granvik",
    ]
