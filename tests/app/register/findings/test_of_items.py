"""Findings in one § by itself: each rule speaks where it should, and is silent where the minutes are."""

from __future__ import annotations

from typing import Any

import pytest

from importers.bundle import (
    Attendance,
    Attribution,
    Ballot,
    BallotChoice,
    Document,
    Outcome,
    Person,
    Presence,
    Proposition,
    Reservation,
    Role,
    Section,
    Stance,
    Statement,
    StatementKind,
    Vote,
    Yrkande,
)
from tests.app.register.findings.noticed import codes_of_items, only
from tests.app.register.saying import at, basis, day, extract, item, person, proposal

TITLE = "Svar på motion om lövträd på skolgårdar från Mira Tallbo (C)"
EK, AL, RASK = "Anna Ek (C)", "Bo Al (M)", "Olle Rask (V)"


def moved(stance: Stance, target: str | None, *movers: str) -> Yrkande:
    people = tuple(map(person, movers))
    text = f"{' och '.join(movers)} yrkar {stance} {target}"
    return Yrkande(stance, text, at(text), people, target=target)


def put(winner: str | None, *alternatives: str) -> Proposition:
    text = f"Ordföranden ställer {' mot '.join(alternatives)} och finner {winner}"
    return Proposition(text, at(text), alternatives, winner)


def reserved(*people: str, parties: tuple[str, ...] = (), text: str | None = None) -> Reservation:
    said = text or f"{', '.join(people) or parties} reserverar sig."
    group = f"Ledamöterna från {', '.join(parties)}" if parties else None
    return Reservation(said, at(said), tuple(map(person, people)), parties, group)


def voted(yes: int | None, no: int | None, *ballots: Ballot, sides: tuple[str, str] | None = None) -> Vote:
    ja, nej = sides or ("bifall till nämndens förslag", f"bifall till {EK.partition(' (')[0]}s yrkande")
    quote = f"Ja för {ja}. Nej för {nej}. {yes} ja, {no} nej, {len(ballots)} namn"
    return Vote(at(quote), quote, ja, nej, yes, no, ballots=ballots)


def ballots(choice: BallotChoice, *names: str) -> tuple[Ballot, ...]:
    return tuple(Ballot(name, choice, at(name)) for name in names)


def section(role: Role, text: str) -> Section:
    return Section(role.title(), role, text, at(text))


def board(**more: Any) -> Document:
    """The board's § on a motion, which it proposes to answer."""
    said = {
        "case_numbers": ("KS-2025-00042",),
        "decisions": (proposal("Kommunstyrelsen", "kommunfullmäktige", Outcome.BESVARA),),
        "outcome": Outcome.BESVARA,
    }
    return extract("Kommunstyrelsen", "2025-06-17", item("88", TITLE, **(said | more)))


FOR_MOTION = moved(Stance.BIFALL, "motionen", EK, RASK)
AGAINST = moved(Stance.AVSLAG, "motionen", AL)
ANSWER = "nämndens förslag att besvara motionen"
CONTEST = put(ANSWER, ANSWER, "Anna Eks (C) m.fl. yrkande om bifall till motionen")


def test_an_outcome_that_was_not_put_is_found() -> None:
    lost = put("liggande förslag", "Anna Eks (C) m.fl. yrkande", "avslag")
    params = only("winner_not_put", board(yrkanden=(FOR_MOTION,), propositions=(lost,)))
    assert params == {
        "winner": "liggande förslag",
        "alternatives": ["Anna Eks (C) m.fl. yrkande", "avslag"],
        "outcome": "besvara",
    }


@pytest.mark.parametrize(
    "plain",
    [
        put("nämndens förslag", ANSWER, "Anna Eks (C) m.fl. yrkande"),  # the same in fewer words
        put("liggande förslag", "Anna Eks (C) m.fl. yrkande", "besvarad"),  # may be what liggande förslag is
        put("liggande förslag", "Nils Okänds yrkande", "avslag"),  # nobody knows what he wants
        put("liggande förslag", "avslag"),
        put(None, "Anna Eks (C) m.fl. yrkande", "avslag"),
    ],
)
def test_a_winner_that_may_have_been_put_is_no_finding(plain: Proposition) -> None:
    assert "winner_not_put" not in codes_of_items(board(yrkanden=(FOR_MOTION,), propositions=(plain,)))


def test_who_lost_and_did_not_reserve_is_named_beside_who_did() -> None:
    mine = board(yrkanden=(FOR_MOTION,), propositions=(CONTEST,), reservations=(reserved(RASK),))
    assert only("lost_without_reservation", mine) == {"people": [EK], "reserved": [RASK], "statements": []}


def test_a_partys_reservation_is_that_of_its_movers_and_a_statement_is_told() -> None:
    said = Statement(StatementKind.SARSKILT_YTTRANDE, "Vi i C …", at("Vi i C …"), parties=("C",))
    mine = board(
        yrkanden=(FOR_MOTION,), propositions=(CONTEST,), reservations=(reserved(parties=("V",)),), statements=(said,)
    )
    params = only("lost_without_reservation", mine)
    assert params == {"people": [EK], "reserved": ["Ledamöterna från V"], "statements": ["C"]}


def silent_on_reservations() -> list[Document]:
    away = Statement(StatementKind.DELTAR_EJ, "deltar inte", at("deltar inte"), parties=("C", "V"))
    both = moved(Stance.BIFALL, "nämndens förslag att besvara motionen", EK, RASK)
    unread = (section(Role.RESERVATION, "Samtliga i oppositionen reserverar sig."),)
    return [
        board(yrkanden=(FOR_MOTION,), propositions=(CONTEST,), reservations=(reserved(EK, RASK),)),
        board(yrkanden=(FOR_MOTION,), propositions=(CONTEST,), reservations=(reserved(parties=("C", "V")),)),
        board(yrkanden=(FOR_MOTION,), propositions=(CONTEST,), sections=unread),
        board(
            yrkanden=(FOR_MOTION,),
            propositions=(CONTEST,),
            reservations=(reserved(RASK, text="Olle Rask (V) med flera reserverar sig."),),
        ),
        board(yrkanden=(FOR_MOTION,), propositions=(CONTEST,), statements=(away,)),
        board(yrkanden=(FOR_MOTION, both), propositions=(CONTEST,)),
        board(yrkanden=(FOR_MOTION,)),
        board(yrkanden=(FOR_MOTION,), propositions=(put(None, ANSWER, "bifall till motionen"),)),
    ]


@pytest.mark.parametrize("document", silent_on_reservations())
def test_nobody_is_said_to_have_missed_a_reservation_where_it_cannot_be_told(document: Document) -> None:
    assert "lost_without_reservation" not in codes_of_items(document)


@pytest.mark.parametrize(
    ("vote", "lost"),
    [
        (voted(8, 5), [EK, RASK]),
        (voted(5, 8), []),
        (voted(6, 6), []),
        (voted(None, None), []),
        (voted(43, 38, sides=("ärendets avgörande idag", "ärendets återremiss enligt Anna Ek")), []),
    ],
)
def test_a_vote_and_not_the_chairs_finding_says_who_lost(vote: Vote, lost: list[str]) -> None:
    turned = put("bifall till motionen", ANSWER, "bifall till motionen")
    document = board(yrkanden=(FOR_MOTION,), propositions=(turned,), votes=(vote,))
    found = [only("lost_without_reservation", document)["people"]] if lost else codes_of_items(document)
    assert found == ([lost] if lost else [])


@pytest.mark.parametrize(
    ("attribution", "parties", "found"),
    [
        (Attribution.NONE, (), ["statement_without_author"]),
        (Attribution.INFERRED, ("C",), ["statement_without_author"]),
        (Attribution.GROUP, ("C",), []),
    ],
)
def test_a_statement_that_nobody_signed_is_found(
    attribution: Attribution, parties: tuple[str, ...], found: list[str]
) -> None:
    said = Statement(StatementKind.SARSKILT_YTTRANDE, "Vi …", at("Vi …"), (), parties, None, attribution, "Vi")
    assert codes_of_items(board(statements=(said,))) == found


def test_a_secretarys_note_needs_no_author() -> None:
    note = Statement(StatementKind.PROTOKOLLSANTECKNING, "Det antecknas att …", at("Det antecknas att …"))
    assert codes_of_items(board(statements=(note,))) == []


def test_names_that_are_fewer_than_the_count_are_found() -> None:
    cast = (*ballots(BallotChoice.YES, "A", "B"), *ballots(BallotChoice.NO, "C"))
    params = only("ballots_differ", board(votes=(voted(3, 1, *cast),)))
    assert params == {"choice": "yes", "count": 3, "names": 2}


@pytest.mark.parametrize(
    "vote",
    [
        voted(2, 1, *ballots(BallotChoice.YES, "A", "B"), *ballots(BallotChoice.NO, "C")),
        voted(3, 1, *ballots(BallotChoice.NO, "C")),  # one side is named only
        voted(None, None, *ballots(BallotChoice.NO, "C")),
        voted(43, 38),
    ],
)
def test_a_vote_that_may_be_right_is_no_finding(vote: Vote) -> None:
    assert "ballots_differ" not in codes_of_items(board(votes=(vote,)))


def with_presence(names: tuple[str, ...], *voters: str) -> Document:
    there = Attendance(members=tuple(Presence(Person(name), serving=True) for name in names))
    cast = ballots(BallotChoice.YES, *voters)
    said = item("88", TITLE, case_numbers=("KS-2025-00042",), votes=(voted(len(voters), 0, *cast),))
    return extract("Kommunstyrelsen", "2025-06-17", said, attendance=there)


def test_a_voter_whom_the_list_of_those_present_lacks_is_found() -> None:
    names = tuple(f"Person Nummer{n}" for n in range(12))
    assert only("voter_not_present", with_presence(names[:11], *names)) == {"people": ["Person Nummer11"]}
    assert "voter_not_present" not in codes_of_items(with_presence(names, *names))
    assert "voter_not_present" not in codes_of_items(with_presence(names[:4], *names)), "a list that was not read whole"


def test_opposite_yrkanden_and_nothing_put_lack_the_chairs_order() -> None:
    text = (section(Role.YRKANDEN, "Anna Ek (C) yrkar bifall till motionen. Bo Al (M) yrkar avslag på motionen."),)
    assert only("point_missing", board(yrkanden=(FOR_MOTION, AGAINST), sections=text)) == {"point": 2}
    put_at_all = (*text, section(Role.PROPOSITION, "Ordföranden ställer proposition på yrkandena."))
    assert "point_missing" not in codes_of_items(board(yrkanden=(FOR_MOTION, AGAINST), sections=put_at_all))
    assert "point_missing" not in codes_of_items(board(yrkanden=(FOR_MOTION,), sections=text))


def test_yrkanden_and_no_decision_lack_the_decision() -> None:
    bare: dict[str, Any] = {"decisions": (), "outcome": None, "yrkanden": (FOR_MOTION,)}
    text = section(Role.YRKANDEN, "Anna Ek (C) yrkar bifall till motionen.")
    assert only("point_missing", board(**bare, sections=(text,))) == {"point": 4}
    assert codes_of_items(board(**bare, sections=(text, section(Role.DECISION, "Ärendet utgår.")))) == []
    assert codes_of_items(board(**bare)) == [], "a § whose text is not at hand lacks nothing"


def test_a_count_without_names_lacks_how_each_voted_unless_a_list_is_named() -> None:
    text = section(Role.VOTE, "Omröstningen utfaller med 7 ja och 4 nej.")
    assert only("point_missing", board(votes=(voted(7, 4),), sections=(text,))) == {"point": 5}
    listed = section(Role.VOTE, "Hur var och en röstar framgår av bilaga 5.")
    assert codes_of_items(board(votes=(voted(7, 4),), sections=(text, listed))) == []


def test_a_paper_later_than_what_rests_on_it_is_found() -> None:
    late = basis("Tjänsteskrivelse den 1 juli 2025", "tjansteskrivelse", date=day("2025-07-01"))
    assert codes_of_items(board(basis=(late,))) == ["cited_later"]
