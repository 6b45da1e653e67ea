"""The demo is an installation of its own: it takes nothing from the real one."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.commands.demo import settings_for


def test_the_demo_watches_no_folder_of_the_real_installation(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DIARIUM_WATCH_DIR", str(tmp_path))
    monkeypatch.setenv("DIARIUM_MAIL_DIR", str(tmp_path))
    using = settings_for(tmp_path / "demo")
    assert using.data_dir == tmp_path / "demo"
    assert (using.watch_dir, using.mail_dir) == (None, None)
