"""Whatever minutes say of votes and propositions, and however it is put together, nothing is read that is not printed."""

from __future__ import annotations

import re
from itertools import chain

from hypothesis import example, given, settings
from hypothesis import strategies as st

from importers.bundle import Vote
from importers.patterns.votes import NUMBER_WORDS
from importers.statements.propositions import proposition_of
from importers.statements.reservations import read_reservations
from importers.statements.votes import read_votes
from importers.statements.yrkanden import sort_yrkanden
from tests.importers.typeset import blocks_of, running

PEOPLE = ("Anna Ek (S)", "Bo von Å (V)", "Cia Berg-Öst (MP)", "Dan Holm (-)", "Eva Lind (PiteåP)", "Ledamöterna (M)")
VOICES = (
    *("röstar ja", "röstar nej (3).", "avstår", "är frånvarande", "röstar inte ja", "lägger ned sin röst."),
    *("Ja-röster:", "Nej-röster (2)", "Ja:", "NEJ", "- JA", ", nej", "Följande röstar ja:", "Avstår:", "Ja-röst avger"),
    *("12 ja", "9 nej-röster", "sju röster mot sex", "Ja 4", "tjugotre ja-röster", "2 ledamöter avstår.", "3."),
)
GLUE = (
    " ",
    ", ",
    " och ",
    "\n",
    ". ",
    " för ",
    " till förmån för ",
    " samt ordföranden ",
    ", tjänstgörande för ",
    " begär omröstning. ",
)
ASKED = ("Ja för avslag och Nej för bifall. ", "Ja-röst: bifall\nNej-röst: avslag\n", "")
MOVED = (
    *(
        "yrkar bifall till motionen.",
        "yrkar avslag",
        "reserverar sig mot beslutet.",
        "reserverar sig inte.",
        "instämmer.",
    ),
    *(
        "Reservation från",
        "Yrkande från",
        ": Bifall till motionen.",
        "Mot beslutet reserverar sig",
        "med instämmande av",
    ),
)


def mixed(*parts: tuple[str, ...]) -> st.SearchStrategy[str]:
    """A text of pieces in any order, with anything between two of them."""
    piece = st.sampled_from([*chain.from_iterable(parts)])
    return st.lists(st.tuples(piece, st.sampled_from(GLUE)), min_size=1, max_size=14).map(
        lambda pairs: "".join(chain.from_iterable(pairs))
    )


def votes_in(text: str) -> list[Vote]:
    return [one.vote for one in read_votes(blocks_of(text), "1")[0]]


def printed_numbers(text: str) -> set[int]:
    words = {number for word, number in NUMBER_WORDS.items() if word in text.lower()}
    return words | {int(digits) for digits in re.findall(r"\d{1,3}", text)}


def is_printed(name: str, party: str | None, text: str) -> bool:
    flat = " ".join(text.split())
    return f"{name} ({party})" in flat if party else f"{name} (-)" in flat


@settings(max_examples=300, deadline=None)
@given(st.sampled_from(ASKED), mixed(PEOPLE, VOICES))
def test_who_has_a_ballot_is_printed_once_and_votes_once(asked: str, text: str) -> None:
    for vote in votes_in(asked + text):
        assert all(is_printed(one.name, one.party, text) for one in vote.ballots)
        assert all(one.name in one.source.quote and one.source.places for one in vote.ballots)
        voters = [(one.name, one.party) for one in vote.ballots]
        assert len(voters) == len(set(voters))


@settings(max_examples=300, deadline=None)
@given(st.sampled_from(ASKED), mixed(PEOPLE, VOICES))
def test_a_count_is_printed_and_never_counted(asked: str, text: str) -> None:
    for vote in votes_in(asked + text):
        stated = {vote.yes, vote.no, vote.abstain, vote.absent, vote.paired} - {None}
        assert stated <= printed_numbers(text)


@settings(max_examples=200, deadline=None)
@given(mixed(PEOPLE, ("röstar ja", "röstar nej.", "avstår", "Ja-röster:", "NEJ", "- JA", "är frånvarande")))
def test_names_alone_give_no_count(text: str) -> None:
    for vote in votes_in(text):
        assert {vote.yes, vote.no, vote.abstain, vote.absent, vote.paired} == {None}


@settings(max_examples=200, deadline=None)
@given(mixed(PEOPLE, MOVED))
@example("Mot beslutet reserverar sig Anna Ek (S) samt ordföranden Mot beslutet reserverar sig ")
def test_who_moves_or_reserves_is_printed_and_no_group_is_a_person(text: str) -> None:
    blocks = blocks_of(text)
    movers = [one for yrkande in sort_yrkanden(blocks).yrkanden for one in yrkande.movers]
    against = [one for reservation in read_reservations(blocks)[0] for one in reservation.people]
    for one in (*movers, *against):
        assert is_printed(one.name, one.party, text)
        assert not one.name.startswith("Ledam")


PUT = (
    "Ordföranden ställer",
    "förslag A",
    "mot",
    "bifall",
    "avslag på motionen",
    "respektive",
    "proposition på",
    "yrkandet",
)
FOUND = (
    "och finner att",
    "finner bifall till",
    "nämnden",
    "beslutar",
    "enligt",
    "bifaller",
    "detta",
    "inte",
    "har bifallits.",
    "avslås.",
)


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from((*PUT, *FOUND)), min_size=1, max_size=14).map(" ".join))
def test_what_has_won_is_printed(text: str) -> None:
    found = proposition_of(running(text))
    if found is not None and found.winner is not None:
        assert found.winner in text or (found.winner == "avslag" and "avslås" in text) or found.winner == "bifall"
        assert "finner" in text or " bifalla" in text
        assert all(one in text for one in found.alternatives)
