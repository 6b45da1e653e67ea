"""Headed sections."""

from __future__ import annotations

import pytest

from importers.bundle import Role
from importers.text.furniture import lift
from importers.text.layout import Frame, lines_of
from importers.text.sections import Stretch, stretches, style_of
from tests.importers.typeset import lines, page_of


def sections_of(text: str) -> list[tuple[str | None, Role, list[str]]]:
    found = lines(text)
    return [_shown(stretch) for stretch in stretches(found, style_of(found))]


def _shown(stretch: Stretch) -> tuple[str | None, Role, list[str]]:
    return stretch.heading, stretch.role, [line.text for line in stretch.lines]


def test_headings_in_singular_and_plural_and_text_before_any() -> None:
    assert sections_of("Inledning.\n# Yrkande\nA.\n# Reservationer\nB.\n# Särskilda yttranden\nC.") == [
        (None, Role.OTHER, ["Inledning."]),
        ("Yrkande", Role.YRKANDEN, ["A."]),
        ("Reservationer", Role.RESERVATION, ["B."]),
        ("Särskilda yttranden", Role.SARSKILT_YTTRANDE, ["C."]),
    ]


def test_a_doubled_heading_is_one() -> None:
    found = lines("# Beslut\nText.\nBeslutsunderlag  g  Beslutsunderlag\nTjänsteskrivelse")
    doubled = stretches(found, style_of(found))[1]
    assert (doubled.heading, doubled.role, doubled.doubled) == ("Beslutsunderlag", Role.BASIS, True)


def test_a_bold_line_of_other_words_is_a_heading_too() -> None:
    assert sections_of("# Beslut\nA.\n# Bedömning ur social\n# dimension\nB.") == [
        ("Beslut", Role.DECISION, ["A."]),
        ("Bedömning ur social dimension", Role.OTHER, ["B."]),
    ]


def test_without_bold_type_a_heading_stands_alone_after_a_finished_sentence() -> None:
    assert sections_of("Beslut\nMotionen avslås.\nYrkanden\nAnna Ek (C) yrkar bifall till\nBeslut") == [
        ("Beslut", Role.DECISION, ["Motionen avslås."]),
        ("Yrkanden", Role.YRKANDEN, ["Anna Ek (C) yrkar bifall till", "Beslut"]),
    ]


def test_without_bold_type_a_heading_ends_a_quotation_and_a_marked_list() -> None:
    text = "Anteckning\nAnna Ek (C): ”Nej.”\nUnderlag\n- En lång skrivelse av den 3 februari 2025\nBeslut\nA.\nUnderlag\nKarta över marken\nBESLUT\nB."
    assert sections_of(text) == [
        ("Anteckning", Role.PROTOKOLLSANTECKNING, ["Anna Ek (C): ”Nej.”"]),
        ("Underlag", Role.BASIS, ["- En lång skrivelse av den 3 februari 2025"]),
        ("Beslut", Role.DECISION, ["A."]),
        ("Underlag", Role.BASIS, ["Karta över marken"]),
        ("BESLUT", Role.DECISION, ["B."]),
    ]


def test_the_decision_of_any_body_is_a_decision() -> None:
    assert [role for _, role, _ in sections_of("# Kommunfullmäktiges beslut\nA.\n# KOMMUNFULLMÄKTIGES BESLUT\nB.")] == [
        Role.DECISION,
        Role.DECISION,
    ]


def test_a_heading_that_text_goes_on_from_parts_its_line() -> None:
    assert sections_of(
        "# Beslut\nMotionen avslås. Handlingar Förvaltningens tjänsteutlåtande. Yrkanden Anna\nEk (C) yrkar bifall. "
        "Propositionsordning\nOrdföranden finner bifall till motionen.\nBeslutet skickas till: Sökanden"
    ) == [
        ("Beslut", Role.DECISION, ["Motionen avslås."]),
        ("Handlingar", Role.BASIS, ["Förvaltningens tjänsteutlåtande."]),
        ("Yrkanden", Role.YRKANDEN, ["Anna", "Ek (C) yrkar bifall."]),
        ("Propositionsordning", Role.PROPOSITION, ["Ordföranden finner bifall till motionen."]),
        ("Beslutet skickas till", Role.SENT_TO, ["Sökanden"]),
    ]


def test_a_sentence_that_starts_with_the_word_is_no_heading() -> None:
    text = "Handlingarna skickas till nämnden. Yrkandet från Anna Ek (C) avslås. Reservation från M finns."
    assert sections_of(f"# Beslut\n{text}") == [("Beslut", Role.DECISION, [text])]


def test_plain_headings_stand_under_short_entries_and_beside_a_bold_label_of_the_cover() -> None:
    text = (
        "# Beslutande\nAnna Ek (S)\nBeslut\nNämnden avslår motionen.\nSammanfattning\nMotionärerna vill ha en brygga.\n"
        "Handlingar\nMotion om en brygga\nYrkanden:\nAnna Ek (S) yrkar avslag på motionen, och nämnden talar länge om saken.\n"
        "Reservation\nBo Å (V) reserverar sig."
    )
    assert [heading for heading, _, _ in sections_of(text)][1:] == [
        "Beslut",
        "Sammanfattning",
        "Handlingar",
        "Yrkanden",
        "Reservation",
    ]


@pytest.mark.parametrize("mark", ["# ", ""])
@pytest.mark.parametrize(
    ("first", "second", "role"),
    [
        ("Beslutet ska", "skickas till", Role.SENT_TO),
        ("Avstår från att", "delta i beslutet", Role.JAV),
        ("Sammanfattning av", "ärendet", Role.SUMMARY),
        ("Protokollsutdrag", "skickas till", Role.SENT_TO),
        ("BESLUTET SKICKAS", "TILL", Role.SENT_TO),
    ],
)
def test_a_heading_over_two_lines(first: str, second: str, role: Role, mark: str) -> None:
    found = lines(f"Taxan antas från årsskiftet.\n\n{mark}{first}\n{mark}{second}\nEva Lind får det.")
    *_, last = stretches(found, style_of(found))
    assert (last.heading, last.role, len(last.lines)) == (f"{first} {second}", role, 1)


def test_a_sentence_beneath_a_heading_is_none_of_it() -> None:
    found = lines("# Beslut\n# Taxan antas.\n\n# Ärendet\nav den som bor här.")
    assert [one.heading for one in stretches(found, style_of(found)) if one.heading] == ["Beslut", "Ärendet"]


def test_a_plain_heading_stands_apart_under_an_entry_that_is_as_long_as_any_line() -> None:
    found = lines("Underlag:\nDelegationsbeslut den 3–28 februari 2025\n\nBeslut:\n1. Anmälan godkänns.")
    assert [one.heading for one in stretches(found, style_of(found))] == ["Underlag", "Beslut"]


def test_a_plain_heading_stands_under_a_numbered_entry_without_a_full_stop() -> None:
    found = lines(
        "Beslutsunderlag\n1. Delegationsbeslut den 3 februari, som räknas upp i en lång lista\n\nBeslut\nAnmälan godkänns."
    )
    assert [one.heading for one in stretches(found, style_of(found))] == ["Beslutsunderlag", "Beslut"]


def test_a_heading_broken_on_top_of_two_pages_is_no_head_of_the_page() -> None:
    top = "Älnsjö kommun          PROTOKOLL\nTekniska nämnden       2025-03-04\n\n# Tekniska nämndens\n# beslut\n"
    sheets = lift(
        [
            (Frame(n, 0, 595.0, 842.0), lines_of(page_of(f"{top}Ärende {word} avslås.", n)))
            for n, word in ((1, "ett"), (2, "två"))
        ]
    )
    assert [[line.text for line in sheet.text][:2] for sheet in sheets] == [["Tekniska nämndens", "beslut"]] * 2
