"""Heads of pages, furniture, and where documents start."""

from __future__ import annotations

import datetime as dt

import pytest

from importers.bundle import DocumentKind
from importers.documents.cut import Draft, cut
from importers.text.furniture import lift
from importers.text.layout import Frame, lines_of
from tests.importers.typeset import bundle_of, page_of

_FOOT = "\n" * 48 + "Justerandes signatur          Utdragsbestyrkande"


def drafts_of(*pages: str) -> tuple[Draft, ...]:
    made = [page_of(text, number) for number, text in enumerate(pages, 1)]
    return cut(lift([(Frame(page.number, 0, page.width, page.height), lines_of(page)) for page in made]))


def test_extracts_of_two_bodies_with_their_continuation_pages() -> None:
    drafts = drafts_of(
        "Kommunstyrelsen           Datum:\nProtokollsutdrag          2024-12-11\n\n§ 372\nText." + _FOOT,
        "Protokollsutdrag          2024-12-11\n\nfortsättning." + _FOOT,
        "Kommunstyrelsens arbetsutskott     Datum:\nProtokollsutdrag                   2024-12-03\n\n§ 327" + _FOOT,
    )
    assert [(draft.first, draft.last) for draft in drafts] == [(1, 2), (3, 3)]
    assert [draft.head.body.text for draft in drafts if draft.head.body] == [
        "Kommunstyrelsen",
        "Kommunstyrelsens arbetsutskott",
    ]
    assert [draft.head.date for draft in drafts] == [dt.date(2024, 12, 11), dt.date(2024, 12, 3)]
    assert [line.text for line in drafts[0].lines] == ["§ 372", "Text.", "fortsättning."]


def test_a_stamp_is_no_date_and_no_case_number_of_the_document() -> None:
    (draft,) = drafts_of(
        "                 Inkom till Uppsala kommun 2024-11-05, KSN-2023-03553-4\n\n"
        "Socialnämnden             Datum:\nProtokollsutdrag          2024-10-23\n\n§ 171\nText."
    )
    head = draft.head
    assert head.kind is DocumentKind.PROTOKOLLSUTDRAG
    assert (head.date, head.received) == (dt.date(2024, 10, 23), dt.date(2024, 11, 5))
    assert head.document_number is not None and head.document_number.text == "KSN-2023-03553-4"
    assert head.case_numbers == []
    assert [(one.name, one.says_whose) for one in head.municipalities] == [("Uppsala kommun", False)]


def test_a_tjansteskrivelse_with_labels_and_handlaggare() -> None:
    (draft,) = drafts_of(
        "Kommunledningskontoret                     Datum:        Diarienummer:\n"
        "Tjänsteskrivelse till kommunstyrelsen      2024-11-18    KSN-2023-03553\n\n"
        "Handläggare:\nSandra Thorngren\nClick or tap here to enter text.\n\n## Svar på motion\nText."
    )
    head = draft.head
    assert head.kind is DocumentKind.TJANSTESKRIVELSE
    assert head.addressed_to is not None and head.addressed_to.text == "kommunstyrelsen"
    assert [words.text for words in head.case_numbers] == ["KSN-2023-03553"]
    assert [words.text for words in head.handlaggare] == ["Sandra Thorngren"]
    assert [line.text for line in draft.leftovers] == ["Click or tap here to enter text."]
    assert [line.text for line in draft.lines] == ["Svar på motion", "Text."]


def test_a_heading_on_top_of_a_continuation_page_is_text() -> None:
    head = "Kommunstyrelsen          Protokoll nr 13\n                         Sammanträdesdatum: 2024-03-06\n"
    (draft,) = drafts_of(
        head + "\n# § 1\nText.",
        head + "\n# Reservation\nAnna Ek (C) reserverar sig.",
        head + "\n# Reservation\nBo Å (S) reserverar sig.",
    )
    assert [line.text for line in draft.lines] == [
        "§ 1",
        "Text.",
        "Reservation",
        "Anna Ek (C) reserverar sig.",
        "Reservation",
        "Bo Å (S) reserverar sig.",
    ]
    assert draft.head.kind is DocumentKind.PROTOKOLL


def test_a_body_alone_on_top_of_a_page_is_no_head_where_the_page_has_one() -> None:
    head = "Kommunstyrelsen          Protokoll nr 13\n                         Sammanträdesdatum: 2024-03-06\n"
    (draft,) = drafts_of(head + "\n# § 1\nText.", head + "\nSocialnämnden\nKommunfullmäktige", head + "\nMer text.")
    assert [line.text for line in draft.lines] == ["§ 1", "Text.", "Socialnämnden", "Kommunfullmäktige", "Mer text."]


def test_pages_that_are_counted_and_not_there_are_doubted() -> None:
    def page(number: int, of: int) -> str:
        return (
            f"Kommunstyrelsen          Protokoll nr 13\n                         Sammanträdesdatum: 2024-03-06\n\n# § {number}\nText.\n"
            + ("\n" * 47 + f"                    {number} ({of})")
        )

    cut_off = bundle_of(page(1, 4), page(2, 4))
    assert [(one.code, one.params) for one in cut_off.doubts if one.code == "pages_missing"] == [
        ("pages_missing", {"printed": "2 (4)", "found": 2})
    ]
    whole, extract = bundle_of(page(1, 2), page(2, 2)), bundle_of(page(19, 74))
    assert [one.code for one in (*whole.doubts, *extract.doubts) if one.code == "pages_missing"] == []


def test_two_extracts_of_one_layout_lose_no_line_that_both_print() -> None:
    page = (
        "Parknämnden          Protokollsutdrag          2024-12-11\n\n"
        "## Svar på motion om bänkar\nAnna Ek (S) och Bo Ås (V) var närvarande.\n# § 3\nText."
    )
    first, second = drafts_of(page + _FOOT, page.replace("2024-12-11", "2024-12-12").replace("§ 3", "§ 9") + _FOOT)
    text = ["Svar på motion om bänkar", "Anna Ek (S) och Bo Ås (V) var närvarande."]
    assert [line.text for line in first.lines] == [*text, "§ 3", "Text."]
    assert [line.text for line in second.lines] == [*text, "§ 9", "Text."]


def test_what_pages_of_one_meeting_repeat_belongs_to_the_page() -> None:
    head = "Parknämnden          Blad för protokoll          2024-12-11\n\n"
    (draft,) = drafts_of(head + "# § 3\nText." + _FOOT, head + "Mer text." + _FOOT)
    assert [line.text for line in draft.lines] == ["§ 3", "Text.", "Mer text."]


@pytest.mark.parametrize("cited", ["Skrivelse daterad den 11 februari 2025", "Parknämndens beslut 2024-11-12 § 3"])
def test_a_day_that_the_text_cites_makes_no_other_paper(cited: str) -> None:
    head = "Älnsjö kommun, Parknämnden Protokoll 2024-12-11\n\n"
    (draft,) = drafts_of(head + "# § 3\nText." + _FOOT, head + cited + "\nMer text." + _FOOT)
    assert [line.text for line in draft.lines] == ["§ 3", "Text.", cited, "Mer text."]


@pytest.mark.parametrize("heading", ["Handlingar:", "Yrkande", "Beskrivning av ärendet", "Protokollsanteckning", "Parknämndens beslut", "Kopia till"])  # fmt: skip
def test_what_heads_a_section_on_top_of_two_pages_is_text(heading: str) -> None:
    head = "Parknämnden          Protokoll          2024-12-11\n\n"
    pages = [f"{head}{heading}\nText {number} om ärendet." + _FOOT for number in (1, 2)]
    (draft,) = drafts_of(head + "# § 3\nText." + _FOOT, *pages)
    assert [line.text for line in draft.lines[2:]] == [heading, "Text 1 om ärendet.", heading, "Text 2 om ärendet."]


@pytest.mark.parametrize(
    "text",
    [
        "# Underlag\n- Skrivelse daterad den 11 februari 2025\n- Karta över {other}",
        "# Underlag\n1. Skrivelse daterad den 11 februari 2025",
        "# Kopia till\nFritidsnämnden",
        "Kopia till\nFritidsnämnden\nEva Lind, {other}",
    ],
)
def test_what_ends_two_pages_at_one_height_is_text_beneath_its_heading_or_over_other_text(text: str) -> None:
    head = "Parknämnden          Protokoll          2024-12-11\n\n"
    bottom = "\nJusterandes signatur          Utdragsbestyrkande"
    pages = [head + "# § 3\nText." + "\n" * 44 + text.format(other=other) + bottom for other in ("marken", "ån")]
    (draft,) = drafts_of(*pages)
    ends = [text.format(other=other).replace("# ", "").split("\n") for other in ("marken", "ån")]
    assert [line.text for line in draft.lines if line.text not in ("§ 3", "Text.")] == [*ends[0], *ends[1]]


@pytest.mark.parametrize("foot", ["Parknämnden i Älnsjö", "Box 12, Älnsjö"])
def test_a_foot_beneath_a_heading_that_ends_its_page_stays_one(foot: str) -> None:
    head = "Parknämnden          Protokoll          2024-12-11\n\n"
    pages = [head + "# § 3\nText." + "\n" * 44 + "# Underlag" + "\n" * 3 + foot for _ in (1, 2)]
    (draft,) = drafts_of(*pages)
    assert foot not in [line.text for line in draft.lines]


@pytest.mark.parametrize("whose", ["Älnsjö kommun, Parknämnden", "Region Älnsjö, Regionens parkutskott"])
@pytest.mark.parametrize("mark", ["Pn § 34", "§ 34", "PN § 34/2025"])
def test_an_extract_whose_head_is_one_line_begins_with_its_item(whose: str, mark: str) -> None:
    (extract,) = bundle_of(
        f"{whose}          Protokollsutdrag     2025-03-04\n\n{mark} Nya bryggor\nDnr 2025/41"
    ).documents
    assert (extract.body, [(item.number, item.title) for item in extract.items]) == (
        whose.partition(", ")[2],
        [("34", "Nya bryggor")],
    )


def test_a_body_above_a_motions_title_is_whom_it_is_put_to() -> None:
    (draft,) = drafts_of("Älvbro kommun\nKommunfullmäktige\n\n## Motion om bänkar\nBänkar behövs.")
    assert draft.head.body is not None and draft.head.body.text == "Kommunfullmäktige"
    assert [line.text for line in draft.lines] == ["Motion om bänkar", "Bänkar behövs."]


def test_a_body_of_two_words() -> None:
    (draft,) = drafts_of("Tekniska nämnden          Protokollsutdrag\nSammanträdesdatum: 2024-01-03\n\n§ 7\nText.")
    assert draft.head.body is not None and draft.head.body.text == "Tekniska nämnden"
    assert draft.head.kind is DocumentKind.PROTOKOLLSUTDRAG
