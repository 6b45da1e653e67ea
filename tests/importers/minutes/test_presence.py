"""One entry of a cover: who is named, with office, party, §§ and whom they serve for."""

from __future__ import annotations

import pytest

from importers.minutes.presence import entries_of, is_left_open, others_in, people_in
from tests.importers.reading import was_there, who
from tests.importers.typeset import running

SPANS = [(1, 20)]


@pytest.mark.parametrize(
    ("text", "present"),
    [
        ("Asta Lindvall, Ordförande (S)", ["Asta Lindvall (S)"]),
        ("Asta Lindvall Ledamot (V)", ["Asta Lindvall (V)"]),
        ("Asta Lindvall, 2:e vice ordförande, M", ["Asta Lindvall (M)"]),
        ("Asta Lindvall (S), 1 v. ordf", ["Asta Lindvall (S)"]),
        ("Asta Lindvall (M), 2. vice ordf. § 3", ["Asta Lindvall (M) § 3-3"]),
        ("Asta Lindvall, KD ej § 3", ["Asta Lindvall (KD) § 1-2 § 4-20"]),
        ("Ordförande Asta Lindvall (S)", ["Asta Lindvall (S)"]),
        ("MP Asta Lindvall, ordförande", ["Asta Lindvall (MP)"]),
        ("(C) Asta Lindvall", ["Asta Lindvall (C)"]),
        ("Asta Lindvall (S), Bo Ekwall (M) och Cilla Frank (V)", ["Asta Lindvall (S)", "Bo Ekwall (M)", "Cilla Frank (V)"]),
        ("Asta Lindvall (S) Bo Ekwall (M)", ["Asta Lindvall (S)", "Bo Ekwall (M)"]),
        ("Asta Lindvall, Bo Ekwall (kom 17:20), Cilla Frank", ["Asta Lindvall", "Bo Ekwall", "Cilla Frank"]),
        ("Asta Lindvall (M) tjg. för Bo Ekwall (M) § 4", ["Asta Lindvall (M) for Bo Ekwall (M) § 4-4"]),
        ("Asta Lindvall, ersättare för Bo Ekwall", ["Asta Lindvall for Bo Ekwall"]),
        ("Asta Lindvall (M), tjänstgörande ersättare för Ann-Britt Falk (M)", ["Asta Lindvall (M) for Ann-Britt Falk (M)"]),
        ("Asta Lindvall (M), tj.g. §§ 2-4 för Bo Ekwall (M)", ["Asta Lindvall (M) for Bo Ekwall (M) § 2-4"]),
        ("Asta Lindvall (M) Ers. för Bo Ekwall", ["Asta Lindvall (M) for Bo Ekwall"]),
        (
            "Asta Lindvall (M), tjänstgör för Bo Ekwall (M) §§ 1-4 samt för Cilla Frank (M) §§ 5-9",
            ["Asta Lindvall (M) for Bo Ekwall (M) § 1-4", "Asta Lindvall (M) for Cilla Frank (M) § 5-9"],
        ),
        ("(M) Asta Lindvall, tjg. för (M) Bo Ekwall", ["Asta Lindvall (M) for Bo Ekwall (M)"]),
        ("M Asta Lindvall i stället för KD Bo Ekwall § 4", ["Asta Lindvall (M) for Bo Ekwall (KD) § 4-4"]),
        (
            "(M) Asta Lindvall ersätter (M) Bo Ekwall, (V) Cilla Frank för (V) Per Al",
            ["Asta Lindvall (M) for Bo Ekwall (M)", "Cilla Frank (V) for Per Al (V)"],
        ),
        ("Asta Lindvall (S), tjg ers", ["Asta Lindvall (S)"]),
        ("Asta Lindvall, ej tjg ers, kl. 10.00-12.00", ["Asta Lindvall not serving"]),
        ("Vakant (M)", []),
        ("Frank (SD)", ["Frank (SD)"]),
        ("Enligt förteckning", []),
    ],
)  # fmt: skip
def test_who_is_there(text: str, present: list[str]) -> None:
    assert [was_there(one.presence) for one in entries_of(running(text), SPANS, serving=True)] == present


@pytest.mark.parametrize(
    ("text", "others"),
    [
        ("Ekonomichef Sara Ros", [("Sara Ros", "Ekonomichef")]),
        ("Sara Solstad, kommunchef", [("Sara Solstad", "kommunchef")]),
        ("Sara Ros kommunchef", [("Sara Ros", "kommunchef")]),
        ("Sara Ros, VD Norra Testbodahem AB (NTAB) § 41", [("Sara Ros", "VD Norra Testbodahem AB (NTAB)")]),
        ("Sara Ros, Testbodahem § 3", [("Sara Ros", "Testbodahem")]),
        ("Sara Ros, rektor Norra Skolan", [("Sara Ros", "rektor Norra Skolan")]),
        (
            "Sara Ros, Bo Ahl, kommunchef Siv Ek (§ 5) samt sekreterare Per Al",
            [("Sara Ros", None), ("Bo Ahl", None), ("Siv Ek", "kommunchef"), ("Per Al", "sekreterare")],
        ),
        ("Sara Ros, politisk sekreterare (S)", [("Sara Ros (S)", "politisk sekreterare")]),
        ("Sara Ros, förvchef, barn- och skolförvaltningen § 2", [("Sara Ros", "förvchef, barn- och skolförvaltningen")]),
    ],
)  # fmt: skip
def test_officials_with_their_office(text: str, others: list[tuple[str, str | None]]) -> None:
    found = [one.presence.person for one in others_in(running(text), SPANS)]
    assert [(who(one), one.role) for one in found] == others


@pytest.mark.parametrize(
    ("text", "below", "goes_on"),
    [
        ("Asta Lindvall, Bo", "Ekwall och Cilla Frank", True),
        ("tjänstgör för Ann-Britt", "Falk (M)", True),
        ("(M) Asta Lindvall, tjg. för (M)", "Bo Ekwall", True),
        ("(M) Asta Lindvall, tjg. för (M) Bo", "Ekwall", True),
        ("Asta Lindvall samt sekreterare", "Bo Ekwall", True),
        ("Asta Lindvall, M, Ordförande", "Bo Ekwall, C", False),
        ("Asta Lindvall, MP", "Bo Ekwall, C", False),
        ("Asta Lindvall, lärare, Norrskolan", "Bo Ekwall, rektor", False),
    ],
)
def test_a_name_broken_at_the_line_end(text: str, below: str, goes_on: bool) -> None:
    assert is_left_open(text, below) is goes_on


def test_a_place_or_a_heading_is_nobody() -> None:
    assert people_in("Norra Skolan") == []
    assert people_in("Testboda Energi AB") == []
    assert people_in("Beslutande") == []


def test_a_full_stop_ends_a_name() -> None:
    assert [one.name for one in people_in("Siv Edman och Claes Nordin. Justeringen sker i dag")] == [
        "Siv Edman",
        "Claes Nordin",
    ]
    assert [one.name for one in people_in("Carl Chr. Ek")] == ["Carl Chr. Ek"]
