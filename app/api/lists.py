"""Every resource as a list and, where its rows have no route of their own, alone: one way for all."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Annotated, Any
from urllib.parse import urlencode

from fastapi import APIRouter, Path, Request
from fastapi.responses import RedirectResponse, Response
from sqlalchemy.orm import Session

from app.api.as_of import session_as_of
from app.api.list_parameters import parameters_of
from app.api.list_query import as_of, fields_of, next_cursor, once, question, single_names, wanted
from app.api.list_rows import shown, with_names
from app.api.resources import RESOURCES, Resource
from app.api.responses import Responses, responses
from app.errors import EntityNotFound
from app.queries.aliases import now_at
from app.queries.listing import Page, Wanted, page_of, row_of
from app.schemas.lists import LISTS, ROWS
from app.search.question import question_in
from app.web.answers import PREFIX, Public, json_answer, origin

Id = Annotated[str, Path(description="The permanent id.", examples=["w3rjc6y2l5t7zoxe"])]


def lists_router() -> APIRouter:
    router = APIRouter()
    for resource in RESOURCES:
        _add_list(router, resource)
        if resource.alone:
            _add_single(router, resource)
    return router


def _add_list(router: APIRouter, resource: Resource) -> None:
    def listed(request: Request, session: Public) -> Response:
        return list_answer(request, session, resource)

    described = responses(LISTS[resource.name], "A part of the list; `Link` has the next.", 304, 406)
    _route(router, f"/{resource.name}", f"list_{resource.name}", resource.many, resource, listed, described)


def list_answer(request: Request, session: Session, resource: Resource) -> Response:
    """The part of the list that the request asks for. Raises `BadParameter`."""
    asked = with_names(session, resource, question(request.query_params, resource))
    with session_as_of(request, session, asked.as_of) as then:
        page = page_of(then, resource.listing, asked.asked, asked.wanted)
    words = question_in(asked.asked.filters.get("q", ""))
    rows = [shown(resource, row, asked.fields, placed=asked.wanted.placed) for row in page.rows]
    body = {
        resource.name: rows,
        "total": page.total,
        "total_is_at_least": page.is_more,
        "limit": asked.asked.limit,
        "offset": asked.asked.offset,
        "next_cursor": next_cursor(asked.asked, page.last),
        "left_out": list(words.left_out),
        "unread": words.unread,
        **resource.beside(session),
    }
    return json_answer(request, body, _link(request, page, body))


def _add_single(router: APIRouter, resource: Resource) -> None:
    def single(request: Request, session: Public, id: Id) -> Response:
        params = once(request.query_params, single_names(resource))
        want, fields = wanted(resource, params), fields_of(resource, params)
        with session_as_of(request, session, as_of(params)) as then:
            row = row_of(then, resource.listing, id, want)
            if row is None:
                return _elsewhere(request, then, resource, id)
        return json_answer(request, shown(resource, row, fields, placed=want.placed))

    path, name = f"/{resource.name}/{{id}}", f"get_{resource.singular}"
    described = responses(ROWS[resource.name], "The row, as the list has it.", 304, 308, 404, 406, 410)
    _route(router, path, name, resource.one, resource, single, described)


def _route(
    router: APIRouter,
    path: str,
    name: str,
    summary: str,
    resource: Resource,
    answer: Callable[..., Response],
    described: Responses,
) -> None:
    router.add_api_route(
        path,
        answer,
        operation_id=name,
        summary=summary,
        description=resource.described,
        tags=[resource.name],
        responses=described,
        response_class=Response,
        openapi_extra={"parameters": parameters_of(resource, alone=name.startswith("get_"))},
    )


def _elsewhere(request: Request, session: Session, resource: Resource, id: str) -> Response:
    """On to the id that the one asked for became: corrected, merged or renamed. Raises `EntityNotFound`."""
    now = now_at(session, id)
    if now is None or row_of(session, resource.listing, now, Wanted()) is None:
        raise EntityNotFound(id)
    return redirect(request, f"{PREFIX}/{resource.name}/{now}")


def redirect(request: Request, path: str) -> Response:
    """On to another address for good, with the same question."""
    query = f"?{urlencode(request.query_params.multi_items())}" if request.query_params else ""
    return RedirectResponse(f"{path}{query}", status_code=308)


def _link(request: Request, page: Page, body: Mapping[str, Any]) -> dict[str, str]:
    """Where the next part of the list is, by the way that the reader goes."""
    if page.last is None:
        return {}
    by_cursor = "cursor" in request.query_params
    on = {"cursor": body["next_cursor"]} if by_cursor else {"offset": body["offset"] + body["limit"]}
    address = request.url.include_query_params(**on)
    return {"Link": f'<{origin(request)}{address.path}?{address.query}>; rel="next"'}
