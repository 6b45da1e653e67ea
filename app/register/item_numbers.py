"""A § as people ask for it: `KS § 201`, `kf § 12 2024`, `§ 201/2024`, `Kommunstyrelsen 2025-11-05 § 201`, `paragraf 201`."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

_LONGEST = 120
_SIGN = re.compile(r"§|\bparagraf(?:en)?\b", re.IGNORECASE)
_BETWEEN = re.compile(r"[\s,;/]+")
_NUMBER = re.compile(r"\s{0,3}(?P<number>\d{1,4})(?P<letter>[a-z])?(?P<short>/\d\d)?(?![\w-])", re.IGNORECASE)
_YEAR = re.compile(r"(?:19|20)\d\d")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


@dataclass(frozen=True, slots=True)
class ItemNumber:
    """What was typed of a §: its number, and as far as that was typed its body, year and day."""

    number: str
    body: str | None = None
    year: int | None = None
    date: dt.date | None = None


@dataclass(frozen=True, slots=True)
class ItemAmong:
    """A § that was typed among words: its number and, as far as they were typed, its year or day; and the words on both sides."""

    number: str
    year: int | None
    date: dt.date | None
    before: tuple[str, ...]
    after: tuple[str, ...]


def parse_item(typed: str) -> ItemNumber | None:
    """The § that was typed and nothing else; None where it is none: `bygga enligt § 12 i lagen` has words on both sides."""
    among = item_among(typed)
    if among is None or (among.before and among.after):
        return None
    body = " ".join(among.before or among.after).strip(" .:") or None
    return ItemNumber(among.number, body, among.year, among.date)


def item_among(typed: str) -> ItemAmong | None:
    """The one § that was typed, with the words round it: of `ks § 372 avhoppare` what is before and what is after. None where
    there is none, or several, or what stands in quotation marks."""
    signs = list(_SIGN.finditer(typed[: _LONGEST + 1]))
    if len(typed) > _LONGEST or len(signs) != 1 or '"' in typed:
        return None
    match = _NUMBER.match(typed, signs[0].end())
    if match is None:
        return None
    before, after = (
        [word for word in _BETWEEN.split(side) if word] for side in (typed[: signs[0].start()], typed[match.end() :])
    )
    dated = [word for word in (*before, *after) if _YEAR.fullmatch(word) or _DAY.fullmatch(word)]
    if len(dated) + bool(match["short"]) > 1:
        return None
    year, day = _year_or_day(dated[0]) if dated else (2000 + int(match["short"][1:]) if match["short"] else None, None)
    if dated and year is None and day is None:
        return None
    words = [tuple(word for word in side if word not in dated) for side in (before, after)]
    return ItemAmong(f"{int(match['number'])}{match['letter'] or ''}", year, day, *words)


def _year_or_day(typed: str) -> tuple[int | None, dt.date | None]:
    """The one or the other; neither of a day that is none."""
    if _YEAR.fullmatch(typed):
        return int(typed), None
    try:
        return None, dt.date.fromisoformat(typed)
    except ValueError:
        return None, None
