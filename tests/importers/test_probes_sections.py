"""Small pages of the data set whose headings say what stands beneath in words of their own; and the same in other words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from importers.bundle import Bundle, Item, Role
from importers.text.sections import style_of
from tests.importers.reading import who
from tests.importers.test_probes_headings import HEAD, heads, items, probe
from tests.importers.typeset import bundle_of, lines

START = "# § 7\n# Skolskjuts\n\n# Beslut\nAnsökan avslås.\n\n"


def only(bundle: Bundle) -> Item:
    (item,) = items(bundle)
    return item


def item_of(text: str) -> Item:
    return only(bundle_of(HEAD + START + text))


@pytest.mark.shared
def test_headings_with_numbers() -> None:
    item = only(probe("f05num"))
    assert [(vote.yes, vote.no, len(vote.ballots)) for vote in item.votes] == [(3, 2, 5), (3, 2, 5)]
    assert [one.winner for one in item.propositions] == ["yrkandet från S"]


@pytest.mark.shared
def test_headings_of_those_who_stay_out_are_against_or_note_something() -> None:
    item = only(probe("f08heads"))
    assert [(one.kind, len(one.people)) for one in item.statements] == [("deltar_ej", 2), ("protokollsanteckning", 0)]
    assert [[person.name for person in one.people] for one in item.reservations] == [["Siv Ek"]]
    assert [[one.kind for one in item.statements] for item in items(probe("g7forts"))] == [["deltar_ej"], ["deltar_ej"]]


@pytest.mark.shared
@pytest.mark.parametrize("name", ["k_omr_comma", "k_omr_comma_c"])
def test_a_vote_that_is_asked_for(name: str) -> None:
    item = only(probe(name))
    (vote,) = item.votes
    assert (vote.yes_means, vote.no_means) == ("att bygga bryggan i år", "att inte bygga bryggan")
    assert (vote.yes, vote.no) == (5, 8)


@pytest.mark.shared
@pytest.mark.parametrize(
    ("name", "titles"),
    [
        ("g6prop", ["Rapport om vattenprov", "Rapport om vägar", "Rapport om broar"]),
        ("f02dash", ["Svar på motion om cykelbanor", "Rapport om vattenprov"]),
        ("f03twohead", ["Svar på motion om cykelbanor"]),
        ("f04au", ["Årsredovisning 2024"]),
        ("v7", ["Information", "Beslut om stolar"]),
        ("n_minor", ["Ny båtbrygga vid Ekviken", "Ordningsfråga", "Motion (C) om cykelställ"]),
    ],
)
def test_titles_end_where_a_heading_stands_and_may_be_its_words(name: str, titles: list[str]) -> None:
    assert [title for _, title, _ in heads(probe(name))] == titles


@pytest.mark.shared
@pytest.mark.parametrize("name", ["g6prop", "f02dash", "f03twohead", "f04au"])
def test_a_proposal_heading_gives_a_decision_that_proposes(name: str) -> None:
    to = "byggnadsnämnden" if name == "f04au" else "kommunfullmäktige"
    assert {(one.mode, one.to) for item in items(probe(name)) for one in item.decisions} == {("proposes", to)}


@pytest.mark.parametrize(
    ("heading", "role"),
    [
        ("Votering 2", Role.VOTE),
        ("Omröstning II", Role.VOTE),
        ("Votering genomförs", Role.VOTE),
        ("Beslutsgång forts.", Role.PROPOSITION),
        ("Propositionsordning 2/3", Role.PROPOSITION),
        ("Yrkande/n", Role.YRKANDEN),
        ("Förslag vid dagens sammanträde", Role.YRKANDEN),
        ("Avslagsyrkande från L", Role.YRKANDEN),
        ("Reservation(er)", Role.RESERVATION),
        ("Reservation från ledamöterna i Centerpartiet", Role.RESERVATION),
        ("Särskilt yttrande (V)", Role.SARSKILT_YTTRANDE),
        ("Anteckning till protokollet från S", Role.PROTOKOLLSANTECKNING),
        ("Ej deltagande i beslut", Role.JAV),
        ("Deltog inte i beslutet", Role.JAV),
        ("Socialnämndens förslag till kommunfullmäktige", Role.PROPOSAL),
    ],
)
def test_headings_in_other_words(heading: str, role: Role) -> None:
    item = item_of(f"# {heading}\nDet som står här är text.")
    assert [(one.heading, one.role) for one in item.sections] == [("Beslut", Role.DECISION), (heading, role)]


def test_a_matter_may_be_titled_as_a_heading_opens() -> None:
    text = "# § 8\n# Yrkande från S och V\n# om bryggor\n\n# Beslut\nBordläggs."
    assert heads(bundle_of(HEAD + text)) == [("8", "Yrkande från S och V om bryggor", ())]


@pytest.mark.shared
def test_a_list_in_small_type_does_not_make_the_text_headings() -> None:
    small, control = (only(probe(name)) for name in ("a_small", "a_ctrl"))
    for item in (small, control):
        assert [clause.outcome for one in item.decisions for clause in one.clauses] == [None, "besvara"]
        assert [(vote.yes, vote.no) for vote in item.votes] == [(53, 27)]
    assert [one.heading for one in small.sections] == [one.heading for one in control.sections]


def test_the_size_of_the_text_is_that_of_sentences_and_of_what_headings_stand_over() -> None:
    text = lines(
        "# Beslut\nMotionen avslås nu helt.\n# Yrkanden\nAnna Ek (S) yrkar avslag.\n# Omröstning\nAlla har röstat Ja idag."
    )
    small = lines("\n".join(f"Bo Ek{number}          S          Ja" for number in range(40)))
    listed = [replace(line, words=tuple(word._replace(size=7.0) for word in line.words)) for line in small]
    assert style_of([*text, *listed]).size == 10.0
    assert style_of(listed).size == 7.0


def test_sentences_under_a_heading_of_other_words_are_read_by_what_they_say() -> None:
    item = item_of(
        "# Överläggning i salen\nAnna Ek (S) yrkar avslag på motionen.\nBo Ås (M) reserverar sig mot beslutet."
    )
    assert [[person.name for person in one.movers] for one in item.yrkanden] == [["Anna Ek"]]
    assert [[person.name for person in one.people] for one in item.reservations] == [["Bo Ås"]]


def test_what_is_stated_beneath_a_list_of_papers_is_read_as_what_it_states() -> None:
    item = item_of(
        "# Beslutsunderlag\n- Motion om en brygga\n- Tjänsteskrivelse\n"
        "Anna Ek (s) yrkar bifall till motionen. Bo Å (m) yrkar avslag på motionen."
    )
    assert ([one.text for one in item.basis], [one.stance.value for one in item.yrkanden]) == (
        ["Motion om en brygga", "Tjänsteskrivelse"],
        ["bifall", "avslag"],
    )


def test_who_moves_something_under_forslag_alone_is_read() -> None:
    read = bundle_of(HEAD + START + "# Förslag\nTove Lys (V): Bifall till ansökan.\nGöran Wik: avslag.\n")
    assert [(one.stance, who(one.movers[0])) for one in only(read).yrkanden] == [
        ("bifall", "Tove Lys (V)"),
        ("avslag", "Göran Wik"),
    ]
    assert only(bundle_of(HEAD + START + "# Förslag\nFörvaltningen föreslår avslag.\n")).yrkanden == ()


def test_who_takes_no_part_under_a_heading_that_is_not_known() -> None:
    item = item_of("# Deltagande i beslut\nÅke Bring (C) och Linn Ask (S) deltar ej.\n")
    assert [(one.kind, len(one.people)) for one in item.statements] == [("deltar_ej", 2)]


def test_a_decision_in_the_dress_of_the_title_above_it() -> None:
    item = only(
        bundle_of(HEAD + "# § 7     Ärende BN-2024-113\n# Skolskjuts\n# Byggnadsnämnden beslutar\natt avslå ansökan.\n")
    )
    assert (item.title, item.case_numbers, item.outcome) == ("Skolskjuts", ("BN-2024-113",), "avslag")


def test_headings_that_text_goes_on_from() -> None:
    item = only(
        bundle_of(HEAD + "# § 7\n# Skolskjuts\nBeslut: Ansökan avslås.\nÄrendet: Anna Ek (S) yrkar ersättning.\n")
    )
    assert [one.text for one in item.decisions[0].clauses] == ["Ansökan avslås."]


@pytest.mark.parametrize(
    ("text", "receivers"),
    [
        ("# Protokollsutdrag\nKultursekreteraren\n", ("Kultursekreteraren",)),
        ("# Beslutsunderlag\nProtokollsutdrag från kulturnämnden den 3 mars 2025\n", ()),
    ],
)  # fmt: skip
def test_extracts_go_to_those_beneath_their_heading_and_are_papers_in_a_list(
    text: str, receivers: tuple[str, ...]
) -> None:
    assert item_of(text).sent_to == receivers
