"""The few columns that tell when motions were raised and where they stand, and the sums of them: the same as their whole
rows tell."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from itertools import product
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.db import Stores, reading
from app.models.public_tables import AS_OF
from app.models.register import motions, names
from app.queries.motion_account import part_of_account
from app.queries.motion_days import LISTED, MotionDay, motion_days
from app.queries.motions import (
    EACH,
    TOLD_BY_MATTERS,
    account,
    has_begun,
    motion_rows,
    of_account,
    unanswered,
)
from app.queries.motions_of_person import how_many_motions, latest_motions
from app.queries.statistics.counted import Asked
from app.queries.statistics.motions import durations, outcomes
from app.resources import example
from app.settings import Settings
from tests.app.filing import file
from tests.app.importing import import_file
from tests.app.queries.test_motions import LISTED as ANNOUNCING
from tests.app.queries.test_motions import minutes, register_of
from tests.app.queries.test_one_matter import SAYING
from tests.app.register.saying import bundle, motion

_ON = [dt.date(2024, 1, 1), dt.date(2025, 6, 1), dt.date(2026, 11, 28)]


def test_they_tell_what_whole_rows_tell(stores: Stores, using: Settings) -> None:
    import_file(stores, using, example().read_bytes(), "exempel.pdf", "anna")
    for said in SAYING:
        file(stores, said)
    with reading(stores.public) as session:
        motion_ids = session.execute(sa.select(motions.c.id).where(EACH).distinct()).scalars().all()
        for on in _ON:
            tell_the_same(session, motion_ids, on)


def tell_the_same(session: Session, motion_ids: Sequence[str], on: dt.date) -> None:
    days = {day.id: day for day in motion_days(session, on, EACH)}
    rows = {row["id"]: row for row in motion_rows(session, motion_ids, on)}
    assert len(days) == len(rows) > 3
    for id, row in rows.items():
        day, clock, case = days[id], row["clock"], row["case"]
        assert day.raised == (clock["raised"] if clock else None), (on, id)
        assert day.has_begun(on) == has_begun(row), (on, id)
        told = (case["status"], case["outcome"], case["last_date"]) if case else (None, None, None)
        assert (day.status, day.outcome, day.last_date) == told, (on, id)
    whole = unanswered(session, on)
    ids = account(session, on)
    assert [row["id"] for part in (ids[:2], ids[2:]) for row in of_account(session, part, on)] == [
        row["id"] for row in whole
    ]
    assert {row["id"] for row in whole} <= {id for id, row in rows.items() if has_begun(row)}, on


def file_all(stores: Stores) -> None:
    """Matters of motions, and a council's list that announces the motion of one and another that is here by it alone."""
    told = (
        motion("Motion om belysta gångbanor", "2025-02-01", "Bo Ek (M)"),
        minutes("2025-02-24", register_of("41", ANNOUNCING)),
    )
    for said in (*SAYING, *(bundle(one, digest=digest * 64) for one, digest in zip(told, "ab", strict=True))):
        file(stores, said)


def test_motions_alike_in_all_that_is_told_stand_in_one_order() -> None:
    first = MotionDay("a", "x-alnsjo", None, "", "Motion om bänkar", dt.date(2025, 1, 27), None, None, None, begun=True)
    second = replace(first, id="b")
    assert sorted([second, first], key=lambda day: day.age) == [first, second]


def test_the_parts_of_the_account_are_the_account(stores: Stores) -> None:
    file_all(stores)
    narrowings: list[dict[str, Any]] = [{}, {"overdue": True}, {"ended": True}, {"year": 2025, "ended": True}]
    with reading(stores.public) as session:
        for on, narrowed in product(_ON, narrowings):
            whole = account(session, on, **narrowed)
            parts = [part_of_account(session, on, first=n, many=2, **narrowed) for n in range(0, len(whole) + 1, 2)]
            assert [motion for part in parts for motion in part.ids] == whole, (on, narrowed)
            assert {part.total for part in parts} == {len(whole)}, (on, narrowed)
        assert len(account(session, _ON[-1], ended=True)) > 3


def test_the_sums_of_motions_are_what_a_count_of_each_gives(stores: Stores) -> None:
    file_all(stores)
    with reading(stores.public) as session:
        printed = [*session.execute(sa.select(names.c.id).order_by(names.c.id)).scalars()]
        kept: list[Any] = []
        counted: list[Any] = []
        assert session.execute(sa.select(motions.c.id).where(LISTED)).first()
        assert session.execute(TOLD_BY_MATTERS).first()
        for told in (kept, counted):
            for asked in (Asked(), Asked(year=2025)):
                told += [*outcomes(session, asked), *durations(session, asked)]
            told += [(name, how_many_motions(session, [name])) for name in printed]
            session.info[AS_OF] = None
        assert kept == counted
        for name, n in kept[-len(printed) :]:
            one, other = (latest_motions(session, [name], 50, of) for of in (n, 1_000))
            assert one == other and len(one) == n
