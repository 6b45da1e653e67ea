"""The tables' diary can be read forwards and backwards, and ends where the models stand, on both databases."""

from __future__ import annotations

import re
from dataclasses import replace
from importlib.resources import files
from typing import Any

import sqlalchemy as sa
from alembic import command
from sqlalchemy import inspect
from sqlalchemy.orm import Session

from app.db import alembic_config, engine, upgrade
from app.journal.append import PUT_IN, append, file_bundle, give_key, open_journal
from app.journal.derived import arrival_row
from app.models.journal import arrivals, municipality_keys, readings
from app.resources import migrations
from importers.bundle import Doubt, Severity, Unread
from importers.doubts import DoubtCode
from tests.app.register.saying import SOMEWHERE, at, bundle, extract
from tests.conftest import Databases


def tables(url: str) -> set[str]:
    store = engine(url)
    try:
        return set(inspect(store).get_table_names()) - {"alembic_version"}
    finally:
        store.dispose()


def test_up_down_and_up_again(empty_database: Databases) -> None:
    upgrade(empty_database.desk_url)
    first = tables(empty_database.desk_url)
    command.downgrade(alembic_config(empty_database.desk_url), "base")
    assert tables(empty_database.desk_url) == set()
    upgrade(empty_database.desk_url)
    assert tables(empty_database.desk_url) == first != set()


def test_what_follows_from_entries_is_found_again_in_them(database: Databases) -> None:
    """What a reading is unsure of, the key that ids are made by, and what came with a municipality."""
    doubt = Doubt(DoubtCode.TITLE_MENDED, Severity.NOTE, sources=(at("igår"),))
    read = replace(bundle(extract("Nämnden", "2025-03-03")), unread=(Unread("…", at("…")),), doubts=(doubt, doubt))
    store = engine(database.desk_url)
    told = sa.select(readings.c.unsure)
    came = {"municipality": {"id": "x-bergsund"}, "last": 4}

    def kept(session: Session) -> list[list[sa.Row[Any]]]:
        return [list(session.execute(sa.select(table)).all()) for table in (municipality_keys, arrivals)]

    try:
        with Session(store) as session, session.begin():
            open_journal(session)
            file_bundle(session, read, SOMEWHERE, "anna")
            give_key(session, "x-bergsund", "anna", "ny kommun")
            seq = append(session, PUT_IN, came, "anna", "hit")
            session.execute(arrivals.insert().values(arrival_row(seq, came)))
            before, rows = session.execute(told).scalar_one(), kept(session)
        command.downgrade(alembic_config(database.desk_url), "0043_tickets")
        upgrade(database.desk_url)
        with Session(store) as session:
            assert session.execute(told).scalar_one() == before == '{"doubts":[[1],[1]],"unread":[[1]]}'
            assert kept(session) == rows and [len(of_table) for of_table in rows] == [1, 1]
    finally:
        store.dispose()


def test_the_models_ask_for_nothing_that_no_migration_makes(database: Databases) -> None:
    command.check(alembic_config(database.desk_url))


def test_a_migration_knows_nothing_of_the_programme() -> None:
    versions = sorted((migrations() / "versions").glob("*.py"))
    assert versions
    assert [path.name for path in versions if re.search(r"^(?:from|import) app", path.read_text(), re.MULTILINE)] == []
    assert [path.name[:4] for path in versions] == [f"{number:04}" for number in range(1, len(versions) + 1)]


def test_the_tables_of_procrastinate_are_those_of_the_one_that_is_installed() -> None:
    theirs = sorted(path.name for path in (files("procrastinate") / "sql" / "migrations").iterdir())
    newest = [name for name in theirs if name.endswith(".sql")][-1]
    assert newest.startswith("03.04.00_50_"), "it asks for other tables: a new migration is to bring ours to them"
