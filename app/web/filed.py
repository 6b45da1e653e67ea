"""A filed PDF as an answer, from wherever files lie."""

from __future__ import annotations

from fastapi.responses import FileResponse, Response

from app.errors import NotFound
from app.journal.files import path_of
from app.journal.storage import Folder, Storage
from app.journal.stored import filed_bytes

_PDF = "application/pdf"


def sent_whole(storage: Storage, digest: str, name: str, headers: dict[str, str]) -> Response:
    """The whole file with this sha256, to be saved under `name` (of ASCII's letters, digits and hyphens); parts of it may be asked
    for where it lies in the folder. Raises `NotFound` where it does not lie there.
    """
    if not isinstance(storage, Folder):
        return _fetched(storage, digest, name, headers)
    path = path_of(storage.root, digest)
    if not path.is_file():
        raise NotFound
    sent = FileResponse(
        path,
        media_type=_PDF,
        headers=headers,
        stat_result=path.stat(),
        filename=name,
        content_disposition_type="inline",
    )
    del sent.headers["last-modified"]  # the day of filing: what is released later must not tell it
    return sent


def _fetched(storage: Storage, digest: str, name: str, headers: dict[str, str]) -> Response:
    try:
        data = filed_bytes(storage, digest)
    except FileNotFoundError as missing:
        raise NotFound from missing
    return Response(data, media_type=_PDF, headers={**headers, "Content-Disposition": f'inline; filename="{name}"'})
