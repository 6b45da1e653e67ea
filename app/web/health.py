"""What a supervisor asks: whether the process answers (`/healthz`), and whether it can do its work (`/readyz`)."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from fastapi import APIRouter, Request
from fastapi.responses import Response

from app.db import linked_sqlite, newest_revision, stands_at
from app.errors import DatabaseNotReady
from app.models.register import register_meta
from app.web.answers import json_bytes, serving

router = APIRouter(include_in_schema=False)
_REPLAYED = sa.text(
    "SELECT pg_is_in_recovery() AS is_replica, extract(epoch FROM clock_timestamp() - pg_last_xact_replay_timestamp()) AS seconds"
)
_FRESH = {"Cache-Control": "no-store"}


@router.get("/healthz")
async def healthz() -> Response:
    """200 as long as the process takes questions in; no database is asked."""
    return Response(b"ok\n", media_type="text/plain", headers=_FRESH)


@router.get("/readyz")
def readyz(request: Request) -> Response:
    """200 where both databases answer and have this version's tables; else 503, and what is wrong. Where readers are answered from a
    replica, how far behind that is."""
    using = serving(request)
    read = _state(using.public)
    if stands_at(using.stores.desk) != newest_revision():
        raise DatabaseNotReady
    ready: dict[str, Any] = {"ready": True, **_database(using.stores.desk)}
    if using.public.dialect.name == "postgresql" and (replica := _replica(using.public)) is not None:
        ready["replica"] = {"behind_seconds": 0.0} if read == _state(using.stores.public) else replica
    return Response(json_bytes(ready), media_type="application/json", headers=_FRESH)


def _state(of: sa.Engine) -> dict[str, str]:
    """What the public register says of itself there."""
    with of.connect() as connection:
        return {row.key: row.value for row in connection.execute(sa.select(register_meta))}


def _replica(reader: sa.Engine) -> dict[str, float | None] | None:
    """How many seconds ago what a replica has last heard of was committed, None where it has heard of nothing since its start; None
    of what is no replica."""
    with reader.connect() as connection:
        told = connection.execute(_REPLAYED).one()
    return (
        {"behind_seconds": None if told.seconds is None else round(float(told.seconds), 3)} if told.is_replica else None
    )


def _database(of: sa.Engine) -> dict[str, str]:
    """What kind the databases are of, and its version: `{"sqlite": "3.51.3"}`."""
    if of.dialect.name == "sqlite":
        return {"sqlite": ".".join(str(part) for part in linked_sqlite())}
    with of.connect() as connection:
        version: str = connection.exec_driver_sql("SHOW server_version").scalar_one()
    return {"postgresql": version.partition(" ")[0]}
