"""Text set in two columns is read down the left one first; forms and lists that stand in columns are left as they are."""

from __future__ import annotations

from dataclasses import replace

from importers.pdf.page import Page
from importers.read import read_bundle_of
from importers.text.abreast import in_reading_order
from tests.importers.typeset import lines, page_of

_LEFT = """
Testboda kommun
Parknämnden
Sammanträdesprotokoll 2025-03-04
# § 41 Taxa för lån av stolar
Avgiften har inte ändrats sedan parken
öppnades och den täcker inte längre vad
det kostar att ställa ut dem och att
laga dem när de har gått sönder under
sommaren och hösten.
# Beslut
Parknämnden beslutar att anta taxan,
"""
_RIGHT = """
att stolar lånas ut under sommaren och
att bord lånas ut till föreningar mot en
avgift som nämnden fastställer senare.
# § 42 Delgivningar
Nämnden har fått del av länsstyrelsens
beslut om badplatsen och lekplatsen.
# Beslut
Parknämnden lägger beslutet till
handlingarna.
"""
_PEOPLE = """
Beslutande ledamöter                        Närvarande ersättare
Anna Ekman (S), ordförande                  Cia Berg (V), tjänstgör för den som
för parknämnden sedan 2022                  är bortrest under våren
Bo Ahlgren (M), vice ordförande             Dan Holm (C), tjänstgör inte under
för parknämnden sedan 2024                  mötet men är där
Eva Stål (L)                                Per Lund (KD)
Gun Moberg (KD), ersättare                  Siv Ros (MP), ersättare
"""
_HEADING_BESIDE = """
Beslut          Parknämnden beslutar att stolar lånas ut under
                sommaren och att bord lånas ut till föreningar
                mot en avgift som fastställs senare.
Ärendet         Avgiften har inte ändrats sedan parken öppnades och
                den täcker inte längre vad det kostar att ställa ut
                stolarna.
"""


def _beside(left: str, right: str) -> Page:
    first, second = page_of(left), page_of(right, top=60.0 + 3 * 14.0)
    shifted = (word._replace(x0=word.x0 + 220, x1=word.x1 + 220) for word in second.words)
    return replace(first, words=(*first.words, *shifted))


def test_text_in_two_columns_is_read_down_the_left_one_first() -> None:
    (document,) = read_bundle_of([_beside(_LEFT, _RIGHT)]).documents
    assert [(item.number, item.title) for item in document.items] == [
        ("41", "Taxa för lån av stolar"),
        ("42", "Delgivningar"),
    ]
    first, second = ([clause.text for one in item.decisions for clause in one.clauses] for item in document.items)
    assert first[-1] == ("att bord lånas ut till föreningar mot en avgift som nämnden fastställer senare.")
    assert second == ["Parknämnden lägger beslutet till handlingarna."]


def test_lists_of_people_and_headings_with_their_text_beside_them_are_left_as_they_are() -> None:
    for text in (_PEOPLE, _HEADING_BESIDE):
        page = lines(text)
        assert in_reading_order([page]) == [page]
