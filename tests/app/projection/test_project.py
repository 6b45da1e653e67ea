"""The register in its tables: by difference, in any order of arrival, the same after a rebuild, for two scopes."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import permutations

import pytest
import sqlalchemy as sa

from app.db import Stores, writing
from app.installation.renewing import rebuild_all
from app.journal.scope import RegisterScope
from app.models.journal import filings
from app.models.register import items, matters
from app.projection.project import project
from app.projection.rows import Rows
from importers.bundle import Bundle
from tests.app.filing import emptied, file, rows
from tests.app.register.saying import bundle, extract, item
from tests.app.register.test_chain import bundle as documents

WHOLE = bundle(*documents(), digest="0" * 64)
CUT = [bundle(document, digest=str(n) * 64) for n, document in enumerate(documents(), start=1)]
ORDERS = list(permutations(range(5)))[::41]


def comparable(stores: Stores) -> dict[str, list[dict[str, object]]]:
    """The register's rows; version and kind_at hang on the files that facts were read from, so they are left out."""
    found = rows(stores.desk)
    return found | {
        "matters": [{k: v for k, v in row.items() if k not in {"version", "kind_at"}} for row in found["matters"]]
    }


def test_order_does_not_matter(stores: Stores) -> None:
    file(stores, WHOLE, released=False)
    at_once = comparable(stores)
    assert len(at_once["steps"]) == 9
    for order in ORDERS:
        emptied(stores)
        for n in order:
            file(stores, CUT[n], released=False)
        assert comparable(stores) == at_once, order


def test_a_rebuild_changes_nothing(stores: Stores) -> None:
    for cut in CUT:
        file(stores, cut)
    file(stores, WHOLE)
    before = rows(stores.desk, without=set())
    assert rebuild_all(stores) == {RegisterScope.DESK: 0, RegisterScope.PUBLIC: 0}
    assert rows(stores.desk, without=set()) == before


def test_a_rebuild_asks_for_rows_only_where_there_are_any(stores: Stores) -> None:
    file(stores, bundle(extract("Kommunstyrelsen", "2025-02-17", item("88", "Torget")), digest="1" * 64))
    asked: list[str] = []
    with engine_listened_to(stores.desk, asked):
        assert rebuild_all(stores)[RegisterScope.DESK] == 0
    assert any(one.startswith("SELECT items.") for one in asked)
    assert [one for one in asked if one.startswith("SELECT propositions.")] == []


@contextmanager
def engine_listened_to(engine: sa.Engine, asked: list[str]) -> Iterator[None]:
    """Every statement that the engine is given while the block runs."""

    def heard(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        asked.append(statement)

    sa.event.listen(engine, "before_cursor_execute", heard)
    try:
        yield
    finally:
        sa.event.remove(engine, "before_cursor_execute", heard)


def test_a_rebuild_mends_what_was_spoilt(stores: Stores) -> None:
    file(stores, WHOLE)
    before = rows(stores.desk, without=set())
    with writing(stores.desk) as session:
        session.execute(items.update().values(title="något annat"))
        session.execute(matters.insert().values(dict(before["matters"][0]) | {"id": "stray", "owner": "stray"}))
    assert rebuild_all(stores)[RegisterScope.DESK] == 4
    assert rows(stores.desk, without=set()) == before


def test_what_is_not_released_is_not_in_the_public_store(stores: Stores) -> None:
    secret = extract("Socialnämnden", "2025-06-01", item("7", "Känslig kanariefågel", case_numbers=("SN-2025-7",)))
    file(stores, WHOLE)
    alone = rows(stores.public, without=set())
    file(stores, bundle(secret, digest="9" * 64), released=False)
    assert rows(stores.public, without=set()) == alone
    assert "kanariefågel" in str(rows(stores.desk))


def test_both_scopes_hold_the_same_rows_where_everything_is_released(stores: Stores) -> None:
    file(stores, WHOLE)
    assert rows(stores.public, without=set()) == rows(stores.desk, without=set())


def test_a_document_in_two_files_is_one_with_two_appearances(stores: Stores) -> None:
    file(stores, WHOLE)
    file(stores, CUT[0])
    found = rows(stores.desk, without=set())
    motions = [row["id"] for row in found["documents"] if row["kind"] == "motion"]
    assert len(motions) == 1
    assert len([row for row in found["appearances"] if row["document_id"] == motions[0]]) == 2


def test_a_stale_reading_leaves_nothing_behind(stores: Stores) -> None:
    def read(number: str, version: str) -> Bundle:
        meeting = extract("Kommunstyrelsen", "2025-06-17", item(number, "Torget", case_numbers=(f"KS-2025-{number}",)))
        return bundle(meeting, version=version)

    file(stores, read("88", "1"))
    file(stores, read("89", "2"))
    found = rows(stores.desk, without=set())
    assert [row["number"] for row in found["items"]] == ["89"]
    assert [row["number"] for row in found["cases"]] == ["KS-2025-89"]
    assert len(found["matters"]) == 1


@pytest.mark.parametrize("scope", list(RegisterScope))
def test_no_keys_is_no_work(stores: Stores, scope: RegisterScope) -> None:
    with writing(stores.desk) as session:
        assert project(session, Rows(session), scope, set()) == 0
        assert session.execute(sa.select(sa.func.count()).select_from(filings)).scalar_one() == 0
