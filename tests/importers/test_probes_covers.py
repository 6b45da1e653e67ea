"""Covers of many forms, read from the shared probes: who was there, who verifies and when, how long the notice stands."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from importers.bundle import Document, Meeting, Notice, Verification
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
    ("name", "code", "params"),
    [
        ("undantag", DoubtCode.ATTENDANCE_ALL_BUT, {"text": "Samtliga ledamöter med undantag av:"}),
        ("narvej", DoubtCode.ATTENDANCE_ELSEWHERE, {"text": "Se bifogade uppropslistor"}),
    ],
)
def test_what_is_not_said_is_doubted(name: str, code: DoubtCode, params: dict[str, Any]) -> None:
    assert [one.params for one in read_file(_PROBES / f"{name}.pdf").doubts if one.code == code] == [params]
