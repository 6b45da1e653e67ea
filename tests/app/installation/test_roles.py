"""On PostgreSQL: what the public's readers and the desk's publisher may do, found out by trying."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa

from app.db import engine, reading
from app.installation.opening import open_stores, public_reader, start
from app.models.journal import journal
from app.models.register import register_meta
from app.settings import Settings, public_url
from tests import postgres

DENIED = "42501"
# What procrastinate keeps in the desk's schema; its functions anybody may call, with no more rights than they have.
TICKETS = (
    "SELECT 1 FROM public.procrastinate_jobs",
    "SELECT 1 FROM public.procrastinate_workers",
    "SET LOCAL search_path = public; SELECT procrastinate_fetch_job_v2(NULL, 1)",
    "SET LOCAL search_path = public; SELECT procrastinate_register_worker_v1()",
)


@pytest.fixture(scope="module")
def installed(postgres_url: str, made_template: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Settings]:
    """An installation on PostgreSQL, whose account may make roles."""
    name = f"{made_template}_roles"
    desk = postgres.create(postgres_url, name, made_template)
    using = Settings(data_dir=tmp_path_factory.mktemp("roles"), database_url=desk, public_database_url=public_url(desk))
    stores = open_stores(using)
    start(stores)
    stores.dispose()
    yield using
    postgres.drop(postgres_url, name)


def refusal(store: sa.Engine, statement: str) -> str | None:
    """The SQLSTATE that a statement is refused with, in a transaction that may write; None where it is done."""
    with store.connect().execution_options(postgresql_readonly=False) as connection:
        try:
            connection.exec_driver_sql(statement)
        except sa.exc.DBAPIError as refused:
            return str(getattr(refused.orig, "sqlstate", ""))
        finally:
            connection.rollback()
    return None


def test_a_reader_reads_what_is_public_and_nothing_else(installed: Settings) -> None:
    store = public_reader(installed)
    with reading(store) as session:
        assert session.execute(sa.select(sa.func.count()).select_from(register_meta)).scalar_one() > 0
    for table in journal.sorted_tables:
        assert refusal(store, f"SELECT 1 FROM public.{table.name}") == DENIED
    for statement in (
        "INSERT INTO register_meta VALUES ('a', 'b')",
        "DELETE FROM register_meta",
        "DROP TABLE register_meta",
        "CREATE TABLE published.own (a int)",
        "CREATE TABLE public.own (a int)",
        "INSERT INTO public.entries DEFAULT VALUES",
        *TICKETS,
    ):
        assert refusal(store, statement) == DENIED
    store.dispose()


def test_who_publishes_writes_what_is_public_and_nothing_else(installed: Settings) -> None:
    stores = open_stores(installed)
    assert refusal(stores.public, "INSERT INTO register_meta VALUES ('a', 'b')") is None
    for table in journal.sorted_tables:
        assert refusal(stores.public, f"SELECT 1 FROM public.{table.name}") == DENIED
        assert refusal(stores.public, f"DELETE FROM public.{table.name}") == DENIED
    for statement in TICKETS:
        assert refusal(stores.public, statement) == DENIED
    stores.dispose()


def test_neither_owns_what_is_the_others(installed: Settings) -> None:
    store = engine(installed.database_url)
    with store.connect() as connection:
        owners = connection.exec_driver_sql(
            "SELECT DISTINCT nspname, relowner::regrole::text FROM pg_class JOIN pg_namespace n ON n.oid = relnamespace"
            " WHERE nspname ~ '^pub' AND relkind IN ('r', 'v')"
        )
        assert {tuple(row) for row in owners} == {
            ("public", "diarium"),
            ("published", "diarium_publisher"),
            ("published_as_of", "diarium_publisher"),
        }
    store.dispose()


def test_an_account_that_may_make_no_roles_works_without(postgres_url: str, tmp_path: Path) -> None:
    owner = engine(postgres_url).execution_options(isolation_level="AUTOCOMMIT")
    with owner.connect() as connection:
        connection.exec_driver_sql("CREATE ROLE plain LOGIN")
        connection.exec_driver_sql("CREATE DATABASE plain OWNER plain")
        desk = postgres.named(postgres_url, "plain").replace("diarium@", "plain@")
        using = Settings(data_dir=tmp_path / "data", database_url=desk, public_database_url=public_url(desk))
        open_stores(using).dispose()
        before = public_reader(using)
        assert refusal(before, "SELECT 1 FROM public.entries") is None
        before.dispose()
        for statement in ("CREATE ROLE plain_reader", "CREATE ROLE plain_publisher"):
            connection.exec_driver_sql(statement)
        connection.exec_driver_sql("GRANT plain_reader, plain_publisher TO plain")
        connection.exec_driver_sql("GRANT CREATE ON DATABASE plain TO plain_publisher")
        stores = open_stores(using)
        start(stores)
        after = public_reader(using)
        assert refusal(after, "SELECT 1 FROM public.entries") == DENIED
        after.dispose()
        stores.dispose()
        connection.exec_driver_sql("DROP DATABASE plain WITH (FORCE)")
        for role in ("plain_reader", "plain_publisher", "plain"):
            connection.exec_driver_sql(f"DROP ROLE {role}")
    owner.dispose()
