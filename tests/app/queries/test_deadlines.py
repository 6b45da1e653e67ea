"""The motion's year asked of a register: when it was raised and how that is known, and what has become of it since."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.db import Stores, reading
from app.models.register import motions
from app.queries import motion_years
from app.queries.cases import find
from app.queries.deadlines import clock_of
from app.queries.findings import all_findings, of_the_day
from app.queries.meeting_days import meeting_days
from app.queries.motion_years import year_findings, years_told
from app.schemas.rows import ClockRow
from importers.bundle import Document, DocumentKind, Notice, Outcome, Role, Section, Verification, Vote
from tests.app.filing import file
from tests.app.register.saying import answer, at, basis, bundle, day, decision, extract, item, motion, proposal, raised
from tests.conftest import ON_ONE_STORE

MOTION = motion("Motion om lövträd på skolgårdar", "2025-01-20", "Mira Tallbo (C)")
ANSWER = answer("om lövträd på skolgårdar", "Mira Tallbo (C)")
TITLE = "Svar på motion om lövträd på skolgårdar från Mira Tallbo (C)"


def board(**more: Any) -> Document:
    said = {"case_numbers": ("KS-2025-00042",), "answers": (ANSWER,), "outcome": Outcome.BESVARA}
    proposes = (proposal("Kommunstyrelsen", "kommunfullmäktige", Outcome.BESVARA),)
    return extract("Kommunstyrelsen", "2025-06-17", item("88", TITLE, decisions=proposes, **(said | more)))


def council(date: str, number: str, outcome: Outcome | None, title: str = TITLE) -> Document:
    said = {"case_numbers": ("KS-2025-00042",), "answers": (ANSWER,), "outcome": outcome}
    return extract("Kommunfullmäktige", date, item(number, title, decisions=(decision("KF", outcome),), **said))


def voted(told: Document) -> Document:
    """The same, settled by a vote."""
    vote = Vote(at("Omröstning"), yes=20, no=21)
    return replace(told, items=tuple(replace(section, votes=(vote,)) for section in told.items))


def withdrawn(date: str) -> Document:
    """The board's note that the motion was taken back."""
    said = {"case_numbers": ("KS-2025-00042",), "outcome": Outcome.ATERTAGEN}
    noted = item("90", "Återtaget ärende", decisions=(decision("Kommunstyrelsen", Outcome.ATERTAGEN),), **said)
    return extract("Kommunstyrelsen", date, noted)


def clock(stores: Stores, today: str) -> ClockRow | None:
    with reading(stores.desk) as session:
        (case,) = find(session, "KS-2025-00042")
        return clock_of(session, case["matter_id"], day(today))


def is_told_alike(session: Session, today: str) -> None:
    """What all years give cause to say is what the matter's own clock does."""
    (case,) = find(session, "KS-2025-00042")
    told = of_the_day(clock_of(session, case["matter_id"], day(today)))
    assert [*year_findings(session, day(today))] == [(case["matter_id"], row["code"], row["severity"]) for row in told]
    assert [*year_findings(session, day(today), "Ingenstans")] == []
    for few in (0, 1):
        with pytest.MonkeyPatch.context() as patched:
            patched.setattr(motion_years, "_FEW", few)
            kinds = years_told(session, day(today))
        own = [session.execute(sa.select(motions.c.matter_id).where(*kind.where)).scalars().all() for kind in kinds]
        assert [kind.many for kind in kinds] == [len(matters) for matters in own]
        each = zip(kinds, own, strict=True)
        by_kind = [(m, kind.code, kind.severity) for kind, matters in each for m in (*matters, *kind.others)]
        assert by_kind == [*year_findings(session, day(today))]


def known(found: ClockRow | None) -> tuple[str, str, str] | None:
    return (found["raised"].isoformat(), found["basis"], found["state"]) if found else None


# A § of the council's that is only spoken of is no minutes of its own.
CITED = basis(
    "Kommunfullmäktiges beslut § 9", "forslag", body="kommunfullmäktige", date=day("2025-02-10"), item_number="9"
)
STATED = board(earlier=(raised("2025-02-10"),))


@ON_ONE_STORE
@pytest.mark.parametrize(
    ("documents", "expected"),
    [
        ([MOTION, council("2025-02-10", "9", Outcome.REMISS), board()], ("2025-02-10", "minutes", "in_time")),
        ([MOTION, council("2025-02-10", "9", Outcome.REMISS), STATED], ("2025-02-10", "minutes", "in_time")),
        ([MOTION, STATED], ("2025-02-10", "stated", "in_time")),
        ([MOTION, board(earlier=(raised("2025-02-10"),), basis=(CITED,))], ("2025-02-10", "stated", "in_time")),
        ([MOTION, board()], ("2025-01-20", "motion", "in_time")),
        ([board()], None),
    ],
)
def test_the_best_witness_says_when_it_was_raised(
    stores: Stores, documents: list[Document], expected: tuple[str, str, str] | None
) -> None:
    file(stores, bundle(*documents))
    assert known(clock(stores, "2025-07-01")) == expected
    with reading(stores.desk) as session:
        for today in ("2025-12-12", "2026-02-01", "2026-02-11"):
            is_told_alike(session, today)


@ON_ONE_STORE
@pytest.mark.parametrize(
    ("last", "states"),
    [
        (council("2026-03-02", "20", Outcome.AVSLAG), ["over_a_year", "decided"]),
        (council("2026-03-02", "20", Outcome.AVSKRIVNING), ["over_a_year", "struck_off"]),
        (council("2026-03-02", "20", Outcome.ATERTAGEN), ["over_a_year", "withdrawn"]),
        (council("2026-03-02", "20", Outcome.BORDLAGGNING), ["over_a_year", "over_a_year"]),
        (council("2026-03-02", "20", None), ["over_a_year", "over_a_year"]),
        (withdrawn("2026-03-02"), ["over_a_year", "withdrawn"]),
        (voted(council("2026-03-02", "20", None)), ["over_a_year", "decided"]),
        (
            council("2026-03-02", "20", Outcome.ANTECKNING, "Redovisning av obesvarade motioner"),
            ["over_a_year", "reported"],
        ),
    ],
)
def test_what_the_council_does_stops_the_clock_on_its_day(stores: Stores, last: Document, states: list[str]) -> None:
    file(stores, bundle(MOTION, STATED, last))
    found = [clock(stores, today) for today in ("2026-03-01", "2026-03-02")]
    assert [row["state"] for row in found if row] == states
    with reading(stores.desk) as session:
        for today, state in zip(("2026-03-01", "2026-03-02"), states, strict=True):
            is_told_alike(session, today)
            listed = [row["code"] for _matter, row in all_findings(session, day(today))]
            assert ("over_a_year" in listed) == (state == "over_a_year")


def listing(date: str, number: str) -> Document:
    """A list of the council that says that the motion has come in."""
    text = "Följande motioner har inkommit: Motion av Mira Tallbo (C) om lövträd på skolgårdar"
    sections = (Section("Beslut", Role.PRESENTATION, text, at(text[:40])),)
    return extract("Kommunfullmäktige", date, item(number, "Förteckning över anmälningsärenden", sections=sections))


@ON_ONE_STORE
@pytest.mark.parametrize(
    ("lists", "expected", "state"),
    [
        ([("2025-02-24", "40")], ("2025-02-24", "announced", ["2025-01-20"]), "in_time"),
        ([("2026-01-26", "9")], ("2025-01-20", "motion", ["2026-01-26"]), "over_a_year"),
        (
            [("2026-01-26", "9"), ("2025-02-24", "40")],
            ("2025-02-24", "announced", ["2025-01-20", "2026-01-26"]),
            "in_time",
        ),
    ],
)
def test_a_list_of_a_year_later_does_not_begin_the_year_anew(
    stores: Stores, lists: list[tuple[str, str]], expected: tuple[str, str, list[str]], state: str
) -> None:
    file(stores, bundle(MOTION, board(), *(listing(*said) for said in lists)))
    found = clock(stores, "2026-02-24" if state == "in_time" else "2026-01-27")
    assert found is not None
    others = [str(other) for other in found["others"]]
    assert (str(found["raised"]), found["basis"], others) == expected
    assert (found["state"] == "over_a_year") == (state == "over_a_year")
    with reading(stores.desk) as session:
        for today in ("2026-01-27", "2026-02-25"):
            is_told_alike(session, today)


def test_the_clock_rests_on_the_words_that_tell_the_day(stores: Stores) -> None:
    file(stores, bundle(MOTION, STATED))
    found = clock(stores, "2025-07-01")
    assert found is not None
    assert [source["quote"] for source in found["sources"]] == ["väckt 2025-02-10"]


def test_only_what_is_decided_can_be_appealed(stores: Stores) -> None:
    def minutes(body: str, date: str, *items: Any) -> Document:
        return Document(
            DocumentKind.PROTOKOLL,
            (1, 1),
            at(body),
            body=body,
            date=day(date),
            verification=Verification(day("2025-09-10")),
            notice=Notice(day("2025-09-11"), day("2025-10-03")),
            items=items,
        )

    decided = council("2025-09-01", "101", Outcome.BESVARA).items[0]
    file(
        stores,
        bundle(
            minutes("Kommunstyrelsen", "2025-06-17", board().items[0]),
            minutes("Kommunfullmäktige", "2025-09-01", decided),
        ),
    )
    with reading(stores.desk) as session:
        (case,) = find(session, "KS-2025-00042")
        rows = meeting_days(session, case["matter_id"])
    assert [(row["number"], row["verify_by"], row["post_by"], row["appeal_by"]) for row in rows] == [
        ("88", day("2025-07-01"), day("2025-09-12"), None),
        ("101", day("2025-09-15"), day("2025-09-12"), day("2025-10-02")),
    ]
