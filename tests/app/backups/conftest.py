"""An installation with something of each kind, and a backup of one."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from app.backups.making import back_up
from app.db import Stores
from app.errors import DiariumError
from app.imports.filing import accept
from app.imports.uploads import Claims, Upload
from app.imports.workers import at_work
from app.installation.opening import open_stores, start
from app.resources import example
from app.settings import Settings, public_url
from tests.app.importing import import_file
from tests.app.sheets import ALNSJO, sheet


def fill(stores: Stores, using: Settings) -> None:
    """A matter, a refused file, and an upload that waits."""
    import_file(stores, using, example().read_bytes(), "exempel.pdf", "anna")
    with pytest.raises(DiariumError):
        import_file(stores, using, b"<html>", "sida.pdf", "anna")
    with at_work(stores, using) as worker:
        assert isinstance(accept(worker, sheet(1), Claims("blad.pdf", "anna", ALNSJO), at_once=False), Upload)


def installation(folder: Path) -> Settings:
    """An installation on SQLite that holds nothing."""
    desk = f"sqlite:///{folder / 'desk.db'}"
    return Settings(data_dir=folder, database_url=desk, public_database_url=public_url(desk))


@pytest.fixture(scope="session")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One backup for all who only damage a copy of it, beside the installation that it is of."""
    folder = tmp_path_factory.mktemp("kept")
    using = installation(folder / "data")
    stores = open_stores(using)
    start(stores)
    fill(stores, using)
    back_up(stores, using, folder / "kopia")
    stores.dispose()
    return folder / "kopia"


@pytest.fixture
def copy(kept: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(kept, tmp_path / "kopia"))
