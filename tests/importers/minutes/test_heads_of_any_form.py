"""§ heads, titles and case numbers in forms that no town was tuned for."""

from __future__ import annotations

import pytest

from tests.importers.typeset import bundle_of

_HEAD = "Testboda kommun                  SAMMANTRÄDESPROTOKOLL\nParknämnden                    2025-03-04\n\n"


def _heads(text: str) -> list[tuple[str, str, tuple[str, ...]]]:
    (document,) = bundle_of(_HEAD + text).documents
    return [(item.number, item.title, item.case_numbers) for item in document.items]


def test_a_dash_parts_number_and_title() -> None:
    text = (
        "# PN § 88 – Lån av stolar\nStolar lånas ut.\n# PN § 89 - Lån av bord (PN/2025:00033 – 880)\nBord lånas ut.\n"
    )
    assert _heads(text) == [("88", "Lån av stolar", ()), ("89", "Lån av bord", ("PN/2025:00033",))]


def test_a_number_before_its_sign_heads_a_paragraph_in_plain_minutes() -> None:
    text = """
6 §  Val av justerare
Till att justera protokollet valdes Gun Lind.
7 §  Lån av stolar
Kansliet ville att stolar och bord skulle lånas ut under sommaren, som förr om åren.
Parknämnden beslöt att låna ut stolar.
8 §
Lån av bord
Parknämnden beslöt att låna ut bord.
"""
    assert [head[:2] for head in _heads(text)] == [
        ("6", "Val av justerare"),
        ("7", "Lån av stolar"),
        ("8", "Lån av bord"),
    ]


def test_sections_of_a_law_at_the_start_of_lines_head_nothing() -> None:
    text = """
# § 12 Lån av stolar
Enligt lagen gäller följande.
6 § Nämnden lånar ut stolar.
7 § Nämnden lånar ut bord.
# Beslut
Stolar lånas ut.
"""
    assert [head[0] for head in _heads(text)] == ["12"]


def test_a_title_in_small_letters_heads_its_paragraph_in_the_dress_of_heads_alone() -> None:
    text = """
# § 12 Lån av stolar
Stolar lånas ut enligt protokollet från förra året, där nämnden hade behandlat
§ 7 val av justerare
# § 13 val av justerare
Gun Lind väljs.
# § 14 och 15 reglementet
Stolar lånas ut.
"""
    assert _heads(text)[:2] == [("12", "Lån av stolar", ()), ("13", "val av justerare", ())]
    assert len(_heads(text)) == 2


def test_case_numbers_with_short_years_or_beside_their_label() -> None:
    text = """
# § 12 Lån av stolar (PN 24-561)
Stolar lånas ut.
# § 13
PBK 2025-19
# Lån av bord
Bord lånas ut.
# § 14 Lån av bänkar
Diarienummer          PN/2025:311
# Beslut
Bänkar lånas ut.
# § 15 Standarden (ISO 14-001)
Standarden antas.
"""
    assert _heads(text) == [
        ("12", "Lån av stolar", ("PN 24-561",)),
        ("13", "Lån av bord", ("PBK 2025-19",)),
        ("14", "Lån av bänkar", ("PN/2025:311",)),
        ("15", "Standarden (ISO 14-001)", ()),
    ]


def test_a_number_at_the_right_of_its_case_number_and_a_plans_code_behind_one() -> None:
    text = """
# Dnr PN.2025.233          § 96
## Lån av stolar
# Beslut
Stolar lånas ut.
# Dnr PN.2025.240          § 97
## Lån av bord
# Beslut
Bord lånas ut.
# § 98 Lån av bänkar
PN 2025/00203 60
# Beslut
Bänkar lånas ut.
# § 99 Lån av tält (dnr 2025:PN:318)
# Beslut
Tält lånas ut.
"""
    assert _heads(text) == [
        ("96", "Lån av stolar", ("PN.2025.233",)),
        ("97", "Lån av bord", ("PN.2025.240",)),
        ("98", "Lån av bänkar", ("PN 2025/00203",)),
        ("99", "Lån av tält", ("2025:PN:318",)),
    ]


def test_rows_of_a_table_of_matters_head_nothing() -> None:
    text = """
# § 96 Anmälan av delegationsbeslut
# Beslut
Besluten läggs till handlingarna.
PN 2025/12          § 141
PN 2025/13          § 142
"""
    assert [head[0] for head in _heads(text)] == ["96"]


def test_paragraphs_in_words_and_years_with_a_serial_in_brackets() -> None:
    words = "Gemensamma nämnden\nÖbo och Norrö kommuner\nPROTOKOLL 2025-05-28\n# Paragraf 14   Dagordning\nDagordningen fastställs.\n# Paragraf 15   Lån av bord\nNämnden beslutar att låna ut bord.\n"
    (document,) = bundle_of(words).documents
    assert [(item.number, item.title) for item in document.items] == [("14", "Dagordning"), ("15", "Lån av bord")]
    text = "# Sammanträdets §§ 51–52\n§ 51\nLån av bord (2025-00214)\n# Beslut\nBord lånas ut.\n§ 52\nDiarienr: PN/2025:77.\nLån av tält\n# Beslut\nTält lånas ut.\n"
    assert _heads(text) == [("51", "Lån av bord", ("2025-00214",)), ("52", "Lån av tält", ("PN/2025:77",))]


def test_a_plain_head_behind_one_that_is_missing_is_doubted() -> None:
    text = "# § 15 Lån av stolar\nStolar lånas ut.\nJäv\nAnna Ek\n§ 17 Lån av bord\nBord lånas ut.\n"
    bundle = bundle_of(_HEAD + text)
    assert [item.number for item in bundle.documents[0].items] == ["15"]
    assert [one.params["text"] for one in bundle.doubts if one.code == "item_not_read"] == ["§ 17 Lån av bord"]


@pytest.mark.parametrize(
    "head",
    [
        "# § {n} (PN 2025/12) Taxa för bad",
        "# § {n} | PN 2025/12 | Taxa för bad",
        "# Ärende 3    Taxa för bad       § {n}       PN 2025/12",
        "# § {n}    5.    Taxa för bad      PN 2025/12",
        "# § {n} Taxa för bad ./.\nPN 2025/12",
        "# § {n} Taxa för bad [PN 2025/12]",
        "# PARKNÄMNDEN § {n}\n# Taxa för bad\nÄrendenr: PN 2025/12",
        "# Parknämnden § {n}\n# Taxa för bad\nÄrendenr: PN 2025/12",
    ],
)
def test_number_title_and_case_of_each_paragraph_in_whatever_order(head: str) -> None:
    text = "\n\n".join(f"{head.format(n=number)}\n\n# Beslut\nTaxan antas.\n" for number in (41, 42, 43))
    assert _heads(text) == [(number, "Taxa för bad", ("PN 2025/12",)) for number in ("41", "42", "43")]


def test_a_number_that_its_label_or_its_place_alone_makes_one_is_whole() -> None:
    text = """
# § 41 Dnr 2025 PN0012
# Taxa för bad
# Beslut
Taxan antas.

# § 42 PN 2025/12-3 Plan för bad
# Beslut
Planen antas.

Dnr PN 2025/14
# § 43 Budget
# Beslut
Budgeten antas.
"""
    assert _heads(text) == [
        ("41", "Taxa för bad", ("2025 PN0012",)),
        ("42", "Plan för bad", ("PN 2025/12-3",)),
        ("43", "Budget", ("PN 2025/14",)),
    ]


def test_a_case_number_that_ends_a_paragraph_is_not_the_next_ones() -> None:
    text = """
# § 41 Taxa för bad
# Beslut
Taxan antas, liksom det avtal som har
Dnr PN 2025/14
# § 42 Budget
# Beslut
Budgeten antas.
"""
    assert _heads(text) == [("41", "Taxa för bad", ()), ("42", "Budget", ())]
