"""What is put against what, and what is found to have won."""

from __future__ import annotations

import pytest

from importers.bundle import Role
from importers.statements.mixed import Mixed, read_mixed
from importers.statements.propositions import proposition_of
from tests.importers.typeset import blocks_of, running


@pytest.mark.parametrize(
    ("text", "alternatives", "winner"),
    [
        (
            "Ordföranden ställer Ludvig Arbins (L) m.fl. yrkande mot avslag och finner bifall till liggande förslag.",
            ("Ludvig Arbins (L) m.fl. yrkande", "avslag"),
            "liggande förslag",
        ),
        (
            "Ordföranden ställer arbetsutskottets förslag att besvara motionen mot Therez Almerfors (M) med fleras yrkande att "
            "bifalla densamma och finner att kommunstyrelsen beslutar att bifalla arbetsutskottets förslag att besvara motionen.",
            (
                "arbetsutskottets förslag att besvara motionen",
                "Therez Almerfors (M) med fleras yrkande att bifalla densamma",
            ),
            "arbetsutskottets förslag att besvara motionen",
        ),
        (
            "Ordföranden ställer Therez Almerfors (M) med fleras yrkande mot föreliggande förslag och finner att "
            "arbetsutskottet bifaller föreliggande förslag.",
            ("Therez Almerfors (M) med fleras yrkande", "föreliggande förslag"),
            "föreliggande förslag",
        ),
        (
            "Ordföranden ställer förslag A mot förslag B och mot förslag C och finner att nämnden beslutar enligt förslag A.",
            ("förslag A", "förslag B", "förslag C"),
            "förslag A",
        ),
        (
            "Ordföranden Jonas Attenius (S) ställer härefter propositioner på bifall respektive avslag på yrkandet från SD "
            "och finner att det avslagits.",
            ("bifall", "avslag på yrkandet från SD"),
            "avslag på yrkandet från SD",
        ),
        (
            "Ordföranden ställer först propositioner på dels ärendets återremiss och dels ärendets avgörande idag och finner "
            "att kommunfullmäktige beslutat avgöra ärendet vid dagens sammanträde.",
            ("ärendets återremiss", "ärendets avgörande idag"),
            "avgöra ärendet vid dagens sammanträde",
        ),
        (
            "Ordföranden ställer propositioner på yrkandena och finner att kommunstyrelsens förslag har bifallits.",
            (),
            "kommunstyrelsens förslag",
        ),
        (
            "Kommunstyrelsen beslutar först att bifalla stadsledningskontorets förslag.",
            (),
            "stadsledningskontorets förslag",
        ),
        (
            "Ordföranden ställer proposition på bifall till kommunstyrelsens förslag och finner att fullmäktige bifaller förslaget.",
            (),
            "förslaget",
        ),
        (
            "Ordföranden ställer proposition på bifall respektive avslag till motionen och finner att kommunfullmäktige avslår densamma.",
            ("bifall", "avslag till motionen"),
            "avslag till motionen",
        ),
        (
            "Ordföranden ställer proposition på avslag och bifall till motionen och finner att motionen avslås.",
            ("avslag", "bifall till motionen"),
            "avslag",
        ),
        (
            "Ordföranden ställer kommunstyrelsens förslag mot Anna Eks (M) m.fl. yrkande och finner kommunstyrelsens förslag antaget.",
            ("kommunstyrelsens förslag", "Anna Eks (M) m.fl. yrkande"),
            "kommunstyrelsens förslag",
        ),
        (
            "Ordföranden ställer Anna Eks (M) yrkande mot nämndens förslag, och finner att nämndens förslag vinner bifall.",
            ("Anna Eks (M) yrkande", "nämndens förslag"),
            "nämndens förslag",
        ),
        (
            "Ordföranden ställer proposition på förslagen och finner bifall för kommunstyrelsens förslag.",
            (),
            "kommunstyrelsens förslag",
        ),
        # Nothing is said to have won where nothing is named, or the denied alone.
        (
            "Ordföranden ställer förslag A mot förslag B och finner att nämnden beslutar enligt detta.",
            ("förslag A", "förslag B"),
            None,
        ),
        ("Ordföranden ställer proposition på Anna Eks (M) yrkande och finner att nämnden avslår yrkandet.", (), None),
        (
            "Ordföranden ställer förslag A mot förslag B och finner att nämnden inte bifaller förslag B.",
            ("förslag A", "förslag B"),
            None,
        ),
        (
            "Därefter ställs kommunstyrelsens förslag mot Anna Eks yrkande.",
            ("kommunstyrelsens förslag", "Anna Eks yrkande"),
            None,
        ),
        (
            "Ordföranden prövar först om ärendet ska avgöras idag eller återremitteras och finner att det återremitteras.",
            ("ärendet ska avgöras idag", "återremitteras"),
            "återremitteras",
        ),
        (
            "Ordföranden ställer proposition på om ärendet ska bordläggas eller avgöras i dag och finner att ärendet avgörs i dag.",
            ("om ärendet ska bordläggas", "avgöras i dag"),
            "ärendet avgörs i dag",
        ),
    ],
)
def test_a_sentence(text: str, alternatives: tuple[str, ...], winner: str | None) -> None:
    found = proposition_of(running(text))
    assert found is not None
    assert (found.alternatives, found.winner) == (alternatives, winner)
    assert found.source.quote == text


def test_a_winner_that_was_not_put_is_doubted() -> None:
    read = _read(
        "Ordföranden ställer Ludvig Arbins (L) m.fl. yrkande mot avslag och finner bifall till liggande förslag."
    )
    assert [(one.code, one.params) for one in read.doubts] == [("winner_not_put", {"winner": "liggande förslag"})]


@pytest.mark.parametrize("winner", ["återremiss", "ärendet ska bordläggas"])
def test_a_winner_that_is_no_bifall_is_doubted_where_bifall_was_put(winner: str) -> None:
    read = _read(
        f"Ordföranden ställer bifall mot Anna Eks (S) yrkande och finner {'' if ' ' not in winner else 'att '}{winner}."
    )
    assert [one.code for one in read.doubts] == ["winner_not_put"]


@pytest.mark.parametrize(
    "text",
    [
        "Anna Ek (M) begär votering.",
        "Omröstning begärs och ska genomföras.",
        "Propositionsordningen godkänns.",
        "Ordföranden föreslår följande propositionsordning: Först prövas återremissyrkandet.",
    ],
)
def test_what_neither_puts_nor_finds_is_not_doubted(text: str) -> None:
    read = _read(text)
    assert (read.propositions, read.doubts) == ([], [])


def test_a_call_for_a_vote_hides_nothing_and_other_sentences_may() -> None:
    read = _read("Omröstning begärs.\n\nOrdföranden lägger ned sin röst.")
    assert read.propositions == []
    assert [one.sources[0].quote for one in read.doubts] == ["Ordföranden lägger ned sin röst."]


def _read(text: str) -> Mixed:
    """What is read of a section under Propositionsordning."""
    return read_mixed(blocks_of(text), Role.PROPOSITION, "1", votes=False)
