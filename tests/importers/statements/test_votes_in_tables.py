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


_BESIDE = """
Ledamöter         Ja     Nej     Avstår     Ersättare          Ja     Nej     Avstår
Åke Lund (S)      X                         Berit Sol (S)      X
Tyra Malm (V)            X                  Omar Ali (M)                      X
Stina Berg (M)    X
"""


def test_lists_of_members_and_substitutes_beside_each_other_are_one() -> None:
    (vote,) = _read(_BESIDE + "Utfall: 3 ja, 1 nej och 1 avstår.\n").documents[0].items[0].votes
    assert {one.name: one.vote.value for one in vote.ballots} == {
        "Åke Lund": "yes",
        "Tyra Malm": "no",
        "Stina Berg": "yes",
        "Berit Sol": "yes",
        "Omar Ali": "abstain",
    }


def test_lists_beside_each_other_that_say_how_many_they_are_of_are_doubted() -> None:
    read = _read(_BESIDE.replace("Ledamöter ", "Ledamöter 3 "))
    assert read.documents[0].items[0].votes == ()
    assert "error" in [one.severity.value for one in read.doubts]


def test_headings_with_what_is_voted_about_in_brackets_end_a_decision() -> None:
    text = _ITEM.replace("# Omröstning\n", "Omröstning 1 (motförslag till huvudförslaget)\n")
    (decision,) = bundle_of(text + "Utfall: 7 ja, 4 nej, 2 avstår.\n").documents[0].items[0].decisions
    assert [clause.text for clause in decision.clauses] == ["Stolar lånas ut."]


_IN_WORDS = """
Namn                       Ja      Nej     Avstår
Arne Stolt (M)             Ja
Vilma Rask (MP)                    Nej
Sixten Hoff (SD)                           Avstår
Resultat                   1       1       1
"""


def test_the_choice_itself_in_its_column_marks_it_and_in_anothers_is_doubted() -> None:
    (vote,) = _read(_IN_WORDS).documents[0].items[0].votes
    assert [one.vote.value for one in vote.ballots] == ["yes", "no", "abstain"]
    torn = _read(_IN_WORDS.replace("            Nej\n", "            Ja\n"))
    assert "Vilma Rask" not in [one.name for vote in torn.documents[0].items[0].votes for one in vote.ballots]
    assert "error" in [one.severity.value for one in torn.doubts]


def test_what_ja_and_nej_mean_in_brackets_or_with_one_verb() -> None:
    said = "Omröstning 1 gäller punkt 3 (ja = nämndens förslag, nej = Bo Ås (M) yrkande): 30 ja, 11 nej."
    both = "Ja-röst innebär avstyrkan och nej-röst tillstyrkan. Omröstningen ger 6 ja och 4 nej."
    for text, means in ((said, ("nämndens förslag", "Bo Ås (M) yrkande")), (both, ("avstyrkan", "tillstyrkan"))):
        head = _ITEM.replace("Ja-röst för att låna ut stolar, nej-röst för avslag.\n", text + "\n")
        (vote,) = bundle_of(head).documents[0].items[0].votes
        assert (vote.yes_means, vote.no_means) == means
