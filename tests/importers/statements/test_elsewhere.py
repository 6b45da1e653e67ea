"""Whose meeting a sentence tells of: a body's own, however short it names itself, or another's."""

from __future__ import annotations

import pytest

from importers.statements.elsewhere import of_another
from tests.importers.typeset import bundle_of

_AU = "Kommunstyrelsens arbetsutskott"


@pytest.mark.parametrize(
    ("body", "own", "others"),
    [
        (_AU, ("Vid AU:s sammanträde", "Under utskottets behandling", "I KSAU"), ("Vid KS:s sammanträde",)),
        ("Kommunstyrelsen", ("Vid KS:s sammanträde", "Under styrelsens behandling"), ("Vid KSAU:s beredning",)),
        ("Kommunfullmäktige", ("Vid KF:s möte", "I fullmäktige"), ("I styrelsen",)),
        ("Kommunfullmäktiges presidium", ("Vid presidiets möte",), ("Vid fullmäktiges möte",)),
        ("Nämnden för kultur och fritid", ("Under nämndens behandling",), ("Vid kommunstyrelsens möte",)),
    ],
)
def test_a_body_that_names_itself_in_short_tells_of_its_own_meeting(
    body: str, own: tuple[str, ...], others: tuple[str, ...]
) -> None:
    def told(words: tuple[str, ...]) -> list[bool]:
        return [of_another(f"{one} yrkar Anna Ek (S) avslag.", body) for one in words]

    assert (told(own), told(others)) == ([False] * len(own), [True] * len(others))


_RESERVED = """## Testboda kommun
Kommunstyrelsen
Sammanträdesprotokoll          2025-04-28

# § 41 Motion om gratis bussar
# Beslut
Kommunstyrelsen beslutar att avslå motionen.
"""


@pytest.mark.parametrize("heading", ["", "# Reservation\n"])
@pytest.mark.parametrize(
    ("sentence", "made"),
    [
        ("Bo Ås (M) reserverade sig i arbetsutskottet.", 0),
        ("Bo Ås (M) reserverade sig i tekniska nämnden till förmån för eget yrkande.", 0),
        ("Bo Ås (M) reserverade sig i nämnden och reserverar sig nu.", 1),
        ("Bo Ås (M) reserverade sig i kommunstyrelsen.", 1),
        ("Bo Ås (M) reserverade sig mot beslutet.", 1),
    ],
)
def test_a_reservation_made_in_another_body_is_not_this_meetings_and_is_doubted(
    heading: str, sentence: str, made: int
) -> None:
    read = bundle_of(f"{_RESERVED}{heading}{sentence}\n")
    assert len(read.documents[0].items[0].reservations) == made
    assert ("sentence_not_read" in [one.code for one in read.doubts]) == (not made)


@pytest.mark.parametrize(
    "heading", ["# Ärendet\n", "# Ärendets gång\n", "# Ärendets beredning\n", "# Beredningens gång\n"]
)
@pytest.mark.parametrize(
    "told",
    [
        "Tekniska nämnden behandlade motionen den 5 juli 2024, § 46. Bo Ås (M) yrkade bifall till motionen.",
        "Barnnämnden tillstyrkte förslaget den 5 juli 2024, § 46. Bo Ås (M) reserverade sig.",
        "Arbetsutskottet ställde sig den 5 juli 2024, § 46, bakom förslaget. Bo Ås (M) deltog inte i beslutet.",
        "Kommunfullmäktige remitterade motionen den 8 april 2024, § 43. Bo Ås (M) yrkade bifall till motionen.",
    ],
)
def test_what_stands_behind_a_cited_item_of_a_day_was_wanted_there(heading: str, told: str) -> None:
    (item,) = bundle_of(f"{_RESERVED}{heading}{told}\n").documents[0].items
    assert len(item.yrkanden) + len(item.reservations) + len(item.statements) == 0


@pytest.mark.parametrize(
    "told",
    [
        "Barnnämnden tillstyrkte förslaget den 5 juli 2024, § 46. Bo Ås (M) yrkar bifall till motionen.",
        "Barnnämnden tillstyrkte förslaget den 5 juli 2024, § 46. Vid dagens sammanträde yrkade Bo Ås (M) bifall.",
        "Barnnämnden avstyrkte den 5 juli 2024, § 46. Bo Ås (M) yrkade bifall till motionen. Ordföranden fann att "
        "kommunstyrelsen avslog motionen.",
        "Barnnämnden tillstyrkte förslaget. Bo Ås (M) yrkade bifall till motionen.",
    ],
)
def test_what_is_wanted_now_or_found_by_the_body_itself_is_of_this_meeting(told: str) -> None:
    (item,) = bundle_of(f"{_RESERVED}# Ärendets gång\n{told}\n").documents[0].items
    assert [one.movers[0].name for one in item.yrkanden] == ["Bo Ås"]


@pytest.mark.parametrize("heading", ["Överläggning", "Yrkanden"])
@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("Bo Ås (M) framhåller att hans parti yrkade på en annan budget förra året och reserverade sig då.", 0),
        ("Bo Ås (M) säger att Centerpartiet yrkade avslag i nämnden.", 0),
        ("Ada Ros (V) föreslår i en motion att bussarna ska vara gratis.", 0),
        ("Bo Ås (M) framhåller att bussarna är dyra och yrkar avslag.", 1),
        ("Bo Ås (M) framhöll att bussarna är dyra och yrkade avslag.", 1),
        ("Bo Ås (M) yrkade redan i nämnden avslag.", 0),
        ("Bo Ås (M) yrkar i ett skriftligt förslag avslag.", 1),
        ("Bo Ås (M) säger att Anna Ek (S) yrkade avslag då och yrkar bifall.", 0),
    ],
)
def test_what_somebody_tells_of_what_was_wanted_is_not_wanted_here_and_is_doubted(
    heading: str, sentence: str, wanted: int
) -> None:
    read = bundle_of(f"{_RESERVED}# {heading}\n{sentence}\n")
    (item,) = read.documents[0].items
    assert len(item.yrkanden) + len(item.reservations) == wanted
    doubted = {"sentence_not_read", "who_unclear", "yrkande_may_be_missed"} & {one.code for one in read.doubts}
    assert bool(doubted) == (not wanted)


@pytest.mark.parametrize("heading", ["Ärendets beredning", "Tidigare behandling"])
@pytest.mark.parametrize(("moved", "code"), [("yrkar", "who_unclear"), ("yrkade", "sentence_not_read")])
def test_what_is_wanted_under_a_heading_of_earlier_treatment_is_doubted(heading: str, moved: str, code: str) -> None:
    read = bundle_of(f"{_RESERVED}# {heading}\nBo Ås (M) {moved} bifall till motionen.\n")
    assert [one.code for one in read.doubts if one.code in ("who_unclear", "sentence_not_read")] == [code]


@pytest.mark.parametrize("heading", ["Noteringar", "Notering"])
def test_beneath_a_heading_of_notes_each_fact_is_what_its_sentence_says(heading: str) -> None:
    told = "Bo Ås (M) yrkar bifall till motionen.\nBo Ås (M) reserverar sig mot beslutet."
    (item,) = bundle_of(f"{_RESERVED}# {heading}\n{told}\n").documents[0].items
    assert (len(item.yrkanden), len(item.reservations), len(item.statements)) == (1, 1, 0)


def test_what_was_moved_before_the_chair_finds_what_the_body_decides_is_doubted_as_background() -> None:
    told = "Bo Ås (M) yrkade bifall. Ordföranden fann att {} avslog motionen."
    for body, doubted in (("kommunstyrelsen", True), ("tekniska nämnden", False)):
        read = bundle_of(f"{_RESERVED}# Ärendet\n{told.format(body)}\n")
        assert ("yrkande_may_be_missed" in [one.code for one in read.doubts]) == doubted
