"""Who is against a decision, and for what."""

from __future__ import annotations

import pytest

from importers.bundle import Person
from importers.statements.reservations import read_reservations, reservations_of
from tests.importers.typeset import blocks_of, running


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
        ("Bo Å (SD) reserverar sig mot beslutet till förmån för det egna yrkandet.", ["Bo Å"], (), None, "det egna yrkandet"),
        ("Bo Å (SD) och Cia Berg (M) reserverar sig mot beslutet till fördel för eget yrkande.", ["Bo Å", "Cia Berg"], (), None, "eget yrkande"),
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
        ("M-, KD- och L-ledamöterna reserverar sig mot beslutet.", [], ("M", "KD", "L"), "M-, KD- och L-ledamöterna", None),
        ("(M), (KD) och (SD) reserverar sig mot beslutet.", [], ("M", "KD", "SD"), "(M), (KD) och (SD)", None),
        ("M, KD och SD reserverar sig mot beslutet.", [], ("M", "KD", "SD"), "M, KD och SD", None),
        ("Moderaterna reserverar sig mot beslutet.", [], ("M",), "Moderaterna", None),
        ("Vänsterpartiets ledamöter reserverar sig till förmån för Bo Ås (V) yrkande.", [], ("V",), "Vänsterpartiets ledamöter", "Bo Ås (V) yrkande"),
        ("Anna Ek (M) anmäler att M-gruppen reserverar sig mot beslutet.", [], ("M",), "M-gruppen", None),
        ("Mot beslutet reserverar sig samtliga ledamöter i (M).", [], ("M",), "samtliga ledamöter i (M)", None),
        ("Mot beslutet reserverade sig Anna Ek (m), Bo Å (kd) och Cia Berg (fp) till förmån för Anna Eks yrkande.", ["Anna Ek", "Bo Å", "Cia Berg"], (), None, "Anna Eks yrkande"),
        ("Mot beslutet till förmån för Dan Holms (S) yrkande reserverar sig Anna Ek (S) och Bo Å (V).", ["Anna Ek", "Bo Å"], (), None, "Dan Holms (S) yrkande"),
        ("Reservation mot beslutet anmäls av Anna Ek (M) och Bo Å (KD).", ["Anna Ek", "Bo Å"], (), None, None),
        ("Reservation från M, KD och SD, se bilaga A.", [], ("M", "KD", "SD"), "M, KD och SD", None),
        ("Anna Ek (M) anmäler reservation mot beslutet.", ["Anna Ek"], (), None, None),
        ("Anna Ek (M) reserverar sig till förmån för sitt återremissyrkande.", ["Anna Ek"], (), None, "sitt återremissyrkande"),
    ],
)  # fmt: skip
def test_a_sentence(
    text: str, people: list[str], parties: tuple[str, ...], group: str | None, favoured: str | None
) -> None:
    (found,) = reservations_of(running(text))
    assert [person.name for person in found.people] == people
    assert (found.parties, found.group, found.in_favour_of) == (parties, group, favoured)
    assert not found.written


@pytest.mark.parametrize(
    "text",
    [
        "Anna Ek (C) reserverar sig skriftligt mot beslutet.",
        "Anna Ek (C) lämnar skriftlig reservation, se bilaga 3.",
        "Skriftlig reservation från Anna Ek (C), bilaga 2.",
    ],
)
def test_a_written_reservation(text: str) -> None:
    (found,) = reservations_of(running(text))
    assert found.written
    assert [person.name for person in found.people] == ["Anna Ek"]


@pytest.mark.parametrize(
    "text",
    [
        "Nämnden reserverar medel i budgeten.",
        "Reservationen bifogas protokollet.",
        "Anna Ek (M) reserverar sig inte mot beslutet.",
        "Anna Ek (M) ges möjlighet att inkomma med skriftlig reservation.",
        "Kommunstyrelsen (KS) reserverar sig.",
    ],
)
def test_no_reservation(text: str) -> None:
    assert reservations_of(running(text)) == ()


def test_reasons_are_part_of_the_reservation_that_gives_them() -> None:
    ((one,), doubts) = read_reservations(
        blocks_of(
            "Anna Ek (M) reserverar sig till förmån för eget yrkande med följande motivering: Förslaget är dyrt. Vi vill annat."
        )
    )
    assert (one.in_favour_of, doubts) == ("eget yrkande", ())
    assert one.text.endswith("Förslaget är dyrt. Vi vill annat.")


def test_those_who_are_named_line_by_line_beneath_are_the_ones_who_are_against() -> None:
    found, doubts = read_reservations(
        blocks_of("Följande ledamöter reserverar sig mot beslutet:\n\nAnna Ek (S)\n\nBo Å (V)")
    )
    assert ([(one.people, one.group) for one in found], doubts) == (
        [((Person("Anna Ek", "S"), Person("Bo Å", "V")), None)],
        (),
    )
