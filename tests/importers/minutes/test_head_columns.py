"""Heads of §§ that are set in columns, each broken over lines of its own."""

from __future__ import annotations

import pytest

from importers.minutes.head_columns import broken_mark
from importers.minutes.split import split_items
from importers.text.sections import style_of
from tests.importers.typeset import bundle_of, lines

BEFORE = "Paragrafer          31-32\n\nTaxan gäller från årsskiftet.\n\n"


def heads(text: str) -> list[tuple[str, str, str, list[str]]]:
    found = lines(text)
    items = split_items(found, style_of(found)).items
    return [
        (one.number.text, one.name, one.title_words.text if one.title_words else "", [n.text for n in one.case_numbers])
        for one in items
    ]


@pytest.mark.parametrize(
    ("head", "number", "title", "cases"),
    [
        ("# KSAU §        Val av justerare\n# 31", "KSAU § 31", "Val av justerare", []),
        ("MBN §       Val av justerare\n31/2025", "MBN § 31", "Val av justerare", []),
        ("§        Nya bryggor i\n31       småbåtshamnen (2025/41)", "§ 31", "Nya bryggor i småbåtshamnen", ["2025/41"]),
        (
            "# Soc §      Nya bryggor i            Ärendenummer\n# 31         småbåtshamnen            2025/SOC 0041",
            "Soc § 31",
            "Nya bryggor i småbåtshamnen",
            ["2025/SOC 0041"],
        ),
        ("Valn. §\n31\nNya bryggor i småbåtshamnen", "Valn. § 31", "Nya bryggor i småbåtshamnen", []),
        (
            "# § 31       Nya bryggor i            Diarienr\n#            småbåtshamnen            2025/41",
            "§ 31",
            "Nya bryggor i småbåtshamnen",
            ["2025/41"],
        ),
        (
            "§ 31       Nya bryggor i            Diarienummer BUN\n           småbåtshamnen            2025/41",
            "§ 31",
            "Nya bryggor i småbåtshamnen",
            ["BUN 2025/41"],
        ),
        ("# § 31       Nya bryggor            Dnr: Ks\n#                                   41/2025", "§ 31", "Nya bryggor", ["Ks 41/2025"]),
        ("# § 31       Dnr            Nya bryggor i\n#            2025/41        småbåtshamnen", "§ 31", "Nya bryggor i småbåtshamnen", ["2025/41"]),
        ("# § 31       2025/41        Nya bryggor", "§ 31", "Nya bryggor", ["2025/41"]),
        ("# § 31       Dnr: 2025-41        Nya bryggor", "§ 31", "Nya bryggor", ["2025-41"]),
        ("# § 31\n# Diarienr:      Nya bryggor i\n# Ks 41/2025     småbåtshamnen", "§ 31", "Nya bryggor i småbåtshamnen", ["Ks 41/2025"]),
        ("# § 31\n# KS-2025-00041   Nya bryggor i\n#                 småbåtshamnen", "§ 31", "Nya bryggor i småbåtshamnen", ["KS-2025-00041"]),
        (
            "# § 31       Ärendenummer    Nya bryggor i\n#            KS-2025-00041   småbåtshamnen",
            "§ 31",
            "Nya bryggor i småbåtshamnen",
            ["KS-2025-00041"],
        ),
        ("§          Svar på motion om bryggor  Dnr: TN\n31/2025                               2025.0060", "§ 31", "Svar på motion om bryggor", ["TN 2025.0060"]),
        ("§          Svar på motion om bryggor  Dnr: TN\n31/2025    i hamnen                   2025.0060", "§ 31", "Svar på motion om bryggor i hamnen", ["TN 2025.0060"]),
        ("# KSAU §   Svar på motion om bryggor  KS-2025-00041\n# 31       i hamnen", "KSAU § 31", "Svar på motion om bryggor i hamnen", ["KS-2025-00041"]),
        ("§   Svar på motion om  Dnr\n31  bryggor i hamnen   2025/41", "§ 31", "Svar på motion om bryggor i hamnen", ["2025/41"]),
        ("# § 31     Svar på motion om bryggor  Dnr: TN\n#                                     2025.0060", "§ 31", "Svar på motion om bryggor", ["TN 2025.0060"]),
        ("# § 31     Svar på motion om bryggor  Dnr: TN\n#          i hamnen                   2025.0060", "§ 31", "Svar på motion om bryggor i hamnen", ["TN 2025.0060"]),
        ("BUN    Svar på motion om     BUN\n§ 31   bryggor i hamnen      2025/41", "BUN § 31", "Svar på motion om bryggor i hamnen", ["BUN 2025/41"]),
        ("# Ks § 31          Diarienummer 2025/KS\n#                  0041\n\n# Nya bryggor", "Ks § 31", "Nya bryggor", ["2025/KS 0041"]),
        ("# §           Nya bryggor\n# 31/2025\n2025/38", "§ 31", "Nya bryggor", ["2025/38"]),
        ("# Ksau   Val av justerare\n# § 31", "Ksau § 31", "Val av justerare", []),
        ("# § 31   Dnr 2025/41  Svar på motion om bryggor\n#                     i hamnen", "§ 31", "Svar på motion om bryggor i hamnen", ["2025/41"]),
        ("# § 31   Svar på motion om bryggor  2025/41\n#        i hamnen", "§ 31", "Svar på motion om bryggor i hamnen", ["2025/41"]),
    ],
)  # fmt: skip
def test_each_column_goes_on_beneath_itself(head: str, number: str, title: str, cases: list[str]) -> None:
    again = head.replace("31", "32")
    text = f"{BEFORE}{head}\n\nBeslut\nNämnden bordlägger ärendet.\n\n{again}\n\nBeslut\nNämnden avslår förslaget."
    assert heads(text) == [(number, "31", title, cases), (number.replace("31", "32"), "32", title, cases)]


@pytest.mark.parametrize(
    "table",
    [
        "§           Ärende                 Sida\n31          Val av justerare       2\n32          Nya bryggor            3",
        "§           Närvarande\n31          Anna Ek (S)",
        "§\n31\n32\n33",
        "Enligt lagen 5 kap. 7\n§           och\n31          följande",
    ],
)
def test_a_column_of_numbers_heads_nothing(table: str) -> None:
    assert heads(f"{BEFORE}{table}\n\nText om ärendena.") == []


def test_the_number_stands_where_it_is_printed() -> None:
    (minutes,) = bundle_of(
        "Älnsjö kommun          PROTOKOLL\nKommunstyrelsen        2025-03-04\n\n" + BEFORE + "# KSAU §        Val av justerare\n# 31\n\n"
        "# Beslut\nKommunstyrelsen utser Bo Ås (V)."
    ).documents  # fmt: skip
    (item,) = minutes.items
    assert [place.line for source in item.fields["number"] for place in source.places] == [5, 6]


def test_numbers_with_their_year_in_a_column_are_no_case_numbers() -> None:
    assert broken_mark(lines("§\n31/25\n32/25\n33/25"), 0) is None
    assert broken_mark(lines("§\n31/25\n2025/38\nNya bryggor"), 0) is not None
