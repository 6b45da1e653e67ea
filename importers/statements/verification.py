"""Whether a § is verified at once, and when minutes were verified and posted."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable

from importers.bundle import Notice, Verification
from importers.patterns.dates import first_date
from importers.patterns.verification import ABOUT_ITEMS, ABOUT_MOTIONS, AT_ONCE, POSTED, TAKEN_DOWN, VERIFIED_ON
from importers.text.blocks import Block
from importers.text.passage import Passage

_MOST_ITEMS = 200


def at_once(parts: Iterable[Block]) -> bool:
    """Whether the section says that the § is verified at once: "förklaras omedelbart justerat"."""
    return any(AT_ONCE.search(part.whole.text) for part in parts)


def verification_in(text: Passage) -> tuple[Verification, Passage] | None:
    """The day on which the minutes were verified: "Dag för justering 2024-03-11"."""
    match = VERIFIED_ON.search(text.text)
    return (Verification(date=first_date(match["date"])), text.group(match, "date")) if match else None


def notice_in(text: Passage) -> tuple[Notice, Passage] | None:
    """The days between which the notice stands, as far as the text says."""
    posted, until = POSTED.search(text.text), TAKEN_DOWN.search(text.text)
    first = posted or until
    if first is None:
        return None
    return Notice(posted=_day(posted), until=_day(until)), text.group(first, "date")


def _day(match: re.Match[str] | None) -> dt.date | None:
    return first_date(match["date"]) if match else None


def items_named(text: str) -> tuple[str, ...]:
    """The other §§ that a clause decides about: "Motionerna under paragraferna 12-13 bordläggs." gives 12 and 13."""
    if not ABOUT_MOTIONS.match(text):
        return ()
    match = ABOUT_ITEMS.search(text)
    if match is None:
        return ()
    first, last = int(match["first"]), int(match["last"] or match["first"])
    if not first <= last <= first + _MOST_ITEMS:
        return ()
    more = re.findall(r"\d{1,4}", match["more"] or "")
    return (*(str(number) for number in range(first, last + 1)), *more)
