"""Whether a paper is of the municipality that its file was handed in for."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.register.municipalities import municipality
from app.register.parts import is_of_another
from tests.app.register.saying import extract


@pytest.mark.parametrize(
    ("printed", "handed_in_for", "of_another"),
    [
        ("Alnsjö kommun", "Alnsjö", False),
        ("Kvarnhults kommun", "Kvarnhult", False),
        ("Kvarnhult", "Kvarnhults kommun", False),
        ("Göteborgs Stad", "Göteborg", False),
        ("Alnsjö kommun", "Uppsala", True),
        ("Alnsjö kommun", "Bergsund", True),
        ("Habo kommun", "Håbo", True),
        (None, "Alnsjö", False),
    ],
)
def test_a_paper_is_of_another_municipality_where_it_names_one(
    printed: str | None, handed_in_for: str, *, of_another: bool
) -> None:
    paper = replace(extract("Kommunstyrelsen", "2025-03-05"), municipality=printed)
    assert is_of_another(paper, municipality(handed_in_for)) is of_another
