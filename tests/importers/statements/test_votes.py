"""What ja and nej mean, how many, and who."""

from __future__ import annotations

import pytest

from importers.bundle import BallotChoice, Vote
from importers.statements.votes import ReadVote, question_in, read_votes
from tests.importers.text import blocks_of


def one_vote(text: str) -> Vote:
    ((one,), doubts) = read_votes(blocks_of(text), "1")
    assert doubts == ()
    return one.vote


def names(vote: Vote, choice: BallotChoice) -> list[str]:
    return [ballot.name for ballot in vote.ballots if ballot.vote is choice]


def test_ja_may_mean_avslag() -> None:
    vote = one_vote(
        """
Godkänd voteringsproposition: "Ja för avslag och Nej för bifall till yrkandet från
M, D, L och KD."
Daniel Bernmar (V), Viktoria Tryggvadottir Rolka (S) och
ordföranden Jonas Attenius (S) röstar Ja (3).
Jörgen Fogelklou (SD) samt tjänstgörande ersättarna Nina Miskovsky (M) och Anneli Rhedin (M)
röstar Nej (3). Axel Darvik (L) avstår från att rösta (1).
"""
    )
    assert (vote.yes_means, vote.no_means) == ("avslag", "bifall till yrkandet från M, D, L och KD")
    assert (vote.yes, vote.no, vote.abstain, vote.absent) == (3, 3, 1, None)
    assert names(vote, BallotChoice.YES) == ["Daniel Bernmar", "Viktoria Tryggvadottir Rolka", "Jonas Attenius"]
    assert names(vote, BallotChoice.NO) == ["Jörgen Fogelklou", "Nina Miskovsky", "Anneli Rhedin"]
    assert names(vote, BallotChoice.ABSTAIN) == ["Axel Darvik"]
    assert [ballot.source.quote for ballot in vote.ballots][1] == "Viktoria Tryggvadottir Rolka (S)"


@pytest.mark.parametrize(
    ("text", "yes", "no", "abstain", "absent"),
    [
        ("Omröstningen utfaller med 43 Ja mot 38 Nej. 2 ledamöter är frånvarande.", 43, 38, None, 2),
        ("Omröstningen utfaller med 40 Ja mot 29 Nej. 12 ledamöter avstår från att rösta.", 40, 29, 12, None),
        ("Med nio ja-röster mot två nej-röster beslutar nämnden att avslå motionen.", 9, 2, None, None),
        ("Omröstningen har utfallit med 5 Ja-röster och 4 Nej-röster.", 5, 4, None, None),
        ("27 ledamöter röstar JA, 9 ledamöter röstar NEJ och 1 ledamot AVSTÅR från att rösta.", 27, 9, 1, None),
    ],
)
def test_counts(text: str, yes: int, no: int, abstain: int | None, absent: int | None) -> None:
    vote = one_vote(text)
    assert (vote.yes, vote.no, vote.abstain, vote.absent, vote.ballots) == (yes, no, abstain, absent, ())


def test_names_after_their_heading_and_one_without_a_comma() -> None:
    vote = one_vote("Ja-röster: Anna Ek (S), Bo Å (V) Nej-röster: Cia Berg (M) och Dan Holm (L) Eva Lind (SD) avstår.")
    assert names(vote, BallotChoice.YES) == ["Anna Ek", "Bo Å"]
    assert names(vote, BallotChoice.NO) == ["Cia Berg", "Dan Holm"]
    assert names(vote, BallotChoice.ABSTAIN) == ["Eva Lind"]


def test_two_votes_in_one_section_and_their_appendices() -> None:
    text = (
        'Godkänd voteringsproposition: "Ja för A. Nej för B." Omröstningen utfaller med 40 Ja mot 29 Nej. Hur var och en '
        'röstar framgår av bilaga 2. Godkänd voteringsproposition: "Ja för C. Nej för D." Omröstningen utfaller med 30 Ja mot '
        "39 Nej. Hur var och en röstar framgår av bilaga 3."
    )
    found: tuple[ReadVote, ...] = read_votes(blocks_of(text), "1")[0]
    assert [(one.vote.yes_means, one.vote.yes, one.appendix) for one in found] == [("A", 40, "2"), ("C", 30, "3")]


def test_a_casting_vote() -> None:
    assert one_vote("3 Ja mot 3 Nej. Nämnden beslutar med ordförandens utslagsröst.").casting_vote


def test_counts_that_the_names_do_not_bear_out_are_doubted() -> None:
    (_, (doubt,)) = read_votes(blocks_of("Anna Ek (S) och Bo Å (V) röstar Ja (3). Cia Berg (M) röstar Nej (1)."), "7")
    assert doubt.code == "vote_count_differs"
    assert doubt.params == {"number": "7", "choice": "yes", "stated": 3, "found": 2}


def test_a_vote_that_is_not_understood_is_said_to_be() -> None:
    (votes, (doubt,)) = read_votes(blocks_of("Kommunstyrelsen beslutade med sju röster mot sex."), "7")
    assert (votes, doubt.code, doubt.params) == ((), "vote_not_read", {"number": "7"})


def test_a_vote_beside_each_name() -> None:
    vote = one_vote("Anna Ek (M) - JA\nBo Å (S) – NEJ\nCia Berg (M) - JA\nDan Holm (L) - AVSTÅR")
    assert names(vote, BallotChoice.YES) == ["Anna Ek", "Cia Berg"]
    assert names(vote, BallotChoice.NO) == ["Bo Å"]
    assert names(vote, BallotChoice.ABSTAIN) == ["Dan Holm"]


def test_a_question_put_under_beslutsgang_is_that_of_the_vote_that_follows() -> None:
    put = question_in(
        blocks_of(
            "Nämnden godkänner följande ordning för omröstning: Ja-röst för bifall till yrkandet från S. Nej-röst för avslag."
        )
    )
    assert put is not None
    ((one,), doubts) = read_votes(blocks_of("Anna Ek (S) och Bo Å (V) röstar ja. Cia Berg (M) röstar nej."), "1", put)
    assert (one.vote.yes_means, one.vote.no_means, doubts) == ("bifall till yrkandet från S", "avslag", ())
    assert one.vote.source.quote.startswith("Ja-röst för bifall till yrkandet från S. Nej-röst för avslag. Anna Ek (S)")
