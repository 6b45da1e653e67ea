"""The style sheet, typefaces and icon: asked for by what they hold (`?v=`), they never change and are kept for a year."""

from __future__ import annotations

import gzip
import hashlib
import os
from functools import cache
from pathlib import Path
from urllib.parse import parse_qs

from starlette.datastructures import Headers
from starlette.responses import Response
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

from app import resources
from app.web.cache import unpacks

KEPT = "public, max-age=31536000, immutable"


@cache
def versioned(name: str) -> str:
    """Where a file of ours lies, with a few signs that change with what it holds: `/static/diarium.css?v=3f0c…`."""
    return f"/static/{name}?v={version(resources.static() / name)}"


def version(path: Path) -> str:
    return hashlib.blake2b(path.read_bytes(), digest_size=5).hexdigest()


@cache
def _packed(path: Path) -> bytes:
    return gzip.compress(path.read_bytes(), mtime=0)


def _style(path: Path, scope: Scope) -> Response:
    """The style sheet, packed for whom can unpack it; not sent again to whom has it."""
    headers = Headers(scope=scope)
    packs = unpacks(headers.get("accept-encoding", ""))
    tag = f'"{version(path)}{"-gzip" if packs else ""}"'
    sent = {"ETag": tag, "Vary": "Accept-Encoding", **({"Content-Encoding": "gzip"} if packs else {})}
    if headers.get("if-none-match") == tag:
        return Response(status_code=304, headers=sent)
    return Response(_packed(path) if packs else path.read_bytes(), media_type="text/css", headers=sent)


class Static(StaticFiles):
    """Serves the folder; an address that names what the file holds may be kept, any other is asked for again."""

    def file_response(
        self, full_path: str | os.PathLike[str], stat_result: os.stat_result, scope: Scope, status_code: int = 200
    ) -> Response:
        path = Path(full_path)
        if path.suffix == ".css":
            response = _style(path, scope)
        else:
            response = super().file_response(full_path, stat_result, scope, status_code)
        asked = parse_qs(scope["query_string"].decode("latin-1")).get("v")
        current = asked is not None and asked == [version(path)]
        response.headers["Cache-Control"] = KEPT if current else "no-cache"
        return response
