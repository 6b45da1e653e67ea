"""Minutes whose headings stand in a column beside their text, and whose §§ stand in the middle of the page."""

from __future__ import annotations

from dataclasses import replace

from importers.bundle import Bundle
from importers.pdf.page import Page
from importers.read import read_bundle_of
from tests.importers.test_forms_of_minutes import COVER, codes, stated
from tests.importers.typeset import page_of

_BESIDE = """
# Mbn § 41
# Ny brygga vid badet
Dnr B 2024-000312
Beslut            1. Bygglov beviljas för bryggan.
                  2. Avgiften fastställs till 300 kronor.
Ärendet           Ansökan avser en brygga. Ägaren till
                  tomten intill yrkar att bygglov nekas.
Yrkanden          Bo Ås (M) yrkar avslag på ansökan.
                  Cia Berg (V) yrkar bifall till förslaget.
Reservation       Bo Ås (M) till förmån för eget yrkande.
Deltar ej         Dan Holm (MP) avstår från att delta i beslutet.
Avgift            Avgiften faktureras separat.
Delges            Sökanden
"""
_CENTRED = """
                              § 41
# Redovisning av årets alla motioner och förslag
Redovisningen läggs fram.
Beslut
Redovisningen godkänns.

                              § 42
# Motion av Cia Berg (V) om en ny brygga vid badet
                          KS 2025/12
Beslut
Motionen avslås.
"""
_HEADINGS = ("Beslut", "Ärendet", "Yrkanden", "Reservation", "Deltar", "ej", "Avgift", "Delges")


def _with_bold_headings(page: Page) -> Page:
    """The page with the words of its first column in bold."""
    words = tuple(
        word._replace(bold=True) if word.x0 < 120.0 and word.text in _HEADINGS else word for word in page.words
    )
    return replace(page, words=words)


def _bundle(text: str, *, bold_headings: bool) -> Bundle:
    page = page_of(f"{COVER}Justerare: Bo Ås\n{text}")
    return read_bundle_of([_with_bold_headings(page) if bold_headings else page])


def test_headings_in_bold_beside_their_text() -> None:
    bundle = _bundle(_BESIDE, bold_headings=True)
    (item,) = bundle.documents[0].items
    assert (item.title, item.case_numbers, item.sent_to) == ("Ny brygga vid badet", ("B 2024-000312",), ("Sökanden",))
    assert stated(item) == [
        "1 Bygglov beviljas för bryggan.",
        "2 Avgiften fastställs till 300 kronor.",
        "avslag: Bo Ås (M)",
        "bifall: Cia Berg (V)",
        "reservation: Bo Ås (M)",
    ]
    assert [(one.kind.value, [person.name for person in one.people]) for one in item.statements] == [
        ("deltar_ej", ["Dan Holm"])
    ]
    assert [one for one in codes(bundle) if one.startswith("error")] == []


def test_numbers_of_paragraphs_in_the_middle_of_the_page() -> None:
    items = _bundle(_CENTRED, bold_headings=False).documents[0].items
    assert [(one.number, one.title, one.case_numbers) for one in items] == [
        ("41", "Redovisning av årets alla motioner och förslag", ()),
        ("42", "Motion av Cia Berg (V) om en ny brygga vid badet", ("KS 2025/12",)),
    ]
