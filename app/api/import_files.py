"""What was filed with a key as a file, `/api/v1/imports.csv`: every upload a row, the latest first, for the key's holder alone.

No feed: who follows one bears no key.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, get_args

from fastapi import APIRouter, Request
from fastapi.responses import Response, StreamingResponse

from app.api.imports import Holder, as_told
from app.api.list_query import EXCEL, chosen, once
from app.db import reading
from app.exports.columns import columns_of
from app.exports.csv import csv_lines
from app.exports.formats import MEDIA_TYPES, OF_ROWS, Format
from app.exports.jsonl import jsonl
from app.queries.imports import ids_of_imports, imports_by_id
from app.schemas.filing import Import, ImportState
from app.security.keys import KeyHolder
from app.web.answers import PRIVATE, Serving, serving

# How many are read at a time, each time anew: nothing waits for whoever is slow to take them.
_AT_ONCE = 200


def import_files_router() -> APIRouter:
    """Not described apart: the description of the list says what it can be had as."""
    router = APIRouter(include_in_schema=False)
    for form in OF_ROWS:
        _add(router, form)
    return router


def _add(router: APIRouter, form: Format) -> None:
    def file(request: Request, key: Holder) -> Response:
        params = once(request.query_params, ["state", *(["excel"] if form is Format.CSV else [])])
        state = (
            chosen("state", params["state"], {one: one for one in get_args(ImportState)}) if "state" in params else None
        )
        rows = _rows(serving(request), key, state)
        excel = "excel" in params and chosen("excel", params["excel"], EXCEL)
        pieces = csv_lines(rows, columns_of(Import), excel=excel) if form is Format.CSV else jsonl(rows)
        headers = {"Content-Disposition": f'attachment; filename="imports.{form}"', "Cache-Control": PRIVATE}
        return StreamingResponse(pieces, media_type=MEDIA_TYPES[form], headers=headers)

    router.add_api_route(f"/imports.{form}", file, response_class=Response)


def _rows(using: Serving, key: KeyHolder, state: str | None) -> Iterator[dict[str, Any]]:
    with reading(using.stores.desk) as session:
        ids = ids_of_imports(session, key.actor, state)
    for start in range(0, len(ids), _AT_ONCE):
        with reading(using.stores.desk) as session:
            rows = imports_by_id(session, ids[start : start + _AT_ONCE])
            made = [as_told(session, key, row) for row in rows if state in {None, row["state"]}]
        yield from made
