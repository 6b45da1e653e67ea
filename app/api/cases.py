"""Matters, found by any of their numbers in any spelling."""

from __future__ import annotations

import datetime as dt
from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Path, Query, Request
from fastapi.responses import RedirectResponse, Response
from sqlalchemy.orm import Session

from app.api.described import responses
from app.api.matters import PARTS, SOURCES, case_json, detail_json, whole_path
from app.api.parameters import SourcesInclude, parts_of
from app.errors import CaseNotFound
from app.queries import cases
from app.queries.shapes import CaseRow
from app.schemas import cases as shapes
from app.serving import Public, json_answer, json_bytes, origin
from app.today import today as civil_today

router = APIRouter(tags=["cases"])

INCLUDES = (*PARTS, SOURCES)
_LONGEST = 100

Said = Annotated[
    str,
    Path(
        description="The permanent id of a case, or any case number in any spelling.",
        examples=["KS-2025-00042", "ks 2025 42"],
    ),
]
Include = Annotated[
    str | None,
    Query(
        max_length=_LONGEST,
        description=f"What to send along, separated by commas: {', '.join(INCLUDES)}.",
        examples=["items,path,sources"],
    ),
]
Today = Annotated[
    dt.date | None,
    Query(
        description="The civil date that the motion's year is reckoned on; today in Sweden when left out.",
        examples=["2025-11-05"],
    ),
]


@router.get(
    "/cases",
    operation_id="list_cases",
    summary="Ärenden, det senast behandlade först",
    responses=responses(shapes.CaseList, "Matters, the one with the latest step first; `Link` has the next page."),
)
def list_cases(
    request: Request,
    session: Public,
    number: Annotated[
        str | None, Query(max_length=_LONGEST, description="A case number in any spelling.", examples=["ks 2025 42"])
    ] = None,
    municipality: Annotated[
        str | None,
        Query(max_length=_LONGEST, description="A municipality's id or slug.", examples=["alnsjo-kommun"]),
    ] = None,
    limit: Annotated[int, Query(ge=1, le=500, description="How many at most.", examples=[20])] = 20,
    offset: Annotated[int, Query(ge=0, le=1_000_000, description="How many to pass by first.", examples=[0])] = 0,
) -> Response:
    """List matters, or find those that a case number belongs to."""
    found, total = _listed(session, number, municipality, limit, offset)
    last = offset + len(found)
    headers = {}
    if last < total:
        address = request.url.include_query_params(limit=limit, offset=last)
        headers["Link"] = f'<{origin(request)}{address.path}?{address.query}>; rel="next"'
    listed = {"cases": [case_json(row) for row in found], "total": total, "limit": limit, "offset": offset}
    return json_answer(request, listed, headers)


@router.get(
    "/cases/{id:path}/path",
    operation_id="get_case_path",
    summary="Ärendets gång",
    responses={
        **responses(shapes.Path, "The decision chain, and who wanted what along it.", 304, 308, 404),
        300: {"model": shapes.CaseChoices, "description": "Several matters answer to that number."},
    },
)
def get_case_path(
    request: Request, session: Public, id: Said, include: SourcesInclude = None, today: Today = None
) -> Response:
    """The stations of a matter: past, only referred to, and awaited; the motion's year; who wanted what at each §."""
    wanted = parts_of(include, (SOURCES,))
    row = cases.get(session, id)
    if row is None:
        return _elsewhere(request, session, id, "/path")
    return json_answer(request, whole_path(session, row, wanted, today or civil_today()))


@router.get(
    "/cases/{id:path}",
    operation_id="get_case",
    summary="Ett ärende",
    responses={
        **responses(shapes.CaseDetail, "The matter, with what `include` asks for.", 304, 308, 404),
        300: {"model": shapes.CaseChoices, "description": "Several matters answer to that number."},
    },
)
def get_case(request: Request, session: Public, id: Said, include: Include = None, today: Today = None) -> Response:
    """A matter by the permanent id of any of its cases. A case number in its place leads to that address."""
    wanted = parts_of(include, INCLUDES)
    row = cases.get(session, id)
    if row is None:
        return _elsewhere(request, session, id)
    return json_answer(request, detail_json(session, row, wanted, today or civil_today()))


def _listed(
    session: Session, number: str | None, municipality: str | None, limit: int, offset: int
) -> tuple[list[CaseRow], int]:
    if number is None:
        return cases.newest(session, municipality, limit, offset)
    found = cases.find(session, number)
    if municipality is not None:
        found = [row for row in found if municipality in (row["municipality"]["id"], row["municipality"]["slug"])]
    return found[offset : offset + limit], len(found)


def _elsewhere(request: Request, session: Session, said: str, rest: str = "") -> Response:
    """Where what was said is a number: on to the case that has it, or a choice among several. Raises `CaseNotFound`."""
    found = cases.find(session, said) if len(said) <= _LONGEST else []
    if not found:
        raise CaseNotFound(said)
    if len(found) == 1:
        query = f"?{urlencode(request.query_params.multi_items())}" if request.query_params else ""
        return RedirectResponse(f"/api/v1/cases/{found[0]['id']}{rest}{query}", status_code=308)
    choices = {"number": said, "cases": [case_json(row) for row in found]}
    return Response(json_bytes(choices), status_code=300, media_type="application/json")
