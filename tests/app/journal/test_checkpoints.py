"""Checkpoints: signed, published, each proved to begin with the one before; and what they do not tell."""

from __future__ import annotations

import json
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from app import acts
from app.acts import Actor
from app.backups.making import back_up
from app.cli import build
from app.commands.running import run
from app.db import Stores, writing
from app.installation.checking import check
from app.installation.opening import prepare_public, start
from app.journal.append import append
from app.journal.checkpoints import BLOCK, is_signed, make_checkpoint
from app.journal.merkle import is_consistent
from app.main import create_app
from app.models.checkpoints import published_checkpoints
from app.models.register import register_meta
from app.settings import Settings, settings
from tests.app.filing import file
from tests.app.register.saying import bundle, extract, item

MEETING = extract("Kommunstyrelsen", "2025-06-17", item("88", "Torget", case_numbers=("KS-2025-00042",)))


def entries_of(stores: Stores, n: int) -> None:
    with writing(stores.desk) as session:
        for _ in range(n):
            append(session, "note", {}, "anna")


def published(using: Settings) -> list[dict[str, Any]]:
    with TestClient(create_app(using)) as client:
        found: list[dict[str, Any]] = client.get("/api/v1/checkpoints").json()["checkpoints"]
    return found


def test_each_is_signed_and_begins_with_the_one_before(stores: Stores, using: Settings) -> None:
    for n in (0, 3, 300, 0):
        entries_of(stores, n)
        make_checkpoint(stores)
    found = published(using)
    assert [one["size"] for one in found] == [256, 512, 1024, 1280]
    assert all(is_signed(one) for one in found)
    assert len({one["key"] for one in found}) == 1
    assert found[0]["proof"] == []
    for before, after in pairwise(found):
        roots = (bytes.fromhex(before["root"]), bytes.fromhex(after["root"]))
        proof = [bytes.fromhex(step) for step in after["proof"]]
        assert is_consistent(before["size"], after["size"], *roots, proof)
    assert check(stores, using).whole


def test_a_signature_is_of_size_root_and_instant(stores: Stores) -> None:
    made = make_checkpoint(stores)
    assert is_signed(made)
    for changed in ({"size": 512}, {"root": "00" * 32}, {"at": "2020-01-01T00:00:00.000000Z"}, {"key": "11" * 32}):
        assert not is_signed(made | changed)


def test_how_much_is_unpublished_is_not_told(stores: Stores, using: Settings) -> None:
    """The size is of whole blocks, and grows by one whether anything was filed or not."""
    first = make_checkpoint(stores)
    file(stores, bundle(MEETING), released=False)
    second = make_checkpoint(stores)
    assert [first["size"], second["size"], make_checkpoint(stores)["size"]] == [BLOCK, 2 * BLOCK, 3 * BLOCK]
    assert "entries" not in second


def test_a_running_server_shows_a_new_one(stores: Stores, using: Settings) -> None:
    with TestClient(create_app(using)) as client:
        assert client.get("/api/v1/checkpoints").json() == {"checkpoints": [], "total": 0}
        made = make_checkpoint(stores)
        assert client.get("/api/v1/checkpoints").json()["checkpoints"] == [made]


def test_a_new_public_store_gets_them_all(stores: Stores, using: Settings) -> None:
    made = make_checkpoint(stores)
    with writing(stores.public) as session:
        session.execute(published_checkpoints.delete())
        session.execute(register_meta.update().where(register_meta.c.key == "version").values(value="0"))
    prepare_public(using.public_database_url)
    start(stores)
    assert published(using) == [made]


def test_a_backup_writes_one(stores: Stores, using: Settings, tmp_path: Path) -> None:
    made = back_up(stores, using, tmp_path / "kopia")
    assert made.tables["desk/checkpoints.jsonl"].rows == 1
    assert len(published(using)) == 1


@pytest.fixture
def installed(stores: Stores, using: Settings, monkeypatch: pytest.MonkeyPatch) -> Settings:
    for name in ("data_dir", "database_url", "public_database_url"):
        monkeypatch.setenv(f"DIARIUM_{name.upper()}", str(getattr(using, name)))
    settings.cache_clear()
    return using


def test_one_kept_elsewhere_is_held_against_the_journal(
    installed: Settings, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(build, ["checkpoint"]) == 0
    printed = capsys.readouterr().out
    kept = tmp_path / "kontrollpunkt.json"
    kept.write_text(printed)
    assert run(build, ["check", "--against", str(kept)]) == 0
    kept.write_text(json.dumps({"checkpoints": [json.loads(printed) | {"size": 512}], "total": 1}))
    capsys.readouterr()
    assert run(build, ["check", "--against", str(kept)]) == 1
    assert "Kontrollpunkten 512 stämmer inte med journalen" in capsys.readouterr().out
    kept.write_text("[]")
    assert run(build, ["check", "--against", str(kept)]) == 2


def test_acts_and_their_undoing_leave_the_journal_whole(stores: Stores, using: Settings) -> None:
    anna = Actor("anna", "protokollet säger något annat")
    other = extract("Miljönämnden", "2025-04-22", item("31", "Torget", case_numbers=("MN-2025-00118",)))
    file(stores, bundle(MEETING, other))
    seq = acts.link(stores, "ks 2025 42", "MN-2025-118", anna)
    acts.undo(stores, seq, anna)
    assert check(stores, using).faults == ()
