"""Verification at once, days of verification and notice, and §§ that a § decides about."""

from __future__ import annotations

import datetime as dt

import pytest

from importers.bundle import Notice, Verification
from importers.statements.verification import at_once, days_not_read, items_named, notice_in, verification_in
from importers.text.forms import rows_of
from tests.importers.typeset import blocks_of, lines, running


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
    both = notice_in(running("Anslag: 2025-03-12 – 2025-04-03"))
    assert both is not None
    assert both[0] == Notice(posted=dt.date(2025, 3, 12), until=dt.date(2025, 4, 3))
    assert verification_in(running("Bestämmande av tid för justering")) is None


@pytest.mark.parametrize(
    ("form", "day", "place"),
    [
        ("Justering:          Digital justering 2024-10-29", dt.date(2024, 10, 29), "Digital justering"),
        ("Justering           Kommunkansliet den 25 november 2024", dt.date(2024, 11, 25), "Kommunkansliet"),
        ("Justeringens tid och plats: 25 november 2024 kl 10, Rådhuset", dt.date(2024, 11, 25), "Rådhuset"),
        ("Justering\nPlats: Rådhuset\nTid: 2024-11-25 kl. 9.00\nJusterare: Bo Ås", dt.date(2024, 11, 25), "Rådhuset"),
    ],
)
def test_the_day_beside_a_label_of_verification(form: str, day: dt.date, place: str) -> None:
    found = verification_in(running(form), rows_of(lines(form)))
    assert found and found[0] == Verification(date=day, place=place)


@pytest.mark.parametrize(
    "told",
    [
        "Justeringen har tillkännagetts på kommunens anslagstavla 2024-05-17. Anslaget tas ned 2024-06-08.",
        "Anslaget på stadens digitala anslagstavla den 17 maj 2024. Anslaget tas ned den 8 juni 2024.",
        "Anslås 2024-05-17 – 2024-06-08",
        "Anslagen 2024-05-17 – 2024-06-08",
        "Anslaget upp 2024-05-17, ned 2024-06-08",
        "Protokollet publiceras på förbundets anslagstavla 2024-05-17 till och med 2024-06-08",
        "Tillkännagivande av protokollsjustering har anslagits på stadens anslagstavla 2024-05-17 och tas ned 2024-06-08.",
        "Protokollet anslaget 2024-05-17, nedtages 2024-06-08.",
        "Anslag\nFrån: 2024-05-17\nTill: 2024-06-08",
        "Protokollet justerades digitalt den 16 maj 2024 och anslogs den 17 maj 2024. Anslaget tas ned den 8 juni 2024.",
    ],
)
def test_both_days_of_a_notice(told: str) -> None:
    notice = notice_in(running(told))
    assert notice and notice[0] == Notice(posted=dt.date(2024, 5, 17), until=dt.date(2024, 6, 8))


def test_a_day_of_the_notice_that_is_not_read_is_doubted_beside_one_that_is() -> None:
    until = Notice(until=dt.date(2025, 4, 3))
    printed = lines("Anslaget uppe från 2025-03-12\nAnslaget nere 2025-04-03")
    assert [one.code for one in days_not_read(printed, (), Verification(), until)] == ["notice_not_read"]
    assert list(days_not_read(printed[1:], (), Verification(), until)) == []
