"""One row as a file: `/api/v1/people/w3rjc6y2l5t7zoxe.csv`, under the columns that the file of its list has."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import Response
from sqlalchemy.orm import Session

from app.api.as_of import session_as_of
from app.api.followed import FOLLOWED
from app.api.list_files import made
from app.api.list_query import EXCEL, Question, as_of, chosen, fields_of, once, single_names, wanted
from app.api.list_rows import shown
from app.api.lists import redirect
from app.api.resources import RESOURCES, Resource
from app.errors import CaseNotFound, EntityNotFound
from app.exports.formats import MEDIA_TYPES, OF_ROWS, Format
from app.queries import cases
from app.queries.aliases import now_at
from app.queries.listing import Asked, Wanted, row_of
from app.web.answers import PREFIX, Public, answer, prefix_of


def row_files_router() -> APIRouter:
    """Not described apart: the description of each row says what it can be had as."""
    router = APIRouter(include_in_schema=False)
    for resource in RESOURCES:
        for form in OF_ROWS:
            _add(router, resource, form)
    return router


def row_files() -> dict[str, dict[str, str]]:
    """For the address of each kind of row what ends that of its file, by the media type that asks for it."""
    kinds = {form: MEDIA_TYPES[form].partition(";")[0] for form in (*OF_ROWS, Format.ATOM)}
    return {
        f"{PREFIX}/{one.name}/{{id}}": {
            kind: form.value for form, kind in kinds.items() if form is not Format.ATOM or one.name in FOLLOWED
        }
        for one in RESOURCES
    }


def _add(router: APIRouter, resource: Resource, form: Format) -> None:
    def file(request: Request, session: Public, id: str) -> Response:
        known = [*single_names(resource), *(["excel"] if form is Format.CSV else [])]
        params = once(request.query_params, known)
        excel = "excel" in params and chosen("excel", params["excel"], EXCEL)
        asked = Question(
            Asked({}, resource.listing.order, 1, 0),
            wanted(resource, params),
            fields_of(resource, params),
            as_of(params),
            excel,
        )
        with session_as_of(request, session, asked.as_of, {id} if resource.name == "cases" else ()) as then:
            key = _matter(then, id) if resource.name == "cases" else id
            row = row_of(then, resource.listing, key, asked.wanted) if key else None
            if row is None:
                return redirect(request, f"{PREFIX}/{resource.name}/{_elsewhere(then, resource, id)}.{form}")
        rows = iter([shown(resource, row, asked.fields, placed=asked.wanted.placed)])
        whole = b"".join(made(resource, form, asked, rows, prefix_of(request)))
        headers = {"Content-Disposition": f'attachment; filename="{resource.singular}.{form}"'}
        return answer(request, whole, MEDIA_TYPES[form], headers=headers)

    router.add_api_route(f"/{resource.name}/{{id}}.{form}", file, response_class=Response)


def _matter(session: Session, id: str) -> str | None:
    """The matter that has a case with this id now."""
    row = cases.get(session, id)
    return row["matter_id"] if row and id in (row["id"], *(number["id"] for number in row["numbers"])) else None


def _elsewhere(session: Session, resource: Resource, typed: str) -> Any:
    """The id that the one typed became, or that bears the number typed. Raises `CaseNotFound`, `EntityNotFound`."""
    if resource.name == "cases":
        found = cases.find(session, typed)
        if len(found) != 1:
            raise CaseNotFound(typed)
        return found[0]["id"]
    now = now_at(session, typed)
    if now is None or row_of(session, resource.listing, now, Wanted()) is None:
        raise EntityNotFound(typed)
    return now
