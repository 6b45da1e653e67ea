"""Votes in tables of other forms: parties over their members, and counts by party."""

from __future__ import annotations

from importers.bundle import Bundle
from tests.importers.typeset import bundle_of

_ITEM = """
Testboda kommun                  SAMMANTRÄDESPROTOKOLL
Parknämnden                      2025-03-04

# § 41 Lån av stolar
# Beslut
Stolar lånas ut.
# Omröstning
Ja-röst för att låna ut stolar, nej-röst för avslag.
"""
_MEMBERS = """
Ledamöter                Ja     Nej     Avstår
# Socialdemokraterna
Olle Norman              X
Berit Hed                X
# Moderaterna
Stig Wall                       X
Summa                    2      1       0
"""
_PARTIES = """
Parti     Ja     Nej     Avstår
S         5      0       0
M         0      3       1
Totalt    5      3       1
"""


def _read(table: str) -> Bundle:
    return bundle_of(_ITEM + table.lstrip("\n"))


def test_a_party_over_the_names_is_theirs() -> None:
    (vote,) = _read(_MEMBERS).documents[0].items[0].votes
    assert [(one.name, one.party, one.vote.value) for one in vote.ballots] == [
        ("Olle Norman", "S", "yes"),
        ("Berit Hed", "S", "yes"),
        ("Stig Wall", "M", "no"),
    ]


def test_votes_counted_by_party_are_added_up() -> None:
    (vote,) = _read(_PARTIES).documents[0].items[0].votes
    assert (vote.yes, vote.no, vote.abstain, vote.ballots) == (5, 3, 1, ())


def test_parties_that_do_not_add_up_or_differ_from_the_text_are_doubted() -> None:
    for table in (
        _PARTIES.replace("Totalt    5", "Totalt    6"),
        _PARTIES + "Omröstningen utfaller med 6 ja och 3 nej.\n",
    ):
        assert [one.code for one in _read(table).doubts if one.severity.value == "error"] != []
