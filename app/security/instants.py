"""Instants as rows of accounts and sessions hold them: UTC, as text that sorts."""

from __future__ import annotations

import datetime as dt


def now(after: dt.timedelta = dt.timedelta()) -> str:
    """The instant so long from now: `2026-11-23T08:15:00.000000Z`."""
    return (dt.datetime.now(dt.UTC) + after).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
