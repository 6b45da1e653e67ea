"""Figures over the register, each with the list that it counts."""

from __future__ import annotations

from inspect import cleandoc
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response
from sqlalchemy.orm import Session

from app.api.list_query import EXCEL, FURTHEST, LONGEST, MOST, USUAL, chosen, number, once
from app.api.responses import responses
from app.exports.columns import columns_of, under
from app.exports.csv import csv_lines
from app.exports.formats import MEDIA_TYPES, OF_ROWS, Format
from app.exports.jsonl import jsonl
from app.language.i18n import N_
from app.queries.statistics.all import KINDS
from app.queries.statistics.counted import Asked, as_named
from app.schemas.statistics import FIGURES, STATISTICS
from app.web.answers import Public, json_answer, prefix_of
from app.web.files import file_answer

router = APIRouter(tags=["statistics"])
files = APIRouter(include_in_schema=False)

SUMMARIES = {
    "coverage": N_("Vad som finns här, per kommun, organ och år"),
    "outcomes": N_("Hur motioner slutade, per parti och år"),
    "durations": N_("Hur lång tid motioner tog, per år"),
    "pairs": N_("Partier som reserverar sig och yrkar tillsammans"),
    "reversals": N_("När fullmäktige gick emot styrelsen, per år"),
    "activity": N_("Vad var och en gjorde, per organ"),
}
# Figures that are of a whole municipality take no body.
_WITHOUT_BODY = {"outcomes", "durations"}
_MUNICIPALITY = Query(max_length=LONGEST, description="A municipality's id, code, slug or name.", examples=["alnsjo"])
_BODY = Query(max_length=LONGEST, description="A body's id or slug.", examples=["kommunstyrelsen"])
_YEAR = Query(ge=1900, le=2200, description="Of this year.", examples=[2025])
Municipality = Annotated[str | None, _MUNICIPALITY]
Body = Annotated[str | None, _BODY]
Year = Annotated[int | None, _YEAR]
Limit = Annotated[int, Query(ge=1, le=MOST, description="How many rows at most.", examples=[USUAL])]
Offset = Annotated[int, Query(ge=0, le=FURTHEST, description="How many rows to pass by first.", examples=[0])]


def _add(kind: str) -> None:
    def of_municipality(
        request: Request,
        session: Public,
        municipality: Municipality = None,
        year: Year = None,
        limit: Limit = USUAL,
        offset: Offset = 0,
    ) -> Response:
        return _figures(request, session, kind, Asked(municipality, None, year), limit, offset)

    def of_body(
        request: Request,
        session: Public,
        municipality: Municipality = None,
        body: Body = None,
        year: Year = None,
        limit: Limit = USUAL,
        offset: Offset = 0,
    ) -> Response:
        return _figures(request, session, kind, Asked(municipality, body, year), limit, offset)

    router.add_api_route(
        f"/statistics/{kind}",
        of_municipality if kind in _WITHOUT_BODY else of_body,
        operation_id=f"count_{kind}",
        summary=SUMMARIES[kind],
        description=f"{cleandoc(str(STATISTICS[kind].__doc__))}\n\nWhole as `/statistics/{kind}.csv` and `.jsonl`.",
        responses=responses(
            FIGURES[kind], "The rows; each number has the address of the list that it counts.", 304, 406
        ),
        response_class=Response,
    )


def _figures(request: Request, session: Session, kind: str, asked: Asked, limit: int, offset: int) -> Response:
    rows = _rows(session, kind, asked)
    body = {kind: rows[offset : offset + limit], "total": len(rows), "limit": limit, "offset": offset}
    return json_answer(request, body)


def _rows(session: Session, kind: str, asked: Asked) -> list[dict[str, Any]]:
    """The rows. Raises `BadParameter` where nothing here goes by a name that is asked for."""
    return KINDS[kind](session, as_named(session, asked))


def _add_file(kind: str, form: Format) -> None:
    named = ["municipality", *([] if kind in _WITHOUT_BODY else ["body"]), "year", "limit", "offset"]

    def file(request: Request, session: Public) -> Response:
        params = once(request.query_params, [*named, *(["excel"] if form is Format.CSV else [])])
        year = number(params, "year", 0, 1900, 2200) if "year" in params else None
        rows = _rows(session, kind, Asked(params.get("municipality"), params.get("body"), year))
        first, most = number(params, "offset", 0, 0, FURTHEST), number(params, "limit", len(rows), 1, MOST)
        rows = rows[first : first + most]
        base_path = prefix_of(request)
        excel = "excel" in params and chosen("excel", params["excel"], EXCEL)
        pieces = (
            csv_lines(rows, [under(base_path, one) for one in columns_of(STATISTICS[kind])], excel=excel)
            if form is Format.CSV
            else jsonl(rows, base_path)
        )
        headers = {"Content-Disposition": f'attachment; filename="{kind}.{form}"'}
        return file_answer(request, session, pieces, MEDIA_TYPES[form], headers)

    files.add_api_route(f"/statistics/{kind}.{form}", file, response_class=Response)


for _kind in STATISTICS:
    _add(_kind)
    for _form in OF_ROWS:
        _add_file(_kind, _form)
