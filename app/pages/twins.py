"""The same as a page shows, as the API gives it in every other format: what stands at the foot of a page with a list."""

from __future__ import annotations

from typing import NamedTuple
from urllib.parse import parse_qsl, urlencode

from app.exports.formats import MEDIA_TYPES, Format

_NAMES = {Format.CSV: "CSV", Format.JSONL: "JSON Lines", Format.ATOM: "Atom", Format.ICS: "iCalendar"}
_WITH_DAYS = ("/api/v1/meetings", "/api/v1/motions")
# Of a part of a list; a feed tells of what is, whatever day it is, in its own order.
_OF_A_PART, _NOT_OF_A_FEED = {"limit", "offset"}, {"today", "sort"}


class Twin(NamedTuple):
    """A format: what it is called, the address, and the media type."""

    name: str
    address: str
    media_type: str


def rows_key(address: str) -> str:
    """Under which key a list of the API has its rows, by its address with a question."""
    name = address.partition("?")[0].rpartition("/")[2]
    return "hits" if name == "search" else name


def twins(address: str) -> list[Twin]:
    """A list of the API, by its address with a question, in every format but JSON."""
    path, _, query = address.partition("?")
    asked = [(name, value) for name, value in parse_qsl(query) if name not in _OF_A_PART]
    made = []
    for form, name in _NAMES.items():
        if form is not Format.ICS or path in _WITH_DAYS:
            params = [one for one in asked if form is not Format.ATOM or one[0] not in _NOT_OF_A_FEED]
            whole = f"{path}.{form}?{urlencode(params)}" if params else f"{path}.{form}"
            made.append(Twin(name, whole, MEDIA_TYPES[form].partition(";")[0]))
    return made
