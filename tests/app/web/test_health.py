"""What a supervisor is told of the databases."""

from __future__ import annotations

import re

from starlette.testclient import TestClient

from app.db import Stores
from app.main import create_app
from app.settings import Settings


def test_whoever_is_ready_names_the_database_that_it_lies_on_and_no_other(using: Settings, stores: Stores) -> None:
    with TestClient(create_app(using)) as client:
        ready = client.get("/readyz").json()
    assert set(ready) == {"ready", stores.desk.dialect.name}
    assert re.fullmatch(r"\d+(\.\d+)+", ready[stores.desk.dialect.name])
