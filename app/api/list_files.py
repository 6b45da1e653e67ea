"""Every list as a file: `/api/v1/cases.csv`, all of what was asked for, where the list itself gives a part."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import Response

from app.api.as_of import session_as_of
from app.api.calendars import CALENDARS, calendar
from app.api.feeds import Addresses, feed, wished
from app.api.list_query import Question, question
from app.api.list_rows import columns, shown_rows, with_names
from app.api.resources import RESOURCES, Resource
from app.exports.csv import csv_lines
from app.exports.formats import MEDIA_TYPES, OF_ROWS, Format
from app.exports.jsonl import jsonl
from app.schemas.statistics import STATISTICS
from app.web.answers import PREFIX, Public, answer, origin, prefix_of
from app.web.files import file_answer


def list_files_router() -> APIRouter:
    """Not described apart: the description of each list says what it can be had as."""
    router = APIRouter(include_in_schema=False)
    for resource in RESOURCES:
        for form in OF_ROWS:
            _add(router, resource, form)
        _add_feed(router, resource)
    for resource in CALENDARS:
        _add_calendar(router, resource)
    return router


def _add_calendar(router: APIRouter, resource: Resource) -> None:
    def days(request: Request, session: Public) -> Response:
        asked = with_names(session, resource, question(request.query_params, resource, Format.ICS))
        pieces = calendar(session_as_of(request, session, asked.as_of), resource, asked, addresses(request))
        return file_answer(request, session, pieces, MEDIA_TYPES[Format.ICS], {})

    router.add_api_route(f"/{resource.name}.{Format.ICS}", days, response_class=Response)


def _add_feed(router: APIRouter, resource: Resource) -> None:
    def followed(request: Request, session: Public) -> Response:
        asked = wished(session, request.query_params, resource)
        pieces = feed(session, resource, asked, addresses(request))
        return answer(request, b"".join(pieces), MEDIA_TYPES[Format.ATOM])

    router.add_api_route(f"/{resource.name}.{Format.ATOM}", followed, response_class=Response)


def addresses(request: Request) -> Addresses:
    """Where the feed that is asked for lies."""
    params = tuple((name, value) for name, value in request.query_params.multi_items() if name != "cursor")
    return Addresses(origin(request), request.scope["path"], params)


def list_files() -> dict[str, dict[str, str]]:
    """For the address of each list, and of each kind of figures, what ends that of its file by the media type that asks for it."""
    kinds = {media_type.partition(";")[0]: form.value for form, media_type in MEDIA_TYPES.items()}
    others = {kind: form for kind, form in kinds.items() if form != Format.ICS}
    lists = {f"{PREFIX}/{one.name}": kinds if one in CALENDARS else others for one in RESOURCES}
    rows = {MEDIA_TYPES[form].partition(";")[0]: form.value for form in OF_ROWS}
    alone = {f"{PREFIX}/imports": rows}
    return {
        **lists,
        **alone,
        f"{PREFIX}/search": others,
        **{f"{PREFIX}/statistics/{kind}": rows for kind in STATISTICS},
    }


def _add(router: APIRouter, resource: Resource, form: Format) -> None:
    def file(request: Request, session: Public) -> Response:
        asked = with_names(session, resource, question(request.query_params, resource, form))
        rows = shown_rows(session_as_of(request, session, asked.as_of), resource, asked)
        pieces = made(resource, form, asked, rows, prefix_of(request))
        headers = {"Content-Disposition": f'attachment; filename="{resource.name}.{form}"'}
        return file_answer(request, session, pieces, MEDIA_TYPES[form], headers)

    router.add_api_route(f"/{resource.name}.{form}", file, response_class=Response)


def made(
    resource: Resource, form: Format, asked: Question, rows: Iterator[Mapping[str, Any]], base_path: str
) -> Iterator[bytes]:
    """The rows as bytes of a format, for an installation that lies under a path."""
    if form is Format.CSV:
        return csv_lines(rows, columns(resource, asked, base_path), excel=asked.excel)
    return jsonl(rows, base_path)
