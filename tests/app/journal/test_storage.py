"""What every place for files does, whichever it is: the folder, and an object store that every third question fails on."""

from __future__ import annotations

import os
import traceback
from collections.abc import Callable
from pathlib import Path

import pytest

from app.failures import FilesAway, StoreAway, explained
from app.journal.files import sha256
from app.journal.storage import Folder, Storage, storage_of
from app.settings import Settings
from tests.buckets import ACCOUNT, Fault, Server

A, B, TAKEN = "files/ab/" + "ab" * 32 + ".pdf", "files/cd/" + "cd" * 32 + ".pdf", "incoming/1f2e.pdf"
ONE, TWO = b"%PDF-1.7 one", b"%PDF-1.7 two"


@pytest.fixture
def folder(tmp_path: Path) -> Storage:
    return Folder(tmp_path)


@pytest.fixture
def objects(bucket: Settings, bucket_server: Server) -> Storage:
    bucket_server.between.failing(Fault.ERROR, Fault.LOST, Fault.SLOW, Fault.CUT, every=3)
    return storage_of(bucket)


@pytest.fixture(params=["folder", "objects"])
def storage(request: pytest.FixtureRequest) -> Storage:
    held: Storage = request.getfixturevalue(request.param)
    return held


def test_what_is_put_is_got_again_under_every_key_it_bears_until_it_is_taken_away(storage: Storage) -> None:
    assert (storage.exists(A), list(storage.list("files"))) == (False, [])
    storage.put(TAKEN, ONE)
    storage.copy(TAKEN, A, sha256(ONE))
    storage.copy(TAKEN, A, sha256(ONE))
    storage.put(B, b"")
    storage.put(B, TWO)
    assert [storage.get(key) for key in (TAKEN, A, B)] == [ONE, ONE, TWO]
    assert {kept.key for kept in storage.list("files")} == {A, B}
    assert [kept.key for kept in storage.list("incoming")] == [TAKEN]
    assert all(-60 < kept.age < 600 for kept in storage.list("files"))
    storage.put(TAKEN, TWO)
    storage.copy(TAKEN, A, sha256(ONE))
    assert storage.get(A) == ONE
    storage.delete(TAKEN)
    storage.delete(TAKEN)
    assert (storage.exists(TAKEN), storage.exists(A), storage.get(A)) == (False, True, ONE)
    lacking: list[Callable[[], object]] = [lambda: storage.get(TAKEN), lambda: storage.copy(TAKEN, B, sha256(ONE))]
    for asked in lacking:
        with pytest.raises(FileNotFoundError):
            asked()
    assert storage.get(B) == TWO
    for key in ("../desk.db", "files//x.pdf", "/etc/passwd", "files/./x.pdf", ""):
        with pytest.raises(ValueError, match=f"^{key}$"):
            storage.put(key, b"x")


def test_a_folder_tells_of_what_is_no_file_of_ours_too(tmp_path: Path) -> None:
    folder = Folder(tmp_path)
    (tmp_path / A).mkdir(parents=True)
    (tmp_path / "files/ab/.half-1").touch()
    os.mkfifo(tmp_path / "files/pipe")
    assert sorted(kept.key for kept in folder.list("files")) == ["files/ab/.half-1", A, "files/pipe"]
    with pytest.raises(FileNotFoundError):
        folder.get("files/pipe")


def test_azures_and_googles_are_known_too_and_who_we_are_must_be_said(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(StoreAway):
        storage_of(Settings(files_url="az://diarium/alnsjo"))
    monkeypatch.setenv("AZURE_STORAGE_ACCOUNT_NAME", "alnsjo")
    storages = [storage_of(Settings(files_url=f"{kind}://diarium/alnsjo")) for kind in ("az", "gs")]
    assert not any(isinstance(storage, Folder) for storage in storages)


def test_what_is_copied_in_an_object_store_is_read_back(bucket: Settings) -> None:
    objects = storage_of(bucket)
    objects.put(TAKEN, ONE)
    with pytest.raises(StoreAway):
        objects.copy(TAKEN, A, sha256(TWO))
    assert not objects.exists(A)


def test_a_store_that_numbers_what_it_holds_keeps_no_older_version_for_that(
    bucket: Settings, bucket_server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bucket_server.between, "adds", {"x-amz-version-id": "7"})
    assert not storage_of(bucket).keeps_versions()


def test_a_store_that_refuses_is_told_of_in_a_sentence_and_in_no_word_of_its_own(
    bucket: Settings, bucket_server: Server, tmp_path: Path
) -> None:
    nowhere = storage_of(bucket.model_copy(update={"files_url": "s3://no-such-bucket"}))
    refused: list[Callable[[], object]] = [lambda: nowhere.put(A, ONE), lambda: nowhere.get(A)]
    bucket_server.between.failing(Fault.REFUSED)
    objects = storage_of(bucket)
    for asked in (*refused, lambda: objects.get(A), lambda: objects.put(A, ONE), lambda: list(objects.list("files"))):
        with pytest.raises(StoreAway) as away:
            asked()
        told = "".join(traceback.format_exception(away.value))
        assert not any(secret in told for secret in (*ACCOUNT.values(), "AccessDenied", bucket_server.between.endpoint))
        assert type(explained(away.value, tmp_path)) is FilesAway
