"""Twelve questions of somebody who has read `/data` and nothing else: each answered by an address that stands there."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from typing import Any

import pytest
from starlette.testclient import TestClient

from tests.app.served import NUMBER

Answer = Callable[[Any], bool]
QUESTIONS: dict[str, tuple[str, Answer]] = {
    "a party's motions of a year": (
        "/api/v1/motions?party=c&raised_from=2025-01-01&raised_to=2025-12-31",
        lambda rows: [row["title"] for row in rows] == ["Motion om skuggande träd på kommunens skolgårdar"],
    ),
    "what of theirs was proposed as answered, with a reservation": (
        "/api/v1/items?party=Centerpartiet&outcome=besvara&has_reservation=true",
        lambda rows: [row["number"] for row in rows] == ["201", "143"] and all(row["reservations"] for row in rows),
    ),
    "who reserved themselves": (
        "/api/v1/reservations?body=ks",
        lambda rows: sorted(row["parties"] for row in rows) == [[], ["MP", "V"]],
    ),
    "who wanted the motion rejected": (
        "/api/v1/yrkanden?stance=avslag&body=ks",
        lambda rows: [mover["name"] for row in rows for mover in row["movers"]] == ["Ann-Sofie Tegnér"],
    ),
    "where a matter stands, by its number as somebody says it": (
        "/api/v1/cases?number=ks%202025%2042",
        lambda rows: [(row["number"], row["status"]) for row in rows] == [(NUMBER, "awaiting")],
    ),
    "matters about a word in another inflection": (
        "/api/v1/search?q=tr%C3%A4det",
        lambda rows: any(piece["found"] for row in rows for piece in row["title"]),
    ),
    "what is new since yesterday": (
        "/api/v1/changes?since=0",
        lambda rows: {row["kind"] for row in rows} == {"made"} and rows[0]["case"]["number"] == NUMBER,
    ),
    "what people have put right": ("/api/v1/corrections", lambda rows: rows == []),
    "who was present at a meeting": (
        "/api/v1/presences?body=ks&from=2025-11-05&to=2025-11-05",
        lambda rows: rows == [],  # the extract lists nobody
    ),
    "which §§ of a body's year are here, and which lack": (
        "/api/v1/statistics/coverage?body=ks",
        lambda rows: [(row["year"], row["meetings"]["n"], row["minutes"]["n"]) for row in rows] == [(2025, 1, 0)],
    ),
    "what a careful reader would point at": (
        "/api/v1/findings?case=ks-2025-00042",
        lambda rows: all(row["severity"] for row in rows),
    ),
}


@pytest.mark.parametrize("question", QUESTIONS)
def test_a_newcomer_is_answered(client: TestClient, question: str) -> None:
    address, right = QUESTIONS[question]
    path = address.partition("?")[0]
    assert path in client.get("/data").text
    answer = client.get(address)
    assert answer.status_code == 200, answer.text
    rows = next(value for value in answer.json().values() if isinstance(value, list))
    assert right(rows), rows


def test_the_votes_where_the_council_went_against_the_board_come_as_a_table(client: TestClient) -> None:
    assert "against_board" in client.get("/openapi.json").text or "against_board" in client.get("/data").text
    answer = client.get("/api/v1/votes.csv?against_board=true")
    heading, *rows = csv.reader(io.StringIO(answer.text))
    assert {"yes", "no", "yes_means", "no_means", "item.date"} <= set(heading) and rows == []
