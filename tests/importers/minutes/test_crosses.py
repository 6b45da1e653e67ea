"""Lists of those present with crosses in columns, and with the parties as headings over the names."""

from __future__ import annotations

import pytest

from importers.doubts import DoubtCode
from importers.minutes.cover import read_cover
from tests.importers.reading import was_there, who
from tests.importers.typeset import lines

_TWO_LISTS = """
Ledamöter                 Närv.     Ja     Nej     Avstår
Anna Ek (S), ordförande   X         X
Bo Ås (M)                 X                X
Cia Berg (V)
Dan Holm (C)              X                        X

Ersättare                 Närv.     Tjg.
Eva Lind (KD)             X         X
Siv Ros (L)               X
Ulf Sten (L)
"""
_ONE_LIST = """
Namn                      Parti     Närvarande     Tjänstgörande
Anna Ek, ordförande       S         ✓              ✓
Bo Ås                     M         ✓              ✓
Siv Ros                   L         ✓
Ulf Sten                  -
"""
_SUBSTITUTES_AMONG = """
Beslutande                Parti     Närv     Tjg ers     Frånv
Anna Ek, ordförande       S         x
Bo Ås                     M         x
Eva Lind                  KD        x        x
Cia Berg                  V         -                    x
Ersättare
Siv Ros                   L         x
"""
_IN_WORDS = """
Namn                      Parti     Tjänstgör     Närvaro
Anna Ek                   S         Ja            På plats
Bo Ås                     M         Ja            Digitalt
Siv Ros                   L         Nej           På plats
Ordförande: Anna Ek
"""
_WITH_PLACES = """
Ledamot                   Kommun      Parti     Tjänstgör
Anna Ek, ordförande       Alnsjö      S         Ja
Bo Ås                     Väster ås   M         Ja
Cia Berg                  Fors        C         Nej, frånvarande

Ersättare                 Kommun      Parti     Tjänstgör
Eva Lind                  Fors        C         Ja, för Cia Berg
"""
_WHO_SERVES_FOR = """
Namn                      Parti     Roll          Närvaro
Anna Ek                   S         Ordförande    Ja
Bo Ås                     M         Ledamot       Ja
Cia Berg                  C         Ledamot       Nej
Eva Lind                  C         Ersättare     Ja, tjänstgör för Cia Berg
Ordförande      Anna Ek (S)
"""
_HEADING_OF_TWO_LINES = """
Ledamöter                 Närvarande     Omröstning § 31
                                         Ja     Nej
Socialdemokraterna
Anna Ek, ordförande       X              X
Moderaterna
Bo Ås                     X                     X
Cia Berg
"""
_BESIDE_NAMES_ALONE = """
Ledamöter                 Parti     Närvarande     Ersättare          Parti
Anna Ek, ordförande       S         X              Eva Lind           KD
Bo Ås                     M         X              Siv Ros            L
Cia Berg                  V                        Ulf Sten           C
                                                   Siw Tall           MP
"""
_BESIDE_CROSSES = """
Ledamöter                 Närv.          Ersättare          Närv.     Tjg.
Anna Ek (S), ordförande   X              Eva Lind (KD)      X         X
Bo Ås (M)                 X              Siv Ros (L)        X
Cia Berg (V)                             Ulf Sten (C)
"""


@pytest.mark.parametrize(
    ("text", "members", "substitutes", "doubted"),
    [
        (_TWO_LISTS, ["Bo Ås (M)", "Dan Holm (C)"], ["Eva Lind (KD)", "Siv Ros (L) not serving"], ["Ledamöter Närv. Ja Nej Avstår"]),
        (_ONE_LIST, ["Bo Ås (M)"], ["Siv Ros (L) not serving"], []),
        (_SUBSTITUTES_AMONG, ["Bo Ås (M)", "Eva Lind (KD)"], ["Siv Ros (L) not serving"], []),
        (_IN_WORDS, ["Bo Ås (M)"], ["Siv Ros (L) not serving"], []),
        (_WITH_PLACES, ["Bo Ås (M)"], ["Eva Lind (C) for Cia Berg"], []),
        (_WHO_SERVES_FOR, ["Bo Ås (M)"], ["Eva Lind (C) for Cia Berg"], []),
        (_BESIDE_NAMES_ALONE, ["Bo Ås (M)"], [f"{name} not serving" for name in ("Eva Lind (KD)", "Siv Ros (L)", "Ulf Sten (C)", "Siw Tall (MP)")], []),
        (_BESIDE_CROSSES, ["Bo Ås (M)"], ["Eva Lind (KD)", "Siv Ros (L) not serving"], []),
        (_HEADING_OF_TWO_LINES, ["Bo Ås (M)"], [], ["Ledamöter Närvarande Omröstning § 31"]),
    ],
)  # fmt: skip
def test_a_cross_says_who_was_there_and_served(
    text: str, members: list[str], substitutes: list[str], doubted: list[str]
) -> None:
    cover = read_cover(lines(text))
    assert cover.chair and who(cover.chair) == "Anna Ek (S)"
    assert [was_there(one) for one in cover.members] == members
    assert [was_there(one) for one in cover.substitutes] == substitutes
    assert [one.params["text"] for one in cover.doubts] == doubted


@pytest.mark.parametrize(
    ("text", "members", "doubted"),
    [
        ("Ledamöter               Närv.\nAnna Ek (S), ordf.\nBo Ås (M)\nCia Berg (V)", [], ["Anna Ek (S), ordf. Bo Ås (M) Cia Berg (V)"]),
        ("Ledamöter               Närv.     Tjg.\nAnna Ek (S), ordf.\nBo Ås (M)                         X\nCia Berg (V)", ["Bo Ås (M)"], ["Anna Ek (S), ordf. Cia Berg (V)"]),
        ("Beslutande              Närv.     Ja   Nej\nBo Ås (M)                         X\nDan Holm (C)                           X\nCia Berg (V)", ["Bo Ås (M)", "Dan Holm (C)"], ["Beslutande Närv. Ja Nej", "Cia Berg (V)"]),
    ],
)  # fmt: skip
def test_a_column_of_crosses_that_are_no_text_says_of_nobody_that_they_were_away(
    text: str, members: list[str], doubted: list[str]
) -> None:
    cover = read_cover(lines(text))
    assert [was_there(one) for one in cover.members] == members
    assert [one.params["text"] for one in cover.doubts] == doubted
    assert cover.chair is None


@pytest.mark.parametrize(
    "text",
    [
        "Beslutande\nS     Eva Lind\n      Bo Ås\nM     Cia Berg\n      Dan Holm\nJusterare\n      Ulf Sten",
        "Beslutande      S     Eva Lind\n                      Bo Ås\n                M     Cia Berg\n                      Dan Holm",
        "Parti     Namn             Närv.\nS         Eva Lind         X\n          Bo Ås            X\nM         Cia Berg         X\n          Dan Holm         X",
    ],
)
def test_a_party_that_stands_once_beside_several_names_is_theirs(text: str) -> None:
    members = ["Eva Lind (S)", "Bo Ås (S)", "Cia Berg (M)", "Dan Holm (M)"]
    assert [was_there(one) for one in read_cover(lines(text)).members] == members


@pytest.mark.parametrize(
    "row",
    [
        "Bo Ås (M)                        X",  # between two columns
        "Bo Ås (M)                 X     §§ 1-4",  # words where a cross is to stand
    ],
)
def test_a_row_that_cannot_be_told_is_doubted(row: str) -> None:
    cover = read_cover(lines(f"Ledamöter                 Närv.     Tjg.\nAnna Ek (S)               X         X\n{row}"))
    assert [was_there(one) for one in cover.members] == ["Anna Ek (S)"]
    assert [(one.code, one.params["text"]) for one in cover.doubts] == [
        (DoubtCode.ATTENDANCE_LINE_NOT_READ.value, " ".join(row.split()))
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Beslutande\nSocialdemokraterna\nBo Ås\nModeraterna\nCia Berg\nErsättare\nCenterpartiet\nDan Holm",
        "Beslutande\n(S)\nBo Ås\n(M)\nCia Berg\nErsättare\n(C)\nDan Holm",
        "Beslutande          Socialdemokraterna (S):\n                    Bo Ås\n                    Moderaterna (M):\n"
        "                    Cia Berg\nErsättare           Centerpartiet:\n                    Dan Holm",
    ],
)
def test_a_party_over_names_is_theirs(text: str) -> None:
    cover = read_cover(lines(text))
    assert [was_there(one) for one in cover.members] == ["Bo Ås (S)", "Cia Berg (M)"]
    assert [was_there(one) for one in cover.substitutes] == ["Dan Holm (C) not serving"]
    assert cover.doubts == []


def test_a_party_beneath_a_name_is_no_heading() -> None:
    cover = read_cover(lines("Beslutande\nBo Ås\n(S)\nCia Berg\n(M)"))
    assert [was_there(one) for one in cover.members] == ["Bo Ås (S)", "Cia Berg (M)"]


def test_a_label_that_says_who_is_present_heads_no_crosses() -> None:
    cover = read_cover(lines("Övriga närvarande\nAnna Ek, kommunchef\nBo Ås, ekonom\nCia Berg, jurist"))
    assert ([one.name for one in cover.others], cover.doubts) == (["Anna Ek", "Bo Ås", "Cia Berg"], [])


def test_a_label_of_two_words_that_each_head_a_column_heads_none() -> None:
    listed = "Närvarande beslutande        Anna Ek (S), ordförande\n                             Bo Ås (M)"
    others = "Övriga närvarande            Cia Berg, kommunchef\n                             Dag Ny, jurist"
    cover = read_cover(lines(f"{listed}\n{others}"))
    assert [was_there(one) for one in cover.members] == ["Bo Ås (M)"]
    assert ([one.name for one in cover.others], cover.substitutes) == (["Cia Berg", "Dag Ny"], [])
