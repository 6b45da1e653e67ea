"""What every test can ask for: the shared data, a fresh pair of databases of either kind, settings of its own."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import NamedTuple

import pytest

from app.installation.opening import open_stores
from app.language.i18n import SOURCE, set_language
from app.settings import Settings, public_url, settings
from tests import postgres
from tests.places import SHARED, has_shared, missing


class Databases(NamedTuple):
    """The addresses of one installation: the desk's database and the public one."""

    desk_url: str
    public_url: str


_numbers = count(1)


def pytest_runtest_setup(item: pytest.Item) -> None:
    if item.get_closest_marker("shared") and not has_shared():
        missing("the shared data set", "set DIARIUM_SHARED to its folder")


@pytest.fixture(autouse=True)
def own_settings(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """No test sees the machine's settings or data, nor another test's language."""
    for name in [name for name in os.environ if name.startswith("DIARIUM_") and name != "DIARIUM_SHARED"]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("DIARIUM_DATA_DIR", str(tmp_path_factory.getbasetemp() / f"data-{next(_numbers)}"))
    settings.cache_clear()
    set_language(SOURCE)
    yield
    settings.cache_clear()


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of the shared data set."""
    if not has_shared():
        missing("the shared data set", "set DIARIUM_SHARED to its folder")
    return SHARED


@pytest.fixture(scope="session")
def postgres_url() -> Iterator[str]:
    """A PostgreSQL server where databases can be made: TEST_PG_URL, else one of the test's own."""
    given = os.environ.get("TEST_PG_URL")
    if given:
        yield given
        return
    programmes = postgres.binaries()
    if programmes is None:
        missing("PostgreSQL", postgres.REMEDY)
    with postgres.server(programmes) as url:
        yield url


@pytest.fixture(params=["sqlite", "postgresql"])
def empty_database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Databases]:
    """The addresses of a pair of databases that hold nothing yet, on SQLite and on PostgreSQL."""
    if request.param == "sqlite":
        desk = f"sqlite:///{tmp_path / 'desk.db'}"
        yield Databases(desk, public_url(desk))
        return
    server: str = request.getfixturevalue("postgres_url")
    yield from _on_postgres(server, None)


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Databases]:
    """The addresses of a pair of databases whose tables are made and hold nothing, on SQLite and on PostgreSQL."""
    if request.param == "sqlite":
        made: Path = request.getfixturevalue("made_files")
        for path in made.iterdir():
            shutil.copy(path, tmp_path / path.name)
        desk = f"sqlite:///{tmp_path / 'desk.db'}"
        yield Databases(desk, public_url(desk))
        return
    server: str = request.getfixturevalue("postgres_url")
    yield from _on_postgres(server, request.getfixturevalue("made_template"))


def _on_postgres(server: str, template: str | None) -> Iterator[Databases]:
    name = f"diarium_{os.getpid()}_{next(_numbers)}"
    desk = postgres.create(server, name, template)
    try:
        yield Databases(desk, public_url(desk))
    finally:
        postgres.drop(server, name)


@pytest.fixture(scope="session")
def made_files(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a desk database and a public one to copy: to make their tables takes longer than most tests."""
    folder = tmp_path_factory.mktemp("made")
    _make(f"sqlite:///{folder / 'desk.db'}", tmp_path_factory)
    return folder


@pytest.fixture(scope="session")
def made_template(postgres_url: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The name of a database with desk and public register to copy."""
    name = f"diarium_{os.getpid()}_template"
    _make(postgres.create(postgres_url, name), tmp_path_factory)
    yield name
    postgres.drop(postgres_url, name)


def _make(desk: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    using = Settings(
        data_dir=tmp_path_factory.mktemp("made-data"), database_url=desk, public_database_url=public_url(desk)
    )
    open_stores(using).dispose()
