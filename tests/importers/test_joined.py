"""Extracts whose paragraphs a conversion has joined, and whose titles stand where titles seldom do."""

from __future__ import annotations

from importers.bundle import Document
from tests.importers.typeset import bundle_of

HEAD = "Utdrag ur protokoll\nParknämnden                    Sammanträdesdatum: 2024-10-23\n\n"
GLUED = """## Svar på remiss: Motion av Anna Ek (L) om att införa
## fler bänkar i parkerna
§ 215, N165-0638/24 Beslut 1. Parknämnden avstyrker motionen med hänvisning till
tjänsteutlåtandet. 2. Parknämnden översänder tjänsteutlåtandet som eget yttrande. Sammanfattning av ärendet
Anna Ek (L) har skrivit en motion om bänkar. Handlingar Parkförvaltningens rapport den 2 september 2024.
# Yrkanden
Anna Ek (L) yrkar bifall till motionen. Bo Ås (S) yrkar avslag på motionen
Propositionsordning Ordföranden ställer proposition på yrkandena och finner att motionen
avstyrks. Justering Nämnden beslutar att omedelbart justera paragrafen. Protokollsutdrag skickas till
Kommunstyrelsen
"""


def only(text: str) -> Document:
    (document,) = bundle_of(text).documents
    return document


def test_a_glued_extract_is_read_as_its_sections() -> None:
    (item,) = only(HEAD + GLUED).items
    assert (item.number, item.case_numbers) == ("215", ("N165-0638/24",))
    assert item.title == "Svar på remiss: Motion av Anna Ek (L) om att införa fler bänkar i parkerna"
    assert [(one.number, one.text) for one in item.decisions[0].clauses] == [
        ("1", "Parknämnden avstyrker motionen med hänvisning till tjänsteutlåtandet."),
        ("2", "Parknämnden översänder tjänsteutlåtandet som eget yttrande."),
    ]
    assert item.summary == "Anna Ek (L) har skrivit en motion om bänkar."
    assert [one.text for one in item.basis] == ["Parkförvaltningens rapport den 2 september 2024."]
    assert [one.movers[0].name for one in item.yrkanden] == ["Anna Ek", "Bo Ås"]
    assert item.verified_at_once
    assert item.sent_to == ("Kommunstyrelsen",)


def test_title_and_decision_on_the_headings_own_line() -> None:
    (item,) = only(
        HEAD + "§ 209 Ärendenummer SF-2025-00924 Svar på remiss om bänkar Beslut 1. Parknämnden tillstyrker\nmotionen."
    ).items
    assert (item.title, item.case_numbers) == ("Svar på remiss om bänkar", ("SF-2025-00924",))
    assert [one.text for one in item.decisions[0].clauses] == ["Parknämnden tillstyrker motionen."]


def test_a_title_above_its_number() -> None:
    (item,) = only(
        HEAD + "## Svar på remiss om lekplatser\n§ 61, 142/24\n# Beslut\nParknämnden tillstyrker motionen."
    ).items
    assert (item.number, item.title, item.case_numbers) == ("61", "Svar på remiss om lekplatser", ("142/24",))


def test_a_page_that_says_what_it_goes_on_with_adds_nothing() -> None:
    head = "Parknämnden          Protokollsutdrag          2024-10-23\n\n"
    (document,) = bundle_of(
        head + "# § 66 Bänkar\n# Beslut\nBänkarna målas.",
        head + "Fortsättning § 66\n# Reservation\nBo Ås (M) reserverar sig mot beslutet.",
    ).documents
    (item,) = document.items
    assert [one.text for decision in item.decisions for one in decision.clauses] == ["Bänkarna målas."]
    assert [one.people[0].name for one in item.reservations] == ["Bo Ås"]


def test_without_bold_a_heading_beneath_a_title_is_a_heading() -> None:
    document = only("""
Protokoll          2024-06-19
Kommunstyrelsen

§1
Val av justerare
Beslut
Anna Ek (S) utses.

§ 31 0214/21
Motion om bänkar
Beslut
Motionen avslås.
""")
    assert document.body == "Kommunstyrelsen"
    assert [(item.number, item.title, len(item.decisions)) for item in document.items] == [
        ("1", "Val av justerare", 1),
        ("31", "Motion om bänkar", 1),
    ]
