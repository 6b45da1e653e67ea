"""A command imports what it needs and nothing else: what is not imported takes no time, whatever else the machine does."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from app.commands.by_name import COMMANDS
from app.commands.loading import Listed, ListedGroup
from app.errors import Exit
from tests.places import ROOT

HEAVY = {
    "alembic",
    "babel",
    "cryptography",
    "fastapi",
    "importers",
    "jinja2",
    "limits",
    "obstore",
    "opentelemetry",
    "orjson",
    "pdfplumber",
    "procrastinate",
    "pydantic_settings",
    "pypdfium2",
    "sqlalchemy",
    "starlette",
    "uvicorn",
}
# What only a register that is not up to date needs.
BUILDING = {
    "alembic",
    "app.models.published",
    "app.projection.project",
    "app.projection.rebuilding",
    "app.register.build",
}
PROGRAM = """
import json, sys
from app.cli import build
from app.commands.running import run
codes = [run(build, line) for line in json.loads(sys.argv[1])]
print(json.dumps([codes, sorted(sys.modules)]), file=sys.stderr)
"""


def started(*lines: list[str], **env: str) -> tuple[set[int], set[str]]:
    """The exit codes of these Swedish command lines, and every module imported when the last has ended."""
    env = {**os.environ, "LC_ALL": "sv_SE.UTF-8"} | env
    command = [sys.executable, "-c", PROGRAM, json.dumps(lines)]
    ended = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, env=env, check=True)
    codes, modules = json.loads(ended.stderr.splitlines()[-1])
    return set(codes), set(modules)


def packages(modules: set[str]) -> set[str]:
    return {name.partition(".")[0] for name in modules}


def commands(listed: Mapping[str, Listed | ListedGroup] = COMMANDS) -> Iterator[list[str]]:
    """Every command by its name, with those under it: `key add`."""
    for name, command in listed.items():
        yield [name]
        if isinstance(command, ListedGroup):
            yield from ([name, *under] for under in commands(command.commands))


@pytest.mark.parametrize("option", ["--help", "--no-such-option"])
def test_help_and_what_is_wrongly_typed_need_no_database_no_web_and_no_reader(option: str) -> None:
    lines = [[*names, option] for names in ([], *commands())]
    assert len(lines) > 30
    codes, modules = started(*lines)
    assert codes == {Exit.DONE if option == "--help" else Exit.WRONG_USE}
    assert "typer" in modules
    assert packages(modules) & HEAVY == set()


def test_a_register_that_is_up_to_date_is_shown_without_what_builds_acts_on_and_serves_it(tmp_path: Path) -> None:
    env = {"DIARIUM_DATA_DIR": str(tmp_path)}
    _codes, modules = started(["import", "app/demo/exempel.pdf"], **env)
    assert modules >= BUILDING and "opentelemetry" not in packages(modules)
    number = "KS-2025-00042"
    codes, modules = started(["show", number], ["links"], ["findings"], ["history", number], ["key", "list"], **env)
    assert codes == {Exit.DONE}
    assert "sqlalchemy" in modules
    assert packages(modules) & (HEAVY - {"babel", "importers", "orjson", "pydantic_settings", "sqlalchemy"}) == set()
    assert modules & BUILDING == set()
