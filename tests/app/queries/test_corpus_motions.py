"""What real minutes of a council say of its motions: the account, the page and the API tell the same, and tell it right."""

from __future__ import annotations

import csv
import datetime as dt
import io
from functools import cache
from pathlib import Path

import pytest

from app.db import Stores, reading
from app.exports.motions import as_csv
from app.ids import Ids
from app.journal.derived import parts_of
from app.queries.cases import find_one
from app.queries.listing import Asked, Wanted, page_of
from app.queries.lists.motions import MOTIONS
from app.queries.motions import unanswered
from app.queries.one_matter import Matter
from app.register import values
from app.register.build import build
from app.register.municipalities import municipality
from importers import read_bundle
from importers.bundle import Bundle
from tests.app.filing import file
from tests.app.queries.owning import decided_by_another

DAY = dt.date(2026, 11, 27)


@cache
def _read(path: Path) -> Bundle:
    return read_bundle(path.read_bytes())


@pytest.fixture
def council(stores: Stores, shared: Path) -> Stores:
    """The minutes of one meeting."""
    file(stores, _read(shared / "corpus" / "goteborg-kf-2026-06-11.pdf"), municipality("Göteborg"))
    return stores


@pytest.mark.shared
def test_what_one_meeting_tells_of_its_motions(council: Stores) -> None:
    with reading(council.public) as session:
        account = unanswered(session, DAY)
        listed = page_of(session, MOTIONS, Asked({"standing": "unanswered"}, "title", 200, 0), Wanted(today=DAY))
        waiting = find_one(session, "SLK-2025-01254")
        voted = Matter(session, find_one(session, "SLK-2025-00748"), DAY)
        tablings = [(s["item_number"], s["state"]) for s in voted.steps if s["outcome"] == "bordlaggning"]
        findings = {finding["code"] for finding in voted.findings}
        after = [p["after_vote"] for item in voted.items for p in item["propositions"]]
    assert listed.total == len(account) == len(list(csv.reader(io.StringIO(as_csv(account))))) - 1 == 25
    assert {row["id"] for row in listed.rows} == {row["id"] for row in account}
    assert all(row["movers"] for row in account)
    received = [row["clock"]["raised"].isoformat() for row in account if row["clock"]]
    assert received == ["2026-05-27", "2026-05-28", "2026-05-29"]
    assert {tuple(row["council_minutes"]) for row in account if row["clock"]} == {(dt.date(2026, 6, 11),)}
    assert waiting["next"] == {"body": "Kommunfullmäktige", "kind": "council", "date": dt.date(2026, 9, 3)}
    assert tablings == [(number, "not_in_register") for number in ("33", "65", "103", "150", "199")]
    assert (voted.row["status"], "council_against_board" in findings, after) == ("decided", True, ["overturned"])


@pytest.mark.shared
@pytest.mark.parametrize(("name", "number"), [("goteborg-kf-2023-12-07", "95"), ("goteborg-kf-2024-06-19", "264")])
def test_the_votes_that_the_board_lost_are_found(name: str, number: str, shared: Path) -> None:
    parts = parts_of(1, _read(shared / "corpus" / f"{name}.pdf"), municipality("Göteborg"))
    built = build(parts, Ids(b"a secret of this test")).owned
    lost = [row for row in built if isinstance(row, values.Finding) and row.code == "council_against_board"]
    at = {row.id: row.number for row in built if isinstance(row, values.Item)}
    assert [(at[row.entity_id or ""], row.params) for row in lost] == [(number, {"yes": 40, "no": 41})]


OWNED = ("kf-2026-06-11", "kf-2025-03-27-par185", "kf-2026-06-11-par256")


@pytest.mark.shared
def test_no_matter_is_decided_by_a_paragraph_of_a_body_that_does_not_own_it(stores: Stores, shared: Path) -> None:
    """In minutes of the council, and in bundles where nämnder answer what the council sent them."""
    for name in OWNED:
        file(stores, _read(shared / "corpus" / f"goteborg-{name}.pdf"), municipality("Göteborg"))
    with reading(stores.public) as session:
        decided, faults = decided_by_another(session)
        answered = find_one(session, "N165-0638/24")
    assert decided > 10 and faults == []
    # the board's answer to the remiss is of the motion's matter, which the council has still to decide
    assert (answered["status"], answered["kind"], answered["next"]["body"]) == (
        "awaiting",
        "motion",
        "Kommunfullmäktige",
    )
