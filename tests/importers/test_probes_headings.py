"""Small pages of the data set that each show a form of § head, case number, title or heading; and the same forms in other
words and layouts.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pytest

from importers import read_bundle
from importers.bundle import Bundle, Item
from tests.importers.typeset import bundle_of
from tests.places import SHARED, missing

HEAD = "Älnsjö kommun                 SAMMANTRÄDESPROTOKOLL\nKommunstyrelsen               2025-03-04\n\n"


def probe(name: str) -> Bundle:
    path = SHARED / "probes" / f"{name}.pdf"
    if not path.is_file():
        missing(f"the page {name}", "set DIARIUM_SHARED")
    return read_bundle(path)


def items(bundle: Bundle) -> Iterator[Item]:
    return (item for document in bundle.documents for item in document.items)


def heads(bundle: Bundle) -> list[tuple[str, str, tuple[str, ...]]]:
    return [(item.number, item.title, item.case_numbers) for item in items(bundle)]


Heads = Sequence[tuple[str, str, tuple[str, ...]]]


@pytest.mark.shared
@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("snpar", [("13", "Bidrag till resor", ()), ("14", "Information", ())]),
        (
            "prefix",
            [
                ("41", "Inköp av stolar", ()),
                ("42", "Inköp av bord", ()),
                ("43", "Inköp av skåp", ("25/KS 15 111",)),
                ("44", "Inköp av lampor", ()),
            ],
        ),
        (
            "f01toc",
            [
                ("41", "Ny cykelplan för tätorten", ("KS-2025-00041",)),
                ("42", "Svar på remiss om vägskyltar och gatunamn i centrum samt i hamnen", ("KS-2025-00042",)),
            ],
        ),
        (
            "f09dnr",
            [
                ("41", "Val av ersättare", ()),
                ("42", "Val av ledamot", ("91474",)),
                ("43", "Budget", ("KS 02-323 041",)),
                ("44", "Folkomröstning", ("2012-KS0478",)),
            ],
        ),
        (
            "parcase",
            [("41", "Svar på motion om cyklar (S)", ("KS/2025:41",)), ("42", "Delårsrapport 2025", ("KS/2025:42",))],
        ),
        (
            "h_case",
            [
                ("1", "Godkännande av dagordning", ("KU/2009.4",)),
                ("2", "Val av trafikutskott", ("KF/2008.211",)),
                ("3", "Val av vägutskott", ("KF/2008.212",)),
                ("4", "Arbetsgrupp för ny brygga", ("KU/2008.401",)),
                ("5", "Rapport om badplatser", ("KU/2009.7",)),
            ],
        ),
        ("situations/mini1", [("1", "Brygga", ("KS-2025-00001",)), ("2", "Badplats", ("KS-2025-00002",))]),
        ("situations/mini2", [("1", "Brygga", ("KS-2025-00001",)), ("2", "Badplats", ("KS-2025-00002",))]),
    ],
)
def test_heads_of_the_data_set(name: str, expected: Heads) -> None:
    assert heads(probe(name)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# BUN § 7\n# Skolskjuts\n\n# Beslut\nAnsökan avslås.", [("7", "Skolskjuts", ())]),
        (
            "Mhn § 8                    Diarienr 12/345\n\n# Bullerplank\n\n# Beslut\nAnsökan avslås.",
            [("8", "Bullerplank", ("12/345",))],
        ),
        (
            "Socialnämnden                                    Sn § 9\nSocialnämndens arbetsutskott\n\n# Tillsyn\n\n# Beslut\nÄrendet avskrivs.",
            [("9", "Tillsyn", ())],
        ),
        ("# § 14/25     Taxor\n# Beslut\nTaxan antas.", [("14/25", "Taxor", ())]),
        ("# TK-AU § 15/2025\n# Taxor\n# Beslut\nTaxan antas.", [("15", "Taxor", ())]),
        (
            "# Taxor för hamnen\n# § 31, 008/24\nÅret är rättat i numret.\n\n# Beslut\nTaxan antas.",
            [("31", "Taxor för hamnen", ("008/24",))],
        ),
        ("# § 3                   Dnr: 05.123\n# Taxor\n# Beslut\nTaxan antas.", [("3", "Taxor", ("05.123",))]),
        (
            "# § 4\n# Taxor för hamnen (Dnr HN 2025/17)\n# Beslut\nTaxan antas.",
            [("4", "Taxor för hamnen", ("HN 2025/17",))],
        ),
        ("# § 5\n# Taxor\nDiarienummer: HN.2025.17\n# Beslut\nTaxan antas.", [("5", "Taxor", ("HN.2025.17",))]),
        (
            "# § 6\n# Betänkandet Fler hamnar (SOU 2024:34)\n# Beslut\nTaxan antas.",
            [("6", "Betänkandet Fler hamnar (SOU 2024:34)", ())],
        ),
    ],
)
def test_heads_in_other_words(text: str, expected: Heads) -> None:
    assert heads(bundle_of(HEAD + text)) == expected


def test_a_paragraph_cited_in_the_margin_heads_nothing() -> None:
    text = "# HN § 4\n# Taxor\nHnau § 17 2025-02-01\nUtskottet föreslår en höjd taxa.\nHN § 88 24-11-04\nÄrendet bordläggs.\n# Beslut\nTaxan antas."
    assert [item.number for item in items(bundle_of(HEAD + text))] == ["4"]


@pytest.mark.parametrize("heading", ["Ärendelista", "Dagordning", "INNEHÅLLSFÖRTECKNING          SIDAN"])
def test_a_list_of_contents_heads_nothing(heading: str) -> None:
    listed = f"# {heading}\n§ 7     Skolskjuts\n§ 8     Bullerplank vid Norra\n        infarten"
    first = "# § 7     Skolskjuts\n\n# Beslut\nAnsökan avslås."
    second = "# § 8     Bullerplank vid Norra infarten\n\n# Beslut\nAnsökan avslås."
    bundle = bundle_of(HEAD + listed, HEAD + first, HEAD + second)
    assert heads(bundle) == [("7", "Skolskjuts", ()), ("8", "Bullerplank vid Norra infarten", ())]


def test_a_head_repeated_on_top_of_a_page_goes_on() -> None:
    first = "# KS § 7\n# Skolskjuts\n\n# Ärendet\nEn ansökan om skolskjuts har kommit in."
    bundle = bundle_of(HEAD + first, HEAD + "# KS § 7\nSökanden bor vid sjön.\n\n# Beslut\nAnsökan avslås.")
    assert heads(bundle) == [("7", "Skolskjuts", ())]
    assert [one.clauses[0].text for item in items(bundle) for one in item.decisions] == ["Ansökan avslås."]


def test_plain_heads_right_after_a_list_start_a_paragraph() -> None:
    text = "§1\nTaxor\n\nBeslut\nTaxan antas.\nExpedieras till\nHamnkontoret\nBo Ek\n§2\nKranar\n\nBeslut\nKranen säljs.\nExpedieras till\nHamnkontoret\n§3\nBojar\n\nBeslut\nBojen säljs."
    assert [(number, title) for number, title, _ in heads(bundle_of(HEAD + text))] == [
        ("1", "Taxor"),
        ("2", "Kranar"),
        ("3", "Bojar"),
    ]


def test_minutes_without_a_paragraph_are_doubted() -> None:
    bundle = bundle_of(HEAD + "Kommunstyrelsen sammanträdde vid sjön och drack kaffe.")
    assert [(one.code, one.severity) for one in bundle.doubts if one.code == "items_not_read"] == [
        ("items_not_read", "error")
    ]


def test_a_number_beside_other_text_is_doubted() -> None:
    text = "Beslutande                                       § 6\n\n# § 7\n# Taxor\n# Beslut\nTaxan antas."
    assert [one.params["text"] for one in bundle_of(HEAD + text).doubts if one.code == "item_not_read"] == [
        "Beslutande § 6"
    ]
