"""`as_of` as a parameter of the API."""

from __future__ import annotations

import datetime as dt
from typing import Annotated

from fastapi import Query

from app.web.as_of import reckoned, session_as_of

__all__ = ["DESCRIPTION", "EXAMPLE", "AsOf", "reckoned", "session_as_of"]

DESCRIPTION = (
    "As it was known in this register at the end of that day; as it is known now when left out. What was withdrawn since "
    "is not told, and what hangs together with it begins on the day of the withdrawal. Days are reckoned from it too, "
    "where nothing else is said."
)
EXAMPLE = "2026-01-31"

AsOf = Annotated[dt.date | None, Query(description=DESCRIPTION, examples=[EXAMPLE])]
