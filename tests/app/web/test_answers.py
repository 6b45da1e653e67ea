"""What every answer has in common: tags, headers, problems, and the language of sentences."""

from __future__ import annotations

import pytest
from starlette.testclient import TestClient

from app.main import create_app
from app.settings import Settings
from tests.app.served import NUMBER, case_id


def test_an_answer_that_is_held_already_is_not_sent_again(client: TestClient) -> None:
    for address in ("/api/v1/cases", f"/api/v1/cases/{case_id(client)}?include=path", "/api/v1/openapi.json", "/"):
        tag = client.get(address).headers["etag"]
        for known in (tag, f"W/{tag}", f'"other", {tag}', "*"):
            again = client.get(address, headers={"If-None-Match": known})
            assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", tag)
        assert client.get(address, headers={"If-None-Match": '"other"'}).status_code == 200


@pytest.mark.parametrize(
    ("address", "name", "allowed"),
    [
        (
            "/api/v1/municipalities?colour=red",
            "colour",
            "q, municipality, updated_since, as_of, sort, fields, limit, offset, cursor",
        ),
        ("/api/v1/cases?limit=0", "limit", "1–500"),
        ("/api/v1/cases?limit=501", "limit", "1–500"),
        ("/api/v1/cases?limit=many", "limit", "1–500"),
        ("/api/v1/cases?offset=-1", "offset", "0–1000000"),
        (
            "/api/v1/cases/KS-2025-00042?include=people",
            "include",
            "documents, items, path, findings, ledger, wording, meeting_days, sources",
        ),
        ("/api/v1/reservations?municipality=nowhere", "municipality", "alnsjo"),
        ("/api/v1/reservations?from=2026-1-1", "from", "en dag, ÅÅÅÅ-MM-DD"),
        ("/api/v1/items?party=M&party=S", "party", "ett värde, sagt en gång"),
        ("/api/v1/cases/KS-2025-00042?include=items&include=path", "include", "ett värde, sagt en gång"),
        ("/api/v1/api-info?x=1", "x", "inga uppgifter alls"),
    ],
)
def test_an_unknown_question_is_told_what_can_be_asked(
    client: TestClient, address: str, name: str, allowed: str
) -> None:
    answer = client.get(address)
    assert (answer.status_code, answer.headers["content-type"]) == (400, "application/problem+json")
    said = answer.json()["detail"]
    assert said.startswith(f"{name} ") and said.endswith(f"Giltigt är: {allowed}.")


@pytest.mark.parametrize(
    ("method", "address", "status"),
    [("GET", "/api/v1/nothing", 404), ("POST", "/api/v1/cases", 405), ("DELETE", "/api/v1/imports/1", 405)],
)
def test_the_frameworks_own_errors_are_problems_too(client: TestClient, method: str, address: str, status: int) -> None:
    answer = client.request(method, address)
    assert (answer.status_code, answer.headers["content-type"]) == (status, "application/problem+json")
    said = answer.json()
    assert set(said) == {"type", "title", "status", "detail", "instance"}
    assert (said["status"], said["instance"]) == (status, address)


def test_a_problem_is_told_in_the_language_asked_for(client: TestClient) -> None:
    address = "/api/v1/cases/KS-2025-99999"
    swedish, english = (client.get(address, headers={"Accept-Language": said}) for said in ("sv", "en-GB,sv;q=0.5"))
    assert (swedish.headers["content-language"], english.headers["content-language"]) == ("sv", "en")
    assert swedish.json()["title"] != english.json()["title"]
    assert "Accept-Language" in english.headers["vary"]


@pytest.mark.parametrize("address", ["/api/v1/cases", "/api/v1/nothing", "/", "/nothing", "/static/diarium.css"])
def test_every_answer_lets_the_browser_run_nothing(client: TestClient, address: str) -> None:
    headers = client.get(address).headers
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy and "frame-ancestors 'none'" in policy
    assert "script-src" not in policy and "unsafe" not in policy
    assert (headers["x-content-type-options"], headers["referrer-policy"]) == ("nosniff", "same-origin")


def test_reading_is_open_to_other_sites_and_filing_is_not(client: TestClient) -> None:
    assert client.get("/api/v1/cases").headers["access-control-allow-origin"] == "*"
    assert "access-control-allow-origin" not in client.post("/api/v1/imports").headers
    assert "access-control-allow-origin" not in client.get("/").headers


def test_head_is_get_without_a_body(client: TestClient) -> None:
    for address in ("/api/v1/cases", "/", f"/api/v1/cases/{NUMBER}"):
        got, head = client.get(address), client.head(address)
        assert (head.status_code, head.headers.get("etag")) == (got.status_code, got.headers.get("etag"))


def test_a_fault_of_ours_is_said_to_be_ours(holding_example: Settings) -> None:
    app = create_app(holding_example)
    app.add_api_route("/api/v1/fault", lambda: 1 / 0)
    with TestClient(app, raise_server_exceptions=False) as client:
        answer = client.get("/api/v1/fault")
    assert (answer.status_code, answer.headers["content-type"]) == (500, "application/problem+json")
    assert answer.json()["type"] == "urn:diarium:problem:internal-error"
    assert "default-src 'none'" in answer.headers["content-security-policy"]


def test_a_filter_by_body_names_one_that_is_here(client: TestClient) -> None:
    refused = client.get("/api/v1/items?body=byalaget")
    assert refused.status_code == 400
    assert "kommunstyrelsen" in refused.json()["detail"].split(": ")[1].rstrip(".").split(", ")
    by_name = client.get("/api/v1/items?body=Kommunstyrelsen&municipality=Alnsj%C3%B6").json()
    assert by_name["total"] == client.get("/api/v1/items?body=kommunstyrelsen&municipality=alnsjo").json()["total"] > 0
    assert client.get("/api/v1/items?body=kommunstyrelsen&as_of=2020-01-01").json()["total"] == 0


@pytest.mark.parametrize("name", ["cases", "items", "yrkanden", "reservations", "statements", "motions", "people"])
def test_a_party_is_meant_in_either_case(client: TestClient, name: str) -> None:
    found = [client.get(f"/api/v1/{name}?party={party}").json() for party in ("C", "c")]
    assert found[0]["total"] == found[1]["total"]


def test_a_party_finds_the_same_groups_on_either_kind_of_database(client: TestClient) -> None:
    said = [row for row in client.get("/api/v1/reservations?limit=500").json()["reservations"] if "V" in row["parties"]]
    assert client.get("/api/v1/reservations?party=v").json()["total"] >= len(said) > 0
