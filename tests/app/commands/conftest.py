"""Commands that find an installation already made: to make its tables takes longer than most commands."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from app.installation.opening import open_stores
from app.settings import Settings, public_url
from tests.app.importing import import_file
from tests.app.papers import drawn, minutes
from tests.app.sheets import ALNSJO

TORGET = minutes("Kommunstyrelsen", "12", "KS-2025-00042", "Kommunstyrelsen beslutar att bygga cykelställ.")
AAN = minutes("Miljönämnden", "7", "MN-2025-00118", "Nämnden beslutar att vänta.", "2025-10-01", "Cykelställ vid ån")


@pytest.fixture(scope="session")
def two_cases(made_files: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of an installation with two cases of one municipality, to copy."""
    folder = tmp_path_factory.mktemp("two-cases") / "data"
    shutil.copytree(made_files, folder)
    desk = f"sqlite:///{folder / 'desk.db'}"
    using = Settings(data_dir=folder, database_url=desk, public_database_url=public_url(desk))
    stores = open_stores(using)
    for name, page in (("a.pdf", TORGET), ("b.pdf", AAN)):
        import_file(stores, using, drawn(page), name, "anna", ALNSJO)
    stores.dispose()
    return folder


@pytest.fixture
def begun(made_files: Path) -> None:
    """The installation that the test's commands find holds nothing yet."""
    shutil.copytree(made_files, os.environ["DIARIUM_DATA_DIR"])


@pytest.fixture
def filed(two_cases: Path) -> None:
    """The installation that the test's commands find holds two cases."""
    shutil.copytree(two_cases, os.environ["DIARIUM_DATA_DIR"])
