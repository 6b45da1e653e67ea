"""Documents, their files, and pictures of their pages."""

from __future__ import annotations

import hashlib
from io import BytesIO
from typing import Any

import pytest
from PIL import Image
from starlette.responses import FileResponse
from starlette.testclient import TestClient
from starlette.types import Receive, Scope, Send

from app.resources import example
from tests.app.served import app_of, case_id

EXAMPLE = example().read_bytes()


@pytest.fixture
def documents(client: TestClient) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = client.get(f"/api/v1/cases/{case_id(client)}?include=documents").json()["documents"]
    return found


def test_a_document_is_the_same_alone_as_in_its_matter(client: TestClient, documents: list[dict[str, Any]]) -> None:
    alone = [client.get(f"/api/v1/documents/{d['id']}").json() for d in documents]
    assert [{key: one[key] for key in one if key != "cases"} for one in alone] == documents
    assert {case["id"] for one in alone for case in one["cases"]} == {case_id(client)}
    assert [d["kind"] for d in documents] == [
        "motion",
        "protokollsutdrag",
        "tjansteskrivelse",
        "protokollsutdrag",
        "protokollsutdrag",
    ]


def test_the_file_is_the_one_that_was_filed(client: TestClient, documents: list[dict[str, Any]]) -> None:
    answer = client.get(f"/api/v1/documents/{documents[0]['id']}/file")
    assert (answer.status_code, answer.headers["content-type"], answer.content) == (200, "application/pdf", EXAMPLE)
    digest = hashlib.sha256(EXAMPLE).hexdigest()
    assert answer.headers["etag"] == f'"{digest}"'
    file = {"sha256": digest, "bytes": len(EXAMPLE), "complete": True, "unseen": []}
    assert documents[0]["appearances"][0]["file"] == file
    assert answer.headers["content-disposition"] == 'inline; filename="motion-kommunfullmaktige-2025-01-27.pdf"'


def test_the_file_does_not_tell_when_it_was_filed(client: TestClient, documents: list[dict[str, Any]]) -> None:
    for headers in ({}, {"Range": "bytes=0-9"}):
        answered = client.get(f"/api/v1/documents/{documents[0]['id']}/file", headers=headers)
        assert answered.status_code in {200, 206}
        assert "last-modified" not in answered.headers and "etag" in answered.headers


def test_whoever_is_sent_a_file_holds_no_connection_to_the_register(
    client: TestClient, documents: list[dict[str, Any]], monkeypatch: pytest.MonkeyPatch
) -> None:
    """There are few, and readers may be slow and many."""
    pool, send, held = app_of(client).state.serving.public.pool, FileResponse.__call__, []

    async def sending(self: FileResponse, scope: Scope, receive: Receive, by: Send) -> None:
        held.append(pool.checkedout())
        await send(self, scope, receive, by)

    monkeypatch.setattr(FileResponse, "__call__", sending)
    for address in (f"/api/v1/documents/{documents[0]['id']}/file", "/data/diarium.zip", "/data/diarium.db"):
        assert client.get(address).status_code == 200
    assert held == [0, 0, 0]


def test_a_part_of_the_file_can_be_fetched(client: TestClient, documents: list[dict[str, Any]]) -> None:
    answer = client.get(f"/api/v1/documents/{documents[0]['id']}/file", headers={"Range": "bytes=0-7"})
    assert (answer.status_code, answer.content) == (206, EXAMPLE[:8])


def test_a_page_is_drawn_as_wide_as_asked_and_the_box_changes_it(
    client: TestClient, documents: list[dict[str, Any]]
) -> None:
    page = documents[0]["appearances"][0]["first_page"]
    address = f"/api/v1/documents/{documents[0]['id']}/pages/{page}.webp?width=300"
    plain, framed = client.get(address), client.get(f"{address}&box=80,100,300,200")
    assert [Image.open(BytesIO(answer.content)).width for answer in (plain, framed)] == [300, 300]
    assert plain.content != framed.content
    assert plain.headers["etag"] != framed.headers["etag"]
    again = client.get(address, headers={"If-None-Match": plain.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")


def test_only_the_documents_own_pages_are_drawn(client: TestClient, documents: list[dict[str, Any]]) -> None:
    for document in documents:
        lead = next(appearance for appearance in document["appearances"] if appearance["lead"])
        for page in (lead["first_page"] - 1, lead["last_page"] + 1, 99_999):
            if page:
                assert client.get(f"/api/v1/documents/{document['id']}/pages/{page}.webp").status_code == 404


@pytest.mark.parametrize(
    "box", ["1,2,3", "1,2,3,4,5", "a,b,c,d", "10,10,5,20", "10,20,20,10", "nan,0,1,1", "1e3,1,2000,2", "-1,0,1,1"]
)
def test_a_box_that_is_none_is_refused(client: TestClient, documents: list[dict[str, Any]], box: str) -> None:
    page = documents[0]["appearances"][0]["first_page"]
    answer = client.get(f"/api/v1/documents/{documents[0]['id']}/pages/{page}.webp", params={"box": box})
    assert (answer.status_code, answer.headers["content-type"]) == (400, "application/problem+json")


def test_an_unknown_document_is_a_problem(client: TestClient) -> None:
    for rest in ("", "/file", "/pages/1.webp"):
        answer = client.get(f"/api/v1/documents/nothing{rest}")
        assert (answer.status_code, answer.headers["content-type"]) == (404, "application/problem+json")
