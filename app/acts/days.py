"""A day as people type it."""

from __future__ import annotations

import datetime as dt

from app.errors import WrongUse
from app.language.i18n import gettext as _
from app.today import day_of


def day(typed: str) -> dt.date:
    """`2025-06-17`. Raises `WrongUse`."""
    try:
        return day_of(typed)
    except ValueError as error:
        raise WrongUse(_("{value} är inget datum. Skriv ÅÅÅÅ-MM-DD.").format(value=typed)) from error
