"""Votes whose voters stand on lists behind the minutes, one list a page, and §§ whose titles stand on top of their pages."""

from __future__ import annotations

from importers.bundle import DocumentKind
from tests.importers.typeset import bundle_of

_MINUTES = """
## Testboda kommun
Kommunfullmäktige
Sammanträdesprotokoll          2025-04-28

# § 41 Motion om gratis bussar
# Beslut
Kommunfullmäktige beslutar att avslå motionen.
# Kontrapropositionsvotering
Ja-röst för bifall till motionen som motförslag, nej-röst för återremiss som motförslag.
Omröstningen utfaller med 2 ja-röster och 1 nej-röst.
# Huvudvotering
Ja-röst för avslag på motionen, nej-röst för bifall till motionen.
Omröstningen utfaller med 1 ja-röst och 2 nej-röster.
# § 42 Meddelanden
# Beslut
Kommunfullmäktige lägger meddelandena till handlingarna.
"""
_FIRST = """
Omröstningslista nr 1, § 41
Namn             Parti     Ja     Nej
Anna Ekman       S         X
Bo Ahlgren       M         X
Cia Berg         V                X
"""
_SECOND = """
Omröstningslista nr 2, § 41
Namn             Parti     Ja     Nej
Anna Ekman       S         X
Bo Ahlgren       M                X
Cia Berg         V                X
"""
_TITLES_ABOVE = """
# Yttrande över remiss om vatten
§ 43, dnr KS 2025/12
Remissen gäller vatten.
# Beslut
Kommunfullmäktige antar yttrandet.
"""


def test_each_vote_of_a_paragraph_has_the_list_that_adds_up() -> None:
    (document,) = bundle_of(_MINUTES, _FIRST, _SECOND).documents
    first, second = document.items[0].votes
    assert [(one.name, one.vote.value) for one in first.ballots] == [
        ("Anna Ekman", "yes"),
        ("Bo Ahlgren", "yes"),
        ("Cia Berg", "no"),
    ]
    assert [one.vote.value for one in second.ballots] == ["yes", "no", "no"]


def test_a_list_that_fits_two_votes_alike_is_given_to_neither() -> None:
    alike = _MINUTES.replace("1 ja-röst och 2 nej-röster", "2 ja-röster och 1 nej-röst")
    (document,) = bundle_of(alike, _FIRST).documents
    assert [one.ballots for one in document.items[0].votes] == [(), ()]


def test_a_title_above_its_number_on_top_of_a_page_begins_no_paper() -> None:
    documents = bundle_of(_MINUTES, _TITLES_ABOVE).documents
    assert [one.kind for one in documents] == [DocumentKind.PROTOKOLL]
