"""Sections that hold more than their heading says."""

from __future__ import annotations

import pytest

from importers.bundle import Item, Outcome, Stance, StatementKind
from tests.importers.typeset import bundle_of


def item_of(text: str) -> Item:
    (document,) = bundle_of(f"# § 7\n## Svar på motion\n\n{text}").documents
    return document.items[0]


def test_a_vote_told_under_beslutsgang() -> None:
    item = item_of(
        "# Beslutsgång\nOrdföranden Dan Holm (S) ställer sitt eget yrkande mot Bo Ås (V) yrkande.\nOmröstning begärs.\n"
        "Ordföranden Dan Holm (S) föreslår följande omröstningsordning:\n"
        "Ja-röst för bifall till ordförandens yrkande. Nej-röst för bifall till Bo Ås yrkande.\n"
        "Anna Ek (S) och Cia Berg (MP) röstar ja (2). Bo Å (V) röstar nej (1)."
    )
    (vote,) = item.votes
    assert (vote.yes_means, vote.yes, vote.no) == ("bifall till ordförandens yrkande", 2, 1)
    assert [ballot.name for ballot in vote.ballots] == ["Anna Ek", "Cia Berg", "Bo Å"]
    assert item.yrkanden == ()
    assert [one.alternatives for one in item.propositions] == [("sitt eget yrkande", "Bo Ås (V) yrkande")]


@pytest.mark.parametrize(("heading", "total"), [("Beslutsordning", "# Summa"), ("Propositionsordning", "Totalt:")])
def test_a_table_of_crosses_told_under_beslutsgang(heading: str, total: str) -> None:
    item = item_of(
        f"# {heading}\nFörst prövas om ärendet ska avgöras i dag. Ordföranden finner att ärendet ska avgöras i dag.\n"
        "Omröstning begärs och genomförs.\nJa: bifall till förvaltningens förslag\nNej: avslag\n"
        "Ledamot          Ja     Nej    Avstår\nEva Lind (S)     X\nBo Ahl (M)              X\nSiv Ek (C)       X\n"
        f"{total}          2      1       0\nVid justeringen är alla eniga om röstlistan."
    )
    (vote,) = item.votes
    assert [(one.name, one.vote) for one in vote.ballots] == [("Eva Lind", "yes"), ("Bo Ahl", "no"), ("Siv Ek", "yes")]
    assert (vote.yes, vote.no, vote.yes_means, vote.no_means) == (2, 1, "bifall till förvaltningens förslag", "avslag")
    assert [one.winner for one in item.propositions] == ["ärendet ska avgöras i dag"]


def test_a_vote_is_read_under_its_own_heading_where_there_is_one() -> None:
    item = item_of(
        "# Beslutsgång\nOmröstning begärs och ger 8 ja mot 5 nej.\n# Omröstning\nMed 8 ja-röster mot 5 nej-röster avslås motionen."
    )
    assert [(vote.yes, vote.no) for vote in item.votes] == [(8, 5)]


@pytest.mark.parametrize(
    "heading", ["Behandling på sammanträdet", "Dagens sammanträde", "Yrkanden och propositionsordning"]
)
def test_a_meeting_told_in_prose(heading: str) -> None:
    item = item_of(
        f"# {heading}\nAnna Ek (S) yrkar avslag på motionen. Bo Å (V) yrkar bifall till motionen.\n"
        "Ordföranden ställer yrkandena mot varandra och finner att nämnden bifaller Anna Eks yrkande.\n"
        "Bo Å (V) reserverar sig mot beslutet."
    )
    assert [one.stance for one in item.yrkanden] == [Stance.AVSLAG, Stance.BIFALL]
    assert [one.winner for one in item.propositions] == ["Anna Eks yrkande"]
    assert [one.people[0].name for one in item.reservations] == ["Bo Å"]


def test_who_only_speaks_moves_nothing() -> None:
    item = item_of(
        "# Behandling på sammanträdet\nOrdföranden Anna Ek (S) redogör för ärendet.\n# Yttranden\nBo Å (V) yttrar sig."
    )
    assert (item.yrkanden, item.votes, item.reservations, item.statements) == ((), (), (), ())


def test_dissent_that_runs_on_beneath_the_decision_is_none_of_its_clauses() -> None:
    item = item_of(
        "# Beslut\nNämnden för kultur och fritid avslår motionen med hänvisning till yttrandet.\n"
        "Bo Å (V) reserverar sig mot beslutet. Cia Berg (MP) deltar inte i beslutet."
    )
    assert [(clause.text, clause.outcome) for one in item.decisions for clause in one.clauses] == [
        ("Nämnden för kultur och fritid avslår motionen med hänvisning till yttrandet.", Outcome.AVSLAG)
    ]
    assert [one.people[0].name for one in item.reservations] == ["Bo Å"]
    assert [(one.kind, one.people[0].name) for one in item.statements] == [(StatementKind.DELTAR_EJ, "Cia Berg")]


def test_a_yrkande_taken_back_is_doubted_wherever_it_is_told() -> None:
    (document,) = (
        bundle := bundle_of("# § 7 Bad\n\n# Beslut\nMotionen avslås.\n# Sammanträdet\nBo Ås (M) återtar sitt yrkande.")
    ).documents
    assert document.items[0].yrkanden == ()
    assert "sentence_not_read" in [one.code for one in bundle.doubts]


def test_bias_is_told_once_before_any_heading_and_not_of_whom_others_call_biased() -> None:
    def biased(told: str) -> list[str]:
        (document,) = bundle_of(f"# § 7 Bad\n\n{told}\n\n# Beslut\nMotionen avslås.").documents
        return [one.people[0].name for one in document.items[0].statements if one.kind is StatementKind.JAV]

    assert biased("Bo Ås (M) anmäler jäv.") == ["Bo Ås"]
    assert biased("Anna Ek (S) yrkar bifall till förslaget. Bo Ås (M) anmäler jäv.") == ["Bo Ås"]
    for told in (
        "Klaganden anför att Bo Ås (M) var jävig när beslutet fattades.",
        "Varken Anna Ek (S) eller Bo Ås (M) är jävig.",
        "Bo Ås (M) var jävig vid sammanträdet 2024-03-04 och beslutet upphävdes.",
    ):
        assert biased(told) == []
