"""What matters are narrowed by: when their motion was raised, and what is offered where too many are left to count."""

from __future__ import annotations

import datetime as dt

import sqlalchemy as sa

from app.db import Stores, reading, writing
from app.models.register import bodies, matters, motions, municipalities
from app.queries.case_facets import MOST, case_facets
from app.queries.deadlines import clocks_of
from app.queries.listing import ids_query
from app.queries.lists.cases import CASES
from app.queries.names import told_apart
from app.resources import example
from app.schemas.hit_rows import FacetValue
from app.settings import Settings
from tests.app.importing import import_file
from tests.app.queries.test_motion_days import file_all

_TODAY = dt.date(2026, 11, 28)


def test_the_day_is_that_of_the_motions_year_also_where_a_list_tells_it(stores: Stores, using: Settings) -> None:
    import_file(stores, using, example().read_bytes(), "exempel.pdf", "anna")
    file_all(stores)
    with reading(stores.public) as session:
        ids = session.execute(sa.select(matters.c.id)).scalars().all()
        raised = {matter: clock["raised"] for matter, clock in clocks_of(session, ids, _TODAY).items()}
        own = dict(session.execute(sa.select(motions.c.matter_id, motions.c.raised)).all())
        assert any(own[matter] != day for matter, day in raised.items())
        for day in sorted(set(raised.values())):
            for name, holds in (("raised_from", day.__le__), ("raised_to", day.__ge__)):
                left = set(session.execute(ids_query(session, CASES, {name: day})).scalars())
                assert left == {matter for matter, one in raised.items() if holds(one)}, (name, day)
        counted = case_facets(session, {}, len(ids))["raised"]
        years = [day.year for day in raised.values()]
        assert {one["value"]: one["count"] for one in counted} == {str(year): years.count(year) for year in set(years)}


def test_of_too_many_the_values_are_offered_without_numbers(stores: Stores, using: Settings) -> None:
    import_file(stores, using, example().read_bytes(), "exempel.pdf", "anna")
    with reading(stores.public) as session:
        counted = case_facets(session, {}, 1)
        offered = case_facets(session, {}, MOST + 1)
        assert offered.keys() == counted.keys()
        for name, values in counted.items():
            assert {one["value"] for one in values} <= {one["value"] for one in offered[name]}
            assert {one["count"] for one in offered[name]} == {None}
        assert {one["value"] for one in offered["body"]} == {one["value"] for one in counted["body"]}


def test_boards_of_one_name_are_told_apart_by_their_municipalities(stores: Stores) -> None:
    with writing(stores.desk) as session:
        for place in ("Alnsjö", "Stenvik"):
            session.execute(municipalities.insert().values(id=place, name=place, slug=place.lower()))
            board = {"id": f"ks-{place}", "municipality_id": place, "name": "Kommunstyrelsen", "slug": "ks"}
            session.execute(bodies.insert().values(**board, kind="board"))
        ids = ["ks-Alnsjö", "ks-Stenvik"]
        alike: list[FacetValue] = [{"value": id, "name": "Kommunstyrelsen", "count": 2} for id in ids]
        names = [one["name"] for one in told_apart(session, {"body": alike})["body"]]
        alone = told_apart(session, {"body": alike[:1]})["body"]
    assert names == ["Kommunstyrelsen, Alnsjö", "Kommunstyrelsen, Stenvik"]
    assert [one["name"] for one in alone] == ["Kommunstyrelsen"]
