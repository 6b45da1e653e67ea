"""A journal that is gone beside what shows that there was one: nobody begins a new one, and a backup can be restored there."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
import sqlalchemy as sa
from sqlalchemy.engine import make_url

from app.backups.making import back_up
from app.backups.restoring import restore
from app.cli import build
from app.commands.running import run
from app.db import Stores
from app.installation.checking import check
from app.installation.lost import JournalLost
from app.installation.opening import open_stores, start
from app.models.journal import journal
from app.models.register import register
from app.resources import example
from app.settings import Settings, settings
from tests.app.importing import import_file

COMMANDS = (["rebuild"], ["db", "upgrade"], ["import", "x.pdf"], ["serve", "--port", "1"])


def commanded(using: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    """The commands of the test find this installation."""
    for name in ("data_dir", "database_url", "public_database_url"):
        monkeypatch.setenv(f"DIARIUM_{name.upper()}", str(getattr(using, name)))
    settings.cache_clear()


def lose(desk: sa.Engine, *, by_rows: bool = False) -> None:
    """Take the desk's database away, or all of its rows."""
    desk.dispose()
    if desk.dialect.name == "sqlite" and not by_rows:
        for path in Path(desk.url.database or "").parent.glob("desk.db*"):
            path.unlink()
        return
    with desk.begin() as connection:
        if not by_rows:
            connection.exec_driver_sql("DROP SCHEMA public CASCADE")
            connection.exec_driver_sql("CREATE SCHEMA public")
            return
        for table in (*reversed(register.sorted_tables), *reversed(journal.sorted_tables)):
            connection.execute(table.delete())
    desk.dispose()


@pytest.mark.parametrize(
    ("database", "by_rows"), [("sqlite", False), ("sqlite", True), ("postgresql", False)], indirect=["database"]
)
def test_no_new_journal_is_begun_where_there_was_one(
    stores: Stores,
    using: Settings,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    by_rows: bool,
) -> None:
    import_file(stores, using, example().read_bytes(), "exempel.pdf", "anna")
    back_up(stores, using, tmp_path / "kopia")
    stores.public.dispose()
    lose(stores.desk, by_rows=by_rows)
    commanded(using, monkeypatch)
    where = make_url(using.database_url).render_as_string(hide_password=True)
    by_files = JournalLost(where, f"det ligger filer i {using.data_dir / 'files'}").sentence()
    for command in COMMANDS:
        assert run(build, command) == 1
        assert capsys.readouterr().err.splitlines()[-1:] == [by_files]
    assert run(build, ["doctor"]) == 1
    assert f"fel        Databas: {by_files}\n           diarium db restore" in capsys.readouterr().out
    shutil.rmtree(using.data_dir / "files")
    with pytest.raises(JournalLost, match="det publika registret är inte tomt"):
        open_stores(using)
    restore(using, tmp_path / "kopia")
    again = open_stores(using)
    start(again)
    assert check(again, using).whole
    again.dispose()


def test_an_installation_that_was_killed_before_its_first_entry_is_begun(using: Settings) -> None:
    open_stores(using).dispose()
    again = open_stores(using)
    start(again)
    assert check(again, using).whole
    again.dispose()
