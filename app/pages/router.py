"""Every page. The order counts: `/arenden/{anything}` takes what the others leave."""

from __future__ import annotations

from functools import cache

from fastapi import APIRouter

from app.pages import (
    bodies,
    cases,
    changes,
    data,
    documents,
    embedded,
    facts,
    items,
    machines,
    matters,
    meetings,
    motions,
    parties,
    persons,
    reports,
    search,
    start,
    statistics,
    towns,
    votes,
    words,
)
from app.pages.languages import translated


@cache
def pages_router() -> APIRouter:
    router = APIRouter(include_in_schema=False)
    for subject in (
        start,
        machines,
        matters,
        search,
        data,
        changes,
        documents,
        motions,
        meetings,
        items,
        facts,
        votes,
        persons,
        parties,
        bodies,
        statistics,
        towns,
        words,
        embedded,
        reports,
        cases,
    ):
        router.include_router(subject.router)
        for address, route in translated(subject.router):
            router.add_api_route(address, route.endpoint)
    return router
