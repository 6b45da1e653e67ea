"""Days and years as a page's address says them: `?dag=2026-09-12`, `?ar=2026`."""

from __future__ import annotations

import datetime as dt
from typing import Annotated

from fastapi import Query

from app.errors import BadParameter
from app.language.i18n import gettext as _
from app.today import day_of

# Four digits, or none where no year is asked for.
TypedYear = Annotated[str, Query(pattern="^([0-9]{4})?$")]


def typed_day(name: str, typed: str) -> dt.date:
    """The day that the parameter says. Raises `BadParameter`."""
    try:
        return day_of(typed)
    except ValueError as error:
        raise BadParameter(name, typed, _("en dag, ÅÅÅÅ-MM-DD")) from error
