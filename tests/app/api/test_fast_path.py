"""Questions that are answered where they come in get the answer that the application gives, in fewer statements."""

from __future__ import annotations

import pytest
from starlette.testclient import TestClient

from app.today import today
from tests.app.api.counting import counting
from tests.app.served import app_of, case_id

CASES = "/api/v1/cases"


def asked_both_ways(client: TestClient) -> list[tuple[str, str]]:
    """Light questions, each beside one that says the same in more words."""
    matter, day = f"{CASES}/{case_id(client)}", f"today={today()}"
    return [
        (matter, f"{matter}?{day}"),
        (f"{matter}?include=items", f"{matter}?include=items&{day}"),
        (CASES, f"{CASES}?offset=0"),
        (f"{CASES}?limit=7", f"{CASES}?limit=7&offset=0"),
    ]


def test_the_answer_is_the_same_to_the_byte_with_the_same_headers(client: TestClient) -> None:
    for light, other in asked_both_ways(client):
        one, two = client.get(light), client.get(other)
        assert (one.status_code, one.content) == (two.status_code, two.content)
        assert {**one.headers, "ratelimit-remaining": ""} == {**two.headers, "ratelimit-remaining": ""}


def test_a_matter_takes_one_statement_on_sqlite(client: TestClient) -> None:
    counts = []
    for light, _other in asked_both_ways(client)[:2]:
        with counting(client) as counted:
            client.get(light, headers={"Cache-Control": "no-cache"})
        counts.append(len(counted))
    if app_of(client).state.serving.at_once is not None:
        assert counts == [1, 1]
    else:
        assert min(counts) > 1


@pytest.mark.parametrize(
    ("one", "query", "status"),
    [
        (False, "limit=0", 400),
        (False, "limit=007", 200),
        (False, "limit=5&limit=0", 400),
        (False, "include=items", 400),
        (True, "include=", 400),
        (True, "include=items,", 400),
        (True, "include=path&include=items", 400),
        (True, "include=path,items", 200),
        (True, "limit=20", 400),
    ],
)
def test_what_is_no_light_question_is_answered_or_refused_as_ever(
    client: TestClient, one: bool, query: str, status: int
) -> None:
    address = f"{CASES}/{case_id(client)}" if one else CASES
    assert client.get(f"{address}?{query}").status_code == status
