"""Everything under `/api/v1`."""

from __future__ import annotations

from fastapi import APIRouter, Depends

from app.api import cases, checkpoints, documents, imports, info, openapi
from app.api.lists import lists_router
from app.api.parameters import only_described
from app.web.answers import PREFIX


def api_router() -> APIRouter:
    router = APIRouter(prefix=PREFIX)
    for subject in (cases, documents, imports, info, checkpoints, openapi):
        router.include_router(subject.router, dependencies=[Depends(only_described)])
    router.include_router(lists_router())
    return router
