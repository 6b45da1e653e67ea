"""Who voted how, in the lists that systems print: a row a person, and crosses, words, letters or signs for the choice."""

from __future__ import annotations

import pytest

from importers.bundle import Vote
from tests.importers.typeset import bundle_of

_HEAD = """
## Testboda kommun
Kommunfullmäktige
Sammanträdesprotokoll          2025-04-28
"""
_ASKED = """
# § 41 Motion om bryggor
# Beslut
Kommunfullmäktige beslutar att avslå motionen.
# Omröstning
Ja-röst för avslag på motionen, nej-röst för bifall till motionen.
Omröstningen utfaller med 2 ja-röster och 1 nej-röst. 1 ledamot avstår.
"""
_AGAIN = """
Ja-röst för att beslutet justeras genast, nej-röst för att det inte gör det.
Omröstningen utfaller med 1 ja-röst och 3 nej-röster.
"""
_LAST = """
# § 42 Meddelanden
# Beslut
Kommunfullmäktige lägger meddelandena till handlingarna.
"""
_ONE = "Anna Ekman (S) yes, Bo Ahlgren (M) yes, Cia Berg (V) no, Dan Holm (SD) abstain"
_TWO = "Anna Ekman (S) no, Bo Ahlgren (M) no, Cia Berg (V) no, Dan Holm (SD) yes"
_SECOND = {"Anna Ekman": "Nej", "Bo Ahlgren": "Nej", "Cia Berg": "Nej", "Dan Holm": "Ja"}
_FIRST = {"Anna Ekman": "Ja", "Bo Ahlgren": "Ja", "Cia Berg": "Nej", "Dan Holm": "Avstår"}
_PARTY = {"Anna Ekman": "S", "Bo Ahlgren": "M", "Cia Berg": "V", "Dan Holm": "SD"}


def told(vote: Vote) -> str:
    return ", ".join(f"{one.name} ({one.party}) {one.vote.value}" for one in vote.ballots)


def rows(*votes: dict[str, str], sign: dict[str, str] | None = None) -> str:
    said = sign or {}
    return "\n".join(
        f"{name:18}{party:10}" + "".join(f"{said.get(vote[name], vote[name]):14}" for vote in votes).rstrip()
        for name, party in _PARTY.items()
    )


def crossed(*votes: dict[str, str], before: str = "") -> str:
    places = ("Ja", "Nej", "Avstår")
    return "\n".join(
        f"{name:18}{party:10}{before}"
        + "".join(f"{'X' if vote[name] == place else '':8}" for vote in votes for place in places).rstrip()
        for name, party in _PARTY.items()
    )


_LETTERS = {"Ja": "J", "Nej": "N", "Avstår": "A"}
_ONE_VOTE = {
    "letters": f"Namn              Parti     Röst\n{rows(_FIRST, sign=_LETTERS)}",
    "signs that a legend explains": "+ = ja, – = nej, 0 = avstår\nNamn              Parti     Röst\n"
    + rows(_FIRST, sign={"Ja": "+", "Nej": "–", "Avstår": "0"}),
    "two words over a column": "Ledamot           Parti     Röstade ja     Röstade nej     Avstod\n"
    "Anna Ekman        S         X\nBo Ahlgren        M         X\n"
    "Cia Berg          V                        X\nDan Holm          SD                                       X",
    "whoever is served for": "Ledamot                             Parti     Ja      Nej     Avst\n"
    "Anna Ekman                          S         X\nBo Ahlgren tjg. för Stig Ros (M)    M         X\n"
    "Cia Berg, tjg ers                   V                 X\nDan Holm                            SD                        X",
    "who was there in words": "Ledamot           Parti     Närvarande     Ja      Nej     Avst\n"
    "Anna Ekman        S         Ja             X\nBo Ahlgren        M         Ja             X\n"
    "Cia Berg          V         Ja                     X\nDan Holm          SD        Ja                             X\n"
    "Eva Lind          C         Nej",
    "a name that wraps": "Nr   Namn         Parti     Ja      Nej     Avst\n"
    "1    Anna         S         X\n     Ekman\n2    Bo Ahlgren   M         X\n"
    "3    Cia Berg     V                 X\n4    Dan Holm     SD                        X",
    "the choice first": "Röst       Namn              Parti\nJa         Anna Ekman        S\nJa         Bo Ahlgren        M\n"
    "Nej        Cia Berg          V\nAvstår     Dan Holm          SD",
    "the party first": "Parti     Ledamot           Ja      Nej     Avst\nS         Anna Ekman        X\nM         Bo Ahlgren        X\n"
    "V         Cia Berg                  X\nSD        Dan Holm                          X",
    "a party over its own": "# Socialdemokraterna\nAnna Ekman        Ja\n# Moderaterna\nBo Ahlgren        Ja\n"
    "# Vänsterpartiet\nCia Berg          Nej\n# Sverigedemokraterna\nDan Holm          Avstår",
    "a choice over its own": "# Ja (2)\nAnna Ekman        S\nBo Ahlgren        M\n# Nej (1)\nCia Berg          V\n# Avstår (1)\nDan Holm          SD",
}


@pytest.mark.parametrize("form", _ONE_VOTE)
def test_a_list_of_one_vote(form: str) -> None:
    bundle = bundle_of(f"{_HEAD}{_ASKED}{_ONE_VOTE[form]}\n{_LAST}")
    (vote,) = bundle.documents[0].items[0].votes
    assert (vote.yes, vote.no, vote.abstain, told(vote)) == (2, 1, 1, _ONE)
    assert [item.number for item in bundle.documents[0].items] == ["41", "42"]


_TWO_VOTES = {
    "words": f"# Ledamot        Parti   Votering 1  Votering 2\n{rows(_FIRST, _SECOND)}",
    "letters": f"Namn              Parti     Omr 1         Omr 2\n{rows(_FIRST, _SECOND, sign=_LETTERS)}\nJ = Ja, N = Nej, A = Avstår",
    "crosses": "                            Votering 1              Votering 2\n"
    f"Ledamot           Parti     Ja      Nej     Avst    Ja      Nej     Avst\n{crossed(_FIRST, _SECOND)}",
}


@pytest.mark.parametrize("headed", ["Voteringslista\n", ""])
@pytest.mark.parametrize("form", _TWO_VOTES)
def test_a_list_of_two_votes_within_the_paragraph(form: str, headed: str) -> None:
    bundle = bundle_of(f"{_HEAD}{_ASKED}{_AGAIN}{headed}{_TWO_VOTES[form]}\n{_LAST}")
    first, second = bundle.documents[0].items[0].votes
    assert (told(first), told(second)) == (_ONE, _TWO)


def test_a_column_that_does_not_add_up_is_given_to_no_vote_and_doubted() -> None:
    bundle = bundle_of(f"{_HEAD}{_ASKED}{_AGAIN.replace('3 nej', '2 nej')}{_TWO_VOTES['words']}\n{_LAST}")
    assert [vote.ballots for vote in bundle.documents[0].items[0].votes] == [(), ()]
    assert any("Anna Ekman S Ja Nej" in source.quote for doubt in bundle.doubts for source in doubt.sources)


_OTHER = _ASKED.replace("§ 41", "§ 43").replace("bryggor", "bänkar").replace("2 ja-röster och 1 nej-röst. 1 ledamot avstår", "1 ja-röst och 3 nej-röster")  # fmt: skip
_ALIKE = _ASKED.replace("§ 41", "§ 43")
_THERE = (
    "Närvaro- och omröstningslista\n                                     § 41                    § 43\n"
    "Ledamot           Parti     Närv.    Ja      Nej     Avst    Ja      Nej     Avst\n"
    + crossed(_FIRST, _SECOND, before="X        ")
)


def test_who_was_there_and_how_they_voted_in_one_table_before_the_paragraphs() -> None:
    (document,) = bundle_of(f"{_HEAD}Beslutande     Se närvarolista", _THERE, f"{_HEAD}{_ASKED}{_OTHER}").documents
    assert [told(item.votes[0]) for item in document.items] == [_ONE, _TWO]
    there = document.attendance
    assert there is not None
    assert [one.person.name for one in there.members] == [*_PARTY]


@pytest.mark.parametrize("named", ["Ärende: Motion om bryggor", "Ja = avslag"])
def test_a_list_that_prints_the_title_or_is_the_only_one_is_that_of_its_vote(named: str) -> None:
    listed = f"Omröstningslista\n{named}\nNamn              Parti     Ja      Nej     Avst\n{crossed(_FIRST)}"
    (document,) = bundle_of(f"{_HEAD}{_ASKED}{_LAST}", listed).documents
    assert [told(vote) for item in document.items for vote in item.votes] == [_ONE]


@pytest.mark.parametrize("choices", [rows(_FIRST), rows(_FIRST).replace("S ", "(S)").replace("M ", "(M)")])
def test_a_list_of_no_known_form_is_doubted(choices: str) -> None:
    bundle = bundle_of(f"{_HEAD}{_ASKED}# Person            Grupp     Ställning\n{choices}\n{_LAST}")
    (vote,) = bundle.documents[0].items[0].votes
    assert vote.ballots == () or told(vote) == _ONE
    assert vote.ballots or any("Anna Ekman" in source.quote for doubt in bundle.doubts for source in doubt.sources)


_BESIDE = (
    "Närvaro- och omröstningslista\n                                                § 41                    § 43\n"
    "Ledamot           Parti     Tjg. ersättare      Ja      Nej     Avst    Ja      Nej     Avst\n"
    "Stig Ros, ordf    S         Anna Ekman          X                               X\n"
    "Bo Ahlgren        M                             X                               X\n"
    "Cia Berg          V                                     X                       X\n"
    "Dan Holm          SD                                            X       X\n"
)


def test_whoever_stands_in_for_the_member_of_the_row_voted_and_the_row_says_so() -> None:
    (document,) = bundle_of(f"{_HEAD}Beslutande     Se närvarolista", _BESIDE, f"{_HEAD}{_ASKED}{_OTHER}").documents
    assert [told(item.votes[0]) for item in document.items] == [
        one.replace("Ekman (S)", "Ekman (None)") for one in (_ONE, _TWO)
    ]
    there = document.attendance
    assert there is not None
    assert [(one.person.name, one.for_ and one.for_.name) for one in there.substitutes] == [("Anna Ekman", "Stig Ros")]
    assert [one.person.name for one in there.members] == ["Bo Ahlgren", "Cia Berg", "Dan Holm"]


_CELLS = {
    "names that wrap beneath their choice": "Ja                  Nej                 Avstår\n"
    "Anna Ekman (S)      Cia Berg            Dan Holm (SD)\nBo Ahlgren (M)      (V)",
    "rows of two whole ballots": "Anna Ekman (S) Ja             Bo Ahlgren (M) Ja\nCia Berg (V) Nej              Dan Holm (SD) Avstår",
}


@pytest.mark.parametrize("form", _CELLS)
def test_a_list_in_whole_cells(form: str) -> None:
    bundle = bundle_of(f"{_HEAD}{_ASKED}{_CELLS[form]}\n{_LAST}")
    (vote,) = bundle.documents[0].items[0].votes
    assert sorted(told(vote).split(", ")) == sorted(_ONE.split(", "))


def test_a_party_of_the_towns_own_in_small_letters_and_who_a_sentence_says_abstained_is_not_counted() -> None:
    said = "Bo Ås (m) och Siv Ek (sju) röstar ja. Dan Holm (bv) röstar nej. Cia Berg (bv) avstår från att rösta."
    counted = "Omröstningen utfaller med 2 ja-röster och 1 nej-röst."
    (document,) = bundle_of(
        f"{_HEAD}# § 41 Bad\n# Omröstning\nJa för bad, nej för avslag.\n{said}\n{counted}"
    ).documents
    (vote,) = document.items[0].votes
    assert (vote.yes, vote.no, vote.abstain) == (2, 1, None)
    assert told(vote) == "Bo Ås (M) yes, Siv Ek (SJU) yes, Dan Holm (BV) no, Cia Berg (BV) abstain"


_NAMED = "Protokollsbilaga 1\nVoteringslista\nNamn              Parti     {}\n{}"


@pytest.mark.parametrize("heads", ["Bryggor       Bänkar", "Kontraproposition   Huvudomröstning"])
def test_columns_that_are_called_otherwise_are_of_the_votes_that_they_add_up_to(heads: str) -> None:
    listed = _NAMED.format(heads, rows(_FIRST, _SECOND))
    (document,) = bundle_of(f"{_HEAD}{_ASKED}{_OTHER}", listed).documents
    assert [told(vote) for item in document.items for vote in item.votes] == [_ONE, _TWO]


def test_rows_at_the_same_height_on_every_second_page_are_no_furniture() -> None:
    heads = "Namn              Parti     Ja      Nej     Avst"
    pages: list[str] = []
    for number in ("41", "43"):
        first, *others = crossed(_FIRST).split("\n")
        pages += [f"Omröstningslista § {number}\n{heads}\n{first}", "\n".join(others)]
    (document,) = bundle_of(f"{_HEAD}{_ASKED}{_ALIKE}", *pages).documents
    assert [told(item.votes[0]) for item in document.items] == [_ONE, _ONE]


_OF_ANOTHER = {
    "named above": f"Omröstningslista § 37\nNamn              Parti     Ja      Nej     Avst\n{crossed(_FIRST)}",
    "in its column": f"Namn              Parti     § 37\n{rows(_FIRST)}",
    "in both columns": f"{_AGAIN}Namn              Parti     Omr 1 § 37    Omr 2 § 37\n{rows(_FIRST, _SECOND)}",
}


@pytest.mark.parametrize("form", _OF_ANOTHER)
def test_a_list_that_names_another_paragraph_is_of_no_vote_of_this_one_and_doubted(form: str) -> None:
    bundle = bundle_of(f"{_HEAD}{_ASKED}{_OF_ANOTHER[form]}\n{_LAST}")
    assert [vote.ballots for vote in bundle.documents[0].items[0].votes if vote.ballots] == []
    assert any("Anna Ekman S" in source.quote for doubt in bundle.doubts for source in doubt.sources)
    (own, *_) = bundle_of(f"{_HEAD}{_ASKED}{_OF_ANOTHER[form].replace('37', '41')}\n{_LAST}").documents
    assert told(own.items[0].votes[0]) == _ONE


@pytest.mark.parametrize(
    "named", ["Omröstningslista\nSammanträde 2025-03-31", "Bilaga 1\nEnkät", "Omröstningslista\nProvomröstning"]
)
def test_a_list_of_another_day_or_of_what_decides_nothing_is_of_no_vote_and_doubted(named: str) -> None:
    listed = f"{named}\nNamn              Parti     Ja      Nej     Avst\n{crossed(_FIRST)}"
    bundle = bundle_of(f"{_HEAD}{_ASKED}{_LAST}", listed)
    assert [vote.ballots for item in bundle.documents[0].items for vote in item.votes] == [()]
    assert any("Anna Ekman S" in source.quote for doubt in bundle.doubts for source in doubt.sources)


@pytest.mark.parametrize("front", [True, False])
def test_who_was_there_in_words_beneath_each_paragraph_is_no_vote(front: bool) -> None:
    there = f"Närvarolista\nLedamot           Parti     § 41          § 43\n{rows(_FIRST, _SECOND)}"
    minutes = f"{_HEAD}{_ASKED}{_OTHER}"
    pages = [f"{_HEAD}Beslutande     Se närvarolista", there, minutes] if front else [minutes, there]
    (document,) = bundle_of(*pages).documents
    assert [vote.ballots for item in document.items for vote in item.votes] == [(), ()]


def test_whoever_neither_voted_nor_is_marked_is_not_told_to_have_been_there() -> None:
    listed = _BESIDE + "Eva Lind          C\n"
    bundle = bundle_of(f"{_HEAD}Beslutande     Se närvarolista", listed, f"{_HEAD}{_ASKED}{_OTHER}")
    there = bundle.documents[0].attendance
    assert there is not None
    assert [one.person.name for one in there.members] == ["Bo Ahlgren", "Cia Berg", "Dan Holm"]
    assert "Eva Lind" in {doubt.params.get("names") for doubt in bundle.doubts}


_UNCLEAR = {
    "a letter for what was moved": f"Namn              Parti     Röst\n{rows(_FIRST, sign={'Ja': 'A', 'Nej': 'B', 'Avstår': '-'})}\nA = avslag, B = bifall",
    "a cross for one of the choices": "Namn              Parti     Röst\nAnna Ekman        S         X\nBo Ahlgren        M         X\n"
    "Cia Berg          V\nDan Holm          SD",
}


@pytest.mark.parametrize("form", _UNCLEAR)
def test_a_sign_that_nothing_explains_is_no_choice_and_the_list_is_doubted(form: str) -> None:
    bundle = bundle_of(f"{_HEAD}{_ASKED}{_UNCLEAR[form]}\n{_LAST}")
    assert [vote.ballots for vote in bundle.documents[0].items[0].votes] == [()]
    assert any("Anna Ekman S" in source.quote for doubt in bundle.doubts for source in doubt.sources)


def test_a_substitute_beside_the_member_of_the_row_is_the_one_who_voted() -> None:
    listed = (
        "Ledamot           Ersättare         Parti     Ja      Nej     Avst\nStig Ros          Anna Ekman        S         X\n"
        "Bo Ahlgren                          M         X\nCia Berg                            V                 X\n"
        "Dan Holm                            SD                        X"
    )
    (document,) = bundle_of(f"{_HEAD}{_ASKED}{listed}\n{_LAST}").documents
    assert told(document.items[0].votes[0]) == _ONE


def test_a_substitute_beside_a_member_of_whose_paragraphs_crosses_tell_is_doubted() -> None:
    listed = (
        "Beslutande\nLedamot           Parti     Ersättare             § 41     § 42\n"
        "Stig Ros          S         Anna Ekman            X        X\nBo Ahlgren        M                               X        X\n"
        "Cia Berg          V                               X        X\n"
    )
    bundle = bundle_of(f"{_HEAD}{listed}{_ASKED}{_LAST}")
    there = bundle.documents[0].attendance
    assert there is not None
    assert [one.person.name for one in there.members] == ["Bo Ahlgren", "Cia Berg"]
    assert [one.params["text"] for one in bundle.doubts if one.code == "substitute_beside"] == [
        "Stig Ros S Anna Ekman X X"
    ]
