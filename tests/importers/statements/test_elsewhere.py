"""Whose meeting a sentence tells of: a body's own, however short it names itself, or another's."""

from __future__ import annotations

import pytest

from importers.statements.elsewhere import of_another

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
