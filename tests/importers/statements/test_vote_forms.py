"""Votes in the forms that towns print them: each with what ja and nej mean, its counts, and who voted how."""

from __future__ import annotations

import pytest

from importers.bundle import Vote
from importers.statements.votes import read_votes
from tests.importers.typeset import blocks_of


def shown(vote: Vote) -> str:
    """ "2-1-1: Eva Lind ja, …" """
    words = {"yes": "ja", "no": "nej", "abstain": "avstår", "absent": "frånvarande", "paired": "kvittad"}
    counts = "-".join("?" if count is None else str(count) for count in (vote.yes, vote.no, vote.abstain))
    return f"{counts}: " + ", ".join(f"{one.name} {words[one.vote.value]}" for one in vote.ballots)


# Rows of a roll-call, one below the other, each list ended by its own sentence.
ROWS = [
    (
        "Omröstning gällande förslaget från S\nEva Lind (S): Ja\nBo Ahl (M): Nej\nSiv Ek (C): Avstår\n"
        "Med 1 ja-röst mot 1 nej-röst vinner förslaget från S.\n"
        "Omröstning gällande förslaget från M\nEva Lind (S): Nej\nBo Ahl (M): Ja\nSiv Ek (C): Ja\n"
        "Med 2 ja-röster mot 1 nej-röst vinner förslaget från M.",
        ["1-1-?: Eva Lind ja, Bo Ahl nej, Siv Ek avstår", "2-1-?: Eva Lind nej, Bo Ahl ja, Siv Ek ja"],
    ),
    (
        "Eva Lind (S) – Ja\nBo Ahl (M) – Ja\nUtfall: 2 ja-röster och 0 nej-röster.\n"
        "Eva Lind (S) – Ja\nBo Ahl (M) – Ja\nUtfall: 2 ja-röster och 0 nej-röster.",
        ["2-0-?: Eva Lind ja, Bo Ahl ja", "2-0-?: Eva Lind ja, Bo Ahl ja"],
    ),
    (
        "Ja: Eva Lind (S), Siv Ek (C)\nNej: Bo Ahl (M)\nResultat: 2 ja och 1 nej.\n"
        "Ja: Eva Lind (S), Siv Ek (C)\nNej: Bo Ahl (M)\nResultat: 2 ja och 1 nej.",
        ["2-1-?: Eva Lind ja, Siv Ek ja, Bo Ahl nej", "2-1-?: Eva Lind ja, Siv Ek ja, Bo Ahl nej"],
    ),
    (
        "Omröstning 1\nJa-röster 2, nej-röster 1.\nEva Lind (S) ja, Siv Ek (C) ja, Bo Ahl (M) nej.\n"
        "Omröstning 2\nJa-röster 2, nej-röster 1.\nEva Lind (S) ja, Siv Ek (C) ja, Bo Ahl (M) nej.",
        ["2-1-?: Eva Lind ja, Siv Ek ja, Bo Ahl nej", "2-1-?: Eva Lind ja, Siv Ek ja, Bo Ahl nej"],
    ),
]

# Names alone are the subject of the verb where several are, or as many as the count says.
WITHOUT_PARTIES = [
    (
        "Eva Lind, Siv Ek och Dan af Holm röstar ja. Bo Ahl och Cia Berg röstar nej. "
        "Med 3 ja-röster mot 2 nej-röster avslås motionen.",
        ["3-2-?: Eva Lind ja, Siv Ek ja, Dan af Holm ja, Bo Ahl nej, Cia Berg nej"],
    ),
    (
        "Det avges 2 ja-röster och 1 nej-röst. 1 ledamot avstår från att rösta.\n"
        "Ja-röster avges av Eva Lind och Siv Ek.\nNej-röster avges av Bo Ahl.\nDan Holm avstår från att rösta.",
        ["2-1-1: Eva Lind ja, Siv Ek ja, Bo Ahl nej, Dan Holm avstår"],
    ),
    # The single one who abstains is counted in the sentence behind.
    (
        "Vid upprop röstar Eva Lind och Siv Ek ja, medan Bo Ahl och Cia Berg röstar nej. Dan von Holm avstår från att rösta.\n"
        "2 ledamöter röstar ja, 2 ledamöter röstar nej och 1 ledamot avstår.",
        ["2-2-1: Eva Lind ja, Siv Ek ja, Bo Ahl nej, Cia Berg nej, Dan von Holm avstår"],
    ),
]

TABLES = [
    (
        "Eva Lind (S)      JA       Bo Ahl (M)      NEJ\nSiv Ek (C)        JA       Cia Berg (V)    AVSTÅR\n"
        "Med 2 ja-röster mot 1 nej-röst avslås motionen.",
        ["2-1-?: Eva Lind ja, Bo Ahl nej, Siv Ek ja, Cia Berg avstår"],
    ),
    (
        "Ledamot             Röst\nEva Lind (S)        Ja\nBo Ahl (M)          Nej\nMed 1 ja-röst mot 1 nej-röst avslås motionen.",
        ["1-1-?: Eva Lind ja, Bo Ahl nej"],
    ),
    (
        "Ledamot/ersättare      Ja-röst     Nej-röst     Avstår från att rösta\nEva Lind (S)              X\nBo Ahl (M)                            X\n"
        "Siv Ek (C)                                           X\nOrdföranden finner, med 1 ja-röst mot 1 nej-röst, att motionen avslås.",
        ["1-1-?: Eva Lind ja, Bo Ahl nej, Siv Ek avstår"],
    ),
    (
        "Namn         Parti     Ja     Nej     Avst.\nEva Lind     S         x\nBo Ahl       M                x\nSiv Ek       C         x\nSumma                  2      1      0",
        ["2-1-0: Eva Lind ja, Bo Ahl nej, Siv Ek ja"],
    ),
    (
        "Omröstning 1\nNamn             Ja     Nej\nEva Lind (S)     X\nBo Ahl (M)              X\nMed 1 ja mot 1 nej bifalls förslaget.\n"
        "Omröstning 2\nNamn             Ja     Nej\nEva Lind (S)            X\nBo Ahl (M)              X\nMed 0 ja mot 2 nej avslås förslaget.",
        ["1-1-?: Eva Lind ja, Bo Ahl nej", "0-2-?: Eva Lind nej, Bo Ahl nej"],
    ),
]

# Who is named for ja and nej says which side the counts without a side are.
NAMES = [
    (
        "Eva Lind (S) och Siv Ek (C) röstar ja. Bo Ahl (M) röstar nej. Nämnden beslutar med två röster mot en att avslå motionen.",
        ["2-1-?: Eva Lind ja, Siv Ek ja, Bo Ahl nej"],
    ),
    (
        "Ledamöterna Eva Lind (S) och Siv Ek (C) röstar för bifall (Ja). Ledamoten Bo Ahl (M) röstar för avslag (Nej). "
        "Nämnden beslutar med 2 röster mot 1 att bifalla förslaget.",
        ["2-1-?: Eva Lind ja, Siv Ek ja, Bo Ahl nej"],
    ),
    (
        "Eva Lind (S), Bo Ahl (M) samt ordföranden Siv Ek röstar ja (3). Ulf Sten (V) röstar nej (1).",
        ["3-1-?: Eva Lind ja, Bo Ahl ja, Siv Ek ja, Ulf Sten nej"],
    ),
    (
        "Ja-röster: Eva Lind (S), Bo Ahl och ordförande Siv Ek (C). Nej-röster: Ulf Sten (V). 3 ja-röster mot 1 nej-röst.",
        ["3-1-?: Eva Lind ja, Bo Ahl ja, Siv Ek ja, Ulf Sten nej"],
    ),
    (
        "Eva Lind (S), Bo Ahl (M), Frida\nStensson (MP) och vice ordföranden Siv Ek (C) röstar ja (4).\nUlf Sten (V) röstar nej (1).",
        ["4-1-?: Eva Lind ja, Bo Ahl ja, Frida Stensson ja, Siv Ek ja, Ulf Sten nej"],
    ),
    (
        "Med tolv ja-röster mot nio nej-röster och två nedlagda röster beslutar nämnden att avslå motionen.",
        ["12-9-2: "],
    ),
    ("Omröstningen utfaller med tjugosju ja-röster och tretton nej-röster. En ledamot avstår.", ["27-13-1: "]),
]


@pytest.mark.parametrize(("text", "votes"), [*ROWS, *WITHOUT_PARTIES, *TABLES, *NAMES])
def test_votes(text: str, votes: list[str]) -> None:
    found, doubts = read_votes(blocks_of(text), "7")
    assert [shown(one.vote) for one in found] == votes
    assert {one.code for one in doubts} == {"vote_without_meaning"}


# What each means, and who votes so right behind, as one paragraph.
RUN_ON = [
    "Ja = avslag Nej = bifall till motionen 2 ledamöter röstar ja, 1 ledamot röstar nej och 0 avstår.",
    "Godkänd voteringsproposition: ”Ja för avslag och Nej för bifall till motionen.” Ja: Eva Lind (S), Bo Ahl (M). Nej: Siv Ek (C). 2 ja-röster mot 1 nej-röst.",
    "JA: avslag NEJ: bifall till motionen Ja: Eva Lind (S), Bo Ahl (M). Nej: Siv Ek (C). 2 ja-röster mot 1 nej-röst.",
    "Ja – avslag Nej – bifall till motionen Ja: Eva Lind (S), Bo Ahl (M). Nej: Siv Ek (C). 2 ja-röster mot 1 nej-röst.",
]
NAMED = "Eva Lind ja, Bo Ahl ja, Siv Ek nej"


@pytest.mark.parametrize(("text", "ballots"), [*zip(RUN_ON, ["", NAMED, NAMED, NAMED], strict=True)])
def test_votes_that_run_on_from_what_they_mean(text: str, ballots: str) -> None:
    ((one,), doubts) = read_votes(blocks_of(text), "7")
    assert shown(one.vote).partition(": ")[2] == ballots
    assert (one.vote.yes, one.vote.no, one.vote.yes_means, one.vote.no_means) == (
        2,
        1,
        "avslag",
        "bifall till motionen",
    )
    assert [one.code for one in doubts] == []


# Those who voted in ways that name no parties: two for ja, one for nej, one who abstains.
BY_NAME_ALONE = [
    *(
        f"Eva Lind{mark}Ja\nBo Ahl{mark}Nej\nSiv von Ek{mark}Ja\nDan Holm{mark}Avstår"
        for mark in (": ", " – ", " - ", "     ")
    ),
    *(f"Eva Lind{mark}ja\nBo Ahl{mark}nej\nSiv von Ek{mark}ja\nDan Holm{mark}avstår" for mark in (": ", " – ")),
    "Eva Lind och Siv von Ek röstar ja. Bo Ahl röstar nej. Dan Holm avstår från att rösta.",
    "Eva Lind och Siv von Ek röstar Ja (2). Bo Ahl röstar Nej (1). Dan Holm avstår från att rösta (1).",
    "Ja: Eva Lind, Siv von Ek.\nNej: Bo Ahl.\nAvstår: Dan Holm.",
    "Ja röstar Eva Lind och Siv von Ek.\nNej röstar Bo Ahl.\nAvstår från att rösta: Dan Holm.",
    "Ledamot          Ja     Nej    Avstår\nEva Lind         X\nBo Ahl                  X\nSiv von Ek       X\nDan Holm                       X\n",
]


@pytest.mark.parametrize("listed", BY_NAME_ALONE)
def test_voters_without_parties_are_read_where_they_are_as_many_as_are_counted(listed: str) -> None:
    text = f"Ja-röst för avslag. Nej-röst för bifall.\n{listed}\nMed 2 ja-röster mot 1 nej-röst avslås motionen."
    ((one,), doubts) = read_votes(blocks_of(text), "7")
    assert {ballot.name: ballot.vote.value for ballot in one.vote.ballots} == {
        "Eva Lind": "yes",
        "Siv von Ek": "yes",
        "Bo Ahl": "no",
        "Dan Holm": "abstain",
    }
    assert doubts == ()


@pytest.mark.parametrize("voters", ["Eva Lind, Siv von Ek, Per Ek röstar Ja (3)", "Eva Lind röstar Ja (1)"])
def test_voters_without_parties_right_behind_what_nej_means_are_no_part_of_it(voters: str) -> None:
    text = f"Ja = avslag på motionen\nNej = bifall till motionen\n{voters}.\nBo Ahl och Dan Holm röstar Nej (2)."
    ((one,), _) = read_votes(blocks_of(text), "7")
    assert (one.vote.yes_means, one.vote.no_means) == ("avslag på motionen", "bifall till motionen")
    assert [ballot.name for ballot in one.vote.ballots][-2:] == ["Bo Ahl", "Dan Holm"]


@pytest.mark.parametrize("listed", [form for form in BY_NAME_ALONE[:-1] if "(2)" not in form])
def test_voters_without_parties_who_are_not_as_many_as_are_counted_are_doubted(listed: str) -> None:
    text = f"Ja-röst för avslag. Nej-röst för bifall.\n{listed}\nMed 3 ja-röster mot 1 nej-röst avslås motionen."
    _, doubts = read_votes(blocks_of(text), "7")
    assert {str(told.severity) for told in doubts} == {"error"}


@pytest.mark.parametrize(
    "listed",
    ["Ja: Tekniska Nämnden. Nej: Nya Partiet.\n", "Ja: Eva Lind.\nNej: Bo Ahl.\nAvstår\nDan Holm\n"],
    ids=["bodies and parties", "a name that runs on into the next sentence"],
)
def test_what_is_nobodys_name_alone_gives_no_ballots(listed: str) -> None:
    text = f"{listed}Med 1 ja-röst mot 1 nej-röst avslås motionen."
    ((one,), _) = read_votes(blocks_of(text), "7")
    assert one.vote.ballots == ()


MEANINGS = [
    ("Ja-röst för att bygga bryggan i år,\nNej-röst för att inte bygga bryggan.", "att bygga bryggan i år", "att inte bygga bryggan"),
    ("Nej för bifall till yrkandet från V och Ja för avslag på yrkandet från V.", "avslag på yrkandet från V", "bifall till yrkandet från V"),
    ("Nej-röst innebär bifall till motionen.\nJa-röst innebär avslag.", "avslag", "bifall till motionen"),
    ("Ja – bifall till nämndens förslag Nej – avslag", "bifall till nämndens förslag", "avslag"),
    ("JA = bifall till nämndens förslag\nNEJ = avslag", "bifall till nämndens förslag", "avslag"),
    ("Bifall till motionen = ja, avslag på motionen = nej.", "Bifall till motionen", "avslag på motionen"),
    ("Nämnden godkänner följande propositionsordning, för att rösta i enlighet med förslaget rösta ja, för att rösta i enlighet med Bo Ahls (M) yrkande rösta nej.", "i enlighet med förslaget", "i enlighet med Bo Ahls (M) yrkande"),
    ("För bifall till motionen röstas ja och för avslag röstas nej.", "bifall till motionen", "avslag"),
    ("Den som vill avslå motionen röstar ja, den som vill bifalla motionen röstar nej.", "vill avslå motionen", "vill bifalla motionen"),
    ("Den som bifaller förslaget röstar ja, den det ej vill röstar nej. Vinner nej har nämnden avslagit förslaget.", "bifaller förslaget", "nämnden avslagit förslaget"),
    ("Ja-röst: i enlighet med utskottets förslag. Nej-röst: i enlighet med Eva Linds (S) yrkande.", "i enlighet med utskottets förslag", "i enlighet med Eva Linds (S) yrkande"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "yes", "no"), MEANINGS)
def test_meanings(text: str, yes: str, no: str) -> None:
    ((one,), doubts) = read_votes(blocks_of(f"{text}\n\nOmröstningen utfaller med 8 ja-röster mot 5 nej-röster."), "7")
    vote = one.vote
    assert (vote.yes_means, vote.no_means, vote.yes, vote.no, doubts) == (yes, no, 8, 5, ())


@pytest.mark.parametrize(
    "text",
    [
        "Ja: Eva Lind, Bo Ahl\nNej: Siv Ek\n2 ja-röster mot 1 nej-röst.",  # a list of names is no meaning
        "Den som bifaller förslaget röstar ja, den det ej vill röstar nej. 8 ja-röster mot 5 nej-röster.",
    ],
)
def test_a_meaning_is_never_guessed(text: str) -> None:
    (found, doubts) = read_votes(blocks_of(text), "7")
    assert [one.vote.yes_means for one in found] == [None]
    assert "vote_without_meaning" in [one.code for one in doubts]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Eva Lind (S), Bo Ahl (M) röstar ja (3). Siv Ek (C) röstar nej (1).", "vote_count_differs"),
        ("Eva Lind (S): Ja\nBo Ahl (M): Nej\nMed 2 ja-röster mot 1 nej-röst bifalls förslaget.", "vote_count_differs"),
        ("Namn             Ja     Nej\nEva Lind (S)     X      X\nBo Ahl (M)       X\nSiv Ek (C)              X\nMed 1 ja mot 1 nej bifalls förslaget.", "sentence_not_read"),
        ("Eva Lind (S) röstar ja. Bo Ahl (M) röstar nej.", "vote_without_count"),
        ("Moderaterna röstar nej. 8 ja-röster mot 5 nej-röster.", "sentence_not_read"),
        ("Nämnden beslutar med sju röster mot sex att avslå motionen.", "vote_not_read"),
    ],
)  # fmt: skip
def test_what_may_be_wrong_is_doubted_as_an_error(text: str, code: str) -> None:
    _, doubts = read_votes(blocks_of(text), "7")
    assert code in [one.code for one in doubts if one.severity == "error"]


def test_a_sentence_of_counts_heads_no_table() -> None:
    """The marks stand beneath the heading that names the columns, not beneath the sentence that names the counts."""
    text = (
        "Med 3 ja-röster, 1 nej-röst och 1 som avstår beslutar nämnden avslå motionen.\n"
        "Ledamot               Ja      Nej     Avstår\n"
        "Ada Ros (S)           X\n"
        "Bo Ahl (V)            X\n"
        "Cia Berg (C)          X\n"
        "Dan Holm (M)                  X\n"
        "Eva Lind (SD)                         X\n"
    )
    votes, _ = read_votes(blocks_of(text), "5", None)
    assert [(ballot.name, ballot.vote.value) for vote in votes for ballot in vote.vote.ballots] == [
        ("Ada Ros", "yes"),
        ("Bo Ahl", "yes"),
        ("Cia Berg", "yes"),
        ("Dan Holm", "no"),
        ("Eva Lind", "abstain"),
    ]


def test_a_single_name_without_a_party_is_nobody_where_no_count_says_so() -> None:
    votes, doubts = read_votes(blocks_of("Grön Framtid röstar nej. Eva Lind (S) röstar ja."), "5")
    assert [one.name for one in votes[0].vote.ballots] == ["Eva Lind"]
    assert "sentence_not_read" in {one.code for one in doubts}
