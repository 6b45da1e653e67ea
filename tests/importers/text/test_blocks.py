"""Paragraphs and list entries."""

from __future__ import annotations

import pytest

from importers.text.blocks import blocks, measure
from tests.importers.typeset import lines


def texts(text: str, *, entries: bool = False) -> list[tuple[str | None, str]]:
    found = lines(text)
    return [(block.mark, block.body.text) for block in blocks(found, measure(found), entries=entries)]


def test_bullets_with_a_wrapped_entry() -> None:
    assert texts(
        """
•  Tjänsteskrivelse daterad den 18 november 2024
•  Bilaga 1, Motion om att inrätta en särskild verksamhet för barn och
   unga från Jennie Claesson (L)
•  Bilaga 2, Protokollsutdrag
"""
    ) == [
        ("•", "Tjänsteskrivelse daterad den 18 november 2024"),
        ("•", "Bilaga 1, Motion om att inrätta en särskild verksamhet för barn och unga från Jennie Claesson (L)"),
        ("•", "Bilaga 2, Protokollsutdrag"),
    ]


def test_entries_without_bullets_are_told_by_the_room_left_on_the_line() -> None:
    assert texts(
        """
Tjänsteskrivelse daterad den 3 april 2024
Bilaga, Motion om att inrätta en särskild avhopparverksamhet för barn och
unga från Jennie Claesson (L)
""",
        entries=True,
    ) == [
        (None, "Tjänsteskrivelse daterad den 3 april 2024"),
        (
            None,
            "Bilaga, Motion om att inrätta en särskild avhopparverksamhet för barn och unga från Jennie Claesson (L)",
        ),
    ]


def test_numbers_count_on_or_are_no_marks() -> None:
    assert texts(
        """
1. Taxan fastställs från den
   3. dagen i månaden.
2. Nämnden får i uppdrag att, i samverkan med Alnsjö
   AB, föreslå en ordning.
"""
    ) == [
        ("1.", "Taxan fastställs från den 3. dagen i månaden."),
        ("2.", "Nämnden får i uppdrag att, i samverkan med Alnsjö AB, föreslå en ordning."),
    ]


def test_a_numbered_entry_goes_on_in_an_unmarked_line_that_its_first_word_did_not_fit_above() -> None:
    assert texts(
        """
1. Tekniska nämnden upplåter marken till Alvsta Växthus
AB i tio år.
2. Tekniska nämnden tecknar avtal.
Sökanden får avtalet.
"""
    ) == [
        ("1.", "Tekniska nämnden upplåter marken till Alvsta Växthus AB i tio år."),
        ("2.", "Tekniska nämnden tecknar avtal."),
        (None, "Sökanden får avtalet."),
    ]


def test_running_text_is_not_broken_where_a_line_had_room() -> None:
    assert texts(
        "Ordföranden ställer förslaget mot Therez\nAlmerfors (M) med fleras yrkande att bifalla motionen nu."
    ) == [(None, "Ordföranden ställer förslaget mot Therez Almerfors (M) med fleras yrkande att bifalla motionen nu.")]


def test_names_that_wrap_stay_together() -> None:
    assert texts(
        """
Axel Josefson (M), Allan Stutzinsky (L), AnnaSara Perslow (C) och
Jörgen Fogelklou (SD) yrkar bifall till beslutssatserna i yrkande från M, D, L och KD.
"""
    ) == [
        (
            None,
            "Axel Josefson (M), Allan Stutzinsky (L), AnnaSara Perslow (C) och Jörgen Fogelklou (SD) yrkar bifall till "
            "beslutssatserna i yrkande från M, D, L och KD.",
        )
    ]


def test_a_gap_inside_a_sentence_parts_nothing() -> None:
    assert texts("Arvodet för sammanträde som varar upp till fyra\n\ntimmar fastställs.\n\nNy mening.") == [
        (None, "Arvodet för sammanträde som varar upp till fyra timmar fastställs."),
        (None, "Ny mening."),
    ]


def test_a_list_that_runs_on_is_parted_at_its_bullets() -> None:
    found = lines(
        "-Motion om bänkar, Handling 2024 nr 9 -\n"
        "Rapport från förvaltningen, daterad 2024-12-11 -Yrkande om bänkar från\nKD, M särskilt yttrande"
    )
    parts = blocks(found, measure(found), entries=True)
    assert [part.body.text for part in parts] == [
        "Motion om bänkar, Handling 2024 nr 9",
        "Rapport från förvaltningen, daterad 2024-12-11",
        "Yrkande om bänkar från KD, M särskilt yttrande",
    ]


@pytest.mark.parametrize(
    "text", ["- Svar på remiss - Motion om bänkar", "-Svar på remiss - Motion om bänkar", "Rapport -Yrkande om bänkar"]
)
def test_a_dash_inside_an_entry_parts_nothing(text: str) -> None:
    found = lines(text)
    (part,) = blocks(found, measure(found), entries=True)
    assert part.body.text == text.lstrip("- ")


def test_a_mark_on_a_line_of_its_own_opens_the_entry_beneath() -> None:
    assert texts(
        "hh. Nämndens uppdrag att måla bron.\nii.\nParknämndens uppdrag att klippa gräset.\njj. Nämndens uppdrag."
    ) == [
        ("hh.", "Nämndens uppdrag att måla bron."),
        ("ii.", "Parknämndens uppdrag att klippa gräset."),
        ("jj.", "Nämndens uppdrag."),
    ]
