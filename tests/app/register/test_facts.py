"""The facts of a § and a document as rows."""

from __future__ import annotations

from app.ids import Ids
from app.register import values
from app.register.build import build
from importers.bundle import (
    Attendance,
    Ballot,
    BallotChoice,
    Person,
    Presence,
    Reservation,
    Stance,
    Statement,
    StatementKind,
    Vote,
    Yrkande,
)
from tests.app.register.saying import at, extract, item, parts, person

IDS = Ids(b"a secret of this test")
VOTE = Vote(
    at("Ja för avslag och Nej för bifall"),
    question="Ja för avslag och Nej för bifall",
    yes_means="avslag",
    no_means="bifall",
    yes=2,
    no=1,
    ballots=(
        Ballot("Mira Tallbo", BallotChoice.NO, at("Mira Tallbo (C)"), "C"),
        Ballot("Olle Rask", BallotChoice.YES, at("Olle Rask (S)"), "S"),
        Ballot("Olle Rask", BallotChoice.YES, at("Olle Rask (S)"), "S"),
    ),
)


def rows(kind: type, **facts: object) -> list[values.Owned]:
    meeting = extract("Kommunstyrelsen", "2025-06-17", item("88", "Torget", **facts))
    return [row for row in build(parts(meeting), IDS).owned if isinstance(row, kind)]


def test_a_vote_keeps_what_ja_means_and_each_ballot_its_own_row() -> None:
    (vote,) = rows(values.Vote, votes=(VOTE,))
    ballots = rows(values.Ballot, votes=(VOTE,))
    assert isinstance(vote, values.Vote)
    assert (vote.yes_means, vote.no_means, vote.yes, vote.no, vote.abstain) == ("avslag", "bifall", 2, 1, None)
    assert [b.choice for b in ballots if isinstance(b, values.Ballot)] == ["no", "yes", "yes"]
    assert len({b.id for b in ballots}) == 3


def test_equal_facts_under_one_item_get_ids_of_their_own_that_stay() -> None:
    twice = (Yrkande(Stance.BIFALL, "yrkar bifall", at("x")), Yrkande(Stance.BIFALL, "yrkar  Bifall", at("x")))
    ids = [row.id for row in rows(values.Yrkande, yrkanden=twice)]
    assert len(set(ids)) == 2
    assert rows(values.Yrkande, yrkanden=twice[:1])[0].id == ids[0]


def test_a_group_stays_a_group() -> None:
    group = Reservation("reserverar sig", at("x"), parties=("M", "KD"), group="Närvarande ledamöter (M) och (KD)")
    (row,) = rows(values.Reservation, reservations=(group,))
    assert isinstance(row, values.Reservation)
    assert (row.parties, row.group_name) == (("M", "KD"), "Närvarande ledamöter (M) och (KD)")
    assert rows(values.Mention, reservations=(group,)) == []


def test_an_unsigned_statement_names_nobody() -> None:
    unsigned = Statement(StatementKind.SARSKILT_YTTRANDE, "Vi vill mer.", at("Vi vill mer."))
    (row,) = rows(values.Statement, statements=(unsigned,))
    assert isinstance(row, values.Statement)
    assert (row.parties, row.attribution, row.inferred_from) == ((), "none", None)


def test_presence_says_who_served_for_whom_and_at_which_items() -> None:
    stand_in = Presence(person("Mira Tallbo (C)"), serving=True, for_=Person("Olle Rask", "C"), items=(("80", "88"),))
    meeting = extract(
        "Kommunstyrelsen",
        "2025-06-17",
        item("88", "Torget"),
        attendance=Attendance(chair=Person("Eva Ek", "S"), substitutes=(stand_in,)),
    )
    register = build(parts(meeting), IDS)
    found = [row for row in register.owned if isinstance(row, values.Presence)]
    names = {row.id: row.name for _, row in register.shared if isinstance(row, values.Name)}
    assert [(p.role, names[p.name_id], p.serving, names.get(p.for_name_id or ""), p.items) for p in found] == [
        ("chair", "Eva Ek", True, None, None),
        ("substitute", "Mira Tallbo", True, "Olle Rask", (("80", "88"),)),
    ]
