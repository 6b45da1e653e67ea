"""JSON Lines: a row on each line, as the API writes it in a list."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import orjson

MEDIA_TYPE = "application/x-ndjson"
_PIECE = 100


# A key with an address of ours: a quotation mark in a text is escaped, so what looks like a key is one.
_OURS = re.compile(rb'("(?:page|image|list)":")/(?!/)')


def under(base_path: str, json: bytes) -> bytes:
    """The JSON with each address of ours in it under the path that the installation lies under."""
    return _OURS.sub(lambda found: found[1] + base_path.encode() + b"/", json) if base_path else json


def jsonl(rows: Iterable[Mapping[str, Any]], base_path: str = "") -> Iterator[bytes]:
    """The lines, in UTF-8, a hundred at a time."""
    lines: list[bytes] = []
    for row in rows:
        lines.append(orjson.dumps(row, option=orjson.OPT_UTC_Z | orjson.OPT_APPEND_NEWLINE))
        if len(lines) == _PIECE:
            yield under(base_path, b"".join(lines))
            lines.clear()
    if lines:
        yield under(base_path, b"".join(lines))
