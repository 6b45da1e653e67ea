"""What every route shares: the stores that it reads, and an answer that knows whether the reader has it already."""

from __future__ import annotations

import hashlib
from collections.abc import AsyncIterator, Callable, Mapping
from dataclasses import dataclass
from typing import Annotated, Any

import orjson
from anyio import CapacityLimiter
from fastapi import Depends, Request
from fastapi.responses import Response
from sqlalchemy import Connection, Engine
from sqlalchemy.orm import Session

from app.db import Stores, reading
from app.exports.jsonl import under
from app.settings import Settings
from app.web.page_images import PageImages
from app.web.watch import Watch

PREFIX = "/api/v1"
PUBLIC = "public, max-age=0, must-revalidate"
PRIVATE = "private, no-store"


@dataclass(frozen=True, slots=True)
class Serving:
    """What a running installation serves from. Readers see `public`, which cannot write and holds only what is released;
    whoever files with a key writes to `stores`, in threads of its own (`desk`), so that no page waits for one, and a few wait
    for what becomes of it (`waiting`). Whole files are fetched in threads of their own too (`fetching`). `wake` tells whoever imports of a new upload; none where that is a worker's elsewhere.
    `at_once` is the public register for the thread that takes questions in.
    """

    settings: Settings
    stores: Stores
    public: Engine
    at_once: Connection | None
    watch: Watch
    images: PageImages
    wake: Callable[[], object] | None
    waiting: CapacityLimiter
    desk: CapacityLimiter
    fetching: CapacityLimiter


def serving(request: Request) -> Serving:
    found: Serving = request.app.state.serving
    return found


async def public_session(request: Request) -> AsyncIterator[Session]:
    """One request reads one state of the public register.

    Opening a session asks nothing of the database, and closing it next to nothing: neither is worth a thread.
    """
    with reading(serving(request).public) as session:
        yield session


Public = Annotated[Session, Depends(public_session)]


def etag_of(body: bytes) -> str:
    return f'"{hashlib.blake2b(body, digest_size=12).hexdigest()}"'


def not_modified(request: Request, etag: str) -> bool:
    """Whether the reader says that it holds this answer: If-None-Match lists the tag, weak or not, or is `*`."""
    return bool(tags_in(request.headers.get("if-none-match", "")) & {etag, "*"})


def tags_in(header: str) -> set[str | None]:
    """The tags that If-None-Match lists, as if all were strong."""
    return {tag.strip().removeprefix("W/") for tag in header.split(",")}


def answer(
    request: Request,
    body: bytes,
    media_type: str,
    *,
    etag: str | None = None,
    cache: str = PUBLIC,
    headers: Mapping[str, str] | None = None,
) -> Response:
    """The body with its ETag, or 304 and nothing where the reader has it."""
    tag = etag or etag_of(body)
    sent = {"ETag": tag, "Cache-Control": cache, **(headers or {})}
    if not_modified(request, tag):
        return Response(status_code=304, headers=sent)
    return Response(body, media_type=media_type, headers=sent)


def json_bytes(value: Any) -> bytes:
    """JSON as the API writes it: dates as `2025-11-05`, instants as `2025-11-05T08:15:00Z`."""
    return orjson.dumps(value, option=orjson.OPT_UTC_Z)


def json_answer(request: Request, value: Any, headers: Mapping[str, str] | None = None) -> Response:
    """The value as JSON."""
    return answer(request, under(prefix_of(request), json_bytes(value)), "application/json", headers=headers)


def prefix_of(request: Request) -> str:
    """The path before every address in the answer: the one that the municipality's pages lie under whose are asked for, else the
    installation's."""
    found: str | None = request.scope.get("prefix")
    return serving(request).settings.base_path if found is None else found


def origin(request: Request) -> str:
    """The address that permanent links begin with: the setting's, else the request's own."""
    return serving(request).settings.base_url or str(request.base_url).rstrip("/")
