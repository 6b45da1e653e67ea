"""`diarium act`, `links`, `history`, `check`, `findings` and `show --as-of`: what is done to what was read, and told of it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from app.cli import build
from app.commands.running import run
from tests.app.papers import drawn, minutes

HELD = "SN-2025-00007"
WHY = ("--reason", "båda gäller samma cykelställ", "--as", "anna")

pytestmark = pytest.mark.usefixtures("filed")


def said(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert run(build, list(arguments)) == 0
    return capsys.readouterr().out


def _beside(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    """What a command says on standard error."""
    assert run(build, list(arguments)) == 0
    return capsys.readouterr().err


def told(capsys: pytest.CaptureFixture[str], *arguments: str) -> list[dict[str, object]]:
    found: list[dict[str, object]] = json.loads(said(capsys, *arguments))
    return found


def test_a_link_is_made_shown_told_and_undone(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(build, ["act", "link", "ks 2025 42", "MN-2025-118", *WHY]) == 0
    number = capsys.readouterr().err.split("åtgärd ")[1].split(".")[0]
    assert "MN-2025-00118" in said(capsys, "show", "KS-2025-00042")
    (link,) = told(capsys, "links", "--json")
    assert (link["state"], link["evidence"]) == ("joined", "person")
    entry = next(row for row in told(capsys, "history", "KS-2025-00042", "--json") if row["kind"] == "act")
    assert (entry["actor"], entry["reason"], str(entry["seq"])) == ("anna", WHY[1], number)
    assert run(build, ["act", "undo", number, *WHY]) == 0
    capsys.readouterr()
    assert told(capsys, "links", "--json") == []
    assert run(build, ["check"]) == 0


def test_what_was_corrected_is_listed(capsys: pytest.CaptureFixture[str]) -> None:
    (item,) = json.loads(said(capsys, "show", "KS-2025-00042", "--format", "json"))["items"]
    assert said(capsys, "changes") == ""
    role = ("--role", "registrator")
    assert run(build, ["act", "correct", item["id"], "title=Cykelställ vid stationen", *role, *WHY]) == 0
    capsys.readouterr()
    line = said(capsys, "changes").replace("\xa0", " ")
    assert "”Cykelställ vid stationen”. Läst var ”Cykelställ vid torget”. anna, registrator, " in line
    (row,) = told(capsys, "changes", "--json")
    assert (row["field"], str(row["sentence"]).replace("\xa0", " ")) == ("title", line.split(": ", 1)[1].strip())


def test_a_receiver_is_ticked_off_and_two_people_are_told_apart(capsys: pytest.CaptureFixture[str]) -> None:
    shown = json.loads(said(capsys, "show", "KS-2025-00042", "--format", "json"))
    item = next(step["item"]["id"] for step in shown["path"] if step["item"])
    assert run(build, ["act", "dispatch", item, "Tekniska  kontoret", "--date", "2025-06-19", *WHY]) == 0
    capsys.readouterr()
    assert "expedierat, Tekniska kontoret, 19 juni 2025" in said(capsys, "history", "KS-2025-00042")
    assert run(build, ["act", "dispatch", item, "Tekniska kontoret", *WHY]) == 5
    assert run(build, ["act", "dispatch", item, "Kulturnämnden", "--date", "2999-01-01", *WHY]) == 2
    one, other = "Mira Tallbo", "Mira Tallbom"
    movers = ("--mover", f"{one} (C)", "--mover", f"{other} (C)")
    assert run(build, ["act", "motion", "Alnsjö", "--title", "Lövträd", "--date", "2024-11-04", *movers, *WHY]) == 0
    assert run(build, ["act", "apart-people", one, other, *WHY]) == 0
    assert run(build, ["act", "apart-people", other, one, *WHY]) == 5
    assert run(build, ["act", "apart-people", one, one, *WHY]) == 2


def test_a_day_before_everything_knew_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    assert "Cykelställ vid torget" in said(capsys, "show", "KS-2025-00042", "--as-of", "2999-01-01")
    assert run(build, ["show", "KS-2025-00042", "--as-of", "2001-01-01"]) == 2
    assert run(build, ["show", "KS-2025-00042", "--as-of", "i går"]) == 2


def test_what_is_entered_by_hand_is_shown_as_that(capsys: pytest.CaptureFixture[str]) -> None:
    fields = (
        "date=2025-12-01",
        "item=90",
        "title=Svar",
        "number=KS-2025-00042",
        "outcome=bifall",
        "clause=att bifalla",
    )
    assert run(build, ["act", "decision", "Alnsjö/Kommunfullmäktige", *fields, *WHY]) == 0
    capsys.readouterr()
    assert "inlagt för hand" in said(capsys, "show", "KS-2025-00042")
    assert "inlagt för hand" in said(capsys, "history", "KS-2025-00042")


@pytest.mark.parametrize(
    "wrong",
    [
        ("link", "KS-2025-00042"),
        ("link", "KS-2025-00042", "KS-1999-00001"),
        ("correct", "nosuch", "title=x"),
        ("correct", "nosuch", "title"),
        ("date", "nosuch", "verified=i går"),
        ("default", "Alnsjö=public"),
        ("rename", "Kulturnämnden", "Skolnämnden"),
        ("divide", "Alnsjö/Kulturnämnden", "Skolnämnden"),
        ("apart", "Alnsjö/Kulturnämnden", "Skolnämnden"),
        ("apart", "Alnsjö/Kommunstyrelsen", "KOMMUNSTYRELSEN"),
        ("decision", "Alnsjö/Nämnden", "title=x"),
        ("motion", "Alnsjö", "colour=blue"),
        ("undo", "första"),
        ("undo", "1"),
    ],
)
def test_what_cannot_be_done_is_a_sentence_and_2(wrong: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(build, ["act", *wrong, *WHY]) == 2
    (sentence,) = capsys.readouterr().err.splitlines()
    assert sentence.endswith(".")


def test_an_act_needs_a_reason(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(build, ["act", "link", "KS-2025-00042", "MN-2025-00118", "--reason", " "]) == 2
    assert capsys.readouterr().err == "En åtgärd behöver ett skäl.\n"


def test_nobody_acts_under_a_name_that_looks_like_a_keys(capsys: pytest.CaptureFixture[str]) -> None:
    named = ("--reason", "ett skäl", "--as", "Ärendesystemet (Key 3f9c1e7a)")
    assert run(build, ["act", "link", "KS-2025-00042", "MN-2025-00118", *named]) == 2
    assert "ser ut som en nyckel" in capsys.readouterr().err
    assert told(capsys, "links", "--json") == []


def test_what_is_held_is_listed_and_released_only_when_said_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    naming = minutes("Socialnämnden", "7", HELD, "Socialnämnden beslutar att 121212-1212 får bidrag.")
    (tmp_path / "a.pdf").write_bytes(drawn(naming))
    assert run(build, ["import", str(tmp_path / "a.pdf"), "--for", "Alnsjö"]) == 3
    imported = capsys.readouterr().err
    assert "diarium held" in imported
    for line_of in (
        imported,
        *(_beside(capsys, *asked) for asked in (("show", HELD), ("history", HELD), ("findings",))),
    ):
        (line,) = [line for line in line_of.splitlines() if "act release" in line]
        assert ("Socialnämnden" in line, "a.pdf s. 1:" in line, "personnummer" in line) == (True, True, True)
        assert "121212" not in line_of
    assert run(build, ["held", "--json"]) == 3
    (row,) = json.loads(capsys.readouterr().out)
    assert (row["file"], row["first_page"], [reason["code"] for reason in row["reasons"]]) == (
        "a.pdf",
        1,
        ["identity_number"],
    )
    assert "121212" not in str(row)
    assert run(build, ["act", "release", row["document"], *WHY]) == 2
    assert "personnummer" in capsys.readouterr().err
    assert run(build, ["act", "release", row["document"], "--yes", *WHY]) == 0
    assert run(build, ["held"]) == 0
