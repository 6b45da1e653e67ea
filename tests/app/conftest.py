"""An open installation on either database, and the register's rows for comparing."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from fastapi import FastAPI

import app.imports.filing
import app.main
import app.web.page_images
from app.db import Stores
from app.installation.opening import open_stores, start
from app.settings import Settings, public_url
from importers.pdf.progress import Tell
from tests import buckets, postgres
from tests.conftest import Databases


class Lasting(NamedTuple):
    """An installation that the tests of a file share."""

    stores: Stores
    using: Settings


_numbers = count(1)


@pytest.fixture
def using(database: Databases, tmp_path: Path) -> Settings:
    """Settings of an installation that holds nothing yet."""
    return Settings(data_dir=tmp_path / "data", database_url=database.desk_url, public_database_url=database.public_url)


@pytest.fixture
def stores(using: Settings) -> Iterator[Stores]:
    """The installation's two stores, ready for use."""
    opened = open_stores(using)
    start(opened)
    yield opened
    opened.dispose()


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def lasting(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lasting]:
    """An installation just begun, on SQLite and on PostgreSQL, for what the tests of a file only read: to file it takes
    longer than to ask for it."""
    folder = tmp_path_factory.mktemp("lasting")
    desk, server, name = f"sqlite:///{folder / 'desk.db'}", None, f"diarium_{os.getpid()}_lasting_{next(_numbers)}"
    if request.param == "sqlite":
        shutil.copytree(request.getfixturevalue("made_files"), folder, dirs_exist_ok=True)
    else:
        server = request.getfixturevalue("postgres_url")
        desk = postgres.create(server, name, request.getfixturevalue("made_template"))
    using = Settings(data_dir=folder / "data", database_url=desk, public_database_url=public_url(desk))
    opened = open_stores(using)
    start(opened)
    yield Lasting(opened, using)
    opened.dispose()
    if server:
        postgres.drop(server, name)


@pytest.fixture(scope="session")
def bucket_server() -> Iterator[buckets.Server]:
    """A store that speaks S3, for all tests that ask for one."""
    with buckets.server() as server:
        yield server


@pytest.fixture
def bucket(bucket_server: buckets.Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Settings:
    """Settings of an installation on SQLite whose files lie in a bucket of its own, and nothing fails on the way there yet."""
    for name, value in buckets.ACCOUNT.items():
        monkeypatch.setenv(name, value)
    bucket_server.between.failing()
    return Settings(
        data_dir=tmp_path / "data",
        files_url=f"s3://{bucket_server.make_bucket()}/alnsjo",
        files_endpoint=bucket_server.between.endpoint,
    )


@pytest.fixture(scope="session", autouse=True)
def described_once() -> Iterator[None]:
    """The description of the API, which is the code's and the settings' whatever is filed: to write it takes longer than to
    answer most questions, and the first question to each application writes it."""
    describe = app.main.describe
    written: dict[tuple[object, ...], dict[str, Any]] = {}

    def remembered(application: FastAPI, using: Settings) -> dict[str, Any]:
        key = (using.base_url, using.host, using.port, using.contact, *map(id, application.routes))
        if key not in written:
            written[key] = describe(application, using)
        return written[key]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(app.main, "describe", remembered)
        yield


@pytest.fixture(scope="session", autouse=True)
def pictures_awaited() -> Iterator[None]:
    """Whoever asks for a picture of a page waits until it is drawn: on a busy machine the programme says that it takes long."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(app.web.page_images, "PATIENCE", 600.0)
        yield


_ANSWERS: dict[bytes, bytes] = {}  # of the reader, by the file's bytes


@pytest.fixture(scope="session", autouse=True)
def files_read_once() -> Iterator[Callable[[bytes, Tell], bytes]]:
    """The reader's answer for a file that an earlier test or fixture had read; gives what reads anew."""
    read = app.imports.filing.read_apart

    def remembered(data: bytes, tell: Tell) -> bytes:
        if data not in _ANSWERS:
            _ANSWERS[data] = read(data, tell)
        return _ANSWERS[data]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(app.imports.filing, "read_apart", remembered)
        yield read


@pytest.fixture
def files_read_anew(files_read_once: Callable[[bytes, Tell], bytes], monkeypatch: pytest.MonkeyPatch) -> None:
    """Every file is read: for tests where reading itself is looked at."""
    monkeypatch.setattr(app.imports.filing, "read_apart", files_read_once)
