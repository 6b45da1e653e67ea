"""Damaged tables stop nobody: what is opened or filed mends them, or says what does; a mending that is killed is begun anew."""

from __future__ import annotations

import random
import signal

import pytest
import sqlalchemy as sa
from starlette.testclient import TestClient

from app.cli import build
from app.commands.running import our_fault, run
from app.db import writing
from app.errors import Exit
from app.installation.renewing import rebuild_all
from app.journal.scope import RegisterScope
from app.main import create_app
from app.models.public_tables import PUBLIC_TABLES
from app.models.published import PAST, published
from app.models.register import cases, items, supports
from app.projection.public import publish
from app.settings import Settings, settings
from tests.app.days import KS, Told, told
from tests.app.filing import file
from tests.app.killed import acknowledged, begin_rebuild, ended
from tests.app.projection.test_rebuilding import DESK, PUBLIC, damage, everything
from tests.app.register.saying import bundle, extract, item

__all__ = ["told"]

LATER = bundle(extract("Kommunfullmäktige", "2025-06-16", item("90", "Torget", case_numbers=(KS,))), digest="4" * 64)


def test_tables_that_are_gone_are_made_anew_by_whoever_opens_the_installation(
    told: Told, using: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = everything(told.stores)
    for name in ("data_dir", "database_url", "public_database_url"):
        monkeypatch.setenv(f"DIARIUM_{name.upper()}", str(getattr(using, name)))
    settings.cache_clear()
    drop(told.stores.desk, supports)
    drop(told.stores.public, PAST["items"])
    assert run(build, ["show", KS]) == Exit.DONE
    assert everything(told.stores) == before
    drop(told.stores.desk, cases)
    drop(told.stores.public, supports)
    with TestClient(create_app(using)) as client:
        assert client.get(f"/api/v1/cases?number={KS}").json()["total"] == 1
    assert everything(told.stores) == before


def drop(store: sa.Engine, table: sa.Table) -> None:
    with store.begin() as connection:
        connection.execute(
            sa.text(
                f'DROP TABLE "{table.name}" CASCADE'
                if store.dialect.name == "postgresql"
                else f'DROP TABLE "{table.name}"'
            )
        )


@pytest.mark.parametrize(
    ("database", "scope"),
    [("sqlite", RegisterScope.DESK), ("sqlite", RegisterScope.PUBLIC), ("postgresql", RegisterScope.PUBLIC)],
    indirect=["database"],
)
def test_a_filing_mends_the_rows_that_stand_in_its_way(told: Told, scope: RegisterScope) -> None:
    stores = told.stores
    with writing(stores.desk if scope is RegisterScope.DESK else stores.public) as session:
        session.execute(sa.text("UPDATE cases SET owner = 'aaaaaaaaaaaaaaaa'"))
    file(stores, LATER)
    publish(stores)
    assert rebuild_all(stores) == {RegisterScope.DESK: 0, RegisterScope.PUBLIC: 0}


def test_whoever_meets_a_value_that_is_none_is_told_what_mends_it(
    told: Told, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(sa.exc.DBAPIError) as raised, writing(told.stores.desk) as session:
        session.execute(sa.select(items.c.id, sa.literal_column("no_such_column")))
    our_fault(raised.type, raised.value, raised.tb)
    assert "diarium rebuild" in capsys.readouterr().err
    with pytest.raises(ValueError, match="x") as ours:
        int("x")
    our_fault(ours.type, ours.value, ours.tb)
    assert "diarium rebuild" not in capsys.readouterr().err


def test_a_rebuild_that_is_killed_is_begun_anew(told: Told, using: Settings) -> None:
    before = everything(told.stores)
    damage(told.stores.desk, DESK, random.Random(1))
    damage(told.stores.public, PUBLIC, random.Random(1))
    told.stores.dispose()
    process, reads = begin_rebuild(using)
    points = int(acknowledged(reads)[-1])
    assert ended(process) == 0
    for share in (0.3, 0.6, 0.9):
        damage(told.stores.desk, DESK, random.Random(share))
        damage(told.stores.public, PUBLIC, random.Random(share))
        told.stores.dispose()
        process, reads = begin_rebuild(using, int(points * share))
        acknowledged(reads)
        assert ended(process) == -signal.SIGKILL
    rebuild_all(told.stores)
    publish(told.stores)
    assert everything(told.stores) == before


def test_the_names_looked_for_are_those_of_the_public_tables() -> None:
    assert published.tables.keys() == PUBLIC_TABLES
