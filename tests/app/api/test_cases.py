"""Matters through the API: found by any spelling of any number, shown whole, in a fixed number of statements."""

from __future__ import annotations

from typing import Any

import pytest
import sqlalchemy as sa
from starlette.testclient import TestClient

from tests.app.served import NUMBER, OTHER_NUMBER, app_of, case_id


def test_the_list_holds_the_example_led_by_the_boards_number(client: TestClient) -> None:
    listed = client.get("/api/v1/cases").json()
    assert (listed["total"], listed["limit"], listed["offset"]) == (1, 20, 0)
    case = listed["cases"][0]
    assert case["number"] == NUMBER
    assert [number["number"] for number in case["numbers"]] == [NUMBER, OTHER_NUMBER]
    assert (case["status"], case["outcome"], case["next"]["body"]) == ("awaiting", None, "Kommunfullmäktige")
    assert (case["first_date"], case["last_date"]) == ("2025-01-27", "2025-11-05")


@pytest.mark.parametrize("said", [NUMBER, "ks 2025 42", "KS-2025-42", "bun 2025 118", OTHER_NUMBER, "bun-2025-00118"])
def test_any_spelling_of_any_number_leads_to_the_permanent_id(client: TestClient, said: str) -> None:
    answer = client.get(f"/api/v1/cases/{said}")
    assert (answer.status_code, answer.headers["location"]) == (308, f"/api/v1/cases/{case_id(client)}")
    assert [case["id"] for case in client.get("/api/v1/cases", params={"number": said}).json()["cases"]] == [
        case_id(client)
    ]


def test_a_number_keeps_what_was_asked_for_on_its_way(client: TestClient) -> None:
    answer = client.get("/api/v1/cases/ks 2025 42?include=path,items")
    assert answer.headers["location"] == f"/api/v1/cases/{case_id(client)}?include=path%2Citems"
    answer = client.get("/api/v1/cases/ks 2025 42/path")
    assert answer.headers["location"] == f"/api/v1/cases/{case_id(client)}/path"


def test_every_case_of_a_matter_answers_with_it(client: TestClient) -> None:
    numbers = client.get("/api/v1/cases").json()["cases"][0]["numbers"]
    shown = [client.get(f"/api/v1/cases/{number['id']}").json()["title"] for number in numbers]
    assert len(set(shown)) == 1 and len(shown) == 2


def test_only_what_is_asked_for_is_included(client: TestClient) -> None:
    address = f"/api/v1/cases/{case_id(client)}"
    bare = set(client.get(address).json())
    assert not bare & {"documents", "items", "path"}
    assert set(client.get(f"{address}?include=documents,path").json()) - bare == {"documents", "path"}


def test_the_path_ends_in_the_awaited_council(client: TestClient) -> None:
    steps = client.get(f"/api/v1/cases/{case_id(client)}/path").json()["steps"]
    assert [step["n"] for step in steps] == list(range(1, 10))
    assert [(s["kind"], s["state"]) for s in steps if s["state"] != "past"] == [
        ("raised", "not_in_register"),
        ("document", "not_in_register"),
        ("awaited", "awaited"),
    ]
    assert {step["mode"] for step in steps if step["kind"] == "item"} == {"proposes"}
    ids = [step["id"] for step in steps]
    assert all(ids.index(before) < ids.index(step["id"]) for step in steps for before in step["follows"])


def test_every_step_but_the_awaited_has_a_source_whose_image_can_be_seen(client: TestClient) -> None:
    steps = client.get(f"/api/v1/cases/{case_id(client)}/path").json()["steps"]
    assert [step["kind"] for step in steps if not step["sources"]] == ["awaited"]
    image = client.get(steps[0]["sources"][0]["image"])
    assert (image.status_code, image.headers["content-type"], image.content[8:12]) == (200, "image/webp", b"WEBP")


def test_what_is_not_there_is_a_problem(client: TestClient) -> None:
    for address in ("/api/v1/cases/KS-2025-99999", "/api/v1/cases/nothing/path", "/api/v1/cases/" + "x" * 3000):
        answer = client.get(address)
        assert (answer.status_code, answer.headers["content-type"]) == (404, "application/problem+json")
        assert answer.json()["type"] == "urn:diarium:problem:case-not-found"


@pytest.mark.parametrize("said", ["%00", "%ff%fe", "%ed%a0%80", "'--", "%", "a%2Fb%2F..%2F.."])
def test_what_no_number_can_hold_is_not_there(client: TestClient, said: str) -> None:
    for address in (f"/api/v1/cases/{said}", f"/api/v1/cases/{said}/path", f"/api/v1/documents/{said}"):
        answer = client.get(address)
        assert (answer.status_code, answer.headers["content-type"]) == (404, "application/problem+json")
    assert client.get(f"/api/v1/cases?number={said}").status_code in {200, 404}


def test_pages_of_a_list_are_linked(client: TestClient) -> None:
    assert "link" not in client.get("/api/v1/cases?limit=1").headers
    answer = client.get("/api/v1/cases?offset=1")
    assert (answer.json()["cases"], answer.json()["total"]) == ([], 1)


def statements(client: TestClient, address: str) -> int:
    """How many statements an answer takes."""
    counted: list[str] = []

    def count(_c: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
        counted.append(statement)

    public = app_of(client).state.serving.public
    sa.event.listen(public, "before_cursor_execute", count)
    try:
        assert client.get(address).status_code == 200
    finally:
        sa.event.remove(public, "before_cursor_execute", count)
    return len([said for said in counted if said.lstrip().upper().startswith("SELECT")])


def test_an_answer_takes_few_statements_however_much_it_holds(client: TestClient) -> None:
    case = case_id(client)
    most = {"": 4, "/path": 30, "?include=items": 26, "?include=documents": 18, "?include=documents,items,path": 44}
    found = {part: statements(client, f"/api/v1/cases/{case}{part}") for part in most}
    assert {part: n for part, n in found.items() if n > most[part]} == {}
