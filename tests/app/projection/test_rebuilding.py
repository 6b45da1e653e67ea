"""A rebuild rests on the journal alone: whatever was done to the derived tables, it leaves what a fresh import leaves."""

from __future__ import annotations

import os
import random
from collections.abc import Callable
from typing import Any

import pytest
import sqlalchemy as sa
from sqlalchemy.exc import DBAPIError

from app.db import Stores, reading, writing
from app.installation.opening import prepare_public
from app.installation.renewing import rebuild_all
from app.journal.scope import RegisterScope
from app.models.published import DATED, PAST, published
from app.models.register import cases, register, supports
from app.projection.public import publish
from app.projection.rebuilding import rebuild
from app.projection.rows import Rows
from app.settings import Settings
from tests.app.days import Told, told, withdrawn

__all__ = ["told"]

SEEDS = range(60 if os.environ.get("DIARIUM_DRILL") else 2)
# What is derived; the rest counts what was told of it, and says which version made it.
COUNTING = {"changes", "register_meta"}
DESK = [table for table in register.sorted_tables if table.name not in COUNTING]
PUBLIC = [table for table in published.sorted_tables if table.name not in COUNTING]


def everything(stores: Stores) -> dict[str, list[str]]:
    """Every derived row of both stores as it lies there, by table."""
    found: dict[str, list[str]] = {}
    for engine, tables in ((stores.desk, DESK), (stores.public, PUBLIC)):
        with reading(engine) as session:
            for table in tables:
                name = f"{engine is stores.public}|{table.name}"
                rows = session.execute(sa.text(f'SELECT * FROM "{table.name}"')).mappings()
                found[name] = sorted(repr(sorted(row.items())) for row in rows)
    return found


def test_a_row_that_stands_under_another_owner_is_taken_over(told: Told) -> None:
    before = everything(told.stores)
    for scope in RegisterScope:
        with writing(told.stores.desk if scope is RegisterScope.DESK else told.stores.public) as session:
            (first, *_) = session.execute(sa.select(cases.c.id).order_by(cases.c.id)).scalars()
            session.execute(cases.update().where(cases.c.id == first).values(owner="aaaaaaaaaaaaaaaa"))
        assert rebuild_all(told.stores)[scope] == 1
        assert everything(told.stores) == before, scope


def rows_of(session: Any, table: sa.Table) -> list[dict[str, Any]]:
    return [
        dict(row)
        for row in session.execute(
            sa.select(table).order_by(*(c for c in table.c if not isinstance(c.type, sa.JSON)))
        ).mappings()
    ]


def delete(session: Any, table: sa.Table, row: dict[str, Any], _chosen: random.Random) -> None:
    session.execute(table.delete().where(*same(table, row)))


def same(table: sa.Table, row: dict[str, Any]) -> list[sa.ColumnElement[bool]]:
    columns = list(table.primary_key) or [c for c in table.c if not isinstance(c.type, sa.JSON)]
    return [c.is_(None) if row[c.name] is None else c == row[c.name] for c in columns]


def change(session: Any, table: sa.Table, row: dict[str, Any], chosen: random.Random) -> None:
    """Put into one column what stands in another row of it."""
    column = chosen.choice([c for c in table.c if not c.primary_key] or list(table.c))
    other = chosen.choice(rows_of(session, table))[column.name]
    session.execute(table.update().where(*same(table, row)).values({column.name: other}))


def spoil(session: Any, table: sa.Table, row: dict[str, Any], chosen: random.Random) -> None:
    """Put into a column what nobody of ours writes there."""
    if session.get_bind().dialect.name != "sqlite":
        change(session, table, row, chosen)
        return
    column = chosen.choice([c for c in table.c if not c.primary_key] or list(table.c))
    rubbish = chosen.choice(["'7'", "7", "'20250301'", "'['", "'x'", "x'ff'", "cast(x'ff' as text)", "-1", "''"])
    literal = {"compile_kwargs": {"literal_binds": True}, "dialect": session.get_bind().dialect}
    keys = list(table.primary_key) or [table.c.id]
    where = " AND ".join(f'"{c.name}" IS {sa.literal(row[c.name], c.type).compile(**literal)}' for c in keys)
    session.execute(sa.text(f'UPDATE "{table.name}" SET "{column.name}" = {rubbish} WHERE {where}'))


def double(session: Any, table: sa.Table, row: dict[str, Any], chosen: random.Random) -> None:
    """The same row once more, under another key."""
    keys = [c.name for c in table.primary_key if isinstance(c.type, sa.String)] or ["id"]
    numbers = {
        c.name: chosen.getrandbits(60 if isinstance(c.type, sa.BigInteger) else 30)
        for c in table.primary_key
        if isinstance(c.type, sa.Integer)
    }
    session.execute(table.insert().values(row | {chosen.choice(keys): f"{chosen.random()}"} | numbers))


def swap(session: Any, table: sa.Table, row: dict[str, Any], chosen: random.Random) -> None:
    """Two rows trade everything but their keys."""
    other = chosen.choice(rows_of(session, table))
    keys = {c.name for c in table.primary_key}
    for one, values in ((row, other), (other, row)):
        kept = {name: value for name, value in values.items() if name not in keys}
        if kept:
            session.execute(table.update().where(*same(table, one)).values(kept))


def move(session: Any, table: sa.Table, row: dict[str, Any], chosen: random.Random) -> None:
    """A row bears another key: of nobody."""
    keys = [c.name for c in table.primary_key if isinstance(c.type, sa.String)] or ["id"]
    session.execute(table.update().where(*same(table, row)).values({chosen.choice(keys): f"{chosen.random()}"}))


DAMAGES: list[Callable[..., None]] = [delete, change, spoil, double, swap, move]


def damage(engine: sa.Engine, tables: list[sa.Table], chosen: random.Random) -> None:
    with writing(engine) as session:
        for _ in range(chosen.randint(1, 12)):
            table = chosen.choice(tables)
            rows = rows_of(session, table) if not _is_spoilt(session, table) else []
            if rows:
                chosen.choice(DAMAGES)(session, table, chosen.choice(rows), chosen)
        if chosen.random() < 0.2:
            session.execute(chosen.choice(tables).delete())


def _is_spoilt(session: Any, table: sa.Table) -> bool:
    try:
        rows_of(session, table)
    except (ValueError, sa.exc.DBAPIError):
        return True
    return False


@pytest.mark.parametrize(
    ("database", "story"),
    [("sqlite", lambda told: told), ("sqlite", withdrawn), ("postgresql", withdrawn)],
    ids=["sqlite-filed", "sqlite-withdrawn", "postgresql-withdrawn"],
    indirect=["database"],
)
def test_whatever_was_done_to_the_tables_a_rebuild_heals(told: Told, story: Callable[[Told], Told]) -> None:
    stores = story(told).stores
    before = everything(stores)
    for seed in SEEDS:
        chosen = random.Random(seed)
        damage(stores.desk, DESK, chosen)
        damage(stores.public, PUBLIC, chosen)
        rebuild_all(stores)
        publish(stores)
        after = everything(stores)
        assert {n: rows for n, rows in after.items() if rows != before[n]} == {}, seed
        assert rebuild_all(stores) == {RegisterScope.DESK: 0, RegisterScope.PUBLIC: 0}, seed


def test_tables_that_are_gone_are_made_anew(told: Told) -> None:
    before = everything(told.stores)
    with told.stores.desk.begin() as connection:
        cases.drop(connection)
        supports.drop(connection)
    with told.stores.public.begin() as connection:
        PAST["cases"].drop(connection) if connection.dialect.name == "sqlite" else None
        connection.execute(DATED["items"].delete())
    rebuild_all(told.stores)
    publish(told.stores)
    assert everything(told.stores) == before


def test_a_store_that_does_not_say_what_it_is_is_made_anew(told: Told, using: Settings) -> None:
    before = everything(told.stores)
    for key in ("generation", "version", "state"):
        with writing(told.stores.public) as session:
            session.execute(sa.text("UPDATE register_meta SET value = 'x', key = 'y' WHERE key = :key"), {"key": key})
        prepare_public(using.public_database_url)
        publish(told.stores)
        rebuild_all(told.stores)
        assert everything(told.stores) == before, key


def test_a_rebuild_whose_connection_breaks_says_that_it_broke(stores: Stores) -> None:
    with pytest.raises(DBAPIError) as broken, writing(stores.desk) as session:
        driver = session.connection().connection.driver_connection
        assert driver is not None
        driver.close()
        rebuild(session, Rows(session), RegisterScope.DESK)
    assert broken.value.connection_invalidated
