"""How often one may ask, and what a reader is told of it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from starlette.testclient import TestClient

from app.db import Stores
from app.main import create_app
from app.settings import Settings
from tests.app.served import key_for

CASES = "/api/v1/cases"


@pytest.fixture
def limited(using: Settings, stores: Stores) -> Iterator[TestClient]:
    few = using.model_copy(update={"rate_limit": "3/hour", "rate_limit_with_key": "5/hour"})
    with TestClient(create_app(few)) as client:
        yield client


def asked(client: TestClient, times: int, headers: dict[str, str] | None = None) -> list[int]:
    return [client.get(CASES, headers=headers or {}).status_code for _ in range(times)]


def test_who_asks_too_often_is_told_to_wait_and_for_how_long(limited: TestClient) -> None:
    answers = [limited.get(CASES) for _ in range(4)]
    assert [a.status_code for a in answers] == [200, 200, 200, 429]
    assert [a.headers["ratelimit-remaining"] for a in answers] == ["2", "1", "0", "0"]
    assert {a.headers["ratelimit-limit"] for a in answers} == {"3"}
    assert all(0 < int(a.headers["ratelimit-reset"]) <= 3600 for a in answers)
    refused = answers[-1]
    assert 0 < int(refused.headers["retry-after"]) <= 3600
    assert refused.headers["content-type"] == "application/problem+json"
    assert refused.json()["type"] == "urn:diarium:problem:too-many-questions"
    assert "default-src 'none'" in refused.headers["content-security-policy"]
    assert "retry-after" not in answers[0].headers


def test_a_key_has_a_count_of_its_own_and_one_made_up_has_none(limited: TestClient, using: Settings) -> None:
    bearing = {"Authorization": f"Bearer {key_for(using, 'tidningen', '0380')}"}
    assert asked(limited, 6, bearing) == [200] * 5 + [429]
    made_up = [limited.get(CASES, headers={"Authorization": f"Bearer dia_{n}"}).status_code for n in range(4)]
    assert made_up == [200, 200, 200, 429]
    assert asked(limited, 1) == [429]


def test_pages_are_not_counted(limited: TestClient) -> None:
    assert [limited.get("/").status_code for _ in range(5)] == [200] * 5
    assert "ratelimit-limit" not in limited.get("/").headers


def test_no_limit_is_none(using: Settings, stores: Stores) -> None:
    free = using.model_copy(update={"rate_limit": "off"})
    with TestClient(create_app(free)) as client:
        assert asked(client, 5) == [200] * 5
        assert "ratelimit-limit" not in client.get(CASES).headers


def test_a_browser_may_ask_beforehand_whether_it_may_read(limited: TestClient) -> None:
    told = limited.options(CASES, headers={"Origin": "https://example.se", "Access-Control-Request-Method": "GET"})
    assert (told.status_code, told.headers["access-control-allow-origin"]) == (204, "*")
    assert "If-None-Match" in told.headers["access-control-allow-headers"]
    refused = limited.options(CASES, headers={"Access-Control-Request-Method": "POST"})
    assert refused.status_code == 405
