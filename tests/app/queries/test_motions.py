"""Redovisning av obesvarade motioner: which motions stand in it on a day, and that it can be handed on safely."""

from __future__ import annotations

import csv
import io
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from pysqlite3 import dbapi2 as sqlite

from app import acts
from app.bulk.database import write_database
from app.db import Stores, reading
from app.exports.cells import safe
from app.exports.motions import as_csv, as_html, cells, headings
from app.queries.listing import Asked, Wanted, page_of
from app.queries.lists.motions import MOTIONS
from app.queries.motions import unanswered
from app.schemas.motion_rows import MotionRow
from importers.bundle import Document, DocumentKind, Outcome, Role, Section
from tests.app.conftest import Lasting
from tests.app.filing import file
from tests.app.filing import rows as table_rows
from tests.app.register.saying import answer, at, bundle, day, decision, extract, item, motion, proposal, raised


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
        return unanswered(session, day(on), overdue=overdue)


def _number(row: MotionRow) -> str | None:
    return row["case"]["number"] if row["case"] else None


@pytest.fixture(scope="module")
def filed(lasting: Lasting) -> Stores:
    """Two motions: one before the council, one that the council has answered; and a matter that is no motion."""
    stores = lasting.stores
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
        "inget finns här",
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
    assert [_number(row) for row in accounted(filed, on)] == numbers
    assert [_number(row) for row in accounted(filed, on, overdue=True)] == overdue


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
    assert (_number(row), row["clock"]) == ("KS-2024-00501", None)
    assert accounted(stores, "2025-12-01", overdue=True) == []


def test_a_motion_with_a_short_title_and_no_number_is_accounted_for(stores: Stores) -> None:
    file(stores, bundle(motion("Motion om badhus", "2024-01-20", "Mira Tallbo (C)")))
    assert [row["title"] for row in accounted(stores, "2025-06-01", overdue=True)] == ["Motion om badhus"]


LISTED = (
    "Efter sammanträdet den 20 januari 2025 har följande motioner och skrivelser inkommit. Motioner 2025-01-27 Motion av Mira"
    " Tallbo (C) och Olle Rask (C) om lövträd på skolgårdar, H 2025 nr 14 2025-02-03 Motion av Bo Ek (M) om belysta"
    " gångbanor. Skrivelser 2025-02-04 Dom i ett mål om en plan, 2025-02-05 Beslut i ett annat"
)


def minutes(date: str, *items: Any) -> Document:
    return replace(extract("Kommunfullmäktige", date, *items), kind=DocumentKind.PROTOKOLL)


def register_of(number: str, text: str) -> Any:
    """A § that only lists what has come in."""
    section = Section("Beslut", Role.PRESENTATION, text, at(text[:40]))
    return item(number, "Förteckning över anmälningsärenden", sections=(section,), outcome=Outcome.ANTECKNING)


def test_a_list_of_the_council_tells_when_each_of_its_motions_came_in(stores: Stores, tmp_path: Path) -> None:
    """The day that it prints; that of the meeting where it is not clear whose a day is. What is in no matter is told too."""
    two_days = "Följande motioner anmäls: 2025-03-03 2025-03-04 Motion av Isa Berg (V) om odlingslotter vid kanalen"
    file(stores, bundle(board("88", "KS-2025-00042", "lövträd på skolgårdar", "2025-02-10")))
    titled = item(
        "12",
        "Motion av Mira Tallbo (C) och Olle Rask (C) om lövträd på skolgårdar",
        case_numbers=("KS-2025-00042",),
        answers=(answer("lövträd på skolgårdar", "Mira Tallbo (C)", "Olle Rask (C)"),),
        decisions=(decision("Kommunfullmäktige", Outcome.BORDLAGGNING),),
        outcome=Outcome.BORDLAGGNING,
    )
    named = minutes("2025-05-26", titled)
    file(stores, bundle(minutes("2025-02-24", register_of("40", LISTED)), named, digest="c" * 64))
    file(stores, bundle(minutes("2025-03-24", register_of("60", two_days)), digest="a" * 64))
    told = {
        row["subject"]: (row["clock"]["raised"].isoformat(), row["clock"]["basis"], len(row["movers"]))
        for row in accounted(stores, "2025-06-01")
        if row["clock"]
    }
    assert told == {
        "lövträd på skolgårdar": ("2025-02-10", "stated", 2),
        "belysta gångbanor": ("2025-02-03", "received", 1),
        "odlingslotter vid kanalen": ("2025-03-24", "announced", 1),
    }
    path = tmp_path / "diarium.db"
    with reading(stores.public) as session:
        write_database(session, path, {})
    with closing(sqlite.connect(str(path))) as taken:  # what is taken home counts them alike
        held = taken.execute("SELECT subject, raised, basis FROM motions").fetchall()
    assert sorted(held) == sorted((subject, *of[:2]) for subject, of in told.items())
    rows = {row["subject"]: row for row in accounted(stores, "2025-06-01")}
    assert [_number(row) for row in rows.values()] == ["KS-2025-00042" if "träd" in (s or "") else None for s in rows]
    assert cells(rows["belysta gångbanor"])[7:] == [
        "2025-02-24 Kommunfullmäktige § 40: anmäld",
        "2026-02-03",
        "inom tiden",
        "inkom, enligt fullmäktiges förteckning",
        "2025-02-24, 2025-03-24, 2025-05-26",
    ]


def test_a_motion_whose_signers_are_put_right_is_the_one_that_the_list_announces(stores: Stores) -> None:
    file(stores, bundle(motion("Motion om belysta gångbanor", "2025-02-01", "Bo Elk (M)")))
    file(stores, bundle(minutes("2025-02-24", register_of("40", LISTED)), digest="a" * 64))

    def lit() -> list[tuple[str | None, str]]:
        rows = [row for row in accounted(stores, "2025-06-01") if row["subject"] == "belysta gångbanor"]
        return [(row["document_id"], row["clock"]["basis"] if row["clock"] else "") for row in rows]

    (paper,) = [row for row in table_rows(stores.desk)["documents"] if row["kind"] == "motion"]
    assert set(lit()) == {(None, "received"), (paper["id"], "motion")}, "two, while the names differ"
    acts.correct(stores, str(paper["id"]), "signed_by", ["Bo Ek (M)"], acts.Actor("anna", "felläst namn"))
    assert lit() == [(paper["id"], "received")]


def test_movers_and_subject_are_read_from_a_title_where_no_paper_is_here(stores: Stores) -> None:
    file(stores, bundle(tabled("501")))
    (row,) = accounted(stores, "2025-12-01")
    movers = [(person["name"], person["party"]) for person in row["movers"]]
    assert (movers, row["subject"], row["document_id"]) == ([("Mira Tallbo", "C")], "bänkar i park 501", None)


def test_what_was_answered_or_withdrawn_is_marked_so_where_it_is_asked_for(stores: Stores) -> None:
    file(stores, bundle(tabled("501"), tabled("502", Outcome.AVSLAG), tabled("503", Outcome.ATERTAGEN)))
    with reading(stores.desk) as session:
        rows = unanswered(session, day("2025-12-01"), ended=True)
    assert [(_number(row), cells(row)[9]) for row in rows] == [
        ("KS-2024-00501", "dagen är inte känd"),
        ("KS-2024-00502", "besvarad"),
        ("KS-2024-00503", "återtagen"),
    ]


def test_the_api_lists_the_same_motions_as_the_account(filed: Stores) -> None:
    asked = Asked({"standing": "unanswered"}, "title", 50, 0)
    with reading(filed.desk) as session:
        rows = page_of(session, MOTIONS, asked, Wanted(today=day("2025-08-31"))).rows
    assert {row["id"] for row in rows} == {row["id"] for row in accounted(filed, "2025-08-31")}
    assert [row["document"] is not None for row in rows] == [True, False]


def test_a_motion_that_lies_in_two_matters_names_its_movers_once(stores: Stores) -> None:
    """Also where the account reads both matters, since each holds a motion of its own beside."""
    numbers = "KS-2025-00051", "BUN-2025-00052"
    carried = {"lekplatser": numbers, "bänkar": numbers[:1], "cykelställ": numbers[1:]}
    for digest, (about, own) in zip("abc", carried.items(), strict=True):
        paper = motion(f"Motion om {about}", "2025-01-20", f"Mira {about.title()} (C)")
        file(stores, bundle(replace(paper, case_numbers=own), digest=digest * 64))
    movers = {row["title"]: [one["name"] for one in row["movers"]] for row in accounted(stores, "2025-06-01")}
    assert movers == {f"Motion om {about}": [f"Mira {about.title()}"] for about in carried}
    marked = [(row["subject"], row["twice"]) for row in table_rows(stores.desk)["motions"]]
    assert sorted(marked) == [("bänkar", False), ("cykelställ", False), ("lekplatser", True), ("lekplatser", True)]
