"""Matters through the API: found by any spelling of any number, shown whole, in a fixed number of statements."""

from __future__ import annotations

from typing import Any

import pytest
from starlette.testclient import TestClient

from app.schemas.cases import CaseDetail
from tests.app.api.counting import statements
from tests.app.served import NUMBER, OTHER_NUMBER, case_id


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
    assert not bare & {"documents", "items", "path", "findings", "ledger", "wording", "meeting_days"}
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
    steps = client.get(f"/api/v1/cases/{case_id(client)}/path?include=sources").json()["steps"]
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


def strings(value: Any) -> list[str]:
    """Every key of an answer, however deep."""
    if isinstance(value, dict):
        return [*value, *(key for inner in value.values() for key in strings(inner))]
    return [key for inner in value for key in strings(inner)] if isinstance(value, list) else []


def test_sources_come_only_where_they_are_asked_for(client: TestClient) -> None:
    address = f"/api/v1/cases/{case_id(client)}?include=documents,items,path,findings,ledger"
    assert "sources" not in strings(client.get(address).json())
    whole = client.get(f"{address},sources").json()
    resting = [yrkande["sources"] for item in whole["items"] for yrkande in item["yrkanden"]]
    assert resting and all(resting)
    source = resting[0][0]
    assert (source["kind"], source["reader"], source["reviewed"]) == ("read", "diarium", False)
    assert source["quote"] and source["places"][0]["bbox"] and source["image"].startswith("/api/v1/documents/")


def test_the_year_is_reckoned_on_the_day_asked_for(client: TestClient) -> None:
    address = f"/api/v1/cases/{case_id(client)}"
    clocks = [client.get(f"{address}?today={day}").json()["deadline"] for day in ("2025-11-06", "2026-03-01")]
    assert [(c["raised"], c["due"], c["state"], c["today"]) for c in clocks] == [
        ("2025-02-24", "2026-02-24", "in_time", "2025-11-06"),
        ("2025-02-24", "2026-02-24", "over_a_year", "2026-03-01"),
    ]
    assert client.get(f"{address}/path?today=2026-03-01").json()["deadline"] == clocks[1]
    codes = [f["code"] for f in client.get(f"{address}?include=findings&today=2026-03-01").json()["findings"]]
    assert "over_a_year" in codes
    assert client.get(f"{address}?today=2026-02-30").status_code == 400


def test_a_finding_is_a_sentence_in_the_language_asked_for(client: TestClient) -> None:
    address = f"/api/v1/cases/{case_id(client)}?include=findings"
    swedish, english = (
        client.get(address, headers={"Accept-Language": said}).json()["findings"] for said in ("sv", "en")
    )
    assert [f["code"] for f in swedish] == [f["code"] for f in english]
    assert all(a["sentence"] and a["sentence"] != b["sentence"] for a, b in zip(swedish, english, strict=True))


def test_the_ledger_and_the_words_follow_the_chain(client: TestClient) -> None:
    whole = client.get(f"/api/v1/cases/{case_id(client)}?include=ledger,wording,items,path").json()
    assert [c["item_id"] for c in whole["ledger"]["items"]] == [i["id"] for i in whole["items"]]
    assert all(len(c["at"]) == len(whole["items"]) for c in whole["ledger"]["clauses"])
    assert [c["outcome"] for c in whole["ledger"]["clauses"]] == [None] * len(whole["ledger"]["clauses"])
    steps = [step["id"] for step in whole["path"]["steps"]]
    worded = [w["step_id"] for w in whole["wording"]]
    assert worded == [step for step in steps if step in worded] and len(worded) > 2


def test_an_answer_takes_few_statements_however_much_it_holds(client: TestClient) -> None:
    case = case_id(client)
    most = {
        "": 8,
        "/path": 28,
        "?include=items": 23,
        "?include=documents": 18,
        "?include=findings": 16,
        "?include=ledger,wording": 35,
        "?include=documents,items,path,findings,ledger,wording,meeting_days,sources": 60,
    }
    found = {part: statements(client, f"/api/v1/cases/{case}{part}") for part in most}
    assert {part: n for part, n in found.items() if n > most[part]} == {}


def test_a_matter_is_cut_down_to_the_keys_asked_for(client: TestClient) -> None:
    address = f"/api/v1/cases/{case_id(client)}"
    whole = client.get(f"{address}?include=items").json()
    assert client.get(f"{address}?fields=title,items").json() == {key: whole[key] for key in ("id", "title")}
    some = {key: whole[key] for key in ("id", "items")}
    assert client.get(f"{address}?include=items,documents&fields=items").json() == some
    refused = client.get(f"{address}?include=items&fields=item")
    assert (refused.status_code, refused.json()["type"]) == (400, "urn:diarium:problem:bad-parameter")
    assert refused.json()["detail"].endswith(f"Giltigt är: {', '.join(CaseDetail.model_fields)}.")
