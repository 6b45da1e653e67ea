"""Appendices of minutes: who voted how, in a table over several pages."""

from __future__ import annotations

import pytest

from importers.bundle import BallotChoice, Bundle, Role
from tests.importers.test_forms_of_minutes import COVER
from tests.importers.typeset import bundle_of

_HEAD = "                                        Protokoll nr 6\nKommunfullmäktige                       Sammanträdesdatum: 2024-06-19\n\n"
_MINUTES = """# § 256 Ärendenummer SLK-2024-00402
## Planeringsstrategi
# Beslut
Strategin antas.
# Omröstning
Godkänd voteringsproposition: "Ja för bifall till förslaget. Nej för avslag."
Omröstningen utfaller med 3 Ja mot 1 Nej. Hur var och en röstar framgår av bilaga 2.
"""
_TABLE = """Bilaga 2
Ärende: 9
Antal Ja: 3
Antal Nej: 1
Namn                         Parti     Plats     Funktion       Resultat
Aslan Akbas                  S         1         Ordförande     Ja
Emma Altenhammar             SD        67        Ledamot        Nej
"""
_MORE = """Robert Andersson             S         22        Ledamot        Ja
Hammarstrand
Bettan Andersson             V         59        Ledamot        Ja
Antal Kvittade: 0
"""


def test_ballots_come_from_the_appendix_that_the_vote_names() -> None:
    (document,) = bundle_of(_HEAD + _MINUTES, _HEAD + _TABLE, _HEAD + _MORE).documents
    (item,) = document.items
    (vote,) = item.votes
    assert [(ballot.name, ballot.party, ballot.vote) for ballot in vote.ballots] == [
        ("Aslan Akbas", "S", BallotChoice.YES),
        ("Emma Altenhammar", "SD", BallotChoice.NO),
        ("Robert Andersson Hammarstrand", "S", BallotChoice.YES),
        ("Bettan Andersson", "V", BallotChoice.YES),
    ]
    assert vote.ballots[2].source.places[1].page == 3
    assert [section.heading for section in document.sections] == ["Bilaga 2"]
    assert [section.heading for section in item.sections] == ["Beslut", "Omröstning"]


def test_a_list_that_does_not_add_up_gives_no_ballots_but_a_doubt() -> None:
    bundle = bundle_of(_HEAD + _MINUTES, _HEAD + _TABLE)
    assert bundle.documents[0].items[0].votes[0].ballots == ()
    assert [(one.code, one.params) for one in bundle.doubts if "vote" in one.code] == [
        ("vote_list_missing", {"number": "256", "appendix": "2"})
    ]


_NUMBERED = "Kommunfullmäktige    Protokoll    Sammanträdesdatum: 2024-06-19    {page} (2)\n\n"
_NARROW = """Bilaga 2
Antal Ja: 3
Antal Nej: 1
Namn               Parti Resultat
Aslan Akbas S              Ja
Emma Altenhammar   SD      Nej
Robert Andersson   S       Ja
Bettan Andersson V         Ja
"""


def test_columns_without_room_between_them_are_read_by_line_and_their_page_is_counted() -> None:
    bundle = bundle_of(_NUMBERED.format(page=1) + _MINUTES, _NUMBERED.format(page=2) + _NARROW)
    (vote,) = bundle.documents[0].items[0].votes
    assert [(ballot.name, ballot.party, ballot.vote) for ballot in vote.ballots] == [
        ("Aslan Akbas", "S", BallotChoice.YES),
        ("Emma Altenhammar", "SD", BallotChoice.NO),
        ("Robert Andersson", "S", BallotChoice.YES),
        ("Bettan Andersson", "V", BallotChoice.YES),
    ]
    assert [one.code for one in bundle.doubts if one.code in ("pages_missing", "vote_list_missing")] == []


_ROLL = """Närvaro- och voteringslista
{heading}
Ledamot              Parti     Ja     Nej     Avstår
Asta Lindvall        S         X
Bo Ekwall            C         X
Cia Berg             V                X
Summa                          2      1       0
"""
_COUNTED = "# § 113 Dnr KS 2024/400\n## Taxa\n# Beslut\nTaxan antas.\n# Omröstning\nJa-röst för bifall, nej-röst för avslag.\nMed 2 ja-röster mot {no} nej-röst antas taxan.\n"


@pytest.mark.parametrize("heading", ["Omröstning § 113: Taxa", "Voteringslista för § 113"])
def test_a_list_that_names_its_item_is_that_of_its_vote(heading: str) -> None:
    bundle = bundle_of(_HEAD + _COUNTED.format(no=1), _HEAD + _ROLL.format(heading=heading))
    (vote,) = bundle.documents[0].items[0].votes
    assert [(one.name, one.vote) for one in vote.ballots] == [
        ("Asta Lindvall", BallotChoice.YES),
        ("Bo Ekwall", BallotChoice.YES),
        ("Cia Berg", BallotChoice.NO),
    ]
    assert not [one for one in bundle.doubts if one.code == "vote_list_unplaced"]


@pytest.mark.parametrize("mark", ["", "# "])
@pytest.mark.parametrize(
    "heading", ["Omröstningslista § 113", "Voteringslista § 113 Taxa", "Röstlista för § 113", "Omröstning § 113"]
)
def test_a_list_of_votes_that_opens_a_page_behind_the_items_is_no_clause(heading: str, mark: str) -> None:
    lines = _ROLL.split("\n", 2)[2]
    last = "# § 114 Dnr KS 2024/401\n## Bänkar\n# Beslut\nBänkarna målas.\n"
    bundle = bundle_of(_HEAD + _COUNTED.format(no=1) + last, f"{_HEAD}{mark}{heading}\n{lines}")
    one, other = bundle.documents[0].items
    assert [ballot.name for ballot in one.votes[0].ballots] == ["Asta Lindvall", "Bo Ekwall", "Cia Berg"]
    assert [clause.text for decision in other.decisions for clause in decision.clauses] == ["Bänkarna målas."]


def test_a_list_of_votes_by_line_behind_the_items_is_that_of_its_vote_or_doubted() -> None:
    listed = f"{_HEAD}Omröstningslista § 113\nAsta Lindvall (S): Ja\nBo Ekwall (C): Ja\nCia Berg (V): Nej"
    read, other = (bundle_of(_HEAD + _COUNTED.format(no=no), listed) for no in (1, 2))
    assert [one.vote.value for one in read.documents[0].items[0].votes[0].ballots] == ["yes", "yes", "no"]
    assert other.documents[0].items[0].votes[0].ballots == ()
    assert [one.severity for one in other.doubts if one.code == "vote_list_unplaced"] == ["error"]


@pytest.mark.parametrize(("heading", "no"), [("Omröstning § 113", 7), ("Omröstning § 114", 1), ("Uppropet", 7)])
def test_a_list_of_no_vote_that_was_read_is_doubted(heading: str, no: int) -> None:
    bundle = bundle_of(_HEAD + _COUNTED.format(no=no), _HEAD + _ROLL.format(heading=heading))
    assert bundle.documents[0].items[0].votes[0].ballots == ()
    assert [one.severity for one in bundle.doubts if one.code == "vote_list_unplaced"] == ["error"]


def test_rows_at_the_same_height_on_every_third_page_are_no_furniture() -> None:
    pages = [_HEAD + _MINUTES]
    for number in (2, 3, 4):
        pages += [_HEAD + _TABLE.replace("Bilaga 2", f"Bilaga {number}"), _HEAD + _MORE, _HEAD + "Text."]
    lists = [section for section in bundle_of(*pages).documents[0].sections if section.role == "vote"]
    assert [section.text.count("Emma Altenhammar") for section in lists] == [1, 1, 1]
    assert [section.text.count("Robert Andersson") for section in lists] == [1, 1, 1]


@pytest.mark.parametrize("heading", ["Närvarolista", "Närvaro- och omröstningslista", "Bilaga 1\nNärvarolista"])
def test_a_list_of_those_present_is_an_appendix_and_nobodys_presence(heading: str) -> None:
    head = _HEAD.replace("2024-06-19", "2024-05-27")
    listed = f"{heading}\nLedamöter                    Ersättare\nAnna Ek (S)     *            Bo Ås (M)   * 18.10\nDan Holm (C)\n"
    (document,) = bundle_of(head + "# § 7 Bänkar\n# Beslut\nBänkarna målas.", head + listed).documents
    assert [clause.text for one in document.items[0].decisions for clause in one.clauses] == ["Bänkarna målas."]
    assert [(one.heading, one.role) for one in document.sections] == [(heading.partition("\n")[0], Role.ATTENDANCE)]
    assert document.attendance is None


def test_who_is_listed_as_present_has_signed_nothing() -> None:
    minutes, appendix = bundle_of(
        _HEAD + "# § 7 Bänkar\n# Beslut\nBänkarna målas.",
        "Bilaga 1\nNärvarolista\nLedamöter\nAnna Ek (S)\nErsättare\nBo Ås (M)\n",
    ).documents
    assert (minutes.attendance, appendix.attendance, appendix.signed_by) == (None, None, ())


def test_a_list_of_who_was_there_is_a_section_on_attendance_and_nobody_is_read_from_it() -> None:
    listed = "Bilaga 1\n## Närvarolista\nLedamot        Parti     Ankom     Utgick\nCia Berg *     M         18.30     20.15\n"
    cover = _HEAD + "Beslutande          Enligt närvarolista, bilaga 1\nUtses att justera   Bo Ås (V)\n"
    (document,) = bundle_of(cover, _HEAD + _MINUTES, _HEAD + listed).documents
    assert [(one.heading, one.role) for one in document.sections][1:] == [("Bilaga 1", "attendance")]
    assert document.attendance is None


_CROSSES = """Bilaga 2
Omröstningslista § 256

Namn                Parti       Ja      Nej     Avstår     Frånv.
Asta Lindvall       S           X
Bo Ekwall           M                   X
Cilla Frank         V           X
Lo Ek               MP          X
Hans Ost            SD                                     X
"""


def test_a_table_of_crosses_on_a_page_with_no_head_of_its_own() -> None:
    (document,) = bundle_of(_HEAD + _MINUTES, _CROSSES).documents
    (vote,) = document.items[0].votes
    assert [(ballot.name, ballot.party, ballot.vote.value) for ballot in vote.ballots] == [
        ("Asta Lindvall", "S", "yes"),
        ("Bo Ekwall", "M", "no"),
        ("Cilla Frank", "V", "yes"),
        ("Lo Ek", "MP", "yes"),
        ("Hans Ost", "SD", "absent"),
    ]


def test_a_row_crossed_twice_gives_no_ballots_but_a_doubt() -> None:
    twice = _CROSSES.replace("Bo Ekwall           M                   X", "Bo Ekwall           M           X       X")
    bundle = bundle_of(_HEAD + _MINUTES, twice)
    (document,) = bundle.documents
    assert [vote.ballots for vote in document.items[0].votes] == [()]
    assert ("vote_list_missing", "error") in [(doubt.code, doubt.severity.value) for doubt in bundle.doubts]


def test_an_appendix_that_lists_no_votes_is_a_paper_of_its_own() -> None:
    plain = "Bilaga 2\nReglemente för bryggor\n\nBryggor ska hållas i gott skick året om.\n"
    assert len(bundle_of(_HEAD + _MINUTES, plain).documents) == 2


_LISTED = """
Bilaga 2
Voteringslista § 41
Namn                 Parti     Röst
Anna Ek              S         Ja
Bo Ås                M         Ja
Cia Berg             V         Nej
"""


def _with_list(listed: str) -> Bundle:
    vote = "Voteringen utfaller med 2 ja-röster mot 1 nej-röst, se bilaga 2."
    item = f"## § 41 Ny brygga\n# Votering\nJa för bifall, nej för avslag. {vote}\n# Beslut\nMotionen bifalles."
    return bundle_of(f"{COVER}Justerare: Bo Ås\n{item}", listed)


def test_a_list_by_names_parties_and_votes() -> None:
    (vote,) = _with_list(_LISTED).documents[0].items[0].votes
    assert [(one.name, one.party, one.vote.value) for one in vote.ballots] == [
        ("Anna Ek", "S", "yes"),
        ("Bo Ås", "M", "yes"),
        ("Cia Berg", "V", "no"),
    ]


def test_a_list_whose_columns_are_not_known_is_doubted() -> None:
    bundle = _with_list(_LISTED.replace("Namn                 Parti     Röst", "Vem                  Vad       Hur"))
    assert bundle.documents[0].items[0].votes[0].ballots == ()
    assert {one.code for one in bundle.doubts} & {"vote_list_missing", "vote_list_unplaced"}
