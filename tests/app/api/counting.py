"""How many statements an answer takes."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from threading import current_thread
from typing import Any

import sqlalchemy as sa
from starlette.testclient import TestClient

from tests.app.served import app_of

_SWEEPER = "bulk"  # the thread that asks every few seconds whether what is kept for all to fetch is of today's register


def statements(client: TestClient, address: str) -> int:
    """The SELECTs that one GET sends to the public register."""
    with counting(client) as counted:
        assert client.get(address, headers={"Cache-Control": "no-cache"}).status_code == 200
    return len([said for said in counted if said.lstrip().upper().startswith(("SELECT", "WITH"))])


@contextmanager
def counting(client: TestClient) -> Iterator[list[str]]:
    """What is sent to the public register meanwhile, also past SQLAlchemy where light questions are answered."""
    counted: list[str] = []

    def count(_c: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
        if current_thread().name != _SWEEPER:
            counted.append(statement)

    serving = app_of(client).state.serving
    light = serving.at_once.connection.dbapi_connection if serving.at_once is not None else None
    sa.event.listen(serving.public, "before_cursor_execute", count)
    if light is not None:
        light.set_trace_callback(counted.append)
    try:
        yield counted
    finally:
        sa.event.remove(serving.public, "before_cursor_execute", count)
        if light is not None:
            light.set_trace_callback(None)
