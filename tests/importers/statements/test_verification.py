"""Verification at once, days of verification and notice, and §§ that a § decides about."""

from __future__ import annotations

import datetime as dt

import pytest

from importers.bundle import Notice, Verification
from importers.statements.verification import at_once, items_named, notice_in, verification_in
from tests.importers.typeset import blocks_of, running


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Protokollet under denna paragraf förklaras omedelbart justerat.", True),
        ("2. Grundskolenämnden förklarar beslutet omedelbart justerat.", True),
        ("Paragrafen justeras omedelbart.", True),
        ("Den 21 januari 2026.", False),
    ],
)
def test_verified_at_once(text: str, expected: bool) -> None:
    assert at_once(blocks_of(text)) is expected


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Motionerna under paragraferna 12-13 bordläggs.", ("12", "13")),
        ("Motionerna i §§ 12, 14 och 16 remitteras till kommunstyrelsen.", ("12", "14", "16")),
        ("Motionen under paragraf 12 bordläggs.", ("12",)),
        ("Motionen avslås enligt 3 kap. 4 §.", ()),
        ("Motionerna under paragraferna 12-9999 bordläggs.", ()),
    ],
)
def test_items_named(text: str, numbers: tuple[str, ...]) -> None:
    assert items_named(text) == numbers


def test_days() -> None:
    found = verification_in(running("Dag för justering 2024-03-11"))
    assert found is not None
    assert (found[0], found[1].text) == (Verification(date=dt.date(2024, 3, 11)), "2024-03-11")
    notice = notice_in(running("Anslaget har satts upp 2024-05-30\nAnslaget tas ned 2024-06-21"))
    assert notice is not None
    assert notice[0] == Notice(posted=dt.date(2024, 5, 30), until=dt.date(2024, 6, 21))
    assert verification_in(running("Bestämmande av tid för justering")) is None
