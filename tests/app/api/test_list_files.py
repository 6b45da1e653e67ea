"""Every list as a file: the same rows as the list itself, all of them, in every format."""

from __future__ import annotations

import csv
import io
import json
from threading import BoundedSemaphore

import anyio
import pytest
from starlette.testclient import TestClient
from starlette.types import Message

from app.api.followed import FOLLOWED
from app.api.resources import RESOURCES, Resource
from app.exports import csv as csv_file
from app.web import files
from app.web.negotiated import liked_best
from tests.app.served import app_of

ALL = pytest.mark.parametrize("resource", RESOURCES, ids=lambda r: r.name)


@ALL
def test_a_list_is_the_same_in_every_format(client: TestClient, resource: Resource) -> None:
    path = f"/api/v1/{resource.name}"
    rows = client.get(f"{path}?limit=500").json()[resource.name]
    lines = client.get(f"{path}.jsonl")
    assert [json.loads(line) for line in lines.text.splitlines()] == rows
    table = client.get(f"{path}.csv")
    read = list(csv.DictReader(io.StringIO(table.text)))
    assert [row["id"] for row in read] == [str(row["id"]) for row in rows]
    for_excel = client.get(f"{path}.csv?excel=1").text
    assert list(csv.DictReader(io.StringIO(for_excel.removeprefix("\ufeff")), delimiter=";")) == read
    for answer, kind in ((lines, "jsonl"), (table, "csv")):
        assert answer.headers["content-disposition"] == f'attachment; filename="{resource.name}.{kind}"'
        assert client.get(f"{path}.{kind}", headers={"If-None-Match": answer.headers["etag"]}).status_code == 304


@ALL
def test_a_row_is_the_same_in_every_format_as_in_its_list(client: TestClient, resource: Resource) -> None:
    path = f"/api/v1/{resource.name}"
    header, *lines = client.get(f"{path}.csv").text.splitlines(keepends=True)
    for row, line in zip(client.get(path).json()[resource.name][:1], lines[:1], strict=True):
        table, as_json = client.get(f"{path}/{row['id']}.csv"), client.get(f"{path}/{row['id']}.jsonl")
        assert table.text == header + line
        assert json.loads(as_json.text) == row
        assert table.headers["content-disposition"] == f'attachment; filename="{resource.singular}.csv"'
        asked = client.get(f"{path}/{row['id']}", headers={"Accept": "text/csv"})
        assert asked.text == table.text and "Accept" in asked.headers["vary"].split(", ")
        followed = client.get(f"{path}/{row['id']}", headers={"Accept": "application/atom+xml"})
        assert followed.status_code == (200 if resource.name in FOLLOWED else 406)
        assert client.get(f"{path}/{row['id']}.csv?party=C").status_code == 400
    assert client.get(f"{path}/ingen.csv").status_code == 404


def test_the_file_of_a_matter_is_found_by_its_number(client: TestClient) -> None:
    row = client.get("/api/v1/cases").json()["cases"][0]
    found = client.get(f"/api/v1/cases/{row['number'].lower()}.csv?excel=1", follow_redirects=False)
    assert (found.status_code, found.headers["location"]) == (308, f"/api/v1/cases/{row['id']}.csv?excel=1")


def test_a_file_answers_the_question_of_the_list(client: TestClient) -> None:
    asked = "party=C&sort=-id&fields=text,item"
    rows = client.get(f"/api/v1/yrkanden?{asked}").json()["yrkanden"]
    lines = client.get(f"/api/v1/yrkanden.jsonl?{asked}").text.splitlines()
    assert [json.loads(line) for line in lines] == rows != []
    one = client.get(f"/api/v1/yrkanden.jsonl?{asked}&limit=1&offset=1").text.splitlines()
    assert one == lines[1:2] != []
    assert client.get("/api/v1/yrkanden.csv?fields=text").text.startswith("id,text\r\n")


@pytest.mark.parametrize("asked", ["colour=red", "excel=yes", "party=C&party=S", "body=ingen", "as_of=2999-01-01"])
def test_a_refusal_comes_before_the_first_byte(client: TestClient, asked: str) -> None:
    answer = client.get(f"/api/v1/yrkanden.csv?{asked}")
    assert (answer.status_code, answer.headers["content-type"]) == (400, "application/problem+json")
    assert "content-disposition" not in answer.headers


def test_only_a_table_is_made_for_excel(client: TestClient) -> None:
    assert client.get("/api/v1/cases.jsonl?excel=1").status_code == 400


def test_accept_asks_for_the_same_as_the_end_of_the_address(client: TestClient) -> None:
    for kind, end in (("text/csv", "csv"), ("application/x-ndjson", "jsonl"), ("application/jsonl", "jsonl")):
        file = client.get(f"/api/v1/items.{end}?limit=2")
        accepted = client.get("/api/v1/items?limit=2", headers={"Accept": f"{kind}, application/json;q=0.5"})
        assert (accepted.content, accepted.headers["etag"]) == (file.content, file.headers["etag"])
        assert "Accept" in accepted.headers["vary"].split(", ")
    listed = client.get("/api/v1/items?limit=2", headers={"Accept": "text/csv;q=0.1, */*"})
    assert listed.headers["content-type"] == "application/json" and "Accept" in listed.headers["vary"].split(", ")


@pytest.mark.parametrize(
    ("accept", "liked"),
    [
        ("", "application/json"),
        ("*/*", "application/json"),
        ("text/csv", "text/csv"),
        ("text/*", "text/csv"),
        ("text/csv;q=0.4, application/json;q=0.5", "application/json"),
        ("image/png, */*;q=0.1", "application/json"),
        ("application/json;q=0, text/csv;q=0.1", "text/csv"),
        ("text/csv;q=x", "application/json"),
        ("csv", "application/json"),
        ("image/png", None),
        ("application/json;q=0", None),
    ],
)
def test_what_is_liked_best_is_given(accept: str, liked: str | None) -> None:
    assert liked_best(accept, ["application/json", "text/csv"]) == liked


def test_who_takes_no_format_that_there_is_is_told_those_that_there_are(client: TestClient) -> None:
    asked = {"Accept": "application/vnd.ms-excel", "Accept-Language": "en"}
    refused = client.get("/api/v1/statistics/coverage", headers=asked)
    assert (refused.status_code, refused.headers["content-type"]) == (406, "application/problem+json")
    assert "Accept" in refused.headers["vary"].split(", ")
    problem = refused.json()
    assert (problem["type"], problem["title"]) == ("urn:diarium:problem:not-acceptable", "Not to be had in that format")
    assert problem["detail"].endswith("It can be had as application/json, text/csv, application/x-ndjson.")
    browser = {"Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"}
    assert client.get("/api/v1/cases", headers=browser).headers["content-type"] == "application/json"
    on_two_lines = [("Accept", "text/html"), ("Accept", "application/json")]
    assert client.get("/api/v1/cases", headers=on_two_lines).status_code == 200
    assert client.get("/datasets/dcat", headers={"Accept": "text/xml"}).status_code == 200


def test_a_long_file_is_sent_as_it_is_made(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = client.get("/api/v1/people.csv?sort=id").content
    monkeypatch.setattr(files, "_WHOLE", 10)
    long = client.get("/api/v1/people.csv?sort=id&offset=0")
    assert long.content == whole and "content-length" not in long.headers
    assert long.headers["etag"].startswith('W/"')
    head = client.head("/api/v1/people.csv?sort=id&offset=0")
    assert head.content == b"" and head.headers["etag"] == long.headers["etag"]
    for told in ({"If-None-Match": long.headers["etag"]}, {"If-Modified-Since": long.headers["last-modified"]}):
        same = client.get("/api/v1/people.csv?sort=id&offset=0", headers=told)
        assert (same.status_code, same.content, same.headers["etag"]) == (304, b"", long.headers["etag"])
    assert client.get("/api/v1/people.csv?sort=id&offset=0").content == whole
    monkeypatch.setattr(files, "_AT_ONCE", BoundedSemaphore(1))
    assert [client.get(f"/api/v1/people.csv?sort=id&limit={n}").status_code for n in (5, 6, 7)] == [200] * 3
    files._AT_ONCE.acquire()
    refused = client.get("/api/v1/people.csv?sort=id&limit=4")
    assert (refused.status_code, refused.json()["type"]) == (503, "urn:diarium:problem:too-many-files")


def test_a_slow_reader_keeps_no_transaction_open(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    path, asked = "/api/v1/people.csv", b"sort=id&offset=0"
    whole = client.get(f"{path}?{asked.decode()}").content
    monkeypatch.setattr(files, "_WHOLE", 10)
    monkeypatch.setattr(csv_file, "_PIECE", 1)
    monkeypatch.setattr(files, "_BLOCK", 100)
    pool = app_of(client).state.serving.public.pool
    monkeypatch.setattr(files, "_AT_ONCE", BoundedSemaphore(1))
    monkeypatch.setattr(files, "_LAID_ASIDE", BoundedSemaphore(1))
    body, held, is_free = b"", [], []

    async def receive() -> Message:
        await anyio.sleep_forever()
        raise AssertionError

    async def send(message: Message) -> None:
        nonlocal body
        if message["type"] == "http.response.body":
            body += message["body"]
            held.append(pool.checkedout())
            is_free.append(_is_free(files._AT_ONCE))
            await anyio.sleep(0.01)  # takes its time

    scope = {
        "type": "http",
        "method": "GET",
        "path": path,
        "raw_path": path.encode(),
        "query_string": asked,
        "headers": [],
        "scheme": "http",
        "asgi": {"version": "3.0", "spec_version": "2.3"},
        "state": {},
    }
    assert client.portal is not None
    for patience, room, at_end in ((3_600.0, 1, (1, False)), (0.0, 1, (0, True)), (0.0, 0, (0, False))):
        monkeypatch.setattr(files, "PATIENCE", patience)
        if not room:
            files._LAID_ASIDE.acquire()
        body, held, is_free = b"", [], []
        client.portal.call(app_of(client), scope, receive, send)
        assert (body, held[0], is_free[0]) == (whole, 1, False), patience
        assert (held[-2], is_free[-2]) == at_end, "others may have a file made while one that is laid aside is sent"
        assert (_is_free(files._AT_ONCE), _is_free(files._LAID_ASIDE)) == (True, bool(room))


def _is_free(places: BoundedSemaphore) -> bool:
    if is_free := places.acquire(blocking=False):
        places.release()
    return is_free


def test_what_is_found_is_the_same_in_every_format(client: TestClient) -> None:
    asked = "q=tr%C3%A4d&party=C"
    hits = client.get(f"/api/v1/search?{asked}&limit=100").json()["hits"]
    lines = client.get(f"/api/v1/search.jsonl?{asked}").text.splitlines()
    assert [json.loads(line) for line in lines] == hits != []
    table = list(csv.DictReader(io.StringIO(client.get(f"/api/v1/search.csv?{asked}").text)))
    assert [(row["id"], row["kind"]) for row in table] == [(hit["id"], hit["kind"]) for hit in hits]
    assert [row["title"] for row in table] == ["".join(piece["text"] for piece in hit["title"]) for hit in hits]
    assert client.get(f"/api/v1/search?{asked}", headers={"Accept": "text/csv"}).text.startswith("id,kind,title,")
    for wrong in ("colour=red", "kind=x", "year=x", "outcome=x", f"q={'x' * 1000}", "body=ingen"):
        assert client.get(f"/api/v1/search.csv?{wrong}").status_code == 400, wrong
