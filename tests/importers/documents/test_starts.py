"""Papers that start in the middle of a page."""

from __future__ import annotations

import datetime as dt

import pytest

from importers.bundle import DocumentKind
from importers.patterns.paper_kinds import HEAD_ANCHOR, KIND_CELLS
from tests.importers.typeset import bundle_of

_NO_ANCHORS = (DocumentKind.BILAGA, DocumentKind.ANSLAG, DocumentKind.OTHER)

REPORT = """
Parkförvaltningen
Tjänsteutlåtande          2024-09-02
Ärendenummer PN-2024-00112

## Svar på motion om fler bänkar
# Förslag till beslut
1. Parknämnden tillstyrker motionen.

# Ärendet
Motionen föreslår fler bänkar i parkerna. Förvaltningen ser att det behövs.

Anna Ek                        Bo Ås
Förvaltningsdirektör           Avdelningschef
"""
EXTRACT = """
Bilaga 3
Protokollsutdrag Sammanträdesdatum: 2024-09-09
§ 85 Ärendenummer BAD-2024-00249
Remiss om fler bänkar
# Beslut
Styrelsen för Badhuset AB tillstyrker motionen.
"""
OFFICIALS = """
Underlag för styrelsen              Handläggare: Cia Berg
2024-09-09                          Telefon: 012-345 67 89
Diarienummer BAD-2024-00249         E-post: cia.berg@badhuset.example
Motion av Dan Holm (M) om fler bänkar i kommunens parker
Förslag till beslut i styrelsen för Badhuset AB
1. Styrelsen för Badhuset AB tillstyrker motionen.

# Ärendet
Badhuset har tagit del av förslaget om fler bänkar.

Cia Berg                        Eva Lind
Chef Ekonomi                    VD Badhuset AB
"""
YRKANDE = """
Parknämnden
______________________________________
Yrkande                             Moderaterna, Liberalerna
2024-09-12
Yrkande angående svar på motion om fler bänkar
# Förslag till beslut
1. Parknämnden avstyrker motionen.
"""


def test_an_extract_starts_beneath_a_report() -> None:
    report, extract = bundle_of(REPORT + EXTRACT).documents
    assert [one.name for one in report.signed_by] == ["Anna Ek", "Bo Ås"]
    assert (extract.kind, extract.date) == (DocumentKind.PROTOKOLLSUTDRAG, dt.date(2024, 9, 9))
    assert [(one.number, one.case_numbers) for one in extract.items] == [("85", ("BAD-2024-00249",))]
    assert extract.body is None


def test_an_officials_paper_starts_beneath_an_extract_and_is_no_motion() -> None:
    _, extract, paper = bundle_of(REPORT + EXTRACT + OFFICIALS).documents
    assert len(extract.items[0].decisions[0].clauses) == 1
    assert paper.kind is DocumentKind.OTHER
    assert (paper.date, paper.case_numbers) == (dt.date(2024, 9, 9), ("BAD-2024-00249",))
    assert paper.title == "Motion av Dan Holm (M) om fler bänkar i kommunens parker"
    assert [one.name for one in paper.handlaggare] == ["Cia Berg"]
    assert [one.text for one in paper.proposals] == ["Styrelsen för Badhuset AB tillstyrker motionen."]
    assert [one.name for one in paper.signed_by] == ["Cia Berg", "Eva Lind"]


def test_a_partys_paper_starts_after_the_signatures_of_minutes() -> None:
    report, yrkande = bundle_of(REPORT + YRKANDE).documents
    assert (yrkande.kind, yrkande.body, yrkande.date) == (DocumentKind.YRKANDE, "Parknämnden", dt.date(2024, 9, 12))
    assert [one.text for one in yrkande.proposals] == ["Parknämnden avstyrker motionen."]
    assert len(report.proposals) == 1


def test_the_pages_that_follow_go_on_with_the_paper_that_started_last() -> None:
    head = "Parkförvaltningen         Tjänsteutlåtande          2024-09-02"
    bundle = bundle_of(REPORT + EXTRACT, f"{head}\n\n# Reservation\nDan Holm (M) reserverar sig mot beslutet.")
    report, extract = bundle.documents
    assert (report.pages, extract.pages) == ((1, 1), (1, 2))
    assert [one.people[0].name for one in extract.items[0].reservations] == ["Dan Holm"]


@pytest.mark.parametrize(
    "entries",
    [
        "# Beslutsunderlag\nProtokollsutdrag 2024-09-09\nTjänsteutlåtande 2024-09-02\nYrkande 2024-09-12",
        "# Handlingar\nYrkande 2024-09-12\nYrkande angående svar på motion\n# Förslag till beslut\nMotionen avslås.",
        "# Protokollsutdrag skickas till\nParknämnden\nYrkande 2024-09-12\n",
        "# Yrkande\nDan Holm (M) yrkar avslag på motionen den 2 september 2024.",
        "Motion om bänkar väcktes den 2 september 2024.\nProtokollsutdrag\n2024-09-09",
    ],
)
def test_what_only_names_papers_starts_none(entries: str) -> None:
    bundle = bundle_of(REPORT + "\n" + entries)
    assert len(bundle.documents) == 1
    assert [one for one in bundle.doubts if one.code == "document_may_start"] == []


def test_half_a_head_is_a_doubt_with_its_place() -> None:
    bundle = bundle_of(REPORT + "\nParknämnden\nProtokollsutdrag Sammanträdesdatum: 2024-09-09\nNärvarande var alla.")
    assert len(bundle.documents) == 1
    (doubt,) = [one for one in bundle.doubts if one.code == "document_may_start"]
    assert doubt.params == {"page": 1, "text": "Parknämnden"}
    assert [source.quote for source in doubt.sources] == ["Parknämnden"]


def test_what_may_head_a_paper_is_an_anchor() -> None:
    lines = [catch for kind, pattern in KIND_CELLS if kind not in _NO_ANCHORS for catch in pattern.catches]
    assert [line for line in lines if not HEAD_ANCHOR.search(line)] == []
