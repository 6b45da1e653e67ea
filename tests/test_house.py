"""The rules of the house that a machine can hold, over every file that git tracks."""

from __future__ import annotations

import ast
import json
import re
import shutil
import subprocess
import tomllib
from functools import cache
from pathlib import Path

import pytest

from tests.places import ROOT, missing

# written with a class in the middle, so that this file does not hold what it looks for
MACHINE_PATH = re.compile(r"(?<![\w./-])/(?:w[o]rk|t[m]p|r[o]ot|h[o]me)/")
REGISTRY = re.compile(r"py[p]i\.org|python[h]osted\.org|registry\.np[m]js|--(?:extra-)?index-[u]rl")
UNFINISHED = re.compile(r"\b(?:T[O]DO|F[I]XME|X[X]X)\b")
BROAD = re.compile(r"except(?: (?:Base)?Exc[e]ption\b.*)?:\s*(?:#.*)?$")
ROLE_NAMES = {"utils", "helpers", "common", "misc", "util", "helper"}
LONGEST = 400
# a list of shapes or tables reads best in one piece; a migration is a diary entry, written once
LONG_ON_PURPOSE = re.compile(
    r"importers/bundle\.py|app/register/values\.py|app/models/register\.py|migrations/versions/.*"
)


@cache
def tracked(*suffixes: str) -> tuple[Path, ...]:
    if shutil.which("git") is None or not (ROOT / ".git").exists():
        missing("a git checkout", "git clone")
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    paths = (ROOT / name for name in listed.split("\0") if name)
    return tuple(path for path in paths if path.is_file() and (not suffixes or path.suffix in suffixes))


def lines_that_match(pattern: re.Pattern[str], *suffixes: str) -> list[str]:
    found = []
    for path in tracked(*suffixes):
        if b"\0" in path.read_bytes()[:1024]:
            continue
        for number, line in enumerate(path.read_text(errors="replace").splitlines(), start=1):
            if pattern.search(line):
                found.append(f"{path.relative_to(ROOT)}:{number}: {line.strip()[:100]}")
    return found


@pytest.mark.parametrize("pattern", [MACHINE_PATH, REGISTRY, UNFINISHED], ids=["path", "registry", "unfinished"])
def test_no_file_holds_what_belongs_to_one_machine_or_day(pattern: re.Pattern[str]) -> None:
    assert lines_that_match(pattern) == []


def test_nobody_catches_everything() -> None:
    assert lines_that_match(BROAD, ".py") == []


def test_no_file_is_named_after_a_role() -> None:
    assert [path for path in tracked(".py", ".html", ".css") if path.stem.casefold() in ROLE_NAMES] == []


def test_no_file_holds_two_subjects() -> None:
    sizes = {str(path.relative_to(ROOT)): len(path.read_text().splitlines()) for path in tracked(".py")}
    long = {path for path, size in sizes.items() if size > LONGEST}
    assert {path for path in long if not LONG_ON_PURPOSE.fullmatch(path)} == set()


def test_every_module_says_what_it_is_for() -> None:
    modules = [path for path in tracked(".py") if path.parts[len(ROOT.parts)] in {"app", "importers", "scripts"}]
    silent = [path for path in modules if path.read_text().strip() and not _speaks(path)]
    assert [str(path.relative_to(ROOT)) for path in silent] == []


def _speaks(path: Path) -> bool:
    if path.name == "__init__.py" and len(path.read_text().splitlines()) < 3:
        return True
    return ast.get_docstring(ast.parse(path.read_text())) is not None


def test_every_room_that_the_readme_shows_is_there() -> None:
    shown = re.findall(r"^\| (`[^|]+) \| ", (ROOT / "README.md").read_text(), re.MULTILINE)
    rooms = [room for cell in shown for room in re.findall(r"`([\w/]+(?:/|\.py))`", cell)]
    assert len(rooms) > 10
    assert [room for room in rooms if not (ROOT / room).exists()] == []


def test_the_tree_has_no_javascript_of_others() -> None:
    assert [path for path in tracked(".js", ".mjs") if "static" not in path.parts] == []
    assert not (ROOT / "node_modules").exists()


def test_no_installation_lies_in_the_tree() -> None:
    assert tracked(".db", ".db-wal", ".db-shm", ".lock") == ()


def test_the_readme_shows_every_room() -> None:
    shown = (ROOT / "README.md").read_text()
    rooms = {path.relative_to(ROOT).parts[:2] for path in tracked(".py") if path.parts[len(ROOT.parts)] == "app"}
    loose = {"__init__.py", "cli.py"}  # the latter stands with the commands
    lacking = [f"{top}/{name}" for top, name in rooms if name not in loose and f"`{top}/{name}" not in shown]
    assert sorted(lacking) == []


def test_what_the_papers_name_is_there() -> None:
    """Links within the repository, and paths in backticks that begin with one of its folders."""
    folders = "|".join({re.escape(path.relative_to(ROOT).parts[0]) for path in tracked() if path.parent != ROOT})
    named = re.compile(rf"\]\(([^)#:]+)(?:#[\w-]*)?\)|`((?:{folders})/[\w./-]+)`")
    papers = [path for path in tracked(".md") if path.parent == ROOT or "docs" in path.parts]
    assert len(papers) > 10
    lacking = [
        f"{paper.relative_to(ROOT)}: {link or path}"
        for paper in papers
        for link, path in named.findall(paper.read_text())
        if not (paper.parent / link if link else ROOT / path).exists()
    ]
    assert lacking == []


def test_editors_keep_to_what_the_gates_ask_for() -> None:
    line_length = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["ruff"]["line-length"]
    assert f"\nmax_line_length = {line_length}\n" in (ROOT / ".editorconfig").read_text()
    assert json.loads((ROOT / ".vscode/settings.json").read_text())["editor.rulers"] == [line_length]


def test_ci_installs_every_part_that_the_gates_would_miss() -> None:
    brings = re.findall(r"^part .*'apt-get install ([^']+)'", (ROOT / "scripts/check").read_text(), re.MULTILINE)
    needed = re.search(r"^needed=\((.*)\)$", (ROOT / ".ci/run").read_text(), re.MULTILINE)
    assert needed is not None and len(brings) > 5
    assert {name for line in brings for name in line.split()} <= set(needed[1].split())


def test_migrations_stand_in_one_row() -> None:
    numbers = [path.name[:4] for path in sorted((ROOT / "migrations" / "versions").glob("[0-9]*.py"))]
    assert numbers == [f"{n:04}" for n in range(1, len(numbers) + 1)]
