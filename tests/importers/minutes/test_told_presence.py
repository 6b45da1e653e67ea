"""Who was there, told in a sentence: members, then substitutes, officials and those away, each under their word."""

from __future__ import annotations

import pytest

from importers.minutes.cover import read_cover
from tests.importers.reading import was_there, who
from tests.importers.typeset import lines

TOLD = [
    (
        "Närvarande var Anna Ek (S), ordförande, Bo Ås (M) och Cia Berg (V) samt ersättarna Dan Holm (C)\n"
        "och Eva Lo (S). Dessutom närvarade kommundirektör Siv Ro.",
        ["Bo Ås (M)", "Cia Berg (V)"],
        ["Dan Holm (C) not serving", "Eva Lo (S) not serving"],
        ["Siv Ro"],
    ),
    (
        "Vid mötet deltog ordföranden Anna Ek (S), ledamöterna Bo Ås (M), Cia Berg (V), ej tjänstgörande ersättarna\n"
        "Dan Holm (C) och Eva Lo (S) samt kommundirektören Siv Ro. Frånvarande var Per Al (M) och Ida Öst (S).",
        ["Bo Ås (M)", "Cia Berg (V)"],
        ["Dan Holm (C) not serving", "Eva Lo (S) not serving"],
        ["Siv Ro"],
    ),
    (
        "Beslutande: Anna Ek (S), ordförande, Bo Ås (M), samt tjänstgörande ersättarna Dan Holm (C),\nEva Lo (S)",
        ["Bo Ås (M)"],
        ["Dan Holm (C)", "Eva Lo (S)"],
        [],
    ),
    (
        "Närvarande var Anna Ek (S), ordförande, Bo Ås (M) och tjänstgörande ersättaren Dan Holm (C).",
        ["Bo Ås (M)"],
        ["Dan Holm (C)"],
        [],
    ),
]


@pytest.mark.parametrize(("text", "members", "substitutes", "others"), TOLD)
def test_everybody_is_taken_as_what_they_were(
    text: str, members: list[str], substitutes: list[str], others: list[str]
) -> None:
    cover = read_cover(lines(text))
    assert cover.chair is not None and who(cover.chair) == "Anna Ek (S)"
    assert [was_there(one) for one in cover.members] == members
    assert [was_there(one) for one in cover.substitutes] == substitutes
    assert [one.name for one in cover.others] == others
    assert cover.doubts == []


def test_somebody_in_an_entry_who_is_not_taken_is_doubted() -> None:
    cover = read_cover(lines("Beslutande: Bo Ås (M) jämte Fru Dan Holm (C) och Eva Lo (S), Anna från Ek (V)"))
    assert [one.code for one in cover.doubts] == ["attendance_line_not_read"]


def test_a_party_of_the_towns_own_is_one_and_an_office_in_brackets_is_none() -> None:
    cover = read_cover(lines("Beslutande: Bo Ås (Kommunens Väl), Cia Berg (SJVP)\nÖvriga: Gun Sten (Ekonomichef)"))
    assert [who(one.person) for one in cover.members] == ["Bo Ås (Kommunens Väl)", "Cia Berg (SJVP)"]
    assert [(one.name, one.party, one.role) for one in cover.others] == [("Gun Sten", None, "Ekonomichef")]
