"""Meetings of a body: two of a day are two, whatever comes first and however often."""

from __future__ import annotations

import datetime as dt
import os
from dataclasses import replace
from itertools import permutations
from pathlib import Path

import pytest
from sqlalchemy.orm import Session

from app import acts
from app.db import Stores, reading
from app.installation.renewing import rebuild_all
from app.journal.proving import faults
from app.language.findings import finding_sentence
from app.queries.cases import find
from app.queries.findings import all_findings, findings_of_matter
from app.queries.listing import Asked, Wanted, page_of
from app.queries.lists.findings import FINDINGS
from app.register.municipalities import municipality
from app.schemas.rows import CaseRow
from importers import read_bundle
from importers.bundle import Bundle, DocumentKind, Item, Meeting
from tests.app.filing import emptied, file, rows
from tests.app.register.saying import bundle, extract, item
from tests.conftest import ON_ONE_STORE

ANNA = acts.Actor("anna", "fel i protokollet")


def minutes(meeting: Meeting | None, *items: Item, digest: str) -> Bundle:
    held = replace(extract("Kommunstyrelsen", "2025-11-05", *items), kind=DocumentKind.PROTOKOLL, meeting=meeting)
    return bundle(held, digest=digest)


BICYCLES, BRIDGE, ROAD = (item(n, title) for n, title in (("201", "Cykelställ"), ("202", "Brygga"), ("203", "Väg")))
MORNING = minutes(Meeting(None, "09.00", "10.00"), BICYCLES, digest="a" * 64)
AFTERNOON = minutes(Meeting(None, "16.00", "17.00"), BRIDGE, ROAD, digest="b" * 64)
MORNING_AGAIN = minutes(Meeting(None, "09.05", "10.15"), BICYCLES, item("201a", "Bänkar"), digest="c" * 64)
NO_HOURS = minutes(None, ROAD, digest="d" * 64)

ORDERS = list(permutations((MORNING, AFTERNOON, MORNING_AGAIN, NO_HOURS)))
# All 24 orders in the long form; a spread of them otherwise.
STRIDE = 1 if os.environ.get("DIARIUM_DRILL") else 7


def held(stores: Stores) -> dict[str, int]:
    """Which meeting of the day each § is of."""
    found = rows(stores.desk)
    nth = {row["id"]: row["nth"] for row in found["meetings"]}
    return {row["number"]: nth[row["meeting_id"]] for row in found["items"]}


@ON_ONE_STORE
def test_two_meetings_of_a_day_are_two_in_any_order_of_arrival(stores: Stores) -> None:
    file(stores, MORNING)
    (alone,) = rows(stores.desk)["meetings"]
    ended = None
    for order in ORDERS[::STRIDE]:
        emptied(stores)
        for filed in order:
            file(stores, filed)
        assert held(stores) == {"201": 1, "201a": 1, "202": 2, "203": 2}, order
        there = rows(stores.desk, without=set())["meetings"]
        assert alone in there
        assert there == (ended or there)
        ended = there
    assert set(rebuild_all(stores).values()) == {0}
    with reading(stores.desk) as session:
        assert faults(session) == []


def test_a_meeting_that_is_moved_to_another_day_leaves_the_other_the_first(stores: Stores) -> None:
    for filed in (AFTERNOON, MORNING):
        file(stores, filed)
    (morning,) = [row for row in rows(stores.desk)["items"] if row["number"] == "201"]
    document = next(row for row in rows(stores.desk)["item_documents"] if row["item_id"] == morning["id"])
    seq = acts.correct(stores, document["document_id"], "date", "2025-11-04", ANNA)
    assert held(stores) == {"201": 1, "202": 1, "203": 1}
    assert set(rebuild_all(stores).values()) == {0}
    acts.undo(stores, seq, ANNA)
    assert held(stores) == {"201": 1, "202": 2, "203": 2}


def test_minutes_released_alone_are_of_the_only_meeting_that_the_public_sees(stores: Stores) -> None:
    file(stores, MORNING, released=False)
    file(stores, AFTERNOON)
    assert [row["nth"] for row in rows(stores.public)["meetings"]] == [1]
    assert [row["nth"] for row in rows(stores.desk)["meetings"]] in ([1, 2], [2, 1])


def test_an_extract_of_a_day_with_two_meetings_says_that_nobody_knows_of_which_it_is(stores: Stores) -> None:
    tree = item("204", "Ek", case_numbers=("KS-2025-204",))
    file(stores, MORNING)
    file(stores, bundle(extract("Kommunstyrelsen", "2025-11-05", tree), digest="e" * 64))

    def unclear() -> list[str]:
        with reading(stores.public) as session:
            of_matter = findings_of_matter(session, one_case(session)["matter_id"])
            assert [row for _matter, row in all_findings(session, dt.date(2025, 1, 1))] == of_matter
            listed = page_of(session, FINDINGS, Asked({}, "severity", 9, 0), Wanted(placed=True)).rows
            told = [{**row, "id": None, "cases": []} for row in listed]
            assert told == [{**row, "cases": []} for row in of_matter]
        return [finding_sentence(row["code"], row["params"]) for row in of_matter if row["at"] and row["sources"]]

    assert unclear() == []
    file(stores, AFTERNOON)
    (typed,) = unclear()
    assert typed.startswith("Organet sammanträdde flera gånger 5 november 2025.")
    file(stores, minutes(Meeting(None, "16.00", "17.00"), BRIDGE, ROAD, tree, digest="f" * 64))
    assert unclear() == []
    assert held(stores)["204"] == 2


def one_case(session: Session) -> CaseRow:
    (case,) = find(session, "KS-2025-204")
    return case


@ON_ONE_STORE
@pytest.mark.shared
@pytest.mark.parametrize("order", [("a1", "a2"), ("a2", "a1")])
def test_minutes_of_nine_and_of_four_are_of_two_meetings(stores: Stores, shared: Path, order: tuple[str, ...]) -> None:
    for name in order:
        file(stores, read_bundle(shared / "probes" / "situations" / f"{name}.pdf"), municipality("Alnsjö kommun"))
    assert held(stores) == {"201": 1, "202": 2}
