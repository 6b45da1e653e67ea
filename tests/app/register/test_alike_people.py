"""People whose names are nearly one: which pairs are put before a person, and which are not."""

from __future__ import annotations

import pytest

from app.register.alike_people import BearerOfName, alike_people


def person(typed: str) -> BearerOfName:
    """`Anna Ek (C)`, of one municipality; without party, or with several: `Anna Ek (C, L)`."""
    name, _, parties = typed.removesuffix(")").partition(" (")
    return BearerOfName(typed, "x-alnsjo", name, frozenset(filter(None, parties.split(", "))))


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        ("Mira Tallbo (C)", "Mira Talbo (C)", "letter"),
        ("Mira Tallbo (C)", "Mira Tollbo (C, L)", "letter"),
        ("Kristina Ek (S)", "Christina Ek (S)", None),  # two letters
        ("Mira Ek (C)", "Mira Ek Tallbo (C)", "longer"),
        ("Mira Ek (C)", "Mira Ek-Tallbo (C)", "longer"),
        ("Mira Karin Ek (C)", "Mira Ek", "longer"),
        ("Mira Tallbo (C)", "Mira Talbo (S)", None),  # of other parties
        ("Per Ek (M)", "Pär Ek (M)", None),  # too short for a slip
        ("Mira Tallbo (C)", "Vera Lönnbo (C)", None),
        ("Tallbo (C)", "Talbo (C)", None),  # a surname alone
    ],
)
def test_a_letter_or_a_name_more_is_proposed(one: str, other: str, why: str | None) -> None:
    found = [str(reason) for _one, _other, reason in alike_people([person(one), person(other)])]
    assert found == ([why] if why else [])


def test_those_of_two_municipalities_are_never_one() -> None:
    elsewhere = person("Mira Talbo (C)")._replace(place="0380")
    assert list(alike_people([person("Mira Tallbo (C)"), elsewhere])) == []
