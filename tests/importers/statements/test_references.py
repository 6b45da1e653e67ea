"""Basis, earlier treatment, and what a title says that it answers."""

from __future__ import annotations

import datetime as dt

import pytest

from importers.bundle import DocumentKind, EarlierKind, Source
from importers.statements.answers import read_answers
from importers.statements.basis import read_basis
from importers.statements.earlier import listed_earlier, told_earlier
from importers.statements.receivers import read_receivers
from tests.importers.typeset import blocks_of


@pytest.mark.parametrize(
    ("text", "kind", "body", "date", "item", "attachment"),
    [
        (
            "Arbetsutskottets förslag 3 december 2024 § 327",
            "förslag",
            "arbetsutskottet",
            dt.date(2024, 12, 3),
            "327",
            None,
        ),
        ("Tjänsteskrivelse daterad den 18 november 2024", "tjansteskrivelse", None, dt.date(2024, 11, 18), None, None),
        ("Bilaga 1, Motion om att inrätta en verksamhet från Jennie Claesson (L)", "motion", None, None, None, 1),
        (
            "Bilaga 2, Protokollsutdrag från socialnämndens sammanträde den 23 oktober 2024",
            "protokollsutdrag",
            "socialnämnden",
            dt.date(2024, 10, 23),
            None,
            2,
        ),
        ("Bilaga, Motion om lekplatser", "motion", None, None, None, None),
        ("Yrkande från SD den 22 maj 2024.", "yrkande", None, dt.date(2024, 5, 22), None, None),
    ],
)
def test_an_entry_of_the_basis(
    text: str, kind: str, body: str | None, date: dt.date | None, item: str | None, attachment: int | None
) -> None:
    (one,) = read_basis(blocks_of(text))
    assert (one.text, one.kind, one.body, one.date, one.item_number, one.attachment) == (
        text,
        kind,
        body,
        date,
        item,
        attachment,
    )


def test_what_a_body_decided_of_the_matter_on_a_day_and_in_a_paragraph() -> None:
    (one,) = told_earlier(
        blocks_of("Kommunstyrelsen beslutade 2025-02-04, § 58, att föreslå kommunfullmäktige att avslå motionen.")
    )
    assert (one.kind, one.body, one.date, one.item_number) == (
        EarlierKind.PROPOSED,
        "kommunstyrelsen",
        dt.date(2025, 2, 4),
        "58",
    )


def test_a_motion_raised_as_running_text_tells_it() -> None:
    (one,) = told_earlier(
        blocks_of(
            "Jennie Claesson (L) föreslår i en motion väckt vid kommunfullmäktiges sammanträde den 11\n"
            "december 2023 att Uppsala kommun inrättar en verksamhet."
        )
    )
    assert (one.kind, one.body, one.date) == (EarlierKind.RAISED, "kommunfullmäktige", dt.date(2023, 12, 11))
    assert one.source.quote == "väckt vid kommunfullmäktiges sammanträde den 11 december 2023"
    assert [place.line for place in one.source.places] == [1, 2]


def test_a_body_that_treated_the_matter() -> None:
    (one,) = told_earlier(blocks_of("Socialnämnden behandlade ärendet vid sitt sammanträde den 23 oktober 2024."))
    assert (one.kind, one.body, one.date) == (EarlierKind.OTHER, "socialnämnden", dt.date(2024, 10, 23))


def test_what_was_decided_of_something_else_is_no_earlier_treatment() -> None:
    assert told_earlier(blocks_of("Därför beslutade kommunfullmäktige den 6 november 2023 om en extra satsning.")) == ()


def test_listed_steps() -> None:
    steps = listed_earlier(blocks_of("Bordlagt den 15 februari 2024, § 20 och den 29 februari 2024, § 84."))
    assert [(step.kind, step.date, step.item_number) for step in steps] == [
        (EarlierKind.TABLED, dt.date(2024, 2, 15), "20"),
        (EarlierKind.TABLED, dt.date(2024, 2, 29), "84"),
    ]


@pytest.mark.parametrize(
    ("title", "asked", "movers"),
    [
        (
            "Svar på motion om att inrätta en verksamhet för barn och unga från Jennie Claesson (L)",
            "att inrätta en verksamhet för barn och unga",
            ["Jennie Claesson"],
        ),
        (
            "Motion av Anneli Rhedin (M) och Sofie Gyllenwaldt (M) om att minska matsvinnet",
            "att minska matsvinnet",
            ["Anneli Rhedin", "Sofie Gyllenwaldt"],
        ),
        ("Svar på motion om fler lekplatser", "fler lekplatser", []),
        (
            "Svar på motion från Centerpartiet, genom Rune Wik, om trygga hållplatser",
            "trygga hållplatser",
            ["Rune Wik"],
        ),
        ("Motion av Moderaterna genom Eva Lo (M) om bad", "bad", ["Eva Lo"]),
        ("Motion av Bodil Krans (C) – Gör staden till en cykelstad", "Gör staden till en cykelstad", ["Bodil Krans"]),
        ("Motion från Eva Strand (L) till kommunstyrelsen om tomma lokaler", "tomma lokaler", ["Eva Strand"]),
    ],
)
def test_what_a_title_answers(title: str, asked: str, movers: list[str]) -> None:
    (one,) = read_answers(title, Source(title))
    assert (one.kind, one.title, [person.name for person in one.movers]) == (DocumentKind.MOTION, asked, movers)


@pytest.mark.parametrize("title", ["Val av justerare", "Svar på revisionsrapport", "Anmälan av motioner"])
def test_a_title_that_answers_nothing(title: str) -> None:
    assert read_answers(title, Source(title)) == ()


@pytest.mark.parametrize(
    ("text", "receivers"),
    [
        ("Avdelning anläggning Kommunstyrelsen", ["Avdelning anläggning", "Kommunstyrelsen"]),
        ("Kommunstyrelsen Socialnämnden", ["Kommunstyrelsen", "Socialnämnden"]),
        ("Förvaltningen för Kommunstyrelsen", ["Förvaltningen för Kommunstyrelsen"]),
        ("Socialnämnden Centrum", ["Socialnämnden Centrum"]),
        ("Anna Ek, kommunledningskontoret", ["Anna Ek, kommunledningskontoret"]),
    ],
)
def test_receivers(text: str, receivers: list[str]) -> None:
    assert [one.text for one in read_receivers(blocks_of(text))] == receivers


@pytest.mark.parametrize(
    ("text", "kind", "body", "date", "item"),
    [
        ("KU § 88 08-11-04\nUtskottet föreslår att en brygga byggs.", "proposed", "KU", dt.date(2008, 11, 4), "88"),
        ("Ks § 131, 2008-12-09\nÄrendet bordläggs.", "tabled", "Ks", dt.date(2008, 12, 9), "131"),
        ("Kommunstyrelsen 2008-12-09 § 131\nNya ritningar begärs in.", "other", "Kommunstyrelsen", dt.date(2008, 12, 9), "131"),
        ("Eva Lind (M) ställde vid kommunfullmäktiges sammanträde 2024-11-27 § 44 en fråga.", "raised", "kommunfullmäktige", dt.date(2024, 11, 27), "44"),
        ("Kommunstyrelsen har behandlat ärendet den 23 oktober 2024, § 240.", "other", "kommunstyrelsen", dt.date(2024, 10, 23), "240"),
        ("Tekniska nämnden tillstyrkte motionen 2024-03-05 § 12.", "proposed", "tekniska nämnden", dt.date(2024, 3, 5), "12"),
    ],
)  # fmt: skip
def test_a_step_cited_or_told(text: str, kind: str, body: str, date: dt.date, item: str) -> None:
    (one,) = told_earlier(blocks_of(text))
    assert (one.kind, one.body, one.date, one.item_number) == (kind, body, date, item)


@pytest.mark.parametrize(
    "text",
    [
        "Kommunfullmäktige beslutade den 3 maj 2024 om en policy för bryggor.",
        "Enligt 5 kap. 12 § ska motionen beredas.",
        "KS § 1    DNR:KU/2009.4",
    ],
)
def test_what_is_no_step_of_the_matter(text: str) -> None:
    assert told_earlier(blocks_of(text)) == ()


def test_a_cited_entry_of_earlier_treatment() -> None:
    (one,) = listed_earlier(blocks_of("KSAU 2024-05-06, § 81, bordlagt."))
    assert (one.kind, one.body, one.date, one.item_number) == ("tabled", "KSAU", dt.date(2024, 5, 6), "81")


@pytest.mark.parametrize(
    ("text", "entries"),
    [
        (
            "Tekniska kontorets tjänsteutlåtande den 26 februari 2024 reviderat den 20 december.\n"
            "Tilläggsyrkande från SD den 4 januari 2025.\nYrkande från M den 7 januari 2025.",
            ["Tekniska kontorets tjänsteutlåtande den 26 februari 2024 reviderat den 20 december.", "Tilläggsyrkande från SD den 4 januari 2025.", "Yrkande från M den 7 januari 2025."],
        ),
        (
            "Tjänsteskrivelse daterad den 3 maj 2024 om att anlägga bryggan vid stora badplatsen.\nBilaga 1, karta.",
            ["Tjänsteskrivelse daterad den 3 maj 2024 om att anlägga bryggan vid stora badplatsen.", "Bilaga 1, karta."],
        ),
        (
            "Tjänsteskrivelse daterad den 3 maj 2024 om bryggan som kontoret har utrett enl.\nkommunens plan för bad.",
            ["Tjänsteskrivelse daterad den 3 maj 2024 om bryggan som kontoret har utrett enl. kommunens plan för bad."],
        ),
    ],
)  # fmt: skip
def test_a_full_line_ends_an_entry_of_the_basis(text: str, entries: list[str]) -> None:
    assert [one.text for one in read_basis(blocks_of(text))] == entries
