"""Documents, their files, and pictures of their pages."""

from __future__ import annotations

from functools import partial
from hashlib import blake2b
from typing import Annotated

from anyio import to_thread
from fastapi import APIRouter, Path, Query, Request
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import FileResponse, Response
from sqlalchemy.orm import Session

import importers
from app.api.as_of import AsOf, session_as_of
from app.api.list_parameters import FIELDS
from app.api.lists import redirect
from app.api.matters import SOURCES, unplaced
from app.api.parameters import SourcesInclude, cut, fields_among, included, parts_of
from app.api.responses import file_responses, responses
from app.errors import DocumentNotFound, MachineBusy, NotFound, PageNotFound
from app.ids import slugify
from app.journal.storage import storage_of
from app.journal.stored import filed_bytes
from app.language.i18n import N_
from app.queries import documents
from app.queries.case_refs import cases_of_documents
from app.schemas.lists import ROWS
from app.schemas.rows import DocumentRow
from app.web.answers import PREFIX, PRIVATE, PUBLIC, Public, answer, json_answer, not_modified, serving
from app.web.boxes import PATTERN, box_text, read_box
from app.web.drawn import DRAWING, drawn_once
from app.web.filed import sent_whole
from app.web.undrawn import not_yet_drawn, undrawable
from importers.bundle import Box

router = APIRouter(tags=["documents"])

Id = Annotated[str, Path(description="The permanent id of a document.", examples=["k7dq2m5x3nhv6a4p"])]
_WIDTH = 1200  # pixels of a page's picture, where nobody asks for another
_ROW = ROWS["documents"]
Fields = Annotated[str | None, Query(description=FIELDS, json_schema_extra=included(_ROW.model_fields, ["id"]))]
File = Annotated[
    str | None,
    Query(
        pattern="^[0-9a-f]{64}$",
        description="Which of the files that the document appears in, by its sha256: an earlier version stays readable.",
        examples=["9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"],
    ),
]


@router.get(
    "/documents/{id}",
    operation_id="get_document",
    summary=N_("En handling"),
    responses=responses(_ROW, "The document, and where it lies.", 304, 308, 404, 406, 410),
)
def get_document(
    request: Request,
    session: Public,
    id: Id,
    include: SourcesInclude = None,
    fields: Fields = None,
    as_of: AsOf = None,
) -> Response:
    """A document: what kind, whose, when, its att-satser, the §§ in it, its matters, and the files that it appears in."""
    placed, keys = bool(parts_of(include, (SOURCES,))), fields_among(fields, _ROW.model_fields)
    with session_as_of(request, session, as_of) as then:
        row = _document(documents.document(then, id), id)
        belongs = cases_of_documents(then, [row["id"]])[row["id"]]
    if row["id"] != id:
        return redirect(request, f"{PREFIX}/documents/{row['id']}")
    drawing = cut({**row, "cases": belongs}, keys)
    return json_answer(request, drawing if placed else unplaced(drawing))


@router.get(
    "/documents/{id}/file",
    operation_id="get_document_file",
    summary=N_("Filen som handlingen ligger i"),
    response_class=FileResponse,
    responses=file_responses("application/pdf", "The PDF, where the whole of it may be shown.", 304, 404, 410),
)
async def get_document_file(request: Request, session: Public, id: Id, file: File = None) -> Response:
    """The whole file, as it was filed. Where not every page of it is released there is none to fetch."""
    whole, name = await run_in_threadpool(_whole, session, id, file)
    headers = {"ETag": f'"{whole}"', "Cache-Control": PUBLIC}
    if not_modified(request, headers["ETag"]):
        return Response(status_code=304, headers=headers)
    send = partial(sent_whole, storage_of(serving(request).settings), whole, name, headers)
    return await to_thread.run_sync(send, limiter=serving(request).fetching)


def _whole(session: Session, id: str, file: str | None) -> tuple[str, str]:
    """The sha256 of the document's file, and a name to save it under. The question's connection is given back: a reader may take
    his time. Raises `NotFound` where not the whole of it may be shown."""
    row = _document(documents.document(session, id), id)
    session.close()
    named = (a["file"] for a in row["appearances"] if (a["lead"] if file is None else a["file"]["sha256"] == file))
    whole = next((held["sha256"] for held in named if held["complete"]), None)
    if whole is None:
        raise NotFound
    return whole, file_name(row)


@router.get(
    "/documents/{id}/pages/{page}.webp",
    operation_id="get_document_page",
    summary=N_("En sida som bild"),
    response_class=Response,
    responses=file_responses("image/webp", "The page, a frame round `box`.", 304, 404, 410, or_else="image/svg+xml"),
)
async def get_document_page(
    request: Request,
    session: Public,
    id: Id,
    page: Annotated[int, Path(ge=1, le=100_000, description="The page as numbered in the file.", examples=[1])],
    box: Annotated[
        str | None,
        Query(
            pattern=PATTERN,
            description="x0,top,x1,bottom in points, origin top left: what to frame.",
            examples=["85.2,39.4,151.4,47.6"],
        ),
    ] = None,
    width: Annotated[
        int, Query(ge=100, le=2400, description="The picture's width in pixels.", examples=[_WIDTH])
    ] = _WIDTH,
    file: File = None,
) -> Response:
    """A page of the document as a lossless picture; where it cannot be drawn, or not at once, a drawn sentence that says
    so."""
    frame = read_box(box, "box")
    leaf = await run_in_threadpool(_leaf, session, id, page, file)
    if leaf is None:
        raise PageNotFound(page)
    key = _key(leaf.sha256, page, frame, width)
    headers = {"ETag": f'"{key}"', "Cache-Control": PUBLIC}
    if not_modified(request, headers["ETag"]):
        return Response(status_code=304, headers=headers)
    storage = storage_of(serving(request).settings)

    def drawing() -> bytes:
        return importers.draw_page(filed_bytes(storage, leaf.sha256), page, box=frame, width=width)

    def draw() -> bytes:
        try:
            if frame is None and width == _WIDTH:  # of others there may be any number
                return drawn_once(storage, leaf.sha256, page, width, drawing)
            return drawing()
        except FileNotFoundError as gone:
            raise PageNotFound(page) from gone
        except importers.MachineTooBusy as busy:
            raise MachineBusy from busy

    try:
        image = await serving(request).images.get(key, f"{leaf.sha256}:{page}", draw)
    except TimeoutError:
        return answer(request, not_yet_drawn(page), "image/svg+xml", cache=PRIVATE)
    if image is None:
        return answer(request, undrawable(page), "image/svg+xml")
    return answer(request, image, "image/webp", etag=headers["ETag"])


def _leaf(session: Session, id: str, page: int, file: str | None) -> documents.Leaf | None:
    """Where the page lies. The question's connection is given back: a picture may take its time."""
    leaf = documents.leaf(session, id, page, file)
    session.close()
    return leaf


def file_name(row: DocumentRow) -> str:
    """A name to save under, made of what we know and not of what the file was called: `kommunstyrelsen-2025-11-05.pdf`."""
    parts = (row["kind"], row["body"]["name"] if row["body"] else "", str(row["date"] or ""))
    return f"{slugify(' '.join(parts))[:100]}.pdf"


def _document(row: DocumentRow | None, id: str) -> DocumentRow:
    if row is None:
        raise DocumentNotFound(id=id)
    return row


def _key(sha256: str, page: int, frame: Box | None, width: int) -> str:
    drawing = f"{DRAWING}|{sha256}|{page}|{box_text(frame) if frame else ''}|{width}"
    return blake2b(drawing.encode(), digest_size=12).hexdigest()
