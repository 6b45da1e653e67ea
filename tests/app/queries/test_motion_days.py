"""The few columns that tell when motions were raised and where they stand: the same as their whole rows tell."""

from __future__ import annotations

import datetime as dt

import pytest
import sqlalchemy as sa

from app.db import Stores, reading
from app.models.register import motions
from app.queries.motion_days import motion_days
from app.queries.motions import EACH, account, has_begun, motion_rows, of_account, unanswered
from app.resources import example
from app.settings import Settings
from tests.app.filing import file
from tests.app.importing import import_file
from tests.app.queries.test_one_matter import SAYING

_ON = [dt.date(2024, 1, 1), dt.date(2025, 6, 1), dt.date(2026, 11, 28)]


@pytest.mark.parametrize("on", _ON, ids=str)
def test_they_tell_what_whole_rows_tell(stores: Stores, using: Settings, on: dt.date) -> None:
    import_file(stores, using, example().read_bytes(), "exempel.pdf", "anna")
    for said in SAYING:
        file(stores, said)
    with reading(stores.public) as session:
        ids = session.execute(sa.select(motions.c.id).where(EACH).distinct()).scalars().all()
        days = {day.id: day for day in motion_days(session, on, EACH)}
        rows = {row["id"]: row for row in motion_rows(session, ids, on)}
        assert len(days) == len(rows) > 3
        for motion, row in rows.items():
            day, clock, case = days[motion], row["clock"], row["case"]
            assert day.raised == (clock["raised"] if clock else None)
            assert day.has_begun(on) == has_begun(row)
            told = (case["status"], case["outcome"], case["last_date"]) if case else (None, None, None)
            assert (day.status, day.outcome, day.last_date) == told
        whole = unanswered(session, on)
        ids = account(session, on)
        assert [row["id"] for part in (ids[:2], ids[2:]) for row in of_account(session, part, on)] == [
            row["id"] for row in whole
        ]
        assert {row["id"] for row in whole} <= {motion for motion, row in rows.items() if has_begun(row)}
