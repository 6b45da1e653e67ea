"""Who signs minutes, in the layouts that municipalities print."""

from __future__ import annotations

import pytest

from importers.minutes.cover import read_cover
from importers.minutes.signing import read_signing
from tests.importers.reading import who
from tests.importers.typeset import bundle_of, lines

DOTTED = """
Underskrifter
Sekreterare         ..................          Paragrafer  1-9
                    Sara Ros
Ordförande          ..................
                    Asta Lindvall (S)
Justerande          ..................
                    Bo Ekwall               Cilla Frank (V)
ANSLAG/BEVIS
Organ               Kommunstyrelsen
"""
BESIDE = """
Sekreterare         Sara Ros
Ordföranden:        Asta Lindvall (S)
Protokollsjusterare     Bo Ekwall
                    Cilla Frank (V)
"""
ABOVE = """
Underskrifter       ..................
                    Sara Ros
                    Sekreterare
                    ..................
                    Asta Lindvall (S)
                    Ordförande
                    ..................
                    Bo Ekwall
                    Justerare
                    ..................
                    Cilla Frank (V)
                    Justerare
"""
COLUMNS = """
Vid protokollet
Sekreterare
Sara Ros

Ordförande                  Justerande              Justerande
Asta Lindvall (S)           Bo Ekwall               Cilla Frank (V)
"""
LED_ABOVE = """
Vid protokollet

Sara Ros
Justeras

Asta Lindvall (S)           Bo Ekwall               Cilla Frank (V)
Ordförande

Rätt utdraget,
Intygar

Per Al
"""
NAMES_FIRST = """
Paragrafer          1-9
Sara Ros
Sekreterare
Asta Lindvall (S)
Ordförande
Bo Ekwall
Justerande
Cilla Frank (V)
Justerande
"""
SECRETARY_PRESENT = """
Övriga              Kommundirektör Per Al
                    Sekreterare Sara Ros
Utses att justera   Bo Ekwall
Paragrafer          1-9
Sara Ros
Sekreterare
Asta Lindvall (S)
Ordförande
Bo Ekwall
Justerande
Cilla Frank (V)
Justerande
"""


@pytest.mark.parametrize("text", [NAMES_FIRST, SECRETARY_PRESENT])
def test_the_name_above_the_first_role_is_among_the_signatures(text: str) -> None:
    printed = lines(text)
    assert printed[read_signing(printed).first].text == "Sara Ros"


def test_a_secretary_who_is_present_signs_nothing() -> None:
    form = lines("Beslutande          Asta Lindvall (S), ordförande" + SECRETARY_PRESENT)
    assert [who(one) for one, _ in read_cover(form).justerare] == ["Bo Ekwall"]


@pytest.mark.parametrize("text", [DOTTED, BESIDE, ABOVE, COLUMNS, LED_ABOVE, NAMES_FIRST, SECRETARY_PRESENT])
def test_who_signs_as_what(text: str) -> None:
    signing = read_signing(lines(text))
    assert [who(one) for one, _ in signing.chair] == ["Asta Lindvall (S)"]
    assert [who(one) for one, _ in signing.verifiers] == ["Bo Ekwall", "Cilla Frank (V)"]


def test_a_paragraph_about_its_chair_signs_nothing() -> None:
    assert read_signing(lines("# § 3 Val\nOrdförande\nAsta Lindvall (S) väljs till ordförande.")).verifiers == []


@pytest.mark.parametrize(
    "signatures",
    [
        "Sekreterare     Siv Ros\nOrdförande      Anna Ek\nJusterare       Bo Ås",
        "______________     ____________\nAnna Ek            Bo Ås\nOrdförande         Justerare",
        "Siv Ros, sekreterare\nAnna Ek, ordförande\nBo Ås (M), justerare",
        "Justerat den 11 mars 2025\nAnna Ek     Bo Ås",
        "Protokollet justerades 2025-03-11\nAnna Ek     Bo Ås",
        "Vid protokollet:\nSiv Ros\nJusteras:\nAnna Ek     Bo Ås",
    ],
)
def test_signatures_beneath_the_last_decision_decide_nothing(signatures: str) -> None:
    (document,) = bundle_of(
        "Parknämnden     Protokoll     2025-03-04\n\nBeslutande     Anna Ek (S), ordförande\n               Bo Ås (M)\n"
        f"\n# § 31 Gungor\n# Beslut\nMotionen avslås.\n\n{signatures}"
    ).documents
    assert [clause.text for one in document.items[0].decisions for clause in one.clauses] == ["Motionen avslås."]
    assert "Anna Ek" not in [one.name for one in document.justerare]


def test_offices_that_are_filled_are_no_signatures() -> None:
    (document,) = bundle_of(
        "Parknämnden     Protokoll     2025-03-04\n\n# § 31 Val\n# Beslut\nNämnden väljer följande:\nOrdförande     Anna Ek (S)\nSekreterare     Siv Ros"
    ).documents
    assert "Siv Ros" in document.items[0].decisions[0].source.quote
