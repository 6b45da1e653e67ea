"""Dates as minutes print them."""

from __future__ import annotations

import datetime as dt
import re

from importers.patterns.pattern import Pattern

MONTHS = (
    "januari februari mars april maj juni juli augusti september oktober november december".split()  # noqa: SIM905 - reads as a calendar
)
_MONTH = "|".join(MONTHS)

ISO = r"(?:19|20)\d\d[-–](?:0[1-9]|1[0-2])[-–](?:0[1-9]|[12]\d|3[01])"
LONG = rf"(?:[12]?\d|3[01])\s(?:{_MONTH})\s(?:19|20)\d\d"
# As Swedish minutes of Finland print it, and some of Sweden: "12.3.2025", "18.03.2025"
DOTTED = r"(?:0?[1-9]|[12]\d|3[01])\.(?:0?[1-9]|1[0-2])\.(?:19|20)\d\d(?!\.?\d)"
# No part of a longer number: of "Protokoll 24 maj 2021" it is never the 4th.
DATE_TEXT = rf"(?<!\d)(?:{ISO}|{LONG}|{DOTTED})"


def _years_within(first: int, last: int) -> str:
    """The last two digits of these years, as few alternatives as there are decades."""
    decades = range(first // 10, last // 10 + 1)
    return "|".join(f"{tens}[{max(first - 10 * tens, 0)}-{min(last - 10 * tens, 9)}]" for tens in decades)


def _spans(century: str) -> str:
    """Two years, the second at most five behind the first and with `century` before its last digits."""
    spans = (f"20{year:02}[-–]{century}(?:{_years_within(year + 1, year + 5)})" for year in range(94))
    return rf"(?:{'|'.join(spans)})(?!\d)"


# The years that a plan is for, at most six: "2025-27"
SPAN_OF_YEARS = _spans("")
# The same in full: "2024-2025"
TWO_YEARS = _spans("20")

DATE = Pattern(
    rf"(?<![\d-])(?:(?P<iso>{ISO})(?![\d-])|(?P<day>[12]?\d|3[01])\s(?P<month>{_MONTH})\s(?P<year>(?:19|20)\d\d)(?!\d)|(?<!\.)(?P<dotted>{DOTTED}))",
    catches=(
        "2024-12-11",
        "2026–02–27",
        "den 11 december 2023",
        "3 maj 2024.",
        "2024-11-05, KSN-2023-03553-4",
        "12.3.2025",
        "18.03.2025.",
    ),
    leaves=(
        "2024-13-01",
        "12024-12-11",
        "1.12.3.2025",
        "12.13.2025",
        "12.3.2025.4",
        "den 32 januari 2024",
        "KSN-2023-03553",
        "mars 2024",
    ),
    ignore_case=True,
)


# A day and month without a year: "tisdagen den 3 februari kl. 17:00"
DAY_AND_MONTH = Pattern(
    rf"(?:(?P<weekday>mån|tis|ons|tors|fre|lör|sön)dag(?:en)? )?(?:den )?(?<![\d.])(?P<day>[12]?\d|3[01])\s(?P<month>{_MONTH})(?!\w)(?!\s(?:19|20)\d\d)",
    catches=("tisdagen den 3 februari kl. 17:00", "Onsdag 12 mars"),
    leaves=("3 februari 2015", "den 32 mars", "februari"),
    ignore_case=True,
)
_WEEKDAYS = ("mån", "tis", "ons", "tors", "fre", "lör", "sön")


def day_after(match: re.Match[str], met: dt.date) -> dt.date | None:
    """The first such day on or after another: "3 februari" after 2015-01-29. `None` where the weekday says otherwise."""
    month = MONTHS.index(match["month"].lower()) + 1
    for year in (met.year, met.year + 1):
        try:
            day = dt.date(year, month, int(match["day"]))
        except ValueError:
            return None
        if day >= met:
            wrong = match["weekday"] and _WEEKDAYS[day.weekday()] != match["weekday"].lower()
            return None if wrong else day
    return None


def date_of(match: re.Match[str]) -> dt.date | None:
    """The civil date of a match of `DATE`; `None` where the calendar has no such day ("30 februari 2024")."""
    try:
        if match["iso"]:
            return dt.date.fromisoformat(match["iso"].replace("–", "-"))
        if match["dotted"]:
            day, month, year = match["dotted"].split(".")
            return dt.date(int(year), int(month), int(day))
        return dt.date(int(match["year"]), MONTHS.index(match["month"].lower()) + 1, int(match["day"]))
    except ValueError:
        return None


def first_date(text: str) -> dt.date | None:
    """The first date in the text that the calendar has."""
    return next((day for match in DATE.finditer(text) if (day := date_of(match))), None)


CLOSING_DATE = Pattern(
    rf"^[A-ZÅÄÖ][a-zåäö]{{1,20}}(?: [A-ZÅÄÖ][a-zåäö]{{1,20}})?,? (?:den )?(?P<date>{DATE_TEXT})(?: [^.]{{2,60}})?$",
    catches=("Göteborg den 9 april 2025 Göteborgs kommunstyrelse", "Uppsala 2024-11-18"),
    leaves=("Bordlagt den 3 maj 2024, § 4.", "den 9 april 2025"),
)
