"""Data that versions before left opens with today's code: `tests/frozen`, a folder for each version (`scripts/freeze.py`).

In each lie our own examples alone, with a correction, a document withdrawn and released, and a body whose minutes are
held. Minutes of real municipalities may not be kept in the repository, so none of the seed data set is among them.
"""

from __future__ import annotations

import gzip
import json
import re
import shutil
import tarfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psycopg
import pytest
import sqlalchemy as sa
from starlette.testclient import TestClient

from app.cli import build
from app.commands.running import run
from app.db import Stores
from app.errors import Exit
from app.installation.checking import check
from app.installation.opening import open_stores, start
from app.installation.renewing import rebuild_all
from app.journal.files import path_of
from app.journal.scope import RegisterScope
from app.main import create_app
from app.settings import Settings, settings
from tests.app.filing import emptied, rows
from tests.conftest import Databases
from tests.places import ROOT
from tests.thorough import THOROUGH


def stands_at(folder: Path) -> tuple[bytes, str]:
    """The last migration that a frozen version had been through, `0017_by_what_undid_them`, and its name."""
    written = gzip.decompress((folder / "desk.sql.gz").read_bytes())
    return max(re.findall(rb"'(\d{4}_\w+)'", written)), folder.name


VERSIONS = sorted((path.parent for path in (ROOT / "tests" / "frozen").glob("*/frozen.json")), key=stands_at)
# Every version on SQLite; on PostgreSQL the oldest, which goes through every migration, and the newest, which holds most.
ON_POSTGRESQL = VERSIONS if THOROUGH else [VERSIONS[0], VERSIONS[-1]]
RUNS = [
    pytest.param(folder, kind, id=f"{folder.name}-{kind}")
    for kind, versions in (("sqlite", VERSIONS), ("postgresql", ON_POSTGRESQL))
    for folder in versions
]
# of each answer, what is counted anew with the register: not what the matter says
COUNTED = {"version"}


@dataclass(frozen=True, slots=True)
class Frozen:
    """An installation as a version left it, unpacked for one test."""

    using: Settings
    files: dict[str, str]  # sha256 by name
    steps: list[list[str]]
    answers: dict[str, Any]


@pytest.fixture
def frozen(
    request: pytest.FixtureRequest, empty_database: Databases, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Frozen]:
    folder: Path = request.param
    data = tmp_path / "data"
    with tarfile.open(folder / "data.tar.gz") as archive:
        archive.extractall(data, filter="data")
    kind = "sqlite"
    desk, public = (f"sqlite:///{data / name}" for name in ("desk.db", "public.db"))
    if empty_database.desk_url.startswith("postgresql"):
        kind = "postgresql"
        desk, public = empty_database
        with psycopg.connect(desk.replace("+psycopg", ""), autocommit=True) as connection:
            connection.execute(gzip.decompress((folder / "desk.sql.gz").read_bytes()))
    described = json.loads((folder / "frozen.json").read_text())
    using = Settings(data_dir=data, database_url=desk, public_database_url=public, rate_limit="off")
    for name in ("data_dir", "database_url", "public_database_url"):
        monkeypatch.setenv(f"DIARIUM_{name.upper()}", str(getattr(using, name)))
    settings.cache_clear()
    yield Frozen(using, described["files"], described[kind]["steps"], described[kind]["answers"])


@pytest.fixture
def opened(frozen: Frozen) -> Iterator[Stores]:
    stores = open_stores(frozen.using)
    start(stores)
    yield stores
    stores.dispose()


def test_versions_are_frozen_from_before_and_after_acts_were_written_by_hand() -> None:
    assert stands_at(VERSIONS[0])[0] < b"0011_entered" <= stands_at(VERSIONS[-1])[0]


@pytest.mark.parametrize(("frozen", "empty_database"), RUNS, indirect=True)
def test_what_a_version_left_is_whole_answers_as_it_did_and_is_what_the_same_steps_give_today(
    frozen: Frozen, opened: Stores, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ids too, where the secret is the same: a step that names one finds what it named then."""
    report = check(opened, frozen.using)
    assert (report.whole, report.files) == (True, len(frozen.files))
    assert rebuild_all(opened) == {RegisterScope.DESK: 0, RegisterScope.PUBLIC: 0}
    with TestClient(create_app(frozen.using), follow_redirects=True) as client:
        answers = {address: client.get(address).json() for address in frozen.answers}
    assert without_new(answers, frozen.answers) == without_new(frozen.answers, frozen.answers)

    for name, digest in frozen.files.items():
        shutil.copyfile(path_of(frozen.using.data_dir, digest), tmp_path / name)
    monkeypatch.chdir(tmp_path)
    for step in frozen.steps:
        if step[0] == "import":  # a newer reader reads once more; the same reader leaves all as it is
            assert run(build, step) in {Exit.DONE, Exit.NOTHING_NEW}
    left = [register_of(store) for store in (opened.desk, opened.public)]
    emptied(opened)
    for step in frozen.steps:
        assert run(build, step) == 0, step
    rebuild_all(opened)
    assert [register_of(store) for store in (opened.desk, opened.public)] == left


def without_new(answer: Any, old: Any) -> Any:
    """An answer without what a later version added to it, and without what is counted anew."""
    if isinstance(answer, dict) and isinstance(old, dict):
        return {key: without_new(answer[key], old[key]) for key in old if key in answer and key not in COUNTED}
    if isinstance(answer, list) and isinstance(old, list) and len(answer) == len(old):
        return [without_new(one, before) for one, before in zip(answer, old, strict=True)]
    return answer


def register_of(store: sa.Engine) -> dict[str, list[dict[str, Any]]]:
    """Every row but for who corrected a fact and when, which a matter's version covers: an older journal tells less of it."""
    tables = rows(store, without=set())
    for row in tables["matters"]:
        del row["version"]
    for row in tables["sources"]:
        if row["correction"]:
            row["correction"] = {key: row["correction"][key] for key in ("kind", "table", "replaced", "new")}
    return tables
