"""Small invented pages with votes, decisions and receivers in the forms that towns print them, read as they should be."""

from __future__ import annotations

from functools import lru_cache

import pytest

from importers.bundle import Bundle, Item, Vote
from importers.pdf.pdfium import open_pdf
from importers.read import read_document
from tests.places import SHARED

pytestmark = pytest.mark.shared


@lru_cache
def probe(name: str) -> Bundle:
    data = (SHARED / "probes" / f"{name}.pdf").read_bytes()
    return read_document(open_pdf(data), data)


def item(name: str, number: str) -> Item:
    return next(one for document in probe(name).documents for one in document.items if one.number == number)


def ballots(vote: Vote) -> str:
    """ "Eva Lind yes, Bo Ahl abstain" """
    return ", ".join(f"{one.name} {one.vote.value}" for one in vote.ballots)


VOTES = [
    ("f06colon", "41", 0, (2, 1, 1), "Eva Lind yes, Bo Ahl abstain, Ulf Sten no, Siv Ek yes"),
    ("f06colon", "41", 1, (2, 1, 1), "Eva Lind yes, Bo Ahl yes, Ulf Sten abstain, Siv Ek no"),
    ("f05num", "41", 0, (3, 2, None), "Eva Lind yes, Per Al yes, Siv Ek yes, Bo Ahl no, Ulf Sten no"),
    ("f05num", "41", 1, (3, 2, None), "Eva Lind yes, Per Al yes, Siv Ek yes, Bo Ahl no, Ulf Sten no"),
    ("f07xtable", "41", 0, (2, 1, None), "Eva Lind no, Bo Ahl yes, Ulf Sten yes, Siv Ek abstain"),
    ("b_min", "53", 0, (3, 2, None), "Cia Berg yes, Dan Holm yes, Eva Ståhl yes, Bo Lind no, Gun Wall no"),
    (
        "situations/land",
        "201",
        0,
        (1, 2, 1),
        "Asta Lindvall yes, Bo Ekwall no, Cilla Frank no, Lo Ek abstain, Hans Ost absent",
    ),
    ("n_chair", "12", 0, (3, 2, None), "Anna Ek yes, Bo Lind yes, Cia Berg yes, Dan Holm no, Eva Ståhl no"),
    (
        "n_names",
        "12",
        0,
        (7, 1, None),
        "Anna Ek yes, Bo Lind yes, Cia Berg yes, Dan Holm yes, Gun Wall yes, Frida Rasksson yes, Eva Ståhlberg yes, Hans Ask no",
    ),
]


@pytest.mark.parametrize(("name", "number", "index", "counts", "cast"), VOTES)
def test_votes(name: str, number: str, index: int, counts: tuple[int | None, ...], cast: str) -> None:
    vote = item(name, number).votes[index]
    assert ((vote.yes, vote.no, vote.abstain), ballots(vote)) == (counts, cast)


MEANINGS = [
    ("k_omr_comma", "12", "att bygga bryggan i år", "att inte bygga bryggan"),
    ("k_omr_comma_c", "12", "att bygga bryggan i år", "att inte bygga bryggan"),
    ("f07xtable", "41", "att avslå motionen", "att bifalla motionen"),
    ("b_min", "53", "i enlighet med förvaltningens förslag", "i enlighet med Bo Linds (M) yrkande"),
    ("n_minor", "12", "ärendets avgörande idag", "ärendets återremiss"),
]


@pytest.mark.parametrize(("name", "number", "yes", "no"), MEANINGS)
def test_meanings(name: str, number: str, yes: str, no: str) -> None:
    (vote,) = item(name, number).votes
    assert (vote.yes_means, vote.no_means) == (yes, no)


def test_what_ja_and_nej_mean_is_not_guessed() -> None:
    assert [vote.yes_means for vote in item("f06colon", "41").votes] == [None, None]
    doubted = [one.code for one in probe("f06colon").doubts if one.about == "/documents/0/items/0"]
    assert doubted == ["vote_without_meaning", "vote_without_meaning"]


RECEIVERS = [
    ("g14sent", "41", ["Tekniska nämnden", "löneenheten", "Eva Lind"]),
    ("f14sent", "41", ["Nämnden för Skola", "nämnden för Service", "Bostads AB Testboda", "Anton Lind"]),
    ("f14sent", "42", ["kontoret@testboda.se", "revision@testboda.se"]),
    ("k_sent", "12", ["Tekniska nämnden", "Ekvikens båtklubb", "Bo Lind"]),
    ("k_sent", "13", ["Tekniska nämnden", "Fritidsnämnden"]),
]


@pytest.mark.parametrize(("name", "number", "receivers"), RECEIVERS)
def test_receivers(name: str, number: str, receivers: list[str]) -> None:
    assert list(item(name, number).sent_to) == receivers


DECISIONS = [
    ("f25sub", "41", "decides", None, ["att bevilja kommunstyrelsen 140 tkr i driftbudget,", "att bevilja byggnadsnämnden 58 tkr i driftbudget."]),
    ("f03twohead", "41", "proposes", "kommunfullmäktige", ["Kommunfullmäktige avslår motionen."]),
    ("f04au", "3", "proposes", "byggnadsnämnden", ["Byggnadsnämnden godkänner årsredovisningen."]),
    ("g6prop", "41", "proposes", "kommunfullmäktige", ["Kommunfullmäktige noterar rapporten till protokollet."]),
    ("g6prop", "43", "proposes", "kommunfullmäktige", ["Kommunfullmäktige antar rapporten."]),
    ("f02dash", "41", "proposes", "kommunfullmäktige", ["Kommunfullmäktige avslår motionen."]),
    ("f02dash", "42", "proposes", "kommunfullmäktige", ["Kommunfullmäktige noterar rapporten till protokollet."]),
    ("g6prop", "42", "proposes", "kommunfullmäktige", ["Kommunfullmäktige noterar rapporten till protokollet."]),
    (
        "n_val", "12", "decides", None,
        [
            "Till vägutskott för åren 2025-2026 utses: Ordinarie (C) Anna Ek (S) Cia Berg Ersättare (C) Dan Holm (S) Eva Ståhl",
            "Till ordförande utses Anna Ek och till vice ordförande utses Cia Berg.",
        ],
    ),
    ("n_val", "13", "decides", None, ["Till arbetsgrupp utses: Anna Ek Bo Lind", "Till sammankallande utses Bo Lind."]),
]  # fmt: skip


@pytest.mark.parametrize(("name", "number", "mode", "to", "clauses"), DECISIONS)
def test_decisions(name: str, number: str, mode: str, to: str | None, clauses: list[str]) -> None:
    (one,) = item(name, number).decisions
    assert (one.mode, one.to, [clause.text for clause in one.clauses]) == (mode, to, clauses)


OUTCOMES = [
    ("n_minor", "12", "minoritetsaterremiss"),
    ("f28utser", "41", "val"),
    ("n_val", "12", "val"),
    ("n_val", "13", "val"),
    ("k_yrkande", "13", None),
]


@pytest.mark.parametrize(("name", "number", "outcome"), OUTCOMES)
def test_outcomes(name: str, number: str, outcome: str | None) -> None:
    assert item(name, number).outcome == outcome


def test_an_entry_of_the_basis_ends_with_its_full_line() -> None:
    assert [one.text for one in item("n_names", "12").basis] == [
        "Tekniska kontorets tjänsteutlåtande den 26 februari 2024 reviderat den 20 december 2024.",
        "Tilläggsyrkande från SD den 4 januari 2025.",
        "Yrkande från M den 7 januari 2025.",
    ]


def test_a_section_cited_in_the_margin_is_an_earlier_step() -> None:
    steps = [(one.kind, one.body, str(one.date), one.item_number) for one in item("h_case", "4").earlier]
    assert steps == [("proposed", "KU", "2008-11-04", "88"), ("other", "KS", "2008-12-09", "131")]
