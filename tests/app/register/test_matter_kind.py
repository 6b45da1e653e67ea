"""What kind of matter it is, with the words that say so."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.ids import Ids
from app.register import values
from app.register.build import build
from importers.bundle import Clause, Document, Outcome
from tests.app.register.saying import answer, at, decision, extract, item, motion, parts, raised

IDS = Ids(b"a secret of this test")


def kinds(*documents: Document) -> list[tuple[str | None, str | None, str | None]]:
    built = build([part for document in documents for part in parts(document)], IDS)
    return [
        (row.kind, row.kind_evidence, row.kind_at["quote"] if row.kind_at else None)
        for row in built.owned
        if isinstance(row, values.Matter)
    ]


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Medborgarförslag om en bänk i parken", "medborgarforslag"),
        ("Svar på interpellation om bryggor", "interpellation"),
        ("Enkel fråga om bryggor", "interpellation"),
        ("Remiss från Utbildningsdepartementet om rektorer", "remiss"),
        ("Samrådsunderlag inför rambudget", "remiss"),
        ("Inkomna remisser", "anmalan"),
        ("Remissvar om minnesplattor", "remiss"),
        ("Val av representant i ett gemensamt samråd", "val"),
        ("Valberedningens förslag till vid sammanträdet förekommande val", "val"),
        ("Lista över delegationsbeslut", "anmalan"),
        ("Reviderat yrkande från M om lovskola", "own"),
        ("Yrkande från V om valstugor", "own"),
        ("Initiativ om bänkar", "own"),
        ("Val av justerare", "val"),
        ("Avsägelse från Anna Ek (S)", "val"),
        ("Anmälan av delegationsbeslut", "anmalan"),
        ("Förteckning över anmälningsärenden", "anmalan"),
        ("Stadsdirektörens anmälningar", "anmalan"),
        ("Uppföljning av anmälningar som rör skolan", None),
        ("Ordningsfråga", "ordningsfraga"),
        ("Information från kommundirektören", "information"),
        ("Riktlinje för remisshantering och remittering", None),
        ("Valnämndens budget", None),
        ("Budget 2026", None),
    ],
)
def test_a_title_tells_the_kind_and_what_says_nothing_has_none(title: str, expected: str | None) -> None:
    said = kinds(extract("Kommunstyrelsen", "2025-06-17", item("7", title, case_numbers=("KS-2025-7",))))
    assert said == [(expected, "title" if expected else None, "§ 7" if expected else None)]


def test_a_decision_that_answers_a_remiss_tells_it_where_the_title_does_not() -> None:
    text = "Kontorets utlåtande översänds som yttrande på remissen Budgetunderlag 2025."
    decided = replace(decision("Kommunstyrelsen", Outcome.OTHER), clauses=(Clause(text, at(text)),))
    said = item("7", "Räddningstjänsten budgetunderlag", case_numbers=("KS-2025-7",), decisions=(decided,))
    assert kinds(extract("Kommunstyrelsen", "2025-06-17", said)) == [("remiss", "clause", text)]


@pytest.mark.parametrize(
    ("title", "kind", "motions"),
    [
        ("Svar på interpellation om bryggor", "interpellation", 0),
        ("Svar på medborgarförslag om bryggor", "medborgarforslag", 0),
        ("Bryggor vid viken", "motion", 1),
    ],
)
def test_what_is_told_of_the_raising_of_an_interpellation_makes_no_motion(title: str, kind: str, motions: int) -> None:
    said = extract(
        "Kommunfullmäktige",
        "2025-06-17",
        item("7", title, case_numbers=("KS-2025-7",), earlier=(raised("2025-02-10"),)),
    )
    assert [one[0] for one in kinds(said)] == [kind]
    owned = build(list(parts(said)), IDS).owned
    assert sum(isinstance(row, values.Motion) for row in owned) == motions


def test_a_motion_is_one_by_its_paper_or_by_the_title_of_what_answers_it() -> None:
    answered = item("7", "Motion om bänkar", case_numbers=("KS-2025-7",), answers=(answer("om bänkar i parken"),))
    extracted = extract("Kommunstyrelsen", "2025-06-17", answered)
    paper = motion("Motion om bänkar i parken", "2025-01-20", "Mira Tallbo (C)")
    assert kinds(extracted) == [("motion", "title", "§ 7")]
    assert kinds(extracted, paper) == [("motion", "paper", "Motion om bänkar i parken")]
