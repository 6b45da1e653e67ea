"""What ja and nej mean, how many, and who."""

from __future__ import annotations

import pytest

from importers.bundle import BallotChoice, Doubt, Vote
from importers.doubts import DoubtCode
from importers.statements.votes import ReadVote, question_in, read_votes
from tests.importers.typeset import blocks_of


def one_vote(text: str) -> Vote:
    ((one,), doubts) = read_votes(blocks_of(text), "1")
    assert of_what_stands(doubts) == []
    return one.vote


def of_what_stands(doubts: tuple[Doubt, ...]) -> list[Doubt]:
    """The doubts of what was read; that a count or a meaning is not there at all has its own test."""
    absent = (DoubtCode.VOTE_WITHOUT_COUNT, DoubtCode.VOTE_WITHOUT_MEANING)
    return [one for one in doubts if one.code not in absent]


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
        ("Omröstningen ger 25 ja, 14 nej och 2 avstår.", 25, 14, 2, None),
        ("Resultatet blir 36 ja, 29 nej, 0 avstår.", 36, 29, 0, None),
        ("18 Ja-röster och 13 Nej-röster samt 2 nedlagda röster.", 18, 13, 2, None),
        ("Ja-röster 18, nej-röster 13, avstår 2, frånvarande 1.", 18, 13, 2, 1),
        ("Antal ja-röster: 18. Antal nej-röster: 13.", 18, 13, None, None),
        ("Ja 43 Nej 38", 43, 38, None, None),
        ("43 ja/38 nej", 43, 38, None, None),
        ("Omröstningen visar 43 Ja- och 38 Nej-röster.", 43, 38, None, None),
        ("43 ja-röster och 38 nej-röster avges.", 43, 38, None, None),
        ("43 Ja 38 Nej", 43, 38, None, None),
        ("Tjugotre ja-röster mot arton nej-röster.", 23, 18, None, None),
        ("Tjugoen (21) ja-röster mot tjugo (20) nej-röster.", 21, 20, None, None),
        ("Med 9 ja-röster och inga nej-röster beslutar nämnden.", 9, 0, None, None),
        ("Sju ledamöter röstar JA och sex ledamöter röstar NEJ.", 7, 6, None, None),
        ("27 ledamöter röstar JA, 9 ledamöter röstar NEJ och 1 ledamot AVSTÅR från att rösta.", 27, 9, 1, None),
        ("Med 5 ja-röster röster mot 4 nej-röster beslutar nämnden att avslå motionen.", 5, 4, None, None),
        ("Med omröstningsresultatet 6 ja och 3 nej beslutar nämnden att avslå motionen.", 6, 3, None, None),
        ("Omröstningen utfaller med att 27 ledamöter röstar JA och 9 ledamöter röstar NEJ.", 27, 9, None, None),
        ("Sju ledamöter röstar JA, fem ledamöter röstar NEJ och en ledamot AVSTÅR från att rösta.", 7, 5, 1, None),
        ("Resultat: Ja 31, Nej 18, Avstår 0, Frånvarande 2", 31, 18, 0, 2),
        ("Ja: 31\nNej: 18\nAvstår: 0", 31, 18, 0, None),
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


@pytest.mark.parametrize(
    "text",
    [
        "3 Ja mot 3 Nej. Nämnden beslutar med ordförandens utslagsröst.",
        "Omröstningen utfaller med 39 Ja mot 39 Nej. Kommunfullmäktige beslutar med ordförandens utslagsröst att avslå motionen.",
        "19 ledamöter röstar JA och 19 ledamöter röstar NEJ. Ordföranden avgör med sin utslagsröst.",
    ],
)
def test_a_casting_vote(text: str) -> None:
    vote = one_vote(text)
    assert (vote.casting_vote, vote.yes) == (True, vote.no)


@pytest.mark.parametrize(("opens", "closes"), [("”", '"'), ("“", "”"), ("”", "”"), ('"', "”")])
def test_the_question_in_whatever_quotation_marks(opens: str, closes: str) -> None:
    vote = one_vote(
        f"Godkänd voteringsproposition: {opens}Ja för avslag och Nej för bifall till yrkandet från V.{closes} "
        "Anna Ek (S) röstar Ja (1). Bo Å (V) röstar Nej (1)."
    )
    assert (vote.yes_means, vote.no_means) == ("avslag", "bifall till yrkandet från V")
    assert (names(vote, BallotChoice.YES), names(vote, BallotChoice.NO)) == (["Anna Ek"], ["Bo Å"])


def test_a_vote_on_sending_back_is_read_as_counted_whatever_is_decided_after_it() -> None:
    vote = one_vote(
        'Godkänd voteringsproposition: "Ja för att avgöra ärendet idag. Nej för återremiss." Omröstningen utfaller med 43 Ja '
        "mot 38 Nej. Ärendet återremitteras, då minst en tredjedel av de närvarande begär det."
    )
    assert (vote.yes_means, vote.no_means, vote.yes, vote.no) == ("att avgöra ärendet idag", "återremiss", 43, 38)


def test_a_vote_on_what_to_put_against_it_and_the_main_vote() -> None:
    text = (
        'Godkänd voteringsproposition: "Ja för yrkandet från M som motförslag. Nej för yrkandet från V som motförslag." '
        "Omröstningen utfaller med 30 Ja mot 20 Nej. 31 ledamöter avstår från att rösta.\n\nHuvudvotering\n"
        'Godkänd voteringsproposition: "Ja för bifall till förslaget. Nej för bifall till yrkandet från M." '
        "Omröstningen utfaller med 43 Ja mot 38 Nej."
    )
    found = read_votes(blocks_of(text), "1")[0]
    assert [(one.vote.yes_means, one.vote.yes, one.vote.no, one.vote.abstain) for one in found] == [
        ("yrkandet från M som motförslag", 30, 20, 31),
        ("bifall till förslaget", 43, 38, None),
    ]


def test_counts_that_the_names_do_not_bear_out_are_doubted() -> None:
    _, doubts = read_votes(blocks_of("Anna Ek (S) och Bo Å (V) röstar Ja (3). Cia Berg (M) röstar Nej (1)."), "7")
    (doubt,) = of_what_stands(doubts)
    assert doubt.code == "vote_count_differs"
    assert doubt.params == {"number": "7", "choice": "yes", "stated": 3, "found": 2}


@pytest.mark.parametrize(
    "text",
    [
        "Resultat: 22-19",
        "S, V och MP röstar ja. M, KD och SD röstar nej.",
        "Samtliga ledamöter från S och V röstar ja.",
        "För bifall röstar Anna Ek (S) och Bo Å (V).",
        "Anna Ek (S) röstar i enlighet med förslaget. Dan Holm (M) röstar för avslag.",
        "Sluten omröstning genomförs. Anna Ek (S) får 21 röster och Bo Å (M) får 20 röster.",
        "Hur ledamöterna röstade framgår av en lista.",
        "Kommunstyrelsen beslutade utan omröstning att avstyrka motionen.",
    ],
)
def test_a_vote_that_is_not_understood_is_said_to_be(text: str) -> None:
    (votes, (doubt,)) = read_votes(blocks_of(text), "7")
    assert (votes, doubt.code, doubt.params) == ((), "vote_not_read", {"number": "7"})


def test_a_vote_without_sides_has_its_words_for_result_and_is_doubted() -> None:
    text = "Kommunstyrelsen beslutade med sju röster mot sex att anse motionen besvarad."
    ((one,), doubts) = read_votes(blocks_of(text), "7")
    (doubt,) = of_what_stands(doubts)
    assert (one.vote.result, one.vote.yes, one.vote.no, one.vote.ballots) == (text, None, None, ())
    assert doubt.code == "vote_not_read"


Ballots = dict[BallotChoice, list[str]]
YES, NO, ABSTAIN, ABSENT = BallotChoice.YES, BallotChoice.NO, BallotChoice.ABSTAIN, BallotChoice.ABSENT
TWO_AND_ONE: Ballots = {YES: ["Anna Ek", "Bo Å"], NO: ["Cia Berg"]}
LISTS: list[tuple[str, Ballots]] = [
    ("Följande röstar ja: Anna Ek (S), Bo Å (V). Följande röstar nej: Cia Berg (M).", TWO_AND_ONE),
    ("Följande ledamöter röstar JA: Anna Ek (S) Bo Å (V)\nFöljande ledamöter röstar NEJ: Cia Berg (M)", TWO_AND_ONE),
    ("Ja-röster: Anna Ek (S), Bo Å (V)\nNej-röster: Cia Berg (M)", TWO_AND_ONE),
    ("Ja-röster (2)\nAnna Ek (S), Bo Å (V)\nNej-röster (1)\nCia Berg (M)", TWO_AND_ONE),
    ("Ja röstar: Anna Ek (S), Bo Å (V)\nNej röstar: Cia Berg (M)", TWO_AND_ONE),
    ("Ja: Anna Ek (S), Bo Å (V). Nej: Cia Berg (M).", TWO_AND_ONE),
    ("Ja-röst avger Anna Ek (S), Bo Å (V). Nej-röst avger Cia Berg (M).", TWO_AND_ONE),
    ("Ja-röster avgavs av Anna Ek (S) och Bo Å (V) och nej-röster av Cia Berg (M).", TWO_AND_ONE),
    ("JA\nAnna Ek (S)\nBo Å (V)\nNEJ\nCia Berg (M)", TWO_AND_ONE),
    ("Ja: 2 (Anna Ek (S), Bo Å (V)) Nej: 1 (Cia Berg (M))", TWO_AND_ONE),
    ("Anna Ek (S)     Ja\nBo Å (V)        Ja\nCia Berg (M)    Nej", TWO_AND_ONE),
    ("Anna Ek (S), Ja\nBo Å (V), Ja\nCia Berg (M), Nej", TWO_AND_ONE),
    ("Ja Anna Ek (S)\nJa Bo Å (V)\nNej Cia Berg (M)", TWO_AND_ONE),
    ("Anna Ek (S) och Bo Å (V) ja.\nCia Berg (M) nej.", TWO_AND_ONE),
    ("Ordförande Anna Ek (S) samt 2:e vice ordföranden Bo Å (V) röstar ja medan Cia Berg (M) röstar nej.", TWO_AND_ONE),
    ("Anna Ek (S) röstade ja, Bo Å (V) röstade ja, men Cia Berg (M) röstade nej.", TWO_AND_ONE),
    ("Ledamot   Parti   Ja   Nej   Avst.\nAnna Ek   S       X\nBo Å      V       X\nCia Berg  M            X\nSumma             2    1     0", TWO_AND_ONE),
    ("Röstande         Ja     Nej\nAnna Ek (S)      X\nBo Å (V)         X\nCia Berg (M)            X", TWO_AND_ONE),
    ("Omröstning begärs av Dan Holm (L). Anna Ek (S) och Bo Å (V) röstar ja. Cia Berg (M) röstar nej.", TWO_AND_ONE),
    ("Anna Ek (S), tjänstgörande för Dan Holm (S), och Bo Å (V) röstar ja. Cia Berg (M) röstar nej.", TWO_AND_ONE),
    ("Ja-röster: Anna Ek (S), ersättare för Dan Holm (S), Bo Å (V)\nNej-röster: Cia Berg (M)", TWO_AND_ONE),
    (
        "Ja-röster: Anna Ek (S)\nNej-röster: Cia Berg (M)\nAvstår: Dan Holm (L)\nFrånvarande: Eva Lind (SD)",
        {YES: ["Anna Ek"], NO: ["Cia Berg"], ABSTAIN: ["Dan Holm"], ABSENT: ["Eva Lind"]},
    ),
    (
        "Anna Ek (S) röstar ja. Cia Berg (M) avstod. Dan Holm (L) lägger ner sin röst. Eva Lind (SD) är frånvarande.",
        {YES: ["Anna Ek"], ABSTAIN: ["Cia Berg", "Dan Holm"], ABSENT: ["Eva Lind"]},
    ),
    ("Vid upprop röstar Anna Ek (S) och ordföranden Bo Å (V) ja, medan Cia Berg (M) röstar nej.", TWO_AND_ONE),
    ("Vid upprop röstar följande ja: Anna Ek (S), Bo Å (V). Följande röstar nej: Cia Berg (M).", TWO_AND_ONE),
    ("1. Anna Ek (S) Ja\n2. Bo Å (V) Ja\n3. Cia Berg (M) Nej", TWO_AND_ONE),
    ("Ja: Anna Ek (S)\nJa: Bo Å (V)\nNej: Cia Berg (M)", TWO_AND_ONE),
    ("Anna Ek (S) (ordförande), Bo Å (V) (2:e vice ordförande) röstar ja. Cia Berg (M) röstar nej.", TWO_AND_ONE),
    ("Anna Ek (S, ordf.) och Bo Å (V) röstar ja. Cia Berg (M) röstar nej.", TWO_AND_ONE),
    ("Namn      Parti   Ja   Nej   Avstår\nAnna Ek   S       1\nBo Å      V       1\nCia Berg  M            1", TWO_AND_ONE),
    ("Anna Ek (S) röstar ja Bo Å (V) röstar ja Cia Berg (M) röstar nej", TWO_AND_ONE),
    ("Tjänstgörande ersättarna Anna Ek (S) och Bo Å (V) röstar ja. Cia Berg (M) röstar nej.", TWO_AND_ONE),
    ("Följande ledamöter röstar JA: Anna Ek (S) Bo Å (V)\nFöljande ledamot röstar NEJ: Cia Berg (M)", TWO_AND_ONE),
    (
        "Dan Holm (S), tjänstgörande ersättarna Anna Ek (S) och Bo Å (V) samt ordföranden Eva Lind (S) röstar Ja (4).",
        {YES: ["Dan Holm", "Anna Ek", "Bo Å", "Eva Lind"]},
    ),
    ("Ja: Anna Ek (-), Bo Å (KP)\nNej: Cia Berg (SPI)", TWO_AND_ONE),
    ("Med 2 ja-röster (Anna Ek, Bo Å) mot 1 nej-röst (Cia Berg) bifalls förslaget.", TWO_AND_ONE),
    ("Ja-röster 2, nej-röster 1.\nJa: Bo Å och Anna Ek.\nNej: Cia Berg.", {YES: ["Bo Å", "Anna Ek"], NO: ["Cia Berg"]}),
    ("Anna Ek (S) röstar ja. Cia Berg (L) avstår från att rösta. Cia Berg (L) deltar inte i beslutet.", {YES: ["Anna Ek"], ABSTAIN: ["Cia Berg"]}),
    # Same surname, double names, particles, the town's own parties.
    (
        "Eva Lind (S), Ulf Lind (S) och Carl-Johan von der Esch (PiteåP) röstar ja. Åsa Öst-Ek (Framtid Norr) röstar nej.",
        {YES: ["Eva Lind", "Ulf Lind", "Carl-Johan von der Esch"], NO: ["Åsa Öst-Ek"]},
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "ballots"), LISTS)
def test_names(text: str, ballots: Ballots) -> None:
    vote = one_vote(text)
    assert {choice: names(vote, choice) for choice in BallotChoice if names(vote, choice)} == ballots


@pytest.mark.parametrize(
    ("text", "unread"),
    [
        ("Anna Ek (S) röstar inte ja. Bo Å (V) röstar nej.", "Anna Ek (S) röstar inte ja."),
        ("Yrkandet från Anna Ek (S) röstar nej. Bo Å (V) röstar nej.", "Yrkandet från Anna Ek (S) röstar nej."),
        ("Bo Å (V) röstar nej. Ledamöterna (M) röstar ja.", "Ledamöterna (M) röstar ja."),
    ],
)
def test_who_is_not_said_to_vote_has_no_ballot(text: str, unread: str) -> None:
    ((one,), doubts) = read_votes(blocks_of(text), "7")
    (doubt,) = of_what_stands(doubts)
    assert [(ballot.name, ballot.vote) for ballot in one.vote.ballots] == [("Bo Å", NO)]
    assert (doubt.code, doubt.sources[0].quote) == ("sentence_not_read", unread)


def test_names_that_are_fewer_than_the_votes_counted_are_doubted() -> None:
    ((one,), doubts) = read_votes(
        blocks_of("Med 3 ja-röster (Anna Ek, Cia Berg) mot 1 nej-röst (Bo Å) bifalls det."), "7"
    )
    assert [ballot.name for ballot in one.vote.ballots] == ["Bo Å"]
    assert "vote_count_differs" in {doubt.code for doubt in doubts}
    ((one,), doubts) = read_votes(blocks_of("Med 3 ja-röster (Anna Ek, Cia Berg) mot 1 nej-röst bifalls det."), "7")
    assert one.vote.ballots == ()
    assert "sentence_not_read" in {doubt.code for doubt in doubts}


def test_half_a_count_is_doubted() -> None:
    ((one,), doubts) = read_votes(blocks_of("Omröstningen ger 43 ja mot resten."), "7")
    assert (one.vote.yes, one.vote.no) == (43, None)
    assert [(doubt.code, doubt.severity) for doubt in doubts] == [
        ("vote_without_count", "error"),
        ("vote_without_meaning", "error"),
    ]


def test_who_is_said_to_vote_in_two_ways_has_no_ballot() -> None:
    ((one,), doubts) = read_votes(blocks_of("Anna Ek (S) och Bo Å (V) röstar ja. Bo Å (V) röstar nej."), "7")
    (doubt,) = of_what_stands(doubts)
    assert [ballot.name for ballot in one.vote.ballots] == ["Anna Ek"]
    assert doubt.code == "sentence_not_read"


@pytest.mark.parametrize(
    "text",
    [
        "Omröstning 1\n20 ja och 19 nej.\n\nOmröstning 2\n25 ja och 14 nej.",
        "Första omröstningen: 20 ja-röster mot 19 nej-röster. Andra omröstningen: 25 ja-röster mot 14 nej-röster.",
        "Omröstningen gäller ändringsyrkande 1: 20 ja, 19 nej. Omröstningen gäller ändringsyrkande 2: 25 ja, 14 nej.",
        "Omröstningen utfaller med 20 ja mot 19 nej. I nästa omgång avges 25 ja mot 14 nej.",
    ],
)
def test_two_votes_without_questions_stay_two(text: str) -> None:
    found = read_votes(blocks_of(text), "1")[0]
    assert [(one.vote.yes, one.vote.no) for one in found] == [(20, 19), (25, 14)]


def test_a_count_told_twice_is_one_vote() -> None:
    vote = one_vote("Omröstningen utfaller med 20 ja mot 19 nej. Med 20 ja-röster mot 19 nej-röster avslås motionen.")
    assert (vote.yes, vote.no) == (20, 19)


@pytest.mark.parametrize(
    ("text", "yes_means", "no_means"),
    [
        ("JA = bifall till förslaget\nNEJ = avslag\n\n8 ja och 5 nej.", "bifall till förslaget", "avslag"),
        ("Ja innebär bifall till motionen, nej innebär avslag. 8 ja och 5 nej.", "bifall till motionen", "avslag"),
        ("Den som bifaller förslaget röstar ja. Den som bifaller motionen röstar nej. 8 ja och 5 nej.", "bifaller förslaget", "bifaller motionen"),
        ("Vid omröstning med ja-röst för bifall till förslaget och nej-röst för bifall till Anna Eks (S) yrkande avges 8 ja-röster och 5 nej-röster.", "bifall till förslaget", "bifall till Anna Eks (S) yrkande"),
        ("Ja-röst till utskottets förslag. Nej-röst till Cia Bergs yrkande.\nJa: 8\nNej: 5", "utskottets förslag", "Cia Bergs yrkande"),
    ],
)  # fmt: skip
def test_questions(text: str, yes_means: str, no_means: str) -> None:
    vote = one_vote(text)
    assert (vote.yes_means, vote.no_means, vote.yes, vote.no) == (yes_means, no_means, 8, 5)


def test_a_section_that_only_puts_the_question_holds_no_vote() -> None:
    parts = blocks_of("Ja-röst för bifall till förslaget. Nej-röst för avslag.")
    assert read_votes(parts, "1") == ((), ())
    assert question_in(parts) is not None


def test_kvittade_are_paired() -> None:
    vote = one_vote("20 ja mot 19 nej. 2 ledamöter är kvittade.")
    assert (vote.yes, vote.no, vote.paired) == (20, 19, 2)


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
    assert (one.vote.yes_means, one.vote.no_means, tuple(of_what_stands(doubts))) == (
        "bifall till yrkandet från S",
        "avslag",
        (),
    )
    assert one.vote.source.quote.startswith("Ja-röst för bifall till yrkandet från S. Nej-röst för avslag. Anna Ek (S)")


@pytest.mark.parametrize(
    ("text", "result"),
    [
        (
            "Omröstningen utfaller med 20 Ja mot 21 Nej. Hur var och en röstar framgår av bilaga 4. "
            "Kommunfullmäktige har därmed beslutat bifalla yrkandet från L.",
            "Kommunfullmäktige har därmed beslutat bifalla yrkandet från L.",
        ),
        (
            "Med nio ja-röster mot två nej-röster beslutar hamnnämnden att avslå motionen.",
            "Med nio ja-röster mot två nej-röster beslutar hamnnämnden att avslå motionen.",
        ),
        (
            "Anna Ek (S) röstar ja och Bo Å (V) röstar nej. Enligt omröstningsresultatet bifalls arbetsutskottets förslag.",
            "Enligt omröstningsresultatet bifalls arbetsutskottets förslag.",
        ),
        (
            "Omröstningen ger 25 ja och 14 nej. Ordföranden Cia Berg (C) fann att nämnden avslagit motionen.",
            "Ordföranden Cia Berg (C) fann att nämnden avslagit motionen.",
        ),
        ("Omröstningen ger 25 ja och 14 nej. Ordföranden finner att yrkandet avslås. Omröstning begärs.", None),
        ("Ordföranden finner att yrkandet avslås. Omröstning begärs. Omröstningen ger 25 ja och 14 nej.", None),
        ("Omröstningen ger 7 ja och 7 nej. Nämnden beslutar med ordförandens utslagsröst.", None),
        ("Omröstningen ger 25 ja och 14 nej.", None),
        (
            "Omröstningen ger 25 ja och 14 nej. Nämnden beslutar därmed att avslå motionen. "
            "Ordföranden finner att motionen bifalls.",
            None,
        ),
    ],
)
def test_what_the_vote_came_to_is_the_sentence_that_says_so(text: str, result: str | None) -> None:
    ((one,), _) = read_votes(blocks_of(text), "1")
    assert one.vote.result == result


def test_each_of_two_votes_has_its_own_result() -> None:
    text = (
        "Omröstningen ger 25 ja och 14 nej. Nämnden beslutar därmed att avgöra ärendet idag.\n\n"
        "Godkänd voteringsproposition: ”Ja för avslag och Nej för bifall till motionen.”\n"
        "Omröstningen ger 10 ja och 29 nej. Nämnden beslutar därmed att bifalla motionen."
    )
    (first, second), doubts = read_votes(blocks_of(text), "1")
    assert of_what_stands(doubts) == []
    assert first.vote.result == "Nämnden beslutar därmed att avgöra ärendet idag."
    assert second.vote.result == "Nämnden beslutar därmed att bifalla motionen."
    assert first.vote.result in first.vote.source.quote
