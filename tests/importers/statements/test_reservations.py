"""Who is against a decision, and for what."""

from __future__ import annotations

import pytest

from importers.statements.reservations import reservation_of
from tests.importers.text import running


@pytest.mark.parametrize(
    ("text", "people", "parties", "group", "favoured"),
    [
        (
            "Närvarande ledamöter (M) och (KD) reserverar sig mot beslutet till förmån för Therez Almerfors (M) med fleras "
            "yrkande att bifalla motionen.",
            [],
            ("M", "KD"),
            "Närvarande ledamöter (M) och (KD)",
            "Therez Almerfors (M) med fleras yrkande att bifalla motionen",
        ),
        ("Jonas Segersam (KD) reserverar sig mot beslutet.", ["Jonas Segersam"], (), None, None),
        (
            "Elsa Brandfors (C) och Bo Å (V) reserverar sig till förmån för Elsa Brandfors (C) m.fl. yrkande om bifall.",
            ["Elsa Brandfors", "Bo Å"],
            (),
            None,
            "Elsa Brandfors (C) m.fl. yrkande om bifall",
        ),
        ("Ledamöterna från SD reserverar sig mot beslutet.", [], ("SD",), "Ledamöterna från SD", None),
        (
            "Ledamöterna från Moderaterna och Kristdemokraterna reserverar sig mot beslutet i förmån för eget yrkande.",
            [],
            ("M", "KD"),
            "Ledamöterna från Moderaterna och Kristdemokraterna",
            "eget yrkande",
        ),
    ],
)
def test_a_sentence(
    text: str, people: list[str], parties: tuple[str, ...], group: str | None, favoured: str | None
) -> None:
    found = reservation_of(running(text))
    assert found is not None
    assert [person.name for person in found.people] == people
    assert (found.parties, found.group, found.in_favour_of) == (parties, group, favoured)
    assert not found.written


def test_a_written_reservation() -> None:
    found = reservation_of(running("Anna Ek (C) reserverar sig skriftligt mot beslutet."))
    assert found is not None and found.written


@pytest.mark.parametrize("text", ["Nämnden reserverar medel i budgeten.", "Reservationen bifogas protokollet."])
def test_no_reservation(text: str) -> None:
    assert reservation_of(running(text)) is None
