"""What `diarium act` and `key` refuse or find done already, each with a sentence that tells what there is."""

from __future__ import annotations

import json

import pytest

from app.cli import build
from app.commands.running import run

WHY = ("--reason", "protokollet säger något annat", "--as", "anna")

pytestmark = pytest.mark.usefixtures("filed")


def item(capsys: pytest.CaptureFixture[str]) -> str:
    assert run(build, ["show", "KS-2025-00042", "--format", "json"]) == 0
    return str(json.loads(capsys.readouterr().out)["items"][0]["id"])


def refused(capsys: pytest.CaptureFixture[str], code: int, *arguments: str) -> str:
    assert run(build, [*arguments, *(WHY if arguments[0] == "act" else ())]) == code
    return capsys.readouterr().err


@pytest.mark.parametrize(
    ("said", "part"),
    [
        ("title=", "title får inte vara tomt"),
        ("number=", "number får inte vara tomt"),
        ("outcome=potatis", "Giltigt är: bifall, avslag"),
        ("titel=x", "Giltigt är: case_numbers, number, title"),
        ("case_numbers=hej", "inget ärendenummer"),
    ],
)
def test_a_correction_that_cannot_stand_is_refused(said: str, part: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert part in refused(capsys, 2, "act", "correct", item(capsys), said)


def test_a_correction_to_what_stands_is_nothing_new(capsys: pytest.CaptureFixture[str]) -> None:
    target = item(capsys)
    assert run(build, ["act", "correct", target, "title=Torget", *WHY]) == 0
    capsys.readouterr()
    assert refused(capsys, 5, "act", "correct", target, "title=Torget").startswith("Inget nytt: ")


@pytest.mark.parametrize("where", ["Alnsjö/Hittepånämnden", "alnsjo/Socialnämnden"])
def test_a_body_that_is_not_there_is_neither_renamed_nor_divided(
    where: str, capsys: pytest.CaptureFixture[str]
) -> None:
    for act in (("rename", where, "Annat"), ("divide", where, "Annat", "Annat två")):
        _, _, listed = refused(capsys, 2, "act", *act).partition(" Där finns: ")
        assert sorted(listed.rstrip(".\n").split(", ")) == ["Kommunstyrelsen", "Miljönämnden"]


def test_a_body_of_a_municipality_that_is_not_there_is_not_renamed(capsys: pytest.CaptureFixture[str]) -> None:
    said = refused(capsys, 2, "act", "rename", "Nixköping/Kommunstyrelsen", "Stadsstyrelsen")
    assert said == "Registret har inget organ i Nixköping. Det har organ i: Alnsjö.\n"


def test_a_body_is_renamed_by_its_slug_once(capsys: pytest.CaptureFixture[str]) -> None:
    renaming = ("act", "rename", "alnsjo/kommunstyrelsen", "Stadsstyrelsen")
    assert run(build, [*renaming, *WHY]) == 0
    capsys.readouterr()
    assert "Inget nytt" in refused(capsys, 5, *renaming)


def test_an_unknown_municipality_is_taken_and_told_of(capsys: pytest.CaptureFixture[str]) -> None:
    fields = ("title=Träd", "date=2025-01-02", "mover=Anna Ek (C)")
    assert "Menade du Göteborg" in refused(capsys, 0, "act", "motion", "Götebårg", *fields)
    assert "känd svensk" in refused(capsys, 0, "key", "add", "x", "--for", "Nowhere")
    assert "känd svensk" not in refused(capsys, 0, "key", "add", "x", "--for", "goteborg")


def test_every_missing_field_is_named_at_once(capsys: pytest.CaptureFixture[str]) -> None:
    assert refused(capsys, 2, "act", "motion", "Alnsjö", "title=Träd") == "Ange date, mover.\n"
    said = refused(capsys, 2, "act", "decision", "Alnsjö/Nämnden", "outcome=bifall")
    assert said == "Ange date, item, title, number.\n"


def test_a_file_that_is_not_there_is_told_of_as_a_file(capsys: pytest.CaptureFixture[str]) -> None:
    said = refused(capsys, 2, "act", "mask", "nope", "--law", "OSL 21 kap. 1 §")
    assert said.startswith("Ingen inläst fil svarar mot nope.")


def test_days_are_typed_in_one_at_a_time(capsys: pytest.CaptureFixture[str]) -> None:
    days = ("verified=2025-01-01", "notice_posted=2025-01-02")
    assert refused(capsys, 2, "act", "date", item(capsys), *days) == "Ange en dag i taget.\n"
    assert "Giltigt är: verified" in refused(capsys, 2, "act", "date", item(capsys), "justerad=2025-01-01")


def test_a_key_is_revoked_once(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(build, ["key", "add", "x", "--for", "Alnsjö"]) == 0
    capsys.readouterr()
    assert run(build, ["key", "list", "--json"]) == 0
    key = json.loads(capsys.readouterr().out)[0]["id"]
    assert run(build, ["key", "revoke", key]) == 0
    capsys.readouterr()
    assert "redan återkallad" in refused(capsys, 5, "key", "revoke", key)
