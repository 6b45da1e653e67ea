"""An installation with something of each kind, and a backup of one; and one from which municipalities are taken out."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.backups.making import back_up
from app.db import Stores
from app.errors import DiariumError
from app.imports.filing import accept
from app.imports.uploads import Claims, Upload
from app.imports.workers import at_work
from app.installation.opening import open_stores, start
from app.journal.checkpoints import make_checkpoint
from app.resources import example
from app.settings import Settings, public_url
from tests import postgres
from tests.app.backups import moving
from tests.app.backups.moving import Installation
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


@pytest.fixture(scope="session")
def source(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Installation]:
    """One on SQLite from which two municipalities were taken out."""
    folder = tmp_path_factory.mktemp("source")
    with moving.on("2025-02-28"):
        made = moving.opened(folder, f"sqlite:///{folder / 'desk.db'}")
    moving.fill(made)
    moving.anew(made)
    for place in (moving.ALNSJO, moving.BERGSUND):
        moving.take(made, place)
    make_checkpoint(made.stores)
    yield made
    made.stores.dispose()


@pytest.fixture
def there(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Installation]:
    """Another installation, on PostgreSQL or the database asked for, in which nothing is filed."""
    desk, server, name = f"sqlite:///{tmp_path / 'there.db'}", None, f"diarium_{os.getpid()}_there"
    if getattr(request, "param", "postgresql") == "postgresql":
        server = request.getfixturevalue("postgres_url")
        desk = postgres.create(server, name, request.getfixturevalue("made_template"))
    made = moving.opened(tmp_path, desk)
    yield made
    made.stores.dispose()
    if server:
        postgres.drop(server, name)
