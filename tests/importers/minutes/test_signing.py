"""Who signs minutes, in the layouts that municipalities print."""

from __future__ import annotations

import pytest

from importers.minutes.cover import read_cover
from importers.minutes.signing import read_signing
from tests.importers.reading import who
from tests.importers.typeset import lines

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
