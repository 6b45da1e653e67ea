"""The fixtures that give databases: fresh for each test, on both kinds."""

from __future__ import annotations

import psycopg
import pytest
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine, inspect, text

from app.db import alembic_config, engine, newest_revision, stands_at, writing
from tests import postgres
from tests.conftest import Databases


def test_an_empty_pair_holds_no_tables(empty_database: Databases) -> None:
    engine = create_engine(empty_database.desk_url)
    try:
        assert inspect(engine).get_table_names() == []
    finally:
        engine.dispose()


def test_a_pair_stands_at_the_newest_migration(database: Databases) -> None:
    store = engine(database.desk_url)
    try:
        assert stands_at(store) == newest_revision()
    finally:
        store.dispose()


@pytest.mark.parametrize("left_behind", [0, 1 << 30], ids=["truncated", "deleted"])
def test_a_lent_database_is_put_back_as_it_was(
    lent_database: postgres.Lent, left_behind: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(postgres, "_MOST_LEFT_BEHIND", left_behind)
    with psycopg.connect(lent_database.url.replace("+psycopg", ""), autocommit=True) as connection:

        def held() -> list[object]:
            return [
                sorted(connection.execute(f"SELECT * FROM {name}").fetchall()) for name in ("register_meta", "bodies")
            ]

        before = held()
        connection.execute("UPDATE register_meta SET value = 'x'")
        connection.execute("INSERT INTO register_meta VALUES ('more', 'x')")
        assert held() != before
    lent_database.put_back()
    with psycopg.connect(lent_database.url.replace("+psycopg", ""), autocommit=True) as connection:
        assert held() == before


def test_the_newest_migration_by_name_is_the_newest_by_order() -> None:
    assert newest_revision() == ScriptDirectory.from_config(alembic_config("sqlite://")).get_current_head()


def test_the_public_database_is_not_the_desks(empty_database: Databases) -> None:
    assert empty_database.public_url != empty_database.desk_url


def test_a_server_that_is_gone_without_a_word_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    params: dict[str, object] = {}

    def connect(**given: object) -> None:
        params.update(given)
        raise ConnectionError

    monkeypatch.setattr(psycopg, "connect", connect)
    with pytest.raises(ConnectionError):
        engine("postgresql+psycopg://nobody@127.0.0.1/none?connect_timeout=3").connect()
    assert (params["connect_timeout"], params["keepalives_idle"], params["tcp_user_timeout"]) == ("3", 30, 60_000)


@pytest.mark.parametrize(("set_to", "written_with"), [("off", "on"), ("remote_apply", "remote_apply")])
def test_a_commit_waits_for_the_log_whatever_the_server_is_set_to(
    lent_database: postgres.Lent, set_to: str, written_with: str
) -> None:
    store = engine(f"{lent_database.url}&options=-csynchronous_commit%3D{set_to}")
    try:
        for alone in (True, False):
            with writing(store, alone=alone) as session:
                assert session.execute(text("SHOW synchronous_commit")).scalar_one() == written_with
    finally:
        store.dispose()


@pytest.mark.parametrize(
    ("read_only", "said", "plain"),
    [
        (False, "", ["off", "0"]),
        (True, "", ["off", "0"]),
        (True, " -cjit%3Don -cmax_parallel_workers_per_gather%3D2", ["on", "2"]),
    ],
)
def test_no_statement_is_compiled_before_it_is_run_or_shared_out_unless_the_address_says_so(
    lent_database: postgres.Lent, read_only: bool, said: str, plain: list[str]
) -> None:
    store = engine(f"{lent_database.url}&options=-csearch_path%3Dpg_catalog{said}", read_only=read_only)
    try:
        with store.connect() as connection:
            named = ("jit", "max_parallel_workers_per_gather", "search_path")
            told = [connection.execute(text(f"SHOW {name}")).scalar_one() for name in named]
    finally:
        store.dispose()
    assert told == [*plain, "pg_catalog"]
