"""`/data/diarium.zip` and `/data/diarium.db`: all that is public, in a file."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import FileResponse, Response

from app.bulk.errors import BeingMade
from app.bulk.keeping import DATABASE, ZIP, Making, is_little, keep, path_of
from app.pages.problems import problem_page
from app.web.answers import PUBLIC, Public, not_modified, serving

router = APIRouter(include_in_schema=False)
_WAIT = "30"  # seconds
_MEDIA_TYPES = {ZIP: "application/zip", DATABASE: "application/vnd.sqlite3"}


@router.get("/data/diarium.zip")
def get_package(request: Request, session: Public) -> Response:
    """The data package, or 503 while it is being made."""
    return _file(request, session, ZIP)


@router.get("/data/diarium.db")
def get_database(request: Request, session: Public) -> Response:
    """The database, or 503 while it is being made."""
    return _file(request, session, DATABASE)


def _file(request: Request, session: Public, suffix: str) -> Response:
    using = serving(request)
    path = path_of(session, using.settings.data_dir, suffix)
    tag = f'"{path.stem}"'
    headers = {"ETag": tag, "Cache-Control": PUBLIC}
    if not_modified(request, tag):
        return Response(status_code=304, headers=headers)
    if not path.exists():
        if not is_little(session):
            making: Making = request.app.state.making
            making.begin()
            answer = problem_page(request, BeingMade())
            answer.headers["Retry-After"] = _WAIT
            return answer
        keep(using.public, using.settings.data_dir)
    session.close()  # the question's connection is given back: a reader may take his time
    return FileResponse(path, media_type=_MEDIA_TYPES[suffix], headers=headers, filename=f"{path.stem[:18]}.{suffix}")
