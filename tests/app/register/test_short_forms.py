"""The letters that offices call bodies by."""

from __future__ import annotations

import pytest

from app.register.short_forms import short_form


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("Kommunfullmäktige", "kf"),
        ("Kommunstyrelsen", "ks"),
        ("Kommunstyrelsens arbetsutskott", "ksau"),
        ("Socialnämnden", "sn"),
        ("Socialnämndens arbetsutskott", "snau"),
        ("Barn- och utbildningsnämnden", "bun"),
        ("Plan-, miljö- och byggnadsnämnden", "pmbn"),
        # whose letters its name does not tell
        ("Samhällsbyggnadsnämnden", None),
        ("Kommunstyrelsens allmänna utskott", None),
        ("Beredningen för medborgardialog", None),
        ("", None),
    ],
)
def test_a_body_goes_by_the_letters_that_its_name_tells(name: str, letters: str | None) -> None:
    assert short_form(name) == letters
