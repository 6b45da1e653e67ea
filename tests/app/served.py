"""The built-in example, imported and served: one installation of each kind of database for all tests that only read."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from fastapi import FastAPI
from starlette.testclient import TestClient

from app.db import writing
from app.installation.opening import open_stores, start
from app.main import create_app
from app.resources import example
from app.security.keys import add_key
from app.settings import Settings, public_url
from tests import postgres
from tests.app.importing import import_file

NUMBER = "KS-2025-00042"
OTHER_NUMBER = "BUN-2025-00118"
CONTACT = "registrator@alnsjo.example"

# As `ON_ONE_STORE`, for a test of what is made of the answers of the store.
EXAMPLE_ON_ONE_STORE = pytest.mark.parametrize("holding_example", ["sqlite"], indirect=True)


@contextmanager
def installed(folder: Path, desk_url: str) -> Iterator[Settings]:
    """An installation that holds the example."""
    using = Settings(
        data_dir=folder,
        database_url=desk_url,
        public_database_url=public_url(desk_url),
        contact=CONTACT,
        base_url=None,
        rate_limit="off",
    )
    stores = open_stores(using)
    start(stores)
    import_file(stores, using, example().read_bytes(), "exempel.pdf", "anna")
    stores.dispose()
    yield using


@pytest.fixture(scope="session", params=["sqlite", "postgresql"])
def holding_example(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Settings]:
    folder = tmp_path_factory.mktemp(f"served-{request.param}")
    if request.param == "sqlite":
        shutil.copytree(request.getfixturevalue("made_files"), folder, dirs_exist_ok=True)
        with installed(folder, f"sqlite:///{folder / 'desk.db'}") as using:
            yield using
        return
    server: str = request.getfixturevalue("postgres_url")
    name = f"diarium_served_{os.getpid()}_{folder.name[-1]}"
    url = postgres.create(server, name, request.getfixturevalue("made_template"))
    with installed(folder, url) as using:
        yield using
    postgres.drop(server, name)


@pytest.fixture(scope="session")
def client(holding_example: Settings) -> Iterator[TestClient]:
    """Asks the installation; follows no redirect."""
    with TestClient(create_app(holding_example), follow_redirects=False) as asking:
        yield asking


def app_of(client: TestClient) -> FastAPI:
    assert isinstance(client.app, FastAPI)
    return client.app


def case_id(client: TestClient) -> str:
    return str(client.get("/api/v1/cases").json()["cases"][0]["id"])


def key_for(using: Settings, name: str, municipality: str, body: str | None = None) -> str:
    stores = open_stores(using)
    with writing(stores.desk) as session:
        key = add_key(session, name, municipality, body)
    stores.dispose()
    return key
