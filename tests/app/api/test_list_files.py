"""Every list as a file: the same rows as the list itself, all of them, in every format."""

from __future__ import annotations

import csv
import io
import json

import pytest
from starlette.testclient import TestClient

from app.api.resources import RESOURCES, Resource

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
