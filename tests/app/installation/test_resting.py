"""A journal that is not what was written: no register is built from it, and whoever asks for one is told what is wrong."""

from __future__ import annotations

from contextlib import closing

import pytest
import sqlalchemy as sa
from pysqlite3 import dbapi2 as sqlite

from app.cli import build
from app.commands.running import run
from app.db import Stores, reading
from app.installation.resting import JournalSpoilt
from app.models.journal import entries
from app.settings import Settings, settings
from tests.app.installation.test_proof import filled


@pytest.mark.parametrize(
    ("database", "spoil", "what"),
    [
        ("sqlite", "DROP TABLE act_keys", "tabellen act_keys saknas"),
        ("sqlite", "DELETE FROM entries", "post 1"),
        ("sqlite", "DELETE FROM parts", "det som tabellen parts har om post 5"),
        ("postgresql", "DROP TABLE act_keys", "tabellen act_keys saknas"),
    ],
    indirect=["database"],
)
def test_no_register_is_built_from_a_journal_that_is_not_what_was_written(
    stores: Stores,
    using: Settings,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    spoil: str,
    what: str,
) -> None:
    filled(stores, using)
    spoil_by_hand(stores.desk, spoil)
    for name in ("data_dir", "database_url", "public_database_url"):
        monkeypatch.setenv(f"DIARIUM_{name.upper()}", str(getattr(using, name)))
    settings.cache_clear()
    assert run(build, ["rebuild"]) == 1
    assert capsys.readouterr().err.splitlines()[-1:] == [JournalSpoilt(what).sentence()]
    if what == "post 1":
        with reading(stores.desk) as session:
            assert session.execute(sa.select(entries)).all() == []


def spoil_by_hand(store: sa.Engine, statement: str) -> None:
    """No key that points at a row holds back whoever has the database in his hand."""
    store.dispose()
    if store.dialect.name == "sqlite":
        with closing(sqlite.connect(str(store.url.database))) as connection, connection:
            connection.execute(statement)
        return
    with store.connect() as held:
        held.exec_driver_sql("SET session_replication_role=replica")
        held.exec_driver_sql(statement)
        held.commit()
    store.dispose()
