"""What others tell of a matter's steps, read back from either database."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.db import Stores, reading
from app.installation.renewing import rebuild_all
from app.journal.scope import RegisterScope
from app.queries.cases import find_one
from app.queries.path import path
from importers.bundle import DocumentKind, Earlier, EarlierKind, Outcome
from tests.app.filing import file
from tests.app.register.saying import at, basis, bundle, day, extract, item, motion, proposal, report

NUMBER = {"case_numbers": ("KS-2025-42",)}
CITED = {"body": "kommunfullmäktige", "date": day("2026-03-26"), "item_number": "92"}
LETTERS = basis("Protokollsutdrag KSAU 2026-04-14, § 82.", "protokollsutdrag", date=day("2026-04-14"), item_number="82")


@pytest.fixture
def sent_back(stores: Stores) -> Stores:
    """A motion that the council had sent back, with a party's paper and the board's own among the bundle's."""
    said = item(
        "280",
        "Svar på motion om lövträd på skolgårdar",
        earlier=(Earlier(EarlierKind.RETURNED, at("Återremitterat § 92"), "Återremitterat", **CITED),),
        basis=(basis("Protokollsutdrag från kommunfullmäktige, § 92", "protokollsutdrag", **CITED), LETTERS),
        decisions=(proposal("Kommunstyrelsen", "kommunfullmäktige", Outcome.AVSLAG),),
        outcome=Outcome.AVSLAG,
        **NUMBER,
    )
    party = replace(report("Kommunstyrelsen", "2026-04-20", "KS-2025-42"), kind=DocumentKind.YRKANDE)
    moved = motion("Motion om lövträd på skolgårdar", "2025-01-20", "Mira Tallbo (C)")
    file(stores, bundle(moved, party, extract("Kommunstyrelsen", "2026-04-22", said)))
    return stores


def test_a_path_tells_each_paragraph_once_and_whose_it_is(sent_back: Stores) -> None:
    for store in (sent_back.desk, sent_back.public):
        with reading(store) as session:
            case = find_one(session, "KS-2025-42")
            steps = path(session, case["matter_id"])
        assert [(s["body"] and s["body"]["name"], s["item_number"], s["outcome"], s["state"]) for s in steps] == [
            ("Kommunfullmäktige", None, None, "past"),
            ("Kommunfullmäktige", "92", "aterremiss", "not_in_register"),
            ("Kommunstyrelsens arbetsutskott", "82", None, "not_in_register"),
            ("Kommunstyrelsen", "280", "avslag", "past"),
            ("Kommunfullmäktige", None, None, "awaited"),
        ]
        assert (case["status"], case["next"] and case["next"]["body"]) == ("awaiting", "Kommunfullmäktige")
    assert rebuild_all(sent_back) == {RegisterScope.DESK: 0, RegisterScope.PUBLIC: 0}


def test_the_paragraph_that_was_told_of_is_its_own_step_once_it_is_here(sent_back: Stores) -> None:
    council = extract(
        "Kommunfullmäktige", "2026-03-26", item("92", "Svar på motion om lövträd på skolgårdar", **NUMBER)
    )
    file(sent_back, bundle(council, digest="e" * 64))
    with reading(sent_back.public) as session:
        steps = path(session, find_one(session, "KS-2025-42")["matter_id"])
    assert [(s["item_number"], s["state"]) for s in steps if s["kind"] == "item"] == [
        ("92", "past"),
        ("82", "not_in_register"),
        ("280", "past"),
    ]
