"""What was said of a matter, in order; and the register as it was known on a day."""

from __future__ import annotations

import datetime as dt

import pytest
import sqlalchemy as sa

from app import acts
from app.acts import Actor
from app.db import Stores, reading, writing
from app.models.journal import entries
from app.projection.desk_as_of import last_entry, matter_as_of
from app.queries.cases import find
from app.queries.history import history, keys_of_matter
from app.queries.items import items_of_matter
from tests.app.filing import file
from tests.app.register.saying import bundle, extract, item

ANNA = Actor("anna", "protokollet säger något annat")
MEETING = extract("Kommunstyrelsen", "2025-06-17", item("88", "Torget", case_numbers=("KS-2025-00042",)))
ANEW = extract("Kommunstyrelsen", "2025-06-17", item("88", "Torget och ån", case_numbers=("KS-2025-00042",)))


def test_history_is_the_journal_filtered(stores: Stores) -> None:
    file(stores, bundle(MEETING))
    file(
        stores,
        bundle(extract("Nämnden", "2025-01-01", item("1", "Annat", case_numbers=("N-2025-1",))), digest="9" * 64),
    )
    with reading(stores.desk) as session:
        (case,) = find(session, "KS-2025-00042")
        item_id = items_of_matter(session, case["matter_id"])[0]["id"]
    seq = acts.correct(stores, item_id, "title", "Torget vid ån", ANNA)
    acts.undo(stores, seq, Actor("bo", "det stod rätt"))
    with reading(stores.desk) as session:
        told = history(session, case["matter_id"])
    assert [(row["kind"], row["actor"], row["reason"]) for row in told] == [
        ("filing", "anna", None),
        ("reading", "anna", None),
        ("release", "anna", "default"),
        ("act", "anna", ANNA.reason),
        ("undo", "bo", "det stod rätt"),
    ]
    assert [row["undone_by"] for row in told] == [None, None, None, told[-1]["seq"], None]


@pytest.fixture
def told_over_time(stores: Stores) -> Stores:
    """One reading on 1 March, a later one on 1 April, a correction on 1 May."""
    file(stores, bundle(MEETING))
    first = len_of(stores)
    file(stores, bundle(ANEW, version="2"))
    second = len_of(stores)
    with reading(stores.desk) as session:
        item_id = items_of_matter(session, find(session, "KS-2025-00042")[0]["matter_id"])[0]["id"]
    acts.correct(stores, item_id, "title", "Torget vid ån", ANNA)
    with writing(stores.desk) as session:
        for low, high, month in ((1, first, 3), (first + 1, second, 4), (second + 1, 99, 5)):
            query = entries.update().where(entries.c.seq.between(low, high))
            session.execute(query.values(at=f"2025-{month:02}-01T12:00:00.000000Z"))
    return stores


def len_of(stores: Stores) -> int:
    with reading(stores.desk) as session:
        return session.execute(sa.select(sa.func.max(entries.c.seq))).scalar_one()


def test_the_register_as_it_was_known(told_over_time: Stores) -> None:
    known = {
        "2025-02-28": [],
        "2025-03-01": ["Torget"],
        "2025-04-30": ["Torget och ån"],
        "2025-05-01": ["Torget vid ån"],
    }
    found = {}
    with reading(told_over_time.desk) as session:
        keys = keys_of_matter(session, find(session, "KS-2025-00042")[0]["matter_id"])
        for day in known:
            with matter_as_of(session, keys, dt.date.fromisoformat(day)) as then:
                cases = find(then, "KS-2025-00042")
                found[day] = [i["title"] for c in cases for i in items_of_matter(then, c["matter_id"])]
    assert found == known


def test_a_day_ends_at_midnight_in_stockholm(stores: Stores) -> None:
    with writing(stores.desk) as session:
        session.execute(entries.update().values(at="2025-06-17T22:30:00.000000Z"))
        assert last_entry(session, dt.date(2025, 6, 17)) == 0
        assert last_entry(session, dt.date(2025, 6, 18)) == 1
