"""Filing through the API: who may, what comes back, and what is refused."""

from __future__ import annotations

import csv
import io
import json
import time
import tracemalloc
from collections.abc import Iterator
from pathlib import Path

import anyio
import pytest
from starlette.requests import ClientDisconnect, Request
from starlette.testclient import TestClient
from starlette.types import Message

from app.api.uploads import upload_of
from app.imports.uploads import Claims
from app.installation.opening import open_stores, start
from app.main import create_app
from app.resources import example
from app.settings import Settings
from importers.pdf.limits import MOST_BYTES
from tests.app.imports.test_batches import fates, put_in_queue, work_off
from tests.app.papers import drawn, minutes
from tests.app.served import app_of, key_for
from tests.conftest import ON_ONE_STORE

EXAMPLE = example().read_bytes()
PDF = {"Content-Type": "application/pdf"}
COMING = 20  # pieces of a megabyte


@pytest.fixture
def asking(using: Settings) -> Iterator[TestClient]:
    """An installation that holds nothing."""
    with TestClient(create_app(using), follow_redirects=False) as client:
        yield client


@pytest.fixture
def bearer(asking: TestClient, using: Settings) -> dict[str, str]:
    return {"Authorization": f"Bearer {key_for(using, 'Alnsjös diarium', 'Alnsjö')}"}


def test_a_file_is_taken_in_and_its_fate_can_be_asked_for(asking: TestClient, bearer: dict[str, str]) -> None:
    answer = asking.post("/api/v1/imports", content=EXAMPLE, headers=bearer | PDF)
    assert (answer.status_code, answer.headers["cache-control"]) == (202, "private, no-store")
    said = answer.json()
    assert (said["state"], said["problem"], said["receipt"]["documents"]) == ("imported", None, 5)
    assert answer.headers["location"] == f"/api/v1/imports/{said['id']}"
    later = asking.get(answer.headers["location"], headers=bearer)
    assert (later.status_code, later.headers["cache-control"], later.json()) == (200, "private, no-store", said)
    listed = asking.get("/api/v1/cases").json()
    assert [case["municipality"]["slug"] for case in listed["cases"]] == ["alnsjo"]


def test_filing_twice_is_filing_once(asking: TestClient, bearer: dict[str, str]) -> None:
    asking.post("/api/v1/imports", content=EXAMPLE, headers=bearer | PDF)
    tag = asking.get("/api/v1/cases").headers["etag"]
    again = asking.post("/api/v1/imports", content=EXAMPLE, headers=bearer | PDF)
    assert (again.status_code, again.json()["state"]) == (202, "duplicate")
    assert asking.get("/api/v1/cases").headers["etag"] == tag


@ON_ONE_STORE
def test_a_form_brings_a_file_too(asking: TestClient, bearer: dict[str, str]) -> None:
    files = {"file": ("../../Ärende <1>.pdf", EXAMPLE, "application/pdf")}
    answer = asking.post("/api/v1/imports", files=files, headers=bearer)
    assert (answer.status_code, answer.json()["state"]) == (202, "imported")
    assert asking.post("/api/v1/imports", data={"file": "text"}, headers=bearer).status_code == 415
    nothing = asking.post("/api/v1/imports", files={"other": ("a.pdf", EXAMPLE)}, headers=bearer)
    assert (nothing.status_code, nothing.json()["type"]) == (400, "urn:diarium:problem:wrong-use")


@ON_ONE_STORE
def test_without_a_key_nothing_is_taken_in(asking: TestClient) -> None:
    wrong = {None: (401, "key-needed"), "Basic YTpi": (401, "key-needed"), "Bearer dia_wrong": (403, "key-refused")}
    for said, (status, code) in wrong.items():
        given = {"Authorization": said} if said else {}
        for answer in (
            asking.post("/api/v1/imports", content=EXAMPLE, headers=given | PDF),
            asking.get("/api/v1/imports/1", headers=given),
        ):
            assert (answer.status_code, answer.json()["type"]) == (status, f"urn:diarium:problem:{code}"), said
            assert ("www-authenticate" in answer.headers) is (status == 401), said
            assert answer.headers["cache-control"] == "private, no-store"


@ON_ONE_STORE
def test_a_key_is_not_taken_from_the_address(asking: TestClient, bearer: dict[str, str]) -> None:
    key = bearer["Authorization"].removeprefix("Bearer ")
    assert asking.get(f"/api/v1/imports/1?key={key}").status_code == 400


@pytest.mark.parametrize(("body", "status"), [("kommunstyrelsen", 202), ("Miljönämnden", 403)])
def test_a_bodys_key_files_what_holds_a_document_of_that_body(
    asking: TestClient, using: Settings, body: str, status: int
) -> None:
    given = {"Authorization": f"Bearer {key_for(using, 'Nämndens diarium', 'Alnsjö', body)}"}
    assert asking.post("/api/v1/imports", content=EXAMPLE, headers=given | PDF).status_code == status
    assert asking.get("/api/v1/cases").json()["total"] == (1 if status == 202 else 0)


@ON_ONE_STORE
def test_a_key_files_nothing_that_names_another_municipality(asking: TestClient, using: Settings) -> None:
    given = {"Authorization": f"Bearer {key_for(using, 'Bergbys diarium', 'Bergby')}"}
    answered = asking.post("/api/v1/imports", content=EXAMPLE, headers=given | PDF)
    assert (answered.status_code, answered.json()["type"]) == (403, "urn:diarium:problem:key-refused")
    assert asking.get("/api/v1/cases").json()["total"] == 0
    silent = drawn(minutes("Kommunstyrelsen", "12", "KS-2025-00043", "Kommunstyrelsen beslutar att bygga cykelställ."))
    assert asking.post("/api/v1/imports", content=silent, headers=given | PDF).status_code == 202
    assert asking.get("/api/v1/cases?municipality=bergby").json()["total"] == 1


def test_what_was_filed_is_had_as_files_by_the_keys_holder_alone(
    asking: TestClient, using: Settings, bearer: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.api.import_files._AT_ONCE", 2)
    for content in (EXAMPLE, EXAMPLE, b"%PDF-1.7 =1+1"):
        asking.post("/api/v1/imports", files={"file": ("=1+1.pdf", content)}, headers=bearer)
    listed = asking.get("/api/v1/imports", headers=bearer).json()["imports"]
    assert sorted(row["state"] for row in listed) == ["duplicate", "imported", "refused"]
    lines = asking.get("/api/v1/imports.jsonl", headers=bearer)
    assert [json.loads(line) for line in lines.text.splitlines()] == listed
    table = asking.get("/api/v1/imports", headers=bearer | {"Accept": "text/csv"})
    assert (table.headers["content-type"], table.headers["cache-control"]) == (
        "text/csv; charset=utf-8",
        "private, no-store",
    )
    cells = list(csv.DictReader(io.StringIO(table.text)))
    assert [(row["id"], row["state"], row["sha256"]) for row in cells] == [
        (row["id"], row["state"], row["sha256"]) for row in listed
    ]
    assert {row["name"] for row in cells} == {"'=1+1.pdf"} and {row["problem.detail"] for row in cells} == {
        row["problem"]["detail"] if row["problem"] else "" for row in listed
    }
    one = asking.get("/api/v1/imports.csv?state=refused&excel=1", headers=bearer).text
    assert len(one.splitlines()) == 2 and one.startswith("\ufeffid;")
    namesake = {"Authorization": f"Bearer {key_for(using, 'Alnsjös diarium', 'Alnsjö')}"}
    assert asking.get("/api/v1/imports.jsonl", headers=namesake).text == ""
    assert [asking.get(f"/api/v1/imports.{form}").status_code for form in ("csv", "jsonl")] == [401, 401]
    assert [asking.get(f"/api/v1/imports.csv?{asked}", headers=bearer).status_code for asked in ("state=x", "q=x")] == [
        400,
        400,
    ]


def test_anothers_import_is_not_there(asking: TestClient, using: Settings, bearer: dict[str, str]) -> None:
    location = asking.post("/api/v1/imports", content=EXAMPLE, headers=bearer | PDF).headers["location"]
    namesake = {"Authorization": f"Bearer {key_for(using, 'Alnsjös diarium', 'Alnsjö')}"}
    assert asking.get(location, headers=namesake).status_code == 404


@ON_ONE_STORE
def test_what_size_and_first_bytes_show_is_refused_at_once(asking: TestClient, bearer: dict[str, str]) -> None:
    for content, media_type, status, code in (
        (b"", "application/pdf", 415, "not-a-pdf"),
        (b"<html>", "application/pdf", 415, "not-a-pdf"),
        (EXAMPLE, "text/html", 415, "not-a-pdf"),
        (b"%PDF-" + b"0" * MOST_BYTES, "application/pdf", 413, "upload-too-large"),
    ):
        answer = asking.post("/api/v1/imports", content=content, headers=bearer | {"Content-Type": media_type})
        of = content[:6], media_type
        assert (answer.status_code, answer.headers["content-type"]) == (status, "application/problem+json"), of
        assert answer.json()["type"] == f"urn:diarium:problem:{code}", of


@ON_ONE_STORE
def test_a_body_that_does_not_say_how_long_it_is_is_held_short(asking: TestClient, bearer: dict[str, str]) -> None:
    def endless() -> Iterator[bytes]:
        yield b"%PDF-1.7"
        for _ in range(MOST_BYTES // 1_000_000 + 2):
            yield b"0" * 1_000_000

    answer = asking.post("/api/v1/imports", content=endless(), headers=bearer | PDF)
    assert (answer.status_code, answer.json()["type"]) == (413, "urn:diarium:problem:upload-too-large")


@ON_ONE_STORE
def test_a_damaged_file_has_its_fate_and_leaves_nothing(asking: TestClient, bearer: dict[str, str]) -> None:
    answer = asking.post("/api/v1/imports", content=EXAMPLE[:2000], headers=bearer | PDF)
    said = answer.json()
    assert (answer.status_code, said["state"]) == (202, "refused")
    assert said["problem"]["type"] == "urn:diarium:problem:unreadable-upload"
    assert said["problem"]["detail"].startswith("Filen ")
    assert asking.get(answer.headers["location"], headers=bearer).json() == said
    assert asking.get("/api/v1/cases").json()["total"] == 0


def test_what_a_worker_is_to_import_is_acknowledged_and_waits(using: Settings) -> None:
    apart = using.model_copy(update={"import_at_once": False})
    with TestClient(create_app(apart)) as asking:
        bearer = {"Authorization": f"Bearer {key_for(using, 'Alnsjös diarium', 'Alnsjö')}"}
        answer = asking.post("/api/v1/imports", content=EXAMPLE, headers=bearer | PDF)
        assert (answer.status_code, answer.json()["state"], answer.json()["receipt"]) == (202, "queued", None)
        assert asking.get("/api/v1/cases").json()["total"] == 0
        stores = open_stores(using)
        work_off(stores, using)
        stores.dispose()
        later = asking.get(answer.headers["location"], headers=bearer).json()
        assert (later["id"], later["state"], later["receipt"]["documents"]) == (answer.json()["id"], "imported", 5)
        assert asking.get("/api/v1/cases").json()["total"] == 1


def test_what_was_interrupted_is_imported_when_serving_starts(using: Settings) -> None:
    stores = open_stores(using)
    start(stores)
    (upload,) = put_in_queue(stores, using, EXAMPLE, claims=Claims("exempel.pdf", "anna"))
    stores.dispose()
    with TestClient(create_app(using)) as asking:
        for _ in range(15_000):
            if asking.get("/api/v1/cases").json()["total"]:
                break
            time.sleep(0.02)
    stores = open_stores(using)
    assert fates(stores) == {upload: "imported"}
    stores.dispose()


@ON_ONE_STORE
def test_what_was_set_aside_says_so(using: Settings) -> None:
    apart = using.model_copy(update={"import_at_once": False})
    with TestClient(create_app(apart)) as asking:
        bearer = {"Authorization": f"Bearer {key_for(using, 'Alnsjös diarium', 'Alnsjö')}"}
        location = asking.post("/api/v1/imports", content=EXAMPLE, headers=bearer | PDF).headers["location"]
        for lost in (using.data_dir / "incoming").iterdir():
            lost.unlink()
        stores = open_stores(using)
        work_off(stores, using)
        stores.dispose()
        said = asking.get(location, headers=bearer).json()
        assert (said["state"], said["problem"]["type"]) == ("refused", "urn:diarium:problem:set-aside")
        assert "har avbrutits 3 gånger" in said["problem"]["detail"]


def test_a_name_of_any_length_or_bytes_is_data(asking: TestClient, bearer: dict[str, str]) -> None:
    names = {
        b'attachment; filename="' + b"a" * 300 + b'.pdf"': "a" * 254 + "…",
        'attachment; filename="Kallelse å.pdf"'.encode(): "Kallelse å.pdf",
        b"attachment; filename*=UTF-8''rad%0Abrytning%00%1B%5B2J.pdf": "rad brytning\ufffd\ufffd[2J.pdf",
        b"attachment; filename*=UTF-8''%E2%80%AEfdp.exe": "\ufffdfdp.exe",
        b"attachment; filename*=UTF-8''%ED%A0%80.pdf": "\ufffd" * 3 + ".pdf",
        b'attachment; filename="../../etc/passwd"': "../../etc/passwd",
    }
    given = {key.encode(): value.encode() for key, value in (bearer | PDF).items()}
    met = set()
    for disposition, name in names.items():
        answer = asking.post(
            "/api/v1/imports", content=b"<html>", headers=given | {b"Content-Disposition": disposition}
        )
        assert answer.status_code == 415
        rows = {row["id"]: row for row in asking.get("/api/v1/imports", headers=bearer).json()["imports"]}
        (new,) = rows.keys() - met
        met.add(new)
        assert (rows[new]["state"], rows[new]["name"]) == ("refused", name)


@ON_ONE_STORE
def test_while_others_wait_for_theirs_the_answer_is_that_it_waits(asking: TestClient, bearer: dict[str, str]) -> None:
    waiting = app_of(asking).state.serving.waiting
    assert asking.portal is not None
    for other in range(waiting.total_tokens):
        asking.portal.call(waiting.acquire_on_behalf_of_nowait, other)
    answer = asking.post("/api/v1/imports", content=EXAMPLE, headers=bearer | PDF)
    assert (answer.status_code, answer.json()["state"]) == (202, "queued")


@ON_ONE_STORE
def test_where_it_takes_long_the_answer_is_that_it_waits(
    asking: TestClient, bearer: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.api.imports.PATIENCE", 0.0)
    answer = asking.post("/api/v1/imports", content=EXAMPLE, headers=bearer | PDF)
    assert (answer.status_code, answer.json()["state"]) == (202, "queued")


def test_whoever_leaves_in_the_midst_of_a_file_leaves_nothing(tmp_path: Path) -> None:
    messages = iter([{"type": "http.request", "body": b"%PDF-1.7", "more_body": True}, {"type": "http.disconnect"}])
    scope = {"type": "http", "method": "POST", "headers": [(b"content-type", b"application/pdf")]}

    async def receive() -> Message:
        return next(messages)

    async def send_half() -> None:
        async with upload_of(Request(scope, receive), tmp_path):
            raise AssertionError("the file is not whole")

    with pytest.raises(ClientDisconnect):
        anyio.run(send_half)
    assert list(tmp_path.iterdir()) == []


def test_a_stalled_upload_holds_no_memory_and_is_read_once_it_is_whole(tmp_path: Path) -> None:
    """What has come of it lies on the disk, in a file of no name that ends with whoever holds it."""
    scope = {"type": "http", "method": "POST", "headers": [(b"content-type", b"application/pdf")]}
    held: list[int] = []

    async def receive() -> Message:
        if len(held) < COMING:
            held.append(tracemalloc.get_traced_memory()[0])
            return {"type": "http.request", "body": b"0" * 1_000_000, "more_body": True}
        held.append(tracemalloc.get_traced_memory()[0])  # whoever stalls does so here
        return {"type": "http.request", "body": b"", "more_body": False}

    async def take_in() -> int:
        async with upload_of(Request(scope, receive), tmp_path) as upload:
            return len(upload.file.read())

    tracemalloc.start()
    try:
        assert anyio.run(take_in) == COMING * 1_000_000
    finally:
        tracemalloc.stop()
    assert max(held) - held[0] < 3_000_000  # a piece that is written, and the next
    assert list(tmp_path.iterdir()) == []
