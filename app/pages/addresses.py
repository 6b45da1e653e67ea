"""Where meetings, §§, bodies and parties have their pages: `/sammantraden/alnsjo/kommunstyrelsen/2025-11-05`, a second that
day with `-2`."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

from app.ids import slugify
from app.queries import case_refs

_DAY = re.compile(r"(\d{4}-\d{2}-\d{2})(?:-([1-9]))?")


def meeting_page(meeting: Mapping[str, Any]) -> str:
    """The address of a meeting, of its row."""
    return f"/sammantraden/{case_refs.meeting_part(*_at(meeting))}"


def meeting_on(meeting: Mapping[str, Any], day: dt.date) -> str:
    """The address of the same body's meeting of another day."""
    return meeting_page({**meeting, "date": day, "nth": 1})


def item_page(meeting: Mapping[str, Any], number: str) -> str:
    """The address of a § of a meeting, of the meeting's row."""
    return case_refs.item_page(*_at(meeting), number)


def body_page(place: Mapping[str, Any], body: Mapping[str, Any]) -> str:
    """The address of a body in a municipality, of the rows of both: `/organ/alnsjo/kommunstyrelsen`."""
    return f"/organ/{place['slug']}/{slugify(body['name'])}"


def party_page(place: Mapping[str, Any], letters: str) -> str:
    """The address of a party in a municipality, of its row: `/partier/alnsjo/C`."""
    return f"/partier/{place['slug']}/{quote(letters, safe='')}"


def read_day_part(typed: str) -> tuple[dt.date, int] | None:
    """The day and which meeting of it; None where that is no day."""
    parted = _DAY.fullmatch(typed)
    if parted is None:
        return None
    try:
        return dt.date.fromisoformat(parted[1]), int(parted[2] or 1)
    except ValueError:
        return None


def _at(meeting: Mapping[str, Any]) -> tuple[str, str, dt.date, int]:
    return meeting["municipality"]["slug"], meeting["body"]["name"], meeting["date"], meeting["nth"]
