"""How many statements an answer takes."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from starlette.testclient import TestClient

from tests.app.served import app_of


def statements(client: TestClient, address: str) -> int:
    """The SELECTs that one GET sends to the public register."""
    counted: list[str] = []

    def count(_c: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
        counted.append(statement)

    public = app_of(client).state.serving.public
    sa.event.listen(public, "before_cursor_execute", count)
    try:
        assert client.get(address, headers={"Cache-Control": "no-cache"}).status_code == 200
    finally:
        sa.event.remove(public, "before_cursor_execute", count)
    return len([said for said in counted if said.lstrip().upper().startswith("SELECT")])
