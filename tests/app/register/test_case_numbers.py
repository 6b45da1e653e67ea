"""Case numbers in every form that formats.md shows, and what only looks like one."""

from __future__ import annotations

import pytest

from app.register.case_numbers import case_key, case_slug, numbers_among, parse, typed_numbers


@pytest.mark.parametrize(
    ("printed", "key"),
    [
        ("KSN-2023-03553", "KSN-2023-3553"),
        ("ksn 2023 3553", "KSN-2023-3553"),
        ("KSN-2023-3553", "KSN-2023-3553"),
        ("KSN-2023-03553-4", "KSN-2023-3553"),
        ("KSN‑2023‑03553", "KSN-2023-3553"),
        ("ＫＳＮ-2023-03553", "KSN-2023-3553"),
        ("KSN-2023-\u200b03553", "KSN-2023-3553"),
        ("Dnr KS 2018/14", "KS-2018-14"),
        ("Ks 479/2024", "KS-2024-479"),
        ("Voo 697/2025", "VOO-2025-697"),
        ("KS/2017:128", "KS-2017-128"),
        ("KSKF/2016:547", "KSKF-2016-547"),
        ("SN-2017/104", "SN-2017-104"),
        ("KLF 2017/792", "KLF-2017-792"),
        ("2018/KS 0041 001", "KS-2018-41"),
        ("SLK-2024-00008:12", "SLK-2024-8:12"),
        ("MKN-2022-8910", "MKN-2022-8910"),
        ("N050-0142/24", "N050-2024-142"),
        ("SLK 0377/21", "SLK-2021-377"),
    ],
)
def test_one_key_for_every_spelling(printed: str, key: str) -> None:
    number = parse(printed)
    assert number is not None
    assert case_key(number, "Kommunstyrelsen") == key


@pytest.mark.parametrize("printed", ["0214/21", "00214/2021"])
def test_a_number_without_a_registers_name_needs_its_body(printed: str) -> None:
    number = parse(printed)
    assert number is not None
    assert case_key(number, "Miljö- och klimatnämnden") == "miljo-och-klimatnamnden-2021-214"
    assert case_key(number, None) is None


@pytest.mark.parametrize(
    "printed",
    [
        "SOU 2024:34",
        "KF 2024-04-24",
        "Handling 2024 nr 97",
        "2024 nr 97.",
        "Sida 3-2-1",
        "КSN-2023-03553",
        "KSN-2O23-1",
        "",
    ],
)
def test_what_only_looks_like_a_number_is_none(printed: str) -> None:
    assert parse(printed) is None


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("KSN202303553", "KSN-2023-3553"),
        ("ksn 2023 03553", "KSN-2023-3553"),
        ("Dnr 00096 2026", "-2026-96"),
        ("00096 2026", "-2026-96"),
        ("ärende 00096/2026", "-2026-96"),
        ("Ärende: KS 2026.96", "KS-2026-96"),
        ("dnr KSN202303553", "KSN-2023-3553"),
        ("ks 96 2026", "KS-2026-96"),
        ("2026/96", "-1996-2026 -2026-96"),
        ("2025/26", "-2026-2025"),
        ("2026:00096", "-2026-96"),
    ],
)
def test_a_number_is_understood_as_people_type_it(typed: str, key: str) -> None:
    assert [number.key for number in typed_numbers(typed)] == key.split()


@pytest.mark.parametrize(
    "typed",
    ["SOU2024:34", "KF 20240424", "2025 2026", "2026-03", "2026-03-04", "ärende", "ärende 96", "2026", "KS 2026"],
)
def test_a_day_and_a_span_of_years_are_no_number_that_people_type(typed: str) -> None:
    assert typed_numbers(typed) == ()


def test_a_number_is_found_among_words() -> None:
    assert ("ksn 2023 3553", "avhoppare nu") in list(numbers_among("avhoppare ksn 2023 3553 nu"))
    assert list(numbers_among("KSN-2023-03553 avhoppare")) == [("KSN-2023-03553", "avhoppare")]
    assert list(numbers_among("2026/96 avhoppare")) == [("2026/96", "avhoppare")]
    for typed in ("budget 300 mnkr 2024", '"KSN-2023-03553 avhoppare"', "möte 2024-12-11", "läsåret 2023/24"):
        assert not list(numbers_among(typed))


def test_the_document_of_a_case_is_told_apart_from_the_case() -> None:
    number = parse("KSN-2023-03553-4")
    assert number is not None
    assert number.document == 4


def test_slugs_are_the_numbers_own_spelling_after_the_body_where_it_is_needed() -> None:
    own, shared = parse("KSN-2023-03553"), parse("115/25")
    assert own is not None
    assert shared is not None
    assert case_slug("KSN-2023-03553", own, "Kommunstyrelsen") == "ksn-2023-03553"
    assert case_slug("115/25", shared, "Miljö- och klimatnämnden") == "miljo-och-klimatnamnden-115-25"
