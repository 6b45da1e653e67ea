"""Who wanted what: a party that took no part in a decision said nothing, and one member's bias is no party's wish."""

from __future__ import annotations

from typing import Any

import pytest

from app.queries.positions import positions


def statement(kind: str, party: str) -> dict[str, Any]:
    return {"kind": kind, "people": [{"party": party}], "parties": [], "attribution": "stated"}


def test_a_statement_an_abstention_and_a_bias_are_told_apart() -> None:
    item: Any = {
        "id": "i",
        "body": {},
        "date": None,
        "number": "7",
        "yrkanden": [],
        "reservations": [],
        "decisions": [],
    }
    item["statements"] = [statement("sarskilt_yttrande", "C"), statement("deltar_ej", "V"), statement("jav", "S")]
    rows = positions([item])["parties"]
    assert [(row["party"], row["at"][0]["statement"], row["at"][0]["abstained"]) for row in rows if row["at"][0]] == [
        ("C", True, False),
        ("V", False, True),
    ]


@pytest.mark.parametrize(
    ("lead", "whose"),
    [
        ("På förslag av Anna Ek (S):", ["S"]),
        ("På förslag av tjänstgörande ersättaren Bo Å (KD):", ["KD"]),
        ("Enligt återremissyrkande från M och L i kommunstyrelsen:", ["L", "M"]),
        ("Enligt stadsledningskontorets förslag med tillägg enligt yrkande från MP och C:", ["C", "MP"]),
        ("Enligt kommunstyrelsens förslag:", []),
        ("På förslag av ordföranden:", []),
        (None, []),
    ],
)
def test_by_whose_proposal_a_body_decides_is_what_a_party_wanted(lead: str | None, whose: list[str]) -> None:
    decision = {"id": "d", "lead": lead, "clauses": [{"outcome": "bordlaggning"}]}
    item: Any = {"id": "i", "body": {}, "date": None, "number": "7", "decisions": [decision]}
    item |= {"yrkanden": [], "reservations": [], "statements": []}
    rows = positions([item])["parties"]
    assert [(row["party"], row["at"][0]["proposed"]) for row in rows if row["at"][0]] == [
        (party, [{"outcome": "bordlaggning", "decision_id": "d"}]) for party in whose
    ]
