"""The demo is an installation of its own: it takes nothing from the real one."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.commands.demo import beside, settings_for
from app.commands.imports import import_all
from app.db import Stores, reading
from app.imports.filing import accept
from app.imports.queue import JobState, states_of
from app.imports.uploads import Claims
from app.imports.workers import taker
from app.settings import Settings
from tests.app.sheets import ALNSJO, sheet


def test_the_demo_watches_no_folder_of_the_real_installation(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DIARIUM_WATCH_DIR", str(tmp_path))
    monkeypatch.setenv("DIARIUM_MAIL_DIR", str(tmp_path))
    using = settings_for(tmp_path / "demo")
    assert using.data_dir == tmp_path / "demo"
    assert (using.watch_dir, using.mail_dir) == (None, None)


def test_it_lies_beside_the_data_folder_however_that_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "data").mkdir()
    monkeypatch.chdir(tmp_path / "data")
    for written in (Path(), tmp_path / "data", Path("../data")):
        assert beside(written).resolve() == tmp_path / "diarium-demo"
    assert beside(Path("/")) == Path("/diarium-demo")


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
def test_it_is_served_before_what_waits_from_an_earlier_start_is_read(
    tmp_path: Path, stores: Stores, using: Settings
) -> None:
    """A scan of forty pages takes minutes; whoever serves reads it meanwhile."""
    waits = accept(taker(stores, using), sheet(1), Claims("väntar.pdf", "anna", ALNSJO), at_once=False)
    (tmp_path / "exempel.pdf").write_bytes(sheet(2))
    (ended,) = import_all(stores, [tmp_path / "exempel.pdf"], ALNSJO, using, these_alone=True)
    assert ended.file.endswith("exempel.pdf")
    with reading(stores.desk) as session:
        assert states_of(session, [waits.id]) == {waits.id: JobState.QUEUED}
