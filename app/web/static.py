"""The style sheet, typefaces and icon: asked for by what they hold (`?v=`), they never change and are kept for a year.

They are few and small, so they are held in memory: whoever asks for one waits for no thread, and so for nobody.
"""

from __future__ import annotations

import gzip
import hashlib
import mimetypes
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from urllib.parse import parse_qs

from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from app import resources
from app.web.answers import tags_in
from app.web.cache import unpacks

KEPT = "public, max-age=31536000, immutable"


@cache
def versioned(name: str) -> str:
    """Where a file of ours lies, with a few signs that change with what it holds: `/static/diarium.css?v=3f0c…`."""
    return f"/static/{name}?v={version(resources.static() / name)}"


def version(path: Path) -> str:
    return hashlib.blake2b(path.read_bytes(), digest_size=5).hexdigest()


@dataclass(frozen=True, slots=True)
class _File:
    """What is sent of a file, and the same packed where that makes it shorter."""

    media_type: str
    version: str
    body: bytes
    packed: bytes | None


@cache
def _files(folder: Path) -> dict[str, _File]:
    """Every file of a folder: `fonts/sans.woff2`."""
    return {path.relative_to(folder).as_posix(): _held(path) for path in folder.rglob("*") if path.is_file()}


def _held(path: Path) -> _File:
    body = path.read_bytes()
    packed = gzip.compress(body, mtime=0) if path.suffix == ".css" else None
    return _File(_media_type(path), version(path), body, packed)


def _media_type(path: Path) -> str:
    return "font/woff2" if path.suffix == ".woff2" else mimetypes.guess_type(path.name)[0] or "application/octet-stream"


class Static:
    """Serves the folder; an address that names what the file holds may be kept, any other is asked for again."""

    def __init__(self, directory: Path) -> None:
        self._folder = directory

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["method"] not in ("GET", "HEAD"):
            raise HTTPException(405, headers={"Allow": "GET, HEAD"})
        path = scope["path"].removeprefix(scope.get("root_path", "")).lstrip("/")
        file = _files(self._folder).get(path)
        if file is None:
            raise HTTPException(404)
        await _response(file, scope)(scope, receive, send)


def _response(file: _File, scope: Scope) -> Response:
    """The file, packed for whom can unpack it; not sent again to whom has it."""
    headers = Headers(scope=scope)
    packs = file.packed is not None and unpacks(headers.get("accept-encoding", ""))
    tag = f'"{file.version}{"-gzip" if packs else ""}"'
    asked = parse_qs(scope["query_string"].decode("latin-1")).get("v")
    sent = {"ETag": tag, "Cache-Control": KEPT if asked == [file.version] else "no-cache"}
    if file.packed is not None:
        sent |= {"Vary": "Accept-Encoding", **({"Content-Encoding": "gzip"} if packs else {})}
    if tags_in(headers.get("if-none-match", "")) & {tag, "*"}:
        return Response(status_code=304, headers=sent)
    return Response(file.packed if packs else file.body, media_type=file.media_type, headers=sent)
