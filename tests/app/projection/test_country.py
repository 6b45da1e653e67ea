"""What the benchmark of a country copies into the registers is what the projection writes there."""

from __future__ import annotations

import dataclasses

import pytest
import sqlalchemy as sa

from app.db import reading, writing
from app.models.register import changes, clauses, items, matters, sums, yrkanden
from app.projection.sums import counted
from app.register.sum_keys import Key
from benchmarks.country import begin, is_same
from benchmarks.country_copies import Copy, copy_within
from benchmarks.country_load import copy_to_desk, load, towns
from benchmarks.country_sample import is_as_projected
from tests.app.conftest import Lasting


@pytest.mark.parametrize("lasting", ["postgresql"], indirect=True)
def test_rows_that_were_copied_are_those_that_filing_writes_and_copies_of_them_those_of_other_papers(
    lasting: Lasting,
) -> None:
    stores, (great, small) = lasting.stores, [dataclasses.replace(town, papers=6 - 5 * town.n) for town in towns(0)[:2]]
    begin(stores)
    load(stores, lasting.using, [great, small], processes=1)
    copy_to_desk(stores)
    for store in (stores.desk, stores.public):
        with reading(store) as session:
            kept = {Key(*row[:-1]): row.n for row in session.execute(sa.select(sums))}
            assert kept == dict(counted(session)) != {}
    assert is_same(stores, great)
    copy_within(stores.public, 3, at_once=1)
    with reading(stores.public) as session:
        kept = {Key(*row[:-1]): row.n for row in session.execute(sa.select(sums))}
        assert kept == {key: n for key, n in counted(session).items() if n}
        told, there = (
            session.execute(sa.select(sa.func.count()).select_from(of)).scalar_one() for of in (changes, matters)
        )
        assert told == there
    assert is_as_projected(stores, stores.public, great, Copy(2))
    assert is_as_projected(stores, stores.public, small, Copy(1))
    with writing(stores.public) as public:
        one = sa.select(sa.func.min(clauses.c.id)).join(items, items.c.id == clauses.c.entity_id)
        one = one.where(items.c.municipality_id == small.place.id, items.c.number.like("2000%"))
        public.execute(clauses.update().where(clauses.c.id == one.scalar_subquery()).values(text="att avslå"))
    assert not is_as_projected(stores, stores.public, small, Copy(2)), "a row that is otherwise is noticed"
    with writing(stores.public) as public:
        public.execute(
            yrkanden.delete().where(
                yrkanden.c.item_id.in_(sa.select(items.c.id).where(items.c.municipality_id == small.place.id))
            )
        )
    assert not is_same(stores, small), "rows that are missing are noticed"
