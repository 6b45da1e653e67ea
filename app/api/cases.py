"""Matters, found by any of their numbers in any spelling."""

from __future__ import annotations

from typing import Annotated, Any
from urllib.parse import quote

from fastapi import APIRouter, Path, Query, Request
from fastapi.responses import RedirectResponse, Response
from sqlalchemy.orm import Session

from app.api.described import responses
from app.errors import BadParameter, CaseNotFound
from app.queries import cases
from app.queries.documents import documents_of_matter
from app.queries.items import items_of_matter
from app.queries.path import path
from app.queries.positions import positions
from app.queries.shapes import CaseRow, ItemRow
from app.schemas import cases as shapes
from app.serving import Public, json_answer, json_bytes, origin

router = APIRouter(tags=["cases"])

PARTS = ("documents", "items", "path")
_LONGEST = 100

Said = Annotated[
    str,
    Path(
        description="The permanent id of a case, or any case number in any spelling.",
        examples=["KS-2025-00042", "ks 2025 42"],
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
def get_case_path(request: Request, session: Public, id: Said) -> Response:
    """The stations of a matter: past, only referred to, and awaited."""
    row = cases.get(session, id)
    if row is None:
        return _elsewhere(session, id, "/path")
    return json_answer(request, path_json(session, row, items_of_matter(session, row["matter_id"])))


@router.get(
    "/cases/{id:path}",
    operation_id="get_case",
    summary="Ett ärende",
    responses={
        **responses(shapes.CaseDetail, "The matter, with what `include` asks for.", 304, 308, 404),
        300: {"model": shapes.CaseChoices, "description": "Several matters answer to that number."},
    },
)
def get_case(
    request: Request,
    session: Public,
    id: Said,
    include: Annotated[
        str | None,
        Query(
            max_length=_LONGEST,
            description=f"What to send along, separated by commas: {', '.join(PARTS)}.",
            examples=["documents,items,path"],
        ),
    ] = None,
) -> Response:
    """A matter by the permanent id of any of its cases. A case number in its place leads to that address."""
    wanted = _parts(include)
    row = cases.get(session, id)
    if row is None:
        return _elsewhere(session, id, f"?include={quote(include)}" if include else "")
    return json_answer(request, detail_json(session, row, wanted))


def case_json(row: CaseRow) -> dict[str, Any]:
    """A matter as the API shows it: the row with its page, without the id that joins rows inside the register."""
    said: dict[str, Any] = {name: value for name, value in row.items() if name != "matter_id"}
    return said | {"page": f"/arenden/{row['municipality']['slug']}/{row['slug']}"}


def detail_json(session: Session, row: CaseRow, parts: set[str]) -> dict[str, Any]:
    said = case_json(row)
    items = items_of_matter(session, row["matter_id"]) if parts & {"path", "items"} else []
    if "path" in parts:
        said["path"] = path_json(session, row, items)
    if "items" in parts:
        said["items"] = items
    if "documents" in parts:
        said["documents"] = documents_of_matter(session, row["matter_id"])
    return said


def path_json(session: Session, row: CaseRow, items: list[ItemRow]) -> dict[str, Any]:
    return {"case": case_json(row), "steps": path(session, row["matter_id"]), "positions": positions(items)}


def _listed(
    session: Session, number: str | None, municipality: str | None, limit: int, offset: int
) -> tuple[list[CaseRow], int]:
    if number is None:
        return cases.newest(session, municipality, limit, offset)
    found = cases.find(session, number)
    if municipality is not None:
        found = [row for row in found if municipality in (row["municipality"]["id"], row["municipality"]["slug"])]
    return found[offset : offset + limit], len(found)


def _parts(include: str | None) -> set[str]:
    """The parts asked for. Raises `BadParameter` for one that there is not."""
    wanted = [part.strip() for part in include.split(",")] if include else []
    for part in wanted:
        if part not in PARTS:
            raise BadParameter("include", part, ", ".join(PARTS))
    return set(wanted)


def _elsewhere(session: Session, said: str, rest: str) -> Response:
    """Where what was said is a number: on to the case that has it, or a choice among several. Raises `CaseNotFound`."""
    found = cases.find(session, said) if len(said) <= _LONGEST else []
    if not found:
        raise CaseNotFound(said)
    if len(found) == 1:
        return RedirectResponse(f"/api/v1/cases/{found[0]['id']}{rest}", status_code=308)
    choices = {"number": said, "cases": [case_json(row) for row in found]}
    return Response(json_bytes(choices), status_code=300, media_type="application/json")
