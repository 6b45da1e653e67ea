"""Whose meeting a sentence tells of: a body's own, however short it names itself, or another's."""

from __future__ import annotations

import pytest

from importers.statements.elsewhere import of_another
from tests.importers.typeset import bundle_of

_AU = "Kommunstyrelsens arbetsutskott"


@pytest.mark.parametrize(
    ("body", "own", "others"),
    [
        (_AU, ("Vid AU:s sammanträde", "Under utskottets behandling", "I KSAU"), ("Vid KS:s sammanträde",)),
        ("Kommunstyrelsen", ("Vid KS:s sammanträde", "Under styrelsens behandling"), ("Vid KSAU:s beredning",)),
        ("Kommunfullmäktige", ("Vid KF:s möte", "I fullmäktige"), ("I styrelsen",)),
        ("Kommunfullmäktiges presidium", ("Vid presidiets möte",), ("Vid fullmäktiges möte",)),
        ("Nämnden för kultur och fritid", ("Under nämndens behandling",), ("Vid kommunstyrelsens möte",)),
    ],
)
def test_a_body_that_names_itself_in_short_tells_of_its_own_meeting(
    body: str, own: tuple[str, ...], others: tuple[str, ...]
) -> None:
    def told(words: tuple[str, ...]) -> list[bool]:
        return [of_another(f"{one} yrkar Anna Ek (S) avslag.", body) for one in words]

    assert (told(own), told(others)) == ([False] * len(own), [True] * len(others))


_RESERVED = """## Testboda kommun
Kommunstyrelsen
Sammanträdesprotokoll          2025-04-28

# § 41 Motion om gratis bussar
# Beslut
Kommunstyrelsen beslutar att avslå motionen.
"""


@pytest.mark.parametrize("heading", ["", "# Reservation\n"])
@pytest.mark.parametrize(
    ("sentence", "made"),
    [
        ("Bo Ås (M) reserverade sig i arbetsutskottet.", 0),
        ("Bo Ås (M) reserverade sig i tekniska nämnden till förmån för eget yrkande.", 0),
        ("Bo Ås (M) reserverade sig i nämnden och reserverar sig nu.", 1),
        ("Bo Ås (M) reserverade sig i kommunstyrelsen.", 1),
        ("Bo Ås (M) reserverade sig mot beslutet.", 1),
    ],
)
def test_a_reservation_made_in_another_body_is_not_this_meetings_and_is_doubted(
    heading: str, sentence: str, made: int
) -> None:
    read = bundle_of(f"{_RESERVED}{heading}{sentence}\n")
    assert len(read.documents[0].items[0].reservations) == made
    assert ("sentence_not_read" in [one.code for one in read.doubts]) == (not made)
