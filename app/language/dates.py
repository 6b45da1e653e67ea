"""Days and months in running text, in the language in force."""

from __future__ import annotations

import datetime as dt
from functools import lru_cache

from app.language.i18n import language


def date_text(day: dt.date) -> str:
    """The day as it is written in running text: `11 december 2024`."""
    return _written(day, "d MMMM y", language())


def month_text(day: dt.date) -> str:
    """The month with its year: `december 2024`."""
    return _written(day, "MMMM y", language())


@lru_cache(maxsize=4096)
def _written(day: dt.date, form: str, spoken: str) -> str:
    from babel import dates  # noqa: PLC0415 - a command seldom writes a day so, and need not wait for it

    return dates.format_date(day, form, locale=spoken)
