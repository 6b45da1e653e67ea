"""Filing by programmes: a PDF in, a receipt back. It needs a key, and the answers are for its holder alone."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Any, TypeVar

import anyio
from fastapi import APIRouter, Depends, Path, Query, Request
from fastapi.responses import Response
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer
from sqlalchemy.orm import Session
from starlette.requests import ClientDisconnect

from app.api.problems import described
from app.api.responses import responses
from app.api.uploads import ReceivedFile, upload_of
from app.db import reading
from app.errors import ImportNotFound, KeyRefused, refusal
from app.imports.filing import accept
from app.imports.uploads import Claims, State
from app.imports.workers import taker
from app.language.holding import hold_sentence
from app.language.i18n import N_
from app.language.i18n import gettext as _
from app.queries.held import HeldRow, held_documents
from app.queries.imports import ImportRow, import_by_id, imports_of, last_entry, published_until
from app.register.municipalities import municipality
from app.schemas.filing import Import, ImportList, ImportState
from app.security.keys import KeyHolder, check_key
from app.security.scopes import KeyScope
from app.web.answers import PRIVATE, Serving, json_bytes, serving

T = TypeVar("T")
U = TypeVar("U")
PATIENCE = 30.0  # seconds that an answer waits for what becomes of a file
_FIRST_LOOK, _LAST_LOOK = 0.01, 0.25  # seconds between two looks
router = APIRouter(tags=["imports"])
_bearer = HTTPBearer(auto_error=False, description="A key made with `diarium key add`: `Authorization: Bearer dia_…`.")

_FILE = {"type": "string", "format": "binary"}
_BODY = {
    "required": True,
    "description": "The PDF, as the body itself or as the field `file` of a form.",
    "content": {
        "application/pdf": {"schema": _FILE},
        "multipart/form-data": {"schema": {"type": "object", "required": ["file"], "properties": {"file": _FILE}}},
    },
}


async def holder(
    request: Request, credentials: Annotated[HTTPAuthorizationCredentials | None, Depends(_bearer)]
) -> KeyHolder:
    """Whose key the request bears. Raises `KeyNeeded`, `KeyRefused`."""
    return await _at_the_desk(serving(request), _holder, credentials.credentials if credentials else None)


def _holder(using: Serving, key: str | None) -> KeyHolder:
    with reading(using.stores.desk) as session:
        return check_key(session, key, KeyScope.IMPORTS)


async def _at_the_desk(using: Serving, do: Callable[..., T], *given: Any) -> T:
    """What comes of it, in one of the threads that are for whoever files."""
    return await anyio.to_thread.run_sync(do, using, *given, limiter=using.desk)


Holder = Annotated[KeyHolder, Depends(holder)]


@router.post(
    "/imports",
    operation_id="create_import",
    status_code=202,
    summary=N_("Lämna in en PDF"),
    responses=responses(Import, "Received; `state` says what came of it.", 401, 403, 413, 415, 422, status=202),
    openapi_extra={"requestBody": _BODY},
)
async def create_import(request: Request, key: Holder) -> Response:
    """File a PDF for the key's municipality. The same file filed again is a duplicate and changes nothing.

    While others wait for theirs, or where it takes more than half a minute, `state` is `queued`: ask again at `Location`.
    """
    using = serving(request)
    try:
        async with upload_of(request, using.settings.data_dir) as upload:
            id = await _at_the_desk(using, _take_in, key, upload)
    except ClientDisconnect:  # nobody waits for the answer
        return Response(status_code=400)
    if using.wake is not None:
        using.wake()
        if using.waiting.available_tokens > 0:
            async with using.waiting:
                await _ended(using, id)
    shown = await _at_the_desk(using, _fate, key, id)
    return _private(shown, 202, {"Location": f"/api/v1/imports/{id}"})


@router.get(
    "/imports",
    operation_id="list_imports",
    summary=N_("Vad som har lämnats in med nyckeln"),
    responses=responses(ImportList, "Uploads made with the same key, the latest first.", 401, 403),
)
def list_imports(
    request: Request,
    key: Holder,
    state: Annotated[ImportState | None, Query(description="Only those of this fate.", examples=["imported"])] = None,
    limit: Annotated[int, Query(ge=1, le=500, description="How many at most.", examples=[20])] = 20,
    offset: Annotated[int, Query(ge=0, le=1_000_000, description="How many to pass by first.", examples=[0])] = 0,
) -> Response:
    """What was filed with the key, and what came of each."""
    with reading(serving(request).stores.desk) as session:
        rows, total = imports_of(session, key.actor, state, limit, offset)
        imports = [as_told(session, key, row) for row in rows]
    shown = {"imports": imports, "total": total, "limit": limit, "offset": offset}
    return Response(json_bytes(shown), media_type="application/json", headers={"Cache-Control": PRIVATE})


@router.get(
    "/imports/{id}",
    operation_id="get_import",
    summary=N_("Hur det gick med en inlämnad fil"),
    responses=responses(Import, "The upload and its fate.", 401, 403, 404),
)
def get_import(
    request: Request,
    key: Holder,
    id: Annotated[str, Path(description="The id that filing answered with.", examples=["3f9c1e7a52d08b64c1aa"])],
) -> Response:
    """An upload made with the same key; another's is not there."""
    with reading(serving(request).stores.desk) as session:
        row = import_by_id(session, id)
        if row is None or row["actor"] != key.actor:
            raise ImportNotFound(id)
        return _private(as_told(session, key, row), 200, {})


def _take_in(using: Serving, key: KeyHolder, upload: ReceivedFile) -> str:
    """Take the file in, to wait in the queue; its id. What size and first bytes show is an error, any other refusal a fate."""
    claims = Claims(upload.name, key.actor, municipality(key.municipality), key.body, bound=True)
    return accept(taker(using.stores, using.settings), upload.file.read(), claims, at_once=False).id


async def _ended(using: Serving, id: str) -> None:
    """Wait until an upload has its fate and readers see it, but not for long: whoever passes the request on may not."""
    with anyio.move_on_after(PATIENCE):
        entry = await _looked_for(using, _last_entry, id)
        await _looked_for(using, _published, entry)


async def _looked_for(using: Serving, look: Callable[[Serving, U], T | None], given: U) -> T:
    pause = _FIRST_LOOK
    while (found := await _at_the_desk(using, look, given)) is None:
        await anyio.sleep(pause)
        pause = min(2 * pause, _LAST_LOOK)
    return found


def _last_entry(using: Serving, id: str) -> int | None:
    """The journal's last entry, among those of the upload or after them; None while it waits."""
    with reading(using.stores.desk) as session:
        row = import_by_id(session, id)
        return None if row is not None and row["state"] == State.QUEUED else last_entry(session)


def _published(using: Serving, entry: int) -> int | None:
    """How far the public register has come, where that is as far as an entry."""
    with reading(using.stores.desk) as session:
        reached = published_until(session)
    return reached if reached >= entry else None


def _fate(using: Serving, key: KeyHolder, id: str) -> dict[str, Any]:
    """The upload's row as it is shown. Raises `KeyRefused` where it was not for the key to file."""
    with reading(using.stores.desk) as session:
        row = import_by_id(session, id)
        if row is None:
            raise ImportNotFound(id)
        if row["problem"] is not None and row["problem"]["code"] == KeyRefused.code:
            raise KeyRefused
        return as_told(session, key, row)


def _private(shown: dict[str, Any], status: int, headers: dict[str, str]) -> Response:
    sent = {"Cache-Control": PRIVATE, **headers}
    return Response(json_bytes(shown), status_code=status, media_type="application/json", headers=sent)


def as_told(session: Session, key: KeyHolder, row: ImportRow) -> dict[str, Any]:
    """The upload as whoever made it sees it, with what is held of it now and why."""
    shown: dict[str, Any] = {name: value for name, value in row.items() if name != "actor"}
    held = held_documents(session, files=[row["sha256"]]) if row["state"] in {State.HELD, State.IMPORTED} else []
    own = [document for document in held if document["municipality"] == municipality(key.municipality).id]
    return shown | {"problem": _problem(row), "held": [_held(document) for document in own]}


def _held(row: HeldRow) -> dict[str, Any]:
    reasons = [{"code": r["code"], "sentence": hold_sentence(r["code"], r["params"])} for r in row["reasons"]]
    named = {name: row[name] for name in ("document", "kind", "body", "date", "first_page", "last_page")}
    return {**named, "reasons": reasons, "next": _("Den som sköter registret läser sidan och släpper handlingen.")}


def _problem(row: ImportRow) -> dict[str, Any] | None:
    """The stored code and parameters as a problem, in the reader's language."""
    if row["problem"] is None:
        return None
    error = refusal(row["name"], row["problem"]["code"], row["problem"]["params"])
    return described(error.code, error.heading(), error.status, error.sentence(), f"/api/v1/imports/{row['id']}")
