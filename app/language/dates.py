"""Days and months in running text, in the language in force."""

from __future__ import annotations

import datetime as dt

from babel import dates

from app.language.i18n import language


def date_text(day: dt.date) -> str:
    """The day as it is written in running text: `11 december 2024`."""
    return dates.format_date(day, "d MMMM y", locale=language())


def month_text(day: dt.date) -> str:
    """The month with its year: `december 2024`."""
    return dates.format_date(day, "MMMM y", locale=language())
