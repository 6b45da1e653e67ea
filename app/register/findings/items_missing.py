"""A § lacks in whole minutes: their cover says §§ 1-12 and § 7 is not in the register, in these minutes or in others.

A § that was verified at once has minutes of its own, so each is asked of the whole register when read.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from app.register.keys import item_key
from app.register.rules import Found, Page, Rule
from app.register.severity import Severity
from importers.bundle import DocumentKind

_RANGE = re.compile(r"(\d{1,4})(?:\s?[-–]\s?(\d{1,4}))?")
_NUMBER = re.compile(r"\d{1,4}")  # of "3 a" too
_MOST = 20  # of which more are missing, the file holds a choice of §§


def find(page: Page) -> Iterable[Found]:
    document, meeting = page.document, page.lead.document.meeting
    if document is None or document.kind != DocumentKind.PROTOKOLL or document.date is None or not page.body:
        return
    numbers = {int(number[0]) for printed in page.lead.items if (number := _NUMBER.match(printed))}
    declared = _declared(meeting.paragraphs) if meeting and meeting.paragraphs else set()
    if not numbers or not numbers <= declared:
        return
    missing = sorted(declared - numbers)
    if len(missing) > _MOST or len(missing) > len(numbers):
        return
    for lacking in map(str, missing):
        key = item_key(page.lead.municipality.id, page.body, document.date.year, lacking)
        yield Found({"number": lacking}, page.at(page.id, "meeting"), key=key, about=lacking)


def _declared(paragraphs: str) -> set[int]:
    """`71-83, 86-98` as numbers; a range that runs backwards or over a year's §§ is no range."""
    numbers: set[int] = set()
    for first, last in _RANGE.findall(paragraphs[:200]):
        start, end = int(first), int(last or first)
        if start <= end < start + 500:
            numbers |= set(range(start, end + 1))
    return numbers


RULE = Rule("items_missing", Severity.NOTE, of_entity=find)
