"""Whether what is asked for, and is not there, was withdrawn: then that is the answer, in pages and API alike."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

import sqlalchemy as sa
from fastapi import Request

from app.db import reading
from app.errors import Withdrawn
from app.models.register import documents
from app.projection.tombstones import find_tombstone, number_key, withdrawn_key
from app.web.answers import serving

_LONGEST = 200
_AN_ID = re.compile("[a-z2-7]{16}")


def withdrawn(request: Request) -> Withdrawn | None:
    """The error for an address of something withdrawn; None where nothing was ever there."""
    path = str(request.scope["path"])
    keys = set(_keys(path)) if len(path) <= _LONGEST else set()
    if not keys:
        return None
    with reading(serving(request).public) as session:
        stone = find_tombstone(session, keys)
        if stone and session.execute(sa.select(documents.c.id).where(documents.c.id.in_(path.split("/")))).first():
            return None  # the document is there, in another file: what is not is a page of it
    return Withdrawn(stone.day, stone.law) if stone else None


def _keys(path: str) -> Iterator[str]:
    """What the address may name: an id, a place and a slug, or a number in any spelling."""
    segments = [segment for segment in path.split("/") if segment]
    yield from (withdrawn_key(segment) for segment in segments if _AN_ID.fullmatch(segment))
    yield from (withdrawn_key(*pair) for pair in pairwise(segments))
    after = {"arenden", "cases"} & set(segments)
    typed = "/".join(segments[segments.index(min(after)) + 1 :]) if after else ""
    yield from (key for key in (number_key(typed),) if key)
