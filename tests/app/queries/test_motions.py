"""Redovisning av obesvarade motioner: which motions stand in it on a day, and that it can be handed on safely."""

from __future__ import annotations

import csv
import io
from typing import Any

import pytest

from app.db import Stores, reading
from app.exports.motions import as_csv, as_html, cells, headings, safe
from app.queries.motions import motions
from app.schemas.rows import MotionRow
from importers.bundle import Document, Outcome
from tests.app.filing import file
from tests.app.register.saying import answer, bundle, day, decision, extract, item, motion, proposal, raised


def board(number: str, case: str, title: str, raised_on: str, **more: Any) -> Document:
    said = item(
        number,
        f"Svar på motion om {title}",
        case_numbers=(case,),
        answers=(answer(f"om {title}"),),
        decisions=(proposal("Kommunstyrelsen", "kommunfullmäktige", Outcome.AVSLAG),),
        outcome=Outcome.AVSLAG,
        earlier=(raised(raised_on),),
    )
    return extract("Kommunstyrelsen", "2025-06-17", said, **more)


def tabled(number: str, outcome: Outcome = Outcome.BORDLAGGNING) -> Document:
    """The council's own § about a motion that is not filed itself, and whose day nobody tells."""
    said = item(
        number,
        f"Motion av Mira Tallbo (C) om bänkar i park {number}",
        case_numbers=(f"KS-2024-00{number}",),
        answers=(answer(f"om bänkar i park {number}", "Mira Tallbo (C)"),),
        decisions=(decision("Kommunfullmäktige", outcome),),
        outcome=outcome,
    )
    return extract("Kommunfullmäktige", "2025-06-17", said)


def accounted(stores: Stores, on: str, *, overdue: bool = False) -> list[MotionRow]:
    with reading(stores.desk) as session:
        return motions(session, day(on), overdue=overdue)


@pytest.fixture
def filed(stores: Stores) -> Stores:
    """Two motions: one before the council, one that the council has answered; and a matter that is no motion."""
    named = motion("Motion om lövträd på skolgårdar", "2025-01-20", "Mira Tallbo (C)", "Olle Rask (C)")
    ended = extract(
        "Kommunfullmäktige",
        "2025-09-01",
        item(
            "101",
            "Svar på motion om cykelställ vid stationen",
            case_numbers=("KS-2025-00007",),
            answers=(answer("om cykelställ vid stationen"),),
            decisions=(decision("Kommunfullmäktige", Outcome.AVSLAG),),
            outcome=Outcome.AVSLAG,
        ),
    )
    other = extract("Kommunstyrelsen", "2025-06-17", item("90", "Budget", case_numbers=("KS-2025-00090",)))
    file(stores, bundle(named, board("88", "KS-2025-00042", "lövträd på skolgårdar", "2025-02-10")))
    file(stores, bundle(board("89", "KS-2025-00007", "cykelställ vid stationen", "2024-12-16"), ended, digest="e" * 64))
    file(stores, bundle(other, digest="d" * 64))
    return stores


def test_a_motion_stands_there_with_its_movers_its_days_and_where_it_lies(filed: Stores) -> None:
    (row,) = accounted(filed, "2026-01-12")
    assert cells(row) == [
        "KS-2025-00042",
        "Alnsjö",
        "Motion om lövträd på skolgårdar",
        "Mira Tallbo (C), Olle Rask (C)",
        "2025-02-10",
        336,
        "Kommunfullmäktige",
        "2025-06-17 Kommunstyrelsen § 88: föreslår avslag",
        "2026-02-10",
        "högst 30 dagar kvar",
        "enligt ärendets handlingar",
    ]
    assert len(headings()) == len(cells(row))


@pytest.mark.parametrize(
    ("on", "numbers", "overdue"),
    [
        ("2024-12-15", [], []),
        ("2025-01-20", ["KS-2025-00007"], []),
        ("2025-08-31", ["KS-2025-00007", "KS-2025-00042"], []),
        ("2025-09-01", ["KS-2025-00042"], []),
        ("2026-02-10", ["KS-2025-00042"], []),
        ("2026-02-11", ["KS-2025-00042"], ["KS-2025-00042"]),
    ],
)
def test_the_day_decides_which_motions_are_unanswered_and_which_overdue(
    filed: Stores, on: str, numbers: list[str], overdue: list[str]
) -> None:
    assert [row["case"]["number"] for row in accounted(filed, on)] == numbers
    assert [row["case"]["number"] for row in accounted(filed, on, overdue=True)] == overdue


def test_where_it_lay_on_an_earlier_day_is_the_next_station_then(filed: Stores) -> None:
    row = accounted(filed, "2025-03-01")[1]
    assert row["lies"] == "Kommunstyrelsen"
    assert row["last"] is not None and row["last"]["kind"] == "raised"


@pytest.mark.parametrize("hostile", ["=1+1", "+1", "-1", "@x", "\t=1", "＝1", " =1", "|x", "%x"])
def test_a_cell_is_never_a_formula(hostile: str) -> None:
    shown = safe(hostile)
    assert isinstance(shown, str) and shown.startswith("'")


@pytest.mark.parametrize("plain", ["KS-2025-00042", "2025-02-10", "§ 88", 336, ""])
def test_what_is_no_formula_is_left_alone(plain: str | int) -> None:
    assert safe(plain) == plain


def test_csv_holds_the_same_rows_and_excel_gets_its_signs(filed: Stores) -> None:
    rows = accounted(filed, "2026-01-12")
    read = list(csv.reader(io.StringIO(as_csv(rows))))
    assert read == [headings(), [str(cell) for cell in cells(rows[0])]]
    excel = as_csv(rows, excel=True)
    assert excel.startswith("\ufeffDnr;Kommun;Motion;") and "KS-2025-00042;Alnsjö;" in excel


def test_the_page_to_print_escapes_what_pdfs_say(stores: Stores) -> None:
    hostile = motion("Motion om </title><script>alert(1)</script> träd", "2025-01-20", "Mira <b>Tallbo</b> (C)")
    file(stores, bundle(hostile))
    page = as_html(accounted(stores, "2025-03-01"), day("2025-03-01"))
    assert "<script>" not in page and "<b>" not in page
    assert "&lt;script&gt;" in page and "1 mars 2025" in page


def test_a_motion_that_is_only_spoken_of_counts_until_it_is_decided(stores: Stores) -> None:
    file(stores, bundle(tabled("501"), tabled("502", Outcome.AVSLAG)))
    (row,) = accounted(stores, "2025-12-01")
    assert (row["case"]["number"], row["clock"]) == ("KS-2024-00501", None)
    assert accounted(stores, "2025-12-01", overdue=True) == []


def test_a_motion_with_a_short_title_and_no_number_is_accounted_for(stores: Stores) -> None:
    file(stores, bundle(motion("Motion om badhus", "2024-01-20", "Mira Tallbo (C)")))
    assert [row["title"] for row in accounted(stores, "2025-06-01", overdue=True)] == ["Motion om badhus"]
