"""A § as people ask for it: `KS § 201`, `kf § 12 2024`, `§ 201/2024`, `Kommunstyrelsen 2025-11-05 § 201`."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

_LONGEST = 120
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


def parse_item(typed: str) -> ItemNumber | None:
    """The § that was typed and nothing else; None where it is none: `bygga enligt § 12 i lagen` has words on both sides."""
    before, sign, after = typed.partition("§")
    match = _NUMBER.match(after)
    if not sign or match is None or len(typed) > _LONGEST:
        return None
    words, further = (_BETWEEN.split(side.strip()) if side.strip() else [] for side in (before, after[match.end() :]))
    dated = [word for word in (*words, *further) if _YEAR.fullmatch(word) or _DAY.fullmatch(word)]
    names = [[word for word in side if word not in dated] for side in (words, further)]
    if all(names) or len(dated) + bool(match["short"]) > 1:
        return None
    day = _day(dated[0]) if dated and _DAY.fullmatch(dated[0]) else None
    year = 2000 + int(match["short"][1:]) if match["short"] else None
    if dated and day is None:
        if not _YEAR.fullmatch(dated[0]):
            return None
        year = int(dated[0])
    number = f"{int(match['number'])}{match['letter'] or ''}"
    return ItemNumber(number, " ".join(names[0] or names[1]).strip(" .:") or None, year, day)


def _day(typed: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(typed)
    except ValueError:
        return None
