"""Findings in minutes as a whole: §§ that lack, justering and notice too late, two texts under one head."""

from __future__ import annotations

from dataclasses import replace

import pytest

from importers.bundle import Attendance, Document, DocumentKind, Meeting, Notice, Presence, Verification
from tests.app.register.findings.noticed import codes, codes_of_items, findings, only
from tests.app.register.saying import at, day, extract, item, person


def minutes(numbers: str, *items: str, verified: str | None = None, notice: tuple[str, str] | None = None) -> Document:
    posted, until = (day(notice[0]), day(notice[1])) if notice else (None, None)
    return Document(
        DocumentKind.PROTOKOLL,
        (1, 1),
        at("Protokoll"),
        body="Miljönämnden",
        date=day("2025-04-22"),
        meeting=Meeting(paragraphs=numbers),
        verification=Verification(day(verified)) if verified else None,
        notice=Notice(posted, until) if notice else None,
        items=tuple(item(number, f"Ärende {number}") for number in items),
    )


@pytest.mark.parametrize(
    ("numbers", "items", "lacking"),
    [
        ("1-4", ["1", "2", "4"], ["3"]),
        ("1–4", ["1", "2", "3", "4"], []),
        ("1-2, 5-6", ["1", "2", "5", "6"], []),
        ("1-2, 5-6", ["1", "2", "5"], ["6"]),
        ("1-4", ["1", "2", "3 a", "4"], []),
        ("1-60", ["1", "2", "3"], []),  # a choice of the §§
        ("1-4", ["1", "9"], []),  # what the cover says was misread
        ("", ["1", "3"], []),
    ],
)
def test_a_paragraph_that_the_cover_promises_and_the_minutes_lack(
    numbers: str, items: list[str], lacking: list[str]
) -> None:
    found = [row.params["number"] for row in findings(minutes(numbers, *items)) if row.code == "items_missing"]
    assert found == lacking


def test_a_paragraph_verified_at_once_in_minutes_of_its_own_does_not_lack() -> None:
    at_once = extract("Miljönämnden", "2025-04-22", item("3", "Brådskande", case_numbers=("MN-2025-3",)))
    assert codes(minutes("1-4", "1", "2", "4"), at_once) == []


def test_justering_later_than_fourteen_days_is_against_the_law() -> None:
    found = only("justering_late", minutes("1", "1", verified="2025-05-07"))
    assert found == {"meeting": "2025-04-22", "verified": "2025-05-07", "days": 15}
    assert codes(minutes("1", "1", verified="2025-05-06")) == []


def test_justering_before_the_meeting_cannot_be() -> None:
    assert codes(minutes("1", "1", verified="2025-04-21")) == ["justering_before_meeting"]


def test_a_notice_later_than_the_second_day_is_against_the_law() -> None:
    late = minutes("1", "1", verified="2025-05-02", notice=("2025-05-05", "2025-05-27"))
    assert only("notice_late", late) == {"verified": "2025-05-02", "posted": "2025-05-05"}
    assert codes(minutes("1", "1", verified="2025-05-02", notice=("2025-05-04", "2025-05-26"))) == []


def test_a_notice_that_comes_down_within_three_weeks_is_found() -> None:
    short = minutes("1", "1", verified="2025-05-02", notice=("2025-05-02", "2025-05-20"))
    assert only("notice_taken_down_early", short) == {"posted": "2025-05-02", "until": "2025-05-20", "days": 18}
    assert codes(minutes("1", "1", verified="2025-05-02", notice=("2025-05-02", "2025-05-23"))) == []


def test_two_texts_of_one_paragraph_are_found_and_two_papers_that_look_alike_are_not() -> None:
    one = extract("Miljönämnden", "2025-04-22", item("3", "Bygglov för ett förråd", case_numbers=("MN-2025-3",)))
    other = extract("Miljönämnden", "2025-04-22", item("3", "Bygglov för en brygga", case_numbers=("MN-2025-3",)))
    assert codes_of_items(one, other) == ["texts_disagree"]
    papers = [Document(DocumentKind.OTHER, (1, 1), at("Bilaga"), body="Miljönämnden", title=t) for t in (None, "B")]
    assert codes_of_items(*papers) == []


@pytest.mark.parametrize(
    ("listed", "namesakes"),
    [
        (("Anna Lind (S)", "Bo Ek (M)", "Anna Lind (M)"), [["Anna Lind (S)", "Anna Lind (M)"]]),
        (("Anna Lind (S)", "Bo Ek (M)", "Anna Lind (S)"), []),
        (("Anna Lind (S)", "Bo Ek (M)", "Anna Lind"), []),
    ],
)
def test_two_of_one_name_on_one_list_are_noted(listed: tuple[str, ...], namesakes: list[list[str]]) -> None:
    there = Attendance(members=tuple(Presence(person(one), at(one)) for one in listed))
    found = findings(replace(minutes("1", "1"), attendance=there))
    assert [row.params["people"] for row in found if row.code == "namesakes"] == namesakes
