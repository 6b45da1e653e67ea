"""What may have to be masked is proposed with its words, and what only looks like it is not."""

from __future__ import annotations

import pytest

from app.register.personal import Finding, personal_on


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("Ring 0470-123 45 eller 070 123 45 67.", ["0470-123 45", "070 123 45 67"]),
        ("Kl. 18.00–20.10 och 18:00-20:10", []),
        ("Ankom 06-12-05, anslås 07-01-2008 – 07-01-2015", []),
        ("Ring 08-12-34 56 eller 08-12 34 56", ["08-12-34 56", "08-12 34 56"]),
        ("Nummer +46 470 123 45", ["+46 470 123 45"]),
    ],
)
def test_telephone_numbers_and_no_times(line: str, found: list[str]) -> None:
    assert texts(line, Finding.PHONE) == found


def test_words_of_secrecy_and_no_sun() -> None:
    assert texts("Insats enligt SoL och LSS i sol och SOL, Sekretessbelagt.", Finding.SECRECY) == [
        "SoL",
        "LSS",
        "Sekretessbelagt",
    ]


def texts(line: str, kind: Finding) -> list[str]:
    """What is proposed of a kind on a page of this line."""
    words = [(word, (10.0 * n, 0.0, 10.0 * n + 9, 10.0)) for n, word in enumerate(line.split(" "))]
    return [one.text for one in personal_on(words) if one.kind == kind]
