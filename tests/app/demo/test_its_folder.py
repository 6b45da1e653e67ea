"""The demo is an installation of its own: it takes nothing from the real one."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.commands.demo import beside, settings_for


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
