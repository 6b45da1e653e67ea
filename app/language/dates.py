"""Days and months in running text, in the language in force."""

from __future__ import annotations

import datetime as dt
import re
from functools import cache, lru_cache

from app.language.i18n import LANGUAGES, language


def date_text(day: dt.date) -> str:
    """The day as it is written in running text: `11 december 2024`."""
    return _written(day, "d MMMM y", language())


def month_text(day: dt.date) -> str:
    """The month with its year: `december 2024`."""
    return _written(day, "MMMM y", language())


@cache
def month_in_a_day() -> re.Pattern[str]:
    """The month of a day as `date_text` writes it in any language, with the blank on either side."""
    from babel import dates  # noqa: PLC0415 - as below

    months = {name for spoken in LANGUAGES for name in dates.get_month_names("wide", locale=spoken).values()}
    return re.compile(rf" (?<=\d )({'|'.join(sorted(months))}) (?=\d{{4}}(?!\d))")


@lru_cache(maxsize=4096)
def _written(day: dt.date, form: str, spoken: str) -> str:
    from babel import dates  # noqa: PLC0415 - a command seldom writes a day so, and need not wait for it

    return dates.format_date(day, form, locale=spoken)
