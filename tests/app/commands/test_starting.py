"""A command imports what it needs and nothing else: what is not imported takes no time, whatever else the machine does."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.places import ROOT

HEAVY = (
    "alembic",
    "babel",
    "fastapi",
    "importers",
    "jinja2",
    "limits",
    "pdfplumber",
    "pydantic_settings",
    "pypdfium2",
    "sqlalchemy",
    "starlette",
    "uvicorn",
)
PROGRAM = """
import sys
from app.cli import build
from app.commands.running import run
code = run(build, sys.argv[1:])
print(*sorted(sys.modules), file=sys.stderr)
sys.exit(code)
"""


def imported(*arguments: str, **env: str) -> set[str]:
    """The packages that a Swedish command line has imported when it ends well."""
    env = {**os.environ, "LC_ALL": "sv_SE.UTF-8"} | env
    command = [sys.executable, "-c", PROGRAM, *arguments]
    ended = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, env=env, check=True)
    return {name.partition(".")[0] for name in ended.stderr.split()}


@pytest.mark.parametrize(
    "arguments",
    [("--help",), ("--version",), ("act", "--help"), ("act", "correct", "--help"), ("act", "motion", "--help")],
    ids=" ".join,
)
def test_help_needs_no_database_no_web_and_no_reader(arguments: tuple[str, ...]) -> None:
    packages = imported(*arguments)
    assert "typer" in packages
    assert packages.isdisjoint(HEAVY)


def test_reading_a_file_needs_no_database_and_no_web() -> None:
    packages = imported("parse", "--help")
    assert packages.isdisjoint({"alembic", "fastapi", "jinja2", "limits", "sqlalchemy", "starlette", "uvicorn"})


def test_showing_a_matter_needs_no_web_and_no_server() -> None:
    assert imported("show", "--help").isdisjoint({"fastapi", "jinja2", "starlette", "uvicorn"})


def test_a_register_that_is_up_to_date_is_shown_without_what_makes_acts_on_and_serves_it(tmp_path: Path) -> None:
    env = {"DIARIUM_DATA_DIR": str(tmp_path)}
    assert "alembic" in imported("import", "app/demo/exempel.pdf", **env)
    packages = imported("show", "KS-2025-00042", **env)
    assert "sqlalchemy" in packages
    assert packages.isdisjoint({"alembic", "fastapi", "jinja2", "limits", "pdfplumber", "pypdfium2", "starlette"})
