"""Rows of a list of what has come in are no decisions, and each motion among them has the day that stands beside it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.ids import Ids
from app.register import values
from app.register.announced import announced
from app.register.build import build
from importers.bundle import Clause, Item, Outcome, Role, Section
from tests.app.register.saying import at, decision, extract, item, parts

FOLLOWS = "Efter fullmäktiges sammanträde den 20 maj har följande motioner och skrivelser inkommit."
PARK, BOATS = "Motion av Mira Tallbo (C) om bänkar i parken", "Motion av Bo Ek (M) om kommunala roddbåtar"


def listing(*texts: str) -> Item:
    decided = replace(
        decision("Kommunfullmäktige", Outcome.ANTECKNING), clauses=tuple(Clause(text, at(text)) for text in texts)
    )
    sections = (Section("Beslut", Role.DECISION, " ".join(texts), at(texts[0])),)
    return item("7", "Förteckning över anmälningsärenden", decisions=(decided,), sections=sections)


def test_a_title_that_is_the_one_motion_that_has_come_in_announces_it() -> None:
    title = f"Anmälan av {PARK.replace('Motion', 'motion')}"
    (found,) = announced(item("8", title, fields={"title": (at(title),)}))
    assert (found.title, found.day, [one.name for one in found.movers]) == (PARK, None, ["Mira Tallbo"])
    assert announced(item("8", title, fields={"title": (at(title),)}), of_case=True) == []


@pytest.mark.parametrize(
    ("title", "outcome", "expected"),
    [
        ("Anmälan av motion om bänkar i parken", None, "Motion om bänkar i parken"),
        ("Ny motion: Bänkar i parken", None, "Motion: Bänkar i parken"),
        ("Motion om bänkar i parken", Outcome.REMISS, "Motion om bänkar i parken"),
        ("Motion (C) och (M) - Bänkar i parken", Outcome.REMISS, "Motion (C) och (M) - Bänkar i parken"),
        ("Motion. Bänkar i parken", Outcome.REMISS, "Motion. Bänkar i parken"),
        ("Motion angående bänkar - remiss", Outcome.REMISS, "Motion angående bänkar"),
        ("Motion om bänkar i parken", Outcome.AVSLAG, None),
        ("Motion om bänkar i parken", None, None),
        ("Anmälan av motion som är obesvarad", None, None),
        ("Anmälan av motion om bänkar som ännu ej besvarats", Outcome.ANTECKNING, None),
        ("Anmälan av motion om lekar som inte stör", None, "Motion om lekar som inte stör"),
        ("Ny motion om bänkar i parken", Outcome.AVSLAG, None),
        ("Motion (C) om bänkar samt motion (M) om båtar", Outcome.REMISS, None),
        ("Återtagande av motion om bänkar i parken", Outcome.ATERTAGEN, None),
        ("Anmälan av motioner om bänkar", None, BOATS),
        ("Motioner om bänkar som beretts", Outcome.REMISS, None),
        ("Motion och friskvård för äldre", Outcome.REMISS, None),
        ("Svar på motion om bänkar i parken", Outcome.REMISS, None),
    ],
)
def test_a_title_announces_one_motion_where_it_says_so_or_the_council_sends_it_on(
    title: str, outcome: Outcome | None, expected: str | None
) -> None:
    said = item("8", title, fields={"title": (at(title),)}, outcome=outcome)
    cited = Section("Beslutsunderlag", Role.BASIS, f"2025-01-02 {BOATS}", at(BOATS))
    assert [row.title for row in announced(replace(said, sections=(cited,)))] == ([expected] if expected else [])


def test_rows_of_a_list_are_of_no_decision_and_a_bodys_bare_name_is_no_clause() -> None:
    said = listing(
        "Antecknas.",
        FOLLOWS,
        "2025-05-27",
        PARK,
        "2025-06-02",
        "Domstolen beslutar.",
        "Listan läggs till handlingarna.",
    )
    alone = replace(decision("Kommunfullmäktige", Outcome.OTHER), clauses=(Clause("Kommunfullmäktige", at("x")),))
    meeting = extract("Kommunfullmäktige", "2025-06-17", said, item("8", "Jäv", decisions=(alone,)))
    clauses = [row for row in build(parts(meeting), Ids(b"secret")).owned if isinstance(row, values.Clause)]
    assert [row.text for row in clauses if row.decision_id] == ["Antecknas.", "Listan läggs till handlingarna."]
    assert [row.text for row in clauses if not row.decision_id] == [
        FOLLOWS,
        "2025-05-27",
        PARK,
        "2025-06-02",
        "Domstolen beslutar.",
    ]


@pytest.mark.parametrize(
    ("rows", "days"),
    [
        (("2025-05-27", PARK, "2025-05-28", BOATS), ["2025-05-27", "2025-05-28"]),
        (("2025-05-27", "2025-05-28", PARK, BOATS), ["2025-05-27", "2025-05-28"]),
        (("2025-05-27", "2025-05-28", "2025-05-29", PARK, BOATS), [None, None]),
        (("2025-05-27", "2025-05-28", PARK, "2025-05-29", BOATS), [None, None]),
        (
            ("2025-05-27", "2025-05-28", "Skrivelser", "2025-06-02", PARK, BOATS, "Dom om en plan"),
            ["2025-05-27", "2025-05-28"],
        ),
    ],
    ids=["beside", "in a column", "more days than motions", "days on both sides", "days of letters beneath"],
)
def test_days_in_a_column_of_their_own_are_of_the_motions_beside_them(
    rows: tuple[str, ...], days: list[str | None]
) -> None:
    found = announced(listing("Antecknas.", FOLLOWS, "Motioner", *rows))
    assert [(row.title, str(row.day) if row.day else None) for row in found] == list(
        zip((PARK, BOATS), days, strict=True)
    )
