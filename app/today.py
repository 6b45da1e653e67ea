"""What day it is: the law's days are civil dates in Sweden. Whoever works with days is given one and never asks here."""

from __future__ import annotations

import datetime as dt
import re
from zoneinfo import ZoneInfo

STOCKHOLM = ZoneInfo("Europe/Stockholm")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


def civil_date(instant: dt.datetime) -> dt.date:
    """The date in Sweden at an instant that knows its zone: 23:30 UTC on 31 December is New Year's Day."""
    return instant.astimezone(STOCKHOLM).date()


def day_at(written: str) -> str:
    """The date in Sweden at an instant as RFC 3339 writes it: `2026-06-30T22:30:00Z` gives `2026-07-01`."""
    return civil_date(dt.datetime.fromisoformat(written)).isoformat()


def minute_at(written: str) -> str:
    """Day and minute in Sweden at an instant as RFC 3339 writes it: `2026-06-30T22:30:00Z` gives `2026-07-01 00:30`."""
    return dt.datetime.fromisoformat(written).astimezone(STOCKHOLM).strftime("%Y-%m-%d %H:%M")


def today() -> dt.date:
    """The date in Sweden now: asked once, at the edge, by a command or a route."""
    return civil_date(dt.datetime.now(dt.UTC))


def day_of(text: str) -> dt.date:
    """The day that is typed as `2025-06-17`. Raises `ValueError`, for other ways of ISO 8601 to write a day too."""
    if _DAY.fullmatch(text) is None:
        raise ValueError(text)
    return dt.date.fromisoformat(text)


def end_of(day: dt.date) -> dt.datetime:
    """The instant (UTC) at which a day in Sweden is over."""
    return dt.datetime.combine(day + dt.timedelta(days=1), dt.time(), STOCKHOLM).astimezone(dt.UTC)
