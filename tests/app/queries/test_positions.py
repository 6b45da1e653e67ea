"""Who wanted what: a party that took no part in a decision said nothing, and one member's bias is no party's wish."""

from __future__ import annotations

from typing import Any

from app.queries.positions import positions


def statement(kind: str, party: str) -> dict[str, Any]:
    return {"kind": kind, "people": [{"party": party}], "parties": [], "attribution": "stated"}


def test_a_statement_an_abstention_and_a_bias_are_told_apart() -> None:
    item: Any = {"id": "i", "body": {}, "date": None, "number": "7", "yrkanden": [], "reservations": []}
    item["statements"] = [statement("sarskilt_yttrande", "C"), statement("deltar_ej", "V"), statement("jav", "S")]
    rows = positions([item])["parties"]
    assert [(row["party"], row["at"][0]["statement"], row["at"][0]["abstained"]) for row in rows if row["at"][0]] == [
        ("C", True, False),
        ("V", False, True),
    ]
