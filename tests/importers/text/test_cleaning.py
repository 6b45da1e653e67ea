"""Small steps from printed words to running text."""

from __future__ import annotations

import pytest

from importers.pdf.page import Word
from importers.text.cleaning import fold, line_end_glue, same_line_glue
from importers.text.passage import sentences
from tests.importers.typeset import running


def glued(before: str, after: str) -> str:
    drops, glue = line_end_glue(before, after)
    return (before[:-1] if drops else before) + glue + after


@pytest.mark.parametrize(
    ("before", "after", "joined"),
    [
        ("septem-", "ber", "september"),
        ("riksdagsledamots-", "arvodet", "riksdagsledamotsarvodet"),
        ("2025-01-", "15", "2025-01-15"),
        ("KSN-2023-", "03553", "KSN-2023-03553"),
        ("Eriksson-", "Ek", "Eriksson-Ek"),
        ("13–", "17", "13–17"),
        ("barn", "och", "barn och"),
        ("vård-", "och", "vård- och"),
        ("e-", "post", "e-post"),
        ("att-", "satsen", "att-satsen"),
        ("att-", "raktiv", "attraktiv"),
        ("sammanhang/", "miljöer", "sammanhang/miljöer"),
        ("–", "att", "– att"),
    ],
)
def test_a_line_end(before: str, after: str, joined: str) -> None:
    assert glued(before, after) == joined


@pytest.mark.parametrize(("gap", "glue"), [(0.5, ""), (1.2, ""), (1.4, " "), (3.0, " ")])
def test_a_blank_under_0_13_em_is_none(gap: float, glue: str) -> None:
    before = Word("mot", 10, 0, 30, 10, "Test", 10.0, False, 8)
    after = Word("ion", 30 + gap, 0, 50, 10, "Test", 10.0, False, 8)
    assert same_line_glue(before, after) == glue


def test_fold_keeps_letters_and_digits_alone() -> None:
    assert (
        fold("Svar på mot ion om at t inrät ta") == fold("Svar på motion om att inrätta") == "svarpåmotionomattinrätta"
    )
    assert fold("ﬁnns – KSN-2023") == "finnsksn2023"


def test_sentences_are_not_cut_at_abbreviations() -> None:
    text = running("Ludvig Arbins (L) m.fl. yrkande ställs mot avslag. Nämnden finner bl.a. Bifall till det. Klart.")
    assert [one.text for one in sentences(text)] == [
        "Ludvig Arbins (L) m.fl. yrkande ställs mot avslag.",
        "Nämnden finner bl.a. Bifall till det.",
        "Klart.",
    ]
