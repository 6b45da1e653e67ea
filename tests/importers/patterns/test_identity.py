"""Personnummer are found; other numbers that look like them are not."""

from __future__ import annotations

import pytest

from importers.patterns.identity import identity_numbers


@pytest.mark.parametrize(
    "text",
    [
        "född 19121212-1212",
        "121212-1212",
        "121212+1212",
        "(1212121212)",
        "pnr 121212 – 1212.",
        "samordningsnummer 701063-2391",
    ],
)
def test_a_number_is_found(text: str) -> None:
    assert len(identity_numbers(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "121212-1213",
        "131312-1219",
        "212000-3005",
        "556036-0793",
        "telefon 018-727 00 00",
        "KSN-2023-03553",
        "bankgiro 168-0115",
        "2024-12-11",
        "91212121212121",
    ],
)
def test_another_number_is_left_alone(text: str) -> None:
    assert identity_numbers(text) == []
