"""Everything under `/api/v1`."""

from __future__ import annotations

from functools import cache

from fastapi import APIRouter, Depends

from app.api import cases, checkpoints, documents, followed, imports, info, openapi, search, search_files, statistics
from app.api.import_files import import_files_router
from app.api.list_files import list_files_router
from app.api.lists import lists_router
from app.api.parameters import only_described
from app.api.row_files import row_files_router
from app.web.answers import PREFIX


@cache
def api_router() -> APIRouter:
    """The same for every installation that a process serves: no route hangs on its settings."""
    router = APIRouter(prefix=PREFIX)
    router.include_router(list_files_router())
    router.include_router(followed.router)
    router.include_router(row_files_router())
    router.include_router(search_files.router)
    router.include_router(statistics.files)
    router.include_router(import_files_router())
    for subject in (cases, search, statistics, documents, imports, info, checkpoints, openapi):
        router.include_router(subject.router, dependencies=[Depends(only_described)])
    router.include_router(lists_router())
    return router
