"""`diarium reports`: what readers say is wrong is listed and answered on the command line."""

from __future__ import annotations

import json

import pytest

from app.cli import build
from app.commands.installation import installation
from app.commands.running import run
from app.db import reading, writing
from app.errors import Exit
from app.journal.reports import add_report, report

pytestmark = pytest.mark.usefixtures("filed")
HOSTILE = "Fel dag\x1b[2J i §"


def test_reports_are_listed_until_they_are_answered(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(build, ["reports", "list"]) == Exit.DONE
    with installation() as stores, writing(stores.desk, alone=False) as session:
        add_report(session, "abcdefghjk", "/arenden", HOSTILE, "sv")
    assert run(build, ["reports", "list"]) == Exit.NEEDS_REVIEW
    assert "\x1b" not in capsys.readouterr().out
    assert run(build, ["reports", "answer", "abcdefghjk", "Rättat.", "--as", "eva"]) == Exit.DONE
    with installation() as stores, reading(stores.desk) as session:
        answered = report(session, "abcdefghjk")
    assert (answered.answer, answered.answered_by) == ("Rättat.", "eva")
    capsys.readouterr()
    assert run(build, ["reports", "list"]) == Exit.DONE
    assert run(build, ["reports", "list", "--all", "--json"]) == Exit.DONE
    (row,) = json.loads(capsys.readouterr().out)
    assert (row["number"], row["content"]) == ("abcdefghjk", HOSTILE)
    assert run(build, ["reports", "answer", "abcdefghjk", "Rättat."]) == Exit.NOTHING_NEW
    assert run(build, ["reports", "answer", "nothing", "Rättat."]) == Exit.WRONG_USE
