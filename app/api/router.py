"""Everything under `/api/v1`."""

from __future__ import annotations

from fastapi import APIRouter, Depends

from app.api import cases, documents, imports, info, openapi
from app.api.parameters import known

PREFIX = "/api/v1"


def api_router() -> APIRouter:
    router = APIRouter(prefix=PREFIX, dependencies=[Depends(known)])
    for subject in (cases, documents, imports, info, openapi):
        router.include_router(subject.router)
    return router
