"""Matters, found by any of their numbers in any spelling."""

from __future__ import annotations

import datetime as dt
from typing import Annotated

from fastapi import APIRouter, Path, Query, Request
from fastapi.responses import Response
from sqlalchemy.orm import Session

from app.api.as_of import AsOf, reckoned, session_as_of
from app.api.list_parameters import FIELDS
from app.api.lists import redirect
from app.api.matters import PARTS, SOURCES, case_json, detail_json, whole_path
from app.api.parameters import SourcesInclude, cut, fields_among, included, parts_of
from app.api.responses import Responses, responses
from app.errors import CaseNotFound
from app.language.i18n import N_
from app.queries import cases
from app.schemas import cases as shapes
from app.schemas.rows import CaseRow
from app.web.answers import PREFIX, Public, json_answer, json_bytes

router = APIRouter(tags=["cases"])

INCLUDES = (*PARTS, SOURCES)
_LONGEST = 100

TypedId = Annotated[
    str,
    Path(
        description="The permanent id of a case, or any case number in any spelling.",
        examples=["KS-2025-00042", "ks 2025 42"],
    ),
]
_BY_NUMBER: Responses = {
    300: {"model": shapes.CaseChoices, "description": "Several matters answer to that number."},
    308: {
        "description": "A number was said, or an id from before a correction: Location has the case's permanent one."
    },
}
Include = Annotated[
    str | None,
    Query(
        description="What to send along, separated by commas.",
        json_schema_extra=included(INCLUDES, ["items", "path", "sources"]),
    ),
]
_KEYS = tuple(shapes.CaseDetail.model_fields)
Fields = Annotated[
    str | None,
    Query(
        description=f"{FIELDS} What `include` sends along is shown where it is among them.",
        json_schema_extra=included(_KEYS, ["id"]),
    ),
]
Today = Annotated[
    dt.date | None,
    Query(
        description="The civil date that the motion's year is reckoned on; that of `as_of`, else today in Sweden, when left out.",
        examples=["2025-11-05"],
    ),
]


@router.get(
    "/cases/{id:path}/path",
    operation_id="get_case_path",
    summary=N_("Ärendets gång"),
    responses={
        **responses(shapes.Path, "The decision chain, and who wanted what along it.", 304, 308, 404, 410),
        **_BY_NUMBER,
    },
)
def get_case_path(
    request: Request,
    session: Public,
    id: TypedId,
    include: SourcesInclude = None,
    today: Today = None,
    as_of: AsOf = None,
) -> Response:
    """The stations of a matter: past, only referred to, and awaited; the motion's year; who wanted what at each §."""
    wanted = parts_of(include, (SOURCES,))
    with session_as_of(request, session, as_of, {id}) as then:
        row = cases.get(then, id)
        if row is None or not _bears(row, id):
            return _elsewhere(request, then, id, "/path")
        return json_answer(request, whole_path(then, row, wanted, reckoned(today, as_of)))


@router.get(
    "/cases/{id:path}",
    operation_id="get_case",
    summary=N_("Ett ärende"),
    responses={
        **responses(shapes.CaseDetail, "The matter, with what `include` asks for.", 304, 308, 404, 406, 410),
        **_BY_NUMBER,
    },
)
def get_case(
    request: Request,
    session: Public,
    id: TypedId,
    include: Include = None,
    fields: Fields = None,
    today: Today = None,
    as_of: AsOf = None,
) -> Response:
    """A matter by the permanent id of any of its cases. A case number in its place leads to that address."""
    wanted, keys = parts_of(include, INCLUDES), fields_among(fields, _KEYS)
    with session_as_of(request, session, as_of, {id}) as then:
        row = cases.get(then, id)
        if row is None or not _bears(row, id):
            return _elsewhere(request, then, id)
        return json_answer(request, cut(detail_json(then, row, wanted, reckoned(today, as_of)), keys))


def _bears(row: CaseRow, id: str) -> bool:
    """Whether the matter has a case with this id now, and not only before a number was corrected."""
    return id in (row["id"], *(number["id"] for number in row["numbers"]))


def _elsewhere(request: Request, session: Session, typed: str, rest: str = "") -> Response:
    """Where what was typed is a number: on to the case that has it, or a choice among several. Raises `CaseNotFound`."""
    found = cases.find(session, typed) if len(typed) <= _LONGEST else []
    if not found:
        raise CaseNotFound(typed)
    if len(found) == 1:
        return redirect(request, f"{PREFIX}/cases/{found[0]['id']}{rest}")
    choices = {"number": typed, "cases": [case_json(row) for row in found]}
    return Response(json_bytes(choices), status_code=300, media_type="application/json")
