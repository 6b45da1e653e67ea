"""Covers that print those present as tables: names in columns, what each is, when they were there and for whom."""

from __future__ import annotations

import pytest

from importers.bundle import Person
from importers.minutes.cover import read_cover
from importers.minutes.cover_facts import Cover
from tests.importers.reading import was_there, who
from tests.importers.typeset import lines

_SAID_IN_WORDS = """
Ledamöter                              Närvaro
Anna Ek (S) (Ordförande)               Närvarande
Bo Ås (M) (1:e vice                    Närvarande
ordförande)
Cia Berg (V)                           Närvarande på distans
Dan Holm (C)                           Frånvarande
Ersättare
Eva Lind (C)                           Tjänstgör för Dan Holm (C)
Siv Ros (L)                            Närvarande
Ulf Sten (L)                           Frånvarande
Tjänstepersoner
Leo Fors, teknisk chef
"""
_BY_PARAGRAPHS = """
Ledamöter                    Närv.     Paragrafer     Kommentar
Anna Ek (S), ordförande      X         1–9
Bo Ås (M)                    X         1–4, 6–9
Dan Holm (C)

Ersättare                    Närv.     Paragrafer     Kommentar
Eva Lind (C)                 X         1–9            tjänstgör för Dan
                                                      Holm (C)
Siv Ros (L)                  X         1–3
Övriga närvarande
Leo Fors, socialchef
"""
_WHAT_EACH_IS = """
Närvarande förtroendevalda
Namn                Parti     Uppdrag                    Anmärkning
Anna Ek             S         Ordförande
Bo Ås               M         Ledamot
Eva Lind            C         Tjänstgörande ersättare    ersätter Dan
                                                         Holm (C) §§ 3-5
Siv Ros             L         Ersättare
Övriga närvarande
Leo Fors            Miljöchef
"""
_THREE_NAMES_A_ROW = """
Ledamöter
Anna Ek (S) ordförande       Bo Ås (M)         Cia Berg (V) via Teams
Gun Tall (S)                 Dan Holm (C)
Tjänstgörande ersättare
Eva Lind (KD)                för Hans Sjö (KD)
Fia Gran (L)                 för Ida Tall (L)
Ersättare
Siv Ros (L)                  Ulf Sten (L)      Jan Alm (S)
"""
_BESIDE_THE_LABEL = """
Beslutande          Anna Ek (S), ordförande
                    Bo Ås (M)                  Cia Berg (V)
                    Dan Holm (C)               Eva Lind (KD) tjg ers för Hans Sjö (KD)
Övriga deltagande   Leo Fors, kommunchef
"""

_WHY_IN_BRACKETS = """
Beslutande
Anna Ek (S), ordförande
Bo Ås (M)
Dan Holm (Sjuk)
Eva Lind (Ledig)
Cia Berg (V)
Övriga närvarande
Leo Fors (Sekr)
"""


def _read(text: str) -> Cover:
    cover = read_cover(lines(text), (1, 9))
    assert not cover.doubts
    return cover


def _there(cover: Cover) -> tuple[str, list[str], list[str]]:
    assert cover.chair
    return who(cover.chair), [was_there(one) for one in cover.members], [was_there(one) for one in cover.substitutes]


@pytest.mark.parametrize(
    ("text", "members", "substitutes"),
    [
        (_SAID_IN_WORDS, ["Bo Ås (M)", "Cia Berg (V)"], ["Eva Lind (C) for Dan Holm (C)", "Siv Ros (L) not serving"]),
        (_WHAT_EACH_IS, ["Bo Ås (M)", "Eva Lind (C) for Dan Holm (C) § 3-5"], ["Siv Ros (L) not serving"]),
        (_BY_PARAGRAPHS, ["Bo Ås (M) § 1-4 § 6-9"], ["Eva Lind (C) for Dan Holm (C) § 1-9", "Siv Ros (L) not serving § 1-3"]),
        (_THREE_NAMES_A_ROW, ["Bo Ås (M)", "Cia Berg (V)", "Gun Tall (S)", "Dan Holm (C)"], ["Eva Lind (KD) for Hans Sjö (KD)", "Fia Gran (L) for Ida Tall (L)", *(f"{name} not serving" for name in ("Siv Ros (L)", "Ulf Sten (L)", "Jan Alm (S)"))]),
        (_BESIDE_THE_LABEL, ["Bo Ås (M)", "Cia Berg (V)", "Dan Holm (C)", "Eva Lind (KD) for Hans Sjö (KD)"], []),
    ],
)  # fmt: skip
def test_a_table_says_who_was_there(text: str, members: list[str], substitutes: list[str]) -> None:
    assert _there(_read(text)) == ("Anna Ek (S)", members, substitutes)


def test_officials_follow_a_table() -> None:
    assert _read(_BY_PARAGRAPHS).others == [Person("Leo Fors", None, "socialchef")]


def test_what_is_said_of_somebody_in_brackets_is_no_party() -> None:
    cover = _read(_WHY_IN_BRACKETS)
    assert _there(cover) == ("Anna Ek (S)", ["Bo Ås (M)", "Cia Berg (V)"], [])
    assert cover.others == [Person("Leo Fors", None, "Sekr")]


@pytest.mark.parametrize(
    ("text", "place", "starts", "ends"),
    [
        ("Plats och tid     Kommunhuset, Lilla\n                  salen, kl. 09:00–12:15", "Kommunhuset, Lilla salen", "09:00", "12:15"),
        ("Plats och tid     Folkets hus, kl 18.30–\n                  21.10", "Folkets hus", "18.30", "21.10"),
        ("Plats och tid     Rådhuset, kl. 09.00–14.20 med avbrott för\n                  lunch 12.00–13.00", "Rådhuset", "09.00", "14.20"),
    ],
)  # fmt: skip
def test_place_and_time_go_on_in_the_next_line(text: str, place: str, starts: str, ends: str) -> None:
    meeting = _read(text + "\nBeslutande        Anna Ek (S)").meeting()
    assert meeting and (meeting.place, meeting.starts, meeting.ends) == (place, starts, ends)


def test_the_last_of_others_is_joined_by_a_word_behind_a_comma() -> None:
    cover = _read("Övriga närvarande\nLeo Fors, direktör, Frida Rask, avdelningschef, och Mia Lund, sekreterare")
    assert [one.name for one in cover.others] == ["Leo Fors", "Frida Rask", "Mia Lund"]


def test_an_office_in_brackets_before_the_party_is_no_party() -> None:
    cover = _read("Beslutande     Anna Ek (Ordförande) (S)\n               Bo Ås (Vice ordförande) (L)")
    assert cover.chair == Person("Anna Ek", "S", "Ordförande")
    assert [one.person for one in cover.members] == [Person("Bo Ås", "L", "Vice ordförande")]


def test_who_does_not_serve_is_a_substitute_among_others_too() -> None:
    cover = _read("Övriga deltagande\nSiv Ros (L), ej tjänstgörande ersättare\nLeo Fors, kommunchef")
    assert [was_there(one) for one in cover.substitutes] == ["Siv Ros (L) not serving"]
    assert [one.name for one in cover.others] == ["Leo Fors"]


_SUBSTITUTES_BESIDE = """
Parti     Ledamot                 Närvarande     Ersättare
S         Anna Ek, ordförande     X
M         Bo Ås                   X
C         Dan Holm                               Eva Lind (C)
Ej tjänstgörande ersättare: Siv Ros (L)
"""


def test_who_stands_beside_somebody_away_is_not_said_to_serve_or_not() -> None:
    cover = read_cover(lines(_SUBSTITUTES_BESIDE))
    assert _there(cover) == ("Anna Ek (S)", ["Bo Ås (M)"], ["Siv Ros (L) not serving"])
    assert [one.params["text"] for one in cover.doubts] == ["C Dan Holm Eva Lind (C)"]


_STANDING_IN = """
Ledamöter                 Parti     Tjänstgörande ersättare     Parti
Anna Ek, ordförande       S
Bo Ås                     M         Eva Lind                    C
Cia Berg                  V
Ej tjänstgörande ersättare: Siv Ros (L)
"""
_MARKED_AWAY = """
Ordinarie ledamot            Närvarande     Tjänstgörande ersättare
Anna Ek (S), ordförande      Ja
Bo Ås (M)                    Nej            Eva Lind (C)
Cia Berg (V)                 Ja
Närvarande ersättare: Siv Ros (L)
"""
_DASHES = """
Ledamöter                 Parti     Närv.     Tjänstgörande ersättare
Anna Ek, ordförande       S         X
Bo Ås                     M         -         Eva Lind (C)
Cia Berg                  V         X
Dan Holm                  KD        -
"""


@pytest.mark.parametrize("printed", [_STANDING_IN, _MARKED_AWAY, _DASHES])
def test_a_substitute_beside_a_member_serves_for_them(printed: str) -> None:
    cover = read_cover(lines(printed))
    chair, members, substitutes = _there(cover)
    assert (chair, members) == ("Anna Ek (S)", ["Cia Berg (V)"])
    assert substitutes[0] == "Eva Lind (C) for Bo Ås (M)"
    assert cover.doubts == []


_TWO_LISTS = """
Ledamöter                 Parti     Tjänstgörande ersättare     Parti
Anna Ek, ordförande       S         Eva Lind                    C
Bo Ås                     M
Cia Berg                  V
"""


def test_substitutes_on_top_of_their_column_are_a_list_of_their_own_where_the_chair_stands_first() -> None:
    cover = read_cover(lines(_TWO_LISTS))
    assert _there(cover) == ("Anna Ek (S)", ["Bo Ås (M)", "Cia Berg (V)"], ["Eva Lind (C)"])
    assert cover.doubts == []


def test_a_substitute_beside_the_first_member_is_doubted_where_no_office_says_that_they_lead() -> None:
    (doubt,) = read_cover(lines(_TWO_LISTS.replace("Anna Ek, ordförande", "Anna Ek            "))).doubts
    assert (doubt.code, doubt.severity.value) == ("substitute_beside", "error")


def test_brackets_hold_party_and_office() -> None:
    cover = read_cover(
        lines("Ledamöter     Anna Ek (S, ordf.), Bo Ås (SD, 1:e v ordf.), Cia Berg (L, andre vice ordförande)")
    )
    assert _there(cover) == ("Anna Ek (S)", ["Bo Ås (SD)", "Cia Berg (L)"], [])
    assert [one.person.role for one in cover.members] == ["1:e v ordf.", "andre vice ordförande"]


def test_whoever_an_office_comes_before_begins_a_line_of_their_own() -> None:
    cover = read_cover(
        lines(
            "Närvarande ledamöter     Ordförande Anna Ek (S)\n"
            "                         1:e vice ordförande Bo Ås (M)\n"
            "                         2:e vice ordförande Cia Berg (V)\n"
            "                         Dan Holm (C)"
        )
    )
    assert _there(cover) == ("Anna Ek (S)", ["Bo Ås (M)", "Cia Berg (V)", "Dan Holm (C)"], [])


_STATUS = """
Plats     Namn          Parti     Roll           Status
1         Anna Ek       S         Ordförande     Närvarande
2         Bo Ås         M         Ledamot        Närvarande
3         Dan Holm      C         Ledamot        Frånvarande
          Eva Lind      C         Ersättare      Tjänstgör för Dan Holm (C)
          Siv Ros       L         Ersättare      Närvarande
"""


def test_a_table_with_numbered_seats_and_a_status_says_who_was_there() -> None:
    cover = read_cover(lines(_STATUS))
    assert _there(cover) == ("Anna Ek (S)", ["Bo Ås (M)"], ["Eva Lind (C) for Dan Holm (C)", "Siv Ros (L) not serving"])
    assert cover.doubts == []


def test_a_surname_of_two_words_that_a_line_breaks_names_one() -> None:
    cover = read_cover(lines("Ledamöter\nAnna Ek (S), ordförande, Bo Falk\nBerg (C), Cia Ås (V)"))
    assert _there(cover) == ("Anna Ek (S)", ["Bo Falk Berg (C)", "Cia Ås (V)"], [])


def test_the_municipality_before_a_name_is_no_line_of_the_list() -> None:
    cover = read_cover(
        lines(
            "Ledamöter\n"
            "Älnsjö kommun     Anna Ek (S), ordförande\n"
            "Älnsjö kommun     Bo Ås (M)\n"
            "Fors kommun       Eva Lind (C), ersätter Dan Holm (C)\n"
            "Ersättare\n"
            "Fors kommun       Siv Ros (L)"
        )
    )
    chair, members, substitutes = _there(cover)
    assert (chair, members[:1], substitutes[-1:]) == ("Anna Ek (S)", ["Bo Ås (M)"], ["Siv Ros (L) not serving"])
    assert cover.doubts == []
