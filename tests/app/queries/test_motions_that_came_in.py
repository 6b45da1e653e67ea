"""A motion is known from the day it comes in, though the § that tells it prints no mover: it is its matter's motion, and stands
among those that wait until its matter's papers end it, under whatever title."""

from __future__ import annotations

from typing import Any

import pytest

from app.db import Stores, reading
from app.queries.motions import unanswered
from app.schemas.motion_rows import MotionRow
from importers.bundle import Document, Outcome
from tests.app.filing import file
from tests.app.register.saying import answer, at, bundle, day, decision, extract, item, motion, proposal
from tests.conftest import ON_ONE_STORE

CASE = "KS-2024-00117"
POSTS, POSTS_WITHIN = "Motion om fler laddstolpar i Lövsta", "motion om fler laddstolpar i Lövsta"


def of_council(date: str, number: str, title: str, outcome: Outcome | None, *cases: str, **more: Any) -> Document:
    said = item(
        number,
        title,
        case_numbers=cases,
        fields={"title": (at(title),)},
        outcome=outcome,
        decisions=(decision("Kommunfullmäktige", outcome),) if outcome else (),
        **more,
    )
    return extract("Kommunfullmäktige", date, said)


def waiting(stores: Stores, on: str, *, overdue: bool = False) -> list[tuple[str | None, str | None, str | None]]:
    """The case number, the title, and the day raised of the motions that wait."""
    with reading(stores.desk) as session:
        return [_told(row) for row in unanswered(session, day(on), overdue=overdue)]


def _told(row: MotionRow) -> tuple[str | None, str | None, str | None]:
    case, clock = row["case"], row["clock"]
    return case["number"] if case else None, row["title"], clock["raised"].isoformat() if clock else None


@ON_ONE_STORE
@pytest.mark.parametrize(
    ("title", "outcome", "shown"),
    [
        ("Anmälan av motion om fler laddstolpar i Lövsta", Outcome.REMISS, "Motion om fler laddstolpar i Lövsta"),
        ("Anmälan av motion om fler laddstolpar i Lövsta", Outcome.ANTECKNING, "Motion om fler laddstolpar i Lövsta"),
        ("Ny motion: Fler laddstolpar i Lövsta", None, "Motion: Fler laddstolpar i Lövsta"),
        ("Motion (C) - Fler laddstolpar i Lövsta", Outcome.REMISS, "Motion (C) - Fler laddstolpar i Lövsta"),
        ("Motion om fler laddstolpar i Lövsta - remiss", Outcome.REMISS, "Motion om fler laddstolpar i Lövsta"),
    ],
)
def test_it_waits_from_the_day_it_came_in_until_its_matter_is_decided(
    stores: Stores, title: str, outcome: Outcome | None, shown: str
) -> None:
    file(stores, bundle(of_council("2024-03-10", "8", title, outcome, CASE), digest="a" * 64))
    assert waiting(stores, "2025-03-10") == [(CASE, shown, "2024-03-10")]
    assert waiting(stores, "2025-03-10", overdue=True) == []
    assert waiting(stores, "2025-03-11", overdue=True) == [(CASE, shown, "2024-03-10")]
    other_words = of_council("2025-06-20", "33", "Laddning av elbilar", Outcome.AVSLAG, CASE)
    file(stores, bundle(other_words, digest="c" * 64))
    assert waiting(stores, "2025-06-19") == [(CASE, shown, "2024-03-10")]
    assert waiting(stores, "2025-06-20") == []


@ON_ONE_STORE
def test_its_answer_under_another_number_and_its_own_paper_are_of_the_same_motion(stores: Stores) -> None:
    came = of_council("2024-03-10", "8", "Anmälan av motion om fler laddstolpar i Lövsta", Outcome.REMISS, CASE)
    paper = motion("Motion om fler laddstolpar i Lövsta", "2024-03-01", "Mira Tallbo (C)")
    proposes = item(
        "51",
        "Motion (C) om fler laddstolpar i Lövsta",
        case_numbers=("TN-2024-00031",),
        decisions=(proposal("Tekniska nämnden", "kommunfullmäktige", Outcome.AVSLAG),),
        outcome=Outcome.AVSLAG,
    )
    file(stores, bundle(paper, digest="d" * 64))
    file(stores, bundle(came, digest="a" * 64))
    file(stores, bundle(extract("Tekniska nämnden", "2024-05-20", proposes), digest="b" * 64))
    assert [row[1:] for row in waiting(stores, "2025-06-01")] == [("Motion om fler laddstolpar i Lövsta", "2024-03-10")]
    answered = of_council(
        "2025-06-20",
        "33",
        "Svar på motion om fler laddstolpar i Lövsta",
        Outcome.BESVARA,
        answers=(answer("om fler laddstolpar i Lövsta"),),
    )
    file(stores, bundle(answered, digest="c" * 64))
    assert waiting(stores, "2025-06-20") == []
    anew = of_council("2026-01-20", "4", "Motion om fler laddstolpar i Lövsta", Outcome.REMISS, "KS-2026-00009")
    file(stores, bundle(anew, digest="e" * 64))
    assert waiting(stores, "2026-02-01") == [("KS-2026-00009", "Motion om fler laddstolpar i Lövsta", "2026-01-20")]


@ON_ONE_STORE
def test_motions_that_come_in_under_one_number_are_each_one(stores: Stores) -> None:
    said = [
        item(number, title, case_numbers=(CASE,), fields={"title": (at(title),)}, outcome=Outcome.REMISS)
        for number, title in (("8", "Anmälan av motion om lekplatser"), ("9", "Anmälan av motion om cykelställ"))
    ]
    file(stores, bundle(extract("Kommunfullmäktige", "2024-03-10", *said), digest="a" * 64))
    titles = [title for _number, title, _raised in waiting(stores, "2024-04-01")]
    assert sorted(map(str, titles)) == ["Motion om cykelställ", "Motion om lekplatser"]


def test_one_that_a_list_alone_tells_of_is_none_that_was_answered_before_it_came_in(stores: Stores) -> None:
    came = of_council("2022-03-10", "8", f"Anmälan av {POSTS_WITHIN}", Outcome.REMISS)
    ended = of_council("2023-02-10", "9", f"Svar på {POSTS_WITHIN}", Outcome.AVSLAG, "KS-2022-00005")
    file(stores, bundle(ended, digest="b" * 64))
    file(stores, bundle(came, digest="a" * 64))
    assert waiting(stores, "2025-03-01") == []
    paper = motion(POSTS, "2025-03-01", "Mira Tallbo (C)")
    file(stores, bundle(paper, digest="c" * 64))
    assert waiting(stores, "2025-03-20") == [(None, POSTS, "2025-03-01")]
    file(
        stores,
        bundle(of_council("2025-03-10", "10", f"Anmälan av {POSTS_WITHIN}", Outcome.REMISS), digest="d" * 64),
    )
    assert waiting(stores, "2025-03-20") == [(None, POSTS, "2025-03-10")]


@ON_ONE_STORE
@pytest.mark.parametrize(
    ("title", "outcome", "number"),
    [
        (f"{POSTS} - svar", Outcome.AVSLAG, "KS-2024-00200"),
        (f"Återtagande av {POSTS_WITHIN}", Outcome.ATERTAGEN, ""),
        (f"Återkallelse av {POSTS_WITHIN}", Outcome.ATERTAGEN, "KS-2024-00200"),
    ],
)
def test_what_a_title_says_is_made_of_it_is_no_part_of_its_name(
    stores: Stores, title: str, outcome: Outcome, number: str
) -> None:
    came = of_council("2024-03-10", "8", f"Ny {POSTS_WITHIN}", Outcome.OTHER, CASE)
    file(stores, bundle(came, digest="a" * 64))
    assert [row[2] for row in waiting(stores, "2024-04-01")] == ["2024-03-10"]
    file(stores, bundle(of_council("2024-09-10", "20", title, outcome, *filter(None, [number])), digest="b" * 64))
    assert waiting(stores, "2024-09-10") == []


@ON_ONE_STORE
def test_one_that_comes_in_where_another_of_its_title_is_answered_waits(stores: Stores) -> None:
    answered = of_council("2024-03-10", "8", f"Svar på {POSTS_WITHIN}", Outcome.AVSLAG, "KS-2022-00001")
    came = of_council("2024-03-10", "9", f"Ny {POSTS_WITHIN}", Outcome.REMISS, CASE)
    file(stores, bundle(came, digest="a" * 64))
    file(stores, bundle(answered, digest="b" * 64))
    assert waiting(stores, "2024-04-01") == [(CASE, POSTS, "2024-03-10")]


@ON_ONE_STORE
def test_exercise_is_no_motion_where_a_committee_speaks_of_none(stores: Stores) -> None:
    exercise = item("4", "Motion – riktlinjer för friskvård", case_numbers=("PN-2024-00009",))
    prepared = item(
        "5",
        "Motion – Fler laddstolpar i Lövsta",
        case_numbers=(CASE,),
        decisions=(decision("Personalnämnden", Outcome.AVSTYRKAN),),
    )
    file(stores, bundle(extract("Personalnämnden", "2024-03-10", exercise, prepared)))
    assert [row[0] for row in waiting(stores, "2024-04-01")] == [CASE]
