"""A § in the spellings that people ask for it in, and what only looks like one."""

from __future__ import annotations

import datetime as dt

import pytest

from app.register.item_numbers import ItemAmong, ItemNumber, item_among, parse_item


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("KS § 201", ItemNumber("201", "KS")),
        ("kf § 12 2024", ItemNumber("12", "kf", 2024)),
        ("§ 201/2024", ItemNumber("201", None, 2024)),
        ("§201/24", ItemNumber("201", None, 2024)),
        ("§ 12", ItemNumber("12")),
        ("§ 012a KSAU", ItemNumber("12a", "KSAU")),
        ("Kommunstyrelsens arbetsutskott, § 33 2024", ItemNumber("33", "Kommunstyrelsens arbetsutskott", 2024)),
        ("Kommunstyrelsen 2025-11-05 § 201", ItemNumber("201", "Kommunstyrelsen", None, dt.date(2025, 11, 5))),
        ("KS 2024 § 201", ItemNumber("201", "KS", 2024)),
        ("KS § 201/2024", ItemNumber("201", "KS", 2024)),
        ("paragraf 201", ItemNumber("201")),
        ("Paragrafen 12 KSAU", ItemNumber("12", "KSAU")),
        ("201", None),
        ("KS 201", None),
        ("§", None),
        ("§ tolv", None),
        ("bygga enligt § 12 i lagen", None),
        ("KS 2024 § 201 2025", None),
        ("KS 2025-02-30 § 1", None),
        ("§ 12345", None),
        ("KS § 12 § 13", None),
        ("§ 1 " + "a" * 200, None),
    ],
)
def test_a_number_of_an_item(typed: str, meant: ItemNumber | None) -> None:
    assert parse_item(typed) == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("uppsala ks § 372 avhoppare", ItemAmong("372", None, None, ("uppsala", "ks"), ("avhoppare",))),
        ("avhoppare § 372/2024", ItemAmong("372", 2024, None, ("avhoppare",), ())),
        ("bygga enligt § 12 i lagen", ItemAmong("12", None, None, ("bygga", "enligt"), ("i", "lagen"))),
        ('"enligt § 12"', None),
        ("§ 1 § 2", None),
    ],
)
def test_a_number_of_an_item_among_words(typed: str, meant: ItemAmong | None) -> None:
    assert item_among(typed) == meant
