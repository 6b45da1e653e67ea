"""Covers of many forms, read from the shared probes: who was there, who verifies and when, how long the notice stands."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest

from importers.bundle import Document, DocumentKind, Meeting, Notice, Verification
from importers.doubts import DoubtCode
from tests.importers.reading import attendance_of, read_file, who
from tests.places import SHARED

pytestmark = pytest.mark.shared
_PROBES = SHARED / "probes"

_SARA = ("Sara Ros", "sekreterare")
_ATTENDANCE: dict[str, tuple[str | None, list[str], list[str], list[tuple[str, str]]]] = {
    "just1": ("Eva Lind (S)", ["Per Al (M)"], [], []),
    "f16cover": (
        "Eva Lind (S)",
        ["Bo Ahl (M) § 41-42", "Siv Ek (M) for Bo Ahl (M) § 43-43", "Per Al (V)"],
        [],
        [_SARA],
    ),
    "f17cover": (
        "Eva Lind (S)",
        ["Bo Ahl for Siv Ek", "Ulf Sten (M) for Per Al", "Mona Falk (V)"],
        ["Kaj Berg not serving", "Lisa Dal not serving"],
        [_SARA],
    ),
    "onepage": ("Eva Lind (S)", ["Per Al (M)"], [], []),
    "undantag": (None, [], ["Siv Ek", "Bo Ahl"], [_SARA]),
    "narvej": (
        None,
        [],
        ["Eva Lind not serving", "Per Al not serving", "Siv Ek not serving", "Bo Ahl not serving"],
        [],
    ),
    "offmid": ("Eva Lind (S)", ["Per Al (M)", "Siv Ek (V)"], [], []),
    "preparty": ("Eva Lind (S)", ["Per Al (MP)", "Siv Ek (FP) for Bo Ahl (V)"], [], [_SARA]),
    "twocol": (
        "Eva Lind (S)",
        ["Per Al (M)"],
        [],
        [("Sara Ros", "kommundirektör"), ("Bo Ahl", "förvaltningschef, kulturförvaltningen")],
    ),
    "wrapfor": ("Eva Lind (S)", ["Per Al (M) for Ann-Christine Falk (M)"], [], []),
    "ejbort": ("Eva Lind (S)", ["Per Al (M)"], [], []),
    "vd": ("Eva Lind (S)", [], [], [_SARA, ("Bo Ahl", "VD Vatten i Nord-Testboda AB (VATAB)")]),
    "semi": ("Eva Lind (S)", ["Per Al (M)"], [], []),
    "v11": (
        "Eva Lind (S)",
        ["Dmitar Savic´ (MP)", "Siv Ek (M)", "Maria Falk (V)", "Ida Fäger (S) § 41-41 § 43-43"],
        [],
        [],
    ),
    "h_case": (
        "Anna Ek (C)",
        ["Bo Lind (M)", "Cia Berg (S)"],
        ["Dan Holm (C) not serving", "Eva Ståhl (S) not serving"],
        [("Frida Rask", "Ekonomichef"), ("Gun Wall", "Kommunchef")],
    ),
}  # fmt: skip


def document_of(name: str) -> Document:
    return read_file(_PROBES / f"{name}.pdf").documents[0]


@pytest.mark.parametrize("name", _ATTENDANCE)
def test_who_was_there(name: str) -> None:
    assert attendance_of(document_of(name)) == _ATTENDANCE[name]


@pytest.mark.parametrize(
    ("name", "justerare"),
    [
        ("just1", ["Per Al (M)"]),
        ("f15just", ["Bo Ahl (M)"]),
        ("f15bjust", ["Bo Ahl (M)"]),
        ("f15cjust", ["Bo Ahl (M)"]),
        ("f16cover", ["Per Al"]),
        ("narvej", ["Karl Berg", "Mona Falk"]),
        ("semi", ["Per Al (M)"]),
    ],
)
def test_who_verifies(name: str, justerare: list[str]) -> None:
    assert [who(one) for one in document_of(name).justerare] == justerare


@pytest.mark.parametrize("name", ["just1", "just2"])
def test_the_days_of_verification_and_notice(name: str) -> None:
    document = document_of(name)
    assert document.verification == Verification(dt.date(2025, 3, 11), "Kommunhuset")
    assert document.notice == Notice(dt.date(2025, 3, 12), dt.date(2025, 4, 3))


@pytest.mark.parametrize(
    ("name", "meeting"),
    [
        ("ajour", Meeting("Kommunhuset", "18.30", "19.55", "41-42")),
        ("semi", Meeting("Kommunhuset", "13.00", "15.00")),
        ("onepage", Meeting("Kommunhuset", "18.00", "19.30")),
    ],
)
def test_where_and_when(name: str, meeting: Meeting) -> None:
    assert document_of(name).meeting == meeting


@pytest.mark.parametrize(
    ("name", "head"),
    [
        ("f18body", ("protokoll", "Testboda kommun", "Nämnden för Kultur & Fritid", "2025-03-04")),
        ("region", ("protokoll", "Region Testland", "Regionfullmäktige", "2025-03-04")),
        ("onepage", ("protokoll", "Testboda kommun", "Kommunfullmäktige", "2025-03-04")),
        ("organ", ("protokoll", None, "Kommunstyrelsen", "2025-03-04")),
        ("v8", ("protokoll", "Testboda kommun", "Kommunstyrelsen", "2025-03-04")),
        ("h4head", ("tjansteskrivelse", "Testboda kommun", "Förvaltningen för stolar", "2025-03-26")),
        ("situations/m1", ("protokoll", "Alnsjö kommun", "Folkhälsorådet", "2025-03-05")),
        ("situations/m3", ("protokoll", "Alnsjö kommun", "Kommunfullmäktige", "2025-11-24")),
        ("situations/m5", ("protokoll", "Alnsjö kommun", "Kommunfullmäktige", "2025-11-24")),
        ("situations/m7", ("protokoll", "Alnsjö kommun", "Kommunstyrelsen", None)),
    ],
)
def test_what_the_head_says(name: str, head: tuple[str, str | None, str, str | None]) -> None:
    (document,) = read_file(_PROBES / f"{name}.pdf").documents
    date = document.date.isoformat() if document.date else None
    assert (document.kind.value, document.municipality, document.body, date) == head


def test_pages_that_count_on_in_bare_numbers_are_all_there() -> None:
    codes = {one.code for one in read_file(_PROBES / "h_case.pdf").doubts}
    assert DoubtCode.PAGES_MISSING not in codes


def test_a_line_of_text_that_opens_two_pages_is_read() -> None:
    (document,) = read_file(_PROBES / "pt_plain.pdf").documents
    assert [len(item.votes) for item in document.items] == [1, 1]


@pytest.mark.parametrize("path", sorted((SHARED / "towns" / "not-minutes").glob("*.pdf")), ids=lambda path: path.stem)
def test_a_paper_that_decides_nothing_says_so(path: Path) -> None:
    bundle = read_file(path)
    assert [(one.kind, one.items, one.proposals) for one in bundle.documents] == [(DocumentKind.OTHER, (), ())]
    assert DoubtCode.DOCUMENT_NOT_MINUTES in {one.code for one in bundle.doubts}


@pytest.mark.parametrize(
    ("name", "code", "params"),
    [
        ("situations/m7", DoubtCode.DOCUMENT_DATE_IMPOSSIBLE, {"printed": "2025-02-30"}),
        ("situations/m3", DoubtCode.DOCUMENT_DAYS, {"printed": "2025-11-24–25", "date": "2025-11-24"}),
        ("situations/m5", DoubtCode.DOCUMENT_DAYS, {"printed": "24–25 november 2025", "date": "2025-11-24"}),
        ("situations/m6", DoubtCode.DOCUMENT_DATE_AHEAD, {"date": "2052-11-05"}),
        ("undantag", DoubtCode.ATTENDANCE_ALL_BUT, {"text": "Samtliga ledamöter med undantag av:"}),
        ("narvej", DoubtCode.ATTENDANCE_ELSEWHERE, {"text": "Se bifogade uppropslistor"}),
    ],
)
def test_what_is_not_said_is_doubted(name: str, code: DoubtCode, params: dict[str, Any]) -> None:
    assert [one.params for one in read_file(_PROBES / f"{name}.pdf").doubts if one.code == code] == [params]
