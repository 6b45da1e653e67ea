"""Keys from the day they are made to the day they end: by the command line, and at the API's door."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator

import pytest
from starlette.testclient import TestClient

from app.cli import build
from app.commands.running import run
from app.db import Stores, writing
from app.errors import KeyRefused, NothingNew
from app.main import create_app
from app.models.journal import entries
from app.resources import example
from app.security import keys as holding
from app.security.keys import add_key, check_key, keys, revoke_key
from app.security.scopes import KeyScope
from app.settings import Settings, settings
from tests.conftest import Databases

PDF = {"Content-Type": "application/pdf"}


@pytest.fixture
def installed(database: Databases, monkeypatch: pytest.MonkeyPatch) -> Iterator[Settings]:
    monkeypatch.setenv("DIARIUM_DATABASE_URL", database.desk_url)
    monkeypatch.setenv("DIARIUM_PUBLIC_DATABASE_URL", database.public_url)
    monkeypatch.setenv("COLUMNS", "200")
    settings.cache_clear()
    yield settings()


def listed(capsys: pytest.CaptureFixture[str]) -> list[dict[str, object]]:
    assert run(build, ["key", "list", "--json"]) == 0
    found: list[dict[str, object]] = json.loads(capsys.readouterr().out)
    return found


def test_a_key_is_listed_without_being_shown_and_ends_when_revoked(
    installed: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    made = ["key", "add", "Tidningen", "--for", "Uppsala", "--scope", "read", "--expires", "2999-12-31"]
    assert run(build, made) == 0
    key = capsys.readouterr().out.strip()
    (row,) = listed(capsys)
    assert (row["name"], row["municipality"], row["scopes"]) == ("Tidningen", "0380", ["read"])
    assert (row["expires"], row["revoked"], row["works"]) == ("2999-12-31", None, True)
    assert key not in str(row) and "hash" not in row

    assert run(build, ["key", "list"]) == 0
    assert "gäller till och med 2999-12-31" in capsys.readouterr().out
    assert run(build, ["key", "revoke", str(row["id"])]) == 0
    capsys.readouterr()
    (ended,) = listed(capsys)
    assert (ended["works"], ended["id"]) == (False, row["id"])
    assert run(build, ["key", "list"]) == 0
    assert "återkallad" in capsys.readouterr().out


def test_a_key_that_is_not_there_cannot_be_revoked(installed: Settings, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(build, ["key", "revoke", "nothing"]) == 2
    assert "Ingen nyckel har beteckningen nothing" in capsys.readouterr().err
    assert run(build, ["key", "add", "x", "--for", "Uppsala", "--expires", "31/12"]) == 2


def test_a_key_works_through_its_last_day(stores: Stores, monkeypatch: pytest.MonkeyPatch) -> None:
    with writing(stores.desk) as session:
        key = add_key(session, "a", "0380", expires=dt.date(2026, 12, 31))
        monkeypatch.setattr(holding, "today", lambda: dt.date(2026, 12, 31))
        assert check_key(session, f"Bearer {key}").name == "a"
        monkeypatch.setattr(holding, "today", lambda: dt.date(2027, 1, 1))
        with pytest.raises(KeyRefused):
            check_key(session, f"Bearer {key}")


def test_a_key_revoked_twice_was_revoked_once(stores: Stores) -> None:
    with writing(stores.desk) as session:
        add_key(session, "a", "0380")
        (row,) = keys(session)
        first = revoke_key(session, row.id)
        assert first.revoked is not None
        with pytest.raises(NothingNew):
            revoke_key(session, row.id)
        assert keys(session) == [first]


def test_only_a_key_of_that_scope_files_and_only_as_a_bearers(using: Settings, stores: Stores) -> None:
    with writing(stores.desk) as session:
        reader, filer = (add_key(session, name, "0380", scopes=(name,)) for name in (KeyScope.READ, KeyScope.IMPORTS))
    with TestClient(create_app(using)) as client:

        def status(authorization: str) -> int:
            told = {"Authorization": authorization} | PDF
            return client.post("/api/v1/imports", content=b"", headers=told).status_code

        assert status(f"Bearer {filer}") == 415  # past the door: an empty file is no PDF
        assert status(f"Bearer {reader}") == 403
        assert status("Bearer dia_made_up") == 403
        for scheme in ("Basic", "Digest", "Token"):
            assert status(f"{scheme} {filer}") == 401
        assert client.get("/api/v1/cases", headers={"Authorization": f"Bearer {reader}"}).status_code == 200


def test_who_files_with_a_key_sees_what_was_filed_with_it(using: Settings, stores: Stores) -> None:
    with writing(stores.desk) as session:
        mine, other = (add_key(session, name, "Alnsjö") for name in ("mine", "other"))
        (key_id,) = (row.id for row in keys(session) if row.name == "mine")
    with TestClient(create_app(using)) as client:
        bearing = {"Authorization": f"Bearer {mine}"}
        filed = client.post("/api/v1/imports", content=example().read_bytes(), headers=bearing | PDF).json()
        found = client.get("/api/v1/imports", headers=bearing)
        assert (found.json()["imports"], found.json()["total"]) == ([filed], 1)
        assert found.headers["cache-control"] == "private, no-store"
        assert client.get("/api/v1/imports?state=queued", headers=bearing).json()["total"] == 0
        assert client.get("/api/v1/imports?state=lost", headers=bearing).status_code == 400
        theirs = client.get("/api/v1/imports", headers={"Authorization": f"Bearer {other}"}).json()
        assert (theirs["imports"], theirs["total"]) == ([], 0)
        assert client.get("/api/v1/imports").status_code == 401
    with writing(stores.desk) as session:
        actors = set(session.execute(entries.select().with_only_columns(entries.c.actor)).scalars())
    assert f"mine (key {key_id})" in actors
