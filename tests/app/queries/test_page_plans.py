"""What pages ask is found by indexes, however much is filed: no statement walks through a table that grows with the register."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.db import Stores, reading
from app.models.register import bodies, documents, items, names, people
from app.projection.public_as_of import register_as_of
from app.queries.cases import by_slug, find, newest
from app.queries.documents import documents_by_id, headed
from app.queries.following import changed_last, gone_between
from app.queries.listing import Asked as Listed
from app.queries.listing import Listing, Page, Wanted, page_of, rows_by_id
from app.queries.lists.facts import RESERVATIONS, VOTES, YRKANDEN
from app.queries.lists.items import ITEMS, MEETINGS
from app.queries.lists.people import PEOPLE
from app.queries.meetings import meeting_bodies, years_of
from app.queries.motions import council_minutes_since
from app.queries.motions_of_person import latest_motions
from app.queries.one_body import awaiting, latest_meetings, meetings_by_year
from app.queries.one_party import latest_of_party
from app.queries.one_person import latest_of_person, reserved_with, years_of_person
from app.queries.overview import coming, covered, due_motions, lately_decided, places_met
from app.queries.statistics.counted import Asked
from app.queries.statistics.motion_figures import motion_figures
from app.queries.statistics.pairs import pairs
from app.queries.unclear_meetings import unclear_meetings
from app.register.correctable import ROLES
from app.today import today
from importers.bundle import Reservation, Stance, Yrkande
from tests.app.conftest import Lasting
from tests.app.filing import file
from tests.app.register.saying import at, bundle, extract, item, person

DAY = dt.date(2026, 1, 1)
# How a database says that it walks through a table (but by an index that holds few of its rows), and which tables a register
# has much in.
WALKS = re.compile(r"\bSCAN (\w+)\b(?! USING (?:COVERING )?INDEX ix_motions_(?:twice|announced)\b)|\bSeq Scan on (\w+)")
MUCH = {
    "mentions",
    "votes",
    "meetings",
    "documents",
    "steps",
    "items",
    "yrkanden",
    "reservations",
    "motions",
    "matters",
    "other",
    "changes",
    "later_change",
}
_IN_ALNSJO = {"municipality": "alnsjo"}


@pytest.fixture(scope="module")
def filed(lasting: Lasting) -> Stores:
    mira = (person("Mira Tallbo (C)"), person("Olle Rask (S)"))
    for month in (1, 2, 3):
        said = item(
            str(month),
            f"Torg {month}",
            yrkanden=(Yrkande(Stance.BIFALL, "bifall", at("x"), mira),),
            reservations=(Reservation("reserverar sig", at("y"), mira[:1]),),
        )
        file(lasting.stores, bundle(extract("Kommunstyrelsen", f"2025-0{month}-15", said), digest=str(month) * 64))
    return lasting.stores


ASKING: dict[str, Callable[[Session], Any]] = {
    "municipalities that have met": places_met,
    "coverage": lambda session: covered(session, ["x-alnsjo"]),
    "decided lately": lambda session: lately_decided(session, DAY, None, 5, 4),
    "a matter at its address": lambda session: by_slug(session, "alnsjo", "ks-2025-00042"),
    "a matter by its number in a municipality": lambda session: find(session, "KS-2025-00042", "x-alnsjo"),
    "motions as they ended": lambda session: motion_figures(session, ["x-alnsjo"]),
    "the latest motions of a person": lambda session: latest_motions(session, _names(session), 5, 3),
    "motions near their year": lambda session: due_motions(session, DAY, None, 5),
    "decided lately in a municipality": lambda session: lately_decided(session, DAY, "alnsjo", 5, 4),
    "meetings of a municipality": lambda session: _of_alnsjo(session, MEETINGS),
    "yrkanden of a municipality": lambda session: _of_alnsjo(session, YRKANDEN),
    "reservations of a municipality": lambda session: _of_alnsjo(session, RESERVATIONS),
    "votes of a municipality": lambda session: _of_alnsjo(session, VOTES),
    "coming": lambda session: coming(session, DAY, None, 5),
    "bodies": lambda session: meeting_bodies(session, None),
    "years": years_of,
    "years of a body": lambda session: meetings_by_year(session, _one(session, bodies)),
    "meetings of a body": lambda session: latest_meetings(session, _one(session, bodies), 5),
    "awaiting a body": lambda session: awaiting(session, _one(session, bodies), 5),
    "latest of a person": lambda session: latest_of_person(session, "yrkanden", _names(session), 5),
    "first and last of a person": lambda session: rows_by_id(session, PEOPLE, [_one(session, people)], Wanted()),
    "years of a person": lambda session: years_of_person(session, _names(session)[:1]),
    "whom a person reserves with": lambda session: reserved_with(session, _names(session)[:1]),
    "pairs of parties": lambda session: pairs(session, Asked()),
    "latest of a party": lambda session: latest_of_party(session, "yrkanden", "x", "C", Counter({2025: 3}), 5),
    "minutes of the council": lambda session: council_minutes_since(session, "x", dt.date(2020, 1, 1), DAY),
    "what changed in a municipality": lambda session: changed_last(session, ITEMS, _IN_ALNSJO, Wanted(), 2, None),
    "what is gone from a municipality": lambda session: gone_between(session, None, None, "alnsjo"),
    "§§ of unclear meetings": lambda session: unclear_meetings(session, ["nothing"]),
}


def _of_alnsjo(session: Session, listing: Listing) -> Page:
    return page_of(session, listing, Listed(_IN_ALNSJO, "-date", 25, 0), Wanted())


@pytest.mark.parametrize("what", ASKING)
def test_nothing_walks_through_what_grows(filed: Stores, what: str) -> None:
    with reading(filed.public) as session:
        if filed.public.dialect.name == "postgresql":
            session.execute(sa.text("SET enable_seqscan = off"))  # else what is small is walked through
        with _asked(session) as statements:
            ASKING[what](session)
        assert statements
        walked = {table for statement, given in statements for table in _walked(session, statement, given)}
    assert walked & MUCH == set()


def test_what_nothing_has_changed_in_since_a_day_is_read_as_of_it_by_the_same_indexes(filed: Stores) -> None:
    # PostgreSQL walks through small tables, unless it is kept from it as above
    with register_as_of(filed.public, today()) as session:
        if filed.public.dialect.name == "postgresql":
            session.execute(sa.text("SET LOCAL enable_seqscan = off"))
        ids = list(session.execute(sa.select(items.c.id)).scalars())
        persons = list(session.execute(sa.select(people.c.id)).scalars())
        with _asked(session) as statements:
            rows = [rows_by_id(session, ITEMS, ids, Wanted()), rows_by_id(session, PEOPLE, persons, Wanted())]
        walked = {table for statement, given in statements for table in _walked(session, statement, given)}
    assert [len(of_list) for of_list in rows] == [3, 2]
    assert walked & MUCH == set()


def test_a_municipalitys_list_is_counted_by_its_sum_and_gathers_no_more_than_a_page(filed: Stores) -> None:
    with reading(filed.public) as session, _asked(session) as asked:
        page = page_of(session, ITEMS, Listed(_IN_ALNSJO, ITEMS.order, 1, 0), Wanted())
        newest(session, "alnsjo", limit=1)
    assert (page.total, len(page.rows)) == (3, 1)
    gathered = re.compile(r"(?:count\(|met AS MATERIALIZED)(?s:.)*FROM (?:items|matters)")
    assert not [said for said, _given in asked if gathered.search(said)]


def test_unclear_meetings_of_all_are_found_without_walking_through_the_items(filed: Stores) -> None:
    with reading(filed.public) as session:
        if filed.public.dialect.name == "postgresql":
            session.execute(sa.text("SET enable_seqscan = off"))
        with _asked(session) as statements:
            assert unclear_meetings(session) == {}
        walked = {table for statement, given in statements for table in _walked(session, statement, given)}
    assert not walked & {"items", "of_the_day", "documents"}


def test_pages_ask_once_what_documents_are_called(filed: Stores) -> None:
    with reading(filed.public) as session:
        ids = list(session.execute(sa.select(documents.c.id)).scalars())
        whole = documents_by_id(session, ids, placed=False)
        with _asked(session) as statements:
            called = headed(session, ids)
        assert len(statements) == 1
    assert called == [{name: row[name] for name in ("id", "kind", "body", "date")} for row in whole] != []


def test_what_a_person_did_last_comes_first_and_days_are_those_of_the_papers(filed: Stores) -> None:
    with reading(filed.public) as session:
        latest = [latest_of_person(session, kind, _names(session), 2) for kind in ("yrkanden", "reservations")]
        dates = [
            [
                session.execute(
                    sa.text("SELECT m.date FROM mentions m WHERE m.fact_id = :f LIMIT 1"), {"f": fact}
                ).scalar()
                for fact in facts
            ]
            for facts in latest
        ]
        mira = session.execute(sa.select(people.c.id).where(people.c.name == "Mira Tallbo")).scalar_one()
        (row,) = rows_by_id(session, PEOPLE, [mira], Wanted())
    assert [[str(day) for day in days] for days in dates] == [["2025-03-15", "2025-02-15"]] * 2
    assert row["names"] == [
        {"name": "Mira Tallbo", "party": "C", "first": dt.date(2025, 1, 15), "last": dt.date(2025, 3, 15)}
    ]


def test_every_role_in_which_somebody_is_mentioned_is_known(stores: Stores) -> None:
    who = (person("Mira Tallbo (C)"),)
    signed = bundle(
        extract(
            "Kommunstyrelsen",
            "2025-01-15",
            item("1", "Torg", yrkanden=(Yrkande(Stance.BIFALL, "bifall", at("x"), who),)),
            signed_by=who,
            justerare=who,
            handlaggare=who,
        )
    )
    file(stores, signed)
    with reading(stores.public) as session:
        met = set(session.execute(sa.text("SELECT DISTINCT role FROM mentions")).scalars())
    assert met == {"mover", "signed_by", "justerare", "handlaggare"}
    assert met | {"reservant", "author", "member"} == set(ROLES)


def _one(session: Session, table: sa.Table) -> str:
    return str(session.execute(sa.select(table.c.id).order_by(table.c.name).limit(1)).scalar_one())


def _names(session: Session) -> list[str]:
    return list(session.execute(sa.select(names.c.id).where(names.c.name == "Mira Tallbo")).scalars())


@contextmanager
def _asked(session: Session) -> Iterator[list[tuple[str, Any]]]:
    """The statements that are asked meanwhile."""
    statements: list[tuple[str, Any]] = []
    connection = session.connection()

    def note(_connection: Any, _cursor: Any, statement: str, given: Any, _context: Any, _many: bool) -> None:
        statements.append((statement, given))

    sa.event.listen(connection, "before_cursor_execute", note)
    try:
        yield statements
    finally:
        sa.event.remove(connection, "before_cursor_execute", note)


def _walked(session: Session, statement: str, given: Any) -> Iterator[str]:
    sqlite = session.connection().dialect.name == "sqlite"
    explain = f"EXPLAIN {'QUERY PLAN ' if sqlite else ''}{statement}"
    for row in session.connection().exec_driver_sql(explain, given):
        for one, other in WALKS.findall(str(row[-1])):
            yield one or other
