"""What a supervisor asks: whether the process answers (`/healthz`), and whether it can do its work (`/readyz`)."""

from __future__ import annotations

import sqlalchemy as sa
from fastapi import APIRouter, Request
from fastapi.responses import Response

from app.db import linked_sqlite, newest_revision, stands_at
from app.errors import DatabaseNotReady
from app.models.register import register_meta
from app.web.answers import json_bytes, serving

router = APIRouter(include_in_schema=False)
_FRESH = {"Cache-Control": "no-store"}


@router.get("/healthz")
async def healthz() -> Response:
    """200 as long as the process takes questions in; no database is asked."""
    return Response(b"ok\n", media_type="text/plain", headers=_FRESH)


@router.get("/readyz")
def readyz(request: Request) -> Response:
    """200 where both databases answer and have this version's tables; else 503, and what is wrong."""
    using = serving(request)
    with using.public.connect() as connection:
        connection.execute(sa.select(register_meta).limit(1))
    if stands_at(using.stores.desk) != newest_revision():
        raise DatabaseNotReady
    ready = {"ready": True, **_database(using.stores.desk)}
    return Response(json_bytes(ready), media_type="application/json", headers=_FRESH)


def _database(of: sa.Engine) -> dict[str, str]:
    """What kind the databases are of, and its version: `{"sqlite": "3.51.3"}`."""
    if of.dialect.name == "sqlite":
        return {"sqlite": ".".join(str(part) for part in linked_sqlite())}
    with of.connect() as connection:
        version: str = connection.exec_driver_sql("SHOW server_version").scalar_one()
    return {"postgresql": version.partition(" ")[0]}
