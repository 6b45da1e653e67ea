"""Days as a page's address says them: `?dag=2026-09-12`."""

from __future__ import annotations

import datetime as dt

from app.errors import BadParameter
from app.language.i18n import gettext as _
from app.today import day_of


def typed_day(name: str, typed: str) -> dt.date:
    """The day that the parameter says. Raises `BadParameter`."""
    try:
        return day_of(typed)
    except ValueError as error:
        raise BadParameter(name, typed, _("en dag, ÅÅÅÅ-MM-DD")) from error
