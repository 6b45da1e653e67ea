"""These tests work at the desk of an installation that holds the example, by its forms alone, as a browser without scripts."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from argon2 import PasswordHasher
from starlette.testclient import TestClient

from app.db import Stores
from app.main import create_app
from app.security import passwords
from app.security.roles import Grant, Role
from app.settings import Settings, public_url
from tests import postgres
from tests.app.desk.working import Worker, account
from tests.app.served import installed
from tests.conftest import Databases

_LIGHT = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)


@pytest.fixture(autouse=True)
def passwords_hashed_lightly(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """To hash one as the programme does takes a fifth of a second, on purpose, and every test here begins with two or three."""
    monkeypatch.setattr(passwords, "_hasher", _LIGHT)
    passwords._nobodys.cache_clear()
    yield
    passwords._nobodys.cache_clear()


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Databases]:
    """An installation that holds the example, on SQLite and on PostgreSQL, its files where `using` has them: to copy it takes
    less than to import the example."""
    if request.param == "sqlite":
        kept: Path = request.getfixturevalue("example_kept")
        shutil.copytree(kept, tmp_path / "data")
        for path in tmp_path.glob("data/*.db*"):
            path.rename(tmp_path / path.name)
        desk = f"sqlite:///{tmp_path / 'desk.db'}"
        yield Databases(desk, public_url(desk))
        return
    lent, folder = request.getfixturevalue("example_lent")
    shutil.copytree(folder, tmp_path / "data")
    yield Databases(lent.url, public_url(lent.url))
    lent.put_back()


@pytest.fixture(scope="session")
def example_kept(made_files: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The data folder of one on SQLite, the databases in it."""
    folder = tmp_path_factory.mktemp("kept") / "data"
    shutil.copytree(made_files, folder)
    with installed(folder, f"sqlite:///{folder / 'desk.db'}"):
        return folder


@pytest.fixture(scope="session")
def example_lent(
    postgres_url: str, made_template: str, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[postgres.Lent, Path]]:
    """A database of one on PostgreSQL that one test after the other uses, and the data folder to copy."""
    name, folder = f"diarium_{os.getpid()}_example", tmp_path_factory.mktemp("kept") / "data"
    url = postgres.create(postgres_url, f"{name}_template", made_template)
    with installed(folder, url):
        yield postgres.Lent(postgres_url, name, f"{name}_template"), folder
    postgres.drop(postgres_url, name)
    postgres.drop(postgres_url, f"{name}_template")


@pytest.fixture
def served(stores: Stores, using: Settings) -> Iterator[TestClient]:
    """The installation, served; follows no redirect. Alva decides about accounts."""
    account(stores, "alva", Grant(Role.ADMIN))
    with TestClient(create_app(using), follow_redirects=False) as asking:
        yield asking


@pytest.fixture
def registrar(served: TestClient, stores: Stores) -> Worker:
    """Rut, who is signed in and registrar of all."""
    account(stores, "rut", Grant(Role.REGISTRAR))
    return Worker(served).signed_in("rut")
