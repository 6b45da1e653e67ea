"""These tests work at the desk of an installation that holds the example, by its forms alone, as a browser without scripts."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from argon2 import PasswordHasher
from starlette.testclient import TestClient

from app.db import Stores
from app.main import create_app
from app.resources import example
from app.security import passwords
from app.security.roles import Grant, Role
from app.settings import Settings
from tests.app.desk.working import Worker, account
from tests.app.importing import import_file

_LIGHT = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)


@pytest.fixture(autouse=True)
def passwords_hashed_lightly(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """To hash one as the programme does takes a fifth of a second, on purpose, and every test here begins with two or three."""
    monkeypatch.setattr(passwords, "_hasher", _LIGHT)
    passwords._nobodys.cache_clear()
    yield
    passwords._nobodys.cache_clear()


@pytest.fixture
def served(stores: Stores, using: Settings) -> Iterator[TestClient]:
    """The installation, served; follows no redirect. Alva decides about accounts."""
    import_file(stores, using, example().read_bytes(), "exempel.pdf", "anna")
    account(stores, "alva", Grant(Role.ADMIN))
    with TestClient(create_app(using), follow_redirects=False) as asking:
        yield asking


@pytest.fixture
def registrar(served: TestClient, stores: Stores) -> Worker:
    """Rut, who is signed in and registrar of all."""
    account(stores, "rut", Grant(Role.REGISTRAR))
    return Worker(served).signed_in("rut")
