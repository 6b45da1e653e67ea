"""An open installation on either database, and the register's rows for comparing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.db import Stores
from app.installation.opening import open_stores, start
from app.settings import Settings
from tests.conftest import Databases


@pytest.fixture
def using(database: Databases, tmp_path: Path) -> Settings:
    """Settings of an installation that holds nothing yet."""
    return Settings(data_dir=tmp_path / "data", database_url=database.desk_url, public_database_url=database.public_url)


@pytest.fixture
def stores(using: Settings) -> Iterator[Stores]:
    """The installation's two stores, ready for use."""
    opened = open_stores(using)
    start(opened)
    yield opened
    opened.dispose()
